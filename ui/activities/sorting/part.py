"""Sorting: what waits stands above, the buckets stand side by side below, each with its share."""

from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from crm_workshop.activities.cards import add_card
from crm_workshop.activities.register import add_row
from crm_workshop.activities.sort import Sortable, Sorted, buckets, put_in_bucket
from crm_workshop.charter.figures import counted
from crm_workshop.kit.design import ActivityDesign
from crm_workshop.model.capture import Card
from crm_workshop.model.technology import ReleaseItem, TechnologyNeed
from crm_workshop.model.workshop import Activity
from ui.activities.dots import DotBar
from ui.activities.parts import ActivityPart
from ui.activities.sorting.bucket import BucketList, Thing
from ui.session import Session
from ui.widgets.text import label, set_look

_BY = "console"
_EMPTY = "Nothing to sort yet: type it above, and Enter adds it."
_ADDING = {
    Card.table: "Add a card",
    TechnologyNeed.table: "Add a need",
    ReleaseItem.table: "Add an item",
}


class SortPart(ActivityPart):
    """Cards or needs by number keys or the mouse into buckets."""

    def __init__(
        self, session: Session, activity: Activity, design: ActivityDesign, title: str = ""
    ) -> None:
        super().__init__(session, activity, design, title)
        assert design.sort is not None, "an activity without a sort has no buckets"
        self._subject = design.sort.subject
        self.dots = DotBar(session, activity) if design.sort.dots else None
        self.waiting = BucketList("To sort", highest=190)
        self._sorted = self._read(activity)
        self.columns = [_Column(n, b.label) for n, b in enumerate(self._sorted.buckets, 1)]
        self._build()
        for at, column in enumerate(self._lists):
            column.asked.connect(self._put)
            column.leaving.connect(partial(self._go, at))
            column.dropped.connect(self._drop)
            if self.dots:
                column.dotted.connect(self.dots.give)

    @property
    def _lists(self) -> list[BucketList]:
        return [self.waiting, *(one.cards for one in self.columns)]

    def _read(self, activity: Activity) -> Sorted:
        return buckets(self.session.dossier, self.session.kit, activity)

    def _build(self) -> None:
        self.new = QLineEdit()
        set_look(self.new, "capture")
        self.new.setPlaceholderText(f"{_ADDING[self._subject]} · Enter adds")
        self.new.setAccessibleName(_ADDING[self._subject])
        self.new.returnPressed.connect(self._add)
        self._heading = label("second")
        self._ask = label("warn")
        side_by_side = QHBoxLayout()
        side_by_side.setSpacing(12)
        for column in self.columns:
            side_by_side.addWidget(column, 1)
        for widget in (self.new, self._heading, self.waiting):
            self.body.addWidget(widget)
        self.body.addLayout(side_by_side)
        self.body.addWidget(self._ask)
        if self.dots:
            self.body.addWidget(self.dots)
            self.dots.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show what is in which bucket now."""
        activity = self.session.dossier.get(Activity, self.activity_id)
        if activity is None:
            return
        if self.dots:
            self.dots.refresh()
        self._sorted = self._read(activity)
        still = len(self._sorted.unsorted)
        keys = f"1 to {len(self.columns)} put the current one into a bucket"
        done = "All sorted." if any(one.rows for one in self._sorted.buckets) else _EMPTY
        self._heading.setText(f"To sort: {still} · {keys}" if still else done)
        self.waiting.show_things([self._thing(row) for row in self._sorted.unsorted])
        self.waiting.setVisible(still > 0)
        for column, state in zip(self.columns, self._sorted.buckets, strict=True):
            things = [self._thing(row) for row in state.rows]
            column.show_things(things, state.share)
        self._ask.setText(f"Above half. Ask: “{self._sorted.hint}”" if self._sorted.hint else "")
        self._ask.setVisible(bool(self._sorted.hint))

    def _thing(self, row: Sortable) -> Thing:
        text = row.text if isinstance(row, Card) else _words(row)
        if self.dots is None or isinstance(row, TechnologyNeed):
            return Thing(row.id, text)
        dots = self.dots.shown(row)
        said = counted(int(dots), "dot", "dots") if self.dots.revealed and dots else dots
        return Thing(row.id, text, said)

    def first_focus(self) -> QWidget:
        """Return what waits to be sorted, or the field to add to it."""
        return self.waiting if self._sorted.unsorted else self.new

    def keep_drafts(self) -> None:
        """Add what was typed and not yet added."""
        self._add()

    # Sorting

    def _put(self, row_id: int, number: int) -> None:
        """Put a thing into the bucket of that number; 0 takes it out."""
        if number > len(self.columns):
            return
        value = self._sorted.buckets[number - 1].value if number else ""
        was_waiting = self.waiting.hasFocus()
        self.session.do(
            put_in_bucket, self.session.store, self.activity_id, [row_id], value, by=_BY
        )
        if was_waiting and not self._sorted.unsorted:
            self._lists[number].setFocus()

    def _go(self, at: int, way: int) -> None:
        """Go to the next list that holds something."""
        lists = self._lists
        to = at + way
        while 0 <= to < len(lists):
            if lists[to].things.things:
                lists[to].setFocus()
                return
            to += way

    def _drop(self, row_id: int, at: QPoint) -> None:
        """Put a thing where it was let go: into a bucket, or back to what waits."""
        for number, column in enumerate(self.columns, 1):
            if QRect(column.mapToGlobal(QPoint(0, 0)), column.size()).contains(at):
                self._put(row_id, number)
                return
        top = self._heading.mapToGlobal(QPoint(0, 0))
        if at.y() < top.y() + self._heading.height() + self.waiting.height():
            self._put(row_id, 0)

    def _add(self) -> None:
        text, do, store = self.new.text(), self.session.do, self.session.store
        if not text.strip():
            return
        self.new.clear()
        if self._subject == Card.table:
            do(add_card, store, self.activity_id, text, revealed=True, by=_BY)
        elif self._subject == TechnologyNeed.table:
            do(add_row, store, self.session.workshop_id, TechnologyNeed, {"need": text}, by=_BY)
        else:
            do(add_row, store, self.session.workshop_id, ReleaseItem, {"item": text}, by=_BY)


class _Column(QWidget):
    """One bucket: its number key, its name, its share, its cards."""

    def __init__(self, number: int, name: str) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_look(self, "sunken")
        self.cards = BucketList(name)
        self._share: QLabel = label("second", wrap=False)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label("key", str(number), wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(label("strong", name), 1)
        head.addWidget(self._share, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.cards)
        layout.addStretch(1)
        self.setMinimumHeight(150)

    def show_things(self, things: list[Thing], share: float) -> None:
        """Show what lies in the bucket, and its share of all that is sorted."""
        self._share.setText(f"{round(100 * share)} %" if things else "")
        self.cards.show_things(things)


def _words(row: TechnologyNeed | ReleaseItem) -> str:
    return row.need if isinstance(row, TechnologyNeed) else row.item
