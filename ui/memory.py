"""What this computer remembers from one start to the next; each thing it does is named here.

What the user may choose of it is declared in `SETTINGS`, and shown by the window of the settings.
"""

from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import Final

from PySide6.QtCore import QSettings

from crm_workshop.model.choices import Locale, Paper


class Key(StrEnum):
    """Each thing that is remembered, by its place in the settings."""

    CONSOLE = "console/place"
    PREVIEW = "console/preview"
    DESK = "desk/place"
    PREPARATION = "prepare/place"
    SETTINGS = "settings/place"
    HELP = "help/place"
    ROOM = "room/place"
    ROOM_DISPLAY = "room/display"
    ROOM_STATE = "room/state"
    ROOM_THEME = "room/theme"
    THEME = "look/theme"
    ZOOM = "look/zoom"
    LIVE = "live/workshop"
    FOLDER = "files/folder"
    PAPER = "new/paper"
    LOCALE = "new/locale"


class Kind(Enum):
    """How a setting is chosen."""

    CHOICE = auto()
    #: A text size: chosen in steps, remembered as a factor of the system's.
    SCALE = auto()
    FOLDER = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One thing that the user may choose: how it is called, what it may be, and what it does.

    `choices` are values with their words; `default` is what holds until one is chosen.
    """

    key: Key
    group: str
    label: str
    help: str
    kind: Kind = Kind.CHOICE
    choices: tuple[tuple[str, str], ...] = ()
    default: str = ""


_THEMES: Final = (("light", "Light"), ("dark", "Dark"), ("contrast", "High contrast"))

SETTINGS: Final[tuple[Setting, ...]] = (
    Setting(
        key=Key.THEME,
        group="On this screen",
        label="Theme",
        help="The colours of all windows but the room screen.",
        choices=(("", "As the system"), *_THEMES),
    ),
    Setting(
        key=Key.ZOOM,
        group="On this screen",
        label="Text size",
        help="Ctrl and + or − do the same in every window. The room screen sizes its own text.",
        kind=Kind.SCALE,
    ),
    Setting(
        key=Key.ROOM_THEME,
        group="In the room",
        label="Theme of the room screen",
        help="In a bright room light is easiest to read, in a dark one dark. The small picture on "
        "the console shows the same.",
        choices=(("", "As the windows"), *_THEMES),
    ),
    Setting(
        key=Key.LOCALE,
        group="New workshops",
        label="Words and dates",
        help="How dates are written, and some words of the sector. Each workshop can have its own.",
        choices=tuple((one.value, one.label) for one in Locale),
        default=Locale.GB.value,
    ),
    Setting(
        key=Key.PAPER,
        group="New workshops",
        label="Paper",
        help="What charter and worksheets are laid out for. Each workshop can have its own.",
        choices=tuple((one.value, one.label) for one in Paper),
        default=Paper.A4.value,
    ),
    Setting(
        key=Key.FOLDER,
        group="Files",
        label="Folder",
        help="Proposed for the next file that is saved. It follows wherever you save one.",
        kind=Kind.FOLDER,
    ),
)

_CHOICES: Final = {one.key: one for one in SETTINGS if one.kind is Kind.CHOICE}


def remembered(settings: QSettings, key: Key) -> str:
    """Return what is remembered, or nothing."""
    return str(settings.value(key.value, ""))


def chosen(settings: QSettings, key: Key) -> str:
    """Return what is chosen; the default where nothing is, or something that cannot be."""
    setting, found = _CHOICES[key], remembered(settings, key)
    return found if found in dict(setting.choices) else setting.default


def remember(settings: QSettings, key: Key, text: str) -> None:
    """Remember a text from now on, whatever ends the program; an empty one is forgotten."""
    if text == remembered(settings, key):
        return
    if text:
        settings.setValue(key.value, text)
    else:
        settings.remove(key.value)
    settings.sync()


def for_new_workshops(settings: QSettings) -> dict[str, str]:
    """Return the fields that a new workshop begins with, as typed text."""
    return {"locale": chosen(settings, Key.LOCALE), "paper": chosen(settings, Key.PAPER)}
