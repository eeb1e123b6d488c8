"""Every action of the settings once, as `ui.actions` has the console's."""

from typing import Final

from ui.actions import ActionDesign, Menu, action_of

ACTIONS: Final[tuple[ActionDesign, ...]] = (
    action_of(Menu.VIEW, "close", "Close", "Ctrl+W", "Esc"),
    action_of(Menu.VIEW, "zoom_in", "Larger text", "Ctrl++", "Ctrl+=", repeats=True),
    action_of(Menu.VIEW, "zoom_out", "Smaller text", "Ctrl+-", repeats=True),
    action_of(Menu.VIEW, "zoom_reset", "Text as usual", "Ctrl+0"),
    action_of(Menu.VIEW, "help", "Help", "F1"),
)
