"""Joining what people typed into sentences, without changing what they said.

A capital is only lowered where the word cannot be a name; where that is not certain, the text
stands after a colon or between semicolons as it was typed.
"""

from collections.abc import Sequence
from typing import Final

from crm_workshop.text import listed, one_line

#: Words that begin a line with a capital and lose it inside a sentence, whatever follows.
_OPENINGS: Final = """
    a an the this that these those our your their his her its my we you they he she it who whom
    whose what whatever which when whenever where why how if whether because while until once
    every each any all some many most more less fewer few no not none nobody somebody someone
    everybody everyone anything everything nothing something another other others both either
    neither one two three four five six seven eight nine ten at by for from in into of off on onto
    out over per than through to under up with within without after before between during about
    people colleagues bad good poor weak slow late early
    monthly weekly daily quarterly yearly annually always never only also again too then there
    having being knowing making keeping telling giving getting
"""
_COMMON: Final = frozenset(_OPENINGS.split())
_ENDS: Final = (".", "!", "?", "…", ":")
_CLOSING: Final = "”’\"')]»"


def sentence(text: str) -> str:
    """Return `text` as a sentence: on one line, a capital first, a full stop last."""
    return upper_first(stopped(one_line(text)))


def stopped(text: str) -> str:
    """Return `text` with a full stop, unless it is empty or ends a sentence already."""
    kept = text.rstrip()
    if not kept or kept.rstrip(_CLOSING).endswith(_ENDS):
        return kept
    return kept.rstrip(",;") + "."


def unstopped(text: str) -> str:
    """Return `text` on one line without its full stop, so that a sentence can go on."""
    kept = one_line(text)
    return kept if kept.endswith("..") else kept.removesuffix(".")


def upper_first(text: str) -> str:
    """Return `text` with a capital first, unless its first word has its own way (“iPad”)."""
    first = text.split(" ", 1)[0]
    if first[1:] != first[1:].lower():
        return text
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Return `text` as it stands inside a sentence: a capital goes where it cannot be a name's."""
    word = text.split(" ", 1)[0].rstrip(",;:")
    if word.lower() in _COMMON and (len(word) == 1 or not word.isupper()):
        return text[:1].lower() + text[1:]
    return text


def goes_on(text: str) -> bool:
    """Tell whether `text` can stand inside a sentence: it then begins without a capital."""
    return not lower_first(text)[:1].isupper()


def run_on(start: str, text: str) -> str:
    """Return one sentence of `start` and typed `text`; a colon where its capital has to stay.

    What the person typed of `start` again (“Seen when it is …”) is not said twice.
    """
    said = one_line(text)
    if said.casefold().startswith(start.casefold() + " "):
        said = said[len(start) :].strip()
    link = " " if goes_on(said) else ": "
    return stopped(f"{start}{link}{lower_first(said)}") if said else ""


def joined(items: Sequence[str], last: str = "and") -> str:
    """Return typed lines as one run: a list in prose, or as typed between semicolons.

    Lines that hold a comma, or begin with a capital that has to stay, keep their own shape.
    """
    lines = [line for line in (unstopped(item) for item in items) if line]
    if all(goes_on(line) and "," not in line and ";" not in line for line in lines):
        return listed([lower_first(line) for line in lines], last)
    return "; ".join([lower_first(line) if goes_on(line) else line for line in lines])


def notes(*parts: str) -> str:
    """Return short remarks side by side, the empty ones left out."""
    return " · ".join([part for part in parts if part])
