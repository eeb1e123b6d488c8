"""The console's panels, one for each method of activity."""

from importlib import import_module
from typing import Final

from crm_workshop.kit.design import Method
from ui.activities.panel import Panel

#: The module and the class of each method's panel; a module is imported when it is first shown.
PANELS: Final[dict[Method, tuple[str, str]]] = {
    Method.CARDS: ("ui.activities.cards", "CardsPanel"),
    Method.SORT: ("ui.activities.sort", "SortPanel"),
    Method.POLL: ("ui.activities.poll", "PollPanel"),
    Method.REGISTER: ("ui.activities.register", "RegisterPanel"),
    Method.STATEMENT: ("ui.activities.statement", "StatementPanel"),
    Method.CHECKLIST: ("ui.activities.checklist", "ChecklistPanel"),
    Method.READ_BACK: ("ui.activities.read_back", "ReadBackPanel"),
    Method.SIGN: ("ui.activities.sign", "SignPanel"),
}


def panel_class(method: Method) -> type[Panel]:
    """Return the panel of a method."""
    module, name = PANELS[method]
    found: type[Panel] = getattr(import_module(module), name)
    return found
