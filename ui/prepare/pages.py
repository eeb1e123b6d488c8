"""The pages of the preparation, in the order in which a workshop is prepared."""

from typing import Final

from ui.page import Page
from ui.prepare.agenda import AgendaPage
from ui.prepare.check import CheckPage
from ui.prepare.firm import FirmPage
from ui.prepare.people import PeoplePage
from ui.prepare.prework import PreworkPage
from ui.prepare.words import WordsPage

PAGES: Final[tuple[type[Page], ...]] = (
    FirmPage,
    WordsPage,
    PeoplePage,
    AgendaPage,
    PreworkPage,
    CheckPage,
)
