"""Which states the room screen has in each method, and what may lie over any of them.

The scene keeps the state as text: empty for the one that follows from the records, or a state's
name, and behind a slash what lies over it: `dots`, `dots/late_joiner`, `/quotation:R18`.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from crm_workshop.kit.design import ActivityDesign, Method


class View(StrEnum):
    """One state of an activity on the room screen."""

    QUESTION = "question"  # the question alone, and for a poll how many have voted
    WRITING = "writing"  # how many cards are written
    CARDS = "cards"
    THEMES = "themes"
    DOTS = "dots"
    BUCKETS = "buckets"
    RESULT = "result"
    ROWS = "rows"
    WORDING = "wording"
    DRAFTS = "drafts"
    DIFFERENCE = "difference"
    CHECKLIST = "checklist"
    PAGES = "pages"
    SIGN = "sign"


class Overlay(StrEnum):
    """What the facilitator may put over any activity, and take away again."""

    LATE_JOINER = "late_joiner"
    CHARTER = "charter"
    QUOTATION = "quotation"
    FINDING = "finding"


_POLL: Final = (View.QUESTION, View.RESULT)
_CARDS: Final = (View.WRITING, View.CARDS, View.THEMES)

#: Each method's own states, the first one first shown. An activity that has further parts (a poll,
#: records, cards, dots) has their states too.
VIEWS: Final[dict[Method, tuple[View, ...]]] = {
    Method.CARDS: _CARDS,
    Method.SORT: (View.BUCKETS,),
    Method.POLL: _POLL,
    Method.REGISTER: (View.ROWS,),
    Method.STATEMENT: (View.WORDING, View.DRAFTS, View.DIFFERENCE),
    Method.CHECKLIST: (View.CHECKLIST,),
    Method.READ_BACK: (View.PAGES,),
    Method.SIGN: (View.SIGN,),
}


def views_of(design: ActivityDesign) -> tuple[View, ...]:
    """Return the states that an activity of this design has, in the order of working."""
    views = list(VIEWS[design.method])
    if design.cards and design.sort is None:
        views += _CARDS
    if (design.cards and design.cards.dots) or (design.sort and design.sort.dots):
        views.append(View.DOTS)
    if design.records:
        views.append(View.ROWS)
    if design.ticks:
        views.append(View.CHECKLIST)
    if design.poll:
        views += _POLL
    return tuple(dict.fromkeys([*views, View.QUESTION]))


_VIEWS: Final = {one.value: one for one in View}
_OVERLAYS: Final = {one.value: one for one in Overlay}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the facilitator has chosen to show: a state (None: what follows from the records), and
    what lies over it, about which quotation or finding.
    """

    view: View | None = None
    overlay: Overlay | None = None
    about: str = ""

    def __str__(self) -> str:
        """Return the choice as the scene keeps it."""
        text = self.view or ""
        if self.overlay:
            text += f"/{self.overlay}" + (f":{self.about}" if self.about else "")
        return text


def chosen(text: str) -> Chosen:
    """Return the choice that the scene keeps; unknown words of a later version choose nothing."""
    view, _, over = text.partition("/")
    overlay, _, about = over.partition(":")
    known = _OVERLAYS.get(overlay)
    return Chosen(_VIEWS.get(view), known, about if known else "")
