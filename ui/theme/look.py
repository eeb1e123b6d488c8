"""Fonts and colours of the windows, the same as the printed charter's."""

from importlib.resources import files
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

SANS: Final = "Source Sans Pro"
SERIF: Final = "Source Serif Pro"

PAPER, SURFACE, INK, QUIET, LINE, FOCUS = (
    "#FAF8F4",
    "#FFFFFF",
    "#1B1F24",
    "#646D78",
    "#DED8CC",
    "#1D5FD6",
)

_SHEET: Final = f"""
QWidget {{ background: {PAPER}; color: {INK}; }}
QLabel#title {{ font-family: "{SERIF}"; font-size: 34px; font-weight: 600; }}
QLabel#quiet {{ color: {QUIET}; font-size: 15px; }}
QListView {{ background: {SURFACE}; border: 1px solid {LINE}; border-radius: 8px; padding: 4px;
  outline: 0; }}
QListView::item {{ padding: 10px 12px; border-bottom: 1px solid {LINE}; }}
QListView::item:selected {{ background: #E8EFFC; color: {INK}; }}
QListView:focus, QPushButton:focus, QLineEdit:focus {{ border: 2px solid {FOCUS}; }}
QPushButton {{ background: {SURFACE}; border: 1px solid #C9C1B2; border-radius: 6px;
  padding: 8px 16px; }}
QPushButton:disabled {{ color: {QUIET}; background: {PAPER}; }}
QPushButton#primary {{ background: {INK}; color: {SURFACE}; border-color: {INK}; }}
QLineEdit {{ background: {SURFACE}; border: 1px solid #C9C1B2; border-radius: 6px; padding: 8px; }}
"""


def dress(app: QApplication) -> None:
    """Load the program's own fonts and give every window its look."""
    for package, stem in (
        ("font_source_sans_pro", "SourceSansPro-Regular"),
        ("font_source_sans_pro", "SourceSansPro-Semibold"),
        ("font_source_serif_pro", "SourceSerifPro-Semibold"),
    ):
        data = files(package).joinpath("files", f"{stem}.ttf").read_bytes()
        QFontDatabase.addApplicationFontFromData(data)
    font = QFont(SANS)
    font.setPixelSize(15)
    app.setFont(font)
    app.setStyleSheet(_SHEET)
