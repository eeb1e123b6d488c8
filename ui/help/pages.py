"""The pages of the help: each is text to read, made once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from crm_workshop.kit.load import load_kit
from crm_workshop.kit.words import words_for
from crm_workshop.model.workshop import Workshop
from ui.actions import ACTIONS
from ui.desk.actions import ACTIONS as DESK
from ui.help.texts import methods, tour_steps
from ui.home.actions import ACTIONS as LIBRARY
from ui.prepare.actions import ACTIONS as PREPARATION
from ui.widgets.bare import Bare
from ui.widgets.keys_list import KeysList
from ui.widgets.text import label, set_look


@dataclass(frozen=True, slots=True)
class HelpPage:
    """A page by its key (`Spot.page`) and title, and what makes it."""

    key: str
    title: str
    make: Callable[[], QWidget]


def _first_steps() -> QWidget:
    page, column = _page()
    for number, step in enumerate(tour_steps(), 1):
        column.addWidget(_card(f"{number}  {step.title}", step.text))
    column.addStretch(1)
    return page


def _keys() -> QWidget:
    keys = KeysList()
    keys.add_actions(ACTIONS, "Live: ")
    keys.add_actions(LIBRARY, "Library: ")
    keys.add_actions(PREPARATION, "Preparation: ")
    keys.add_actions(DESK, "Charter: ")
    return keys


def _methods() -> QWidget:
    page, column = _page()
    kit, words = load_kit(), words_for(Workshop(), {})
    for method in methods():
        activity = kit.activity(method.key)
        title = words.say(activity.title) if activity else ""
        heading = f"{method.key}  {title}"
        column.addWidget(_card(heading, method.text, method.name, f"Source: {method.source}"))
    column.addStretch(1)
    return page


def _page() -> tuple[QWidget, QVBoxLayout]:
    page = Bare()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 12, 0)
    column.setSpacing(10)
    return page, column


def _card(heading: str, text: str, kicker: str = "", small: str = "") -> QFrame:
    card = QFrame()
    set_look(card, "card")
    card.setAccessibleName(heading)
    layout = QVBoxLayout(card)
    layout.setContentsMargins(18, 12, 18, 14)
    layout.setSpacing(4)
    for look, said in (("strong", heading), ("kicker", kicker), ("say", text), ("small", small)):
        if said:
            layout.addWidget(label(look, said))
    return card


PAGES: Final[tuple[HelpPage, ...]] = (
    HelpPage("tour", "First steps", _first_steps),
    HelpPage("keys", "Keys", _keys),
    HelpPage("methods", "Methods", _methods),
)
