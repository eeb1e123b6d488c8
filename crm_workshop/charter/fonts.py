"""The four faces of the printed charter: what they can draw, and what stands in for the rest.

Source Sans and Source Serif hold Latin (with Vietnamese), Greek and Cyrillic, the currency signs
and arrows people type. Nothing that PyPI offers would draw the other alphabets at a fair price:
the Chinese, Japanese and Korean packages hold CFF outlines that reportlab cannot embed, or tens
of megabytes a weight; Arabic and Hebrew would need, beside variable fonts from packages a few
months old, two compiled libraries for order and shapes, and wrong shapes are worse than none. So
there is no further font: `stand_in` prints the code points, legibly, and `undrawable` (in
`drawable`) names them before a file is written.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache, partial
from importlib.resources import files
from io import BytesIO
from itertools import groupby

_SANS = "font_source_sans_pro"
_SERIF = "font_source_serif_pro"


class Face(Enum):
    """A face by its use; the value is its package and file."""

    SANS = (_SANS, "SourceSansPro-Regular")
    SANS_STRONG = (_SANS, "SourceSansPro-Semibold")
    SERIF = (_SERIF, "SourceSerifPro-Regular")
    SERIF_STRONG = (_SERIF, "SourceSerifPro-Semibold")

    # A member exists once: its identity is as good a hash as its name, and looked up often.
    __hash__ = object.__hash__

    def strong(self) -> "Face":
        """Return the semibold face of the same family."""
        return Face.SANS_STRONG if self.value[0] == _SANS else Face.SERIF_STRONG

    def helper(self) -> "Face":
        """Return the face of the same weight that draws what this one lacks, either way."""
        return _HELPERS[self]


_HELPERS = {
    Face.SANS: Face.SERIF,
    Face.SERIF: Face.SANS,
    Face.SANS_STRONG: Face.SERIF_STRONG,
    Face.SERIF_STRONG: Face.SANS_STRONG,
}


@dataclass(frozen=True, slots=True, eq=False)
class Font:
    """A face as registered with reportlab: its name there, and widths in 1/1000 of the size."""

    name: str
    widths: Mapping[int, float]


@cache
def font(face: Face) -> Font:
    """Return `face`, read and registered with reportlab once a process."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    package, stem = face.value
    data = files(package).joinpath("files", f"{stem}.ttf").read_bytes()
    ttf = TTFont(stem, BytesIO(data), asciiReadable=0, shapable=False)
    pdfmetrics.registerFont(ttf)
    return Font(stem, ttf.face.charWidths)


#: Signs that read the same as one the fonts have, and marks that draw nothing themselves.
_SAME = str.maketrans(
    {
        **dict.fromkeys("\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a", " "),
        **dict.fromkeys("\t\u205f\u3000", " "),
        **dict.fromkeys("\u2007\u202f", "\u00a0"),
        **dict.fromkeys("\u2010\u2011", "-"),
        **dict.fromkeys("\u2028\u2029\r\x0b\x0c\x85", "\n"),
        "\u2043": "•",
        "●": "•",
        "▪": "■",
        "□": "☐",
        **dict.fromkeys("\u00ad\u034f\u061c\u180e\u2060\u2061\u2062\u2063\u2064\ufeff"),
        **dict.fromkeys(map(chr, range(0x200B, 0x2010))),
        **dict.fromkeys(map(chr, range(0x202A, 0x202F))),
        **dict.fromkeys(map(chr, range(0x2066, 0x206A))),
        **dict.fromkeys(map(chr, range(0xFE00, 0xFE10))),
        **dict.fromkeys(map(chr, range(0xE0000, 0xE01F0))),
    }
)
_UNUSUAL = re.compile("[^\n -~\u00a0-\u00ac\u00ae-\u017f–—‘’“”•…€]")


def printable(text: str) -> str:
    """Return `text` so that one face or another draws all of it; line feeds stay.

    Look-alikes become signs the fonts have, marks that draw nothing go, and a stretch that no
    face draws is spelt out by `stand_in`.
    """
    if not _UNUSUAL.search(text):
        return text
    plain = "".join(map(_composed, text.replace("\r\n", "\n").translate(_SAME)))
    if all(map(_drawn, set(plain))):
        return plain
    stretches = groupby(plain, _drawn)
    return "".join("".join(part) if drawn else stand_in(part) for drawn, part in stretches)


@lru_cache(maxsize=4096)
def _composed(char: str) -> str:
    """Return `char`, or its parts where only these can be drawn (a letter and its accents)."""
    if _drawn(char):
        return char
    parts = unicodedata.normalize("NFD", char)
    return parts if all(map(_drawn, parts)) else char


@lru_cache(maxsize=4096)
def _drawn(char: str) -> bool:
    code = ord(char)
    return char == "\n" or any(code in font(face).widths for face in (Face.SANS, Face.SERIF))


def missing(text: str) -> tuple[str, ...]:
    """Return the characters of `text` that no face draws, each once, in their order."""
    if not _UNUSUAL.search(text):
        return ()
    plain = "".join(map(_composed, text.translate(_SAME)))
    return tuple(char for char in dict.fromkeys(plain) if not _drawn(char))


def stand_in(chars: Iterable[str]) -> str:
    """Return what is printed instead of characters that no face draws: “[U+674E U+660E]”."""
    return "[" + " ".join(f"U+{ord(char):04X}" for char in chars) + "]"


def runs(text: str, face: Face) -> tuple[tuple[Font, str], ...]:
    """Return `text` (made printable) in stretches, each with the font that draws all of it."""
    first = font(face)
    if first.widths.keys() >= set(map(ord, text)):
        return ((first, text),)
    choices = (first, font(face.helper()))
    return tuple((of, "".join(part)) for of, part in groupby(text, partial(_chosen, choices)))


def _chosen(choices: tuple[Font, Font], char: str) -> Font:
    return choices[ord(char) not in choices[0].widths]


def width(of: Font, text: str, size: float, tracking: float = 0.0) -> float:
    """Return how wide `text`, all of which `of` draws, stands in points."""
    return _ems(of, text) * size + tracking * len(text)


@lru_cache(maxsize=8192)
def _ems(of: Font, text: str) -> float:
    widths = of.widths
    return sum([widths[ord(char)] for char in text]) / 1000
