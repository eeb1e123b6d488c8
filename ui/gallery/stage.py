"""What a screen of the gallery is made of, and how it becomes a picture."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from crm_workshop.exchange import import_workshop
from crm_workshop.exchange.samples import Sample
from crm_workshop.model.workshop import Workshop
from crm_workshop.store.library import Store
from ui.theme.tokens import Theme

#: When the day begins in the pictures: the same at any time that they are drawn.
_MORNING: Final = time(9)


class Moment:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC)

    def __call__(self) -> datetime:
        """Return the moment it is."""
        return self.now

    def begin(self, workshop: Workshop) -> None:
        """Make it the morning of a workshop's day, here."""
        day = workshop.held_on or self.now.date()
        self.now = datetime.combine(day, workshop.starts or _MORNING).astimezone()

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A library with samples, the one that is gone through, a look and a size.

    `wanted` tells whether a picture of that name is asked for: what is not need not be made.
    """

    store: Store
    moment: Moment
    workshop_id: int
    theme: Theme
    size: QSize
    wanted: Callable[[str], bool]


#: Makes the screens of one window; each has a name and stays as it is until the next is asked for.
Maker = Callable[[Stage], Iterable[tuple[str, QWidget]]]


@contextmanager
def staged(
    brought: Sequence[Sample], theme: Theme, size: QSize, wanted: Callable[[str], bool]
) -> Iterator[Stage]:
    """Set samples up on the morning of the first one's day; their library is gone afterwards."""
    moment = Moment()
    with Store.open(":memory:", now=moment) as store:
        workshop_id, *_ = [import_workshop(store, sample.data) for sample in brought]
        moment.begin(store.load(workshop_id).workshop)
        yield Stage(
            store=store,
            moment=moment,
            workshop_id=workshop_id,
            theme=theme,
            size=size,
            wanted=wanted,
        )


def shown(window: QWidget, size: QSize) -> QWidget:
    """Show a window at a size, whatever its display has room for, and return it once laid out."""
    window.setMinimumSize(0, 0)
    window.setWindowState(window.windowState().WindowNoState)
    window.show()
    window.resize(size)
    window.activateWindow()
    settle()
    return window


def settle() -> None:
    """Let Qt do what it has put off: lay out again what has changed, delete what is closed."""
    for _ in range(8):
        QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def draw(widget: QWidget, size: QSize, scale: float = 1.0) -> QImage:
    """Return a widget's picture at a size in its own pixels, on a display of a device scale.

    What has been opened over it lies over it in the picture too.
    """
    widget.resize(size)
    image = QImage(size * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    painter = QPainter(image)
    widget.render(painter, QPoint())
    for over in widget.findChildren(QWidget):
        if over.isWindow() and over.isVisible():
            place = widget.mapFromGlobal(over.pos())
            over.render(painter, place)
            painter.setPen(QColor("#808080"))
            painter.drawRect(over.rect().translated(place).adjusted(-1, -1, 0, 0))
    painter.end()
    return image
