"""Which fields of each record stand in which column on the room screen.

A field that is private, or that the kit does not ask for, is left out where it stands.
"""

from dataclasses import dataclass
from typing import Final

from crm_workshop.model import commitment, meaning, success, technology
from crm_workshop.model.base import Row


@dataclass(frozen=True, slots=True)
class Shown:
    """One column: the field that stands large in it, and the fields noted below.

    `title` replaces the field's own label.
    """

    field: str
    notes: tuple[str, ...] = ()
    title: str = ""


#: The columns of every record that has rows; the others are shown label by label.
COLUMNS: Final[dict[type[Row], tuple[Shown, ...]]] = {
    meaning.Lesson: (Shown("what", ("year", "bucket")), Shown("happened"), Shown("lesson")),
    meaning.ExperienceStep: (
        Shown("step", ("hand_offs", "easy_for_us")),
        Shown("today"),
        Shown("wanted"),
    ),
    technology.UserNeed: (
        Shown("user_group", ("use", "fit")),
        Shown("information", ("kept_true_by",)),
        Shown("output", ("output_used_for",)),
    ),
    technology.TechnologyNeed: (Shown("need"), Shown("bucket"), Shown("serves")),
    technology.ReleaseItem: (
        Shown("item", ("for_whom", "old_system", "retire_on")),
        Shown("serves"),
        Shown("bucket", ("revisit",)),
    ),
    commitment.HardDecision: (
        Shown("decision", ("kind", "client_reason")),
        Shown("decider", ("state",)),
        Shown("reason", ("told_by",)),
        Shown("by"),
    ),
    commitment.Commitment: (
        Shown("person"),
        Shown("action", ("seen_when",)),
        Shown("first_on"),
        Shown("initialled"),
    ),
    commitment.CascadeRow: (
        Shown("leader"),
        Shown("group_told"),
        Shown("message"),
        Shown("on_date"),
    ),
    commitment.Champion: (Shown("person"), Shown("reason")),
    commitment.DataOwner: (Shown("person"), Shown("data")),
    commitment.UseRule: (
        Shown("what", ("who_records",)),
        Shown("worth", ("training",)),
        Shown("if_not"),
    ),
    success.Measure: (
        Shown("measure", ("kind", "timing")),
        Shown("target", ("baseline_by", "baseline_person"), "From → to"),
        Shown("owner", ("source", "serves")),
        Shown("by"),
    ),
    success.Milestone: (Shown("outcome"), Shown("by")),
    success.Win: (
        Shown("who_helped", ("willing",)),
        Shown("problem"),
        Shown("result", ("helper", "told_by", "told_to", "next_group")),
        Shown("by"),
    ),
    success.Pitfall: (
        Shown("pitfall", ("likely",)),
        Shown("early_sign"),
        Shown("same_week", ("owner",)),
    ),
    success.Review: (Shown("kind"), Shown("chair", ("attends",)), Shown("on_date")),
}
