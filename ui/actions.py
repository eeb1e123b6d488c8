"""Every action of the console once: its name, its keys, its menu. Menus, command palette, keys page
and shortcuts are all made from this one table.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


class Menu(StrEnum):
    """Where an action stands; the value is the menu's title."""

    WORKSHOP = "Workshop"
    AGENDA = "Agenda"
    ROOM = "Room screen"
    CLOCK = "Clock"
    PAGES = "Pages"
    VIEW = "View"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionDesign:
    """One action: `keys` work everywhere in the window.

    `clicker` keys work only where no text is being typed. An action that `repeats` goes on while
    its key is held down.
    """

    id: str
    text: str
    menu: Menu
    keys: tuple[str, ...] = ()
    clicker: tuple[str, ...] = ()
    repeats: bool = False


def action_of(
    menu: Menu,
    name: str,
    text: str,
    *keys: str,
    clicker: tuple[str, ...] = (),
    repeats: bool = False,
) -> ActionDesign:
    """Return an action's design; `name` is its id."""
    return ActionDesign(id=name, text=text, menu=menu, keys=keys, clicker=clicker, repeats=repeats)


ACTIONS: Final[tuple[ActionDesign, ...]] = (
    action_of(Menu.WORKSHOP, "undo", "Undo", "Ctrl+Z"),
    action_of(Menu.WORKSHOP, "redo", "Redo", "Ctrl+Shift+Z", "Ctrl+Y"),
    action_of(Menu.WORKSHOP, "park", "Park it…", "Ctrl+P"),
    action_of(Menu.WORKSHOP, "parking_list", "Parking list…", "Ctrl+Shift+P"),
    action_of(Menu.WORKSHOP, "it_project", "“IT project” call", "Ctrl+I"),
    action_of(Menu.WORKSHOP, "settle", "What is still to settle…", "Ctrl+Shift+F"),
    action_of(Menu.WORKSHOP, "charter", "Charter…", "Ctrl+D"),
    action_of(Menu.WORKSHOP, "preparation", "Preparation…", "Ctrl+Shift+R"),
    action_of(Menu.WORKSHOP, "check", "Room check…", "Ctrl+Shift+K"),
    action_of(Menu.WORKSHOP, "settings", "Settings…", "Ctrl+,"),
    action_of(Menu.WORKSHOP, "palette", "Find a command…", "Ctrl+K"),
    action_of(Menu.WORKSHOP, "close", "Close this workshop", "Ctrl+W"),
    action_of(Menu.AGENDA, "on", "Go on", "PgDown"),
    action_of(Menu.AGENDA, "back", "Back", "PgUp"),
    action_of(Menu.AGENDA, "next_activity", "Next activity", "Alt+PgDown"),
    action_of(Menu.AGENDA, "previous_activity", "Previous activity", "Alt+PgUp"),
    action_of(Menu.AGENDA, "agenda", "Choose in the agenda", "Ctrl+G"),
    action_of(Menu.AGENDA, "skip", "Skip this activity…"),
    action_of(Menu.AGENDA, "cut", "Accept the proposed cut", "Ctrl+Shift+A"),
    action_of(Menu.AGENDA, "break", "Break…", "Ctrl+Shift+B"),
    action_of(Menu.ROOM, "room_window", "Room screen", "F5"),
    action_of(Menu.ROOM, "room_off", "Put the room screen away", "Shift+F5"),
    action_of(Menu.ROOM, "black", "Black", "Ctrl+B", clicker=(".", "B")),
    action_of(Menu.ROOM, "freeze", "Freeze", "Ctrl+F"),
    action_of(Menu.ROOM, "holding", "Holding slide", "Ctrl+H"),
    action_of(Menu.ROOM, "live", "Show it live", "Ctrl+L"),
    action_of(Menu.ROOM, "question", "Show the question alone", "Ctrl+Shift+Q"),
    action_of(Menu.ROOM, "figure", "Show the figure with its source", "Ctrl+Shift+G"),
    action_of(Menu.ROOM, "late_joiner", "Late-joiner page", "Ctrl+J"),
    action_of(Menu.ROOM, "charter_page", "Live charter page", "Ctrl+Shift+C"),
    action_of(Menu.ROOM, "next_page", "Next page", "Ctrl+PgDown"),
    action_of(Menu.ROOM, "previous_page", "Page before", "Ctrl+PgUp"),
    action_of(Menu.ROOM, "swap", "Swap the displays", "F9"),
    action_of(Menu.ROOM, "identify", "Number the displays", "Shift+F9"),
    action_of(Menu.CLOCK, "clock", "Start the clock", "Ctrl+T"),
    action_of(Menu.CLOCK, "plus_1", "One minute more", "Ctrl+1"),
    action_of(Menu.CLOCK, "plus_5", "Five minutes more", "Ctrl+5"),
    action_of(Menu.CLOCK, "hide_clock", "Hide the clock from the room", "Ctrl+Shift+T"),
    action_of(Menu.CLOCK, "stop_clock", "Stop the clock"),
    action_of(Menu.VIEW, "zoom_in", "Larger text", "Ctrl++", "Ctrl+=", repeats=True),
    action_of(Menu.VIEW, "zoom_out", "Smaller text", "Ctrl+-", repeats=True),
    action_of(Menu.VIEW, "zoom_reset", "Text as usual", "Ctrl+0"),
    action_of(Menu.VIEW, "preview", "The room screen in small, or not"),
    action_of(Menu.VIEW, "theme_system", "Theme: as the system"),
    action_of(Menu.VIEW, "theme_light", "Theme: light"),
    action_of(Menu.VIEW, "theme_dark", "Theme: dark"),
    action_of(Menu.VIEW, "theme_contrast", "Theme: high contrast"),
    action_of(Menu.VIEW, "notes", "My own notes", "Ctrl+N"),
    action_of(Menu.VIEW, "work", "Back to the work", "F6"),
    action_of(Menu.VIEW, "menu", "Menu", "F10"),
    action_of(Menu.VIEW, "keys", "All keys…", "F1"),
    action_of(Menu.VIEW, "help", "Help…", "Shift+F1"),
)

#: The console's menus, in their order.
MENUS: Final[tuple[Menu, ...]] = tuple(dict.fromkeys(one.menu for one in ACTIONS))

#: The table by id.
BY_ID: Final[Mapping[str, ActionDesign]] = {one.id: one for one in ACTIONS}


def make_actions(window: QWidget, designs: Iterable[ActionDesign] = ACTIONS) -> dict[str, QAction]:
    """Return every action as part of `window`, with its keys working in all of it."""
    made: dict[str, QAction] = {}
    for design in designs:
        action = QAction(design.text, window)
        action.setObjectName(design.id)
        action.setShortcuts([QKeySequence(key) for key in design.keys])
        action.setAutoRepeat(design.repeats)
        window.addAction(action)
        made[design.id] = action
    return made


def key_text(keys: str) -> str:
    """Return a key as it stands on this system's keyboards, such as “Ctrl+K” or “⌘K”."""
    text = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return text.replace("PgDown", "PgDn")


def plain_text(text: str) -> str:
    """Return typed text for a menu or a button: an `&` in it stands for itself."""
    return text.replace("&", "&&")
