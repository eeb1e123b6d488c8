"""The theme and the fonts with which panels paint what a style sheet does not reach."""

from functools import cache
from typing import Final

from PySide6.QtGui import QFont

from ui.theme.look import SANS, theme_now
from ui.theme.tokens import Theme

__all__ = ["sans", "theme_now"]

_BASE: Final = 15


def sans(theme: Theme, size: float = _BASE, *, strong: bool = False) -> QFont:
    """Return the font of the interface at a size of the drawings."""
    return _font(theme.px(size), strong)


@cache
def _font(pixels: int, strong: bool) -> QFont:
    font = QFont(SANS)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font
