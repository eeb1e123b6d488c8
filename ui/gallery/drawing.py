"""The gallery as files."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMessageLogContext,
    QSize,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QApplication

from crm_workshop.cli.gallery import Wish
from crm_workshop.exchange.samples import Sample, samples
from crm_workshop.store.connection import explained
from ui.gallery.consoles import consoles
from ui.gallery.desks import desks
from ui.gallery.helping import helps
from ui.gallery.homes import homes
from ui.gallery.preparing import preparations
from ui.gallery.rooms import rooms
from ui.gallery.stage import Maker, draw, staged
from ui.gallery.versions import versions
from ui.theme.look import dress
from ui.theme.tokens import Theme, load_theme

#: Colours are alike whose upper four bits are the same, for each of red, green and blue.
_COARSE: Final = 0xF0F0F0

#: So many of the most frequent colours are kept as they are.
_EXACT: Final = 64

#: What makes the screens of one workshop, and what those of a library that holds them all.
_OF_ONE: Final[tuple[Maker, ...]] = (consoles, rooms, preparations, desks, versions)
_OF_ALL: Final[tuple[Maker, ...]] = (homes, helps)


def gallery(wish: Wish) -> Iterator[Path]:
    """Draw what is wished for, and yield each file once it is written.

    An application has to exist; it is dressed in the wished theme. Raises `DiskError` if a file
    cannot be written.
    """
    app = cast(QApplication, QApplication.instance())
    theme = dress(app, load_theme(wish.theme, scale=wish.scale))
    app.setCursorFlashTime(0)  # a cursor that blinks would be in one picture and not in the next
    before = qInstallMessageHandler(_tell)
    try:
        yield from _drawn(wish, theme)
    finally:
        qInstallMessageHandler(before)


def _drawn(wish: Wish, theme: Theme) -> Iterator[Path]:
    for name, brought, makers in _scenes():
        wanted = partial(_may_hold, wish, name)
        for width, height in wish.sizes:
            size = QSize(width, height)
            with staged(brought, theme, size, wanted) as stage:
                for make in makers:
                    for screen, widget in make(stage):
                        if wish.is_for(f"{name}/{screen}"):
                            path = wish.folder / f"{name}/{screen}-{width}.png"
                            _write(draw(widget, size), path)
                            yield path


def _scenes() -> Iterator[tuple[str, Sequence[Sample], Sequence[Maker]]]:
    """Yield the folders: each with the samples it is about and what makes its screens."""
    for sample in samples():
        yield sample.name, (sample,), _OF_ONE
    yield "library", samples(), _OF_ALL


def _may_hold(wish: Wish, name: str, start: str) -> bool:
    return wish.may_hold(f"{name}/{start}")


def _tell(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Pass on what Qt says, but what its platform without a display says of every window."""
    if not text.startswith("This plugin does not support"):
        sys.stderr.write(f"{text}\n")


def _write(image: QImage, path: Path) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(_in_fewer_colours(image))
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(buffer.data().data())


def _in_fewer_colours(image: QImage) -> QImage:
    """Return a picture in 256 of its colours: a third as large, and as good to see.

    The grounds keep their exact colour. Of others that hardly differ, such as the steps at the
    edges of letters, the most frequent one stands for all; so what is written small keeps its hue.
    """
    found = Counter(memoryview(image.constBits()).cast("I")).most_common()
    alike: dict[int, int] = {}
    for colour, _ in found:
        alike.setdefault(colour & _COARSE, colour)
    kept = dict.fromkeys([*(colour for colour, _ in found[:_EXACT]), *alike.values()])
    plain = Qt.ImageConversionFlag.ThresholdDither
    return image.convertToFormat(QImage.Format.Format_Indexed8, list(kept)[:256], plain)
