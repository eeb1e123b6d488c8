"""Whether what is written can be read: the contrast of the pixels that a window is made of."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPoint, QRect
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)

from tests.ui.look.measuring import called

#: A text is large from here on (px), and needs less contrast; semibold ones earlier.
_LARGE, _LARGE_STRONG = 24.0, 18.7

_ENLARGED = 2.0

#: What stands at the edge of a control, and is no text (px).
_EDGE = 3


def luminance(colour: int) -> float:
    """Return the relative luminance of 0xRRGGBB, as WCAG 2 defines it."""
    parts = [(colour >> shift & 255) / 255 for shift in (16, 8, 0)]
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: int, other: int) -> float:
    """Return the contrast of two colours: 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def faint(window: QWidget) -> Iterator[str]:
    """Yield each text of a window, and of what is open over it, that is hard to read."""
    opened = [one for one in window.findChildren(QWidget) if one.isWindow() and one.isVisible()]
    for one in (window, *opened):
        yield from _faint_in(one, _picture(one))


def _picture(window: QWidget) -> QImage:
    """Return a window alone, drawn so large that even thin strokes have their full colour."""
    picture = QImage(window.size() * _ENLARGED, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(_ENLARGED)
    painter = QPainter(picture)
    window.render(painter, QPoint())
    painter.end()
    return picture


def _faint_in(window: QWidget, picture: QImage) -> Iterator[str]:
    for widget, place, font in _texts(window):
        seen = widget.visibleRegion().boundingRect().intersected(place)
        if seen.width() < 8 or seen.height() < place.height() * 3 // 4:
            continue  # only its edge is to be seen: the rest is scrolled away
        there = QRect(widget.mapTo(window, seen.topLeft()), seen.size())
        found = _contrast_in(picture, there)
        if found is not None and found < wanted(font):
            yield f"{called(widget)}: {found:.2f}"


def wanted(font: QFont) -> float:
    """Return the contrast that text of a font needs."""
    strong = font.weight() >= QFont.Weight.DemiBold
    return 3.0 if font.pixelSize() >= (_LARGE_STRONG if strong else _LARGE) else 4.5


def _texts(window: QWidget) -> Iterator[tuple[QWidget, QRect, QFont]]:
    """Yield what shows text: the widget, where in it, and the text's font."""
    for one in window.findChildren(QWidget):
        if not one.isVisible() or one.window() is not window:
            continue
        if isinstance(one, QLabel | QAbstractButton | QLineEdit):
            said = one.text() or (one.placeholderText() if isinstance(one, QLineEdit) else "")
            if said:
                yield one, one.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE), one.font()
        elif isinstance(one, QAbstractItemView):
            yield from _items(one)


def _items(view: QAbstractItemView) -> Iterator[tuple[QWidget, QRect, QFont]]:
    model, root = view.model(), QModelIndex()
    columns = range(model.columnCount(root)) if isinstance(view, QTableView) else (0,)
    for row in range(model.rowCount(root)):
        for column in columns:
            index = model.index(row, column, root)
            if index.data() and not view.visualRect(index).isEmpty():
                place = view.visualRect(index).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
                yield view.viewport(), place, view.font()


def _contrast_in(picture: QImage, place: QRect) -> float | None:
    """Return the contrast of what stands out most in a place; None if it is of one colour."""
    scale = picture.devicePixelRatio()
    part = picture.copy(QRect(place.topLeft() * scale, place.size() * scale))
    colours = Counter(memoryview(part.constBits()).cast("I"))
    ground, _ = colours.most_common(1)[0]
    return max((contrast(one, ground) for one in colours if one != ground), default=None)
