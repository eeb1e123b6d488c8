"""Where clauses stand, what they were composed from, and what is told of that."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pikepdf
import pypdfium2
import pytest

from crm_workshop.charter.code import content_code
from crm_workshop.charter.compose import compose
from crm_workshop.charter.document import Charter
from crm_workshop.charter.layout.sheet import SHEETS
from crm_workshop.charter.origin import Origin
from crm_workshop.charter.pdf import Clause, Printed, build_pdf, print_charter
from crm_workshop.charter.provenance import Provenance, provenance, row_of
from crm_workshop.checks import check
from crm_workshop.exchange import dump, import_workshop, samples
from crm_workshop.kit.load import kit_of
from crm_workshop.model.capture import Card, Poll
from crm_workshop.model.choices import Paper
from crm_workshop.model.commitment import Commitment
from crm_workshop.model.dossier import BY_TABLE, Dossier
from crm_workshop.model.success import Measure
from crm_workshop.model.workshop import Activity
from crm_workshop.store.library import Store

TODAY = date(2026, 11, 21)


def dossier_of(sample: int, store: Store) -> Dossier:
    return store.load(import_workshop(store, samples()[sample].data))


@pytest.fixture
def store() -> Store:
    return Store.open(":memory:")


def composed(dossier: Dossier) -> Charter:
    kit = kit_of(dossier.workshop)
    return compose(dossier, kit, check(dossier, kit, TODAY), today=TODAY)


def told(dossier: Dossier, clause: Clause) -> Provenance:
    return provenance(dossier, kit_of(dossier.workshop), clause.origins, clause.text, TODAY)


def clauses_of(printed: Printed, table: str) -> Iterator[Clause]:
    yield from (one for one in printed.clauses if one.origins[0].table == table)


@pytest.mark.parametrize("sample", range(3))
@pytest.mark.parametrize("paper", Paper)
def test_a_clause_stands_where_its_words_are_printed(sample: int, paper: Paper, store: Store):
    """Reading the PDF within a clause's place gives the words of the clause."""
    charter = replace(composed(dossier_of(sample, store)), paper=paper)
    printed, sheet = print_charter(charter), SHEETS[paper]
    assert printed.pdf == build_pdf(charter)
    document = pypdfium2.PdfDocument(printed.pdf)
    texts = [page.get_textpage() for page in document]
    assert printed.clauses
    for one in printed.clauses:
        assert one.origins
        assert sheet.left - 1 <= one.x
        assert one.x + one.wide <= sheet.wide - sheet.right + 1
        assert sheet.top - 1 <= one.top
        assert one.top + one.high <= sheet.high - sheet.bottom + 1
        within = texts[one.page].get_text_bounded(
            left=one.x - 2,
            right=one.x + one.wide + 2,
            bottom=sheet.high - one.top - one.high - 1,
            top=sheet.high - one.top + 1,
        )
        words = set(one.text.split()) - {"·"}  # which parts one cell from the next
        found = set(within.split())
        assert len(words & found) >= 0.8 * len(words), one
    for text in texts:
        text.close()
    document.close()


def test_clauses_come_in_reading_order_and_name_records_that_are_there(store: Store):
    dossier = dossier_of(0, store)
    printed = print_charter(composed(dossier))
    assert [one.page for one in printed.clauses] == sorted(one.page for one in printed.clauses)
    for one in printed.clauses:
        for origin in one.origins:
            assert origin.table in BY_TABLE
            assert not origin.row_id or row_of(dossier, origin)
    tables = {origin.table for one in printed.clauses for origin in one.origins}
    assert {"draft", "commitment", "measure", "win", "pitfall", "review", "poll", "card"} <= tables
    assert {"hard_decision", "signature", "experience_step", "release_item", "lesson"} <= tables


def test_a_table_that_is_parted_tells_each_row_on_its_page(store: Store):
    dossier = dossier_of(0, store)
    rows = list(clauses_of(print_charter(composed(dossier)), "card"))
    assert len({one.page for one in rows}) > 1
    ids = [one.origins[0].row_id for one in rows if one.page == rows[0].page]
    assert len(set(ids)) == len(ids)


