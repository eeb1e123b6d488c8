"""A workshop run again, from what it wrote down, through the same operations a facilitator uses.

The demo plays the sample so, and a test compares both charters: what the operations make of the
room's words is what the file says.
"""

from crm_workshop.activities import (
    agenda,
    checklist,
    parking,
    people,
    register,
    reservations,
    sign,
    workshops,
)
from crm_workshop.checks import check
from crm_workshop.checks.accept import accept_finding
from crm_workshop.exchange.findings import renumber
from crm_workshop.kit.load import kit_of
from crm_workshop.live import scene
from crm_workshop.model.capture import ParkedItem, Reservation
from crm_workshop.model.choices import SignatureState
from crm_workshop.model.dossier import RECORDS, Dossier
from crm_workshop.model.fields import specs
from crm_workshop.model.meaning import Opening
from crm_workshop.model.workshop import (
    Acceptance,
    Activity,
    Person,
    Signature,
    Tick,
    Word,
    Workshop,
)
from crm_workshop.rehearsal.cards import give_dots, sort_cards, write_cards
from crm_workshop.rehearsal.cast import Cast, SetTime
from crm_workshop.rehearsal.registers import fill, write_records
from crm_workshop.rehearsal.votes import draft_and_poll
from crm_workshop.store.library import Store


def rehearse(store: Store, script: Dossier, set_time: SetTime) -> int:
    """Run the workshop of `script` in `store` from the first step to the last; return its id.

    `set_time` is told the moment of each step of the script, for a store whose clock follows it.
    """
    cast = _prepared(store, script, set_time)
    for activity in script.all(Activity):
        _live(cast, activity)
    _close(cast)
    return cast.workshop_id


def prepare(store: Store, script: Dossier, set_time: SetTime) -> int:
    """Prepare the workshop of `script` in `store`, ready for its first step; return its id.

    The firm, its words, who comes and the agenda are written down then; all else is the day's.
    """
    return _prepared(store, script, set_time).workshop_id


def _prepared(store: Store, script: Dossier, set_time: SetTime) -> Cast:
    cast = Cast(store, script, kit_of(script.workshop), set_time, written={Opening.table})
    workshop = script.workshop
    if workshop.created:
        cast.set_time(workshop.created)
    own = {one.name: getattr(workshop, one.name) for one in specs(Workshop)}
    made = workshops.create_workshop(cast.store, kit_source=workshop.kit_source, **own)
    cast.workshop_id = made.id
    for word in cast.script.all(Word):
        workshops.set_word(cast.store, cast.workshop_id, word.key, word.text)
    for person in cast.script.all(Person):
        facts = {one.name: getattr(person, one.name) for one in specs(Person)}
        # Who has left went after the day, and everybody is there when names are written down.
        cast.plays(person, people.add_person(cast.store, cast.workshop_id, **facts))
    agendas = cast.store.all(Activity, cast.workshop_id)
    for old in cast.script.all(Activity):
        new = next(one for one in agendas if one.key == old.key)
        cast.plays(old, new)
        if old.minutes_planned and old.minutes_planned != new.minutes_planned:
            agenda.set_minutes(cast.store, new.id, old.minutes_planned)
    return cast


def _live(cast: Cast, activity: Activity) -> None:
    design = cast.kit.activity(activity.key)
    new = cast.new[Activity, activity.id]
    if design is None:
        return
    if activity.started:
        cast.set_time(activity.started)
        scene.go_to_activity(cast.store, new)
        scene.show_live(cast.store, cast.workshop_id)
    _check_ticks(cast, activity, new)
    write_cards(cast, activity, new)
    write_records(cast, design)
    sort_cards(cast, design, new)
    give_dots(cast, activity, new)
    draft_and_poll(cast, activity, new)
    for one in cast.script.of(Reservation, activity.id):
        reservations.add_reservation(cast.store, new, one.person, one.text)
    if activity.note:
        agenda.set_note(cast.store, new, activity.note)
    if activity.ended:
        cast.set_time(activity.ended)
        scene.hold_room(cast.store, cast.workshop_id)
    if activity.finish_by or activity.finish_owner:
        agenda.set_finish(cast.store, new, activity.finish_by, activity.finish_owner)
    if activity.skipped_reason:
        agenda.skip_activity(cast.store, new, activity.skipped_reason)


def _check_ticks(cast: Cast, activity: Activity, new: int) -> None:
    there = {one.text: one for one in cast.store.find(Tick, cast.workshop_id, activity_id=new)}
    for line in cast.script.of(Tick, activity.id):
        row = there.pop(line.text, None) or checklist.add_tick(cast.store, new, line.text)
        if line.done:
            checklist.tick(cast.store, row.id)


def _park(cast: Cast, item: ParkedItem, new: int | None) -> None:
    same = {"activity_id": new, "text": item.text}
    found = cast.store.find(ParkedItem, cast.workshop_id, **same)
    row = (
        found[0]
        if found
        else parking.park(cast.store, cast.workshop_id, item.text, item.raised_by, new)
    )
    if item.goes_to:
        parking.send_to(cast.store, row.id, item.goes_to, item.person)


def _close(cast: Cast) -> None:
    for table, record in RECORDS.items():
        if table not in cast.written:
            fill(cast, record)
    purpose = cast.script.one(Opening)
    if purpose.purpose:
        register.set_single(cast.store, cast.workshop_id, Opening, "purpose", purpose.purpose)
    for _ in range(purpose.it_project_calls):
        parking.it_project_call(cast.store, cast.workshop_id)
    for item in cast.script.all(ParkedItem):
        _park(cast, item, cast.id_of(Activity, item.activity_id))
    for signature in cast.script.all(Signature):
        _sign(cast, signature)
    _accept_warnings(cast)


def _sign(cast: Cast, signature: Signature) -> None:
    person = cast.new[Person, signature.person_id]
    if signature.state is SignatureState.SIGNED and signature.signed_on:
        sign.sign(cast.store, person, signature.signed_on)
    elif signature.state is SignatureState.LATER and signature.sign_by:
        sign.sign_later(cast.store, person, signature.sign_by, signature.chaser)
    elif signature.state is SignatureState.DECLINED:
        sign.decline(cast.store, person)


def _accept_warnings(cast: Cast) -> None:
    """Accept the findings that the script's room accepted, with the same reasons."""
    held_on = cast.script.workshop.held_on
    if held_on is None:
        return
    found = check(cast.store.load(cast.workshop_id), cast.kit, held_on)
    by_key = {one.key: one for one in found}
    for acceptance in cast.script.all(Acceptance):
        finding = by_key[renumber(acceptance.finding, cast.new) or ""]
        accept_finding(cast.store, cast.workshop_id, finding, acceptance.reason, acceptance.by)
