"""Who a name names: a person, a post, a group, or nobody."""

import re
from collections.abc import Callable, Iterator
from enum import Enum
from typing import Final

from crm_workshop.kit.lexicon import Lexicon, Said

_PARTS: Final = re.compile(r"[,;()\[\]+|]|(?<=\w\w)/(?=\w\w)| / | [-–—] |\n")
#: Most words of a name that a given name vouches for.
_LONGEST_NAME: Final = 3
_JOINED: Final = re.compile(r"\s+(?:and|&)\s+", re.IGNORECASE)


class Named(Enum):
    """What stands where a person's name belongs, the best first."""

    PERSON = 0
    POST = 1  # somebody, but who?
    GROUP = 2  # so many that nobody answers
    NOBODY = 3  # TBC, “to be agreed”, nothing


def who_is_named(text: str, lex: Lexicon, in_register: Callable[[str], bool]) -> Named:
    """Return what `text` names; a name in the register of people is a person whatever it says.

    Of several (“S. Lind, IT”) the best counts: somebody is there to be asked.
    """
    if not text.strip():
        return Named.NOBODY
    if in_register(text):
        return Named.PERSON
    if lex.names_nobody(text):
        return Named.NOBODY
    parts = list(_parts(text, lex))
    if any(in_register(part) for part in parts):
        return Named.PERSON
    kinds = [_kind(lex.read(part), lex) for part in parts]
    return min(kinds, key=lambda kind: kind.value)


def who_is_registered(name: str, lex: Lexicon) -> Named:
    """Return what stands as a name in the register of people, on its own account.

    A register mostly holds names, so a post or a group has to be made of known words, or to say
    itself what it is: “Director of …”, “… Committee”.
    """
    named = who_is_named(name, lex, lambda _: False)
    if named not in (Named.POST, Named.GROUP):
        return named
    said = lex.read(name)
    plain = _heads_something(said, lex) or _is_body(said, lex) or not _strangers(said, lex)
    return named if plain else Named.PERSON


def is_no_executive_post(text: str, lex: Lexicon) -> bool:
    """Tell whether a post is one that cannot decide for the firm, such as a project manager.

    The post is what stands last, or before “of” and the like: an “assistant chief executive” is
    no assistant, a “consultant to the board” is a consultant.
    """
    return any(_ends_as(lex.read(part), lex) for part in _PARTS.split(text) if part.strip())


def _ends_as(said: Said, lex: Lexicon) -> bool:
    return any(
        span.end == len(said) or lex.of.at(said, span.end) is not None
        for span in lex.nonexec.spans(said)
    )


def _parts(text: str, lex: Lexicon) -> Iterator[str]:
    """Yield the parts that each may name somebody; “Director of Finance and Tax” stays one."""
    for part in _PARTS.split(text):
        said = lex.read(part)
        if not said.words:
            continue
        joined = [one for one in _JOINED.split(part) if one.strip()]
        is_body = _is_body(said, lex) and not _begins_with_somebody(joined, lex)
        if is_body or _post_ends(said, lex) or _heads_something(said, lex):
            yield part
        else:
            yield from joined


def _begins_with_somebody(joined: list[str], lex: Lexicon) -> bool:
    """Tell whether “and” joins somebody to a body: “Tom Hale and IT Team”, “A. Day and the …”."""
    first, *others = (lex.read(one) for one in joined)
    by_name = lex.given.at(first, 0) or lex.courtesy.at(first, 0) or _has_initial(first, lex)
    return bool(by_name) or any(lex.determiner.at(one, 0) for one in others)


def _kind(said: Said, lex: Lexicon) -> Named:
    """Return what one part names; what no list knows is taken for a person's name."""
    if lex.every.at(said, 0):
        return Named.GROUP
    if (lex.courtesy.at(said, 0) and len(said) > 1) or _has_initial(said, lex):
        return Named.PERSON
    if _is_full_name(said, lex):
        return Named.PERSON
    while len(said) > 1 and lex.determiner.at(said, 0):
        said = Said(said.words[1:], said.raw[1:])
    if lex.nobody.is_all_of(said):
        return Named.NOBODY
    return _kind_by_words(said, lex)


def _kind_by_words(said: Said, lex: Lexicon) -> Named:
    """Return what the words that posts and groups are made of say of a part."""
    if _post_ends(said, lex) or _heads_something(said, lex):
        return Named.POST
    groups = list(lex.group.spans(said))
    if any(one.end == len(said) or lex.of.at(said, one.end) for one in groups):
        return Named.GROUP
    if not groups and not lex.post.found_in(said):
        return Named.PERSON
    if _strangers(said, lex) >= 2:  # “Managing Partner Jane Ashworth”
        return Named.PERSON
    return Named.GROUP if groups else Named.POST


def _has_initial(said: Said, lex: Lexicon) -> bool:
    """Tell whether a lone capital stands before another word: “J. Patel”, but not “A partner”."""
    return any(
        len(raw) == 1
        and raw.isupper()
        and (said.words[place + 1] == "." or not lex.determiner.at(said, place))
        for place, raw in enumerate(said.raw[:-1])
    )


def _post_ends(said: Said, lex: Lexicon) -> bool:
    return any(span.end == len(said) for span in lex.post.spans(said))


def _heads_something(said: Said, lex: Lexicon) -> bool:
    """Tell whether a post stands before “of” and the like: “Head of Marketing and Events”."""
    return any(span.end < len(said) and lex.of.at(said, span.end) for span in lex.post.spans(said))


def _is_body(said: Said, lex: Lexicon) -> bool:
    """Tell whether several are named as one: “… Committee”, “directors of … and …”."""
    if any(span.end == len(said) for span in lex.body.spans(said)):
        return True
    end = lex.group.at(said, 0)
    return bool(end and end < len(said) and lex.of.at(said, end))


def _is_full_name(said: Said, lex: Lexicon) -> bool:
    """Tell whether a given name stands before a surname, whatever word that is: “Ian Office”."""
    few = 1 < len(said) <= _LONGEST_NAME
    return few and bool(lex.given.at(said, 0)) and all(raw[0].isupper() for raw in said.raw)


def _strangers(said: Said, lex: Lexicon) -> int:
    """Count the words with a capital that no list knows: there is probably a name among them."""
    known = {
        place
        for words in (lex.post, lex.group, lex.rank)
        for span in words.spans(said)
        for place in range(span.start, span.end)
    }
    return sum(raw[0].isupper() for place, raw in enumerate(said.raw) if place not in known)
