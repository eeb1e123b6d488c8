"""Every action of the help once, as `ui.actions` has the console's."""

from typing import Final

from ui.actions import ActionDesign, Menu, action_of

ACTIONS: Final[tuple[ActionDesign, ...]] = (
    action_of(Menu.VIEW, "close", "Close", "Ctrl+W", "Esc"),
    action_of(Menu.VIEW, "next_page", "Next page", "Ctrl+PgDown"),
    action_of(Menu.VIEW, "previous_page", "Page before", "Ctrl+PgUp"),
    action_of(Menu.VIEW, "zoom_in", "Larger text", "Ctrl++", "Ctrl+=", repeats=True),
    action_of(Menu.VIEW, "zoom_out", "Smaller text", "Ctrl+-", repeats=True),
    action_of(Menu.VIEW, "zoom_reset", "Text as usual", "Ctrl+0"),
)
