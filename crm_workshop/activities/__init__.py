"""What a room can do: one module a method, each operation one named step that can be undone.

`standing` says how things stand, `shared`, `typed`, `reading`, `paste`, `scales` and `reservations`
are what several methods use; the modules of methods never import one another.
"""

from typing import Final

from crm_workshop.kit.design import Method

#: The module of each method's operations.
METHODS: Final[dict[Method, str]] = {
    Method.CARDS: "crm_workshop.activities.cards",
    Method.SORT: "crm_workshop.activities.sort",
    Method.POLL: "crm_workshop.activities.polls",
    Method.REGISTER: "crm_workshop.activities.register",
    Method.STATEMENT: "crm_workshop.activities.statement",
    Method.CHECKLIST: "crm_workshop.activities.checklist",
    Method.READ_BACK: "crm_workshop.activities.read_back",
    Method.SIGN: "crm_workshop.activities.sign",
}
