"""The one style sheet of all windows, built from the tokens of a theme."""

from string import Template
from typing import Final

from ui.theme.tokens import Theme

SANS: Final = "Source Sans Pro"
SERIF: Final = "Source Serif Pro"

#: The size of the words on a card, painted and in the field that is laid over them.
CARD_TEXT: Final = 15.5

_TEXT: Final = Template("""
* { font-family: "$sans"; font-size: $p15; color: $ink; outline: 0; }
QWidget { background: $paper; }
QLabel, QCheckBox, QRadioButton { background: transparent; }
QLabel[look="title"] { font-family: "$serif"; font-size: $p38; font-weight: 600; }
QLabel[look="question"] { font-family: "$serif"; font-size: $p27; font-weight: 600; }
QLabel[look="question-low"] { font-family: "$serif"; font-size: $p19; font-weight: 600; }
QLabel[look="statement"] { font-family: "$serif"; font-size: $p19; }
QLabel[look="clock"] { font-size: $p44; font-weight: 600; }
QLabel[look="clock-low"] { font-size: $p27; font-weight: 600; }
QLabel[look="kicker"] { font-size: $p13; font-weight: 600; color: $ink_2; }
QLabel[look="label"] { font-size: $p12; font-weight: 600; color: $ink_3; letter-spacing: 0.5px; }
QLabel[look="strong"] { font-weight: 600; }
QLabel[look="say"] { font-size: $p16; }
QLabel[look="second"] { color: $ink_2; }
QLabel[look="quiet"] { color: $ink_3; }
QLabel[look="small"] { color: $ink_3; font-size: $p13; }
QLabel[look="pace"] { color: $warn; font-size: $p14; }
QLabel[look="danger"] { color: $danger; }
QLabel[look="warn"] { color: $warn; }
QLabel[look="ok"] { color: $ok; }
QLabel[look="key"] { font-size: $p12; font-weight: 600; color: $ink_2; background: $paper;
  border: 1px solid $line_2; border-bottom-width: 2px; border-radius: 4px; padding: 1px 6px; }
QLabel[look="pill"], QLabel[look="pill-strong"] { font-size: $p14; color: $ink_2;
  border: 1px solid $line_2; border-radius: $p15; padding: 5px 12px; }
QLabel[look="pill-strong"] { color: $ink; border-color: $ink; font-weight: 600; }
""")

_SURFACES: Final = Template("""
QWidget[look="bar"] { background: $surface; border: 0 solid $line; border-bottom-width: 1px; }
QWidget[look="foot"] { background: $surface; border: 0 solid $line; border-top-width: 1px; }
QWidget[look="rail"] { background: $paper; border: 0 solid $line; border-right-width: 1px; }
QWidget[look="side"] { background: $surface; border: 0 solid $line; border-left-width: 1px; }
QWidget[look="card"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QWidget[look="card"][selected="true"] { border: 2px solid $focus; }
QWidget[look="card"]:focus { border: 2px solid $focus; }
QWidget[look="sunken"] { background: $sunken; border: 0; border-radius: 8px; }
QWidget[look="banner"] { background: $surface; border: 1px solid $warn; border-radius: 6px; }
QWidget[look^="finding"] { background: $surface; border: 1px solid $line; border-radius: 6px;
  border-left-width: 4px; }
QWidget[look="finding-stop"] { border-left-color: $danger; }
QWidget[look="finding-warn"] { border-left-color: $warn; }
QWidget[look="finding-ask"] { border-left-color: $line_2; }
QFrame[look="hairline"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }
QWidget[look="preview"] { background: $paper; border: 1px solid $line_2; border-radius: 6px; }
QToolTip { background: $surface; color: $ink; border: 1px solid $line_2; padding: 4px 8px; }
QScrollArea { border: 0; }
BareArea { background: transparent; }
QMenu { background: $surface; border: 1px solid $line_2; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $select; }
QMenu::item:disabled { color: $ink_3; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
""")

