"""Breaking text into lines: an even ragged edge, no lonely last word, no word wider than a line."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from crm_workshop.charter.fonts import Font, printable, runs, width
from crm_workshop.charter.layout.style import Type


@dataclass(frozen=True, slots=True)
class Piece:
    """Text drawn in one go; `x` counts from the start of its line."""

    x: float
    text: str
    font: Font
    type: Type
    width: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is drawn, and how much of its measure it fills."""

    pieces: tuple[Piece, ...]
    width: float


@dataclass(frozen=True, slots=True)
class _Word:
    """What is never broken; `space` is the width of the space that follows it on the same line."""

    pieces: tuple[Piece, ...]
    width: float
    space: float


#: One more line costs more than any raggedness; a very short last line costs a little.
_LINE_COST = 10.0
_SHORT = 0.3
#: A longer text is broken line by line: there, looking ahead is not worth its time.
_LOOK_AHEAD = 400

#: A word may also break after a dash, a hyphen or a slash with letters enough on either side.
_SEAM = re.compile(r"(?<=\w\w[-–—/])(?=\w\w\w)")

_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
#: What stays on one line: a date, an initial and its name, a section and its number, a dot that
#: parts two notes and the note before it.
_TIES = re.compile(
    rf"\b\d{{1,2}} {_MONTH}\b(?: \d{{4}}\b)?|\b{_MONTH} \d{{1,2}}, \d{{4}}\b|\b{_MONTH} \d{{4}}\b"
    r"|\b[A-Z]\. (?=[A-Z])|\b(?:[Ss]ection|[Pp]age|[Dd]ay|[Aa]nnex) (?=\d|[A-Z]\b)| (?=· )"
)


def set_lines(
    text: str, style: Type, measure: float, *, lead: str = "", lead_in: Type | None = None
) -> tuple[Line, ...]:
    """Return `text` broken into lines of at most `measure` points; it is never markup.

    Line feeds are kept. `lead` (which has none) runs in before it, in the strong face or as
    `lead_in` says. No text gives no line.
    """
    lines: list[Line] = []
    words = list(_words(_tied(printable(lead)), lead_in or style.strong(), measure))
    paragraphs = _tied(printable(text)).strip().split("\n")
    for number, paragraph in enumerate(paragraphs, 1):
        words.extend(_words(paragraph, style, measure))
        if words:
            lines.extend(_line(part) for part in _broken(words, measure))
            words = []
        elif lines and lines[-1].pieces and number < len(paragraphs):
            lines.append(Line((), 0.0))  # one empty line between paragraphs, however many typed
    return tuple(lines)


def marked(lines: Sequence[Line], mark: str, style: Type, indent: float) -> tuple[Line, ...]:
    """Return `lines` with a bullet or a number hung `indent` points before the first."""
    if not lines:
        return ()
    pieces = _word(printable(mark), style, glued=True).pieces
    hung = tuple(replace(piece, x=piece.x - indent) for piece in pieces)
    return (replace(lines[0], pieces=hung + lines[0].pieces), *lines[1:])


def longest_word(text: str, style: Type) -> float:
    """Return the width of the widest word among the first 400 characters of `text`."""
    words = _words(_tied(printable(text[:400])).replace("\n", " "), style, 1e9)
    return max((word.width for word in words), default=0.0)


def natural_width(text: str, style: Type) -> float:
    """Return how wide the first 400 characters of `text` stand when nothing breaks them."""
    lines = _tied(printable(text[:400])).split("\n")
    return max(_wide(" ".join(line.split(" ")), style) for line in lines)


def _wide(text: str, style: Type) -> float:
    stretches = runs(text, style.face)
    return sum(width(of, part, style.size, style.tracking) for of, part in stretches)


def _tied(text: str) -> str:
    return _TIES.sub(lambda match: match[0].replace(" ", "\u00a0"), text)


