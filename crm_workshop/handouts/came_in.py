"""What came in before the day, for the facilitator: the pre-work without names, and the call."""

from collections.abc import Iterator

from crm_workshop.activities.prework import answers_to
from crm_workshop.charter.document import Bullets, Paragraph
from crm_workshop.handouts.document import HandoutBlock, Part
from crm_workshop.kit.design import Kit
from crm_workshop.kit.words import words_of
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import SponsorCall


def came_in(dossier: Dossier, kit: Kit) -> Iterator[Part]:
    """Yield a part with all answers to each line and the sponsor's; none if nothing came in."""
    say = words_of(dossier).say
    blocks: list[HandoutBlock] = [
        Bullets(found, say(asked))
        for line, asked in enumerate(kit.set_up.prework, 1)
        if (found := answers_to(dossier, line))
    ]
    note = dossier.one(SponsorCall).note.strip()
    if note:
        blocks.append(Paragraph(note, "The sponsor’s call"))
    if blocks:
        yield Part("came-in", "What came in before the day", tuple(blocks), hue="meaning")
