"""Statements: drafts as history, their differences, ticks, and the sponsor's decision."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_workshop.activities import polls, reservations, standing, statement
from crm_workshop.errors import InputError, NotFoundError, RuleError
from crm_workshop.model.capture import Draft, Reservation
from tests.activities.hall import Hall


def parts(old: str, new: str) -> list[tuple[str, str]]:
    return [(one.kind, one.text) for one in statement.word_difference(old, new)]


def test_a_difference_is_told_word_by_word() -> None:
    assert parts("CRM is a system we buy", "CRM is how we listen") == [
        ("same", "CRM is"),
        ("removed", " a system"),
        ("added", " how"),
        ("same", " we"),
        ("removed", " buy"),
        ("added", " listen"),
    ]
    assert parts("one\n\ntwo", "one two") == [("same", "one two")]
    assert parts("", "") == []


WORDING = st.text(alphabet="ab \n\t—", max_size=40)


@given(WORDING, WORDING)
def test_a_difference_holds_both_wordings(old: str, new: str) -> None:
    segments = statement.word_difference(old, new)
    assert "".join(one.text for one in segments if one.kind != "removed") == new
    before = " ".join(one.text for one in segments if one.kind != "added")
    assert before.split() == old.split()


@given(WORDING)
def test_the_same_wording_has_no_difference(text: str) -> None:
    assert {one.kind for one in statement.word_difference(text, text)} <= {"same"}


class Room(Hall):
    """A first wording, with a sponsor, an executive and one other."""

    def __init__(self) -> None:
        super().__init__()
        self.arden = self.person("A. Arden", is_exec=True, is_sponsor=True)
        self.bell, self.cole = self.person("B. Bell", is_exec=True), self.person("C. Cole")
        self.key = self.activity("2.5").id
        self.draft = statement.write_draft(self.store, self.key, "CRM is how we listen.", "Pair 1")

    def vote(self, *values: int) -> None:
        """Poll the room: the next round, revealed."""
        last = standing.latest_poll(self.dossier(), self.key, "definition")
        poll = (
            polls.second_round(self.store, last.id)
            if last
            else polls.open_poll(self.store, self.key)
        )
        for person, value in zip((self.arden, self.bell, self.cole), values, strict=True):
            polls.cast(self.store, poll.id, person.id, value)
        polls.reveal_poll(self.store, poll.id)


@pytest.fixture
def hall() -> Room:
    return Room()


def test_drafts_are_kept_as_history(hall: Room) -> None:
    assert hall.draft.written == hall.store.now()
    statement.set_tick(hall.store, hall.draft.id, "says_followed")
    again = hall.does(lambda: statement.new_draft(hall.store, hall.draft.id, "Pair 2"))
    assert (again.text, again.author, again.says_followed) == (hall.draft.text, "Pair 2", False)
    hall.does(lambda: statement.edit_draft(hall.store, again.id, "CRM is how we answer."))
    assert [one.text for one in hall.store.all(Draft, hall.id)] == [
        "CRM is how we listen.",
        "CRM is how we answer.",
    ]
    assert standing.current_draft(hall.dossier()) == hall.store.get(Draft, again.id)
    hall.does(lambda: statement.delete_draft(hall.store, again.id))
    for act in (
        partial(statement.write_draft, hall.store, hall.key, " "),
        partial(statement.edit_draft, hall.store, hall.draft.id, ""),
    ):
        hall.refuses(InputError, "no words in this draft", act)


def test_typing_a_draft_is_one_step(hall: Room) -> None:
    hall.wait(120)
    for text in ("CRM is", "CRM is how", "CRM is how we act."):
        hall.wait(30)
        statement.edit_draft(hall.store, hall.draft.id, text)
    assert hall.store.undo(hall.id) == "Edit draft"
    assert hall.store.get(Draft, hall.draft.id) == hall.draft


def test_ticks(hall: Room) -> None:
    hall.does(lambda: statement.set_tick(hall.store, hall.draft.id, "says_experience"))
    hall.does(lambda: statement.set_tick(hall.store, hall.draft.id, "says_process"))
    hall.does(lambda: statement.set_tick(hall.store, hall.draft.id, "says_process", False))
    draft = hall.store.get(Draft, hall.draft.id)
    assert (draft.says_experience, draft.says_process, draft.says_followed) == (True, False, False)


def test_a_wording_that_was_voted_on_stays(hall: Room) -> None:
    poll = polls.open_poll(hall.store, hall.key)
    statement.edit_draft(hall.store, hall.draft.id, "CRM is how we act.")
    polls.cast(hall.store, poll.id, hall.cole.id, 3)
    edit = partial(statement.edit_draft, hall.store, hall.draft.id)
    hall.refuses(RuleError, "Start a new draft", partial(edit, "CRM is another thing."))
    assert edit("CRM is how we act.").text == "CRM is how we act."
    hall.refuses(
        RuleError,
        "stays in the history",
        partial(statement.delete_draft, hall.store, hall.draft.id),
    )


def test_the_sponsor_decides_after_two_rounds_with_reservations(hall: Room) -> None:
    def decide(**kept: str) -> Draft:
        said = {hall.cole.name: kept["cole"]} if kept else None
        return statement.decide(hall.store, hall.key, hall.draft.id, said)

    hall.refuses(RuleError, "after two rounds", decide)
    hall.vote(1, 2, 6)
    hall.refuses(RuleError, "after two rounds", decide)
    second = statement.write_draft(hall.store, hall.key, "CRM is how we answer.")
    hall.vote(1, 2, 5)
    assert standing.latest_polls(hall.dossier(), hall.key)[-1].draft_id == second.id
    hall.refuses(RuleError, r"reservation of C\. Cole before", decide)
    hall.refuses(InputError, "what it is", lambda: decide(cole=" "))
    stands = hall.does(lambda: decide(cole="The date is too early."))
    assert (stands.text, stands.author) == ("CRM is how we listen.", "A. Arden")
    assert standing.current_draft(hall.dossier()) == stands
    (kept,) = hall.store.all(Reservation, hall.id)
    assert (kept.person, kept.text) == ("C. Cole", "The date is too early.")


def test_the_last_wording_stands_without_a_copy(hall: Room) -> None:
    hall.vote(1, 2, 6)
    hall.vote(1, 2, 6)
    said = {"C. Cole": "Too early."}
    decide = partial(statement.decide, hall.store, hall.key, hall.draft.id)
    assert hall.does(partial(decide, said)) == hall.draft
    assert len(hall.store.all(Draft, hall.id)) == 1
    assert decide() == hall.draft


def test_there_is_nothing_to_decide_after_consent(hall: Room) -> None:
    hall.vote(1, 2, 6)
    hall.vote(1, 2, 4)
    decide = partial(statement.decide, hall.store, hall.key, hall.draft.id)
    hall.refuses(RuleError, "has agreed", decide)


def test_somebody_has_to_be_the_sponsor() -> None:
    hall = Room()
    with hall.store.step("Leave", hall.id) as pen:
        pen.update(hall.arden, is_sponsor=False)
    hall.vote(1, 2, 6)
    hall.vote(1, 2, 6)
    decide = partial(statement.decide, hall.store, hall.key, hall.draft.id)
    hall.refuses(RuleError, "Nobody is marked as the sponsor", decide)
    other = Hall()
    away = statement.write_draft(other.store, other.activity("2.5").id, "Elsewhere.")
    assert away.id == hall.draft.id
    hall.refuses(NotFoundError, "draft", lambda: statement.decide(hall.store, hall.key, 999))


def test_unnamed_votes_against_need_a_reservation_too(hall: Room) -> None:
    for _ in range(2):
        last = standing.latest_poll(hall.dossier(), hall.key, "definition")
        poll = (
            polls.second_round(hall.store, last.id)
            if last
            else polls.open_poll(hall.store, hall.key)
        )
        polls.tally(hall.store, poll.id, 7, 1)
        polls.reveal_poll(hall.store, poll.id)
    decide = partial(statement.decide, hall.store, hall.key, hall.draft.id)
    hall.refuses(RuleError, "at least one reservation", decide)


def test_reservations(hall: Room) -> None:
    kept = hall.does(
        lambda: reservations.add_reservation(hall.store, hall.key, "b.  bell", "Too early.")
    )
    assert kept.person == "B. Bell"
    hall.does(lambda: reservations.edit_reservation(hall.store, kept.id, "Far too early."))
    for act in (
        partial(reservations.add_reservation, hall.store, hall.key, "", "x"),
        partial(reservations.add_reservation, hall.store, hall.key, "B. Bell", " "),
        partial(reservations.edit_reservation, hall.store, kept.id, ""),
    ):
        hall.refuses(InputError, "reservation", act)
    hall.does(lambda: reservations.remove_reservation(hall.store, kept.id))
