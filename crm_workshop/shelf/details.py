"""What the shelf says of one workshop: how far it is, what it lacks, and its one next step."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum, auto
from typing import Final

from crm_workshop.charter.dates import clock_time
from crm_workshop.charter.figures import counted, ordinal
from crm_workshop.errors import KitError
from crm_workshop.kit.design import Kit
from crm_workshop.kit.load import kit_of
from crm_workshop.kit.words import Words, words_for
from crm_workshop.live.day import Stands, day_among
from crm_workshop.live.pace import planned
from crm_workshop.model.choices import Presence
from crm_workshop.model.workshop import (
    Activity,
    Person,
    PreworkAnswer,
    SceneRow,
    Word,
    Workshop,
)
from crm_workshop.shelf.entries import Entry, Section
from crm_workshop.shelf.kept import charter_line, promises_kept, review_due
from crm_workshop.shelf.said import Told, joined, spoken_day
from crm_workshop.store.library import Store

#: As long before a review, its day counts as due.
_DUE: Final = timedelta(days=30)

_THERE: Final = (Presence.YES, Presence.PART)


class Deed(Enum):
    """What the next step of a workshop is."""

    RESUME = auto()  # go live where the room left off
    PREPARE = auto()
    FINISH = auto()  # settle and issue the charter
    REVIEW = auto()  # look back at what was promised
    OPEN = auto()


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of the day: its hue, and the share (0 to 1) of its activities that is done."""

    hue: str
    done: float


@dataclass(frozen=True, slots=True)
class Details:
    """A row of the shelf: who and when; how far, or what is missing; the charter; what is next."""

    about: str
    middle: Told
    charter: Told
    deed: Deed
    step: str
    stages: tuple[Stage, ...] = ()

    @property
    def spoken(self) -> str:
        """All of it as one reads it aloud."""
        return ". ".join(filter(None, (self.about, str(self.middle), str(self.charter), self.step)))


def details_of(store: Store, entry: Entry, today: date) -> Details:
    """Return what the shelf says of a workshop; raises `NotFoundError` if it is gone.

    What the checks say is not part of it: that takes longer (see `settling`).
    """
    made = {
        Section.RUNNING: _running,
        Section.COMING_UP: _coming_up,
        Section.SIGNED: _signed,
    }[entry.state](store, entry, today)
    if entry.section is not Section.ARCHIVED:
        return made
    calm = replace(made.middle, grave=False)
    return replace(made, middle=calm, deed=Deed.OPEN, step="Open")


def _running(store: Store, entry: Entry, today: date) -> Details:
    people = store.all(Person, entry.id)
    agenda = planned(store.all(Activity, entry.id))
    day = day_among(agenda)
    scene = store.all(SceneRow, entry.id)
    live = next((one for one in agenda if scene and one.id == scene[0].activity_id), day.last)
    is_done = day.stands is Stands.DONE
    done = tuple(one for one in agenda if one.started is not None and (is_done or one is not live))
    kit, words = _kit_and_words(store, entry)
    title = live.key if live else ""
    design = kit.activity(live.key) if kit and live else None
    if design is not None:
        title = words.say(design.title)
    told = Told(f"{len(done)} of {counted(len(agenda), 'activity', 'activities')}")
    about = joined(_occasion(entry, today), _who(people), _attempt(entry))
    step, deed = (f"Resume at {title}", Deed.RESUME) if title else ("Resume", Deed.RESUME)
    if is_done:
        step, deed = "Finish the charter", Deed.FINISH
    stages = _stages(kit, agenda, done) if kit else ()
    return Details(about, told, Told("Draft charter"), deed, step, stages)


def _coming_up(store: Store, entry: Entry, today: date) -> Details:
    people = store.all(Person, entry.id)
    about = joined(_occasion(entry, today), _who(people), _attempt(entry))
    return Details(
        about, _lacking(store, entry, people, today), Told("Not started"), Deed.PREPARE, "Prepare"
    )


