"""Typed text on its way into the file."""

import re
import unicodedata

# Line feed and tab are content; every other control character, lone surrogates and non-characters
# would break SQLite's quote(), JSON or the PDF, and nobody can type them on purpose.
_UNUSABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ufeff]")
_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029\x0b\x0c\x85]")


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
