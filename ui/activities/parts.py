"""What panels are made of: parts that stand one under another and scroll together."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QBoxLayout,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from crm_workshop.kit.design import ActivityDesign
from crm_workshop.model.workshop import Activity
from ui.activities.ink import sans, theme_now
from ui.activities.writing import height_of, width_of
from ui.session import Session
from ui.ways import Spot
from ui.widgets.bare import Bare
from ui.widgets.flow import FlowLayout
from ui.widgets.text import label, set_look


class Part(QWidget):
    """One thing to work on in an activity, with a title of its own where it is not the first.

    `refresh` sets everything from the session; doing it twice changes nothing.
    """

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(8)
        if title:
            self.body.addWidget(label("strong", title))
            self.setAccessibleName(title)

    def refresh(self) -> None:
        """Show what the session holds now."""

    def all_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of this part and what they do: ("A", "Abstains")."""
        return ()

    def keys_now(self) -> tuple[tuple[str, str], ...]:
        """Return those that work where the focus is, while it is in this part."""
        return self.all_keys()

    def first_focus(self) -> QWidget:
        """Return the control where typing begins."""
        return self

    def go_to_spot(self, _spot: Spot, /) -> bool:
        """Put the cursor into a record's field if it is written here, and tell whether it is."""
        return False

    def keep_drafts(self) -> None:
        """Write what is still only in a text field."""

    def leave(self) -> None:
        """Write what is being typed and stand as the next visit begins."""
        self.keep_drafts()


class ActivityPart(Part):
    """A part that works on one activity of a session."""

    def __init__(
        self, session: Session, activity: Activity, design: ActivityDesign, title: str = ""
    ) -> None:
        super().__init__(title)
        self.session = session
        self.activity_id = activity.id
        self.design = design


class Beside(Part):
    """Two parts side by side, a narrow one first; one under the other where there is no room."""

    def __init__(self, narrow: Part, wide: Part) -> None:
        super().__init__()
        self._parts = (narrow, wide)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(20)
        self.body.addLayout(self._row)
        self._row.addWidget(narrow, 2)
        self._row.addWidget(wide, 5)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose by the width how the two stand."""
        ways = QBoxLayout.Direction
        is_wide = event.size().width() >= theme_now().px(560)
        self._row.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)
        super().resizeEvent(event)

    def refresh(self) -> None:
        """Show what the session holds now."""
        for part in self._parts:
            part.refresh()

    def all_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of both."""
        return tuple(key for part in self._parts for key in part.all_keys())

    def keys_now(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of the one that has the focus."""
        focused = QApplication.focusWidget()
        here = (one for one in self._parts if focused and one.isAncestorOf(focused))
        return tuple(key for part in here for key in part.keys_now())

    def first_focus(self) -> QWidget:
        """Return the control where the first of the two begins."""
        return self._parts[0].first_focus()

    def go_to_spot(self, spot: Spot, /) -> bool:
        """Put the cursor into a field of either."""
        return any(part.go_to_spot(spot) for part in self._parts)

    def keep_drafts(self) -> None:
        """Write what is still only in a text field."""
        for part in self._parts:
            part.keep_drafts()

    def leave(self) -> None:
        """Write what is being typed and stand as the next visit begins."""
        for part in self._parts:
            part.leave()


class Parts(QScrollArea):
    """Parts one under another, as high as they need; it scrolls where that is too high."""

    def __init__(self, parts: Sequence[Part]) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column = QWidget()
        layout = QVBoxLayout(self._column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(24)
        for part in parts:
            layout.addWidget(part)
        layout.addStretch(1)
        self._column.installEventFilter(self)
        self.setWidget(self._column)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another height when the parts need one."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """As high as all parts together, for the width that there is."""
        column = self._column
        width = max(self.viewport().width(), column.minimumSizeHint().width())
        layout = column.layout()
        high = layout.heightForWidth(width) if layout and layout.hasHeightForWidth() else -1
        return QSize(column.sizeHint().width(), max(high, column.sizeHint().height()))


def go_to_spot(parts: Sequence[Part], spot: Spot) -> bool:
    """Put the cursor into a field where one of the parts writes it, else into its record there."""
    whole = replace(spot, field="")
    return any(part.go_to_spot(spot) for part in parts) or (
        bool(spot.field) and any(part.go_to_spot(whole) for part in parts)
    )


def flow(*widgets: QWidget, gap: int = 8) -> QWidget:
    """Return widgets in lines, as words are set: what does not fit begins another."""
    holder = Bare()
    layout = FlowLayout(holder, gap=gap)
    for widget in widgets:
        layout.addWidget(widget)
    return holder


def framed(view: QAbstractItemView) -> QFrame:
    """Return a list or table on a surface of its own; its cells show where the focus is."""
    set_look(view, "framed")
    frame = QFrame()
    frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    frame.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    set_look(frame, "card")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(1, 3, 1, 5)
    layout.addWidget(view)
    return frame


def show_within(widget: QWidget, place: QRect) -> None:
    """Scroll whatever a widget stands in so that a place of it is seen."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if isinstance(around, QScrollArea) and (inside := around.widget()):
        top = widget.mapTo(inside, place.topLeft())
        bottom = widget.mapTo(inside, place.bottomRight())
        around.ensureVisible(bottom.x(), bottom.y(), 0, 8)
        around.ensureVisible(top.x(), top.y(), 0, 8)


def show_cell(table: QTableView, index: QModelIndex) -> None:
    """Scroll what a table stands in so that a cell is seen, with the headings in the first row."""
    if index.isValid():
        place = table.visualRect(index)
        if not index.row():
            place.setTop(place.top() - table.horizontalHeader().height())
        show_within(table.viewport(), place)


#: How a heading stands over its column: to the left, wrapped where the column is narrow.
HEADING: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(
    Qt.TextFlag.TextWordWrap
)


#: What stands beside the words of a heading: its padding (px).
_BESIDE: Final = 26


def heading_width(text: str) -> int:
    """Return how wide (pixels) a column has to be for no word of its heading to be broken."""
    return width_of(text, sans(theme_now(), 12, strong=True)) + _BESIDE


def fit_headings(view: QTableView) -> int:
    """Let a table's headings be as high as the one that wraps most; return how high (pixels)."""
    header, model, theme = view.horizontalHeader(), view.model(), theme_now()
    texts = (
        (str(model.headerData(one, Qt.Orientation.Horizontal)), header.sectionSize(one))
        for one in range(header.count())
    )
    font = sans(theme, 12, strong=True)
    high = max(height_of(text, font, max(24, width - _BESIDE)) for text, width in texts) + 18
    if header.height() != high or header.maximumHeight() != high:
        header.setFixedHeight(high)
    return high
