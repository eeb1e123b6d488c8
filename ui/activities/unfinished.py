"""What was typed and is no value yet: it stays in its field, in the file too, until it is one."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent

from crm_workshop.activities.half_typed import Place, half_typed, keep_half_typed
from crm_workshop.activities.typed import value_for
from crm_workshop.errors import InputError
from crm_workshop.model.base import Row
from ui.activities.lines import LineEntry
from ui.session import Session
from ui.widgets.autosave import Autosave

_BY = "console"

#: What is said of a text that could be read but was never entered: the program ended before.
_NOT_ENTERED = "Typed, but not entered yet: Enter keeps it."


def text_at(session: Session, place: Place) -> str:
    """Return what stands in a field and is no value yet; "" if there is nothing."""
    owed = session.owed(place)
    return half_typed(session.dossier, place) if owed is None else owed


def keep_texts(session: Session, texts: Mapping[Place, str]) -> None:
    """Keep what stands in fields; a blank text forgets what stood there.

    What cannot be written now still stands in its field, and is written as soon as it can be.
    """
    failures = session.failures
    for place in texts:
        session.paid(place)
    session.do(keep_half_typed, session.store, session.workshop_id, texts, by=_BY)
    if session.failures != failures:
        for place, text in texts.items():
            session.owe(place, text, partial(keep_texts, session, {place: text}))


def sentence_of(session: Session, record: type[Row], field: str, text: str) -> str:
    """Return why a text is not the value of a field; "" for a blank one."""
    if not text:
        return ""
    try:
        value_for(record, field, text, session.dossier.workshop.locale)
    except InputError as error:
        return str(error)
    return _NOT_ENTERED


def is_left(event: QEvent) -> bool:
    """Tell whether an event says that a field is left for another one.

    A field whose whole window is left, or lies under a menu, is still being typed into.
    """
    reasons = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
    return (
        isinstance(event, QFocusEvent)
        and event.type() == QEvent.Type.FocusOut
        and event.reason() not in reasons
    )


class Unfinished(QObject):
    """Keeps what is typed into lines that are only recorded together, or by Enter.

    The text is in the file within a second. `put_back` shows it again; `forget` follows the
    recording.
    """

    def __init__(self, session: Session, lines: Mapping[Place, LineEntry], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._lines = session, lines
        self._saving = Autosave(self._write, self)
        for line in lines.values():
            line.edited.connect(self._saving.touch)

    @property
    def is_kept(self) -> bool:
        """Whether the file holds anything of these lines."""
        return any(text_at(self._session, place) for place in self._lines)

    def put_back(self) -> None:
        """Show what the file holds, except where somebody types just now."""
        for place, line in self._lines.items():
            text = text_at(self._session, place)
            if text and text != line.text() and not line.hasFocus() and not self._saving.pending:
                line.setText(text)

    def keep(self) -> None:
        """Write at once what is not yet in the file."""
        self._saving.flush()

    def empty(self) -> None:
        """Empty the lines: what stood there was recorded."""
        for line in self._lines.values():
            line.clear()
        self.forget()

    def forget(self) -> None:
        """Let the file hold nothing of these lines: they were recorded, or taken back."""
        self._saving.drop()
        keep_texts(self._session, dict.fromkeys(self._lines, ""))

    def _write(self) -> None:
        keep_texts(self._session, {place: line.text() for place, line in self._lines.items()})
