"""The fields that hold one line: names and promises are completed, dates picked."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QEvent, QPoint, QRect, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QIcon,
    QKeyEvent,
    QPainter,
    QPen,
    QPixmap,
    QTextCharFormat,
)
from PySide6.QtWidgets import QApplication, QCalendarWidget, QCompleter, QLineEdit

from crm_workshop.charter.dates import short_date
from crm_workshop.model.choices import Locale
from ui.activities.ink import theme_now

#: Keys that end the typing in a field, whatever is proposed below it.
_ENDS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LineEntry(QLineEdit):
    """One line; names and promises are completed, as `offers` gives them when the typing begins.

    Where only one of them fits, Tab and Enter take it; Esc leaves what was typed as it is.
    """

    edited = Signal()
    _completes = False  # Qt sends events before the constructor is through

    def __init__(self, offers: Callable[[], tuple[str, ...]] | None = None) -> None:
        super().__init__()
        self._offers = offers
        self.textEdited.connect(self._tell)
        if offers is not None:
            self._names = QStringListModel(self)
            completer = QCompleter(self._names, self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.activated.connect(self._tell)
            self.setCompleter(completer)
            self._completes = True

    def _tell(self) -> None:
        self.edited.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Offer what there is now."""
        if self._offers is not None and (now := list(self._offers())) != self._names.stringList():
            self._names.setStringList(now)
        super().focusInEvent(event)

    def event(self, event: QEvent) -> bool:
        """Let Tab and Enter end the typing though names are proposed: Qt asks here only."""
        proposed = self._proposed()
        if proposed is None or not isinstance(event, QKeyEvent):
            return super().event(event)
        if event.type() != QEvent.Type.KeyPress or Qt.Key(event.key()) not in _ENDS:
            return super().event(event)
        popup, only = proposed.popup(), proposed.completionCount() == 1
        assert popup is not None, "what proposes has a list"
        chosen = popup.currentIndex()
        if chosen.isValid():
            self.setText(str(chosen.data()))
        elif only and self.text().strip():
            self.setText(proposed.currentCompletion())
        popup.hide()
        event.accept()
        return QApplication.sendEvent(self, event.clone())

    def _proposed(self) -> QCompleter | None:
        """Return the completer while it proposes something."""
        if not self._completes:
            return None
        popup = self.completer().popup()
        return self.completer() if popup is not None and popup.isVisible() else None


class DateEntry(LineEntry):
    """A date, typed as people write it, or picked from a calendar (Alt+Down)."""

    def __init__(self, locale: Locale) -> None:
        super().__init__()
        self._locale = locale
        self._calendar: QCalendarWidget | None = None
        self.picked = QDate.currentDate()
        self._icon = self.addAction(
            _calendar_icon(theme_now().ink_3), QLineEdit.ActionPosition.TrailingPosition
        )
        self._icon.setText("Pick from a calendar")
        self._icon.setToolTip("Pick from a calendar: Alt+Down")
        self._icon.triggered.connect(self.pick)

    def follow(self, locale: Locale, day: date | None) -> None:
        """Open the calendar at a day from now on, in the order of days of a locale."""
        self._locale = locale
        if day is not None:
            self.picked = QDate(day.year, day.month, day.day)

    def setAccessibleName(self, name: str) -> None:
        """Say which field it is; its calendar says so too. The same again changes nothing."""
        if name == self.accessibleName():
            return
        super().setAccessibleName(name)
        self._icon.setText(f"{name}: pick from a calendar")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar by Alt+Down."""
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Down and alt:
            self.pick()
            return
        super().keyPressEvent(event)

    def needed_width(self) -> int:
        """Return how wide (pixels) the longest date is, with the calendar's button."""
        return self.fontMetrics().horizontalAdvance("00 Sept 2026") + 66

    def pick(self) -> None:
        """Open the calendar below the field, or where the display has room for it."""
        calendar, quiet = QCalendarWidget(self), QTextCharFormat()
        quiet.setForeground(QColor(theme_now().ink_2))
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        is_american = self._locale is Locale.US
        first = Qt.DayOfWeek.Sunday if is_american else Qt.DayOfWeek.Monday
        calendar.setFirstDayOfWeek(first)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, quiet)
        calendar.setSelectedDate(self.picked)
        calendar.setAccessibleName("Calendar")
        calendar.resize(theme_now().px(320), theme_now().px(290))
        calendar.clicked.connect(self._take)
        calendar.activated.connect(self._take)
        place = QRect(self.mapToGlobal(QPoint(0, self.height() + 4)), calendar.size())
        room = self.screen().availableGeometry()
        place.moveRight(min(place.right(), room.right()))
        if place.bottom() > room.bottom():
            place.moveBottom(self.mapToGlobal(QPoint(0, -4)).y())
        calendar.move(place.topLeft())
        self._calendar = calendar
        calendar.show()
        calendar.setFocus()

    def _take(self, day: QDate) -> None:
        self.setText(short_date(date(day.year(), day.month(), day.day()), self._locale))
        if self._calendar is not None:
            calendar, self._calendar = self._calendar, None
            calendar.close()
        self.setFocus()
        self._tell()


def _calendar_icon(colour: str) -> QIcon:
    """Return a leaf of a calendar."""
    ratio = QApplication.primaryScreen().devicePixelRatio()
    picture = QPixmap(QSize(16, 16) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setPen(QPen(QColor(colour), 1.2))
    painter.drawRoundedRect(QRect(2, 3, 12, 11), 2, 2)
    painter.drawLine(2, 7, 14, 7)
    painter.drawLine(5, 1, 5, 4)
    painter.drawLine(11, 1, 11, 4)
    painter.end()
    return QIcon(picture)