def _words(text: str, style: Type, measure: float) -> Iterator[_Word]:
    for typed in text.split(" "):
        parts = _SEAM.split(typed) if typed else []
        for number, part in enumerate(parts, 1):
            glued = number < len(parts)
            word = _word(part, style, glued=glued)
            if word.width <= measure:
                yield word
                continue
            *cuts, last = _cut(part, style, measure)
            yield from (_word(cut, style, glued=True) for cut in cuts)
            yield _word(last, style, glued=glued)


def _word(text: str, style: Type, *, glued: bool) -> _Word:
    pieces: list[Piece] = []
    x = 0.0
    for font, stretch in runs(text, style.face):
        wide = width(font, stretch, style.size, style.tracking)
        pieces.append(Piece(x, stretch, font, style, wide))
        x += wide
    space = 0.0 if glued else width(pieces[-1].font, " ", style.size, style.tracking)
    return _Word(tuple(pieces), x, space)


def _cut(text: str, style: Type, measure: float) -> list[str]:
    """Return `text` in parts of at most `measure` points, marks kept with their letters."""
    steps = [
        of.widths[ord(char)] * style.size / 1000 + style.tracking
        for of, stretch in runs(text, style.face)
        for char in stretch
    ]
    parts: list[str] = []
    start, used = 0, 0.0
    for at, step in enumerate(steps):
        if used + step > measure and at > start and not unicodedata.combining(text[at]):
            parts.append(text[start:at])
            start, used = at, 0.0
        used += step
    return [*parts, text[start:]]


def _broken(words: Sequence[_Word], measure: float) -> Iterator[Sequence[_Word]]:
    ends = _even_ends if len(words) <= _LOOK_AHEAD else _first_ends
    start = 0
    for end in ends(words, measure):
        yield words[start:end]
        start = end


def _first_ends(words: Sequence[_Word], measure: float) -> list[int]:
    """Return where lines end if each takes all it can."""
    ends: list[int] = []
    used = 0.0
    for at, word in enumerate(words):
        if at and used + word.width > measure:
            ends.append(at)
            used = 0.0
        used += word.width + word.space
    return [*ends, len(words)]


def _even_ends(words: Sequence[_Word], measure: float) -> list[int]:
    """Return where lines end so that they are few, of like length, and the last is not tiny."""
    count = len(words)
    best = [0.0] * count + [0.0]  # the least cost of setting the words from here on
    after = [count] * count
    for first in range(count - 1, -1, -1):
        best[first] = float("inf")
        used = 0.0
        for last in range(first, count):
            used += words[last].width
            if used > measure + 0.001 and last > first:
                break
            cost = _LINE_COST + _edge(used / measure, last + 1 == count) + best[last + 1]
            if cost < best[first]:
                best[first], after[first] = cost, last + 1
            used += words[last].space
    ends = [after[0]]
    while ends[-1] < count:
        ends.append(after[ends[-1]])
    return ends


def _edge(filled: float, is_last: bool) -> float:
    if is_last:
        return 3 * max(0.0, _SHORT - filled) ** 2
    return (1 - filled) ** 2


def _line(words: Sequence[_Word]) -> Line:
    """Return `words` side by side, neighbours of one font drawn in one go, spaces and all."""
    pieces: list[Piece] = []
    text, start, x, gap = "", 0.0, 0.0, 0.0
    of: Piece | None = None
    for word in words:
        for piece in word.pieces:
            if of and (piece.font is not of.font or piece.type is not of.type):
                text += " " if gap else ""  # the space belongs to what stands before it
                pieces.append(Piece(start, text, of.font, of.type, x + gap - start))
                text, start, gap, x = "", x + gap, 0.0, x + gap
            of = piece
            text += f" {piece.text}" if gap else piece.text
            x += gap + piece.width
            gap = 0.0
        gap = word.space
    if of:
        pieces.append(Piece(start, text, of.font, of.type, x - start))
    return Line(tuple(pieces), x)
