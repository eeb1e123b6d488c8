"""What the numbers of each poll scale mean, and when a poll on that scale has passed.

The gradients of agreement follow Kaner and others (Facilitator's Guide to Participatory
Decision-Making) as workshop.md words them; fist of five is the common form, 0 to 5 fingers.
"""

from collections.abc import Iterable
from typing import Final

from crm_workshop.model.choices import Scale

#: What each value means, in order. The line's two ends are the kit's own words.
LEGENDS: Final[dict[Scale, dict[int, str]]] = {
    Scale.LINE: {1: "", 2: "", 3: "", 4: "", 5: ""},
    Scale.GRADIENTS: {
        1: "wholehearted",
        2: "minor point",
        3: "support with reservation",
        4: "stand aside",
        5: "need more talk",
        6: "disagree",
        7: "block",
    },
    Scale.FIST: {
        0: "block",
        1: "major concern",
        2: "needs a change",
        3: "can live with it",
        4: "good",
        5: "will lead it",
    },
}

#: The sentence that says when consent is reached, printed and projected with the legend.
RULES: Final[dict[Scale, str]] = {
    Scale.LINE: "",
    Scale.GRADIENTS: "Consent is reached when everybody is at 4 or better.",
    Scale.FIST: "Consent is reached when everybody shows three fingers or more.",
}


def values(scale: Scale) -> tuple[int, ...]:
    """Return the values that can be voted, in order."""
    return tuple(LEGENDS[scale])


def meaning(scale: Scale, value: int) -> str:
    """Return what one value means, such as “stand aside”; empty on the line."""
    return LEGENDS[scale].get(value, "")


def legend(scale: Scale) -> str:
    """Return the whole legend on one line, such as “1 wholehearted, 2 minor point, …”."""
    told = [f"{value} {text}" for value, text in LEGENDS[scale].items() if text]
    return ", ".join(told)


def is_consent(scale: Scale) -> bool:
    """Tell whether a poll on this scale is passed or not passed."""
    return scale is not Scale.LINE


def consents(scale: Scale, value: int) -> bool:
    """Tell whether one vote stands in nobody's way: at most 4 of 7, at least 3 fingers."""
    return value >= 3 if scale is Scale.FIST else value <= 4


def all_consent(scale: Scale, votes: Iterable[int]) -> bool:
    """Tell whether every vote lets the proposal pass; True of no votes at all."""
    return all(consents(scale, value) for value in votes)
