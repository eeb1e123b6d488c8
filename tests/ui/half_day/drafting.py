"""The statement: wordings in their order, ticked, and each vote on the wording that stood then."""

from crm_workshop.model.capture import Draft, Poll
from crm_workshop.model.fields import spec
from crm_workshop.model.workshop import Activity
from tests.ui.half_day.day import Day
from tests.ui.half_day.votes import vote

_TICKS = ("says_experience", "says_process", "says_followed")


def draft_and_vote(day: Day, activity: Activity) -> None:
    """Write every wording at its time, say what it says, and vote on it if the room did."""
    for number, draft in enumerate(day.script.of(Draft, activity.id)):
        assert draft.written is not None
        day.set_time(draft.written)
        day.hands.go_to("The wording that stands")
        if number:
            day.hands.press("Ctrl+Return")
        day.hands.rewrite(draft.text)
        day.hands.go_to("Drafted by")
        day.hands.rewrite(draft.author)
        day.hands.press("Return")
        for name in _TICKS:
            if getattr(draft, name):
                day.hands.click(day.words.say(spec(Draft, name).label))
        for poll in day.script.of(Poll, activity.id):
            if poll.draft_id == draft.id:
                vote(day, activity, poll)
