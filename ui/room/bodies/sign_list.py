"""Who signs, the sponsor first, and the mandate that they sign."""

from collections.abc import Iterator

from crm_workshop.live.seen import SignList
from ui.room.bodies.rows import Words, row, spread
from ui.room.fit import Area, Laid, flow, sized
from ui.room.marks import LABEL, Align, Block, Face, Style


def lay(body: SignList, area: Area) -> Laid:
    """Return the mandate, and a row for each who signs."""

    def build(factor: float) -> list[Block]:
        return list(sign_rows(area, body, factor))

    return flow(area, build)


def sign_rows(area: Area, body: SignList, factor: float) -> Iterator[Block]:
    """Yield the mandate, then the signatories with their role and when they sign."""
    if body.mandate:
        text = area.text(body.mandate, Style(Face.SERIF, sized(36, factor), leading=1.3))
        yield Block(marks=(text,), height=text.height + 24 * factor)
    for one in body.signatories:
        who = (
            Words(one.name, Style(Face.STRONG, 38)),
            Words(one.role, Style(Face.SANS, 28, "ink_2")),
        )
        when = (Words(one.status, Style(Face.SANS, LABEL + 4, align=Align.RIGHT)),)
        yield row(area, spread(area.width, (45, 55)), (who, when), factor)
