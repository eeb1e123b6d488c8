"""Whatever the records hold, a charter is composed of them."""

from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from crm_workshop.charter.code import content_code
from crm_workshop.charter.compose import compose
from crm_workshop.model.base import Row
from crm_workshop.model.dossier import TABLES, Dossier
from crm_workshop.model.fields import links
from crm_workshop.model.workshop import Activity, Workshop
from tests.charter.dossiers import KIT, TODAY, agenda
from tests.strategies import contents_of


def rows_of(record: type[Row]) -> st.SearchStrategy[tuple[Row, ...]]:
    """Return up to three random rows that point at random to rows 0 to 3, or to none."""
    pointers: dict[str, Any] = {
        name: st.none() | st.integers(0, 3) if hint is None else st.integers(0, 3)
        for name, hint in (
            (name, record.__dataclass_fields__[name].default) for name in links(record)
        )
    }
    one = st.tuples(contents_of(record), st.fixed_dictionaries(pointers))
    most = 1 if record.single else 3
    return st.lists(one, max_size=most).map(
        lambda held: tuple(
            record(id=number, workshop_id=1, **values, **links_to)
            for number, (values, links_to) in enumerate(held, 1)
        )
    )


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    workshop = Workshop(id=1, workshop_id=1, **draw(contents_of(Workshop)))
    chosen = draw(st.lists(st.sampled_from(TABLES[1:]), unique=True, max_size=6))
    rows = {record: draw(rows_of(record)) for record in chosen}
    if draw(st.booleans()):
        rows[Activity] = agenda()
    return Dossier(workshop, rows)


@settings(max_examples=150)
@given(dossiers(), st.sampled_from(["", "1.0"]))
def test_any_records_make_a_charter(held: Dossier, version: str) -> None:
    made = compose(held, KIT, (), today=TODAY, version=version)
    assert made.code == content_code(made)
    assert len(made.annexes) == 7
    assert all(one.blocks for one in (*made.sections, *made.annexes))
    assert msgspec.json.encode(made)
    assert made == compose(held, KIT, (), today=TODAY, version=version)
