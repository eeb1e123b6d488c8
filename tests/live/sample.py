"""An invented workshop with what a test puts into it, and what the room sees of it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from crm_workshop.kit.load import load_kit
from crm_workshop.live.room import room_view
from crm_workshop.model import capture
from crm_workshop.model.base import Row
from crm_workshop.model.choices import Locale, Mode, Presence, Scale, Status, Variant
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import Activity, Clock, Person, SceneRow, Workshop

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
KIT = load_kit()
IDS = {one.key: number for number, one in enumerate(KIT.activities, 1)}
PEOPLE = (
    Person(
        id=1, name="V. Ashgrove", role="Managing partner", is_exec=True, is_sponsor=True, signs=True
    ),
    Person(id=2, name="B. Tolliver", role="Head of litigation", is_exec=True, signs=True),
    Person(id=3, name="N. Quist", role="Secretary"),
    Person(id=4, name="E. Faraway", role="Associate", present=Presence.NO),
)


def dossier(*rows, locale=Locale.GB, variant=Variant.HALF, status=Status.DRAFT):
    """A workshop with these rows, everybody and the whole agenda."""
    found: dict[type[Row], tuple[Any, ...]] = {Person: PEOPLE}
    found[Activity] = tuple(
        Activity(
            id=IDS[one.key], position=IDS[one.key], key=one.key, minutes_planned=one.minutes.half
        )
        for one in KIT.activities
    )
    for number, row in enumerate(rows, 1):
        placed = row if row.id else replace(row, id=number)
        found[type(row)] = (*found.get(type(row), ()), placed)
    firm = Workshop(
        id=1,
        firm="Quillfeather & Moss LLP",
        held_on=date(2026, 11, 21),
        locale=locale,
        variant=variant,
        status=status,
    )
    return Dossier(firm, found)


def see(found, key, view="", now=NOW, clock=None, **fields):
    """What the room sees of an activity in a state."""
    scene = SceneRow(activity_id=IDS[key], view=view, mode=Mode.LIVE, **fields)
    return room_view(found, KIT, scene, clock or Clock(), now)


def poll(key, *votes, round=1, revealed=True, scale=Scale.LINE, question="later", **fields):
    """A poll of an activity with votes of the first people in the register."""
    number = 10 * IDS[key] + round
    row = capture.Poll(
        id=number,
        activity_id=IDS[key],
        question=question,
        scale=scale,
        round=round,
        revealed=revealed,
        **fields,
    )
    return row, *(
        capture.Ballot(poll_id=number, person_id=n, value=value, is_exec=n < 3)
        for n, value in enumerate(votes, 1)
    )
