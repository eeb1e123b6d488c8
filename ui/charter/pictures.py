"""Pages of a PDF as pictures, for the screen and for paper."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Final

import pypdfium2
from PySide6.QtGui import QImage

#: The library that draws pages can do one thing at a time, whoever asks for it.
_ONE_AT_A_TIME: Final = Lock()


def page_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Return the width and height of each page, in points."""
    with _opened(pdf) as document:
        return tuple(document.get_page_size(number) for number in range(len(document)))


def picture_of(pdf: bytes, page: int, scale: float) -> QImage:
    """Return a page, counted from 0, at so many pixels a point."""
    with _opened(pdf) as document:
        sheet = document[page]
        bitmap = sheet.render(scale=scale, prefer_bgrx=True)
        image = QImage(
            bytes(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_RGB32,
        ).copy()  # of its own: the buffer goes with the bitmap
        bitmap.close()
        sheet.close()
    return image


@contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()
