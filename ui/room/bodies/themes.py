"""Cards under the headings that the room gave them."""

from crm_workshop.live.seen import Cards, Themes
from ui.room.bodies import cards
from ui.room.bodies.columns import Column, lay_columns
from ui.room.bodies.rows import aside
from ui.room.fit import Area, Laid
from ui.room.marks import Block


def lay(body: Themes, area: Area) -> Laid:
    """Return a column for each theme; cards without one come last."""

    def rest(factor: float) -> list[Block]:
        return [aside(area, body.status, factor)] if body.status else []

    if len(body.themes) == 1 and not body.themes[0].name:
        return cards.lay(Cards(cards=body.themes[0].cards, status=body.status), area)
    columns = [Column(one.name or ("Without a theme"), one.cards) for one in body.themes]
    return lay_columns(area, columns, rest)
