"""What can be asked of the chosen cards, each once: its name, its words, its key."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence


@dataclass(frozen=True, slots=True)
class Request:
    """One thing that can be asked; `text` is what the menu says, `key` how it is pressed."""

    name: str
    text: str
    key: str = ""


REQUESTS: Final = (
    Request("edit", "Write on it", "Return"),
    Request("reveal", "Reveal or hide", "R"),
    Request("merge", "Merge", "Ctrl+M"),
    Request("unmerge", "Take apart what was merged", "Ctrl+Shift+M"),
    Request("copy", "Copy", "Ctrl+C"),
    Request("cut", "Cut", "Ctrl+X"),
    Request("park", "Put on the parking list"),
    Request("delete", "Delete", "Del"),
)

#: What every wall offers; what only cards can be asked.
COMMON: Final = frozenset({"edit", "copy", "cut", "delete"})
CARDS: Final = COMMON | {"reveal", "merge", "unmerge", "park"}

#: Other keys that ask the same, and those that have to do with dots.
_KEYS: Final = {QKeySequence(one.key).toString(): one.name for one in REQUESTS if one.key} | {
    "Enter": "edit",
    "F2": "edit",
}
_DOTS: Final = {"+": "give", "-": "take", "−": "take", "N": "next", "n": "next"}


def request_of(event: QKeyEvent, offers: Collection[str]) -> str:
    """Return what a key asks for among `offers` (dots always), or nothing."""
    if event.text() in _DOTS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return _DOTS[event.text()]
    keypad = Qt.KeyboardModifier.KeypadModifier
    keys = QKeySequence(event.modifiers().value & ~keypad.value | event.key()).toString()
    name = _KEYS.get(keys, "")
    return name if name in offers else ""
