"""Workshops as wholes: what they start from, their words, their length, their next attempt."""

from datetime import UTC, date, datetime

import pytest

from crm_workshop.activities import cards, people, register, workshops
from crm_workshop.errors import InputError, KitError, NotFoundError
from crm_workshop.kit.load import load_kit
from crm_workshop.model.capture import Card
from crm_workshop.model.choices import Locale, Presence, Sector, Variant
from crm_workshop.model.dossier import TABLES
from crm_workshop.model.meaning import ExperienceStep, Lesson
from crm_workshop.model.success import Measure, Pitfall
from crm_workshop.model.workshop import Activity, Person, Tick, Word, Workshop
from crm_workshop.store.library import Store
from tests.activities.hall import Hall


def steps(hall: Hall) -> list[str]:
    return [one.step for one in hall.store.all(ExperienceStep, hall.id)]


def test_a_workshop_starts_with_what_the_kit_gives_it(hall: Hall) -> None:
    dossier, kit = hall.dossier(), load_kit()
    agenda = dossier.all(Activity)
    assert [one.key for one in agenda] == [one.key for one in kit.activities]
    assert [one.minutes_planned for one in agenda] == [one.minutes.half for one in kit.activities]
    for record in TABLES:
        assert not record.single or not record.undoable or len(dossier.all(record)) == 1
    assert [one.known for one in dossier.all(Pitfall)] == [one.key for one in kit.pitfalls]
    presets = dossier.of(Card, hall.activity("4.1").id)
    assert len(presets) == 8
    assert all(card.revealed for card in presets)
    assert "The matter" in steps(hall)
    assert "managing partner" in " ".join(tick.text for tick in dossier.all(Tick))
    everything = " ".join(str(row) for row in dossier.everything())
    assert "{" not in everything.replace("{}", "")


@pytest.mark.parametrize("variant", Variant)
@pytest.mark.parametrize("sector", Sector)
def test_every_sector_and_length_can_be_created(sector: Sector, variant: Variant) -> None:
    hall = Hall(sector=sector, variant=variant, locale=Locale.US)
    minutes = sum(one.minutes_planned for one in hall.dossier().all(Activity))
    assert minutes == {Variant.SHORT: 90, Variant.HALF: 205, Variant.FULL: 350}[variant]


def test_creating_is_one_step_of_the_library_that_can_be_undone() -> None:
    at = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
    store = Store.open(":memory:", now=lambda: at)
    workshop = workshops.create_workshop(
        store, "  Marlowe Quill LLP ", held_on="14 Jan 2027", starts="9:30", sector="law"
    )
    assert (workshop.held_on, workshop.created) == (date(2027, 1, 14), at)
    before = store.load(workshop.id)
    assert store.undo(None) == "Create workshop"
    assert store.workshops() == ()
    assert store.redo(None) == "Create workshop"
    assert store.load(workshop.id) == before


def test_dates_are_read_in_the_locale_that_is_given_beside_them() -> None:
    store = Store.open(":memory:")
    workshop = workshops.create_workshop(store, "Marlowe", locale="en_US", held_on="1/2/2027")
    assert workshop.held_on == date(2027, 1, 2)


def test_a_wrong_workshop_is_not_created() -> None:
    store = Store.open(":memory:")
    with pytest.raises(InputError, match="Name the firm"):
        workshops.create_workshop(store, "  ")
    with pytest.raises(InputError, match="“Attempt” is 0, but it has to be from 1 to 99"):
        workshops.create_workshop(store, "Marlowe", attempt_no=0)
    with pytest.raises(InputError, match="“Sector”: “zoo” is none of Law, Accounting"):
        workshops.create_workshop(store, "Marlowe", sector="zoo")
    with pytest.raises(KitError):
        workshops.create_workshop(store, "Marlowe", kit_source="nothing = [")
    assert store.workshops() == ()
    assert store.undo_name(None) is None


def test_the_firms_own_kit_is_kept_with_the_workshop() -> None:
    source = 'based_on = "standard"\nname = "ours"\nleave_out = ["1.2"]\n'
    hall = Hall(kit_source=source)
    assert hall.dossier().activity("1.2") is None
    assert hall.dossier().workshop.kit_source == source


def test_editing_a_workshop(hall: Hall) -> None:
    changed = hall.does(
        lambda: workshops.update_workshop(hall.store, hall.id, place="Hall B", held_on="2/3/27")
    )
    assert (changed.place, changed.held_on) == ("Hall B", date(2027, 3, 2))
    hall.refuses(
        InputError,
        "“Date”: “soon” is not a date",
        lambda: workshops.update_workshop(hall.store, hall.id, place="C", held_on="soon"),
    )
    with pytest.raises(NotFoundError):
        workshops.update_workshop(hall.store, 999, place="C")


