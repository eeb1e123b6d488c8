"""The library window: where every workshop stands, what it lacks, and its one next step."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout

from crm_workshop.shelf.entries import Entry, entries
from crm_workshop.store.library import Change, Store
from ui.actions import Menu, make_actions
from ui.bridge import StoreBridge
from ui.home.actions import ACTIONS, OF_ONE
from ui.home.commands import HomeCommands
from ui.home.empty import Empty
from ui.home.files import dropped_files
from ui.home.foot import HomeFoot
from ui.home.head import HomeHead
from ui.home.lines import Place, Row, found_lines, name_of, shelf_lines
from ui.home.look import BAR
from ui.home.model import DETAILS, ShelfModel
from ui.home.settling import Settling
from ui.home.shelf import Shelf
from ui.home.ways import way_of_step, way_to_hit
from ui.theme.look import theme_now
from ui.theme.tokens import Theme
from ui.widgets.banner import Banner
from ui.widgets.placing import begin_at
from ui.widgets.reading_order import ReadingWindow

#: How wide the list is at the normal text size (px), and what is beside it at least.
_WIDE = 1040
_BESIDE = 48

#: Where the window is lower than this (px at the normal text size), its head takes less.
_LOW = 640


class HomeWindow(ReadingWindow):
    """All workshops by section, or what was found; every change of the library is shown at once.

    While the window is hidden nothing is read: it is read again when it comes back. What only one
    action needs is brought in by it: this is the first window, and nobody waits for it.
    """

    #: Carries the `Way` to another window.
    way_chosen = Signal(object)
    #: By how much the text scale is to change; 0 asks for the system's.
    zoom_requested = Signal(float)
    #: The name of a theme; nothing asks for the system's.
    theme_requested = Signal(str)

    def __init__(self, store: Store, bridge: StoreBridge) -> None:
        super().__init__()
        self._store = store
        self._entries: tuple[Entry, ...] = ()
        self._read_on = date.min
        self._is_stale = True
        self.named_actions = make_actions(self, ACTIONS)
        self._today = partial(today_of, store)
        self._lines = ShelfModel(store, self._today)
        self._build()
        self._connect(bridge)
        self._read()
        first = self.shelf if self._lines.lines else self._head.new
        first.setFocus()

    def spare(self, open_now: Callable[[], frozenset[int]]) -> None:
        """Leave alone the workshops that are open in other windows; `open_now` returns them."""
        self.commands.deeds.spare(open_now)

    def set_theme(self, _theme: Theme) -> None:
        """Take the sizes of the theme that is worn from now on."""
        self._fit()
        self.shelf.scheduleDelayedItemsLayout()

    def _build(self) -> None:
        self.setWindowTitle("CRM Workshop")
        self.setAcceptDrops(True)
        self._banner, self._head, self._foot = Banner(), HomeHead(), HomeFoot()
        self.shelf, self._empty = Shelf(self._lines), Empty()
        self.settling = Settling(self._store, self._lines, self.shelf, self._today)
        self.commands = HomeCommands(self._store, self, self.named_actions, self.chosen)
        self._menu = QMenu(self)
        for menu in (Menu.WORKSHOP, Menu.VIEW):
            inside = self._menu.addMenu(menu.value)
            inside.addActions([self.named_actions[one.id] for one in ACTIONS if one.menu is menu])
        self._row_menu = QMenu(self)
        self._row_menu.addActions([self.named_actions[one.id] for one in OF_ONE])
        column = QVBoxLayout()
        column.setSpacing(14)
        for part in (self._banner, self._head):
            column.addWidget(part)
        column.addWidget(self.shelf, stretch=1)
        column.addWidget(self._empty, stretch=1)
        layout = QVBoxLayout(self.whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(column, stretch=1)
        layout.addWidget(self._foot)
        self._column = column
        begin_at(self, QSize(1280, 860), QSize(800, 600))

    def _connect(self, bridge: StoreBridge) -> None:
        bridge.changed.connect(self._hear)
        slots = self.commands.slots() | {
            "step": partial(self._do_step, None),
            "find": partial(self._head.field.setFocus, Qt.FocusReason.ShortcutFocusReason),
            "menu": self._open_menu,
        }
        for name, action in self.named_actions.items():
            action.triggered.connect(slots[name])
        self._head.new.clicked.connect(self.named_actions["new"].trigger)
        self._head.sample.clicked.connect(self.named_actions["sample"].trigger)
        field = self._head.field
        field.textChanged.connect(self._render)
        field.led.connect(self.shelf.lead)
        field.passed.connect(self.shelf.go_on)
        field.taken.connect(partial(self._do_step, None))
        field.left.connect(partial(self.shelf.setFocus, Qt.FocusReason.ShortcutFocusReason))
        self._foot.undo_requested.connect(self.named_actions["undo"].trigger)
        self._foot.menu_requested.connect(self._open_menu)
        self.shelf.step_chosen.connect(self._do_step)
        self.shelf.typed.connect(field.begin)
        self.shelf.menu_requested.connect(self._row_menu.popup)
        self.shelf.selectionModel().currentChanged.connect(self._enable)
        self._lines.dataChanged.connect(self._enable)
        self.commands.way_chosen.connect(self.way_chosen)
        self.commands.zoom_requested.connect(self.zoom_requested)
        self.commands.theme_requested.connect(self.theme_requested)
        deeds, files = self.commands.deeds, self.commands.files
        self.shelf.dragged.connect(files.drag)
        deeds.made.connect(self._go_to)
        for source in (deeds, files):
            source.told.connect(self._foot.tell)
            source.told.connect(self._enable)
            source.failed.connect(self._banner.tell)

    # Showing

    def _read(self) -> None:
        """Read what the library holds now, and show it."""
        self._entries = entries(self._store)
        self._read_on, self._is_stale = self._today(), False
        self._render()

    def _render(self, *_: object) -> None:
        """Show all workshops, or what holds the words in the field; the choice stays."""
        looked_for = self._head.field.text().strip()
        kept = name_of(self.shelf.line())
        if looked_for:
            from crm_workshop.shelf.found import find

            lines = found_lines(find(self._store, looked_for), self._entries)
        else:
            lines = shelf_lines(self._entries)
        self._lines.set_lines(lines)
        self.shelf.choose(kept)
        self._empty.show_for(looked_for)
        self._empty.setVisible(not lines)
        self.shelf.setVisible(bool(lines))
        self._enable()

    def _hear(self, change: Change) -> None:
        """Show what was changed: at once, or when the window comes back."""
        if not self.isVisible():
            self._is_stale = True
            return
        self._banner.hide()
        self._lines.forget(change.workshop_id)
        self._read()

    def _enable(self, *_: object) -> None:
        line = self.shelf.line()
        step = ""
        if isinstance(line, Row):
            details = self.shelf.currentIndex().data(DETAILS)
            step = details.step if details else "Next step"
        elif isinstance(line, Place):
            step = "Go there"
        self.commands.enable(step.replace("&", "&&"))
        self._foot.set_undo(self._store.undo_name(None))

    def chosen(self) -> Entry | None:
        """Return the workshop that is chosen, or the one in which the chosen place is."""
        line = self.shelf.line()
        if isinstance(line, Row):
            return line.entry
        number = line.hit.workshop_id if isinstance(line, Place) else 0
        return next((one for one in self._entries if one.id == number), None)

    # Leading on

    def _do_step(self, _line: object) -> None:
        """Do the next step of the chosen workshop, or go to the chosen place."""
        line, entry = self.shelf.line(), self.chosen()
        if entry is None:
            return
        if isinstance(line, Place):
            self.way_chosen.emit(way_to_hit(entry, line.hit))
            return
        details = self._lines.details(entry)
        if details is not None:
            self.way_chosen.emit(way_of_step(entry, details.deed))

    def _go_to(self, workshop_id: int) -> None:
        """Choose a workshop that has just come, whatever was looked for."""
        self._head.field.clear()
        self.shelf.choose(("workshop", workshop_id))
        self.shelf.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_menu(self) -> None:
        button = self._foot.menu
        above = QPoint(0, -self._menu.sizeHint().height())
        self._menu.popup(button.mapToGlobal(above))

    # Qt's own

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed while the window was away."""
        super().showEvent(event)
        self._catch_up()

    def changeEvent(self, event: QEvent) -> None:
        """Show the new day where the window was left open overnight."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        if self._is_stale or self._read_on != self._today():
            self._lines.forget()
            self._read()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the list as wide as it reads well, in the middle."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        beside = max(_BESIDE, (self.width() - theme_now().px(_WIDE)) // 2)
        is_low = self.height() < theme_now().px(_LOW)
        self._head.claim.setVisible(not is_low)
        self._column.setContentsMargins(beside, 14 if is_low else 36, beside - BAR, 8)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let files be dropped; a row that is dragged out is not brought in again."""
        if event.source() is None and dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Bring in what is dropped."""
        event.acceptProposedAction()
        self.commands.deeds.bring_in(dropped_files(event.mimeData()))


def today_of(store: Store) -> date:
    """Return today's date here."""
    return store.now().astimezone().date()
