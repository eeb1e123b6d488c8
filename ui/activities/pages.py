"""The charter's pages, to be read back: the chosen one is on the room screen."""

from typing import Any

from PySide6.QtCore import QModelIndex, QRect, QSignalBlocker, QSize, QStringListModel, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QWidget,
)

from crm_workshop.charter import wording
from crm_workshop.charter.compose import compose
from crm_workshop.kit.design import ActivityDesign
from crm_workshop.live.scene import set_view, turn_to_page
from crm_workshop.live.views import View, chosen
from crm_workshop.model.workshop import Activity
from ui.activities.ink import sans, theme_now
from ui.activities.parts import ActivityPart, framed
from ui.activities.writing import height_of, write
from ui.session import Session
from ui.widgets.text import label

_BY = "console"


class PagesPart(ActivityPart):
    """The front page and each section, by name; arrows or a click turn the room screen to it."""

    def __init__(
        self, session: Session, activity: Activity, design: ActivityDesign, title: str = ""
    ) -> None:
        super().__init__(session, activity, design, title)
        self._names = QStringListModel()
        self.pages = _Pages()
        self.pages.setModel(self._names)
        self._state = label("small")
        self.body.addWidget(framed(self.pages))
        self.body.addWidget(self._state)
        self.body.addStretch(1)
        self.pages.selectionModel().currentChanged.connect(self._turn)

    def refresh(self) -> None:
        """Show the pages of the charter as it stands, and which one the room sees."""
        session = self.session
        charter = compose(session.dossier, session.kit, (), today=session.today())
        names = [wording.KIND, *(wording.section_name(one) for one in charter.sections)]
        with QSignalBlocker(self.pages.selectionModel()):
            if names != self._names.stringList():
                self._names.setStringList(names)
                self.pages.fit()
            page = min(session.scene.page, len(names) - 1)
            self.pages.setCurrentIndex(self._names.index(page))
        self.pages.viewport().update()
        on = self._is_shown()
        state = f"On the room screen: page {page + 1} of {len(names)}."
        self._state.setText(state if on else "The room sees something else now; a page shows it.")

    def _is_shown(self) -> bool:
        scene = self.session.scene
        view = chosen(scene.view)
        is_here = scene.activity_id == self.activity_id and view.overlay is None
        return is_here and view.view in (None, View.PAGES)

    def first_focus(self) -> QWidget:
        """Return the list of pages."""
        return self.pages

    def _turn(self, current: QModelIndex) -> None:
        session = self.session
        if not current.isValid() or session.scene.activity_id != self.activity_id:
            return
        if not self._is_shown() or chosen(session.scene.view).view is None:
            session.do(set_view, session.store, session.workshop_id, View.PAGES, by=_BY)
        session.do(turn_to_page, session.store, session.workshop_id, current.row(), by=_BY)


class _LinePainter(QStyledItemDelegate):
    """Paints a page's name, wrapped, on the ground that shows which one is chosen."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: Any, index: Any) -> QSize:
        """As high as the name."""
        width = max(60, self._view.viewport().width())
        return QSize(40, height_of(str(index.data()), sans(theme_now()), width - 24) + 12)

    def paint(self, painter: QPainter, option: Any, index: Any) -> None:
        """Paint the name."""
        theme, place = theme_now(), QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(place, QColor(theme.select if chosen else theme.surface))
        if chosen and self._view.hasFocus():
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRect(place.adjusted(1, 1, -1, -1))
        font = sans(theme, strong=chosen)
        write(painter, place.adjusted(12, 6, -12, 0), str(index.data()), font, theme.ink)
        painter.restore()


class _Pages(QListView):
    """A list as high as its lines."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Pages of the charter")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(theme_now().px(190))
        self.setItemDelegate(_LinePainter(self))

    def fit(self) -> None:
        """Be as high as all lines together."""
        rows = range(self.model().rowCount())
        self.setFixedHeight(sum(self.sizeHintForRow(row) for row in rows) + 2)

    def resizeEvent(self, event: Any) -> None:
        """Follow the width: narrower lines are more lines."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self.fit()
