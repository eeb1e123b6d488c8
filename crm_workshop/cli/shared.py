"""What the commands share: the open library, finding a workshop, and plain tables."""

import dataclasses
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from enum import Enum
from pathlib import Path
from typing import Any, Final

import click
import msgspec

from crm_workshop.checks import Finding, check
from crm_workshop.errors import InputError, LibraryError, NotFoundError
from crm_workshop.kit.design import Kit
from crm_workshop.kit.load import kit_of
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import Workshop
from crm_workshop.store.library import Store
from crm_workshop.text import fold

#: As many digits as a row's number can have.
_LONGEST_NUMBER: Final = 18


class Desk:
    """The library that the commands work on, opened when it is first needed."""

    def __init__(self, library: Path) -> None:
        self.library = library
        self._store: Store | None = None

    @property
    def store(self) -> Store:
        """The open library; raises `LibraryError` in words for the user, also if there is none.

        Only what adds a workshop may begin a library: a mistyped name must not look like an empty
        one.
        """
        if self._store is None and not self.library.exists():
            raise LibraryError(
                f"There is no library at {self.library} yet. “crm-workshop sample” brings one with "
                "sample workshops, “crm-workshop new FIRM” begins one."
            )
        return self.new_store

    @property
    def new_store(self) -> Store:
        """The open library, begun if there is none."""
        if self._store is None:
            self._store = Store.open(self.library)
        return self._store

    def close(self) -> None:
        """Close the library if it was opened."""
        if self._store is not None:
            self._store.close()

    def find(self, which: str) -> Workshop:
        """Return the workshop with that number, or the only one whose firm begins so.

        Raises `NotFoundError` if there is none and `InputError` if there are several.
        """
        workshops = self.store.workshops()
        if which.isascii() and which.isdigit() and len(which) <= _LONGEST_NUMBER:
            found = [one for one in workshops if one.id == int(which)]
        else:
            start = fold(which)
            found = [one for one in workshops if fold(one.firm).startswith(start)]
            exact = [one for one in found if fold(one.firm) == start]
            found = exact or found
        if not found:
            raise NotFoundError(
                f"No workshop is called “{which}”. “crm-workshop list” shows what there is."
            )
        if len(found) > 1:
            names = ", ".join(f"{one.id} {one.firm}" for one in found)
            raise InputError(f"“{which}” fits several workshops: {names}. Give its number.")
        return found[0]

    def open(self, which: str) -> tuple[Dossier, Kit]:
        """Return everything of one workshop, and its kit."""
        dossier = self.store.load(self.find(which).id)
        return dossier, kit_of(dossier.workshop)

    def findings(self, dossier: Dossier, kit: Kit) -> tuple[Finding, ...]:
        """Return what the checks say today."""
        return check(dossier, kit, self.today())

    def today(self) -> date:
        """Return today's date where the program runs."""
        return self.store.now().astimezone().date()


pass_desk = click.make_pass_decorator(Desk)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for a program.")
which_argument = click.argument("which", metavar="W")


def print_json(value: Any) -> None:
    """Print a value as indented JSON."""
    click.echo(msgspec.json.format(msgspec.json.encode(_plain(value))).decode())


def _plain(value: Any) -> Any:
    """Return a value as what JSON holds."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)
        }
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (date, datetime, time)):
        return value.isoformat()
    if isinstance(value, Iterable) and not isinstance(value, (str, bytes)):
        return [_plain(one) for one in value]
    return value


def print_table(rows: Sequence[Sequence[str]]) -> None:
    """Print rows with aligned columns; the last column runs as long as it is."""
    if not rows:
        return
    widths = [max(len(row[index]) for row in rows) for index in range(len(rows[0]) - 1)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, [*widths, 0], strict=True)]
        click.echo("  ".join(cells).rstrip())
