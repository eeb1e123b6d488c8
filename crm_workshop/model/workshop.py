"""A workshop, its people, its agenda, and what is live of it now."""

from dataclasses import dataclass
from datetime import date, datetime, time

from crm_workshop.model.base import Placed, Row
from crm_workshop.model.choices import (
    Locale,
    Mode,
    Paper,
    Presence,
    Sector,
    SignatureState,
    Status,
    Variant,
)
from crm_workshop.model.fields import Kind, entry, link


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop(Row):
    """One run of a kit for one firm. Its `workshop_id` equals its own id.

    `kit_source` holds the text of the firm's own kit file, empty for the kit that comes with the
    program, so that a workshop can be reopened for ever as it was run.
    """

    table = "workshop"

    firm: str = entry("Firm", required=True, help="As it should stand on the charter")
    sector: Sector = entry("Sector", Kind.CHOICE, required=True, choices=Sector, default=Sector.LAW)
    locale: Locale = entry("Words and dates", Kind.CHOICE, choices=Locale, default=Locale.GB)
    variant: Variant = entry("Length", Kind.CHOICE, choices=Variant, default=Variant.HALF)
    paper: Paper = entry("Paper", Kind.CHOICE, choices=Paper, default=Paper.A4)
    held_on: date | None = entry("Date", Kind.DATE, required=True)
    starts: time | None = entry("Starts", Kind.TIME)
    place: str = entry("Place")
    facilitator: str = entry("Facilitator", required=True)
    attempt_no: int = entry(
        "Attempt", Kind.INT, default=1, help="1 for the first time, 2 for a second bite"
    )
    logo: bytes = entry("Logo", Kind.BYTES, help="A PNG or JPEG picture, printed on page 1")
    status: Status = Status.DRAFT
    charter_version: str = ""
    kit_source: str = ""
    archived: bool = False
    created: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Word(Row):
    """One word of the sector's vocabulary that this firm says differently."""

    table = "word"

    key: str = ""
    text: str = entry("Word")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Placed):
    """Somebody in the register of people; names are unique within a workshop."""

    table = "person"

    name: str = entry("Name", required=True)
    role: str = entry("Role", required=True)
    is_exec: bool = entry("Executive", Kind.BOOL)
    is_board: bool = entry("{Board} member", Kind.BOOL)
    is_sponsor: bool = entry(
        "Sponsor", Kind.BOOL, help="The leader whose charter this is: votes last, signs first"
    )
    decides: bool = entry("Decides", Kind.BOOL)
    votes: bool = entry("Votes", Kind.BOOL, default=True)
    signs: bool = entry("Signs", Kind.BOOL)
    present: Presence = entry("In the room", Kind.CHOICE, choices=Presence, default=Presence.YES)
    reports_to: str = entry("Reports to", Kind.PERSON, private=True)
    has_left: bool = entry("Has left the {firm}", Kind.BOOL)


@dataclass(frozen=True, slots=True, kw_only=True)
class PreworkAnswer(Row):
    """What somebody answered before the day to one line of the pre-work; read out without names.

    `line` is which of the kit's lines it answers, counted from 1.
    """

    table = "prework_answer"

    person_id: int = link("person", default=0)
    line: int = 1
    text: str = entry("Answer", Kind.LONG, private=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class SponsorCall(Row):
    """What the sponsor said in the call before the day: the facilitator's own note."""

    table = "sponsor_call"
    single = True

    note: str = entry("Note of the sponsor’s call", Kind.LONG, private=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Placed):
    """One step of this workshop's agenda; `key` names its design in the kit.

    `started` is when the room first came to it, `ended` when it last left it (None while it is
    there), `seconds_used` what was booked of all visits. An activity left out, or taken home to be
    finished, says why, by when and by whom.
    """

    table = "activity"
    unrecorded = frozenset({"started", "ended", "seconds_used"})

    key: str = ""
    minutes_planned: int = entry("Minutes", Kind.INT, default=0)
    started: datetime | None = None
    ended: datetime | None = None
    seconds_used: int = 0
    note: str = entry("Note for the facilitator", Kind.LONG, private=True)
    skipped_reason: str = entry("Why it was left out", private=True)
    finish_by: date | None = entry("To finish by", Kind.DATE)
    finish_owner: str = entry("Finished by whom", Kind.PERSON)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick(Placed):
    """One line of a checklist and whether the room has agreed to it."""

    table = "tick"

    activity_id: int = link("activity", default=0)
    text: str = entry("Line", required=True)
    done: bool = entry("Done", Kind.BOOL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock(Row):
    """The timebox that runs: a deadline, or what was left when it was paused (seconds).

    `seconds` is the whole length of the timebox with what was added to it.
    """

    table = "clock"
    exchanged = False
    single = True

    activity_id: int | None = link("activity", default=None)
    deadline: datetime | None = None
    left_at_pause: float | None = None
    seconds: int = 0
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneRow(Row):
    """What is live now, kept on every change so that a crash resumes at the same place.

    `view` is the state of the activity's method on the room screen, `page` the page of a list or
    of the charter. `frozen` is the room view that a frozen screen goes on showing, as JSON.
    `since` is the moment up to which the activity's time is booked; None while the room does not
    work on it. `plan` is how many minutes of work the agenda had when the room began; 0 before.
    """

    table = "scene"
    undoable = False
    exchanged = False
    single = True

    activity_id: int | None = link("activity", default=None)
    mode: Mode = Mode.HOLDING
    view: str = ""
    page: int = 0
    break_until: datetime | None = None
    frozen: str = ""
    since: datetime | None = None
    plan: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfTyped(Row):
    """What stands in fields of the windows and is not a value yet, such as half a date.

    `texts` is a JSON object: from each field's place (see `activities.half_typed`) to its text.
    """

    table = "half_typed"
    undoable = False
    exchanged = False
    single = True

    texts: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature(Row):
    """How one signatory closed: signed, signs later by a date, or declined."""

    table = "signature"

    person_id: int = link("person", default=0)
    state: SignatureState = entry(
        "Signature", Kind.CHOICE, choices=SignatureState, default=SignatureState.LATER
    )
    signed_on: date | None = entry("Signed on", Kind.DATE)
    sign_by: date | None = entry("Signs by", Kind.DATE)
    chaser: str = entry("Who asks for it", Kind.PERSON)


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance(Row):
    """A warning the room has accepted, with its reason; printed in an annex.

    `finding` is the finding's key; `said` is what the record said then: when the words change, the
    acceptance no longer covers them and the finding comes back.
    """

    table = "acceptance"

    finding: str = ""
    said: str = ""
    reason: str = entry("Reason", required=True)
    by: str = entry("Accepted by", Kind.PERSON)


@dataclass(frozen=True, slots=True, kw_only=True)
class Version(Row):
    """A charter as it was issued: its bytes, its records and its content code; never changed."""

    table = "version"

    number: str = ""
    issued: datetime | None = None
    code: str = ""
    records: str = ""
    pdf: bytes = b""
