"""Votes: entered by name with number keys, revealed at their time, and taken once more."""

from PySide6.QtWidgets import QTableView

from crm_workshop.model.capture import Ballot, Poll, Reservation
from crm_workshop.model.choices import BallotState
from crm_workshop.model.workshop import Activity
from tests.ui.half_day.day import Day

_LETTERS = {
    BallotState.ABSTAINS: "A",
    BallotState.LATE: "L",
    BallotState.ABSENT: "X",
    BallotState.NON_VOTING: "N",
}


def vote(day: Day, activity: Activity, poll: Poll) -> None:
    """Take one round of a question, and reveal it."""
    design = day.design(activity).poll
    assert design is not None
    if poll.round > 1:
        again = "Second round"
        if len(design.questions) > 1:
            label = next(one.label for one in design.questions if one.key == poll.question)
            again = f"{again}: {day.words.say(label)}"
        day.hands.click(again)
    grid = day.hands.find(QTableView, "Votes by name")
    column = [one.key for one in design.questions].index(poll.question) + 1
    ballots = {
        day.name_of(one.person_id): one for one in day.script.all(Ballot) if one.poll_id == poll.id
    }
    day.hands.click_item(grid, grid.model().index(0, column))
    for row in range(grid.model().rowCount()):
        name = str(grid.model().index(row, 0).data()).split("  ")[1]
        assert grid.currentIndex() == grid.model().index(row, column)
        day.hands.press(_key(ballots[name]) if name in ballots else "Down")
    assert poll.taken is not None
    day.set_time(poll.taken)
    day.hands.click("Reveal votes")


def _key(ballot: Ballot) -> str:
    return str(ballot.value) if ballot.state is BallotState.VOTED else _LETTERS[ballot.state]


def take_polls(day: Day, activity: Activity) -> None:
    """Take all rounds of an activity's poll, in the order in which they were taken."""
    for poll in day.script.of(Poll, activity.id):
        vote(day, activity, poll)


def reserve(day: Day, activity: Activity) -> None:
    """Write down what somebody cannot wholly agree to, in their own words."""
    for one in day.script.of(Reservation, activity.id):
        day.hands.go_to("Who has the reservation")
        day.hands.rewrite(one.person)
        day.hands.press("Return")
        day.hands.write(one.text)
        day.hands.press("Return")
