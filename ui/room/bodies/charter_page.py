"""One page of the charter as it stands; one too long for the screen has several parts."""

from collections.abc import Iterator

from crm_workshop.live.parts import Group, Table
from crm_workshop.live.seen import CharterPage, Poll, SignList
from ui.room.bodies import poll
from ui.room.bodies.groups import group_rows
from ui.room.bodies.rows import aside
from ui.room.bodies.sign_list import sign_rows
from ui.room.bodies.tables import table
from ui.room.fit import Area, Laid, flow, sized
from ui.room.marks import Align, Block, Box, Face, Mark, Style


def lay(body: CharterPage, area: Area) -> Laid:
    """Return the page's heading and its blocks."""

    def build(factor: float) -> list[Block]:
        return [made for one in body.blocks for made in _made(area, one, factor)]

    return flow(area, build, head=lambda factor: _head(area, body, factor))


def _head(area: Area, body: CharterPage, factor: float) -> Block:
    """Return the page's heading, and at the right which page it is, marked while it is a draft."""
    number = f"Page {body.number} of {body.count}"
    style = Style(Face.SANS, sized(30, factor), "ink_3", align=Align.RIGHT)
    draft = Style(Face.STRONG, style.size, "warn", align=Align.CENTRE)
    reserved = area.measure.width(number, style) + 4
    badge = area.measure.width("DRAFT", draft) + 36 if body.draft else 0.0
    size = sized(62, max(factor, 0.7))
    title = area.text(
        body.title,
        Style(Face.HEAD, size, leading=1.14),
        width=area.width - reserved - badge - 64,
    )
    down = (title.style.line - style.line) / 2
    marks: list[Mark] = [
        title,
        area.text(number, style, x=area.width - reserved, y=down, width=reserved),
    ]
    if body.draft:
        x = area.width - reserved - badge - 28
        marks.append(
            Box(
                x=x,
                y=down - 4,
                width=badge,
                height=style.line + 8,
                stroke="warn",
                radius=(style.line + 8) / 2,
            )
        )
        marks.append(area.text("DRAFT", draft, x=x, y=down, width=badge))
    return Block(marks=tuple(marks), height=title.height + 22 * factor, keep=True)


def _made(area: Area, block: Group | Table | Poll | SignList, factor: float) -> Iterator[Block]:
    match block:
        case Group():
            yield from group_rows(area, block, factor)
        case Table():
            yield from table(area, block, factor)
        case Poll():
            height = poll.chart_height(block, area, factor)
            within = Area(width=area.width, height=height, hue=area.hue, measure=area.measure)
            marks = poll.chart(block, within, factor)
            yield Block(marks=marks, height=height, gap=24 * factor)
        case SignList():
            yield from sign_rows(area, block, factor)
            if not block.signatories:
                yield aside(area, "Nobody signs yet.", factor)
