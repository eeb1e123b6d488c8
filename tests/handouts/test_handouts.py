"""What is printed for the day: the words, who gets them, and what stays the facilitator's."""

from dataclasses import replace
from datetime import time
from itertools import pairwise

import pytest

from crm_workshop.activities.agenda import leave_out_activity, set_minutes
from crm_workshop.activities.people import add_person
from crm_workshop.activities.prework import answer_prework, note_sponsor_call
from crm_workshop.activities.schedule import ends, schedule
from crm_workshop.activities.workshops import create_workshop, set_word
from crm_workshop.charter.layout.sheet import SHEETS
from crm_workshop.exchange import import_workshop
from crm_workshop.exchange.samples import samples
from crm_workshop.handouts.compose import prework, run_sheet, worksheets
from crm_workshop.handouts.pdf import handout_pdf, lay_out
from crm_workshop.kit.load import kit_of
from crm_workshop.model.choices import Paper, Presence, Sector, Variant
from crm_workshop.store.library import Store
from tests.charter.reading import boxes, page_texts, whole_text

HANDOUTS = (prework, worksheets, run_sheet)


@pytest.fixture
def store():
    return Store.open(":memory:")


@pytest.fixture
def law(store):
    """The sample of a law firm, complete, with the facilitator's notes."""
    return store.load(import_workshop(store, samples()[0].data))


def printed(dossier, compose):
    return handout_pdf(compose(dossier, kit_of(dossier.workshop)))


def test_there_is_one_prework_sheet_for_each_person_in_the_room(store):
    workshop = create_workshop(store, "Marram & Wren", facilitator="Inès Halloran")
    for name, present in (("A. Quill", "yes"), ("B. Reed", "part"), ("C. Sedge", "no")):
        add_person(store, workshop.id, name=name, role="Partner", present=Presence(present))
    pages = page_texts(printed(store.load(workshop.id), prework))
    assert [name in page for page, name in zip(pages, ("A. Quill", "B. Reed"), strict=True)]
    assert "A. Quill" in pages[0]
    assert "B. Reed" in pages[1]
    for page in pages:
        assert "CRM here means" in page
        assert "One time a client had to work too hard with us" in page
        assert "One figure we already have about our clients" in page
        assert "Inès Halloran" in page


def test_without_people_there_is_one_sheet_to_write_a_name_on(store):
    workshop = create_workshop(store, "Marram & Wren")
    (page,) = page_texts(printed(store.load(workshop.id), prework))
    assert "Name" in page


@pytest.mark.parametrize("variant", list(Variant))
@pytest.mark.parametrize("paper", list(Paper))
def test_every_activity_of_the_day_has_its_worksheet(store, variant, paper):
    workshop = create_workshop(store, "Marram & Wren", variant=variant, paper=paper)
    dossier = store.load(workshop.id)
    handout = worksheets(dossier, kit_of(workshop))
    held = [one.activity.key for one in schedule(dossier, kit_of(workshop)) if one.activity]
    assert [part.number for part in handout.parts] == held
    for part in handout.parts:
        asked = [block for block in part.blocks if type(block).__name__ in WRITTEN_ON]
        assert asked, part.title
    assert boxes(handout_pdf(handout))[0] == pytest.approx(
        (SHEETS[paper].wide, SHEETS[paper].high), abs=0.01
    )


#: Blocks that people write on.
WRITTEN_ON = {"Tally", "Ruled", "Boxes", "Ticks", "LogForm"}


def test_the_run_sheet_tells_the_day_by_the_clock_and_each_script(law):
    text = whole_text(printed(law, run_sheet))
    kit = kit_of(law.workshop)
    for slot in schedule(law, kit):
        assert slot.title in text
        assert slot.begins is not None
        assert f"{slot.begins:%H:%M}" in text
    assert "Ends at 12:40. 220 minutes with breaks. The room is booked for 240." in text
    assert "Each executive stays for these".upper() in text
    assert "Watch for:" in text
    assert "Rescue:" in text


