"""Sorting: what waits stands above, the buckets stand side by side below, each with its share."""

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from crm_workshop.activities.sort import Sortable, Sorted, buckets
from crm_workshop.kit.design import ActivityDesign
from crm_workshop.model.capture import Card
from crm_workshop.model.technology import ReleaseItem, TechnologyNeed
from crm_workshop.model.workshop import Activity
from ui.activities.dots import DotBar
from ui.activities.ink import theme_now
from ui.activities.parts import ActivityPart
from ui.activities.sorting.bucket import Bucket, BucketWall
from ui.activities.sorting.hands import RowHands, place_behind, sort_into
from ui.activities.wall.capture import CaptureLine
from ui.activities.wall.hands import WallHands
from ui.activities.wall.keeping import WORDS, CardKeeper, Keeper, RowKeeper
from ui.activities.wall.keys import CARDS, COMMON
from ui.activities.wall.model import WallCard
from ui.activities.wall.seen import seen_cards
from ui.session import Session
from ui.widgets.text import label

_EMPTY = "Nothing to sort yet: type it above, and Enter adds it."
_RECORDS: dict[str, type[TechnologyNeed] | type[ReleaseItem]] = {
    one.table: one for one in (TechnologyNeed, ReleaseItem)
}
_ADDING: dict[type[Sortable], str] = {
    Card: "Add a card",
    TechnologyNeed: "Add a need",
    ReleaseItem: "Add an item",
}


