"""What is handed out for the day, as documents to be kept as files."""

from functools import partial

from crm_workshop.handouts.compose import prework, run_sheet, worksheets
from crm_workshop.handouts.document import Handout
from crm_workshop.kit.design import Kit
from crm_workshop.model.dossier import Dossier
from ui.saving import Document, Made, file_name
from ui.session import Session

#: What there is, by what it is called.
_COMPOSE = {"pre-work": prework, "worksheets": worksheets, "run sheet": run_sheet}


def handout_document(session: Session, what: str) -> Document:
    """Return the “pre-work”, the “worksheets” or the “run sheet” of a workshop as it is now."""
    dossier, kit = session.dossier, session.kit
    return Document(
        what, file_name(dossier.workshop.firm, what), partial(_made, what, dossier, kit)
    )


def _made(what: str, dossier: Dossier, kit: Kit) -> Made:
    """Compose and set a handout; runs in a thread of its own."""
    from crm_workshop.handouts.drawable import undrawable
    from crm_workshop.handouts.pdf import handout_pdf

    handout: Handout = _COMPOSE[what](dossier, kit)
    return Made(handout_pdf(handout), tuple(one.sentence for one in undrawable(handout)))
