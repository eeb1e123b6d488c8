"""A panel at work: a session on a sample in memory, the panel in a window, keys and mouse only."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from crm_workshop.exchange import import_workshop
from crm_workshop.exchange.samples import samples
from crm_workshop.model.dossier import Dossier
from crm_workshop.store.library import Store
from ui.activities import panel_class
from ui.activities.panel import Panel
from ui.activities.parts import Part
from ui.bridge import StoreBridge
from ui.session import Session

FULL, MIDDLE, FRESH = 0, 1, 2


@dataclass
class Desk:
    """A panel that is shown, and what is in its file."""

    qtbot: QtBot
    session: Session
    panel: Panel
    failed: list[str]

    @property
    def dossier(self) -> Dossier:
        """What is in the file now, read again."""
        return self.session.store.load(self.session.workshop_id)

    def part(self, kind: type[Any], number: int = 0) -> Any:
        """Return a part of the panel by its type."""
        found = [one for one in self.panel.findChildren(Part) if type(one) is kind]
        return found[number]

    def focus(self, widget: QWidget) -> None:
        """Put the focus where a Tab or a click would have."""
        widget.setFocus()

    def tab_to(self, widget: QWidget) -> None:
        """Press Tab until a control has the focus: whatever is not reached so fails."""
        for _ in range(60):
            if widget.hasFocus():
                return
            QTest.keyClick(_focused(), Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {widget.accessibleName() or widget}")

    def undo(self) -> str:
        """Undo the last step, and return what it was called."""
        return self.session.store.undo(self.session.workshop_id) or ""

    def press(self, *keys: Qt.Key | str, held: Qt.KeyboardModifier | None = None) -> None:
        """Press keys, or type texts, wherever the focus is."""
        for key in keys:
            if isinstance(key, str):
                for letter in key:
                    QTest.keyClicks(_focused(), letter)
            else:
                QTest.keyClick(_focused(), key, held or Qt.KeyboardModifier.NoModifier)

    def click(self, text: str) -> None:
        """Click the button with that text."""
        buttons = [one for one in self.panel.findChildren(QPushButton) if one.isVisible()]
        found = next(one for one in buttons if text in one.text().replace("&", ""))
        assert found.isEnabled(), f"{text} is not to be clicked now"
        self.qtbot.mouseClick(found, Qt.MouseButton.LeftButton)

    def named(self, name: str) -> QWidget:
        """Return the control that assistive technology calls by that name."""
        found = [one for one in self.panel.findChildren(QWidget) if one.accessibleName() == name]
        assert len(found) == 1, f"{len(found)} controls are called {name}"
        return found[0]

    def into(self, name: str) -> QWidget:
        """Click the control of that name."""
        found = self.named(name)
        self.qtbot.mouseClick(found, Qt.MouseButton.LeftButton)
        return found

    def leave(self) -> "Desk":
        """Go elsewhere without finishing anything, and come back: a panel of a new session."""
        self.panel.keep_drafts()
        self.panel.hide()
        return self.reopen()

    def reopen(self) -> "Desk":
        """Return the panel as a program finds it that starts on what is in the file now."""
        store, key = Store.open(":memory:"), self.panel.design.key
        self.session.store.conn.backup(store.conn)
        return desk_on(self.qtbot, store, self.session.workshop_id, key, self.panel.width())

    def go(self, table: QTableView, row: int, column: int) -> None:
        """Click a cell."""
        place = table.visualRect(table.model().index(row, column)).topLeft() + QPoint(8, 8)
        self.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def drag(self, widget: QWidget, start: QPoint, end: QPoint) -> None:
        """Drag with the mouse within a widget."""
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=start)
        for step in (start + QPoint(0, 12), (start + end) / 2, end):
            move(widget, step)
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=end)


def _focused() -> QWidget:
    focused: QWidget | None = QApplication.focusWidget()
    popup: QWidget | None = QApplication.activePopupWidget()
    if popup is not None:
        inner: QWidget | None = popup.focusWidget()
        focused = popup if inner is None else inner
    assert focused is not None, "nothing has the focus"
    return focused


def move(widget: QWidget, to: QPoint) -> None:
    """Move the mouse with its button held; QTest itself would let it go."""
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QMouseEvent

    button = Qt.MouseButton.LeftButton
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(to),
        QPointF(widget.mapToGlobal(to)),
        button,
        button,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)


def desk(qtbot: QtBot, key: str, sample: int = FRESH, width: int = 1000) -> Desk:
    """Return the panel of an activity of a sample, shown in a window of its own."""
    store = Store.open(":memory:")
    workshop_id = import_workshop(store, samples()[sample].data)
    return desk_on(qtbot, store, workshop_id, key, width)


def desk_on(qtbot: QtBot, store: Store, workshop_id: int, key: str, width: int = 1000) -> Desk:
    """Return the panel of an activity of a workshop in a store."""
    session = Session(store, StoreBridge(store), workshop_id)
    failed: list[str] = []
    session.failed.connect(failed.append)
    activity, design = session.dossier.activity(key), session.kit.activity(key)
    assert activity is not None
    assert design is not None
    panel = panel_class(design.method)(session, activity, design)
    session.changed.connect(panel.refresh)
    qtbot.addWidget(panel)
    panel.resize(width, 700)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    panel.first_focus().setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return Desk(qtbot, session, panel, failed)
