"""A workshop in which everything has a mark: what the room may see, and what it must never see.

The marks are put by the model's own declarations, so that a field added tomorrow is marked too:
text that people type is open unless its field says `private`; text of the program's own, and every
text of the kit that is not listed here as meant for the room, is secret.
"""

import dataclasses
import re
import typing
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import msgspec

from crm_workshop.kit.design import Kit
from crm_workshop.kit.load import load_kit
from crm_workshop.model import capture
from crm_workshop.model.base import Placed, Row
from crm_workshop.model.choices import (
    BallotState,
    Presence,
    Scale,
    SignatureState,
    Variant,
)
from crm_workshop.model.dossier import RECORDS, TABLES, Dossier
from crm_workshop.model.fields import Kind, links, specs
from crm_workshop.model.workshop import (
    Acceptance,
    Activity,
    Clock,
    HalfTyped,
    Person,
    PreworkAnswer,
    SceneRow,
    Signature,
    SponsorCall,
    Tick,
    Version,
    Workshop,
)

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)

SECRET = re.compile(r"Secret-[\w.-]+")
OPEN = re.compile(r"Open-[\w.]+(?:-\d+)?")

#: Texts of a kit that are meant for the room.
ROOM_TEXTS = {
    "title",
    "question",
    "room_note",
    "label",
    "low",
    "high",
    "presets",
    "ticks",
    "text",
    "source",
    "name",
}
#: Keys by which a kit's parts find each other; none of them is read.
KEYS = {
    "key",
    "stage",
    "hue",
    "record",
    "fields",
    "value",
    "subject",
    "cards_from",
    "after",
    "feeds",
    "activity",
    "ask_above",
    "file",
}
#: Fields of the program's own that are no secret: keys, and the number on the charter.
ROW_KEYS = {"key", "bucket", "question", "known", "charter_version"}

#: Types of which the room sees nothing at all.
SECRET_TYPES = (capture.ParkedItem, Acceptance, Version, PreworkAnswer, SponsorCall)


def secret_kit() -> Kit:
    """The standard kit with every text marked that is not meant for the room."""
    kit: Kit = _marked(load_kit(), "kit")
    return kit


def _marked(value: Any, where: str) -> Any:
    if isinstance(value, msgspec.Struct):
        changes = {}
        for name in value.__struct_fields__:
            if name not in KEYS:
                inner = getattr(value, name)
                place = f"{where}.{name}"
                changes[name] = inner if _is_shown(name, inner) else _marked(inner, place)
        return msgspec.structs.replace(value, **changes)
    if isinstance(value, tuple):
        return tuple(_marked(one, f"{where}.{n}") for n, one in enumerate(value))
    if type(value) is str:
        return f"Secret-{where}"
    return value


def _is_shown(name, value):
    texts = value if isinstance(value, tuple) else (value,)
    return name in ROOM_TEXTS and all(isinstance(one, str) for one in texts)


