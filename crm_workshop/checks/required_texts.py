"""What is said of each required field left blank: title, what is wrong, what to ask.

A required field that is not here is asked for by another rule; a test knows which.
"""

from typing import Final

TEXTS: Final[dict[tuple[str, str], tuple[str, str, str]]] = {
    ("workshop", "firm"): (
        "Whose charter?",
        "The workshop has no name of the {firm} it is for.",
        "How should the name stand on the charter?",
    ),
    ("workshop", "held_on"): (
        "No date.",
        "The workshop has no date, and the charter is dated by it.",
        "On which day is it held?",
    ),
    ("workshop", "facilitator"): (
        "Who leads the room?",
        "The workshop has no facilitator written down.",
        "Whose name stands on the charter as facilitator?",
    ),
    ("person", "name"): (
        "Somebody without a name.",
        "A person in the register has no name.",
        "Who is it?",
    ),
    ("person", "role"): (
        "In what role?",
        "The register does not say what this person does here.",
        "What do you do here, in two words?",
    ),
    ("line", "agreed_target"): (
        "How far in twelve months?",
        "The room has not agreed where on the line it wants to be in twelve months.",
        "From where to where, in twelve months?",
    ),
    ("lesson", "what"): (
        "A lesson from what?",
        "The lesson does not say what was tried.",
        "What was it that we tried?",
    ),
    ("lesson", "lesson"): (
        "And what did it teach us?",
        "What was tried is written down, what it taught us is not.",
        "What would we not do again?",
    ),
    ("experience_step", "step"): (
        "At which step?",
        "A promise does not say at which step it is kept.",
        "When does {a_client} notice it?",
    ),
    ("experience_step", "today"): (
        "And today?",
        "The step says what should happen, and not what happens today.",
        "What does {a_client} go through today?",
    ),
    ("definition", "expands_to"): (
        "What is the C?",
        "Nothing says what the C stands for here.",
        "Whom do we mean by it?",
    ),
    ("definition", "staff_sentence"): (
        "What do we tell everybody?",
        "There is no one sentence for staff, so everybody will hear another.",
        "How do you say it to a new colleague in the lift?",
    ),
    ("definition", "why"): (
        "Why bother?",
        "Nothing says why it is worth it.",
        "What do we lose if we do nothing?",
    ),
    ("user_need", "information"): (
        "What must they know?",
        "These users have nothing written down that they must know.",
        "What do you look for first at eight on a Monday?",
    ),
    ("user_need", "output"): (
        "What do they get out of it?",
        "These users have nothing written down that they want out of it.",
        "What should it tell you that you do not know today?",
    ),
    ("technology_need", "need"): (
        "Which need?",
        "A job is chosen for a need that nobody wrote down.",
        "What is it that somebody needs?",
    ),
    ("technology_need", "bucket"): (
        "Whose job is it?",
        "The need is not sorted: it may be a job for technology, or ours.",
        "If software vanished, would it still be there?",
    ),
    ("release_item", "item"): (
        "Which thing?",
        "A line of the first release does not say what it is.",
        "What is it that we start with?",
    ),
    ("release_item", "bucket"): (
        "Now, or not now?",
        "The item is not sorted: nobody knows whether it is in.",
        "Is it pointless to start without it?",
    ),
    ("release_item", "for_whom"): (
        "For whom?",
        "An item of the first release does not say for whom it is.",
        "Who uses it in the first week?",
    ),
    ("hard_decision", "decision"): (
        "Which decision?",
        "The line does not say what must change.",
        "What will be different when it is decided?",
    ),
    ("hard_decision", "kind"): (
        "What does it change?",
        "Nothing says whether it changes structure, process, people, money or reward.",
        "Which of the five would we change?",
    ),
    ("hard_decision", "client_reason"): (
        "For which promise?",
        "The decision is tied to none of our promises.",
        "What would {a_client} notice if it were decided?",
    ),
    ("hard_decision", "state"): (
        "Decided, or not?",
        "Nothing says where the decision stands.",
        "Is it decided, promised for a day, refused, or referred?",
    ),
    ("commitment", "action"): (
        "Will do what?",
        "There is a name and no act beside it.",
        "What will be in your diary?",
    ),
    ("commitment", "kind"): (
        "Of which kind?",
        "Nothing says whether it is active and visible, brings a colleague, or speaks to people.",
        "Is it A, B or C?",
    ),
    ("commitment", "seen_when"): (
        "Nobody will see it.",
        "The line does not say how others will know that it was done.",
        "What will the room see when it is done?",
    ),
    ("cascade_row", "group_told"): (
        "Telling whom?",
        "A leader is down to tell, and nothing says whom.",
        "Who hears it from you first?",
    ),
    ("cascade_row", "message"): (
        "Saying what?",
        "A leader is down to tell them, and nothing says what.",
        "What is the one thing they must remember?",
    ),
    ("cascade_row", "on_date"): (
        "Told when?",
        "The day on which they are told is not set.",
        "On which day do they hear it?",
    ),
    ("champion", "reason"): (
        "Why would they follow?",
        "Nothing says why colleagues will follow this champion.",
        "Used it before, saw the flaw, or trusted by colleagues?",
    ),
    ("use_rule", "what"): (
        "What is the rule?",
        "The use rule does not say what is recorded.",
        "What must be written down, every time?",
    ),
    ("use_rule", "who_records"): (
        "Who writes it down?",
        "The use rule does not say who records it; it need not be the {partner}.",
        "Whose hands are on the keyboard?",
    ),
    ("use_rule", "worth"): (
        "What is in it for them?",
        "The use rule asks for something and gives nothing back.",
        "What do they get that they do not have today?",
    ),
    ("use_rule", "if_not"): (
        "And if they do not?",
        "Nothing follows if the rule is not kept.",
        "What happens the first time, and who says so?",
    ),
    ("measure", "measure"): (
        "Measure of what?",
        "There are numbers, and nothing says what they count.",
        "What do we count?",
    ),
    ("measure", "kind"): (
        "Activity, use or result?",
        "Nothing says whether this counts activity, use or a result.",
        "Does it count what we do, or what comes of it?",
    ),
    ("measure", "timing"): (
        "Early or late?",
        "Nothing says whether this moves early or late.",
        "When would we first see it move?",
    ),
    ("measure", "unit"): (
        "Of what?",
        "The number has no unit.",
        "Per cent, days, people, or what?",
    ),
    ("measure", "direction"): (
        "Up or down?",
        "Nothing says which way it should go.",
        "Are we pleased when it rises, or when it falls?",
    ),
    ("measure", "serves"): (
        "For which promise?",
        "The measure is tied neither to a promise nor to the main objective.",
        "Which promise is kept when this number moves?",
    ),
    ("milestone", "outcome"): (
        "What will be true by then?",
        "A milestone has a date and no outcome.",
        "What can we say on that day that we cannot say now?",
    ),
    ("milestone", "by"): (
        "By when?",
        "The milestone has no date.",
        "By which day will it be true?",
    ),
    ("win", "problem"): (
        "What hurts?",
        "The win does not say which problem it takes away.",
        "What do they curse about today?",
    ),
    ("win", "result"): (
        "What will they have?",
        "The win does not say what they will have.",
        "What will they have in ninety days that they do not have now?",
    ),
    ("win", "by"): (
        "Won by when?",
        "The win has no date.",
        "Which day within ninety?",
    ),
    ("pitfall", "pitfall"): (
        "Which pitfall?",
        "A pitfall is rated that nobody has named.",
        "What was it that went wrong?",
    ),
    ("governance", "escalate_what"): (
        "What goes up?",
        "Nothing says what is escalated.",
        "Which questions can the programme not decide by itself?",
    ),
    ("governance", "message_on"): (
        "Told when?",
        "No day is set on which the {firm} hears of this charter.",
        "On which day, and before what rumour?",
    ),
}
