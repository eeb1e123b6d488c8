"""What the room settles about what CRM means: lessons, experience, definition."""

from dataclasses import dataclass
from datetime import date

from crm_workshop.model.base import Placed, Row
from crm_workshop.model.choices import Bucket
from crm_workshop.model.fields import Kind, entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening(Row):
    """Why the room is here, and how often somebody had to call “IT project”."""

    table = "opening"
    single = True

    purpose: str = entry("What this must settle", Kind.LONG)
    it_project_calls: int = entry("“IT project” calls", Kind.INT, default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson(Placed):
    """What an earlier attempt taught about people and process."""

    table = "lesson"

    year: int | None = entry("Year", Kind.INT)
    what: str = entry("What we tried", required=True)
    happened: str = entry("What happened", Kind.LONG)
    lesson: str = entry("What it taught us", Kind.LONG, required=True)
    bucket: Bucket | None = entry("About", Kind.CHOICE, choices=Bucket)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Row):
    """Where the room agreed to stand on the line from address list to strategy (1 to 5)."""

    table = "line"
    single = True

    agreed_today: int | None = entry("Agreed: today", Kind.INT, required=True)
    agreed_target: int | None = entry("Agreed: in twelve months", Kind.INT, required=True)
    spread_note: str = entry("Why the room still differs", Kind.LONG)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExperienceStep(Placed):
    """One step of dealing with the firm, in the {client}'s own first person."""

    table = "experience_step"

    step: str = entry("Step", required=True)
    today: str = entry("What happens today", Kind.LONG, required=True)
    wanted: str = entry("What should happen", Kind.LONG, required=True)
    hand_offs: int | None = entry("Hand-offs", Kind.INT, help="People the {client} had to talk to")
    easy_for_us: bool = entry("Made easy for us, at their cost", Kind.BOOL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition(Row):
    """The parts of the definition that stand beside its wording (the wordings are drafts)."""

    table = "definition"
    single = True

    expands_to: str = entry("The C stands for", required=True)
    not_this: tuple[str, ...] = entry("What CRM is not here", Kind.LIST)
    main_objective: str = entry("The one thing better in twelve months", Kind.LONG, required=True)
    done_when: str = entry("Done when", Kind.LONG, required=True)
    done_by: date | None = entry("Done by", Kind.DATE, required=True)
    staff_sentence: str = entry("One sentence for staff", Kind.LONG, required=True)
    why: str = entry("Why it is worth it", Kind.LONG, required=True)
