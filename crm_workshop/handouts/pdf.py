"""A handout as a PDF, set like the charter: the same faces, rules and margins."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any, Final

from crm_workshop.charter.document import LogForm, Paragraph, Section
from crm_workshop.charter.fonts import Face, font
from crm_workshop.charter.layout.blocks import set_block
from crm_workshop.charter.layout.flow import Lines, Page, Step, paginate
from crm_workshop.charter.layout.lines import Line, set_lines
from crm_workshop.charter.layout.pen import Pen, plain
from crm_workshop.charter.layout.section import set_heading
from crm_workshop.charter.layout.sheet import SHEETS, draw_foot
from crm_workshop.charter.layout.style import BODY, BODY_STRONG, HUES, INK_3, LABEL, MM, SMALL
from crm_workshop.handouts.document import Boxes, Handout, HandoutBlock, Part, Ruled, Tally, Ticks

#: Handwriting needs so much room: between ruled lines, and for a card (points).
_LINE: Final = 9 * MM
_CARD_HIGH: Final = 33 * MM
_TALLY_HIGH: Final = 20 * MM
_SHORT: Final = 60 * MM
_GAP: Final = 5 * MM
_APART: Final = 12.0
_BOX: Final = 9.0
#: What is written on.
_WRITTEN: Final = (LogForm, Ruled, Tally, Boxes)
#: A part no higher than this that begins no page stays together.
_WHOLE: Final = 300.0


def handout_pdf(handout: Handout) -> bytes:
    """Return a handout as a PDF for its paper; the same bytes from the same handout."""
    from reportlab.pdfgen.canvas import Canvas

    sheet = SHEETS[handout.paper]
    # The typed stubs take a font's name for a number, so the options travel in a dictionary.
    options: dict[str, Any] = {
        "pagesize": (sheet.wide, sheet.high),
        "pageCompression": 1,
        "invariant": 1,
        "initialFontName": font(Face.SANS).name,
        "lang": handout.language,
    }
    out = BytesIO()
    canvas = Canvas(out, **options)
    canvas.setTitle(plain(f"{handout.title}, {handout.firm}"))
    canvas.setAuthor(plain(handout.firm))
    canvas.setCreator("CRM Workshop")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    pen = Pen(canvas, sheet.high)
    pages = lay_out(handout)
    for number, page in enumerate(pages, 1):
        for spot in page:
            spot.item.draw(pen, sheet.left, sheet.top + spot.top)
        left = f"{handout.firm} · {handout.title}"
        draw_foot(pen, sheet, left, handout.foot, f"Page {number} of {len(pages)}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def lay_out(handout: Handout) -> tuple[Page, ...]:
    """Return a handout's pages: what stands where, before anything is drawn."""
    wide, high = SHEETS[handout.paper].column
    return paginate((step for part in handout.parts for step in _part(part, wide)), high)


def _part(part: Part, wide: float) -> Iterator[Step]:
    hue = HUES[part.hue]
    steps = []
    if part.kicker:
        kicker = set_lines(part.kicker.upper(), LABEL.tinted(hue), wide)
        steps.append(Step(Lines(kicker, LABEL.leading), keep=True))
    section = Section(part.key, part.number, part.title, part.hue, ())
    steps += set_heading(section, wide)
    for block, following in zip(part.blocks, [*part.blocks[1:], None], strict=True):
        made = list(_block(block, hue, wide))
        if made and isinstance(block, Paragraph) and isinstance(following, _WRITTEN):
            # What is asked stands with the place for the answer, apart from the answer before.
            made[-1] = replace(made[-1], keep=True)
            made[0] = replace(made[0], above=_APART)
        steps += made
    whole = not part.fresh and sum(one.above + one.item.height for one in steps) < _WHOLE
    for number, step in enumerate(steps):
        bound = step.keep or (whole and number < len(steps) - 1)
        yield replace(step, fresh=part.fresh and not number, keep=bound)


def _block(block: HandoutBlock, hue: str, wide: float) -> Iterator[Step]:
    match block:
        case Ruled():
            yield Step(RuledLines(block.lines, _SHORT if block.short else wide), above=0)
        case Tally():
            yield Step(_tally(block, wide), above=6)
        case Boxes():
            rows = -(-block.count // 2)
            yield from (Step(CardRow(wide), above=_GAP) for _ in range(rows))
        case Ticks():
            for item in block.items:
                lines = set_lines(item, BODY, wide - 2 * _BOX)
                yield Step(Ticked(Lines(lines, BODY.leading, 2 * _BOX)), above=6)
        case _:
            yield from set_block(block, hue, wide)


def _tally(block: Tally, wide: float) -> "TallyRow":
    each = wide / len(block.values)
    heads = tuple(
        (set_lines(value, BODY_STRONG, each), set_lines(meaning, SMALL, each - _BOX))
        for value, meaning in zip(block.values, block.meanings, strict=True)
    )
    return TallyRow(heads, each)


@dataclass(frozen=True, slots=True)
class TallyRow:
    """Boxes for the strokes of a count; over each stand its value and what that means."""

    heads: tuple[tuple[tuple[Line, ...], tuple[Line, ...]], ...]
    each: float

    @property
    def _head(self) -> float:
        meant = max(len(meaning) for _, meaning in self.heads)
        return BODY_STRONG.leading + meant * SMALL.leading + 3

    @property
    def height(self) -> float:
        """See `Item`."""
        return self._head + _TALLY_HIGH

    def parted(self, _room: float, _page: float, /) -> None:
        """See `Item`: it stays whole."""
        return

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """See `Item`."""
        for number, (value, meaning) in enumerate(self.heads):
            left = x + number * self.each
            pen.lines(meaning, left, pen.lines(value, left, top))
            pen.box(left, top + self._head, self.each, _TALLY_HIGH, INK_3)


@dataclass(frozen=True, slots=True)
class RuledLines:
    """Rules to write on, apart as handwriting needs it."""

    count: int
    wide: float

    @property
    def height(self) -> float:
        """See `Item`."""
        return self.count * _LINE

    def parted(self, room: float, _page: float, /) -> "tuple[RuledLines, RuledLines] | None":
        """See `Item`: two lines at least on either side."""
        fit = min(int(room / _LINE), self.count - 2)
        if fit < 2:
            return None
        return replace(self, count=fit), replace(self, count=self.count - fit)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """See `Item`."""
        for number in range(1, self.count + 1):
            pen.rule(x, top + number * _LINE, self.wide)


@dataclass(frozen=True, slots=True)
class CardRow:
    """Two empty cards beside each other."""

    wide: float

    @property
    def height(self) -> float:
        """See `Item`."""
        return _CARD_HIGH

    def parted(self, _room: float, _page: float, /) -> None:
        """See `Item`: it stays whole."""
        return

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """See `Item`."""
        half = (self.wide - _GAP) / 2
        for left in (x, x + half + _GAP):
            pen.box(left, top, half, _CARD_HIGH, INK_3)


@dataclass(frozen=True, slots=True)
class Ticked:
    """Lines with a box to tick before them."""

    lines: Lines

    @property
    def height(self) -> float:
        """See `Item`."""
        return self.lines.height

    def parted(self, _room: float, _page: float, /) -> None:
        """See `Item`: it stays whole."""
        return

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """See `Item`."""
        pen.box(x, top + (BODY.leading - _BOX) / 2, _BOX, _BOX, INK_3)
        self.lines.draw(pen, x, top)
