"""What is pasted, taken apart: a list into cards, a piece of a spreadsheet into cells."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from crm_workshop.text import clean, one_line

_BULLET: Final = re.compile(r"(?:[-*+•‣◦▪▫●○■□·–—]|\d{1,2}[.)]|\(\d{1,2}\)|[a-zA-Z]\))(?:\s+|\Z)")
_BOX: Final = re.compile(r"\[[ xX]?\]\s+")


def cells(text: str, separator: str = "\t", *, bare: bool = False) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a pasted piece of a spreadsheet; rows without any text are dropped.

    In the clipboard, spreadsheets put a cell in quotes only if it holds a line end, a tab or a
    quote, so others keep theirs; files may quote any cell: `bare` takes the quotes off all of them.
    """
    text = clean(text)
    rows: list[list[str]] = [[]]
    at = 0
    while at <= len(text):
        cell, at = _cell(text, at, separator, bare)
        rows[-1].append(cell)
        if text[at : at + 1] == "\n":
            rows.append([])
        at += 1
    return tuple(tuple(row) for row in rows if any(cell.strip() for cell in row))


def _cell(text: str, at: int, separator: str, bare: bool) -> tuple[str, int]:
    """Return the cell that begins at `at`, and where it ends."""
    in_quotes, unquoted = _patterns(separator)
    quoted = in_quotes.match(text, at)
    if quoted and (bare or re.search(r'[\t\n"]', quoted[1])):
        return quoted[1].replace('""', '"'), quoted.end()
    plain = unquoted.match(text, at)
    return (plain[0], plain.end()) if plain else ("", at)


@cache
def _patterns(separator: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what matches a cell in quotes, and one without."""
    quoted = re.compile(rf'"((?:[^"]|"")*+)"(?=[{separator}\n]|\Z)')
    return quoted, re.compile(rf"[^{separator}\n]*")


def as_cells(rows: Iterable[Iterable[str]]) -> str:
    """Return rows as spreadsheets paste them; `cells` reads the same texts out of it again."""
    return "\n".join("\t".join(map(_quoted, row)) for row in rows)


def _quoted(cell: str) -> str:
    inner = cell.replace('"', '""')
    return f'"{inner}"' if re.search(r'[\t\n"]', cell) else cell


def card_texts(text: str) -> tuple[str, ...]:
    """Return one text for each line, bullet, number or cell of `text`; blank ones are dropped.

    A quoted cell of several lines is one card. Bullets and numbering are taken off.
    """
    found = (_without_bullet(one_line(cell)) for row in cells(text) for cell in row)
    return tuple(one for one in found if one)


def _without_bullet(line: str) -> str:
    """Return a line without the bullet, number or tick box it begins with."""
    return _BOX.sub("", _BULLET.sub("", line, count=1), count=1)
