"""Lines that the room agrees to, one by one."""

from typing import Final

from crm_workshop.live.parts import Tick
from crm_workshop.live.seen import Checklist
from ui.room.fit import Area, Laid, flow, sized
from ui.room.marks import Block, Check, Face, Style

_LINE: Final = 46


def lay(body: Checklist, area: Area) -> Laid:
    """Return one line below the other, each with its box."""

    def build(factor: float) -> list[Block]:
        return [_line(area, one, factor) for one in body.ticks]

    return flow(area, build)


def _line(area: Area, tick: Tick, factor: float) -> Block:
    style = Style(Face.SANS, sized(_LINE, factor))
    size = style.size * 0.9
    text = area.text(tick.text, style, x=size + 28 * factor)
    box = Check(x=0, y=(style.line - size) / 2, width=size, done=tick.done, ink=area.hue)
    return Block(marks=(box, text), height=text.height, gap=30 * factor)
