"""What was sorted into which bucket, with its share, and what still waits."""

from crm_workshop.live.seen import Buckets
from ui.room.bodies.cards import grid, usual_columns
from ui.room.bodies.columns import Column, lay_columns
from ui.room.bodies.rows import aside, heading
from ui.room.fit import Area, Laid
from ui.room.marks import Block


def lay(body: Buckets, area: Area) -> Laid:
    """Return a column for each bucket, and below them the cards that wait to be sorted."""

    def rest(factor: float) -> list[Block]:
        blocks = [aside(area, body.status, factor)] if body.status and not body.waiting else []
        if body.waiting:
            blocks.append(heading(area, body.status or "Still to be sorted", factor, gap=32))
            more = 1 if factor < 1 else 0
            blocks += grid(area, body.waiting, usual_columns(area) + more, min(factor, 0.94))
        return blocks

    columns = [Column(one.label, one.cards, one.share) for one in body.buckets]
    return lay_columns(area, columns, rest)
