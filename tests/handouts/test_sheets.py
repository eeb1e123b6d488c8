"""The sheets a room writes on, and what the run sheet tells of a day that was changed."""

from dataclasses import replace

import pytest

from crm_workshop.activities.agenda import leave_out_activity, set_finish
from crm_workshop.activities.own_agenda import add_own_activity
from crm_workshop.activities.people import add_person
from crm_workshop.activities.workshops import create_workshop
from crm_workshop.charter.layout.flow import Lines
from crm_workshop.handouts.compose import prework, run_sheet, worksheets
from crm_workshop.handouts.document import Tally
from crm_workshop.handouts.drawable import undrawable
from crm_workshop.handouts.pdf import handout_pdf, lay_out
from crm_workshop.kit.design import Method
from crm_workshop.kit.load import kit_of
from crm_workshop.model.choices import Paper, Scale, Variant
from crm_workshop.store.library import Store
from tests.charter.reading import whole_text


@pytest.fixture
def store():
    return Store.open(":memory:")


def composed(store, workshop, compose):
    dossier = store.load(workshop.id)
    return compose(dossier, kit_of(dossier.workshop))


def own_poll(store, workshop, **more):
    after = store.load(workshop.id).activity("2.1")
    words = {"title": "How sure are we?", "question": "How sure?", "minutes": 5}
    return add_own_activity(store, workshop.id, Method.POLL, after_id=after.id, **{**words, **more})


def test_a_poll_has_a_box_for_each_value_and_says_what_it_means(store):
    workshop = create_workshop(store, "Marram & Wren")
    own_poll(store, workshop, scale=Scale.FIST)
    handout = composed(store, workshop, worksheets)
    (sheet,) = [one for one in handout.parts if one.title == "How sure are we?"]
    (tally,) = [one for one in sheet.blocks if isinstance(one, Tally)]
    assert tally.values == ("0", "1", "2", "3", "4", "5")
    assert tally.meanings[0] == "block"
    assert sheet.number == ""
    assert "own-1" not in whole_text(handout_pdf(handout))
    assert "own-1" not in whole_text(handout_pdf(composed(store, workshop, run_sheet)))


def test_an_end_of_a_scale_that_takes_many_words_is_told_below_the_boxes(store):
    workshop = create_workshop(store, "Marram & Wren")
    long = "nobody here could say what we are for " * 3
    own_poll(store, workshop, answers=(long, "certain"))
    handout = composed(store, workshop, worksheets)
    (sheet,) = [one for one in handout.parts if one.title == "How sure are we?"]
    (tally,) = [one for one in sheet.blocks if isinstance(one, Tally)]
    assert tally.meanings == ("", "", "", "", "certain")
    assert " ".join(long.split()) in whole_text(handout_pdf(handout))


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("variant", list(Variant))
def test_what_is_asked_stands_on_the_page_of_its_answer(store, paper, variant):
    workshop = create_workshop(store, "Marram & Wren", variant=variant, paper=paper)
    for compose in (prework, worksheets):
        handout = composed(store, workshop, compose)
        asked = {
            block.lead
            for part in handout.parts
            for block in part.blocks
            if getattr(block, "lead", "") and not block.quiet
        }
        for page in lay_out(handout):
            last = words_of(page[-1].item)
            assert not [lead for lead in asked if last.startswith(f"{lead}:")]


def words_of(item):
    """Return the words of a paragraph as it is set; none of anything else."""
    if not isinstance(item, Lines):
        return ""
    return " ".join("".join(piece.text for piece in line.pieces) for line in item.lines)


def test_the_run_sheet_tells_what_is_left_out_why_and_who_finishes_it(store):
    workshop = create_workshop(store, "Marram & Wren")
    add_person(store, workshop.id, name="A. Quill", role="Partner")
    activity = store.load(workshop.id).activity("1.2")
    leave_out_activity(store, activity.id, "Done in the call")
    set_finish(store, activity.id, "2026-12-05", "a. quill")
    text = whole_text(handout_pdf(composed(store, workshop, run_sheet)))
    assert "1.2 What we tried before: Done in the call · A. Quill by 5 December 2026" in text


def test_what_no_font_draws_is_named_once_with_its_place(store):
    workshop = create_workshop(store, "Marram 李 Wren")
    for compose in (prework, worksheets, run_sheet):
        handout = composed(store, workshop, compose)
        (found, *others) = undrawable(handout)
        assert "“Marram 李 Wren”" in found.sentence
        assert "U+674E" in found.sentence
        assert found.text not in [one.text for one in others]
    assert undrawable(composed(store, create_workshop(store, "Ёлкина & Ångström"), run_sheet)) == ()


def test_a_tally_is_read_for_what_cannot_be_drawn(store):
    workshop = create_workshop(store, "Marram & Wren")
    handout = composed(store, workshop, worksheets)
    part = replace(handout.parts[0], blocks=(Tally(("1", "2"), ("", "明")),))
    assert [one.text for one in undrawable(replace(handout, parts=(part,)))] == ["明"]