def test_origins_are_nothing_that_the_charter_says(store: Store):
    """The same records under other numbers say the same: one code, equal documents, one PDF."""
    dossier = dossier_of(0, store)
    again = store.load(import_workshop(store, dump(dossier)))
    ours, theirs = composed(dossier), composed(again)
    assert ours == theirs
    assert ours.code == theirs.code == content_code(ours)
    assert build_pdf(ours) == build_pdf(theirs)
    ids = [[one.origins for one in print_charter(c).clauses] for c in (ours, theirs)]
    assert ids[0] != ids[1]


def test_the_definition_tells_activity_hour_votes_and_cards(store: Store):
    dossier = dossier_of(0, store)
    clause = next(clauses_of(print_charter(composed(dossier)), "draft"))
    found = told(dossier, clause)
    activity = dossier.activity("2.5")
    assert activity is not None
    assert activity.started is not None
    began = activity.started.astimezone()
    assert found.activity == "2.5 Our definition"
    assert f"{began:%H:%M}" in found.hour
    assert found.spot == Origin("draft", clause.origins[0].row_id)
    assert len(found.votes) == 1
    assert "round 2" in found.votes[0]
    assert "9 of 9 who could vote" in found.votes[0]
    assert len(found.cards) == 4
    assert found.cards_before > 4


def test_a_promise_tells_its_dots_and_a_commitment_who(store: Store):
    dossier = dossier_of(0, store)
    printed = print_charter(composed(dossier))
    step = next(clauses_of(printed, "experience_step"))
    assert told(dossier, step).dots.endswith("dots")
    one = next(clauses_of(printed, "commitment"))
    row = row_of(dossier, one.origins[0])
    assert isinstance(row, Commitment)
    assert ("Who", row.person) in told(dossier, one).people


def test_what_the_room_has_not_seen_is_not_told(store: Store):
    dossier = dossier_of(0, store)
    clause = next(clauses_of(print_charter(composed(dossier)), "draft"))
    with store.step("Hide", dossier.workshop.id) as pen:
        for poll in dossier.all(Poll):
            pen.update(poll, revealed=False)
        for card in dossier.all(Card):
            pen.update(card, revealed=False)
    found = told(store.load(dossier.workshop.id), clause)
    assert (found.votes, found.cards, found.cards_before) == ((), (), 0)


def test_nobody_is_told_who_wrote_a_card(store: Store):
    dossier = dossier_of(0, store)
    with store.step("Sign cards", dossier.workshop.id) as pen:
        for card in dossier.all(Card):
            pen.update(card, author="Zenobia Quill")
    dossier = store.load(dossier.workshop.id)
    for clause in print_charter(composed(dossier)).clauses:
        assert "Zenobia" not in repr(told(dossier, clause))


def test_an_activity_that_was_not_begun_or_come_back_to_says_so(store: Store):
    dossier = dossier_of(0, store)
    clause = next(clauses_of(print_charter(composed(dossier)), Measure.table))
    activity = dossier.activity("5.1")
    assert isinstance(activity, Activity)

    def hour(**times: datetime | None) -> str:
        with store.aside(dossier.workshop.id) as pen:
            pen.update(activity, **times)
        return told(store.load(dossier.workshop.id), clause).hour

    began = datetime(2026, 11, 21, 12, tzinfo=UTC)
    assert hour(started=None, ended=None) == "The room has not come to it yet"
    assert "since" in hour(started=began, ended=None)
    late = datetime(2026, 12, 24, 12, tzinfo=UTC)
    assert hour(started=began, ended=late).endswith("last there on 24 Dec 2026")


def test_the_origins_leave_no_trace_in_the_file(store: Store):
    printed = print_charter(composed(dossier_of(0, store)))
    with pikepdf.open(io.BytesIO(printed.pdf)) as file:
        assert b"experience_step" not in b"".join(page.Contents.read_bytes() for page in file.pages)
