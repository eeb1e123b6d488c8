"""What find-as-you-type shows: firms and people first, then the sentences, each with its place."""

from dataclasses import dataclass
from typing import Final

from crm_workshop.model.dossier import BY_TABLE
from crm_workshop.model.workshop import Person, Workshop
from crm_workshop.store.library import Store
from crm_workshop.store.search import Hit

#: So many places are shown at most.
MOST: Final = 50

#: How a kind of record is called where its table's name would not do.
_CALLED: Final = {
    "draft": "Wording of the definition",
    "experience_step": "Step of the experience",
    "half_typed": "Half typed",
    "lesson": "Earlier attempt",
    "line": "Where we stand",
    "parked_item": "Parked",
    "poll": "Vote",
    "tick": "Checklist",
    "use_rule": "What must be recorded",
}


@dataclass(frozen=True, slots=True)
class Found:
    """What holds every word that was looked for: the workshops by their firm, people, sentences."""

    workshops: tuple[int, ...]
    people: tuple[Hit, ...]
    sentences: tuple[Hit, ...]


def find(store: Store, text: str) -> Found:
    """Return what holds every word of a text; the last word may be unfinished."""
    hits = store.search(text, limit=MOST)
    return Found(
        workshops=tuple(one.workshop_id for one in hits if one.table == Workshop.table),
        people=tuple(one for one in hits if one.table == Person.table),
        sentences=tuple(one for one in hits if one.table not in (Workshop.table, Person.table)),
    )


def kind_of(hit: Hit) -> str:
    """Return what sort of record a hit is in, as people call it."""
    called = _CALLED.get(hit.table)
    return called or BY_TABLE[hit.table].table.replace("_", " ").capitalize()


def pieces(snippet: str) -> tuple[tuple[str, bool], ...]:
    """Return a hit's words on one line, piece by piece, each with whether it was looked for."""
    found: list[tuple[str, bool]] = []
    for part in " ".join(snippet.split()).split("‹"):
        match, ended, rest = part.partition("›")
        if ended:
            found.append((match, True))
        found.append((rest if ended else part, False))
    return tuple(one for one in found if one[0])