def test_texts_of_the_kit_follow_the_firms_words(hall: Hall) -> None:
    edited = hall.store.all(Tick, hall.id)[1]
    with hall.store.step("Edit", hall.id) as pen:
        pen.update(edited, text="Our managing partner speaks last, truly.")
    serving = register.add_row(hall.store, hall.id, Measure, {"serves": "the matter"})
    hall.does(lambda: workshops.set_word(hall.store, hall.id, "work", "case"))
    assert "The case" in steps(hall)
    assert "The matter" not in steps(hall)
    assert hall.store.get(Measure, serving.id).serves == "The case"
    hall.does(lambda: workshops.set_word(hall.store, hall.id, "leader", "senior partner"))
    assert hall.store.get(Tick, edited.id).text == "Our managing partner speaks last, truly."
    assert hall.does(lambda: workshops.reset_word(hall.store, hall.id, "work")) == "matter"
    assert "The matter" in steps(hall)
    assert [word.key for word in hall.store.all(Word, hall.id)] == ["leader"]


def test_a_word_can_be_said_again(hall: Hall) -> None:
    workshops.set_word(hall.store, hall.id, "client", "guest")
    hall.does(lambda: workshops.set_word(hall.store, hall.id, "client", "  patron "))
    assert [word.text for word in hall.store.all(Word, hall.id)] == ["patron"]


@pytest.mark.parametrize(("key", "text"), [("client", " "), ("nonsense", "x")])
def test_a_wrong_word_is_refused(hall: Hall, key: str, text: str) -> None:
    hall.refuses(InputError, "word", lambda: workshops.set_word(hall.store, hall.id, key, text))
    with pytest.raises(InputError, match="No text uses"):
        workshops.reset_word(hall.store, hall.id, "nonsense")


def test_an_untouched_journey_follows_the_sector(hall: Hall) -> None:
    before = steps(hall)
    hall.does(lambda: workshops.update_workshop(hall.store, hall.id, sector=Sector.PUBLIC))
    assert "Forms and proof" in steps(hall)
    assert set(before).isdisjoint(steps(hall))


def test_a_journey_with_content_stays_when_the_sector_changes(hall: Hall) -> None:
    first = hall.store.all(ExperienceStep, hall.id)[0]
    register.set_field(hall.store, ExperienceStep, first.id, "today", "I wait.")
    before = steps(hall)
    workshops.update_workshop(hall.store, hall.id, sector=Sector.PUBLIC)
    assert steps(hall) == before


def test_another_length_plans_the_minutes_again_and_keeps_content(hall: Hall) -> None:
    card = cards.add_card(hall.store, hall.activity("2.1").id, "We answer first.")
    with hall.store.step("Start", hall.id) as pen:
        pen.update(hall.activity("1.1"), started=hall.at)
    hall.does(lambda: workshops.choose_variant(hall.store, hall.id, Variant.SHORT))
    assert hall.activity("1.2").minutes_planned == 0
    assert hall.activity("1.1").minutes_planned == 8
    assert hall.activity("2.4").minutes_planned == 10
    assert hall.store.get(Card, card.id) == card
    hall.does(lambda: workshops.update_workshop(hall.store, hall.id, variant="full"))
    assert hall.activity("2.4").minutes_planned == 40


def test_a_next_attempt_keeps_people_words_and_lessons_only(hall: Hall) -> None:
    hall.person("A. Arden", role="Managing partner", is_exec=True, present=Presence.NO)
    gone = hall.person("B. Bell", has_left=True)
    register.add_row(hall.store, hall.id, Lesson, {"what": "CRM 1", "lesson": "We never said why"})
    workshops.set_word(hall.store, hall.id, "work", "case")
    cards.add_card(hall.store, hall.activity("2.1").id, "We answer first.")
    old = hall.dossier()
    new = workshops.duplicate_as_new_attempt(hall.store, hall.id)
    dossier = hall.store.load(new.id)
    assert (new.firm, new.attempt_no, new.held_on) == ("Marlowe Quill LLP", 2, None)
    assert [(one.name, one.present) for one in dossier.all(Person)] == [
        ("A. Arden", Presence.YES),
        (gone.name, Presence.NO),
    ]
    assert [one.lesson for one in dossier.all(Lesson)] == ["We never said why"]
    assert "The case" in [one.step for one in dossier.all(ExperienceStep)]
    assert [card.revealed for card in dossier.all(Card)] == [True] * 8
    assert hall.dossier() == old
    assert hall.store.undo(None) == "Prepare next attempt"
    with pytest.raises(NotFoundError):
        hall.store.load(new.id)
    hall.store.redo(None)
    assert hall.store.load(new.id) == dossier


def test_archiving_and_deleting(hall: Hall) -> None:
    firm, before = hall.store.get(Workshop, hall.id).firm, hall.dossier()
    workshops.archive_workshop(hall.store, hall.id)
    assert hall.store.get(Workshop, hall.id).archived
    assert hall.store.undo(None) == f"Archive {firm}"
    assert hall.dossier() == before
    hall.store.redo(None)
    assert not workshops.archive_workshop(hall.store, hall.id, False).archived
    assert hall.store.undo_name(None) == f"Take {firm} out of the archive"
    people.add_person(hall.store, hall.id, "A. Arden")
    before = hall.dossier()
    workshops.delete_workshop(hall.store, hall.id)
    assert hall.store.workshops() == ()
    assert hall.store.undo(None) == f"Delete {firm}"
    assert hall.dossier() == before
