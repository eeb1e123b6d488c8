"""The keyboard's way through a window: Tab goes as one reads, whatever was added when."""

from collections.abc import Iterator
from operator import itemgetter
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QButtonGroup,
    QLayout,
    QMainWindow,
    QScrollArea,
    QWidget,
)

#: What is seen (px) around a control that is brought into sight.
_MARGIN: Final = 8


class ReadingWindow(QMainWindow):
    """A window in which Tab goes as one reads; what it shows is laid out on `whole`.

    Assistive technology knows it as a window, which it does not of a plain widget.
    """

    def __init__(self) -> None:
        super().__init__()
        self.whole = QWidget()
        self.setCentralWidget(self.whole)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Go on as one reads; Qt's own order is that in which things were made."""
        return go_on(self.whole, forwards=forwards) or super().focusNextPrevChild(forwards)


def go_on(window: QWidget, *, forwards: bool) -> bool:
    """Give the focus to the control behind the one that has it, or before it, round and round.

    Returns False where the focus is outside of them all.
    """
    order, now = list(controls(window)), QApplication.focusWidget()
    if isinstance(now, QAbstractButton) and now not in order:
        now = _stop_of(now)
    if now not in order:
        return False
    at = order.index(now) + (1 if forwards else -1)
    reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
    order[at % len(order)].setFocus(reason)
    bring_into_sight(order[at % len(order)])
    return True


def bring_into_sight(widget: QWidget) -> None:
    """Scroll whatever a control stands in so that it is seen: of a list, its current item.

    Qt does this only for what stands in the same area as the control that had the focus before.
    """
    place = widget.rect()
    if isinstance(widget, QAbstractItemView):
        place = widget.visualRect(widget.currentIndex())
    around = widget.parentWidget()
    while around is not None:
        inside = around.widget() if isinstance(around, QScrollArea) else None
        if isinstance(around, QScrollArea) and inside is not None:
            for corner in (place.bottomRight(), place.topLeft()):
                at = widget.mapTo(inside, corner)
                around.ensureVisible(at.x(), at.y(), _MARGIN, _MARGIN)
        around = around.parentWidget()


def controls(widget: QWidget) -> Iterator[QWidget]:
    """Yield what Tab stops at in a widget, in the order in which its layouts place it."""
    if not widget.isVisible():
        return
    if _is_stop(widget):
        yield widget
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        if inside is not None:
            yield from controls(inside)
    elif not isinstance(widget, QAbstractItemView) and (layout := widget.layout()):
        yield from _placed(layout)


def _placed(layout: QLayout) -> Iterator[QWidget]:
    """Yield the controls of what a layout places, in its order.

    The layout is not asked for its items: the binding keeps each for good, and takes what comes to
    stand at its place in memory once Qt has deleted it for that item.
    """
    around = layout.parentWidget()
    children = around.children() if around is not None else []
    placed: list[tuple[int, QWidget | QLayout]] = [
        (layout.indexOf(one), one) for one in children if isinstance(one, QWidget)
    ]
    placed += [(layout.indexOf(one), one) for one in layout.children() if isinstance(one, QLayout)]
    for place, part in sorted(placed, key=itemgetter(0)):
        if place >= 0:
            yield from controls(part) if isinstance(part, QWidget) else _placed(part)


def _is_stop(widget: QWidget) -> bool:
    if isinstance(widget, QAbstractButton) and widget.group() is not None:
        return widget is _stop_of(widget)
    takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes_tab and widget.isEnabled() and widget.focusProxy() is None


def _stop_of(button: QAbstractButton) -> QAbstractButton:
    """Return the button of a group at which Tab stops: the one that is down, or the first.

    Qt stops at whichever of them had the focus last.
    """
    group: QButtonGroup | None = button.group()
    all_of_it = group.buttons() if group is not None else []
    offered = [one for one in all_of_it if one.isVisible() and one.isEnabled()]
    down = [one for one in offered if one.isChecked()]
    return next(iter(down or offered), button)
