"""What is written down, on the room screen: rows, wordings, lists."""

from datetime import date

from crm_workshop.live.parts import (
    Line,
    Piece,
    Signatory,
    Tick,
)
from crm_workshop.live.seen import (
    Checklist,
)
from crm_workshop.live.views import View
from crm_workshop.model import capture, commitment, meaning, success, workshop
from crm_workshop.model.choices import (
    CommitmentState,
    Locale,
    Scale,
    SignatureState,
)
from tests.live.sample import IDS, dossier, poll, see


def test_commitments_read_as_on_the_wall():
    given = commitment.Commitment(
        person="v. ashgrove",
        action="Open every meeting with the client review.",
        first_on=date(2027, 1, 14),
        rhythm="monthly",
        seen_when="it is item 1",
        hours_per_month=2,
    )
    not_yet = commitment.Commitment(
        person="B. Tolliver", state=CommitmentState.NOT_YET, answer_by=date(2026, 12, 5)
    )
    (table,) = see(dossier(given, not_yet), "4.3").body.tables
    assert [one.title for one in table.columns] == ["Who", "Will", "By"]
    assert [one.date for one in table.columns] == [False, False, True]
    who, will, by = table.rows[0].cells
    assert (who.text, who.notes) == ("v. ashgrove", (Line(text="Managing partner"),))
    assert will.notes == (Line(text="Seen when: it is item 1"),)
    assert by.text == "14 Jan, then monthly"
    assert [one.text for one in table.rows[1].cells] == [
        "B. Tolliver",
        "Not yet.",
        "answers by 5 Dec",
    ]
    assert [one.quiet for one in table.rows] == [False, True]
    assert table.status == "1 of 2 written"


def test_american_days_and_far_ones():
    rows = [
        success.Milestone(outcome="Rota on the wall", by=date(2027, 1, 14)),
        success.Milestone(outcome="Review read", by=date(2027, 11, 30)),
    ]
    table = see(dossier(*rows, locale=Locale.US), "5.1").body.tables[1]
    assert [one.cells[1].text for one in table.rows] == ["Jan 14", "Nov 30, 2027"]


def test_measures_say_from_what_to_what():
    measures = [
        success.Measure(measure="Days to an answer", baseline=12, target=5, unit="days"),
        success.Measure(measure="Repeats", target=2.5, unit="%", baseline_by=date(2026, 12, 12)),
        success.Measure(measure="Only named"),
    ]
    table = see(dossier(*measures), "5.1").body.tables[0]
    told = [one.cells[1].text.replace("\N{NO-BREAK SPACE}", " ") for one in table.rows]
    assert told == ["12 → 5", "? → 2.5 %", ""]
    assert table.rows[1].cells[1].notes == (Line(text="Baseline found by: 12 Dec 2026"),)
    assert table.status == "2 of 3 written"


def test_rows_nobody_has_written_in_are_left_out():
    table = see(dossier(commitment.UseRule(), commitment.UseRule(what="Calls")), "4.4").body.tables
    assert [one.cells[0].text for one in table[3].rows] == ["Calls"]


def test_a_record_that_exists_once_shows_label_by_label():
    definition = meaning.Definition(
        expands_to="Client", not_this=("a list", "a tool"), done_by=date(2027, 11, 30)
    )
    (table,) = see(dossier(definition), "2.5", View.ROWS).body.tables
    told = {one.cells[0].text: one.cells[1].text for one in table.rows}
    assert told["The C stands for"] == "Client"
    assert told["What CRM is not here"] == "a list\na tool"
    assert told["Done when"] == ""
    assert table.status == "3 of 7 written"


def test_steps_show_their_dots_once_they_are_revealed():
    step = meaning.ExperienceStep(id=1, step="First call", today="I wait", wanted="One name")
    dot = capture.Dot(activity_id=IDS["2.4"], person_id=1, step_id=1, count=2)
    (table,) = see(dossier(step, dot), "2.4").body.tables
    assert table.rows[0].dots is None
    assert table.status == "1 of 1 written · 1 of 3 have given their dots"
    shown = capture.DotRound(activity_id=IDS["2.4"], revealed=True)
    (table,) = see(dossier(step, dot, shown), "2.4").body.tables
    assert table.rows[0].dots == 2
    assert table.status == "1 of 1 written"


def test_a_statement_shows_what_changed():
    drafts = [
        capture.Draft(activity_id=IDS["2.5"], text="CRM is a list we keep."),
        capture.Draft(
            activity_id=IDS["2.5"], text="CRM is how we keep.", says_process=True, author="N. Quist"
        ),
    ]
    found = dossier(*drafts)
    standing = see(found, "2.5").body
    assert standing.pieces == (Piece(text="CRM is how we keep."),)
    assert [one.done for one in standing.ticks] == [False, True, False]
    changes = see(found, "2.5", View.DIFFERENCE).body.pieces
    assert [(one.text, one.change) for one in changes] == [
        ("CRM is", "same"),
        (" a list", "removed"),
        (" how", "added"),
        (" we keep.", "same"),
    ]
    assert [one.label for one in see(found, "2.5", View.DRAFTS).body.drafts] == ["1", "2"]


def test_each_wording_says_the_agreement_it_reached():
    draft = capture.Draft(id=7, activity_id=IDS["2.5"], text="CRM is how we keep our word.")
    rows = poll("2.5", 1, 2, 6, scale=Scale.GRADIENTS, question="definition", draft_id=7)
    (line,) = see(dossier(draft, *rows), "2.5", View.DRAFTS).body.drafts
    assert line.note == "2 of 3 votes consent"


def test_before_any_wording_there_is_nothing_to_compare():
    for view in (View.WORDING, View.DIFFERENCE):
        assert see(dossier(), "2.5", view).body.pieces == ()
    one = capture.Draft(activity_id=IDS["2.5"], text="First words")
    assert see(dossier(one), "2.5", View.DIFFERENCE).body.pieces == (Piece(text="First words"),)


def test_a_checklist_shows_what_the_room_agreed_to():
    tick = workshop.Tick(activity_id=IDS["1.1"], text="One voice at a time", done=True)
    body = see(dossier(tick), "1.1").body
    assert body == Checklist(ticks=(Tick(text="One voice at a time", done=True),))


def test_the_sponsor_signs_first_and_each_says_how():
    later = workshop.Signature(
        person_id=2,
        state=SignatureState.LATER,
        sign_by=date(2026, 12, 5),
        chaser="N. Quist",
    )
    body = see(dossier(later), "8.2").body
    assert body.signatories == (
        Signatory(name="V. Ashgrove", role="Managing partner", status=""),
        Signatory(
            name="B. Tolliver",
            role="Head of litigation",
            status="signs later, by 5 December 2026; N. Quist asks for it",
        ),
    )
    assert "Quillfeather & Moss LLP" in body.mandate
