"""What each field of the file is called and holds, in a few words."""

import re
from typing import Final

from crm_workshop.activities.standing import MAIN_OBJECTIVE
from crm_workshop.exchange.layout import Slot
from crm_workshop.model.base import Row
from crm_workshop.model.fields import FieldSpec, Kind


def plain(text: str) -> str:
    """Return a text of the program without its vocabulary's braces."""
    return re.sub(r"\{(\w+)\}", r"\1", text)


def promise_of(record: type[Row]) -> str:
    """Return the sentence that says what a record is."""
    first, stop, _ = " ".join((record.__doc__ or "").split()).partition(". ")
    return plain(f"{first}{stop.strip()}")


def label_of(record: type[Row], slot: Slot) -> str:
    """Return what a field is called where people read it."""
    return plain(slot.spec.label) if slot.spec else _OWN[record.table, slot.key]


def help_of(record: type[Row], slot: Slot) -> str:
    """Return the sentences that help to fill in a field; empty if it goes without saying."""
    told = _FURTHER.get((record.table, slot.key), "")
    sentences = [*_field_help(slot.spec), told] if slot.spec else [told]
    return " ".join(one if one[-1] in ".…”" else f"{one}." for one in sentences if one)


def _field_help(spec: FieldSpec) -> list[str]:
    needed = "A final charter needs it." if spec.required else ""
    return [plain(spec.help), _KINDS.get(spec.kind, ""), needed]


_KINDS: Final = {
    Kind.LONG: "Several lines are fine.",
    Kind.PERSON: "A name of the register, or any other",
    Kind.PEOPLE: "Names of the register, or any other",
    Kind.PROMISE: f"The name of an experience step, or “{MAIN_OBJECTIVE}”",
}

#: What the file alone says of a field.
_FURTHER: Final = {
    ("activity", "minutes_planned"): (
        "Left out, they are the kit’s for the length of the workshop; 0 leaves the activity out."
    ),
    ("card", "bucket"): "The kit says which there are; empty while it is not sorted.",
    ("poll", "question"): "The kit says which an activity asks.",
    ("poll", "draft"): "The wording that the vote was about.",
    ("pitfall", "known"): "The kit says which there are; empty for the room’s own.",
    ("ballot", "value"): "A number on the poll’s scale; only who voted has one.",
    ("ballot", "count"): "More than one for a tally without a person.",
    ("dot", "count"): "A tally has no person.",
}

#: The fields that the program keeps itself and that no form asks for.
_OWN: Final = {
    ("workshop", "status"): "State of the charter",
    ("workshop", "charter_version"): "Version of the charter issued last",
    ("workshop", "kit_source"): "Text of the firm’s own kit",
    ("workshop", "archived"): "Put away",
    ("workshop", "created"): "Made",
    ("prework_answer", "person"): "Who answered",
    ("prework_answer", "line"): "Which line of the pre-work, counted from 1",
    ("activity", "key"): "Key in the kit",
    ("activity", "started"): "Begun",
    ("activity", "ended"): "Ended",
    ("activity", "seconds_used"): "Seconds used",
    ("card", "revealed"): "Shown to the room",
    ("card", "theme"): "Theme it belongs to",
    ("card", "bucket"): "Bucket it was sorted into",
    ("card", "merged_into"): "Card that speaks for it",
    ("card", "parked"): "On the parking list",
    ("draft", "written"): "Written",
    ("poll", "question"): "Question",
    ("poll", "scale"): "Scale",
    ("poll", "round"): "Round",
    ("poll", "draft"): "Draft voted on",
    ("poll", "revealed"): "Shown to the room",
    ("poll", "taken"): "Taken",
    ("ballot", "person"): "Who voted",
    ("ballot", "state"): "What they did",
    ("ballot", "value"): "Vote",
    ("ballot", "count"): "Equal votes",
    ("ballot", "is_exec"): "Vote of an executive",
    ("dot_round", "revealed"): "Counts shown to the room",
    ("dot", "person"): "Who gave them",
    ("dot", "card"): "On this card",
    ("dot", "step"): "On this experience step",
    ("dot", "item"): "On this release item",
    ("dot", "count"): "Dots",
    ("pitfall", "known"): "Known pitfall of the kit",
    ("parked_item", "activity"): "Raised in",
    ("signature", "person"): "Who signs",
    ("acceptance", "finding"): "Finding",
    ("acceptance", "said"): "What the record said then",
    ("version", "number"): "Number",
    ("version", "issued"): "Issued",
    ("version", "code"): "Content code",
    ("version", "records"): "Its exchange file, as text",
    ("version", "pdf"): "Its PDF",
}
