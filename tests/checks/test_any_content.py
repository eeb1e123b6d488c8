"""Whatever people type: the checks never fail, and say the same of the same."""

from datetime import date
from typing import Any

import hypothesis.strategies as st
from hypothesis import given, settings

from crm_workshop.checks import check
from crm_workshop.kit.load import load_kit
from crm_workshop.model.base import Row
from crm_workshop.model.dossier import TABLES, Dossier
from crm_workshop.model.fields import links
from crm_workshop.model.workshop import Workshop
from tests.strategies import contents_of

KIT = load_kit()

#: What the rules listen for, to be put together in any order.
HEARD = (
    *("CRM is", "it is", "not", "simply", "a", "the", "of", "and", ",", ":", "/", "(", "IT", "it"),
    *("system", "Outlook", "clients", "support", "chair", "change", "to", "ongoing", "every"),
    *("100 %", "zero", "errors", "data", "records", "log in", "go-live", "access", "complaints"),
    *("The Board", "R. Okonjo", "managing partner", "TBC", "??", "31 June", "2027-02-30", "5/55/1"),
    *("{client}", "{0}", "%s", "“", "\n", "-", "n/a", "Main objective", "\u202e", "x" * 60),
)
SAID = st.lists(st.sampled_from(HEARD), max_size=8).map(" ".join)


def heard_or_any(contents: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Let each text be what was drawn, or something the rules listen for."""
    return st.fixed_dictionaries(
        {
            name: st.just(value) | SAID if type(value) is str else st.just(value)
            for name, value in contents.items()
        }
    )


CONTENTS = {record: contents_of(record).flatmap(heard_or_any) for record in TABLES}


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """A workshop with a few rows of every type, filled with anything, pointing to one another."""
    workshop = Workshop(id=1, workshop_id=1, **draw(CONTENTS[Workshop]))
    rows: dict[type[Row], tuple[Row, ...]] = {}
    for record in draw(st.lists(st.sampled_from(TABLES[1:]), max_size=12, unique=True)):
        count = 1 if record.single else draw(st.integers(1, 2))
        rows[record] = tuple(
            record(id=number, **draw(CONTENTS[record]), **dict.fromkeys(links(record), 1))
            for number in range(1, count + 1)
        )
    return Dossier(workshop, rows)


@settings(max_examples=150)
@given(dossiers(), st.dates())
def test_the_checks_never_fail_and_repeat_themselves(dossier: Dossier, today: date) -> None:
    findings = check(dossier, KIT, today)
    assert findings == check(dossier, KIT, today)
    assert len({one.key for one in findings}) == len(findings)
    assert [one.order for one in findings] == sorted(one.order for one in findings)
    for one in findings:
        assert all((one.title, one.sentence, one.question))
        assert "\n" not in one.sentence + one.about


@settings(max_examples=40)
@given(st.sampled_from((date.min, date.max)), st.dates())
def test_the_ends_of_the_calendar_do_no_harm(held: date, today: date) -> None:
    for record in TABLES[1:]:
        dates: dict[str, Any] = {
            name: held for name, kind in record.__annotations__.items() if kind == date | None
        }
        rows = (record(id=1, **dates),)
        dossier = Dossier(Workshop(firm="A", held_on=today), {record: rows})
        assert check(dossier, KIT, held)
        assert check(dossier, KIT, today)


def test_a_blank_workshop_is_judged() -> None:
    assert check(Dossier(Workshop()), KIT, date(2026, 12, 1))
