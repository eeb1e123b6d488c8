"""Every action of the library once, as `ui.actions` has the console's."""

from typing import Final

from ui.actions import ActionDesign, Menu, action_of

#: What can be done with the workshop that is chosen; also the menu over its row.
OF_ONE: Final[tuple[ActionDesign, ...]] = (
    action_of(Menu.WORKSHOP, "step", "Next step"),
    action_of(Menu.WORKSHOP, "live", "Go live", "Ctrl+L"),
    action_of(Menu.WORKSHOP, "prepare", "Prepare", "Ctrl+R"),
    action_of(Menu.WORKSHOP, "charter", "Charter", "Ctrl+D"),
    action_of(Menu.WORKSHOP, "rename", "Change the firm’s name", "F2"),
    action_of(Menu.WORKSHOP, "again", "Prepare the next attempt"),
    action_of(Menu.WORKSHOP, "archive", "Archive", "Ctrl+Shift+A"),
    action_of(Menu.WORKSHOP, "export", "Save as a file…", "Ctrl+S"),
    action_of(Menu.WORKSHOP, "pdf", "Save the charter…", "Ctrl+P"),
    action_of(Menu.WORKSHOP, "delete", "Delete", "Del"),
)

#: What can be done whatever is chosen.
ALWAYS: Final[tuple[ActionDesign, ...]] = (
    action_of(Menu.WORKSHOP, "new", "New workshop…", "Ctrl+N"),
    action_of(Menu.WORKSHOP, "sample", "Try the sample"),
    action_of(Menu.WORKSHOP, "import", "Bring in a file…", "Ctrl+O"),
    action_of(Menu.WORKSHOP, "find", "Find", "Ctrl+F"),
    action_of(Menu.WORKSHOP, "palette", "Find a command…", "Ctrl+K"),
    action_of(Menu.WORKSHOP, "undo", "Undo", "Ctrl+Z"),
    action_of(Menu.WORKSHOP, "redo", "Redo", "Ctrl+Shift+Z", "Ctrl+Y"),
    action_of(Menu.WORKSHOP, "settings", "Settings…", "Ctrl+,"),
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

ACTIONS: Final = OF_ONE + ALWAYS
