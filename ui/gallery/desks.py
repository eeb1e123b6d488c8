"""The charter desk: as it opens, with clauses that are asked about, and with the forms to save."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PySide6.QtCore import QEventLoop, QSettings
from PySide6.QtWidgets import QWidget

from ui.bridge import StoreBridge
from ui.desk.charter import CharterPage
from ui.desk.window import CharterDesk
from ui.gallery.stage import Stage, settle, shown

#: How often the next clause is asked for in a picture, by its name.
_STEPS: Final = {"charter": 0, "clause": 1, "further": 6}


def desks(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Yield the charter desk."""
    if not any(stage.wanted(f"desk/{one}") for one in (*_STEPS, "save")):
        return
    with TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        bridge = StoreBridge(stage.store)
        desk = CharterDesk(stage.store, bridge, stage.workshop_id, settings)
        shown(desk, stage.size)
        for name, steps in _STEPS.items():
            for _ in range(steps):
                desk.run("next_clause")
            _wait(desk)
            yield f"desk/{name}", desk
        desk.run("save")
        settle()
        yield "desk/save", desk
        for over in desk.findChildren(QWidget):
            if over.isWindow() and over.isVisible():
                over.close()
        desk.close()
        desk.deleteLater()
        settle()


def _wait(desk: CharterDesk) -> None:
    """Wait until the pages are set and drawn."""
    settle()
    page = desk.page
    while isinstance(page, CharterPage) and page.sheets.setting.busy:
        loop = QEventLoop()
        page.sheets.setting.drawn.connect(loop.quit)
        loop.exec()
        settle()
