"""Where the fields of a record stand in a table: which have a column, which stand below another."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from crm_workshop.kit.design import RecordDesign
from crm_workshop.model.base import Row
from crm_workshop.model.choices import CommitmentState, Presence, Release
from crm_workshop.model.fields import FieldSpec, Kind, is_blank, specs
from crm_workshop.widths import share

#: Fields that share a column, the first one leading. Records not named here have a column a field.
STACKS: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "lesson": (("what", "year"), ("happened",), ("lesson",), ("bucket",)),
    "experience_step": (("step", "hand_offs", "easy_for_us"), ("today",), ("wanted",)),
    "user_need": (
        ("user_group",),
        ("use", "fit"),
        ("information", "kept_true_by"),
        ("output", "output_used_for"),
    ),
    "release_item": (
        ("item", "old_system", "retire_on"),
        ("bucket", "revisit"),
        ("serves",),
        ("for_whom",),
    ),
    "hard_decision": (
        ("decision", "kind"),
        ("client_reason",),
        ("decider", "state"),
        ("by",),
        ("reason", "told_by"),
    ),
    "commitment": (
        ("person", "initialled"),
        ("action",),
        ("kind", "state"),
        ("first_on", "rhythm", "answer_by"),
        ("seen_when", "hours_per_month", "seen"),
    ),
    "use_rule": (("what", "who_records"), ("worth", "training"), ("if_not",)),
    "measure": (
        ("measure", "kind", "timing"),
        ("baseline", "baseline_by", "baseline_person"),
        ("target", "unit", "direction"),
        ("by", "source"),
        ("owner", "serves"),
    ),
    "win": (
        ("who_helped", "willing"),
        ("problem",),
        ("result", "capacity"),
        ("by", "helper"),
        ("told_by", "told_to", "told_on", "next_group"),
    ),
    "pitfall": (("pitfall",), ("likely",), ("early_sign",), ("same_week", "owner")),
}

#: How much of the width a column takes, by what its widest field holds.
_WEIGHTS: Final[dict[Kind, float]] = {
    Kind.LONG: 3.0,
    Kind.LIST: 3.0,
    Kind.TEXT: 2.0,
    Kind.PEOPLE: 2.6,
    Kind.PERSON: 1.7,
    Kind.PROMISE: 1.7,
    Kind.CHOICE: 1.4,
    Kind.DATE: 1.5,
    Kind.TIME: 1.1,
    Kind.INT: 1.0,
    Kind.NUM: 1.0,
    Kind.BOOL: 1.0,
}

#: How much the fields below another count for the width: they are smaller and may wrap.
_BELOW: Final = 0.6

#: What beginning a row of a record is called.
ADDING: Final[dict[str, str]] = {
    "lesson": "Add an attempt",
    "experience_step": "Add a step",
    "user_need": "Add a group of users",
    "technology_need": "Add a need",
    "release_item": "Add an item",
    "hard_decision": "Add a decision",
    "commitment": "Add a person",
    "cascade_row": "Add a leader",
    "champion": "Add a champion",
    "data_owner": "Add a data owner",
    "use_rule": "Add a rule",
    "measure": "Add a measure",
    "milestone": "Add a milestone",
    "win": "Add a win",
    "pitfall": "Add a pitfall",
    "review": "Add a review",
}

#: Fields whose value says what it is without its label.
ALONE: Final = frozenset({"unit"})

#: Fields that are asked only as the rest of their record stands; otherwise they take no room.
ASKED: Final[dict[tuple[str, str], Callable[[Any], bool]]] = {
    ("commitment", "answer_by"): lambda row: row.state is CommitmentState.NOT_YET,
    ("commitment", "rhythm"): lambda row: row.state is CommitmentState.GIVEN,
    ("commitment", "hours_per_month"): lambda row: row.state is CommitmentState.GIVEN,
    ("release_item", "revisit"): lambda row: row.bucket not in (None, Release.FIRST),
    ("release_item", "retire_on"): lambda row: bool(row.old_system.strip()),
    ("person", "has_left"): lambda row: row.present is Presence.NO,
    ("measure", "baseline_by"): lambda row: row.baseline is None,
    ("measure", "baseline_person"): lambda row: row.baseline is None,
}


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table, each with the fields that stand in it, and the order of typing."""

    columns: tuple[tuple[FieldSpec, ...], ...]
    order: tuple[FieldSpec, ...]
    lines: int  # how many fields the fullest column holds

    def place(self, name: str) -> tuple[int, int]:
        """Return the line and the column of a field; `KeyError` if it is not in the table."""
        for column, fields in enumerate(self.columns):
            for line, field in enumerate(fields):
                if field.name == name:
                    return line, column
        raise KeyError(name)

    def weight(self, column: int) -> float:
        """Return how much of the table's width a column takes, in proportion to the others."""
        leads, *below = (_WEIGHTS[field.kind] for field in self.columns[column])
        return max([leads, *(_BELOW * weight for weight in below)])


def layout_of(record: type[Row], design: RecordDesign) -> Layout:
    """Return where the fields stand that the kit asks of a record; all of them if it names none."""
    known = {one.name: one for one in specs(record)}
    order = tuple(known[name] for name in design.fields or known)
    return stacked(order, STACKS.get(record.table, ()) if len(order) > 3 else ())


def stacked(order: Sequence[FieldSpec], stacks: Sequence[Sequence[str]]) -> Layout:
    """Return where fields stand: those of a stack in one column, any other in one of its own."""
    known = {one.name: one for one in order}
    columns = [tuple(known[name] for name in stack if name in known) for stack in stacks]
    columns = [column for column in columns if column]
    stacked = {field.name for column in columns for field in column}
    columns += [(field,) for field in order if field.name not in stacked]
    # A record begins in its first line, so what leads a column is typed before what is below it.
    leads = {field: column[0] for column in columns for field in column}
    typing = dict.fromkeys(one for field in order for one in (leads[field], field))
    return Layout(tuple(columns), tuple(typing), max(map(len, columns)))


def widths_of(layout: Layout, width: int, needs: Sequence[int]) -> list[int]:
    """Return the columns' widths (pixels), which together fill `width`.

    No column is narrower than it needs to be, unless all needs together are more than there is.
    """
    weights = [layout.weight(column) for column in range(len(layout.columns))]
    widths = [int(one) for one in share(width, weights, needs)]
    widths[-1] += width - sum(widths)
    return widths


def is_open(row: Row, field: FieldSpec) -> bool:
    """Tell whether a required field is still open; a leader who answers later owes only that."""
    if getattr(row, "state", None) is CommitmentState.NOT_YET and field.kind is not Kind.PERSON:
        return False
    value = getattr(row, field.name)
    return is_blank(value) or value is False
