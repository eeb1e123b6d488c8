"""Lines that the room agrees to, one by one; more can be added, changed and moved."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from crm_workshop.activities import checklist
from crm_workshop.activities.half_typed import Place
from crm_workshop.kit.design import ActivityDesign
from crm_workshop.model.workshop import Activity, Tick
from ui.activities.entries import TextEntry, TickEntry
from ui.activities.lines import LineEntry
from ui.activities.parts import ActivityPart
from ui.activities.unfinished import Unfinished
from ui.session import Session
from ui.widgets.autosave import Autosave
from ui.widgets.text import button, label, set_look

_BY = "console"


class TicksPart(ActivityPart):
    """A checklist: space agrees, Enter goes on, Alt+arrows move, Ctrl+Delete takes off."""

    def __init__(
        self, session: Session, activity: Activity, design: ActivityDesign, title: str = ""
    ) -> None:
        super().__init__(session, activity, design, title)
        self._lines: dict[int, _Line] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        box = QWidget()
        box.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_look(box, "card")
        box.setLayout(self._list)
        self._list.setContentsMargins(1, 4, 1, 4)
        self._new = LineEntry()
        self._new.setPlaceholderText("Add a line of the room’s own")
        self._new.setAccessibleName("Add a line")
        place = Place(Tick.table, activity.id, "text")
        self._unfinished = Unfinished(session, {place: self._new}, self)
        self._all = button("&All agreed", "small")
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._new, stretch=1)
        foot.addWidget(self._all)
        self._count = label("small")
        self.body.addWidget(box)
        self.body.addLayout(foot)
        self.body.addWidget(self._count)
        self._new.returnPressed.connect(self._add)
        self._all.clicked.connect(self._tick_all)

    def refresh(self) -> None:
        """Show the lines that the session holds now; the one that is typed into stays."""
        ticks = self.session.dossier.of(Tick, self.activity_id)
        for gone in self._lines.keys() - {one.id for one in ticks}:
            line = self._lines.pop(gone)
            self._list.removeWidget(line)
            line.deleteLater()
        for at, tick in enumerate(ticks):
            line = self._lines.get(tick.id) or self._made(tick)
            if self._list.indexOf(line) != at:
                self._list.removeWidget(line)
                self._list.insertWidget(at, line)
            line.show_tick(tick)
            line.words.setAccessibleName(f"Words of line {at + 1}")
        self._unfinished.put_back()
        done = sum(one.done for one in ticks)
        self._all.setEnabled(done < len(ticks))
        self._count.setText(f"{done} of {len(ticks)} agreed" if ticks else "")

    def first_focus(self) -> QWidget:
        """Return the first line that is not agreed yet, or the field for another one."""
        ticks = self.session.dossier.of(Tick, self.activity_id)
        still = next((one.id for one in ticks if not one.done), None)
        return self._lines[still].box if still in self._lines else self._new

    def keep_drafts(self) -> None:
        """Write what is being typed; a line that Enter has not added stays in its field."""
        for line in self._lines.values():
            line.keep()
        self._unfinished.keep()

    def _made(self, tick: Tick) -> "_Line":
        line = self._lines[tick.id] = _Line(self.session, tick)
        line.asked.connect(partial(self._do, tick.id))
        return line

    def _do(self, tick_id: int, what: str) -> None:
        """Do what a key in a line asks for."""
        order = [one.id for one in self.session.dossier.of(Tick, self.activity_id)]
        at = order.index(tick_id)
        if what == "remove":
            self.session.do(checklist.remove_tick, self.session.store, tick_id, by=_BY)
        elif what in ("up", "down"):
            others = [one for one in order if one != tick_id]
            to = at + (1 if what == "down" else -1)
            if 0 <= to < len(order):
                after = others[to - 1] if to else None
                self.session.do(checklist.move_tick, self.session.store, tick_id, after, by=_BY)
        else:
            following = order[at + 1 : at + 2] if what == "next" else order[max(0, at - 1) : at]
            (self._lines[following[0]].box if following else self._new).setFocus()

    def _add(self) -> None:
        text = self._new.text()
        if text.strip():
            do, store = self.session.do, self.session.store
            if do(checklist.add_tick, store, self.activity_id, text, by=_BY) is not None:
                self._unfinished.empty()

    def _tick_all(self) -> None:
        self.session.do(checklist.tick_all, self.session.store, self.activity_id, by=_BY)


class _Line(QWidget):
    """One line: its tick and its words. `asked` carries remove, up, down, next or previous."""

    asked = Signal(str)

    def __init__(self, session: Session, tick: Tick) -> None:
        super().__init__()
        self._session, self._tick = session, tick
        self.box, self.words = TickEntry(), TextEntry()
        set_look(self.words, "flat")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 4, 0)
        row.setSpacing(0)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)
        self._saving = Autosave(self._write, self, session)
        self.words.edited.connect(self._saving.touch)
        self.box.clicked.connect(self._turn)
        for one in (self.box, self.words):
            one.installEventFilter(self)

    def show_tick(self, tick: Tick) -> None:
        """Show the line as it is now; words that are being typed stay."""
        self._tick = tick
        self.box.setChecked(tick.done)
        self.box.setAccessibleName(tick.text)
        if not self._saving.pending and not self.words.hasFocus():
            self.words.put(tick.text)

    def keep(self) -> None:
        """Write what is being typed."""
        self._saving.flush()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead on by Enter and the arrows, move by Alt, take off by Ctrl+Delete."""
        if event.type() == QEvent.Type.FocusOut:
            self.keep()
            self.show_tick(self._tick)
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        key, held = Qt.Key(event.key()), event.modifiers()
        ways = {Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down"}
        what = ""
        if held == Qt.KeyboardModifier.AltModifier:
            what = ways.get(key, "")
        elif held == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_Delete:
            what = "remove"
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held:
            what = "next"
        elif watched is self.box and not held:
            what = {Qt.Key.Key_Up: "previous", Qt.Key.Key_Down: "next"}.get(key, "")
        if what:
            self.keep()
            self.asked.emit(what)
        return bool(what)

    def _turn(self, done: bool) -> None:
        self._session.do(checklist.tick, self._session.store, self._tick.id, done, by=_BY)

    def _write(self) -> None:
        text = self.words.toPlainText()
        if text.strip() and text != self._tick.text:
            self._session.do(checklist.edit_tick, self._session.store, self._tick.id, text, by=_BY)
