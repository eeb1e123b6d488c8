"""Values as people read and type them, and operations that answer with a sentence."""

from collections.abc import Callable
from datetime import date, time
from typing import Any, ParamSpec, TypeVar

from crm_workshop.activities.standing import promise_names
from crm_workshop.charter.dates import clock_time, short_date
from crm_workshop.charter.figures import number
from crm_workshop.errors import InputError
from crm_workshop.model.fields import Choice, FieldSpec, Kind
from crm_workshop.model.workshop import Person
from ui.session import Session

P = ParamSpec("P")
T = TypeVar("T")

#: Kinds whose every letter can be kept: half of them is a draft, not a mistake.
DRAFTS = frozenset({Kind.TEXT, Kind.LONG, Kind.LIST, Kind.PERSON, Kind.PEOPLE, Kind.PROMISE})

#: What is said of what was typed while the file could not be written.
NOT_WRITTEN = "Not in the file yet."

#: Kinds that may need more than one line.
TALL = frozenset({Kind.LONG, Kind.LIST})


def attempt(
    session: Session, operation: Callable[P, T], *arguments: P.args, **named: P.kwargs
) -> tuple[T | None, str]:
    """Run an operation; what cannot be read is answered here, by the sentence that comes back.

    Any other error that the user can act on is told by the session, as always; a sentence comes
    back too where the file could not be written.
    """
    said: list[str] = []
    failures = session.failures

    def run() -> T | None:
        try:
            return operation(*arguments, **named)
        except InputError as error:
            said.append(str(error))
            return None

    done = session.do(run)
    if session.failures != failures:
        return None, NOT_WRITTEN
    return done, "".join(said)


def typed(session: Session, field: FieldSpec, value: Any) -> str:
    """Return a value as it can be typed: reading it again gives the same value."""
    locale = session.dossier.workshop.locale
    match value:
        case None | "":
            text = ""
        case Choice():
            text = session.words.say(value.label)
        case bool():
            text = "Yes" if value else "No"
        case date():
            text = short_date(value, locale)
        case time():
            text = clock_time(value, locale)
        case float():
            text = number(value, locale)
        case tuple():
            text = ("; " if field.kind is Kind.PEOPLE else "\n").join(value)
        case _:
            text = str(value)
    return text


def label_of(session: Session, field: FieldSpec) -> str:
    """Return a field's label in the firm's words."""
    return session.words.say(field.label)


def offered(session: Session, field: FieldSpec) -> tuple[str, ...]:
    """Return what typing into a field is completed from; empty where nothing is."""
    if field.kind in (Kind.PERSON, Kind.PEOPLE):
        return tuple(one.name for one in session.dossier.all(Person) if not one.has_left)
    if field.kind is Kind.PROMISE:
        return promise_names(session.dossier)
    return ()
