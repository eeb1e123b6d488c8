"""The desk’s definition and versions: of the sample as it is, and once issued and amended."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PySide6.QtCore import QDeadlineTimer, QSettings
from PySide6.QtWidgets import QApplication, QWidget

from crm_workshop.activities import register
from crm_workshop.exchange import dump
from crm_workshop.model.meaning import Definition
from crm_workshop.model.workshop import Version
from ui.bridge import StoreBridge
from ui.desk.charter import CharterPage
from ui.desk.definition import DefinitionPage
from ui.desk.versions import VersionsPage
from ui.desk.window import CharterDesk
from ui.gallery.stage import Stage, settle, shown
from ui.page import Page

#: The pages whose pictures are made here.
_PAGES: Final = (DefinitionPage, VersionsPage)

#: How long (ms) a page that is read in the background may take.
_PATIENCE: Final = 20_000


def versions(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Yield the pages of the desk that tell how the charter came about."""
    if any(stage.wanted(f"desk/{one.key}") for one in _PAGES):
        yield from _pages(stage, "desk")
    if stage.wanted("desk/issued-versions"):
        _issue_and_amend(stage)
        yield from _pages(stage, "desk/issued", VersionsPage)


def _pages(
    stage: Stage, name: str, *pages: type[DefinitionPage | VersionsPage]
) -> Iterator[tuple[str, QWidget]]:
    with TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        desk = CharterDesk(stage.store, StoreBridge(stage.store), stage.workshop_id, settings)
        shown(desk, stage.size)
        _wait(desk)
        for page in pages or _PAGES:
            screen = f"{name}-{page.key}" if pages else f"{name}/{page.key}"
            if stage.wanted(screen):
                desk.show_page(page.key)
                _wait(desk)
                yield screen, desk
        desk.close()
        desk.deleteLater()
        settle()


def _wait(desk: CharterDesk) -> None:
    """Let a page come to show what the records say."""
    patience = QDeadlineTimer(_PATIENCE)
    while not _is_there(desk.page) and not patience.hasExpired():
        QApplication.processEvents()
    settle()


def _is_there(page: Page) -> bool:
    if isinstance(page, CharterPage):
        return page.sheets.setting.fresh and not page.sheets.setting.busy
    return not isinstance(page, VersionsPage) or page.is_read


def _issue_and_amend(stage: Stage) -> None:
    """Let a version be there, and let something be edited afterwards.

    The sample need not be ready to be issued: what is pictured is a version, not the way to it.
    """
    store, workshop_id = stage.store, stage.workshop_id
    records = dump(store.load(workshop_id), versions=False).decode()
    with store.step("Issue charter 1.0", workshop_id) as pen:
        pen.insert(
            Version(number="1.0", issued=store.now(), code="7f3ac219", records=records, pdf=b"%PDF")
        )
    said = "Clients remember how we answered, and tell others."
    register.set_single(store, workshop_id, Definition, "why", said)
