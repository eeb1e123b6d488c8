"""What somebody typed that could not be read: it stays where it was typed, with what is wrong."""

from typing import NamedTuple

from PySide6.QtCore import QObject

from ui.session import Session


class Place(NamedTuple):
    """A field of a row; row 0 is the one that has not begun yet."""

    table: str
    row_id: int
    field: str


class Said(NamedTuple):
    """What was typed, and the sentence that says why it was not kept."""

    text: str
    sentence: str


class Unread(QObject):
    """Everything of one session that is still unreadable; moving about loses none of it."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.said: dict[Place, Said] = {}


def unread_of(session: Session) -> Unread:
    """Return what is unreadable in a session."""
    found = session.findChild(Unread)
    return found if isinstance(found, Unread) else Unread(session)
