"""Every action of the preparation once, as `ui.actions` has the console's."""

from typing import Final

from ui.actions import ActionDesign, Menu, action_of

ACTIONS: Final[tuple[ActionDesign, ...]] = (
    action_of(Menu.WORKSHOP, "undo", "Undo", "Ctrl+Z"),
    action_of(Menu.WORKSHOP, "redo", "Redo", "Ctrl+Shift+Z", "Ctrl+Y"),
    action_of(Menu.WORKSHOP, "live", "Go live", "Ctrl+L"),
    action_of(Menu.WORKSHOP, "charter", "Charter…", "Ctrl+D"),
    action_of(Menu.WORKSHOP, "library", "Library"),
    action_of(Menu.WORKSHOP, "palette", "Find a command…", "Ctrl+K"),
    action_of(Menu.WORKSHOP, "check", "Room check…", "Ctrl+Shift+K"),
    action_of(Menu.WORKSHOP, "settings", "Settings…", "Ctrl+,"),
    action_of(Menu.WORKSHOP, "close", "Close the preparation", "Ctrl+W"),
    action_of(Menu.PAGES, "next_page", "Next page", "Ctrl+PgDown"),
    action_of(Menu.PAGES, "previous_page", "Page before", "Ctrl+PgUp"),
    action_of(Menu.PAGES, "pages", "Choose a page", "Ctrl+G"),
    action_of(Menu.VIEW, "zoom_in", "Larger text", "Ctrl++", "Ctrl+=", repeats=True),
    action_of(Menu.VIEW, "zoom_out", "Smaller text", "Ctrl+-", repeats=True),
    action_of(Menu.VIEW, "zoom_reset", "Text as usual", "Ctrl+0"),
    action_of(Menu.VIEW, "theme_system", "Theme: as the system"),
    action_of(Menu.VIEW, "theme_light", "Theme: light"),
    action_of(Menu.VIEW, "theme_dark", "Theme: dark"),
    action_of(Menu.VIEW, "theme_contrast", "Theme: high contrast"),
    action_of(Menu.VIEW, "menu", "Menu", "F10"),
    action_of(Menu.VIEW, "keys", "All keys…", "F1"),
    action_of(Menu.VIEW, "help", "Help…", "Shift+F1"),
)
