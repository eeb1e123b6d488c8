"""Bodies of a few words: black, holding, a break, the question alone, a quotation, a finding."""

from typing import Final

from crm_workshop.activities.logo import logo_size
from crm_workshop.live.seen import Alone, Black, Break, Finding, Holding, Quotation
from ui.room.fit import FACTORS, Area, Laid, best, height_of, paginate, shifted, sized, stacked
from ui.room.marks import QUESTION, ROW, Block, Face, Mark, Picture, Style

#: The box of a logo and the white around it, in parts of the canvas.
_LOGO: Final = (600.0, 240.0)
_PLATE: Final = 24.0

#: How large one pixel of a logo may become.
_COARSEST: Final = 2.0


def lay_nothing(_body: Black | Alone, _area: Area) -> Laid:
    """Return nothing: the room is black, or the frame shows the question alone."""
    return Laid(((),))


def lay_holding(body: Holding, area: Area, firm: str) -> Laid:
    """Return the firm's logo, its name, and what the day is for."""
    return _middle(
        area,
        (
            (firm, Style(Face.HEAD, 104, leading=1.14)),
            (body.purpose, Style(Face.SERIF, 44, "ink_2", leading=1.35)),
        ),
        _logo(body.logo),
    )


def _logo(png: bytes) -> Picture | None:
    """Return a logo on its plate, in the proportions of its box on the charter; None without."""
    if not png:
        return None
    across, down = logo_size(png)
    scale = min(_LOGO[0] / across, _LOGO[1] / down, _COARSEST)
    wide, high = across * scale + 2 * _PLATE, down * scale + 2 * _PLATE
    return Picture(x=0.0, y=0.0, width=wide, height=high, png=png, inset=_PLATE)


def lay_break(body: Break, area: Area) -> Laid:
    """Return what kind of break it is and when it ends."""
    return _middle(
        area,
        (
            (body.title, Style(Face.HEAD, QUESTION, leading=1.14)),
            (f"until {body.until}", Style(Face.SANS, 64, "ink_2")),
        ),
    )


def lay_quotation(body: Quotation, area: Area) -> Laid:
    """Return the words large, and whose they are."""
    return _middle(
        area,
        (
            (body.text, Style(Face.SERIF, 66, leading=1.28)),
            (body.source, Style(Face.SANS, ROW, "ink_2")),
        ),
    )


def lay_finding(body: Finding, area: Area) -> Laid:
    """Return what was noticed, and the question to the room."""
    return _middle(
        area,
        (
            (body.title, Style(Face.STRONG, 44, "ink_2")),
            (body.question, Style(Face.HEAD, QUESTION - 9, leading=1.16)),
            (body.sentence, Style(Face.SANS, 40, "ink_2")),
        ),
    )


def _middle(
    area: Area, texts: tuple[tuple[str, Style], ...], picture: Picture | None = None
) -> Laid:
    """Return texts one below the other, a little above the middle of the area.

    A picture stands above them and keeps its size.
    """
    said = [one for one in texts if one[0]]
    width = min(area.width, 1500.0)

    def lay(factor: float) -> list[list[Block]]:
        blocks = [] if picture is None else [Block(marks=(picture,), height=picture.height)]
        for text, style in said:
            smaller = Style(style.face, sized(style.size, factor), style.ink, style.leading)
            made = area.text(text, smaller, width=width)
            gap = 32 * factor if text is not said[0][0] or picture is None else 56 * factor
            blocks.append(Block(marks=(made,), height=made.height, gap=gap))
        return paginate(blocks, area.height)

    factor, pages = best(FACTORS, lay)
    return Laid(tuple(_centred(one, area.height) for one in pages), factor)


def _centred(blocks: list[Block], height: float) -> tuple[Mark, ...]:
    down = max((height - height_of(blocks)) * 0.42, 0.0)
    return tuple(shifted(one, 0, down) for one in stacked(blocks))
