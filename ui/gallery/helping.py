"""Settings and help, as they open over the library."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from ui.gallery.stage import Stage, settle, shown
from ui.help.pages import PAGES
from ui.help.window import HelpWindow
from ui.settings.window import SettingsWindow
from ui.ways import Spot


def helps(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Yield the settings, and every page of the help."""
    with TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        if stage.wanted("settings"):
            choices = SettingsWindow(stage.store, settings)
            yield "settings", shown(choices, stage.size)
            _end(choices)
        wanted = [one for one in PAGES if stage.wanted(f"help-{one.key}")]
        if wanted:
            window = HelpWindow(settings)
            shown(window, stage.size)
            for page in wanted:
                window.go_to_spot(Spot(page=page.key))
                settle()
                yield f"help-{page.key}", window
            _end(window)


def _end(window: QWidget) -> None:
    window.close()
    window.deleteLater()
    settle()
