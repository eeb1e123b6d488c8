"""The wording that stands, as large as it fits, and the three things the room checks it for."""

from collections.abc import Iterator, Sequence
from typing import Final

from crm_workshop.live.parts import Piece, Tick
from crm_workshop.live.seen import Statement
from ui.room.bodies.rows import aside
from ui.room.fit import FACTORS, Area, Laid, flow, sized
from ui.room.marks import ROW, SMALLEST, Block, Check, Emphasis, Face, Mark, Run, Style

_WORDING: Final = Style(Face.SERIF, 62, leading=1.3)
_CHANGES: Final = {"added": Emphasis.ADDED, "removed": Emphasis.REMOVED}


def lay(body: Statement, area: Area) -> Laid:
    """Return the wording, its ticks and the agreement that it reached."""

    def build(factor: float) -> list[Block]:
        blocks = []
        if body.pieces:
            size = SMALLEST if factor == FACTORS[-1] else sized(_WORDING.size, factor)
            blocks.append(_wording(area, body.pieces, size))
        if body.ticks:
            blocks.append(ticks_in_line(area, body.ticks, factor))
        if body.status:
            blocks.append(aside(area, body.status, factor, gap=28))
        return blocks

    return flow(area, build)


def _wording(area: Area, pieces: Sequence[Piece], size: int) -> Block:
    style = Style(_WORDING.face, size, leading=_WORDING.leading)
    text = area.text("".join(one.text for one in pieces), style, runs=tuple(_runs(pieces)))
    return Block(marks=(text,), height=text.height)


def _runs(pieces: Sequence[Piece]) -> Iterator[Run]:
    """Yield what was added and removed, without the spaces around it."""
    start = 0
    for one in pieces:
        bare = one.text.strip()
        if one.change in _CHANGES and bare:
            before = len(one.text) - len(one.text.lstrip())
            yield Run(start + before, len(bare), _CHANGES[one.change])
        start += len(one.text)


def ticks_in_line(area: Area, ticks: Sequence[Tick], factor: float) -> Block:
    """Return ticks side by side, on as many lines as they need."""
    style = Style(Face.SANS, sized(ROW, factor))
    size = style.size * 0.9
    marks: list[Mark] = []
    x = y = 0.0
    for one in ticks:
        lead = size + 14
        width = min(area.measure.width(one.text, style) + 4, area.width - lead)
        if x and x + lead + width > area.width:
            x, y = 0.0, y + style.line * 1.3
        text = area.text(one.text, style, x=x + lead, y=y, width=width)
        top = y + (style.line - size) / 2
        marks += [Check(x=x, y=top, width=size, done=one.done, ink=area.hue), text]
        x += lead + width + 56 * factor
        y += text.height - style.line
    return Block(marks=tuple(marks), height=y + style.line, gap=44 * factor)