def _lacking(store: Store, entry: Entry, people: tuple[Person, ...], today: date) -> Told:
    """Return the first thing that a workshop needs before its day, or that it is ready."""
    kit, words = _kit_and_words(store, entry)
    if kit is None:
        return Told("Its kit cannot be read", "What was written in it is kept", grave=True)
    if not any(one.is_exec and one.present in _THERE and not one.has_left for one in people):
        return Told(words.say(kit.set_up.gate).rstrip("."), grave=True)
    if entry.held_on is None:
        return Told("It has no date yet")
    if entry.held_on < today:
        return Told("Its day has passed", "Begin, or give it another")
    return Told(joined("Ready", _prework(store, entry.id, people)))


def _prework(store: Store, workshop_id: int, people: tuple[Person, ...]) -> str:
    """Return how many of those who come have answered before the day."""
    coming = {one.id for one in _coming(people)}
    answers = store.all(PreworkAnswer, workshop_id)
    back = {one.person_id for one in answers if one.text.strip()} & coming
    return f"pre-work back from {len(back)} of {len(coming)}" if back else ""


def _signed(store: Store, entry: Entry, today: date) -> Details:
    next_review = review_due(store, entry, today)
    deed, step = Deed.OPEN, "Open"
    middle = Told("No review to come")
    if next_review is not None:
        is_due = next_review.on <= today + _DUE
        when = spoken_day(next_review.on, today, entry.locale)
        middle = Told(f"{next_review.name} review", f"due {when}" if is_due else when)
        deed, step = (Deed.REVIEW, "Review") if is_due else (deed, step)
    about = joined(charter_line(store, entry, today), _attempt(entry))
    return Details(about, middle, promises_kept(store, entry.id, today), deed, step)


def _kit_and_words(store: Store, entry: Entry) -> tuple[Kit | None, Words]:
    """Return a workshop's kit, None if it cannot be read any more, and its words."""
    workshop = store.get(Workshop, entry.id)
    words = words_for(workshop, {one.key: one.text for one in store.all(Word, entry.id)})
    try:
        return kit_of(workshop), words
    except KitError:
        return None, words


def _stages(
    kit: Kit, agenda: tuple[Activity, ...], done: tuple[Activity, ...]
) -> tuple[Stage, ...]:
    of = {design.key: design.stage for design in kit.activities}
    planned_in = Counter(of.get(one.key) for one in agenda)
    done_in = Counter(of.get(one.key) for one in done)
    return tuple(
        Stage(stage.hue, done_in[stage.key] / planned_in[stage.key])
        for stage in kit.stages
        if planned_in[stage.key]
    )


def _occasion(entry: Entry, today: date) -> str:
    """Return length and day; the hour too if it is today or tomorrow."""
    if entry.held_on is None:
        return joined(entry.variant.label, "no date yet")
    day = spoken_day(entry.held_on, today, entry.locale)
    if entry.starts and entry.held_on in (today, today + timedelta(days=1)):
        day = f"{day} {clock_time(entry.starts, entry.locale)}"
    return joined(entry.variant.label, day)


def _who(people: tuple[Person, ...]) -> str:
    """Return how many come, and how many of them are executives."""
    coming = _coming(people)
    if not coming:
        return "nobody named yet"
    executives = sum(one.is_exec for one in coming)
    told = counted(len(coming), "person", "people")
    if not executives:
        known = any(one.is_exec for one in people)
        return f"{told}, {'no executive coming' if known else 'no executive named yet'}"
    return f"{told}, {counted(executives, 'executive', 'executives')}"


def _coming(people: tuple[Person, ...]) -> list[Person]:
    return [one for one in people if one.present is not Presence.NO and not one.has_left]


def _attempt(entry: Entry) -> str:
    return f"{ordinal(entry.attempt_no)} attempt" if entry.attempt_no > 1 else ""
