"""The charter's pages in a view that scrolls: zoomed, turned, and asked where a clause is from."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from crm_workshop.charter.pdf import Clause
from ui.charter.setting import Drawn, Setting
from ui.desk.chosen import ChosenClause
from ui.desk.layout import FULL, GAP, LINE, PagePlaces, sane, step_of
from ui.desk.painting import paint_chosen, paint_focus, paint_page
from ui.desk.pictures import Pictures
from ui.session import Session
from ui.theme.look import theme_now

#: By how much one step changes the zoom.
_STEP: Final = 1.15
#: While another window is worked in, the pages follow so long (ms) after the last change.
_BEHIND: Final = 100

_TURNING: Final = (QEvent.Type.FocusIn, QEvent.Type.FocusOut)


class SheetsView(QAbstractScrollArea):
    """Shows what `Setting` draws; an old picture stays until the new one is there.

    The place it is scrolled to stays, whatever is drawn anew. `place_changed` tells that another
    page is seen, at another zoom, or of another charter.
    """

    place_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._fits = True
        self._pictures = Pictures()
        self._places = PagePlaces.of((), FULL, 0)
        self.chosen = ChosenClause(self)
        self.setting = Setting(session, self._wanted)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_BEHIND)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setting.drawn.connect(self._show)
        self.chosen.changed.connect(self._bring_into_sight)
        self._later.timeout.connect(self.setting.refresh)
        self.verticalScrollBar().valueChanged.connect(self._moved)

    # What is shown

    def refresh(self) -> None:
        """Set the charter anew if its records have changed."""
        if self.isActiveWindow() or self.setting.sheets is None:
            self.setting.refresh()
        elif not self.setting.fresh:
            self._later.start()

    @property
    def where(self) -> tuple[int, int, int]:
        """The page in the middle of the view (from 1), how many there are, and the zoom in %."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        count = len(self._places.pages)
        page = self._places.page_at(middle) + bool(count)
        return page, count, round(self._places.zoom / FULL * 100)

    def _wanted(self) -> tuple[tuple[int, ...], float]:
        """Return the pages that are seen, and the pixels a point that the display has."""
        top, high = self.verticalScrollBar().value(), self.viewport().height()
        return self._places.seen(top, high) or (0,), self._places.zoom * self.devicePixelRatioF()

    def _show(self, drawn: Drawn) -> None:
        is_new = drawn.sheets.pdf is not self._pictures.pdf
        self._pictures.take(drawn)
        self._lay_out()
        if is_new:
            self.chosen.put(drawn.sheets.clauses)
        self._moved()

    def _lay_out(self) -> None:
        """Place the pages for the width that there is."""
        sizes, zoom = self._pictures.sizes, self._places.zoom
        wide, high = self.viewport().width(), self.viewport().height()
        if self._fits and sizes:
            zoom = sane((wide - 2 * GAP) / max(wide for wide, _ in sizes))
        places = self._places = PagePlaces.of(sizes, zoom, wide)
        for bar, room, seen in (
            (self.verticalScrollBar(), places.high, high),
            (self.horizontalScrollBar(), places.wide, wide),
        ):
            bar.setRange(0, max(0, round(room - seen)))
            bar.setPageStep(seen)
            bar.setSingleStep(LINE)

    def _moved(self, *_: object) -> None:
        self.viewport().update()
        pages, scale = self._wanted()
        if not self._pictures.has(pages, scale):
            self.setting.draw_wanted()
        self.place_changed.emit()

    def _bring_into_sight(self, clause: Clause | None) -> None:
        if clause is not None:
            rect, bar = self._places.rect_of(clause), self.verticalScrollBar()
            high = self.viewport().height()
            if rect.top() < bar.value() or rect.bottom() > bar.value() + high:
                bar.setValue(round(rect.top() - high / 3))
        self.viewport().update()

    # What it is told

    def zoom(self, steps: float, at: QPointF | None = None) -> None:
        """Show the pages larger or smaller; what is at a point (or in the middle) stays there."""
        self._set_zoom(self._places.zoom * _STEP**steps, at, fits=False)

    def fit(self) -> None:
        """Show the pages as wide as the view."""
        self._set_zoom(self._places.zoom, None, fits=True)

    def turn(self, pages: int) -> None:
        """Go to the head of a page further on or back."""
        if self._places.pages:
            now = self._places.page_at(self.verticalScrollBar().value() + GAP + 1)
            there = max(0, min(now + pages, len(self._places.pages) - 1))
            self.verticalScrollBar().setValue(round(self._places.pages[there].top() - GAP))

    def go_on(self, way: int) -> None:
        """Choose the next clause or the one before; without one, the first that is seen."""
        top, clauses = self.verticalScrollBar().value(), self.chosen.all
        seen = (one for one in clauses if self._places.rect_of(one).top() >= top)
        self.chosen.go_on(way, next(seen, next(iter(clauses), None)))

    def _set_zoom(self, zoom: float, at: QPointF | None, *, fits: bool) -> None:
        at = at or QPointF(self.viewport().rect().center())
        bar, across, before = self.verticalScrollBar(), self.horizontalScrollBar(), self._places
        self._fits, self._places = fits, PagePlaces.of((), sane(zoom), 0)
        if before.pages:
            page = before.page_at(bar.value() + at.y())
            scrolled = QPointF(across.value(), bar.value())
            inside = (scrolled + at - before.pages[page].topLeft()) / before.zoom
            self._lay_out()
            there = self._places.pages[page].topLeft() + inside * self._places.zoom - at
            bar.setValue(round(there.y()))
            across.setValue(round(there.x()))
        self._moved()

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by line, screenful and end; + and - zoom, 0 fits the width, Esc lets go."""
        bar = self.verticalScrollBar()
        step = step_of(Qt.Key(event.key()), bar.pageStep(), bar.maximum())
        if event.text() in ("+", "-"):
            self.zoom(1 if event.text() == "+" else -1)
        elif event.text() == "0":
            self.fit()
        elif event.key() == Qt.Key.Key_Escape and self.chosen.clause is not None:
            self.chosen.choose(None)
        elif step:
            bar.setValue(bar.value() + step)
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or with Ctrl zoom around the pointer."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(event.angleDelta().y() / 120, event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the clause that is clicked; beside any, none."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.chosen.choose(self._clause_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer that there is something to ask."""
        over = self._clause_at(event.position())
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _clause_at(self, at: QPointF) -> Clause | None:
        scrolled = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return self._places.clause_at(self.chosen.all, at + scrolled)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages again; what was at the head of the view is still there."""
        super().resizeEvent(event)
        self._set_zoom(self._places.zoom, QPointF(0, 0), fits=self._fits)

    def event(self, event: QEvent) -> bool:
        """Show whether keys go here."""
        if event.type() in _TURNING:
            self.viewport().update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pages that are seen, and a frame around the clause that is chosen."""
        painter, theme, view = QPainter(self.viewport()), theme_now(), self.viewport().rect()
        top = self.verticalScrollBar().value()
        painter.fillRect(view, QColor(theme.sunken))
        painter.translate(-self.horizontalScrollBar().value(), -top)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number in self._places.seen(top, view.height()):
            paint_page(painter, theme, self._places, self._pictures, number)
        if self.chosen.clause is not None:
            paint_chosen(painter, self._places.rect_of(self.chosen.clause))
        if self.hasFocus():
            painter.resetTransform()
            paint_focus(painter, theme, QRectF(view))
