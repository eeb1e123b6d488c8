"""The pages of the preparation, in the order in which a workshop is prepared."""

from typing import Final

from ui.page import Page
from ui.prepare.firm import FirmPage

PAGES: Final[tuple[type[Page], ...]] = (FirmPage,)
