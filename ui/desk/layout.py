"""Where the pages of a charter stand below one another in a view, at any zoom."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt

from crm_workshop.charter.pdf import Clause

#: Around and between the pages (px).
GAP: Final = 16.0
#: Zooms in px a point: the least, the most, and that of paper where a screen has 96 dots an inch.
_LEAST: Final = 0.35
_MOST: Final = 5.0
FULL: Final = 96 / 72
#: How far an arrow key scrolls (px), and what stays in sight when a screenful is turned.
LINE: Final = 48
_KEPT: Final = 40


def sane(zoom: float) -> float:
    """Return the zoom that is nearest to one, of those at which pages are of use."""
    return min(_MOST, max(_LEAST, zoom))


def step_of(key: Qt.Key, screen: int, whole: int) -> int:
    """Return how far (px) a key scrolls in a view `screen` high, of `whole` to scroll through."""
    steps = {
        Qt.Key.Key_Down: LINE,
        Qt.Key.Key_Up: -LINE,
        Qt.Key.Key_PageDown: screen - _KEPT,
        Qt.Key.Key_PageUp: _KEPT - screen,
        Qt.Key.Key_Space: screen - _KEPT,
        Qt.Key.Key_End: whole,
        Qt.Key.Key_Home: -whole,
    }
    return steps.get(key, 0)


@dataclass(frozen=True, slots=True)
class PagePlaces:
    """Each page's rectangle in a column `wide` px across; `zoom` is in px a point."""

    pages: tuple[QRectF, ...]
    wide: float
    high: float
    zoom: float

    @classmethod
    def of(cls, sizes: Sequence[tuple[float, float]], zoom: float, viewport: float) -> "PagePlaces":
        """Return the places of pages of these sizes (in points), in the middle of a viewport."""
        widest = max((wide for wide, _ in sizes), default=0.0) * zoom + 2 * GAP
        column, y = max(widest, viewport), GAP
        pages = []
        for wide, high in sizes:
            pages.append(QRectF((column - wide * zoom) / 2, y, wide * zoom, high * zoom))
            y += high * zoom + GAP
        return cls(tuple(pages), column, y, zoom)

    def seen(self, top: float, high: float) -> tuple[int, ...]:
        """Return which pages reach into a stretch of the column."""
        bottom = top + high
        there = enumerate(self.pages)
        return tuple(n for n, page in there if page.bottom() > top and page.top() < bottom)

    def page_at(self, y: float) -> int:
        """Return the page at a height, or the last one above it."""
        above = [n for n, page in enumerate(self.pages) if page.top() - GAP <= y]
        return above[-1] if above else 0

    def rect_of(self, clause: Clause) -> QRectF:
        """Return where a clause stands in the column."""
        page = self.pages[clause.page]
        return QRectF(
            page.x() + clause.x * self.zoom,
            page.y() + clause.top * self.zoom,
            clause.wide * self.zoom,
            clause.high * self.zoom,
        )

    def clause_at(self, clauses: Sequence[Clause], at: QPointF) -> Clause | None:
        """Return the clause at a point of the column; of several the lowest."""
        there = [one for one in clauses if self.rect_of(one).contains(at)]
        return min(there, key=_height) if there else None


def _height(clause: Clause) -> float:
    return clause.high
