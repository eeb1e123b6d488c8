"""What a facilitator has at the console: two hands, and eyes for what stands there."""

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QDeadlineTimer, QEvent, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QMenu,
    QScrollArea,
    QWidget,
)

W = TypeVar("W", bound=QWidget)

LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier

#: How long (ms) something is looked for that the windows may be about to show.
_PATIENCE = 3000


class Hands:
    """Presses keys wherever the focus is, and the mouse on what can be seen in one window.

    Things are known by what a person reads (or hears): the words on a button, the name of a field.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window

    # Keys

    def press(self, *keys: str) -> None:
        """Press keys such as “Enter”, “Ctrl+H” or “+”, one after another."""
        for key in keys:
            if len(key) == 1:
                _strike(key)
            else:
                pressed = QKeySequence(key)[0]  # type: ignore[index]  # the stubs have no index
                QTest.keyClick(focused(), pressed.key(), pressed.keyboardModifiers())
            self._breathe()

    def write(self, text: str) -> None:
        """Type a text; another line begins with Shift+Enter."""
        self._breathe()
        for letter in text:
            if letter == "\n":
                self.press("Shift+Return")
            else:
                _strike(letter)
        self._breathe()

    def rewrite(self, text: str) -> None:
        """Type a text in place of the one that stands there."""
        self.press("Ctrl+A")
        self.write(text)

    def paste(self, text: str) -> None:
        """Paste a text that was copied elsewhere."""
        QApplication.clipboard().setText(text)
        self.press("Ctrl+V")

    # Eyes

    def find(self, kind: type[W], name: str) -> W:
        """Return the only thing of a kind that can be seen under a name, as soon as it is there."""
        patience, found = QDeadlineTimer(_PATIENCE), self._called(kind, name)
        while len(found) != 1 and not patience.hasExpired():
            QTest.qWait(20)
            found = self._called(kind, name)
        there = {one.accessibleName() or _read(one) for one in self._seen(kind)}
        front = self._front().windowTitle()
        assert len(found) == 1, f"“{front}” shows {len(found)} “{name}” among {sorted(there)}"
        return found[0]

    def sees(self, text: str) -> bool:
        """Tell whether a text stands somewhere in the window."""
        return any(text in one.text() for one in self._seen(QLabel))

    def _called(self, kind: type[W], name: str) -> list[W]:
        return [one for one in self._seen(kind) if name in (_read(one), one.accessibleName())]

    def _seen(self, kind: type[W]) -> Iterator[W]:
        return (one for one in self._front().findChildren(kind) if one.isVisible())

    def _front(self) -> QWidget:
        """Return the window that takes what is typed."""
        return QApplication.activeModalWidget() or self._window

    # The mouse

    def click(self, name: str) -> None:
        """Click a button, a tab or a box."""
        button = self.find(QAbstractButton, name)
        assert button.isEnabled(), f"“{name}” cannot be clicked now"
        self._click_at(button, button.rect().center())

    def go_to(self, name: str) -> None:
        """Click into the field of a name; what is only called so takes no typing."""
        named = [one for one in self._seen(QWidget) if one.accessibleName() == name]
        (field,) = [one for one in named if one.focusPolicy() is not Qt.FocusPolicy.NoFocus]
        self._click_at(field, QPoint(8, field.height() // 2))

    def choose(self, name: str, answer: str) -> None:
        """Open a list of answers, go to the one that begins with a text, and take it."""
        box = self.find(QComboBox, name)
        wanted = [n for n in range(box.count()) if box.itemText(n).startswith(answer)]
        assert len(wanted) == 1, (answer, [box.itemText(n) for n in range(box.count())])
        self._click_at(box, box.rect().center())
        way = wanted[0] - box.currentIndex()
        self.press(*["Down" if way > 0 else "Up"] * abs(way), "Return")

    def choose_from_menu(self, text: str) -> None:
        """Open the menu of what has the focus by its key, and take a line of it."""
        here = focused()
        at, key = here.rect().center(), QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(here, QContextMenuEvent(key, at, here.mapToGlobal(at)))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        lines = [one.text().split("\t")[0] for one in menu.actions()]
        self.press(*["Down"] * (lines.index(text) + 1), "Return")

    def click_item(
        self,
        view: QAbstractItemView,
        index: QModelIndex,
        held: Qt.KeyboardModifier = NO_KEYS,
    ) -> None:
        """Click a card, a line or a cell, perhaps with a key held down."""
        assert index.isValid(), f"there is no such thing in “{view.accessibleName()}”"
        view.scrollTo(index)
        self._click_at(view.viewport(), view.visualRect(index).topLeft() + QPoint(8, 8), held)

    def drag(self, start: QWidget, place: QPoint, end: QWidget, target: QPoint) -> None:
        """Take something with the mouse and let it go elsewhere."""
        _bring_into_sight(start, place)
        to = start.mapFromGlobal(end.mapToGlobal(target))
        QTest.mousePress(start, LEFT, NO_KEYS, place)
        for step in (place + QPoint(0, 14), (place + to) / 2, to):
            _carry(start, step)
        QTest.mouseRelease(start, LEFT, NO_KEYS, to)
        self._breathe()

    def _click_at(
        self, widget: QWidget, place: QPoint, held: Qt.KeyboardModifier = NO_KEYS
    ) -> None:
        _bring_into_sight(widget, place)
        QTest.mouseClick(widget, LEFT, held, place)
        self._breathe()

    def _breathe(self) -> None:
        """Let the windows do what they do between two keys: show, paint, and clear away.

        When a dialog has closed, the platform without a screen leaves all windows behind; a window
        manager goes back to the one that it stood before.
        """
        _pass_time()
        front = self._front()
        if not front.isActiveWindow():
            front.activateWindow()
            assert QTest.qWaitForWindowActive(front)


def focused() -> QWidget:
    """Return what the keys reach: a list that has opened, else what has the focus."""
    popup, found = QApplication.activePopupWidget(), QApplication.focusWidget()
    if popup is not None and (found is None or not popup.isAncestorOf(found)):
        return popup
    assert found is not None, "nothing has the focus"
    return found


def _pass_time() -> None:
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _strike(letter: str) -> None:
    """Strike one key; QTest knows only the letters of ASCII."""
    widget = focused()
    if letter.isascii():
        QTest.keyClicks(widget, letter)
        return
    for what in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(what, 0, NO_KEYS, letter))


def _read(widget: QWidget) -> str:
    """Return the words on a button, without the mark of its key."""
    if not isinstance(widget, QAbstractButton):
        return ""
    return widget.text().replace("&&", "\0").replace("&", "").replace("\0", "&")


def _bring_into_sight(widget: QWidget, place: QPoint) -> None:
    """Scroll, as a wheel would, until a place can be seen."""
    area = widget.parentWidget()
    while area is not None:
        inside = area.widget() if isinstance(area, QScrollArea) else None
        if isinstance(area, QScrollArea) and inside is not None and inside.isAncestorOf(widget):
            at = widget.mapTo(inside, place)
            area.ensureVisible(at.x(), at.y(), 20, 20)
        area = area.parentWidget()


def _carry(widget: QWidget, to: QPoint) -> None:
    """Move the mouse with its button held; QTest itself would let it go."""
    at, place = QPointF(to), QPointF(widget.mapToGlobal(to))
    QApplication.sendEvent(
        widget, QMouseEvent(QEvent.Type.MouseMove, at, place, LEFT, LEFT, NO_KEYS)
    )
