"""Signing: in the room, later by a date with somebody who asks for it, or declined."""

from datetime import date
from typing import Any

from crm_workshop.activities.shared import known_name, some_text
from crm_workshop.errors import RuleError
from crm_workshop.model.choices import SignatureState
from crm_workshop.model.workshop import Person, Signature
from crm_workshop.store.library import Store


def sign(store: Store, person_id: int, on: date, *, by: str = "") -> Signature:
    """Keep that a signatory has signed; raises `RuleError` for somebody who does not sign."""
    return _write(
        store,
        person_id,
        "Sign",
        by,
        state=SignatureState.SIGNED,
        signed_on=on,
        sign_by=None,
        chaser="",
    )


def sign_later(
    store: Store, person_id: int, sign_by: date, chaser: str, *, by: str = ""
) -> Signature:
    """Keep until when a signatory signs and who asks for it.

    Raises `InputError` without somebody who asks, `RuleError` for somebody who does not sign.
    """
    some_text(chaser, "Say who asks for this signature; a date alone is soon forgotten.")
    name = known_name(store, store.get(Person, person_id).workshop_id, chaser)
    return _write(
        store,
        person_id,
        "Sign later",
        by,
        state=SignatureState.LATER,
        signed_on=None,
        sign_by=sign_by,
        chaser=name,
    )


def decline(store: Store, person_id: int, *, by: str = "") -> Signature:
    """Keep that a signatory will not sign; it is written down, never argued away."""
    return _write(
        store,
        person_id,
        "Decline to sign",
        by,
        state=SignatureState.DECLINED,
        signed_on=None,
        sign_by=None,
        chaser="",
    )


def take_back_signature(store: Store, person_id: int, *, by: str = "") -> None:
    """Leave open again how a signatory closes."""
    person = store.get(Person, person_id)
    with store.step("Take signature back", person.workshop_id, by=by) as pen:
        for row in store.find(Signature, person.workshop_id, person_id=person_id):
            pen.delete(row)


def _write(store: Store, person_id: int, step: str, by: str, **fields: Any) -> Signature:
    person = store.get(Person, person_id)
    if not person.signs or person.has_left:
        raise RuleError(
            f"{person.name} is not among the signatories. Mark in the register that they sign."
        )
    with store.step(step, person.workshop_id, by=by) as pen:
        own: dict[str, Any] = {"workshop_id": person.workshop_id, "person_id": person_id}
        found = store.find(Signature, person.workshop_id, person_id=person_id)
        row = found[0] if found else pen.insert(Signature(**own))
        return pen.update(row, **fields)
