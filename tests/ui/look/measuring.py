"""What can be measured on a window: text that is cut, and things that lie where they should not."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QHeaderView,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

from ui.theme.look import SANS, theme_now

#: The room that the style sheet leaves at each side of a heading (px), by its look.
_HEADING_SIDES = {"": 12, "close": 6}

#: What rounding may take from a text (px).
_SPARE = 1


def faults(window: QWidget) -> Iterator[str]:
    """Yield what is cut, over its parent's edge or over its neighbour in a window that is shown."""
    for over in (window, *window.findChildren(QWidget)):
        if not over.isVisible():
            continue
        if isinstance(over, QLabel):
            yield from _cut_label(over)
        elif isinstance(over, QAbstractButton):
            yield from _cut_button(over)
        elif isinstance(over, QLineEdit):
            yield from _cut_line(over)
        elif isinstance(over, QHeaderView):
            yield from _cut_headings(over)
        yield from _out_of_place(over)
        yield from _over_each_other(over)


def called(widget: QWidget) -> str:
    """Return how a widget is called in a fault: its text if it has one, and where it is."""
    said = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    said = said or widget.accessibleName() or widget.objectName()
    above = widget.parentWidget()
    kind = type(widget).__name__
    return f"{kind} “{said[:60]}” in {type(above).__name__ if above else 'nothing'}"


def _cut_label(label: QLabel) -> Iterator[str]:
    if not label.text():
        return
    if not label.wordWrap():
        yield from _smaller(label, label.sizeHint())
        return
    inner = label.contentsRect().width() - 2 * label.margin()
    widest = max((_width(label, word) for word in label.text().split()), default=0)
    if widest > inner + _SPARE:
        yield f"{called(label)}: a word needs {widest} of {inner}"
    high = label.heightForWidth(label.width())
    if high > label.height() + _SPARE:
        yield f"{called(label)}: needs {high} of {label.height()} in height"


def _cut_button(button: QAbstractButton) -> Iterator[str]:
    only_icon = isinstance(button, QToolButton) and not button.icon().isNull()
    if button.text() and not only_icon:
        yield from _smaller(button, button.sizeHint())


def _cut_line(line: QLineEdit) -> Iterator[str]:
    inner = line.contentsRect().height()
    high = QFontMetrics(line.font()).height()
    if high > inner:
        yield f"{called(line)}: a line needs {high} of {inner}"
    if not line.text() and line.placeholderText():
        wide = _width(line, line.placeholderText())
        if wide > line.contentsRect().width():
            yield f"{called(line)}: “{line.placeholderText()}” needs {wide}"


def _cut_headings(header: QHeaderView) -> Iterator[str]:
    """Yield the headings whose words do not fit, wrapped as the header wraps them."""
    model = header.model()
    if header.orientation() != Qt.Orientation.Horizontal or model is None:
        return
    theme = theme_now()
    font = QFont(SANS)
    font.setPixelSize(theme.px(12))
    font.setWeight(QFont.Weight.DemiBold)
    metrics = QFontMetrics(font)
    side = _HEADING_SIDES[header.property("look") or ""]
    for section in range(header.count()):
        if header.isSectionHidden(section):
            continue
        said = str(model.headerData(section, header.orientation()) or "")
        inner = header.sectionSize(section) - 2 * side
        widest = max((metrics.horizontalAdvance(word) for word in said.split()), default=0)
        if widest > inner + _SPARE:
            yield f"heading “{said}”: a word needs {widest} of {inner}"
        if header.sectionViewportPosition(section) + header.sectionSize(section) > header.width():
            yield f"heading “{said}” goes over the edge of its table"
        wrapped = metrics.boundingRect(QRect(0, 0, inner, 999), int(Qt.TextFlag.TextWordWrap), said)
        if wrapped.height() > header.height():
            yield f"heading “{said}” needs {wrapped.height()} of {header.height()} in height"


def _smaller(widget: QWidget, wanted: QSize) -> Iterator[str]:
    if wanted.width() > widget.width() + _SPARE:
        yield f"{called(widget)}: needs {wanted.width()} of {widget.width()}"
    if wanted.height() > widget.height() + _SPARE:
        yield f"{called(widget)}: needs {wanted.height()} of {widget.height()} in height"


def _width(widget: QWidget, text: str) -> int:
    return QFontMetrics(widget.font()).horizontalAdvance(text)


def _out_of_place(widget: QWidget) -> Iterator[str]:
    parent = widget.parentWidget()
    if widget.isWindow() or parent is None or _scrolls(parent) or _scrolls(widget):
        return
    if not widget.size().isEmpty() and not parent.rect().contains(widget.geometry()):
        yield f"{called(widget)}: {_said(widget.geometry())} is not in {_said(parent.rect())}"


def _scrolls(parent: QWidget) -> bool:
    """Tell whether a widget shows a part of something larger."""
    area = parent.parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() is parent


def _over_each_other(parent: QWidget) -> Iterator[str]:
    if _scrolls(parent):
        return
    shown = [
        one
        for one in parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if one.isVisible() and not one.isWindow() and not one.size().isEmpty()
    ]
    for one, other in combinations(shown, 2):
        if one.geometry().intersects(other.geometry()):
            places = f"{_said(one.geometry())} and {_said(other.geometry())}"
            yield f"{called(one)} and {called(other)} lie over each other: {places}"


def _said(place: QRect) -> str:
    return f"{place.width()}×{place.height()} at {place.x()},{place.y()}"
