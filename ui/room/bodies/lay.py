"""Which module lays out which body; a test holds it equal to the bodies there are."""

from collections.abc import Callable
from typing import Any, Final

from crm_workshop.live import seen
from ui.room.bodies import (
    buckets,
    cards,
    charter_page,
    checklist,
    drafts,
    late_joiner,
    plain,
    poll,
    sign_list,
    statement,
    tables,
    themes,
)
from ui.room.fit import Area, Laid

LAY: Final[dict[type[Any], Callable[[Any, Area], Laid]]] = {
    seen.Black: plain.lay_nothing,
    seen.Break: plain.lay_break,
    seen.Alone: plain.lay_nothing,
    seen.Cards: cards.lay,
    seen.Themes: themes.lay,
    seen.Buckets: buckets.lay,
    seen.Poll: poll.lay,
    seen.Tables: tables.lay,
    seen.Statement: statement.lay,
    seen.Drafts: drafts.lay,
    seen.Checklist: checklist.lay,
    seen.CharterPage: charter_page.lay,
    seen.SignList: sign_list.lay,
    seen.LateJoiner: late_joiner.lay,
    seen.Quotation: plain.lay_quotation,
    seen.Finding: plain.lay_finding,
}


def lay_body(body: seen.Body, area: Area, firm: str) -> Laid:
    """Lay a body out on its pages; the holding slide is about the firm."""
    if isinstance(body, seen.Holding):
        return plain.lay_holding(body, area, firm)
    return LAY[type(body)](body, area)
