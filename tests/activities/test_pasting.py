"""Pieces of spreadsheets in registers."""

from datetime import date
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from crm_workshop.activities.half_typed import Place, half_typed
from crm_workshop.activities.paste import as_cells, cells
from crm_workshop.activities.pasting import paste_rows
from crm_workshop.activities.register import add_row
from crm_workshop.errors import InputError
from crm_workshop.model.choices import Presence
from crm_workshop.model.commitment import Commitment
from crm_workshop.model.success import Measure
from tests.activities.hall import Hall

PASTE = 'Calls answered\tuse\n"Complaints,\nwritten"\tresult\n'


def measures(hall: Hall) -> list[tuple[str, object]]:
    return [(one.measure, one.kind) for one in hall.store.all(Measure, hall.id)]


def test_rows_are_pasted_from_a_spreadsheet(hall: Hall) -> None:
    paste = partial(paste_rows, hall.store, hall.id, Measure)
    done = hall.does(lambda: paste(PASTE, ["measure", "kind"]))
    assert (len(done.rows), done.unread) == (2, 0)
    assert measures(hall) == [("Calls answered", "use"), ("Complaints, written", "result")]
    paste("By\tMeasure\tFrom\r\n2027-01-14\tLetters\t1,200\r\n")
    row = hall.store.all(Measure, hall.id)[-1]
    assert (row.measure, row.by, row.baseline) == ("Letters", date(2027, 1, 14), 1200.0)
    paste("Visits\tresult\tearly")
    row = hall.store.all(Measure, hall.id)[-1]
    assert (row.measure, row.timing) == ("Visits", "early")


def test_a_paste_fills_the_rows_that_are_there_and_goes_on_beyond_them(hall: Hall) -> None:
    rows = [add_row(hall.store, hall.id, Measure, {"measure": one}) for one in "abc"]
    text = "Calls\tuse\n\tresult\nLetters\tuse"
    start = partial(paste_rows, start_id=rows[1].id)
    done = hall.does(lambda: start(hall.store, hall.id, Measure, text, ["measure", "kind"]))
    assert done.rows[:2] == (rows[1].id, rows[2].id)
    wanted = [("a", None), ("Calls", "use"), ("c", "result"), ("Letters", "use")]
    assert measures(hall) == wanted


def test_what_cannot_be_read_stays_half_typed_in_its_field(hall: Hall) -> None:
    text = "Call ten clients\tsoonish\nOpen the kick-off\t14 Jan 2027"
    done = paste_rows(hall.store, hall.id, Commitment, text, ["action", "first_on"])
    assert done.unread == 1
    first, second = hall.store.all(Commitment, hall.id)
    assert (first.action, first.first_on) == ("Call ten clients", None)
    assert half_typed(hall.dossier(), Place("commitment", first.id, "first_on")) == "soonish"
    assert second.first_on == date(2027, 1, 14)


def test_people_who_are_new_come_into_the_register(hall: Hall) -> None:
    hall.does(
        lambda: paste_rows(
            hall.store,
            hall.id,
            Commitment,
            "A. Arden\tCall",
            ["person", "action"],
            add_missing=True,
        )
    )
    person = hall.dossier().person("A. Arden")
    assert person is not None
    assert person.present is Presence.NO


def test_a_wrong_paste_changes_nothing(hall: Hall) -> None:
    paste = partial(paste_rows, hall.store, hall.id, Measure)
    for text, said in (
        ("Calls\tuse\tmore", "Row 1 has 3 cells, but there are 2 columns"),
        (" \n\t", "no rows"),
        ("Measure\tKind", "no rows"),
    ):
        hall.refuses(InputError, said, partial(paste, text, ["measure", "kind"]))


LINES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf"]), min_size=1)


@given(st.lists(st.lists(LINES.filter(str.strip) | st.just('a\tb "c"\nd'), min_size=1), min_size=1))
def test_what_is_copied_is_pasted_as_it_was(rows: list[list[str]]) -> None:
    again = cells(as_cells(rows))
    assert again == cells(as_cells(again))
    assert [len(row) for row in again] == [len(row) for row in rows]
