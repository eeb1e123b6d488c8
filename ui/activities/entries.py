"""The fields that panels are typed into: one line, several lines, a date, a choice, yes or no.

All answer to `words_in` and `put_words`, and tell by `edited` that somebody typed.
"""

from functools import partial
from math import ceil
from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from crm_workshop.model.fields import Choice, FieldSpec, Kind
from ui.activities.ink import theme_now
from ui.activities.lines import DateEntry, LineEntry
from ui.activities.values import TALL, label_of, offered
from ui.activities.writing import height_of, paint_box, write
from ui.session import Session
from ui.widgets.choosing import ChoiceBox


class TextEntry(QPlainTextEdit):
    """Several lines; it grows with its text. Shift+Enter begins a line where Enter moves on."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._quiet = False
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._tell)

    def put(self, text: str) -> None:
        """Show a text without telling that somebody typed."""
        if text == self.toPlainText():
            return
        self._quiet = True
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._quiet = False
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its text."""
        return QSize(super().sizeHint().width(), self.needed_height())

    def minimumSizeHint(self) -> QSize:
        """As high as its text, however narrow."""
        return QSize(120, self.needed_height())

    def needed_height(self) -> int:
        """Return how high (pixels) the whole text is, with its frame."""
        block, lines = self.document().begin(), 0.0
        while block.isValid():
            lines += self.blockBoundingRect(block).height()  # with the margin above the first
            block = block.next()
        margins = self.contentsMargins()
        around = margins.top() + margins.bottom() + self.viewportMargins().top()
        frame = self.height() - self.viewport().height() if self.viewport().height() > 0 else 0
        return ceil(lines + max(frame, around) + self.document().documentMargin()) + 1

    def resizeEvent(self, event: object) -> None:
        """Follow the width: narrower lines are more lines."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt's own event, passed on as it came
        if self.height() != self.needed_height():
            self.updateGeometry()

    def _tell(self) -> None:
        self.updateGeometry()
        if not self._quiet:
            self.edited.emit()


class ChoiceEntry(ChoiceBox):
    """One of a closed list of answers, by first letter, arrows or mouse; the first is none."""

    edited = Signal()

    def __init__(self, answers: tuple[tuple[str, str], ...], *, none: bool) -> None:
        super().__init__()
        if none:
            self.addItem("", "")
        for value, text in answers:
            self.addItem(text, value)
        self.activated.connect(self._tell)

    def _tell(self) -> None:
        self.edited.emit()

    def wheelEvent(self, event: QEvent) -> None:
        """Leave the wheel to the page: nobody means to change an answer by scrolling past it."""
        event.ignore()


class TickEntry(QCheckBox):
    """Yes or no: a box and what it says, wrapped where it is long."""

    edited = Signal()

    def __init__(self, text: str = "") -> None:
        super().__init__(text.replace("&", "&&"))
        self._words = text
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.edited.emit()

    def sizeHint(self) -> QSize:
        """The box, and the words on one line."""
        theme = theme_now()
        width = self.fontMetrics().horizontalAdvance(self._words) + 2 if self._words else 0
        return QSize(theme.px(28) + width, theme.px(28))

    def hitButton(self, place: QPoint) -> bool:
        """Take a click anywhere on it."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, the words, and where the focus is."""
        theme, painter = theme_now(), QPainter(self)
        size = theme.px(16)
        box = QRect(4, (self.height() - size) // 2, size, size)
        paint_box(painter, box, theme, done=self.isChecked())
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), 4, 4)
        high = height_of(self._words, self.font(), self.width() - theme.px(28))
        place = QRect(theme.px(28), (self.height() - high) // 2, self.width(), high)
        colour = theme.ink if self.isEnabled() else theme.ink_3
        write(painter, place, self._words, self.font(), colour)
        painter.end()


class Entry(Protocol):
    """What any of the fields is."""

    edited: SignalInstance


def entry_for(session: Session, field: FieldSpec, *, none: bool = True) -> QWidget:
    """Return the field into which a value of that kind is typed; `none` lets a choice be blank."""
    made = _made(session, field, none=none)
    made.setAccessibleName(label_of(session, field))
    made.setAccessibleDescription(session.words.say(field.help))
    return made


def _made(session: Session, field: FieldSpec, *, none: bool) -> QWidget:
    if field.kind in TALL:
        return TextEntry()
    if field.kind is Kind.DATE:
        return DateEntry(session.dossier.workshop.locale)
    if field.kind is Kind.BOOL:
        return TickEntry()
    if field.choices is not None:
        return ChoiceEntry(answers(session, field.choices), none=none)
    completed = field.kind in (Kind.PERSON, Kind.PROMISE)
    return LineEntry(partial(offered, session, field) if completed else None)


def answers(session: Session, choices: type[Choice]) -> tuple[tuple[str, str], ...]:
    """Return a closed list as stored values and the words people read."""
    return tuple((one.value, session.words.say(one.label)) for one in choices)


def words_in(entry: QWidget) -> str:
    """Return what stands in a field, as it can be read: a choice by its stored value."""
    if isinstance(entry, TextEntry):
        return entry.toPlainText()
    if isinstance(entry, ChoiceEntry):
        return str(entry.currentData() or "")
    if isinstance(entry, TickEntry):
        return "Yes" if entry.isChecked() else "No"
    return entry.text() if isinstance(entry, QLineEdit) else ""


def put_words(entry: QWidget, text: str) -> None:
    """Show a value in a field: the text as it can be typed, a choice by its words or value."""
    if isinstance(entry, TextEntry):
        entry.put(text)
    elif isinstance(entry, ChoiceEntry):
        at = max(entry.findText(text), entry.findData(text))
        entry.setCurrentIndex(at if text else entry.findData(""))
    elif isinstance(entry, TickEntry):
        entry.setChecked(text == "Yes")
    elif isinstance(entry, QLineEdit) and entry.text() != text:
        entry.setText(text)
