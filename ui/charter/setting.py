"""The charter set and drawn away from the windows' thread, anew whenever its records change."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from msgspec.msgpack import encode
from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal
from PySide6.QtGui import QImage

from crm_workshop.charter.compose import compose
from crm_workshop.charter.document import Charter
from crm_workshop.charter.pdf import Clause, print_charter
from crm_workshop.checks import check
from crm_workshop.kit.load import kit_of
from crm_workshop.model.dossier import Dossier
from ui.charter.pictures import page_sizes, picture_of
from ui.session import Session


@dataclass(frozen=True, slots=True)
class Sheets:
    """A charter as it was set: its pages (sizes in points) and where each clause stands."""

    charter: Charter
    pdf: bytes
    sizes: tuple[tuple[float, float], ...]
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """Pictures of some pages of a charter, `scale` pixels a point."""

    sheets: Sheets
    scale: float
    pictures: Mapping[int, QImage] = field(default_factory=dict)


def set_charter(dossier: Dossier, today: date, before: Sheets | None = None) -> Sheets:
    """Return the charter of a frozen dossier as pages; `before` if it is set just like that one."""
    kit = kit_of(dossier.workshop)
    charter = compose(dossier, kit, check(dossier, kit, today), today=today)
    if before is not None and encode(before.charter) == encode(charter):
        return before
    printed = print_charter(charter)
    return Sheets(charter, printed.pdf, page_sizes(printed.pdf), printed.clauses)


def draw(sheets: Sheets, pages: Iterable[int], scale: float) -> Drawn:
    """Return pictures of those pages that there are."""
    there = [page for page in pages if page < len(sheets.sizes)]
    return Drawn(sheets, scale, {page: picture_of(sheets.pdf, page, scale) for page in there})


def _set_and_draw(
    dossier: Dossier, today: date, before: Sheets | None, pages: Iterable[int], scale: float
) -> Drawn:
    sheets = set_charter(dossier, today, before)
    return draw(sheets, () if sheets is before else pages, scale)


class _Done(QObject):
    """Carries what came of a task to the windows' thread."""

    came = Signal(object)


class _Task(QRunnable):
    """Does one thing in a thread of a pool, and hands on what came of it."""

    def __init__(self, work: Callable[[], Drawn], done: _Done) -> None:
        super().__init__()
        self._work, self._done = work, done

    def run(self) -> None:
        """Do it."""
        self._done.came.emit(self._work())


class Setting(QObject):
    """Keeps a workshop's charter as pages, set anew when its records change, one at a time.

    `wanted` tells which pages are seen and at how many pixels a point: they come with a charter
    that was set anew, so that nothing has to be shown half. `drawn` carries each `Drawn`. What
    changes while one is in work is set after it. `stop` waits for what is in work.
    """

    drawn = Signal(object)

    def __init__(
        self, session: Session, wanted: Callable[[], tuple[tuple[int, ...], float]]
    ) -> None:
        super().__init__(session)
        self._session, self._wanted = session, wanted
        self.sheets: Sheets | None = None
        self._set_from: tuple[Dossier, date] | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._done = _Done(self)
        self._done.came.connect(self._take)
        self.busy = False
        # Nothing is drawn any more once the interpreter goes.
        session.destroyed.connect(self._pool.waitForDone)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self._pool.waitForDone)

    @property
    def fresh(self) -> bool:
        """Whether the pages say what the records say."""
        now, held = (self._session.dossier, self._session.today()), self._set_from
        return held is not None and now[0] is held[0] and now[1] == held[1]

    def refresh(self) -> None:
        """Set the charter if its records have changed since; later, if one is in work."""
        if self.busy or self.fresh:
            return
        dossier, today = self._set_from = self._session.dossier, self._session.today()
        self._start(partial(_set_and_draw, dossier, today, self.sheets, *self._wanted()))

    def draw_wanted(self) -> None:
        """Draw the pages that are seen; what is in work is waited for, and asks again."""
        if not self.busy and self.sheets is not None:
            self._start(partial(draw, self.sheets, *self._wanted()))

    def stop(self) -> None:
        """Wait for what is in work; nothing is told of it."""
        self._done.came.disconnect(self._take)
        self._pool.waitForDone()

    def _start(self, work: Callable[[], Drawn]) -> None:
        self.busy = True
        self._pool.start(_Task(work, self._done))

    def _take(self, drawn: Drawn) -> None:
        self.busy = False
        self.sheets = drawn.sheets
        self.refresh()
        self.drawn.emit(drawn)
