"""What the room settles about where technology fits, and where it does not."""

from dataclasses import dataclass
from datetime import date

from crm_workshop.model.base import Placed, Row
from crm_workshop.model.choices import Job, Release
from crm_workshop.model.fields import Kind, entry


@dataclass(frozen=True, slots=True, kw_only=True)
class UserNeed(Placed):
    """How one group of users works, and what it must know and wants out of it."""

    table = "user_need"

    user_group: str = entry("Users", required=True)
    use: str = entry("How they will use it", Kind.LONG)
    fit: str = entry("How it fits their work", Kind.LONG)
    information: str = entry("What they must know", Kind.LONG, required=True)
    kept_true_by: str = entry("Kept true by", Kind.PERSON, required=True)
    output: str = entry("What they want out of it", Kind.LONG, required=True)
    output_used_for: str = entry("Used for", Kind.LONG)


@dataclass(frozen=True, slots=True, kw_only=True)
class TechnologyNeed(Placed):
    """One need, and which job of software it is (or that it is nobody's but ours)."""

    table = "technology_need"

    need: str = entry("Need", required=True)
    bucket: Job | None = entry("Job", Kind.CHOICE, choices=Job, required=True)
    serves: str = entry("Serves", Kind.PROMISE, required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseItem(Placed):
    """One thing to start with, or to leave safely for later."""

    table = "release_item"

    item: str = entry("Item", required=True)
    bucket: Release | None = entry("When", Kind.CHOICE, choices=Release, required=True)
    serves: str = entry("Serves", Kind.PROMISE, required=True)
    for_whom: str = entry("For whom", required=True)
    revisit: date | None = entry("Look again on", Kind.DATE)
    old_system: str = entry("Replaces")
    retire_on: date | None = entry("Old one retired on", Kind.DATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remit(Row):
    """What the programme may do, who may change that, and what CRM will not mend."""

    table = "remit"
    single = True

    text: str = entry("Remit", Kind.LONG)
    who_may_change: str = entry("May be changed by", Kind.PERSON)
    will_not_fix: tuple[str, ...] = entry("CRM will not fix", Kind.LIST)
    budget: str = entry("Budget ceiling")
    assumptions: tuple[str, ...] = entry("Assumptions", Kind.LIST)
    constraints: tuple[str, ...] = entry("Constraints", Kind.LIST)
    lead: str = entry("Programme lead", Kind.PERSON)
    lead_authority: str = entry("What the lead may decide", Kind.LONG)
