"""Dot votes: the budget, the leader last, counts hidden until all have voted."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_workshop.activities import cards, dots, people, register, standing
from crm_workshop.errors import InputError, NotFoundError, RuleError
from crm_workshop.model.capture import Card
from crm_workshop.model.choices import Presence
from crm_workshop.model.meaning import ExperienceStep
from crm_workshop.model.technology import ReleaseItem
from crm_workshop.model.workshop import Person
from tests.activities.hall import Hall


class Vote(Hall):
    """A dot vote on cards with a sponsor, two voters, and three who do not vote."""

    def __init__(self, count: int = 4) -> None:
        super().__init__()
        self.sponsor = self.person("A. Arden", is_exec=True, is_sponsor=True)
        self.bell, self.cole = self.person("B. Bell"), self.person("C. Cole")
        self.person("D. Dunn", votes=False)
        self.late = self.person("E. Eyre", present=Presence.LATE)
        self.person("F. Finch", has_left=True)
        writing = self.activity("2.1").id
        self.cards = [cards.add_card(self.store, writing, f"Card {n}") for n in range(count)]
        self.sort = self.activity("2.2").id

    def give(self, person: Person | None, count: int = 1, card: int = 0) -> None:
        person_id = person.id if person else None
        dots.give_dots(self.store, self.sort, self.cards[card].id, count, person_id=person_id)

    def progress(self) -> dots.Progress:
        return dots.progress(self.dossier(), self.kit(), self.activity("2.2"))


@pytest.fixture
def vote() -> Vote:
    return Vote()


@pytest.mark.parametrize(
    ("things", "expected"), [(0, 3), (12, 3), (14, 4), (17, 4), (18, 5), (22, 6), (200, 6)]
)
def test_the_budget(things: int, expected: int) -> None:
    assert dots.budget(things) == expected


@given(st.integers(0, 10_000))
def test_the_budget_stays_within_its_bounds(things: int) -> None:
    assert 3 <= dots.budget(things) <= 6
    assert abs(dots.budget(things) - things / 4) <= 0.5 or dots.budget(things) in (3, 6)


def test_dots_add_up_and_are_taken_back(vote: Vote) -> None:
    card = vote.cards[0].id
    vote.does(lambda: vote.give(vote.bell))
    vote.does(lambda: vote.give(vote.bell, 2))
    assert standing.dots_given(vote.dossier(), vote.sort) == {("card", card): 3}
    take = partial(dots.take_dots, vote.store, vote.sort, card, person_id=vote.bell.id)
    assert vote.does(take) == 2
    vote.refuses(RuleError, "2 dots can be taken back there, not 3", partial(take, 3))
    assert vote.does(partial(take, 2)) == 0
    vote.give(vote.bell, 3)
    vote.does(lambda: dots.clear_dots(vote.store, vote.sort, vote.bell.id))
    assert not standing.dots_given(vote.dossier(), vote.sort)


def test_nobody_gives_more_than_their_budget(vote: Vote) -> None:
    vote.give(vote.bell, 2)
    vote.refuses(RuleError, "B. Bell has 1 dot left of 3", lambda: vote.give(vote.bell, 2, card=1))
    vote.refuses(InputError, "at least one dot", lambda: vote.give(vote.bell, 0))


def test_the_sponsor_votes_last(vote: Vote) -> None:
    vote.refuses(
        RuleError,
        r"A\. Arden votes last\. Still to vote: B\. Bell and C\. Cole\.",
        lambda: vote.give(vote.sponsor),
    )
    vote.give(vote.bell)
    vote.refuses(RuleError, r"Still to vote: C\. Cole\.", lambda: vote.give(vote.sponsor))
    vote.give(vote.cole)
    vote.does(lambda: vote.give(vote.sponsor))


def test_the_sponsor_does_not_wait_for_the_absent(vote: Vote) -> None:
    vote.give(vote.bell)
    people.set_presence(vote.store, vote.cole.id, Presence.NO)
    vote.does(lambda: vote.give(vote.sponsor))


def test_only_who_may_vote_gives_dots(vote: Vote) -> None:
    for person in vote.dossier().all(Person)[3:]:
        vote.refuses(RuleError, f"{person.name} has no vote here", partial(vote.give, person))


def test_counts_are_hidden_until_all_have_voted(vote: Vote) -> None:
    def reveal() -> None:
        dots.reveal_dots(vote.store, vote.sort)

    vote.refuses(RuleError, "Nobody has given a dot", reveal)
    vote.give(vote.bell)
    vote.refuses(RuleError, r"Still to vote: A\. Arden and C\. Cole\.", reveal)
    assert standing.dot_counts(vote.dossier(), vote.sort) is None
    vote.give(vote.cole, card=1)
    vote.give(vote.sponsor, 3, card=1)
    assert vote.progress().outstanding == 0
    vote.does(reveal)
    counts = standing.dot_counts(vote.dossier(), vote.sort)
    assert counts == {("card", vote.cards[0].id): 1, ("card", vote.cards[1].id): 4}
    shown = "The counts are shown"
    vote.refuses(RuleError, shown, lambda: vote.give(vote.bell))
    clear = vote.bell.id
    vote.refuses(RuleError, shown, lambda: dots.clear_dots(vote.store, vote.sort, clear))
    vote.does(lambda: dots.hide_dots(vote.store, vote.sort))
    vote.does(lambda: vote.give(vote.bell))


def test_counts_can_be_shown_all_the_same(vote: Vote) -> None:
    vote.give(vote.bell)
    vote.does(lambda: dots.reveal_dots(vote.store, vote.sort, force=True))
    assert standing.dots_revealed(vote.dossier(), vote.sort)


def test_a_tally_stands_for_people_without_names(vote: Vote) -> None:
    vote.give(vote.bell)
    vote.refuses(RuleError, "have 6 dots together", lambda: vote.give(None, 7))
    vote.does(lambda: vote.give(None, 2))
    assert (vote.progress().tallied, vote.progress().outstanding) == (2, 1)
    vote.does(lambda: vote.give(vote.sponsor))
    dots.reveal_dots(vote.store, vote.sort)


def test_who_is_missing_from_a_tally_is_counted(vote: Vote) -> None:
    vote.give(None, 3)
    vote.refuses(
        RuleError,
        r"2 of A\. Arden, B\. Bell and C\. Cole\.",
        lambda: dots.reveal_dots(vote.store, vote.sort),
    )


def test_progress_says_who_has_how_many_left() -> None:
    vote = Vote(count=20)
    vote.give(vote.bell, 4)
    state = vote.progress()
    assert state.budget == 5
    assert [(one.name, count) for one, count in state.given] == [
        ("A. Arden", 0),
        ("B. Bell", 4),
        ("C. Cole", 0),
    ]


def test_only_what_is_voted_on_gets_dots(vote: Vote) -> None:
    preset = vote.dossier().of(Card, vote.activity("4.1").id)[0]
    cards.merge_cards(vote.store, vote.cards[0].id, [vote.cards[1].id])
    for row_id in (preset.id, vote.cards[1].id, 999):
        vote.refuses(
            NotFoundError,
            "among what is voted on",
            partial(dots.give_dots, vote.store, vote.sort, row_id, person_id=vote.bell.id),
        )
    elsewhere = vote.activity("5.1").id
    vote.refuses(
        RuleError,
        r"no dot vote in 5\.1",
        lambda: dots.give_dots(vote.store, elsewhere, 1, person_id=vote.bell.id),
    )


def test_steps_and_items_get_dots_too(vote: Vote) -> None:
    step = vote.store.all(ExperienceStep, vote.id)[2]
    register.set_field(vote.store, ExperienceStep, step.id, "wanted", "One call is enough.")
    journey = vote.activity("2.4").id
    dots.give_dots(vote.store, journey, step.id, 3, person_id=vote.bell.id)
    dots.reveal_dots(vote.store, journey, force=True)
    assert [one.id for one in standing.promises(vote.dossier())] == [step.id]
    item = register.add_row(vote.store, vote.id, ReleaseItem, {"item": "One list"})
    release = vote.activity("3.3").id
    vote.does(lambda: dots.give_dots(vote.store, release, item.id, person_id=vote.bell.id))
    assert standing.dots_given(vote.dossier(), release) == {("release_item", item.id): 1}
