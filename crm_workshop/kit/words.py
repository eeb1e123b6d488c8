"""The firm's own words: what {client}, {professional} or {board} are called in this workshop.

A word comes from the sector's vocabulary, then its locale, then what the firm typed. Plural and
article follow the word unless they are given beside it; a capital always follows.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Final

from crm_workshop.kit.design import Vocabulary
from crm_workshop.kit.english import article, capital, plural
from crm_workshop.kit.reading import read_whole
from crm_workshop.model.choices import Locale, Sector
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import Word, Workshop
from crm_workshop.text import one_line

#: The nouns that each have a plural (`{clients}`) and an article (`{a_client}`), and what they are.
NOUNS: Final[dict[str, str]] = {
    "client": "Whom the firm is there for",
    "professional": "Who does the work for them",
    "partner": "An equal among those who lead",
    "leader": "Who leads the firm",
    "board": "The circle that decides with the leader",
    "unit": "A part of the firm",
    "work": "One piece of work",
    "win": "What brings the work in",
    "firm": "What the firm calls itself",
}

#: The words that stand alone.
PHRASES: Final[dict[str, str]] = {
    "growth": "More for those the firm already knows",
    "win_and_keep": "What the firm does with them, as verbs",
    "business_development": "The team that brings people to the firm",
    "the_c": "What the C in CRM stands for",
}

#: What the workshop itself says: the firm's name and dates.
FACTS: Final = ("firm_name", "date", "date_plus_12_months")


def plural_key(noun: str) -> str:
    """Return the placeholder of a noun's plural."""
    return noun + "s"


def article_key(noun: str) -> str:
    """Return the placeholder of a noun with its indefinite article."""
    return "a_" + noun


#: Every word that a vocabulary gives or that a firm may edit.
EDITABLE: Final[frozenset[str]] = frozenset(
    {form for noun in NOUNS for form in (noun, plural_key(noun), article_key(noun))} | {*PHRASES}
)

#: Every placeholder a text may hold; each may also begin with a capital.
PLACEHOLDERS: Final[frozenset[str]] = frozenset(
    form for key in (*EDITABLE, *FACTS) for form in (key, capital(key))
)

_PLACEHOLDER: Final = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Words:
    """All words of one workshop by placeholder, capital forms included."""

    forms: Mapping[str, str]

    def say(self, text: str) -> str:
        """Return `text` with its placeholders filled.

        For the program's own texts and those of a kit, never for what people typed. Raises
        `KeyError` for a placeholder that does not exist; a loaded kit has none.
        """
        return _PLACEHOLDER.sub(lambda found: self.forms[found[1]], text)


@cache
def vocabulary(sector: Sector) -> Vocabulary:
    """Return the words that a sector starts from."""
    file = f"{sector.value}.toml"
    source = resources.files("resources").joinpath("vocabularies", file).read_text("utf-8")
    return read_whole(source, file, Vocabulary)


def words_of(dossier: Dossier) -> Words:
    """Return the words of one workshop, its own edits included."""
    own = {row.key: row.text for row in dossier.all(Word)}
    return words_for(dossier.workshop, own)


def words_for(workshop: Workshop, own: Mapping[str, str] | None = None) -> Words:
    """Return the words of a workshop whose edits are `own`: placeholder to text.

    A blank edit, or one of a word that does not exist, changes nothing.
    """
    start = vocabulary(workshop.sector)
    typed = {key: one_line(text) for key, text in (own or {}).items() if key in EDITABLE}
    layers = (
        start.words,
        start.us if workshop.locale is Locale.US else {},
        {key: text for key, text in typed.items() if text},
    )
    forms = _with_forms(layers) | _facts(workshop)
    if not forms["firm_name"]:
        forms["firm_name"] = "our " + forms["firm"]
    return Words(forms | {capital(key): capital(text) for key, text in forms.items()})


def journey_of(workshop: Workshop, words: Words) -> tuple[str, ...]:
    """Return the names of the steps that the experience activity starts from."""
    return tuple(words.say(step) for step in vocabulary(workshop.sector).journey)


def _with_forms(layers: tuple[Mapping[str, str], ...]) -> dict[str, str]:
    """Return all words: a noun's forms count only from the layer that gave the noun, or later."""
    given: dict[str, str] = {}
    for layer in layers:
        for noun in NOUNS.keys() & layer.keys():
            given.pop(plural_key(noun), None)
            given.pop(article_key(noun), None)
        given |= layer
    for noun in NOUNS:
        word = given[noun]
        given.setdefault(plural_key(noun), plural(word))
        given.setdefault(article_key(noun), f"{article(word)} {word}")
    return given


def _facts(workshop: Workshop) -> dict[str, str]:
    day = workshop.held_on
    return {
        "firm_name": one_line(workshop.firm),
        "date": _spoken(day, workshop.locale) if day else "today",
        "date_plus_12_months": (
            _spoken(_a_year_after(day), workshop.locale) if day else "a year from today"
        ),
    }


def _spoken(day: date, locale: Locale) -> str:
    from babel.dates import format_date

    return format_date(day, format="long", locale=locale.value)


def _a_year_after(day: date) -> date:
    """Return the same day a year on; 29 February becomes the 28th, the last year stays itself."""
    if day.year == date.max.year:
        return day
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if leap_day else day.day)
