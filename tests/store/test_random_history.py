"""Random edits of every stored type: undo all, redo all and zig-zag always come back."""

import dataclasses
import typing
from types import NoneType
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crm_workshop.model.base import Placed, Row
from crm_workshop.model.dossier import BY_TABLE, TABLES, Dossier
from crm_workshop.model.fields import links
from crm_workshop.model.workshop import Version, Workshop
from crm_workshop.store.library import Change, Store
from crm_workshop.store.pen import Pen
from tests.strategies import contents_of

_UNIQUE = ("name", "key", "finding")  # columns that are unique within a workshop
#: What is issued stays: `tests/charter/test_frozen.py` tries to change it.
_EDITED = tuple(one for one in TABLES if one.undoable and one not in (Workshop, Version))


class Clerk:
    """Does random edits to one workshop, keeping to what the schema demands."""

    def __init__(self, store: Store, workshop_id: int) -> None:
        self.store, self.id, self.count = store, workshop_id, 0

    def insert(self, pen: Pen, record: type[Row], content: dict[str, Any]) -> Row | None:
        """Insert a row with everything it must point to; None where there may be only one."""
        if record.single and self.store.all(record, self.id):
            return None
        targets: dict[str, Any] = self._references(pen, record)
        if record.table == "dot":
            targets |= dict.fromkeys(("step_id", "item_id"))
        if record.table in ("signature", "dot_round", "prework_answer"):
            (name,) = links(record)
            if self.store.find(record, self.id, **{name: targets[name]}):
                return None
        if record.table == "ballot":
            targets["person_id"] = None
        return pen.insert(record(**self._distinct(content), **targets))

    def _references(self, pen: Pen, record: type[Row]) -> dict[str, int | None]:
        hints = typing.get_type_hints(record)
        found: dict[str, int | None] = {}
        for name, table in links(record).items():
            needed = NoneType not in typing.get_args(hints[name]) or name == "card_id"
            rows = self.store.all(BY_TABLE[table], self.id)
            if rows:
                found[name] = rows[-1].id
            elif needed:
                made = self.insert(pen, BY_TABLE[table], {})
                found[name] = made.id if made else None
        return found

    def _distinct(self, content: dict[str, Any]) -> dict[str, Any]:
        self.count += 1
        return {
            name: f"{value} {self.count}" if name in _UNIQUE else value
            for name, value in content.items()
        }

    def update(self, pen: Pen, row: Row, content: dict[str, Any]) -> None:
        distinct = self._distinct(content)
        pen.update(row, **{name: distinct[name] for name in distinct.keys() - row.unrecorded})


edits = st.sampled_from(_EDITED).flatmap(
    lambda record: st.tuples(
        st.just(record),
        st.sampled_from(["insert", "insert", "update", "delete", "move"]),
        contents_of(record),
        st.integers(0, 5),
    )
)


def _apply(clerk: Clerk, edit: tuple[type[Row], str, dict[str, Any], int]) -> None:
    record, what, content, index = edit
    rows = clerk.store.all(record, clerk.id)
    row = rows[index % len(rows)] if rows else None
    with clerk.store.step(what, clerk.id) as pen:
        if what == "insert" or row is None:
            clerk.insert(pen, record, content)
        elif what == "update":
            clerk.update(pen, row, content)
        elif what == "delete":
            pen.delete(row)
        elif what == "move" and isinstance(row, Placed):
            others = [one for one in rows if isinstance(one, Placed) and one.id != row.id]
            pen.place(row, after=others[-1] if others else None, among=[*others, row])


def _content(store: Store, workshop_id: int) -> Dossier:
    return store.load(workshop_id)


def _follow(store: Store, workshop_id: int) -> None:
    """From now on hold each change to this: reading again what it names is enough."""
    known = store.load(workshop_id)

    def hear(change: Change) -> None:
        nonlocal known
        known = store.reload(known, change.tables)
        assert known == store.load(workshop_id)

    store.subscribe(hear)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(edits, min_size=1, max_size=25), st.lists(st.booleans(), max_size=30))
def test_undo_and_redo_always_return_to_the_same_content(
    edited: list[tuple[type[Row], str, dict[str, Any], int]], zigzag: list[bool]
) -> None:
    with Store.open(":memory:") as store:
        with store.step("Create", None) as pen:
            workshop_id = pen.insert(Workshop(firm="Alder")).id
        _follow(store, workshop_id)
        clerk = Clerk(store, workshop_id)
        states = [_content(store, workshop_id)]
        for edit in edited:
            _apply(clerk, edit)
            if _content(store, workshop_id) != states[-1]:
                states.append(_content(store, workshop_id))
        place = len(states) - 1
        for back in [*[True] * len(states), *[False] * len(states), *zigzag]:
            done = store.undo(workshop_id) if back else store.redo(workshop_id)
            place += (-1 if back else 1) if done else 0
            assert _content(store, workshop_id) == states[place]
        _assert_index_is_fresh(store, workshop_id)


def _assert_index_is_fresh(store: Store, workshop_id: int) -> None:
    """Whatever was done and undone, search knows exactly the rows that exist."""
    indexed = set(store.conn.execute("SELECT tbl, row_id FROM searched").fetchall())
    existing = {(row.table, row.id) for row in store.load(workshop_id).everything()}
    assert indexed <= existing
    assert store.conn.execute("SELECT count(*) FROM search").fetchone()[0] == len(indexed)


def test_every_undoable_type_is_edited_here() -> None:
    assert {one for one in TABLES if one.undoable} <= {*_EDITED, Workshop, Version}
    assert all(dataclasses.is_dataclass(one) for one in _EDITED)