def test_the_facilitators_notes_are_on_the_run_sheet_alone(law):
    notes = [one.note for one in law.everything() if getattr(one, "note", "")]
    first = " ".join(notes[0].split())[:40]
    assert first in whole_text(printed(law, run_sheet))
    for compose in (prework, worksheets):
        assert first not in whole_text(printed(law, compose))


def test_a_day_without_an_executive_is_told_what_it_makes(store):
    workshop = create_workshop(store, "Marram & Wren")
    text = whole_text(printed(store.load(workshop.id), run_sheet))
    assert "Without a leader in the room this produces notes, not a charter." in text


def test_the_firms_own_words_are_printed(store):
    workshop = create_workshop(store, "Marram & Wren", sector=Sector.CONSULTING)
    set_word(store, workshop.id, "client", "patron")
    for compose in HANDOUTS:
        assert "patron" in whole_text(printed(store.load(workshop.id), compose))


def test_the_clock_runs_on_over_breaks_and_past_midnight(store):
    workshop = create_workshop(store, "Marram & Wren", starts="23:30")
    dossier = store.load(workshop.id)
    kit = kit_of(workshop)
    slots = schedule(dossier, kit)
    assert slots[0].begins == workshop.starts
    assert [one.title for one in slots if one.activity is None] == ["Coffee"]
    for before, after in pairwise(slots):
        assert (_minute(after) - _minute(before)) % (24 * 60) == before.minutes
    assert ends(dossier, kit) == time(3, 10)


def _minute(slot):
    return slot.begins.hour * 60 + slot.begins.minute


def test_what_is_left_out_is_neither_scheduled_nor_printed(store):
    workshop = create_workshop(store, "Marram & Wren", starts="09:00")
    dossier = store.load(workshop.id)
    kit = kit_of(workshop)
    first, second = (dossier.activity(key) for key in ("1.1", "1.2"))
    set_minutes(store, first.id, 20)
    leave_out_activity(store, second.id, "told in the call before")
    dossier = store.load(workshop.id)
    slots = schedule(dossier, kit)
    assert [one.activity.key for one in slots[:2] if one.activity] == ["1.1", "2.1"]
    assert f"{slots[1].begins:%H:%M}" == "09:20"
    assert all(part.number != "1.2" for part in worksheets(dossier, kit).parts)


@pytest.mark.parametrize("compose", HANDOUTS)
def test_everything_fits_its_page_however_long_and_in_any_alphabet(store, compose):
    long = "Ὀδυσσεὺς Ёлкина Ångström <b>&amp; " + "unendlich" * 30
    workshop = create_workshop(store, long, place=long, facilitator=long)
    add_person(store, workshop.id, name=long, role=long, is_exec=True, signs=True)
    dossier = store.load(workshop.id)
    handout = compose(dossier, kit_of(workshop))
    high = SHEETS[handout.paper].column[1]
    for page in lay_out(handout):
        assert page[-1].top + page[-1].item.height <= high + 0.01
    assert "<b>&amp;" in whole_text(handout_pdf(handout))


def test_the_same_handout_is_the_same_bytes(law):
    handout = run_sheet(law, kit_of(law.workshop))
    assert handout_pdf(handout) == handout_pdf(replace(handout))


def test_what_came_in_before_the_day_is_on_the_run_sheet_alone_and_without_names(store):
    workshop = create_workshop(store, "Marram & Wren")
    person = add_person(store, workshop.id, name="A. Quill", role="Clerk", present=Presence.NO)
    assert "What came in" not in whole_text(printed(store.load(workshop.id), run_sheet))
    answer_prework(store, person.id, 3, "One client in five never rings back.")
    note_sponsor_call(store, workshop.id, "Who takes the first call.")
    told = whole_text(printed(store.load(workshop.id), run_sheet))
    assert "What came in before the day" in told
    assert "One client in five never rings back." in told
    assert "Who takes the first call." in told
    assert "A. Quill" not in told
    for compose in (prework, worksheets):
        assert "One client in five" not in whole_text(printed(store.load(workshop.id), compose))
