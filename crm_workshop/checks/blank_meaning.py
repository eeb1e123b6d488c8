"""What is said of each required field left blank, from the set-up to technology.

The fields of one record stand in the order in which the room should settle them.
"""

from typing import Final

from crm_workshop.checks.blank_text import Blank

MEANING: Final[dict[tuple[str, str], Blank]] = {
    ("workshop", "firm"): Blank(
        "the name of the {firm}",
        "Whose charter?",
        "The workshop has no name of the {firm} it is for.",
        "How should the name stand on the charter?",
    ),
    ("workshop", "held_on"): Blank(
        "the date",
        "No date.",
        "The workshop has no date, and the charter is dated by it.",
        "On which day is it held?",
    ),
    ("workshop", "facilitator"): Blank(
        "who leads the room",
        "Who leads the room?",
        "The workshop has no facilitator written down.",
        "Whose name stands on the charter as facilitator?",
    ),
    ("person", "name"): Blank(
        "the name",
        "Somebody without a name.",
        "A person in the register has no name.",
        "Who is it?",
    ),
    ("person", "role"): Blank(
        "the role",
        "In what role?",
        "The register does not say what this person does here.",
        "What do you do here, in two words?",
    ),
    ("line", "agreed_today"): Blank(
        "where on the line today",
        "Where are we today?",
        "The room has not agreed where on the line it stands today.",
        "From 1 to 5, where are we today?",
    ),
    ("line", "agreed_target"): Blank(
        "where on the line in twelve months",
        "How far in twelve months?",
        "The room has not agreed where on the line it wants to be in twelve months.",
        "From where to where, in twelve months?",
    ),
    ("lesson", "lesson"): Blank(
        "what it taught us",
        "And what did it teach us?",
        "What was tried is written down, what it taught us is not.",
        "What would we not do again?",
    ),
    ("lesson", "what"): Blank(
        "what was tried",
        "A lesson from what?",
        "The lesson does not say what was tried.",
        "What was it that we tried?",
    ),
    ("experience_step", "step"): Blank(
        "at which step",
        "At which step?",
        "A promise does not say at which step it is kept.",
        "When does {a_client} notice it?",
    ),
    ("experience_step", "today"): Blank(
        "what happens today",
        "And today?",
        "The step says what should happen, and not what happens today.",
        "What does {a_client} go through today?",
    ),
    ("definition", "why"): Blank(
        "why it is worth it",
        "Why bother?",
        "Nothing says why it is worth it.",
        "What do we lose if we do nothing?",
    ),
    ("definition", "expands_to"): Blank(
        "what the C stands for",
        "What is the C?",
        "Nothing says what the C stands for here.",
        "Whom do we mean by it?",
    ),
    ("definition", "staff_sentence"): Blank(
        "the sentence for staff",
        "What do we tell everybody?",
        "There is no one sentence for staff, so everybody will hear another.",
        "How do you say it to a new colleague in the lift?",
    ),
    ("user_need", "information"): Blank(
        "what they must know",
        "What must they know?",
        "These users have nothing written down that they must know.",
        "What do you look for first at eight on a Monday?",
    ),
    ("user_need", "output"): Blank(
        "what they get out of it",
        "What do they get out of it?",
        "These users have nothing written down that they want out of it.",
        "What should it tell you that you do not know today?",
    ),
    ("technology_need", "need"): Blank(
        "the need",
        "Which need?",
        "A job is chosen for a need that nobody wrote down.",
        "What is it that somebody needs?",
    ),
    ("technology_need", "bucket"): Blank(
        "whose job it is",
        "Whose job is it?",
        "The need is not sorted: it may be a job for technology, or ours.",
        "If software vanished, would it still be there?",
    ),
    ("release_item", "item"): Blank(
        "the thing itself",
        "Which thing?",
        "A line of the first release does not say what it is.",
        "What is it that we start with?",
    ),
    ("release_item", "bucket"): Blank(
        "now or not now",
        "Now, or not now?",
        "The item is not sorted: nobody knows whether it is in.",
        "Is it pointless to start without it?",
    ),
    ("release_item", "for_whom"): Blank(
        "for whom",
        "For whom?",
        "An item of the first release does not say for whom it is.",
        "Who uses it in the first week?",
    ),
}
