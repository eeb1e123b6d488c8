"""The samples are canonical files, real rooms in their facts, and complete where they say so."""

import itertools
from datetime import timedelta

import pytest

from crm_workshop.activities import dots, standing
from crm_workshop.activities.timing import is_running, running
from crm_workshop.checks import Level, check
from crm_workshop.exchange import Sample, dump, import_workshop, parse, samples
from crm_workshop.kit.load import kit_of
from crm_workshop.kit.words import words_of
from crm_workshop.model.capture import Card, Dot, Draft, Poll
from crm_workshop.model.choices import CommitmentState, Job, Variant
from crm_workshop.model.commitment import Commitment
from crm_workshop.model.dossier import RECORDS, Dossier
from crm_workshop.model.meaning import ExperienceStep
from crm_workshop.model.success import Pitfall
from crm_workshop.model.technology import TechnologyNeed
from crm_workshop.model.workshop import Activity, Person, Tick
from crm_workshop.store.library import Store

ALL = {one.name: one for one in samples()}
READ = {name: parse(one.data) for name, one in ALL.items()}
LAW, COUNCIL, ACCOUNTANTS = READ.values()


@pytest.mark.parametrize("sample", ALL.values(), ids=ALL)
def test_the_file_is_canonical(sample: Sample) -> None:
    assert dump(parse(sample.data)) == sample.data


@pytest.mark.parametrize("dossier", READ.values(), ids=READ)
def test_the_agenda_is_the_kits(dossier: Dossier) -> None:
    variant = dossier.workshop.variant
    planned = [(one.key, one.minutes_planned) for one in dossier.all(Activity)]
    assert planned == [
        (one.key, one.minutes.of(variant)) for one in kit_of(dossier.workshop).activities
    ]


@pytest.mark.parametrize("dossier", READ.values(), ids=READ)
def test_presets_say_what_the_kit_says_in_the_firms_words(dossier: Dossier) -> None:
    kit, words = kit_of(dossier.workshop), words_of(dossier)
    opening = kit.activity("1.1")
    support = kit.activity("4.1")
    assert opening
    assert support
    assert support.cards
    assert [one.text for one in dossier.all(Tick)] == [words.say(one) for one in opening.ticks]
    sorted_in = dossier.activity("4.1")
    assert sorted_in
    texts = [one.text for one in dossier.of(Card, sorted_in.id)]
    assert texts == [words.say(one) for one in support.cards.presets]
    known = [one.known for one in dossier.all(Pitfall) if one.known]
    assert known == [one.key for one in kit.pitfalls]


@pytest.mark.parametrize("dossier", READ.values(), ids=READ)
def test_one_activity_follows_the_other(dossier: Dossier) -> None:
    begun = [one for one in dossier.all(Activity) if one.started]
    for one, following in itertools.pairwise(begun):
        assert one.ended
        assert one.started
        assert following.started
        assert one.ended - one.started == timedelta(seconds=one.seconds_used)
        assert one.ended <= following.started


@pytest.mark.parametrize("dossier", READ.values(), ids=READ)
def test_nobody_gives_more_dots_than_they_have(dossier: Dossier) -> None:
    kit = kit_of(dossier.workshop)
    for activity in dossier.all(Activity):
        given = dossier.of(Dot, activity.id)
        if not given:
            continue
        budget = dots.progress(dossier, kit, activity).budget
        people = {one.person_id for one in given} - {None}
        for person_id in people:
            mine = sum(one.count for one in given if one.person_id == person_id)
            assert mine == budget, (activity.key, dossier.get(Person, person_id))
        assert sum(one.count for one in given) <= budget * len(standing.who_may_vote(dossier))


def test_the_law_firm_is_complete() -> None:
    assert LAW.workshop.variant is Variant.HALF
    assert len(LAW.all(Person)) == 9
    assert sum(one.is_exec for one in LAW.all(Person)) == 4
    assert all(one.ended for one in LAW.all(Activity))
    assert not [record for record in RECORDS.values() if not LAW.all(record)]
    assert {one.bucket for one in LAW.all(TechnologyNeed)} == set(Job)
    assert [one.person for one in LAW.all(Commitment) if one.state is CommitmentState.NOT_YET] == [
        "D. Cho"
    ]
    assert [one.step for one in standing.promises(LAW)] == [
        "First call",
        "The matter",
        "Conflict check and engagement",
    ]


def test_only_the_answer_that_is_due_keeps_the_law_firms_charter_a_draft() -> None:
    with Store.open(":memory:") as store:
        for sample in ALL.values():  # the rows then have other ids than in the file
            import_workshop(store, sample.data)
        dossier = store.load(import_workshop(store, ALL["alder-finch"].data))
    held_on = dossier.workshop.held_on
    assert held_on
    findings = check(dossier, kit_of(dossier.workshop), held_on)
    found = [(one.id, one.level, one.about, bool(one.accepted)) for one in findings]
    assert found == [
        ("E4", Level.STOP, "D. Cho", False),
        ("E5", Level.WARN, "All commitments", True),
        ("W1", Level.WARN, "The property team", True),
    ]


def test_the_law_firms_polls_split_and_then_agree() -> None:
    line, definition = LAW.activity("2.3"), LAW.activity("2.5")
    assert line
    assert definition
    first, second = (standing.poll_result(LAW, one) for one in _rounds(LAW, line, "later"))
    assert (first.voted, first.spread, second.spread) == (9, 3, 2)
    agreed = [standing.poll_result(LAW, one) for one in _rounds(LAW, definition, "definition")]
    assert [one.passed for one in agreed] == [False, True]
    current = standing.current_draft(LAW)
    assert current is not None
    assert agreed[-1].poll.draft_id == current.id
    assert len(LAW.all(Draft)) == 5


def _rounds(dossier: Dossier, activity: Activity, question: str) -> tuple[Poll, ...]:
    return standing.poll_rounds(dossier, activity.id, question)


def test_the_council_is_half_way_through() -> None:
    now = running(COUNCIL)
    assert now is not None
    assert now.key == "3.2"
    assert [one.key for one in COUNCIL.all(Activity) if is_running(one)] == ["3.2"]
    assert [one.text for one in COUNCIL.all(Card) if not one.revealed] == [
        "tell US first, before it’s in the paper",
        "stop changing the menu on the phone, they think it’s a different council",
        "let me finish one case before the next call drops in",
    ]
    hidden = [one for one in COUNCIL.all(Poll) if not one.revealed]
    assert [(one.question, one.round) for one in hidden] == [("definition", 2)]
    assert not COUNCIL.all(Commitment)


def test_the_accountants_are_prepared_and_have_not_begun() -> None:
    assert not [one for one in ACCOUNTANTS.all(Activity) if one.started]
    assert not [one for one in ACCOUNTANTS.all(ExperienceStep) if one.today or one.wanted]
    taken_home = [one for one in ACCOUNTANTS.all(Activity) if not one.minutes_planned]
    assert [one.key for one in taken_home if one.finish_by and one.finish_owner] == [
        "1.2",
        "2.2",
        "3.1",
        "4.4",
    ]
    prework = [one for one in ACCOUNTANTS.all(Card) if one.author]
    assert len(prework) == 7
    assert not any(one.revealed for one in prework)
