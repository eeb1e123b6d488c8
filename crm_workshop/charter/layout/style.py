"""Sizes and colours of the printed charter, in points, after `design/charter-page1.png`."""

from dataclasses import dataclass, replace

from crm_workshop.charter.document import Hue
from crm_workshop.charter.fonts import Face

MM = 72 / 25.4

INK = "#1B1F24"
INK_2 = "#4A525C"
INK_3 = "#646D78"
LINE = "#DED8CC"
LINE_2 = "#C9C1B2"

#: Stage hues; each is dark enough to read as text on white paper, and in grey.
HUES: dict[Hue, str] = {
    "open": "#4A5A6A",
    "meaning": "#3B4BA3",
    "technology": "#0F6E66",
    "commitment": "#A9402A",
    "success": "#75398A",
    "wins": "#3A6F2A",
    "pitfalls": "#835400",
    "close": "#1B1F24",
}


@dataclass(frozen=True, slots=True)
class Type:
    """How a stretch of text is set: face, size, distance of baselines, colour, letter space."""

    face: Face
    size: float
    leading: float
    colour: str = INK
    tracking: float = 0.0

    def rise(self) -> float:
        """Return how far below the top of its line box the baseline stands."""
        return self.leading / 2 + 0.355 * self.size

    def strong(self) -> "Type":
        """Return the same in the family's semibold."""
        return replace(self, face=self.face.strong())

    def tinted(self, colour: str) -> "Type":
        """Return the same in another colour."""
        return replace(self, colour=colour)


BODY = Type(Face.SANS, 10, 12.4)
BODY_QUIET = Type(Face.SANS, 10, 12.4, INK_2)
BODY_STRONG = Type(Face.SANS_STRONG, 10, 12.4)
CELL = Type(Face.SANS, 10, 12.4)
CELL_QUIET = Type(Face.SANS, 10, 12.4, INK_2)
CELL_STRONG = Type(Face.SANS_STRONG, 10, 12.4)
HEADER = Type(Face.SANS_STRONG, 9, 11, INK_2)
FRONT_TEXT = Type(Face.SANS, 10, 14)
FRONT_QUIET = Type(Face.SANS, 10, 14, INK_2)
LABEL = Type(Face.SANS_STRONG, 9, 12, INK_2, 0.45)
SMALL = Type(Face.SANS, 8.5, 11, INK_3)
QUOTE = Type(Face.SERIF, 12.5, 17)
MANDATE = Type(Face.SERIF, 11.5, 15)
HEADING = Type(Face.SERIF_STRONG, 13.5, 16)
TITLE = Type(Face.SERIF_STRONG, 25.5, 29)
