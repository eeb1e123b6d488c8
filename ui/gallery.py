"""Every screen of the samples as pictures: what the developers look at, and tests measure."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from crm_workshop.exchange import import_workshop
from crm_workshop.exchange.samples import samples
from crm_workshop.live.seen import RoomView
from crm_workshop.store.library import Store
from ui.room.screen import RoomScreen
from ui.room.states import room_states
from ui.room.turning import page_with
from ui.theme.tokens import Theme

#: The sizes that are drawn where none are asked for.
SIZES: Final = ((1280, 720), (1920, 1080))

#: Makes the screens of one window for the sample in a store; each has a name and stays the maker's
#: until the next is asked for.
Maker = Callable[[Store, int], Iterable[tuple[str, QWidget]]]


def gallery(
    folder: Path,
    sizes: Sequence[tuple[int, int]] = SIZES,
    *,
    makers: Sequence[Maker] = (),
    theme: Theme | None = None,
) -> int:
    """Draw every room state of every sample, and what the makers make, as PNG files in a folder.

    The files say sample, screen and width: `alder-finch/room/2.1-cards-1920.png`. Returns how many
    were written; an application has to exist.
    """
    count = 0
    with Store.open(":memory:") as store:
        for sample in samples():
            workshop_id = import_workshop(store, sample.data)
            for width, height in sizes:
                size = QSize(width, height)
                for name, widget in _screens(store, workshop_id, makers, theme, size):
                    path = folder / sample.name / f"{name}-{width}.png"
                    path.parent.mkdir(parents=True, exist_ok=True)
                    draw(widget, size).save(str(path))
                    count += 1
    return count


def _screens(
    store: Store, workshop_id: int, makers: Sequence[Maker], theme: Theme | None, size: QSize
) -> Iterator[tuple[str, QWidget]]:
    room = RoomScreen(theme, reduced_motion=True)
    room.resize(size)
    for name, view in room_states(store.load(workshop_id)):
        for page, shown in enumerate(pages_of(room, view)):
            room.show_view(shown)
            yield f"room/{name}" + (f"-page{page + 1}" if page else ""), room
    room.deleteLater()
    for make in makers:
        yield from make(store, workshop_id)


def pages_of(room: RoomScreen, view: RoomView) -> Iterator[RoomView]:
    """Yield a view turned to each of its pages, as many as it has at the screen's shape."""
    room.show_view(view)
    for part in range(room.frame.pages):
        yield msgspec.structs.replace(view, page=page_with(view, part))


def draw(widget: QWidget, size: QSize, scale: float = 1.0) -> QImage:
    """Return a widget's picture at a size in its own pixels, on a display of a device scale."""
    widget.resize(size)
    image = QImage(size * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    painter = QPainter(image)
    widget.render(painter, QPoint())
    painter.end()
    return image
