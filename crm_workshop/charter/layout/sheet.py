"""The sheet: its size and margins, what stands on every page of it, and the mark of a draft."""

from dataclasses import dataclass
from math import atan2, degrees, hypot

from crm_workshop.charter import wording
from crm_workshop.charter.document import Charter
from crm_workshop.charter.layout.lines import Line, natural_width, set_lines
from crm_workshop.charter.layout.pen import Pen
from crm_workshop.charter.layout.style import MM, SMALL
from crm_workshop.model.choices import Paper


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper, in points: the margin on the left takes the binding."""

    wide: float
    high: float
    left: float = 25 * MM
    right: float = 20 * MM
    top: float = 16 * MM
    bottom: float = 20 * MM

    @property
    def column(self) -> tuple[float, float]:
        """The width and the height that text may fill."""
        return self.wide - self.left - self.right, self.high - self.top - self.bottom


SHEETS = {
    Paper.A4: Sheet(210 * MM, 297 * MM),
    Paper.LETTER: Sheet(612.0, 792.0),
}

#: The footer's rule stands so far above the sheet's foot.
_FOOT = 17.5 * MM
_PALE = "#ECE9E2"


def draw_footer(pen: Pen, sheet: Sheet, charter: Charter, page: int, pages: int) -> None:
    """Draw the footer: firm and version, date (and that it is a draft), page and content code."""
    right = f"Page {page} of {pages} · {wording.spaced_code(charter.code)}"
    middle = " · ".join(filter(None, ("DRAFT" if charter.draft else "", charter.date_text)))
    mark = " · " if charter.firm else ""
    version = mark + wording.version_name(charter)
    draw_foot(pen, sheet, charter.firm, middle, right, left_end=version)


def draw_foot(
    pen: Pen, sheet: Sheet, left: str, middle: str, right: str, *, left_end: str = ""
) -> None:
    """Draw a page's foot under a rule; what is too long is cut, of the left its `left_end` last."""
    wide = sheet.column[0]
    y = sheet.high - _FOOT
    pen.rule(sheet.left, y, wide)
    last = _line(right, wide / 3)
    centre = _line(middle, wide * 0.4)
    first = _beginning(left, left_end, (wide - centre.width) / 2 - 12)
    for line, start in (
        (first, 0.0),
        (centre, (wide - centre.width) / 2),
        (last, wide - last.width),
    ):
        pen.lines((line,), sheet.left + start, y + 5)


def _beginning(text: str, end: str, room: float) -> Line:
    """Return a text and its end in one line; of a text too long for that, the beginning."""
    end = _cut(end, room / 2)
    return _line(_cut(text, room - natural_width(end, SMALL)) + end, room)


def _line(text: str, room: float) -> Line:
    lines = set_lines(_cut(text, room), SMALL, 1e9)
    return lines[0] if lines else Line((), 0.0)


def _cut(text: str, room: float) -> str:
    """Return `text` on one line, or as much of it as fits in `room`, and that it goes on."""
    text = " ".join(text[:400].split(" ")).replace("\n", " ")
    if natural_width(text, SMALL) <= room:
        return text
    lines = set_lines(text, SMALL, room - natural_width("…", SMALL))
    return "".join(piece.text for piece in lines[0].pieces).rstrip() + "…"


#: The word DRAFT as paths, each a start and then lines (2 numbers) or curves (6); a letter is
#: about 1 × 1.4. Drawn, not written, it is never selected or read out between two lines of text.
_D = (
    (0, 0),
    (0, 1.4),
    (0.3, 1.4),
    (0.72, 1.4, 0.98, 1.12, 0.98, 0.7),
    (0.98, 0.28, 0.72, 0, 0.3, 0),
    (-0.06, 0),
)
_R = ((0, 0), (0, 1.4), (0.42, 1.4), (0.96, 1.4, 0.96, 0.62, 0.42, 0.62), (0, 0.62))
_MARK: tuple[tuple[float, tuple[tuple[float, ...], ...]], ...] = (
    (0, _D),
    (1.5, _R),
    (1.5, ((0.42, 0.62), (0.92, 0))),
    (2.75, ((0, 0), (0.52, 1.4), (1.04, 0))),
    (2.75, ((0.18, 0.46), (0.86, 0.46))),
    (4.35, ((0, 0), (0, 1.4), (0.82, 1.4))),
    (4.35, ((0, 0.7), (0.7, 0.7))),
    (5.4, ((0, 1.4), (1.04, 1.4))),
    (5.4, ((0.52, 1.4), (0.52, 0))),
)
_MARK_WIDTH = 6.44


def draw_draft_mark(pen: Pen, sheet: Sheet) -> None:
    """Draw DRAFT across the sheet, so pale that the text on it reads as well as without."""
    pen.sketch(
        tuple(
            tuple(tuple(at + start * (not n % 2) for n, at in enumerate(step)) for step in path)
            for start, path in _MARK
        ),
        colour=_PALE,
        centre=(sheet.wide / 2, sheet.high / 2),
        middle=(_MARK_WIDTH / 2, 0.7),
        turn=degrees(atan2(sheet.high, sheet.wide)),
        scale=0.62 * hypot(sheet.wide, sheet.high) / _MARK_WIDTH,
        weight=0.1,
    )
