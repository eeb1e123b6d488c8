"""Text of a handout that no font can draw, found by name before a page is made."""

from collections.abc import Iterator

from crm_workshop.charter.drawable import Undrawable, in_block
from crm_workshop.charter.fonts import missing
from crm_workshop.handouts.document import Boxes, Handout, Ruled, Tally, Ticks


def undrawable(handout: Handout) -> tuple[Undrawable, ...]:
    """Return every text that holds characters no font draws: each once, where it stands first."""
    found: dict[str, Undrawable] = {}
    for where, text in _texts(handout):
        if text not in found and (characters := missing(text)):
            found[text] = Undrawable(where, text, characters)
    return tuple(found.values())


def _texts(handout: Handout) -> Iterator[tuple[str, str]]:
    """Yield each text that is printed, with words for where it stands."""
    yield "Foot of each page", handout.firm
    yield "Foot of each page", handout.foot
    for part in handout.parts:
        where = f"{part.number} {part.title}".strip()
        yield from ((where, part.kicker), (where, part.title))
        for block in part.blocks:
            match block:
                case Ruled() | Boxes():
                    continue
                case Ticks():
                    yield from ((where, one) for one in block.items)
                case Tally():
                    yield from ((where, one) for one in block.meanings)
                case _:
                    yield from in_block(where, block)
