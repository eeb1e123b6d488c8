"""Close: everybody signs or says when, and what was parked or accepted is settled."""

from crm_workshop.charter.dates import short_date
from crm_workshop.checks import check
from crm_workshop.model.capture import ParkedItem
from crm_workshop.model.choices import SignatureState
from crm_workshop.model.workshop import Acceptance, Activity, Signature
from tests.ui.half_day.day import Day
from tests.ui.half_day.hands import focused

_LETTERS = {SignatureState.SIGNED: "S", SignatureState.LATER: "L", SignatureState.DECLINED: "D"}


def sign(day: Day, _activity: Activity) -> None:
    """Let each signatory close, from the sponsor on."""
    for signature in day.script.all(Signature):
        name = day.name_of(signature.person_id)
        assert focused().accessibleName().startswith(f"{name}: ")
        day.hands.press(_LETTERS[signature.state])
        if signature.state is SignatureState.LATER and signature.sign_by:
            day.hands.write(short_date(signature.sign_by, day.script.workshop.locale))
            day.hands.press("Tab")
            day.hands.write(signature.chaser)
            day.hands.press("Tab")
        else:
            day.hands.press("Down")


def settle(day: Day, _activity: Activity) -> None:
    """Send everything that was parked somewhere, and accept the warnings the room lives with."""
    day.hands.press("Ctrl+Shift+P")
    for item in day.script.all(ParkedItem):
        if item.goes_to:
            day.hands.choose(f"Goes to: {item.text}", day.words.say(item.goes_to.label))
        day.hands.go_to(f"Taken by: {item.text}")
        day.hands.write(item.person)
        day.hands.press("Tab")
    day.hands.press("Esc")
    held_on = day.script.workshop.held_on
    assert held_on is not None
    found = {one.key: one for one in check(day.script, day.kit, held_on)}
    for acceptance in day.script.all(Acceptance):
        finding = found[acceptance.finding]
        day.hands.press("Ctrl+Shift+F")
        day.hands.click(f"Accept: {finding.title} {finding.about}".strip().rstrip("."))
        day.hands.write(acceptance.reason)
        day.hands.press("Tab")
        day.hands.write(acceptance.by)
        day.hands.press("Return", "Esc")
