"""What a kit file says. Texts may hold {placeholders} that the firm's vocabulary fills."""

from enum import StrEnum
from typing import Final, Literal

import msgspec

from crm_workshop.model.choices import Scale, Sector, Variant

#: The theme's stage hues, which a stage may take.
HUES: Final = (
    "open",
    "meaning",
    "technology",
    "commitment",
    "success",
    "wins",
    "pitfalls",
    "close",
)

#: What an activity may feed: the charter's sections after the title, and its annexes.
SECTIONS: Final = (
    *(str(number) for number in range(2, 15)),
    *(f"annex-{one}" for one in "abcdefg"),
)


class Method(StrEnum):
    """How the room works in an activity; each has one module of operations and one panel."""

    CARDS = "cards"
    SORT = "sort"
    POLL = "poll"
    REGISTER = "register"
    STATEMENT = "statement"
    CHECKLIST = "checklist"
    READ_BACK = "read_back"
    SIGN = "sign"


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of everything read from a kit file: unknown keys are errors, so typos are found."""


class Minutes(_Data, frozen=True, kw_only=True):
    """Planned minutes for each length of workshop; 0 leaves the activity out of that length."""

    short: int
    half: int
    full: int

    def of(self, variant: Variant) -> int:
        """Return the minutes for one length of workshop."""
        return {Variant.SHORT: self.short, Variant.HALF: self.half, Variant.FULL: self.full}[
            variant
        ]


class StageDesign(_Data, frozen=True, kw_only=True):
    """A stage of the agenda; `hue` names a theme token."""

    key: str
    title: str
    hue: str


class BucketDesign(_Data, frozen=True, kw_only=True):
    """One bucket that cards are sorted into."""

    value: str
    label: str


class CardsDesign(_Data, frozen=True, kw_only=True):
    """A silent brainstorm: the stem to finish, how long to write, what is there from the start."""

    stem: str = ""
    write_minutes: int = 2
    presets: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    dots: bool = False


class SortDesign(_Data, frozen=True, kw_only=True):
    """A sort: of cards into `buckets`, or of a record by its own `bucket` choices.

    `cards_from` takes the cards of an earlier activity instead of its own. Above half in bucket
    `ask_above`, the console offers the question `ask`.
    """

    subject: Literal["card", "technology_need", "release_item"] = "card"
    buckets: tuple[BucketDesign, ...] = ()
    cards_from: str = ""
    dots: bool = False
    ask_above: str = ""
    ask: str = ""


class PollQuestion(_Data, frozen=True, kw_only=True):
    """One thing that is voted on; `label` stands beside its dots."""

    key: str
    label: str


class PollDesign(_Data, frozen=True, kw_only=True):
    """A poll: its questions, its scale, and the words at the scale's two ends."""

    scale: Scale
    questions: tuple[PollQuestion, ...]
    short_scale: Scale | None = None
    low: str = ""
    high: str = ""

    def scale_for(self, variant: Variant) -> Scale:
        """Return the scale used in a workshop of that length."""
        return self.short_scale if variant is Variant.SHORT and self.short_scale else self.scale


class RecordDesign(_Data, frozen=True, kw_only=True):
    """A table the room fills in: the record, and which of its fields in which order (all: empty).

    `dots` marks rows that get dots; `rows` is the fewest and the most that make sense.
    """

    record: str
    title: str = ""
    fields: tuple[str, ...] = ()
    dots: bool = False
    rows: tuple[int, int] | None = None
    hint: str = ""


class ActivityDesign(_Data, frozen=True, kw_only=True):
    """One activity: its method, its time, its words, what it writes and what that feeds.

    The method leads; blocks of other methods may stand beside it, as the poll beside a statement
    or the table beside the cards of “It failed”. `room_note` is the quieter line under the
    question on the room screen; `say`, `watch` and `rescue` are the facilitator's alone.

    `least` is the fewest minutes that make sense; `priority` says what to cut first (1 is cut
    last). `leaders` means that at least one executive has to be in the room. `feeds` names the
    charter's sections (ids of `charter.md` numbers, such as "4" or "annex-b").
    """

    key: str
    stage: str
    title: str
    method: Method
    minutes: Minutes
    question: str
    least: int = 1
    priority: int = 3
    say: str = ""
    watch: str = ""
    rescue: str = ""
    room_note: str = ""
    leaders: bool = False
    feeds: tuple[str, ...] = ()
    cards: CardsDesign | None = None
    sort: SortDesign | None = None
    poll: PollDesign | None = None
    records: tuple[RecordDesign, ...] = ()
    ticks: tuple[str, ...] = ()


class SetUpDesign(_Data, frozen=True, kw_only=True):
    """What happens before the day: set-up (0.1) and pre-work (0.2).

    `gate` is said while no executive will be present; `stay` stands before the list of what
    executives must stay for, `taken_home` before what a length leaves out of the day.
    """

    gate: str
    prework: tuple[str, ...]
    prework_intro: str = ""
    sponsor_call: str = ""
    set_up: str = ""
    stay: str = ""
    taken_home: str = ""


class BreakDesign(_Data, frozen=True, kw_only=True):
    """A break after an activity; 0 minutes leaves it out of that length."""

    after: str
    title: str
    minutes: Minutes


class KnownPitfall(_Data, frozen=True, kw_only=True):
    """A known pitfall: stable key, name, telltale sign, quick action.

    Every workshop rates the ones that are `six`.
    """

    key: str
    name: str
    sign: str = ""
    action: str = ""
    six: bool = False


class Quotation(_Data, frozen=True, kw_only=True):
    """A figure or claim with its source; with `room_only` it never enters the charter."""

    key: str
    text: str
    source: str
    activity: str = ""
    room_only: bool = True


class Kit(_Data, frozen=True, kw_only=True):
    """A whole workshop design. `booking`: minutes to book the room for, with breaks and slack."""

    name: str
    title: str
    version: int
    stages: tuple[StageDesign, ...]
    activities: tuple[ActivityDesign, ...]
    set_up: SetUpDesign
    pitfalls: tuple[KnownPitfall, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    pauses: tuple[BreakDesign, ...] = msgspec.field(default=(), name="breaks")
    booking: Minutes | None = None

    @property
    def breaks(self) -> dict[str, int]:
        """Minutes of break in each length of workshop, by the length's stored value."""
        return {
            variant.value: sum(one.minutes.of(variant) for one in self.pauses)
            for variant in Variant
        }

    def activity(self, key: str) -> ActivityDesign | None:
        """Return the design of the activity with that key, or None."""
        return next((one for one in self.activities if one.key == key), None)

    def stage(self, key: str) -> StageDesign | None:
        """Return the stage with that key, or None."""
        return next((one for one in self.stages if one.key == key), None)


class Vocabulary(_Data, frozen=True, kw_only=True):
    """One sector's words and its usual journey. `us` holds the words that differ there.

    `words` maps a placeholder to its text. Plural and article follow the noun by rule; where the
    rule is wrong, the form is given as a word of its own.
    """

    sector: Sector
    words: dict[str, str]
    us: dict[str, str] = {}
    journey: tuple[str, ...] = ()
