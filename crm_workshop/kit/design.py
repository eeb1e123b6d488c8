"""What a kit file says. Texts may hold {placeholders} that the firm's vocabulary fills."""

from enum import StrEnum
from typing import Literal

import msgspec

from crm_workshop.model.choices import Locale, Scale, Sector, Variant


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


class Minutes(_Data):
    """Planned minutes for each length of workshop; 0 leaves the activity out of that length."""

    short: int
    half: int
    full: int

    def of(self, variant: Variant) -> int:
        """Return the minutes for one length of workshop."""
        return {Variant.SHORT: self.short, Variant.HALF: self.half, Variant.FULL: self.full}[
            variant
        ]


class StageDesign(_Data):
    """A stage of the agenda; `hue` names a theme token."""

    key: str
    title: str
    hue: str


class BucketDesign(_Data):
    """One bucket that cards are sorted into."""

    value: str
    label: str


class CardsDesign(_Data):
    """A silent brainstorm: the stem to finish, how long to write, what is there from the start."""

    stem: str = ""
    write_minutes: int = 2
    presets: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    dots: bool = False


class SortDesign(_Data):
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


class PollQuestion(_Data):
    """One thing that is voted on; `label` stands beside its dots."""

    key: str
    label: str


class PollDesign(_Data):
    """A poll: its questions, its scale, and the words at the scale's two ends."""

    scale: Scale
    questions: tuple[PollQuestion, ...]
    short_scale: Scale | None = None
    low: str = ""
    high: str = ""

    def scale_for(self, variant: Variant) -> Scale:
        """Return the scale used in a workshop of that length."""
        return self.short_scale if variant is Variant.SHORT and self.short_scale else self.scale


class RecordDesign(_Data):
    """A table the room fills in: the record, and which of its fields in which order (all: empty).

    `dots` marks rows that get dots; `rows` is the fewest and the most that make sense.
    """

    record: str
    title: str = ""
    fields: tuple[str, ...] = ()
    dots: bool = False
    rows: tuple[int, int] | None = None
    hint: str = ""


class ActivityDesign(_Data):
    """One activity: its method, its time, its words, what it writes and what that feeds.

    `least` is the fewest minutes that make sense; `priority` says what to cut first (1 is cut
    last). `leaders` means that at least one executive has to be in the room. `feeds` names the
    charter's sections (ids of `charter.md` numbers, such as "4" or "annex-b").
    """

    key: str
    stage: str
    title: str
    method: Method
    minutes: Minutes
    least: int
    priority: int
    question: str
    say: str
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


class SetUpDesign(_Data):
    """What happens before the day: the gate's sentence, pre-work lines, the sponsor's question."""

    gate: str
    prework: tuple[str, ...]
    prework_intro: str = ""
    sponsor_call: str = ""
    set_up: str = ""


class KnownPitfall(_Data):
    """A pitfall every workshop rates: stable key, name, telltale sign, quick action."""

    key: str
    name: str
    sign: str = ""
    action: str = ""
    six: bool = False


class Quotation(_Data):
    """A figure or claim with its source; with `room_only` it never enters the charter."""

    key: str
    text: str
    source: str
    activity: str = ""
    room_only: bool = True


class Kit(_Data):
    """A whole workshop design."""

    name: str
    title: str
    version: int
    stages: tuple[StageDesign, ...]
    activities: tuple[ActivityDesign, ...]
    set_up: SetUpDesign
    pitfalls: tuple[KnownPitfall, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    breaks: dict[str, int] = {}  # variant value → minutes of break

    def activity(self, key: str) -> ActivityDesign | None:
        """Return the design of the activity with that key, or None."""
        return next((one for one in self.activities if one.key == key), None)

    def stage(self, key: str) -> StageDesign | None:
        """Return the stage with that key, or None."""
        return next((one for one in self.stages if one.key == key), None)


class Vocabulary(_Data):
    """One sector's words and its usual journey. `us` holds the words that differ there.

    `words` maps a placeholder to its text; plural and article forms are words of their own.
    """

    sector: Sector
    words: dict[str, str]
    us: dict[str, str] = {}
    journey: tuple[str, ...] = ()

    def for_locale(self, locale: Locale) -> dict[str, str]:
        """Return all words as that locale says them."""
        return {**self.words, **(self.us if locale is Locale.US else {})}