class Columns(QWidget):
    """Buckets side by side, in as many rows as the width asks for."""

    #: A bucket is at least so wide (px at the normal text size).
    LEAST = 156

    def __init__(self, columns: list[Bucket]) -> None:
        super().__init__()
        self._columns, self._beside = columns, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._arrange(len(columns))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose how many stand side by side, evenly over the rows."""
        super().resizeEvent(event)
        count, gap = len(self._columns), self._grid.spacing()
        room = max(1, (event.size().width() + gap) // (theme_now().px(self.LEAST) + gap))
        rows = -(-count // room)
        self._arrange(-(-count // rows))

    def _arrange(self, beside: int) -> None:
        if beside == self._beside:
            return
        self._beside = beside
        for number, column in enumerate(self._columns):
            self._grid.addWidget(column, number // beside, number % beside)
        for number in range(len(self._columns)):
            self._grid.setColumnStretch(number, int(number < beside))


class SortPart(ActivityPart):
    """Cards or needs by number keys or the mouse into buckets, and written on where they lie."""

    def __init__(
        self, session: Session, activity: Activity, design: ActivityDesign, title: str = ""
    ) -> None:
        super().__init__(session, activity, design, title)
        assert design.sort is not None, "an activity without a sort has no buckets"
        self.dots = DotBar(session, activity) if design.sort.dots else None
        keeper: Keeper
        self._hands: WallHands | RowHands
        self._record: type[Sortable] = Card
        if design.sort.subject == Card.table:
            self._hands, keeper = WallHands(session, self.dots), CardKeeper(activity.id)
        else:
            self._record = record = _RECORDS[design.sort.subject]
            self._hands = RowHands(session, record, self.dots)
            keeper = RowKeeper(session.workshop_id, record)
        self.new = CaptureLine(session, keeper, _ADDING[self._record], _ADDING[self._record])
        self.new.shows_at_once = True
        self.waiting = BucketWall("To sort", highest=216)
        self._sorted = self._read(activity)
        self.columns = [Bucket(n, b.label) for n, b in enumerate(self._sorted.buckets, 1)]
        self._build()
        self._connect()

    @property
    def walls(self) -> list[BucketWall]:
        """What waits, then the buckets in their order."""
        return [self.waiting, *(one.wall for one in self.columns)]

    def _build(self) -> None:
        self._heading = label("second")
        self._ask = label("warn")
        for widget in (self.new, self._heading, self._ask, self.waiting):
            self.body.addWidget(widget)
        if self.dots:
            self.body.addWidget(self.dots)
        self.body.addWidget(Columns(self.columns))

    def _connect(self) -> None:
        self.new.kept.connect(self.refresh)
        self.new.added.connect(self.refresh)
        if self.dots:
            self.dots.changed.connect(self.refresh)
        for number, wall in enumerate(self.walls):
            wall.offers = CARDS if self._record is Card else COMMON
            wall.numbered.connect(self._put)
            wall.leaving.connect(partial(self._go, number))
            wall.stepped.connect(partial(self._step, number))
            wall.moved.connect(partial(self._move, wall))
            wall.dropped.connect(partial(self._drop, number))
            wall.written.connect(self._hands.write)
            wall.asked.connect(self._hands.ask)
            wall.pasted.connect(self.new.paste_lines)

    # Showing

    def _read(self, activity: Activity) -> Sorted:
        return buckets(self.session.dossier, self.session.kit, activity)

    def refresh(self, *_: object) -> None:
        """Show what is in which bucket now."""
        activity = self.session.dossier.get(Activity, self.activity_id)
        if activity is None:
            return
        self.new.refresh()
        if self.dots:
            self.dots.refresh()
        self._sorted = self._read(activity)
        waiting = self._cards(self._sorted.unsorted)
        keys = f"1 to {len(self.columns)} put it into a bucket"
        done = "All sorted." if any(one.rows for one in self._sorted.buckets) else _EMPTY
        self._heading.setText(f"To sort: {len(waiting)} · {keys}" if waiting else done)
        self.waiting.set_cards(waiting)
        self.waiting.setVisible(bool(waiting))
        for column, state in zip(self.columns, self._sorted.buckets, strict=True):
            column.show_cards(self._cards(state.rows), state.share)
        if any(one.hasFocus() and not one.cards.cards for one in self.walls):
            self.new.setFocus()
        self._ask.setText(f"Above half. Ask: “{self._sorted.hint}”" if self._sorted.hint else "")
        self._ask.setVisible(bool(self._sorted.hint))

    def _cards(self, rows: tuple[Sortable, ...]) -> tuple[WallCard, ...]:
        """Return rows as cards, but the one that is still being typed."""
        finished = [one for one in rows if one.id != self.new.draft_id]
        notes = {one.id: self._note(one) for one in finished}
        cards = tuple(one for one in finished if isinstance(one, Card))
        if cards:
            return tuple(seen_cards(self.session.dossier, cards, notes).values())
        return tuple(
            WallCard(one.id, str(getattr(one, WORDS[type(one)])), notes[one.id]) for one in finished
        )

    def _note(self, row: Sortable) -> str:
        """Return the dots of a card; needs get none."""
        return self.dots.note(row) if self.dots and not isinstance(row, TechnologyNeed) else ""

    def all_keys(self) -> tuple[tuple[str, str], ...]:
        """Return what is done to cards, and how they are added."""
        return (*self._wall_keys(), ("Enter", "Add"))

    def keys_now(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of the field, or those of the cards."""
        return (("Enter", "Add"),) if self.new.hasFocus() else self._wall_keys()

    def _wall_keys(self) -> tuple[tuple[str, str], ...]:
        common = ((f"1–{len(self.columns)}", "Put in bucket"), ("0", "Take out"))
        dots = (("+ −", "Dots"), ("N", "Next voter")) if self.dots else ()
        merge = (("Ctrl+M", "Merge"),) if self._record is Card else ()
        return (*common, ("F2", "Write on it"), *merge, *dots)

    def first_focus(self) -> QWidget:
        """Return what waits to be sorted, or the field to add to it."""
        return self.waiting if self.waiting.cards.cards else self.new

    def keep_drafts(self) -> None:
        """Write what is still only in a field."""
        self.new.keep_draft()
        for wall in self.walls:
            wall.flush()

    def leave(self) -> None:
        """Let what was typed be a card."""
        super().leave()
        self.new.leave()

    # Sorting

    def _value(self, number: int) -> str:
        """Return the stored value of a bucket by its number; 0 is none."""
        return self._sorted.buckets[number - 1].value if number else ""

    def _put(self, ids: tuple[int, ...], number: int, behind: int | None = None) -> None:
        """Put cards into the bucket of that number; 0 takes them out."""
        if number > len(self.columns):
            return
        here = next((one for one in self.walls if one.hasFocus()), None)
        do, store, value = self.session.do, self.session.store, self._value(number)
        do(sort_into, store, self.activity_id, self._record, ids, value, behind)
        if here is not None and not here.cards.cards:
            self.walls[number].setFocus()

    def _go(self, at: int, way: int) -> None:
        """Go to the next list that holds something."""
        walls = self.walls
        there = range(at + way, len(walls) if way > 0 else -1, way)
        found = [one for one in there if walls[one].cards.cards]
        if found:
            walls[found[0]].setFocus()

    def _step(self, at: int, ids: tuple[int, ...], way: int) -> None:
        """Put cards into the bucket beside, and go there with them."""
        if 0 <= at + way < len(self.walls):
            self._put(ids, at + way)
            beside = self.walls[at + way]
            beside.choose(ids[0])
            beside.setFocus()

    def _move(self, wall: BucketWall, row_id: int, places: int) -> None:
        """Move a card within its bucket, as far as there is room."""
        order = [one.id for one in wall.cards.cards]
        at = order.index(row_id)
        to = max(0, min(at + places, len(order) - 1))
        order.remove(row_id)
        if to != at:
            behind = order[to - 1] if to else 0
            self.session.do(place_behind, self.session.store, self._record, (row_id,), behind)

    def _drop(self, number: int, ids: tuple[int, ...], behind: int) -> None:
        """Put cards where they were let go."""
        self._put(ids, number, behind)