_CONTROLS: Final = Template("""
QPushButton, QToolButton { background: $surface; border: 1px solid $line_2; border-radius: 6px;
  padding: 6px 14px; }
QPushButton:hover, QToolButton:hover { border-color: $ink_3; }
QPushButton:pressed, QToolButton:pressed { background: $sunken; }
QPushButton:disabled, QToolButton:disabled { color: $ink_3; background: $paper; }
QPushButton:checked, QToolButton:checked { border-color: $ink; font-weight: 600; }
QPushButton[look="primary"] { background: $ink; color: $surface;
  border-color: $ink; font-weight: 600; padding: 9px 18px; border-radius: 8px; }
QPushButton[look="primary"]:disabled { background: $sunken;
  color: $ink_3; border-color: $line_2; }
QPushButton[look="small"] { background: $paper; font-size: $p14; padding: 4px 12px; }
QPushButton[look="link"] { background: transparent; border-color: transparent; color: $focus;
  font-weight: 600; padding: 4px 8px; }
QPushButton[look="tab"] { background: transparent; border: 1px solid transparent; color: $ink_2; }
QPushButton[look="tab"]:checked { background: $surface; border-color: $line_2; color: $ink;
  font-weight: 600; }
QPushButton[look="pill"], QPushButton[look="pill-strong"] { font-size: $p14; color: $ink_2;
  border-radius: $p15; padding: 4px 12px; }
QPushButton[look="pill-strong"] { color: $ink; border-color: $ink; font-weight: 600; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit, QTimeEdit {
  background: $surface; border: 1px solid $line_2; border-radius: 6px; padding: 6px 10px;
  selection-background-color: $focus; selection-color: $surface;
  placeholder-text-color: $ink_3; }
QLineEdit[look="capture"], QPlainTextEdit[look="capture"] { font-size: $p17; padding: 9px 13px;
  border-radius: 8px; }
QPlainTextEdit[look="flat"]:!focus { border-color: transparent; }
QPlainTextEdit[look="wording"] { font-family: "$serif"; font-size: $p19; }
QPlainTextEdit[look="wording"]:read-only { background: transparent; }
QPlainTextEdit[look="on-card"] { font-size: $p_card; border-radius: 8px; }
QLineEdit:disabled, QPlainTextEdit:disabled { color: $ink_3; background: $paper; }
QComboBox { padding-right: $p27; }
QComboBox:focus { padding-right: $p27; }
QComboBox::drop-down { border: 0; width: $p27; }
QComboBox::down-arrow { image: none; width: 0; height: 0; }
QCheckBox:focus, QRadioButton:focus { color: $focus; }
""")

_LISTS: Final = Template("""
QAbstractItemView { background: $surface; border: 1px solid $line; border-radius: 8px;
  selection-background-color: $select; selection-color: $ink; gridline-color: $line; }
QListView { padding: 4px; }
QListView::item { padding: 10px 12px; }
QAbstractItemView::item:selected { background: $select; color: $ink; }
QListView[look="rail"] { background: $paper; border: 0; border-radius: 0; padding: 0; }
QListView[look="shelf"], QListView[look="shelf"]:focus { background: transparent; border: 0;
  border-radius: 0; padding: 0; }
QListView[look="bucket"] { background: transparent; border: 0; padding: 0; }
QHeaderView { background: $surface; border: 0; }
QHeaderView::section { background: $surface; color: $ink_3; font-size: $p12; font-weight: 600;
  border: 0; border-bottom: 1px solid $line; padding: 8px 12px; }
QHeaderView[look="close"]::section { padding: 8px 6px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line_2; border-radius: 4px; margin: 2px; min-height: 32px;
  min-width: 32px; }
QScrollBar::handle:hover { background: $ink_3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $line; }
QPushButton:focus, QToolButton:focus, QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus,
QComboBox:focus, QSpinBox:focus, QDateEdit:focus, QTimeEdit:focus, QAbstractItemView:focus {
  border: 2px solid $focus; }
QPushButton[look]:checked:focus { border: 2px solid $focus; }
QListView[look="bucket"]:focus { border: 0; }
QAbstractItemView[look="framed"], QAbstractItemView[look="framed"]:focus { border: 0;
  border-radius: 0; padding: 0; }
QPushButton:focus, QToolButton:focus { padding: 5px 13px; }
QPushButton[look="small"]:focus, QPushButton[look^="pill"]:focus { padding: 3px 11px; }
QPushButton[look="primary"]:focus { padding: 8px 17px; }
QPushButton[look="link"]:focus { padding: 3px 7px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus {
  padding: 5px 9px; }
QLineEdit[look="capture"]:focus, QPlainTextEdit[look="capture"]:focus { padding: 8px 12px; }
""")

_SIZES: Final = (12, 13, 14, 15, 16, 17, 19, 27, 38, 44)
_COLOURS: Final = (
    *("paper", "surface", "sunken", "select", "ink", "ink_2", "ink_3", "line", "line_2"),
    *("focus", "danger", "warn", "ok"),
)


def style_sheet(theme: Theme) -> str:
    """Return the style sheet of all windows in one theme, at its text scale."""
    values = {name: str(getattr(theme, name)) for name in _COLOURS}
    values |= {f"p{size}": f"{theme.px(size)}px" for size in _SIZES}
    values["p_card"] = f"{theme.px(CARD_TEXT)}px"
    values |= {"sans": SANS, "serif": SERIF}
    parts = [one.substitute(values) for one in (_TEXT, _SURFACES, _CONTROLS, _LISTS)]
    for name, colour in theme.hues.items():
        # As strong as a look's own rule and behind it, so that the hue is what counts.
        parts.append(f'QLabel[hue="{name}"], QPushButton[hue="{name}"] {{ color: {colour}; }}\n')
    return "".join(parts)
