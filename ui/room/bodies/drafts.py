"""All wordings in the order they were written; the last one stands."""

from crm_workshop.live.parts import Line
from crm_workshop.live.seen import Drafts
from ui.room.bodies.rows import Words, row, spread
from ui.room.fit import Area, Laid, flow
from ui.room.marks import LABEL, Block, Face, Style


def lay(body: Drafts, area: Area) -> Laid:
    """Return a row for each wording: its number, the words, the agreement it reached."""

    def build(factor: float) -> list[Block]:
        last = len(body.drafts) - 1
        return [_row(area, one, factor, stands=at == last) for at, one in enumerate(body.drafts)]

    return flow(area, build)


def _row(area: Area, draft: Line, factor: float, *, stands: bool) -> Block:
    ink = "ink" if stands else "ink_2"
    number = Words(draft.label, Style(Face.STRONG, 38, area.hue if stands else "ink_3"))
    words = Words(draft.text, Style(Face.SERIF, 40, ink, leading=1.3))
    note = Words(draft.note, Style(Face.SANS, LABEL, "ink_2"), above=6)
    return row(area, spread(area.width, (5, 95)), ((number,), (words, note)), factor)
