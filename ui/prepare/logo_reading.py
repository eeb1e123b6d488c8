"""Reading a logo away from the window's thread: a file, a picture or a drawing, from anywhere."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QObject, QRunnable, Signal
from PySide6.QtGui import QImage, QImageWriter

from crm_workshop.activities.logo import check_size, read_logo
from crm_workshop.activities.svg import is_svg
from crm_workshop.errors import InputError, WorkshopError
from ui.prepare.drawing import png_of_svg

#: What may be a logo: the path of a file, or a picture that was copied.
Source = Path | QImage


def source_in(mime: QMimeData) -> Source | None:
    """Return the logo in what is dropped or pasted: of several files the first; None without."""
    files = [Path(one.toLocalFile()) for one in mime.urls() if one.isLocalFile()]
    if files:
        return files[0]
    image = QImage(mime.imageData()) if mime.hasImage() else QImage()
    return None if image.isNull() else image


class ReadingSignals(QObject):
    """What the reading tells: the PNG that can be kept, or a sentence that says why not."""

    done = Signal(bytes)
    failed = Signal(str)


class LogoReading(QRunnable):
    """Makes a logo that can be kept out of whatever was chosen, dropped or pasted."""

    def __init__(self, source: Source) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.signals = ReadingSignals()
        self._source = source

    def run(self) -> None:
        """Do the work; runs in a thread of the pool."""
        try:
            data = _bytes_of(self._source)
            png = png_of_svg(data) if is_svg(data) else read_logo(data)
        except WorkshopError as error:
            self.signals.failed.emit(str(error))
        else:
            self.signals.done.emit(png)


def _bytes_of(source: Source) -> bytes:
    """Return what a file holds, or a picture as PNG; a file that is too large is not read."""
    if isinstance(source, QImage):
        out = QBuffer()
        out.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(out, QByteArray(b"png")).write(source)
        return bytes(out.data().data())
    try:
        check_size(source.stat().st_size)
        return source.read_bytes()
    except OSError as error:
        raise InputError(
            f"“{source.name}” could not be read. Nothing was changed; see whether the file is "
            "still there and may be opened, and try again."
        ) from error