class Filled:
    """The rows of one workshop, filled by declaration; `revealed` for what can be hidden."""

    def __init__(self, *, revealed: bool, variant: Variant = Variant.HALF) -> None:
        self.revealed = revealed
        self.kit = secret_kit()
        self.rows: dict[type[Row], list[Any]] = {record: [] for record in TABLES}
        workshop = self.make(Workshop, id=1, workshop_id=1, variant=variant)
        self.workshop = replace(workshop, held_on=date(2026, 11, 21), starts=time(9))
        self._people()
        self._agenda()
        for record in RECORDS.values():
            for number in range(1 if record.single else 2):
                self.add(record, number)
        for record in SECRET_TYPES:
            self.add(record, secret=True)
        for activity in tuple(self.rows[Activity]):
            self._capture(activity)
        self.add(Clock, secret=True)
        self.add(SceneRow, secret=True)
        self.add(HalfTyped, secret=True)

    @property
    def dossier(self) -> Dossier:
        return Dossier(self.workshop, {record: tuple(rows) for record, rows in self.rows.items()})

    def make(self, record, number=0, *, secret=False, **values):
        """Return a row of which every text says where it is from, and whether it may be seen."""
        filled = {}
        known = {one.name: one for one in specs(record)}
        hints = typing.get_type_hints(record)
        for field in dataclasses.fields(record):
            name, one = field.name, known.get(field.name)
            if name in values or name in links(record) or name in ("id", "workshop_id"):
                continue
            hidden = secret or one is None or one.private
            mark = f"{'Secret' if hidden else 'Open'}-{record.table}.{name}-{number}"
            if one is None:
                if hints[name] is str and name not in ROW_KEYS:
                    filled[name] = mark
                continue
            filled[name] = self._value(one, mark, hidden)
        return record(**{**filled, "workshop_id": 1, **values})

    def _value(self, one, mark, hidden):
        if one.kind is Kind.CHOICE:
            return next(iter(one.choices))
        values = {
            Kind.PERSON: mark if hidden else "Open-named",
            Kind.LIST: (mark, f"{mark} again"),
            Kind.PEOPLE: (mark, f"{mark} again"),
            Kind.DATE: date(2027, 1, 14),
            Kind.TIME: time(9, 30),
            Kind.INT: 3,
            Kind.NUM: 3,
            Kind.BOOL: True,
            Kind.BYTES: mark.encode(),
        }
        return values.get(one.kind, mark)

    def add(self, record, number=0, *, secret=False, **values):
        """Add a row and return it."""
        rows = self.rows[record]
        if issubclass(record, Placed):
            values.setdefault("position", float(len(rows) + 1))
        row = self.make(record, number, secret=secret, id=len(rows) + 1, **values)
        rows.append(row)
        return row

    def _people(self):
        person = {"is_sponsor": False, "has_left": False}
        self.add(Person, name="Open-lead", **{**person, "is_sponsor": True})
        self.add(Person, name="Open-named", is_exec=False, is_board=False, **person)
        self.add(Person, name="Open-third", is_exec=False, is_board=False, **person)
        absent = {**person, "signs": False, "present": Presence.NO, "is_exec": False}
        self.add(
            Person, name="Secret-absent.name", role="Secret-absent.role", is_board=False, **absent
        )
        state = SignatureState.LATER
        self.add(Signature, person_id=1, state=state, signed_on=None, chaser="Open-named")

    def _agenda(self):
        for design in self.kit.activities:
            minutes = design.minutes.of(self.workshop.variant)
            self.add(Activity, key=design.key, minutes_planned=minutes, finish_by=None)

    def _capture(self, activity):
        """Fill what an activity of any method can hold, shown or hidden."""
        own, hidden = {"activity_id": activity.id}, not self.revealed
        n, key = activity.id, activity.key
        design = next(one for one in self.kit.activities if one.key == key)
        self.add(Tick, n, **own)
        shown_theme = self.add(capture.Theme, n, **own)
        hidden_theme = self.add(capture.Theme, n, secret=True, **own)
        first = design.sort.buckets[0].value if design.sort and design.sort.buckets else "people"
        card = {**own, "bucket": first, "theme_id": shown_theme.id, "parked": False}
        shown = self.add(capture.Card, n, revealed=True, **card)
        below = {**card, "theme_id": hidden_theme.id}
        unshown = self.add(capture.Card, n, secret=True, revealed=False, **below)
        self.add(capture.Card, n, secret=True, revealed=True, **{**card, "parked": True})
        self.add(capture.Card, n, secret=True, revealed=False, merged_into_id=shown.id, **below)
        draft = self.add(capture.Draft, n, **own)
        self.add(capture.Reservation, n, **own)
        self.add(capture.DotRound, revealed=not hidden, **own)
        for person in (1, 2):
            for kind in ({"card_id": shown.id}, {"card_id": unshown.id}, {"step_id": 1}):
                self.add(capture.Dot, person_id=person, count=2, **own, **kind)
        if design.poll is None:
            return
        scale = design.poll.scale_for(self.workshop.variant)
        asked = {"scale": scale, "draft_id": draft.id, "revealed": not hidden, **own}
        for question in design.poll.questions:
            self._votes(self.add(capture.Poll, question=question.key, **asked), scale)

    def _votes(self, poll, scale):
        top = 5 if scale is Scale.LINE else 4
        for person, value in ((1, 1), (2, 2), (3, top)):
            self.add(
                capture.Ballot,
                poll_id=poll.id,
                person_id=person,
                value=value,
                is_exec=person == 1,
                state=BallotState.VOTED,
            )


def running_clock(activity_id: int, *, hidden: bool) -> Clock:
    """A timebox that reads 83:21, which nothing else does."""
    left = timedelta(minutes=83, seconds=21)
    return Clock(activity_id=activity_id, deadline=NOW + left, seconds=6000, hidden=hidden)


def declared_private() -> set[tuple[str, str]]:
    """Every field that the model declares private."""
    return {(record.table, one.name) for record in TABLES for one in specs(record) if one.private}


def private_texts(filled: Filled) -> set[str]:
    """The marks that really stand in the fields that the model declares private."""
    return {
        str(getattr(row, name))
        for record, rows in filled.rows.items()
        for row in rows
        for table, name in declared_private()
        if table == record.table
    }
