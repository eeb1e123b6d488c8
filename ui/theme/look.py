"""Fonts and colours of the windows, the same as the printed charter's.

A widget says what it is by its dynamic property `look` (set with `ui.widgets.text.set_look`), and
the one style sheet gives it its appearance:

- labels: title (38 px serif), question (27 px serif), question-low (19 px, where there is little
  room), statement (19 px serif), clock (44 px), clock-low (27 px), kicker, label (small heading;
  write it in capitals), strong, say (16 px), second, quiet, small, pace, danger, warn, ok,
  key (a key cap), pill, pill-strong;
- surfaces (QFrame, or any widget with WA_StyledBackground): bar, foot, rail, side, card (with the
  property `selected`), sunken, banner, finding-stop, finding-warn, finding-ask, hairline, preview;
- buttons: primary (one a screen), small, link, tab (checkable), pill, pill-strong, or none;
- text fields: capture (17 px), flat (a page until it is typed into), wording (19 px serif), on-card
  (laid over a card), or none;
- lists and tables: rail, shelf, bucket, framed (their frame is a surface around them), or none;
  their headings: close, or none.

The property `hue` with a stage's hue name gives any of them that colour as text.
"""

import sys
from importlib.resources import files
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme.sheet import SANS, SERIF, style_sheet
from ui.theme.tokens import Theme, load_theme

__all__ = ["SANS", "SERIF", "dress", "load_fonts", "system_theme", "theme_now"]

_FONTS: Final = (
    ("font_source_sans_pro", "SourceSansPro-Regular"),
    ("font_source_sans_pro", "SourceSansPro-Semibold"),
    ("font_source_serif_pro", "SourceSerifPro-Regular"),
    ("font_source_serif_pro", "SourceSerifPro-Semibold"),
)

#: Under this name the application holds the theme that its windows are dressed in.
_WORN: Final = "theme"

#: The pixel size of the system's font where its text scale is 100 %.
_NORMAL: Final = {"win32": 12.0, "darwin": 13.0}
_NORMAL_ELSEWHERE: Final = 14.7


def dress(app: QApplication, theme: Theme | None = None) -> Theme:
    """Load the program's own fonts and give every window its look; return the theme in use.

    Without a theme the system's setting decides: dark, more contrast, and its text scale.
    """
    theme = theme or system_theme()
    load_fonts()
    font = QFont(SANS)
    font.setPixelSize(theme.px(15))
    app.setFont(font)
    app.setPalette(_palette(theme))
    app.setProperty(_WORN, theme)
    app.setStyleSheet(style_sheet(theme))
    return theme


def theme_now() -> Theme:
    """Return the theme that the windows are dressed in: the light one until they are."""
    app = QApplication.instance()
    worn = app.property(_WORN) if app is not None else None
    return worn if isinstance(worn, Theme) else load_theme("light")


def load_fonts() -> None:
    """Load the program's own fonts; those that are there already stay."""
    if SERIF in QFontDatabase.families() and SANS in QFontDatabase.families():
        return
    for package, stem in _FONTS:
        data = files(package).joinpath("files", f"{stem}.ttf").read_bytes()
        QFontDatabase.addApplicationFontFromData(data)


def system_theme() -> Theme:
    """Return the theme that the system's settings ask for, at the system's text scale."""
    hints = QGuiApplication.styleHints()
    system = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
    scale = text_scale(system.pixelSize(), sys.platform)
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return load_theme("contrast", scale=scale)
    dark = hints.colorScheme() == Qt.ColorScheme.Dark
    return load_theme("dark" if dark else "light", scale=scale)


def text_scale(pixels: float, platform: str) -> float:
    """Return the text scale that the size of the system's font stands for: 1.0 to 2.0.

    Fonts differ a little between systems, so that up to a tenth above normal counts as normal.
    """
    scale = pixels / _NORMAL.get(platform, _NORMAL_ELSEWHERE)
    return 1.0 if scale < 1.1 else min(round(scale * 20) / 20, 2.0)


def _palette(theme: Theme) -> QPalette:
    """Return the theme for what a style sheet does not reach: what delegates and styles paint."""
    palette = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, theme.paper),
        (QPalette.ColorRole.Base, theme.surface),
        (QPalette.ColorRole.AlternateBase, theme.sunken),
        (QPalette.ColorRole.Button, theme.surface),
        (QPalette.ColorRole.WindowText, theme.ink),
        (QPalette.ColorRole.Text, theme.ink),
        (QPalette.ColorRole.ButtonText, theme.ink),
        (QPalette.ColorRole.PlaceholderText, theme.ink_3),
        (QPalette.ColorRole.Highlight, theme.select),
        (QPalette.ColorRole.HighlightedText, theme.ink),
        (QPalette.ColorRole.Link, theme.focus),
    ):
        palette.setColor(role, QColor(colour))
    return palette
