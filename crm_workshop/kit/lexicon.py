"""Words of a language that the program knows, and how they are found in what people typed.

No grammar is parsed: a text is a row of words, a list knows words and short phrases, and the lists
are data (resources/checks/words.toml). Case, hyphens and kinds of apostrophe make no difference.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

import msgspec

from crm_workshop.kit.english import plural
from crm_workshop.model.choices import Locale

_TOKEN: Final = re.compile(
    r"\?{2,}|\d+(?:[.,]\d+)*%?|\b[^\W\d_]/[^\W\d_]\b|[^\W\d_]+(?:'[^\W\d_]+)*|[^\w\s]|_"
)
_HYPHEN: Final = re.compile(r"(?<=\w)[-\u2010\u2011](?=\w)")
_PERCENT: Final = re.compile(r"(?<=\d)\s+%")
#: Longer texts are judged by their beginning; no field holds a reasonable text of this length.
_LONGEST: Final = 5_000


@dataclass(frozen=True, slots=True)
class Said:
    """A text as a row of words and signs: `words` to compare, `raw` with the capitals typed."""

    words: tuple[str, ...]
    raw: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.words)

    def opens_clause(self, index: int) -> bool:
        """Tell whether the word at `index` is the first of the text or stands after a sign."""
        return index == 0 or not self.words[index - 1][-1].isalnum()


@dataclass(frozen=True, slots=True)
class Span:
    """Where an entry of a list was found: from word `start` up to, not including, `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[str, ...]
    counts: bool = True  # False: passed over, so that no shorter entry is found inside
    cased: bool = False


class Forms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One list as the file writes it, by the way its words bend."""

    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    cased: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


class WordList:
    """A list of words and phrases, ready to be found; the longest entry at a place wins."""

    __slots__ = ("_cased", "_folded", "plain")

    def __init__(self, forms: Forms) -> None:
        self.plain: Final = forms.exact
        entries = [_Entry(_words(text), counts=False) for text in forms.never]
        entries += [_Entry(_words(text)) for text in _bent(forms)]
        self._folded = _by_first_word(entries)
        cased = (_Entry(_raw(text), cased=True) for text in forms.cased)
        self._cased = _by_first_word(cased)

    def at(self, said: Said, index: int) -> int | None:
        """Return where the entry that begins at `index` ends, or None if none begins there."""
        entry = self._entry_at(said, index)
        return index + len(entry.words) if entry and entry.counts else None

    def spans(self, said: Said) -> Iterator[Span]:
        """Yield where entries stand, from left to right, never overlapping."""
        free = 0  # up to here the words are taken
        for index, (word, raw) in enumerate(zip(said.words, said.raw, strict=True)):
            if index < free or (word not in self._folded and raw not in self._cased):
                continue
            entry = self._entry_at(said, index)
            if entry is None:
                continue
            free = index + len(entry.words)
            if entry.counts:
                yield Span(index, free)

    def first(self, said: Said) -> str:
        """Return the first entry as it was typed, empty if there is none."""
        span = next(self.spans(said), None)
        return " ".join(said.raw[span.start : span.end]) if span else ""

    def found_in(self, said: Said) -> bool:
        """Tell whether any entry stands in the text."""
        return next(self.spans(said), None) is not None

    def is_all_of(self, said: Said) -> bool:
        """Tell whether the whole text is one entry."""
        return bool(said.words) and self.at(said, 0) == len(said)

    def _entry_at(self, said: Said, index: int) -> _Entry | None:
        for entry in self._folded.get(said.words[index], ()):
            if said.words[index : index + len(entry.words)] == entry.words:
                return entry
        for entry in self._cased.get(said.raw[index], ()):
            # One capital at the head of a clause says nothing.
            capitals = sum(letter.isupper() for letter in entry.words[0])
            told_apart = capitals > 1 or not said.opens_clause(index)
            if told_apart and said.raw[index : index + len(entry.words)] == entry.words:
                return entry
        return None


class Lexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """All that is known of one language; what each list is for stands beside it in the file."""

    months: tuple[str, ...]
    participles: tuple[str, ...]
    contractions: dict[str, str]
    subject: WordList
    pronoun_subject: WordList
    equates: WordList
    place: WordList
    hedge: WordList
    negation: WordList
    determiner: WordList
    boundary: WordList
    head: WordList
    technology: WordList
    product: WordList
    client: WordList
    behaviour: WordList
    process: WordList
    output: WordList
    outcome: WordList
    trial: WordList
    go_live: WordList
    deployed: WordList
    log_in: WordList
    may: WordList
    access: WordList
    whole: WordList
    hundred: WordList
    adoption: WordList
    data: WordList
    none: WordList
    data_fault: WordList
    fault: WordList
    every: WordList
    number: WordList
    share: WordList
    used: WordList
    recorded: WordList
    nobody: WordList
    group: WordList
    body: WordList
    post: WordList
    rank: WordList
    of: WordList
    courtesy: WordList
    given: WordList
    nonexec: WordList
    leading: WordList
    marketing_or_it: WordList
    support: WordList
    support_noun: WordList
    act: WordList
    before_noun: WordList
    to: WordList
    open_ended: WordList
    everybody: WordList
    leftover: WordList
    leftover_whole: WordList

    def read(self, text: str) -> Said:
        """Return `text` as words; “isn't” becomes two words, “partner's” becomes “partner”."""
        words: list[str] = []
        raw: list[str] = []
        for token in _raw(text[:_LONGEST]):
            folded = token.casefold()
            parts = self.contractions.get(folded, "").split() or [folded.removesuffix("'s")]
            words += parts
            raw += [token.removesuffix("'s")] if len(parts) == 1 else parts
        return Said(tuple(words), tuple(raw))

    def names_nobody(self, text: str) -> bool:
        """Tell whether a text stands where a name is still to be found: “TBC”, “–”, nothing."""
        said = self.read(text)
        return self.nobody.is_all_of(said) or not any(word[-1].isalnum() for word in said.words)


def lexicon_of(locale: Locale) -> Lexicon:
    """Return the words of the language that a firm speaks."""
    return lexicon(locale.value.partition("_")[0])


@cache
def lexicon(language: str) -> Lexicon:
    """Return the words of a language such as “en”; English where that language has none."""
    source = resources.files("resources").joinpath("checks", "words.toml").read_text("utf-8")
    languages = msgspec.toml.decode(source, type=dict[str, dict[str, Any]])
    chosen = languages.get(language, languages["en"])
    return msgspec.convert(chosen, Lexicon, dec_hook=_decode)


def _decode(wanted: type[Any], value: object) -> object:
    if wanted is WordList:
        return WordList(msgspec.convert(value, Forms))
    raise NotImplementedError(wanted)


def _raw(text: str) -> tuple[str, ...]:
    straight = unicodedata.normalize("NFKC", text).replace("\u2019", "'")
    return tuple(_TOKEN.findall(_PERCENT.sub("%", _HYPHEN.sub(" ", straight))))


def _words(text: str) -> tuple[str, ...]:
    return tuple(token.casefold() for token in _raw(text))


def _bent(forms: Forms) -> Iterator[str]:
    """Yield every form of every entry. A form that is no word does no harm: nobody types it."""
    yield from forms.exact
    for text in forms.nouns:
        yield text
        yield plural(text)
    for text in forms.verbs:
        verb, *rest = text.split(" ", 1)
        for form in _verb_forms(verb):
            yield " ".join((form, *rest))


def _verb_forms(verb: str) -> Iterator[str]:
    yield verb
    if verb.endswith("e"):
        yield from (f"{verb}s", f"{verb}d", f"{verb[:-1]}ing")
        return
    if verb.endswith("y") and verb[-2] not in "aeou":
        yield from (f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing")
        return
    yield from (f"{verb}s", f"{verb}es", f"{verb}ed", f"{verb}ing")
    yield from (f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing")


def _by_first_word(entries: Any) -> dict[str, tuple[_Entry, ...]]:
    found: dict[str, list[_Entry]] = {}
    for entry in entries:
        found.setdefault(entry.words[0], []).append(entry)
    longest_first = {
        first: sorted(group, key=lambda entry: (-len(entry.words), entry.counts))
        for first, group in found.items()
    }
    return {first: tuple(group) for first, group in longest_first.items()}
