"""The colours and fonts with which panels paint what a style sheet does not reach."""

from functools import cache
from typing import Final

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme.look import SANS, SERIF
from ui.theme.tokens import NAMES, Theme, load_theme

_BASE: Final = 15


def theme_now() -> Theme:
    """Return the theme that the windows are dressed in, known by its paper, at its text scale."""
    paper = QApplication.palette().color(QPalette.ColorRole.Window).name()
    return _theme(paper, QApplication.font().pixelSize())


@cache
def _theme(paper: str, pixels: int) -> Theme:
    themes = {QColor(one.paper).name(): one.name for one in map(load_theme, NAMES)}
    return load_theme(themes.get(paper, NAMES[0]), scale=max(pixels, _BASE) / _BASE)


def sans(theme: Theme, size: float = _BASE, *, strong: bool = False) -> QFont:
    """Return the font of the interface at a size of the drawings."""
    return _font(SANS, theme.px(size), strong)


def serif(theme: Theme, size: float, *, strong: bool = False) -> QFont:
    """Return the font of the room's own words at a size of the drawings."""
    return _font(SERIF, theme.px(size), strong)


@cache
def _font(family: str, pixels: int, strong: bool) -> QFont:
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font
