"""What is said of each required field left blank, from the hard decisions to the close.

The fields of one record stand in the order in which the room should settle them.
"""

from typing import Final

from crm_workshop.checks.blank_text import Blank

PROMISES: Final[dict[tuple[str, str], Blank]] = {
    ("hard_decision", "decision"): Blank(
        "what must change",
        "Which decision?",
        "The line does not say what must change.",
        "What will be different when it is decided?",
    ),
    ("hard_decision", "client_reason"): Blank(
        "for which promise",
        "For which promise?",
        "The decision is tied to none of our promises.",
        "What would {a_client} notice if it were decided?",
    ),
    ("hard_decision", "state"): Blank(
        "where it stands",
        "Decided, or not?",
        "Nothing says where the decision stands.",
        "Is it decided, promised for a day, refused, or referred?",
    ),
    ("hard_decision", "kind"): Blank(
        "the kind",
        "What does it change?",
        "Nothing says whether it changes structure, process, people, money or reward.",
        "Which of the five would we change?",
    ),
    ("commitment", "action"): Blank(
        "the act",
        "Will do what?",
        "There is a name and no act beside it.",
        "What will be in your diary?",
    ),
    ("commitment", "seen_when"): Blank(
        "how it will be seen",
        "Nobody will see it.",
        "The line does not say how others will know that it was done.",
        "What will the room see when it is done?",
    ),
    ("commitment", "kind"): Blank(
        "the kind",
        "Of which kind?",
        "Nothing says whether it is active and visible, brings a colleague, or speaks to people.",
        "Is it A, B or C?",
    ),
    ("cascade_row", "group_told"): Blank(
        "who is told",
        "Telling whom?",
        "A leader is down to tell, and nothing says whom.",
        "Who hears it from you first?",
    ),
    ("cascade_row", "message"): Blank(
        "the message",
        "Saying what?",
        "A leader is down to tell them, and nothing says what.",
        "What is the one thing they must remember?",
    ),
    ("cascade_row", "on_date"): Blank(
        "the day",
        "Told when?",
        "The day on which they are told is not set.",
        "On which day do they hear it?",
    ),
    ("champion", "reason"): Blank(
        "why colleagues will follow",
        "Why would they follow?",
        "Nothing says why colleagues will follow this champion.",
        "Used it before, saw the flaw, or trusted by colleagues?",
    ),
    ("use_rule", "what"): Blank(
        "the rule",
        "What is the rule?",
        "The use rule does not say what is recorded.",
        "What must be written down, every time?",
    ),
    ("use_rule", "worth"): Blank(
        "what is in it for them",
        "What is in it for them?",
        "The use rule asks for something and gives nothing back.",
        "What do they get that they do not have today?",
    ),
    ("use_rule", "who_records"): Blank(
        "who writes it down",
        "Who writes it down?",
        "The use rule does not say who records it; it need not be the {partner}.",
        "Whose hands are on the keyboard?",
    ),
    ("use_rule", "if_not"): Blank(
        "what follows if it is not done",
        "And if they do not?",
        "Nothing follows if the rule is not kept.",
        "What happens the first time, and who says so?",
    ),
    ("measure", "measure"): Blank(
        "what is counted",
        "Measure of what?",
        "There are numbers, and nothing says what they count.",
        "What do we count?",
    ),
    ("measure", "target"): Blank(
        "the target",
        "No number to reach.",
        "The measure has no target.",
        "To what number?",
    ),
    ("measure", "owner"): Blank(
        "the owner",
        "Nobody answers for it.",
        "The measure has no owner, so nobody is answerable.",
        "Who will be asked how it went?",
    ),
    ("measure", "by"): Blank(
        "the date",
        "No day to be there.",
        "The measure has no date for its target.",
        "By when do we want to be there?",
    ),
    ("measure", "source"): Blank(
        "the source",
        "Read where?",
        "Nothing says where the number is read from.",
        "Where will somebody read this number?",
    ),
    ("measure", "unit"): Blank(
        "the unit",
        "Of what?",
        "The number has no unit.",
        "Per cent, days, people, or what?",
    ),
    ("measure", "direction"): Blank(
        "up or down",
        "Up or down?",
        "Nothing says which way it should go.",
        "Are we pleased when it rises, or when it falls?",
    ),
    ("measure", "kind"): Blank(
        "the kind",
        "Activity, use or result?",
        "Nothing says whether this counts activity, use or a result.",
        "Does it count what we do, or what comes of it?",
    ),
    ("measure", "timing"): Blank(
        "early or late",
        "Early or late?",
        "Nothing says whether this moves early or late.",
        "When would we first see it move?",
    ),
    ("measure", "serves"): Blank(
        "for which promise",
        "For which promise?",
        "The measure is tied neither to a promise nor to the main objective.",
        "Which promise is kept when this number moves?",
    ),
    ("milestone", "outcome"): Blank(
        "the outcome",
        "What will be true by then?",
        "A milestone has a date and no outcome.",
        "What can we say on that day that we cannot say now?",
    ),
    ("milestone", "by"): Blank(
        "the date",
        "By when?",
        "The milestone has no date.",
        "By which day will it be true?",
    ),
    ("win", "result"): Blank(
        "what they will have",
        "What will they have?",
        "The win does not say what they will have.",
        "What will they have in ninety days that they do not have now?",
    ),
    ("win", "problem"): Blank(
        "what hurts today",
        "What hurts?",
        "The win does not say which problem it takes away.",
        "What do they curse about today?",
    ),
    ("win", "by"): Blank(
        "the date",
        "Won by when?",
        "The win has no date.",
        "Which day within ninety?",
    ),
    ("pitfall", "pitfall"): Blank(
        "its name",
        "Which pitfall?",
        "A pitfall is rated that nobody has named.",
        "What was it that went wrong?",
    ),
    ("governance", "escalate_what"): Blank(
        "what goes up",
        "What goes up?",
        "Nothing says what is escalated.",
        "Which questions can the programme not decide by itself?",
    ),
    ("governance", "message_on"): Blank(
        "the day of the message",
        "Told when?",
        "No day is set on which the {firm} hears of this charter.",
        "On which day, and before what rumour?",
    ),
}
