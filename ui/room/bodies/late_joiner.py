"""What has been decided so far, for somebody who has just come in."""

from crm_workshop.live.seen import LateJoiner
from ui.room.bodies.groups import group_rows
from ui.room.fit import Area, Laid, flow
from ui.room.marks import QUESTION, Block, Face, Style


def lay(body: LateJoiner, area: Area) -> Laid:
    """Return the groups under a heading of their own."""

    def build(factor: float) -> list[Block]:
        return [block for one in body.groups for block in group_rows(area, one, factor)]

    def head(factor: float) -> Block:
        size = round(QUESTION * max(factor, 0.75))
        title = area.text("So far today", Style(Face.HEAD, size, leading=1.14))
        return Block(marks=(title,), height=title.height + 20 * factor)

    return flow(area, build, head)
