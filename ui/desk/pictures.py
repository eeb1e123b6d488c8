"""The pictures of pages that are kept: the newest of each, near those that are seen."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtGui import QImage

from ui.charter.setting import Drawn

#: Pictures of pages so far from any that was asked for last are let go.
_NEAR: Final = 3


class Pictures:
    """Keeps a picture of each page until a newer one is there, though it be of an older charter."""

    def __init__(self) -> None:
        self.pdf = b""
        self.sizes: tuple[tuple[float, float], ...] = ()
        self._kept: dict[int, tuple[QImage, bytes, float]] = {}

    def take(self, drawn: Drawn) -> None:
        """Take in what was drawn."""
        self.pdf, self.sizes = drawn.sheets.pdf, drawn.sheets.sizes
        for page, image in drawn.pictures.items():
            self._kept[page] = (image, self.pdf, drawn.scale)
        asked = drawn.pictures.keys()
        if asked:
            first, last = min(asked) - _NEAR, max(asked) + _NEAR
            last = min(last, len(self.sizes) - 1)
            self._kept = {n: one for n, one in self._kept.items() if first <= n <= last}

    def has(self, pages: Iterable[int], scale: float) -> bool:
        """Tell whether the pictures of these pages are those of the newest charter at a scale."""
        held = (self._kept.get(page) for page in pages)
        return all(one is not None and one[1] is self.pdf and one[2] == scale for one in held)

    def picture(self, page: int) -> QImage | None:
        """Return the newest picture of a page, or None."""
        kept = self._kept.get(page)
        return kept[0] if kept else None
