"""What this computer remembers from one start to the next; each thing it does is named here."""

from enum import StrEnum

from PySide6.QtCore import QSettings


class Key(StrEnum):
    """Each thing that is remembered, by its place in the settings."""

    CONSOLE = "console/place"
    PREVIEW = "console/preview"
    DESK = "desk/place"
    PREPARATION = "prepare/place"
    ROOM = "room/place"
    ROOM_DISPLAY = "room/display"
    ROOM_STATE = "room/state"
    THEME = "look/theme"
    ZOOM = "look/zoom"
    LIVE = "live/workshop"
    FOLDER = "files/folder"


def remembered(settings: QSettings, key: Key) -> str:
    """Return what is remembered, or nothing."""
    return str(settings.value(key.value, ""))


def remember(settings: QSettings, key: Key, text: str) -> None:
    """Remember a text from now on, whatever ends the program; an empty one is forgotten."""
    if text == remembered(settings, key):
        return
    if text:
        settings.setValue(key.value, text)
    else:
        settings.remove(key.value)
    settings.sync()
