"""Every action of the console once: its name, its keys, its menu. Menus, command palette, keys page
and shortcuts are all made from this one table.
"""

from collections.abc import Mapping
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


def _action(
    menu: Menu,
    name: str,
    text: str,
    *keys: str,
    clicker: tuple[str, ...] = (),
    repeats: bool = False,
) -> ActionDesign:
    return ActionDesign(id=name, text=text, menu=menu, keys=keys, clicker=clicker, repeats=repeats)


ACTIONS: Final[tuple[ActionDesign, ...]] = (
    _action(Menu.WORKSHOP, "undo", "Undo", "Ctrl+Z"),
    _action(Menu.WORKSHOP, "redo", "Redo", "Ctrl+Shift+Z", "Ctrl+Y"),
    _action(Menu.WORKSHOP, "park", "Park it…", "Ctrl+P"),
    _action(Menu.WORKSHOP, "parking_list", "Parking list…", "Ctrl+Shift+P"),
    _action(Menu.WORKSHOP, "it_project", "“IT project” call", "Ctrl+I"),
    _action(Menu.WORKSHOP, "settle", "What is still to settle…", "Ctrl+Shift+F"),
    _action(Menu.WORKSHOP, "palette", "Find a command…", "Ctrl+K"),
    _action(Menu.WORKSHOP, "close", "Close this workshop", "Ctrl+W"),
    _action(Menu.AGENDA, "on", "Go on", "PgDown"),
    _action(Menu.AGENDA, "back", "Back", "PgUp"),
    _action(Menu.AGENDA, "next_activity", "Next activity", "Alt+PgDown"),
    _action(Menu.AGENDA, "previous_activity", "Previous activity", "Alt+PgUp"),
    _action(Menu.AGENDA, "agenda", "Choose in the agenda", "Ctrl+G"),
    _action(Menu.AGENDA, "skip", "Skip this activity…"),
    _action(Menu.AGENDA, "cut", "Accept the proposed cut", "Ctrl+Shift+A"),
    _action(Menu.AGENDA, "break", "Break…", "Ctrl+Shift+B"),
    _action(Menu.ROOM, "room_window", "Room screen", "F5"),
    _action(Menu.ROOM, "room_off", "Put the room screen away", "Shift+F5"),
    _action(Menu.ROOM, "black", "Black", "Ctrl+B", clicker=(".", "B")),
    _action(Menu.ROOM, "freeze", "Freeze", "Ctrl+F"),
    _action(Menu.ROOM, "holding", "Holding slide", "Ctrl+H"),
    _action(Menu.ROOM, "live", "Show it live", "Ctrl+L"),
    _action(Menu.ROOM, "question", "Show the question alone", "Ctrl+Shift+Q"),
    _action(Menu.ROOM, "figure", "Show the figure with its source", "Ctrl+Shift+G"),
    _action(Menu.ROOM, "late_joiner", "Late-joiner page", "Ctrl+J"),
    _action(Menu.ROOM, "charter_page", "Live charter page", "Ctrl+Shift+C"),
    _action(Menu.ROOM, "next_page", "Next page", "Ctrl+PgDown"),
    _action(Menu.ROOM, "previous_page", "Page before", "Ctrl+PgUp"),
    _action(Menu.ROOM, "swap", "Swap the displays", "F9"),
    _action(Menu.ROOM, "identify", "Number the displays", "Shift+F9"),
    _action(Menu.CLOCK, "clock", "Start the clock", "Ctrl+T"),
    _action(Menu.CLOCK, "plus_1", "One minute more", "Ctrl+1"),
    _action(Menu.CLOCK, "plus_5", "Five minutes more", "Ctrl+5"),
    _action(Menu.CLOCK, "hide_clock", "Hide the clock from the room", "Ctrl+Shift+T"),
    _action(Menu.CLOCK, "stop_clock", "Stop the clock"),
    _action(Menu.VIEW, "zoom_in", "Larger text", "Ctrl++", "Ctrl+=", repeats=True),
    _action(Menu.VIEW, "zoom_out", "Smaller text", "Ctrl+-", repeats=True),
    _action(Menu.VIEW, "zoom_reset", "Text as usual", "Ctrl+0"),
    _action(Menu.VIEW, "preview", "The room screen in small, or not"),
    _action(Menu.VIEW, "theme_system", "Theme: as the system"),
    _action(Menu.VIEW, "theme_light", "Theme: light"),
    _action(Menu.VIEW, "theme_dark", "Theme: dark"),
    _action(Menu.VIEW, "theme_contrast", "Theme: high contrast"),
    _action(Menu.VIEW, "notes", "My own notes", "Ctrl+N"),
    _action(Menu.VIEW, "work", "Back to the work", "F6"),
    _action(Menu.VIEW, "menu", "Menu", "F10"),
    _action(Menu.VIEW, "keys", "All keys…", "F1"),
)

#: The table by id.
BY_ID: Final[Mapping[str, ActionDesign]] = {one.id: one for one in ACTIONS}


def make_actions(window: QWidget) -> dict[str, QAction]:
    """Return every action as part of `window`, with its keys working in all of it."""
    made: dict[str, QAction] = {}
    for design in ACTIONS:
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
