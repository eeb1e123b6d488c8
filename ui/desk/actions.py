"""Every action of the charter desk once, as `ui.actions` has the console's."""

from collections.abc import Mapping
from typing import Final

from ui.actions import ActionDesign, Menu, action_of

ACTIONS: Final[tuple[ActionDesign, ...]] = (
    action_of(Menu.WORKSHOP, "undo", "Undo", "Ctrl+Z"),
    action_of(Menu.WORKSHOP, "redo", "Redo", "Ctrl+Shift+Z", "Ctrl+Y"),
    action_of(Menu.WORKSHOP, "save", "Save as…", "Ctrl+S"),
    action_of(Menu.WORKSHOP, "print", "Print…", "Ctrl+P"),
    action_of(Menu.WORKSHOP, "live", "Live workshop", "Ctrl+L"),
    action_of(Menu.WORKSHOP, "preparation", "Preparation", "Ctrl+Shift+R"),
    action_of(Menu.WORKSHOP, "library", "Library"),
    action_of(Menu.WORKSHOP, "check", "Room check…", "Ctrl+Shift+K"),
    action_of(Menu.WORKSHOP, "settings", "Settings…", "Ctrl+,"),
    action_of(Menu.WORKSHOP, "close", "Close the charter desk", "Ctrl+W"),
    action_of(Menu.PAGES, "next_page", "Next page of the charter", "Ctrl+PgDown", repeats=True),
    action_of(Menu.PAGES, "previous_page", "Page before", "Ctrl+PgUp", repeats=True),
    action_of(Menu.PAGES, "next_clause", "Next clause", "Ctrl+Down", repeats=True),
    action_of(Menu.PAGES, "previous_clause", "Clause before", "Ctrl+Up", repeats=True),
    action_of(Menu.PAGES, "to_clause", "Go to where the clause is written", "Ctrl+Return"),
    action_of(Menu.PAGES, "larger", "Pages larger"),
    action_of(Menu.PAGES, "smaller", "Pages smaller"),
    action_of(Menu.PAGES, "fit", "Pages as wide as the window"),
    action_of(Menu.PAGES, "pages", "To the pages", "F6"),
    action_of(Menu.VIEW, "zoom_in", "Larger text", "Ctrl++", "Ctrl+=", repeats=True),
    action_of(Menu.VIEW, "zoom_out", "Smaller text", "Ctrl+-", repeats=True),
    action_of(Menu.VIEW, "zoom_reset", "Text as usual", "Ctrl+0"),
    action_of(Menu.VIEW, "theme_system", "Theme: as the system"),
    action_of(Menu.VIEW, "theme_light", "Theme: light"),
    action_of(Menu.VIEW, "theme_dark", "Theme: dark"),
    action_of(Menu.VIEW, "theme_contrast", "Theme: high contrast"),
    action_of(Menu.VIEW, "menu", "Menu", "F10"),
    action_of(Menu.VIEW, "help", "Help…", "Shift+F1"),
)

#: The table by id.
BY_ID: Final[Mapping[str, ActionDesign]] = {one.id: one for one in ACTIONS}
