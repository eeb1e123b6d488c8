"""How each method of activity is played."""

from collections.abc import Callable
from typing import Final

from crm_workshop.kit.design import Method
from crm_workshop.model.meaning import Opening
from crm_workshop.model.workshop import Activity
from tests.ui.half_day import cards, closing, drafting, opening, votes
from tests.ui.half_day.day import Day
from tests.ui.half_day.tables import write_records

_METHODS: Final[dict[Method, tuple[Callable[[Day, Activity], None], ...]]] = {
    Method.CHECKLIST: (opening.agree, write_records),
    Method.CARDS: (cards.write_cards, write_records),
    Method.SORT: (cards.sort, write_records, cards.give_dots),
    Method.POLL: (votes.take_polls, write_records),
    Method.REGISTER: (write_records, cards.give_dots),
    Method.STATEMENT: (drafting.draft_and_vote, write_records, votes.reserve),
    Method.READ_BACK: (votes.take_polls, votes.reserve),
    Method.SIGN: (closing.sign, write_records, closing.settle),
}

#: Where “IT project” is called, and once too often: the script knows only how many calls count.
_CALLED_IN: Final = "3.1"


def play(day: Day, activity: Activity) -> None:
    """Do what the room did in an activity."""
    for step in _METHODS[day.design(activity).method]:
        step(day, activity)
    if activity.key == _CALLED_IN:
        day.hands.press(*["Ctrl+I"] * day.script.one(Opening).it_project_calls)
        day.hands.press("Ctrl+I", "Ctrl+Z")
