"""The room screen: one picture of what the room may see, at any size."""

from typing import Final

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from crm_workshop.live.seen import Black, RoomView
from ui.room.compose import Frame, clock_marks, compose
from ui.room.marks import HEIGHT, Mark, Text
from ui.room.painting import paint_frame, paint_marks
from ui.room.setting import TypeSetter
from ui.theme.look import load_fonts
from ui.theme.tokens import Theme, load_theme

#: How long (ms) what is newly revealed takes to appear, and how much of it is there at once.
_FADE: Final = 150
_FAINT: Final = 0.2


class RoomScreen(QWidget):
    """Shows a `RoomView` and nothing else; small, it is the console's preview of the same picture.

    `pages` is of how many pages the body is at this shape; `pages_changed` carries it.
    """

    pages_changed = Signal(int)

    def __init__(
        self,
        theme: Theme | None = None,
        *,
        reduced_motion: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        load_fonts()
        self.pages = 1
        self._theme = theme or load_theme("light")
        self._reduced_motion = reduced_motion
        self._type = TypeSetter()
        self._view = RoomView(body=Black())
        self._frame = Frame(width=0.0, black=True)
        self._framed: tuple[RoomView, float] | None = None
        self._fresh: frozenset[str] = frozenset()
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(_FADE)
        self._fade.setStartValue(_FAINT)
        self._fade.setEndValue(1.0)
        self._fade.valueChanged.connect(self.update)
        self._fade.finished.connect(self._end_fade)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Room screen")

    def show_view(self, view: RoomView) -> bool:
        """Show a view from the next painting on; tell whether it is another than before.

        Nothing of the one before is kept.
        """
        if view == self._view:
            return False
        before, keys = self._view, _keys(self._frame)
        self._view = view
        if _still(before) != _still(view):
            self._fade.stop()
            self._fresh = frozenset()
            self._lay_out()
            self.setAccessibleDescription(spoken(self._frame))
            if not self._reduced_motion and _goes_on(before, view):
                self._start_fade(_keys(self._frame) - keys)
        self.update()
        return True

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme from now on."""
        self._theme = theme
        self.update()

    def set_reduced_motion(self, reduced: bool) -> None:
        """Let what is newly revealed fade in, or stand there at once."""
        self._reduced_motion = reduced
        if reduced:
            self._fade.stop()
            self._end_fade()

    @property
    def view(self) -> RoomView:
        """Return what is shown."""
        return self._view

    @property
    def frame(self) -> Frame:
        """Return the picture as it is laid out, for this widget's shape."""
        self._lay_out()
        return self._frame

    @property
    def is_fading(self) -> bool:
        """Tell whether something newly revealed is still appearing."""
        return bool(self._fresh)

    def sizeHint(self) -> QSize:
        """Return the size of a usual preview."""
        return QSize(288, 162)

    def hasHeightForWidth(self) -> bool:
        """Tell that its height follows from its width where it is a preview."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the usual shape of screens."""
        return round(width * 9 / 16)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Lay the picture out for the new shape."""
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, what is being revealed, and the clock."""
        self._lay_out()
        painter = QPainter(self)
        clock = self._clock()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_frame(painter, QRectF(self.rect()), self._frame, self._theme)
        self._to_canvas(painter)
        hue = self._theme.hue(self._view.hue)
        paint_marks(painter, self._frame.marks, self._theme, hue, skip=self._fresh)
        if self._fresh:
            painter.setOpacity(float(self._fade.currentValue() or 0.0))
            paint_marks(painter, self._frame.marks, self._theme, hue, only=self._fresh)
            painter.setOpacity(1.0)
        paint_marks(painter, clock, self._theme, hue)
        painter.end()

    def _to_canvas(self, painter: QPainter) -> None:
        """Measure in the canvas from here on; a shape that no picture has leaves paper around."""
        width = self._frame.width
        scale = min(self.height() / HEIGHT, self.width() / width)
        painter.translate((self.width() - width * scale) / 2, (self.height() - HEIGHT * scale) / 2)
        painter.scale(scale, scale)

    def _clock(self) -> tuple[Mark, ...]:
        face = self._view.clock
        if face is None or self._frame.black:
            return ()
        return clock_marks(face, self._frame.width, self._type)

    def _lay_out(self) -> None:
        """Bring the picture up to date with the view and the shape."""
        shape = max(self.width(), 1) / max(self.height(), 1)
        width = round(HEIGHT * min(max(shape, 1.0), 4.0), 2)
        wanted = (_still(self._view), width)
        if self._framed == wanted:
            return
        self._framed = wanted
        self._frame = compose(wanted[0], width, self._type)
        if self._frame.pages != self.pages:
            self.pages = self._frame.pages
            self.pages_changed.emit(self.pages)

    def _start_fade(self, fresh: frozenset[str]) -> None:
        if fresh and self.isVisible():
            self._fresh = fresh
            self._fade.start()

    def _end_fade(self) -> None:
        self._fresh = frozenset()
        self.update()


def spoken(frame: Frame) -> str:
    """Return all that a picture says, in reading order, for those who hear it."""
    texts = (one for one in frame.marks if isinstance(one, Text) and one.first == 0)
    return "\n".join(one.text for one in texts)


def _still(view: RoomView) -> RoomView:
    """Return a view without its clock: what stands still."""
    return msgspec.structs.replace(view, clock=None)


def _goes_on(before: RoomView, view: RoomView) -> bool:
    """Tell whether both are the same state of the same activity, so that something is revealed."""
    return (
        type(before.body) is type(view.body)
        and (before.stage, before.title, before.question, before.page)
        == (view.stage, view.title, view.question, view.page)
        and bool(view.title)
    )


def _keys(frame: Frame) -> frozenset[str]:
    return frozenset(one.key for one in frame.marks if one.key)
