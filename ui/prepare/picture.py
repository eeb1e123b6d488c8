"""What may be a logo: a file, a picture or a drawing, from wherever it was chosen or copied."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

from crm_workshop.activities.logo import check_size, read_logo
from crm_workshop.activities.svg import is_svg
from crm_workshop.errors import InputError
from ui.prepare.drawing import png_of_svg

#: The path of a file, or a picture that was copied.
Source = Path | QImage


def source_in(mime: QMimeData) -> Source | None:
    """Return the logo in what is dropped or pasted: of several files the first; None without."""
    files = [Path(one.toLocalFile()) for one in mime.urls() if one.isLocalFile()]
    if files:
        return files[0]
    image = QImage(mime.imageData()) if mime.hasImage() else QImage()
    return None if image.isNull() else image


def logo_in(source: Source) -> bytes:
    """Return a logo as it can be kept, a PNG. Takes seconds where it is large, or a drawing.

    Raises `InputError` for what is none; a file that is too large is not read.
    """
    data = _bytes_of(source)
    return png_of_svg(data) if is_svg(data) else read_logo(data)


def _bytes_of(source: Source) -> bytes:
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
