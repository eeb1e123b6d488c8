"""Typed text on its way into the file, and the small change of the sentences made from it."""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal

# Line feed and tab are content; every other control character, lone surrogates and non-characters
# would break SQLite's quote(), JSON or the PDF, and nobody can type them on purpose.
_UNUSABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ufeff]")
_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029\x0b\x0c\x85]")
#: From here on digits are read in groups of three; below, a number may be a year.
_GROUPED = 10_000


def clean(text: str) -> str:
    """Return `text` as the file keeps it: NFC, line feeds only, no control characters.

    Nothing visible is removed and no surrounding space is trimmed, so typing is never fought with.
    """
    # Composed last: what stood apart until a character between was removed composes too.
    usable = _UNUSABLE.sub("", _LINE_ENDS.sub("\n", text))
    return unicodedata.normalize("NFC", usable)


def one_line(text: str) -> str:
    """Return `text` cleaned, on one line, with runs of white space as single spaces."""
    return " ".join(clean(text).split())


def fold(text: str) -> str:
    """Return the form in which two names or words are compared: case and spacing ignored."""
    return one_line(text).casefold()


def word_count(text: str) -> int:
    """Return how many words a text has; a dash that stands alone is none."""
    return sum(any(sign.isalnum() for sign in word) for word in text.split())


def listed(items: Iterable[str], last: str = "and") -> str:
    """Return items on one line as people say them: “A”, “A and B”, “A, B and C”."""
    names = [one_line(item) for item in items]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def plain_number(value: float) -> str:
    """Return a number as people write it: 3, 2.5, 1900, 10,000; never with an exponent."""
    number = Decimal(str(value))
    said = f"{number:,f}" if abs(value) >= _GROUPED else f"{number:f}"
    return said.removesuffix(".0")
