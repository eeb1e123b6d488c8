"""The pages of the charter desk, in the order in which they stand in its bar."""

from typing import Final

from ui.desk.charter import CharterPage
from ui.desk.definition import DefinitionPage
from ui.desk.versions import VersionsPage
from ui.page import Page

PAGES: Final[tuple[type[Page], ...]] = (CharterPage, DefinitionPage, VersionsPage)
