"""What makes the window that a way leads to; the modules of each come in with its first window."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from crm_workshop.store.library import Store
from ui.awake import Awake
from ui.bridge import StoreBridge
from ui.theme.looks import Looks, ThemeTicks
from ui.ways import Where
from ui.windows import Opened

if TYPE_CHECKING:
    from ui.console.window import ConsoleWindow
    from ui.desk.window import CharterDesk
    from ui.help.window import HelpWindow
    from ui.live import LiveWorkshop
    from ui.prepare.window import PrepareWindow
    from ui.settings.window import SettingsWindow


@dataclass(frozen=True, slots=True)
class Makers:
    """Makes windows over one library, dressed and remembered as this computer has it."""

    store: Store
    bridge: StoreBridge
    looks: Looks
    settings: QSettings
    awake: Awake

    def all(self) -> Mapping[Where, Callable[[int], Opened]]:
        """Return what makes the window of a workshop, by where it is."""
        return {
            Where.PREPARATION: self.preparation,
            Where.LIVE: self.live,
            Where.CHARTER: self.desk,
            Where.SETTINGS: self.choices,
            Where.HELP: self.help,
        }

    def live(self, workshop_id: int) -> "LiveWorkshop":
        """Return a workshop's console and room screen."""
        from ui.live import LiveWorkshop

        made = LiveWorkshop(
            self.store, self.bridge, workshop_id, self.looks.theme, self.settings, self.awake
        )
        self._let_choose(made.console)
        return made

    def preparation(self, workshop_id: int) -> "PrepareWindow":
        """Return the pages on which a workshop is prepared."""
        from ui.prepare.window import PrepareWindow

        made = PrepareWindow(self.store, self.bridge, workshop_id, self.settings)
        self._let_choose(made)
        return made

    def desk(self, workshop_id: int) -> "CharterDesk":
        """Return a workshop's charter desk."""
        from ui.desk.window import CharterDesk

        made = CharterDesk(self.store, self.bridge, workshop_id, self.settings)
        self._let_choose(made)
        return made

    def choices(self, _of_none: int = 0) -> "SettingsWindow":
        """Return what the user may choose for this computer."""
        from ui.settings.window import SettingsWindow

        made = SettingsWindow(self.store, self.settings)
        made.zoom_requested.connect(self.looks.zoom)
        made.theme_requested.connect(self.looks.choose)
        made.room_theme_requested.connect(self.looks.choose_room)
        return made

    def help(self, _of_none: int = 0) -> "HelpWindow":
        """Return what is there to read."""
        from ui.help.window import HelpWindow

        made = HelpWindow(self.settings)
        made.zoom_requested.connect(self.looks.zoom)
        return made

    def _let_choose(self, window: "ConsoleWindow | PrepareWindow | CharterDesk") -> None:
        """Let a window's actions choose text size and theme, and tick the theme that is chosen."""
        window.zoom_requested.connect(self.looks.zoom)
        window.theme_requested.connect(self.looks.choose)
        ThemeTicks(self.looks, window.named_actions, window)
