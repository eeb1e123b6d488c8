"""The charter desk: a clause that was changed is on its page.

Measured in turns with the PDF alone, which is most of the work, so that a busy computer slows both.
"""

import statistics
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.timing import Claim, percentile_95, seconds

if TYPE_CHECKING:
    from ui.desk.window import CharterDesk

#: So many changes are timed, after a few that warm up.
_CHANGES, _FIRST = 24, 3


def clause_on_the_page(folder: Path) -> Claim:
    """Time from a change of a commitment to its page, painted: checks, charter, PDF, picture."""
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from crm_workshop.exchange import import_workshop, samples
    from crm_workshop.store.library import Store
    from ui.bridge import StoreBridge
    from ui.desk.window import CharterDesk

    app = QApplication.instance() or QApplication([])
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    with Store.open(folder / "library.sqlite") as store:
        workshop_id = import_workshop(store, samples()[0].data)
        desk = CharterDesk(store, StoreBridge(store), workshop_id, settings)
        desk.bring_forward()
        while not desk.isActiveWindow():
            app.processEvents()
        took, alone = zip(*_changes(desk), strict=True)
        desk.close()
    middle, p95 = statistics.median(took), percentile_95([*took])
    detail = f"{middle * 1000:.0f} ms, p95 {p95 * 1000:.0f} ms"
    ratio = middle / statistics.median(alone)
    return Claim("Changed clause on its page / a PDF", ratio, 2.5, "×", detail)


def _changes(desk: "CharterDesk") -> Iterator[tuple[float, float]]:
    """Change a clause again and again; yield the seconds until it is seen, and of the PDF alone."""
    from PySide6.QtCore import QEventLoop

    from crm_workshop.activities.register import set_field
    from crm_workshop.charter.pdf import build_pdf
    from crm_workshop.model.commitment import Commitment
    from ui.desk.charter import CharterPage

    session, page, loop = desk.session, desk.page, QEventLoop()
    assert isinstance(page, CharterPage)
    setting = page.sheets.setting
    setting.drawn.connect(loop.quit)
    one = session.dossier.all(Commitment)[0]
    for number in range(_FIRST + _CHANGES):
        while setting.busy or not setting.fresh:
            loop.exec()
        start = time.perf_counter()
        set_field(session.store, Commitment, one.id, "action", f"Ring client {number} on Monday")
        loop.exec()
        page.sheets.viewport().repaint()
        took = time.perf_counter() - start
        if setting.sheets is not None and number >= _FIRST:
            yield took, seconds(partial(build_pdf, setting.sheets.charter))
    setting.stop()
