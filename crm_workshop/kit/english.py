"""The little English that a firm's own words need: an article by sound, and a plural.

Both are rules of thumb for short nouns; a vocabulary or a firm overrides a form that comes out
wrong by giving that form itself.
"""

import re
from typing import Final

# Sounds that the first letter hides: “an hour”, “a user”, “a one-off”, “a European”.
_SILENT_H: Final = re.compile(r"(hour|honest|honou?r|heir)")
_CONSONANT_SOUND: Final = re.compile(r"(one|once|eu|ewe|use|usu|uni(?!n|m)|unanim|ubiq|ut[ei])")
#: Letters whose names begin with a vowel: an MP, an NHS trust; but a UK firm.
_VOWEL_NAMES: Final = frozenset("AEFHILMNORSX")
_EIGHT: Final = re.compile(r"8|1[18](?!\d)")
_TAIL: Final = re.compile(r"(?: (?:of|in|at|for|to|with|on) |-in-|-of-)")
_IRREGULAR: Final = {"person": "people", "child": "children", "staff": "staff"}
_PLAIN_MAN: Final = frozenset({"human", "german", "roman", "shaman"})


def article(noun: str) -> str:
    """Return “a” or “an”, as the beginning of `noun` sounds."""
    first = re.split(r"[\s\-/]", noun.lstrip(" “‘\"'("), maxsplit=1)[0]
    if first[:1].isdigit():
        return "an" if _EIGHT.match(first) else "a"
    if _is_spelled(first):
        return "an" if first[0] in _VOWEL_NAMES else "a"
    sound = first.casefold()
    if _SILENT_H.match(sound):
        return "an"
    return "an" if sound[:1] in set("aeiou") and not _CONSONANT_SOUND.match(sound) else "a"


def plural(noun: str) -> str:
    """Return the plural of `noun`; in “head of service” it is the head that multiplies."""
    tail = _TAIL.search(noun)
    if tail:
        return plural(noun[: tail.start()]) + noun[tail.start() :]
    start = max(noun.rfind(" "), noun.rfind("-")) + 1
    return noun[:start] + _plural_of_word(noun[start:])


def capital(text: str) -> str:
    """Return `text` with its first letter a capital, the rest as it is."""
    return text[:1].upper() + text[1:]


def _is_spelled(word: str) -> bool:
    """Tell whether a word in capitals is read letter by letter: MP, CEO, NHS, but not NATO."""
    if not word.isupper() or not word.isalpha():
        return False
    return len(word) <= 3 or not set("AEIOU") & set(word)


def _plural_of_word(word: str) -> str:
    lower = word.casefold()
    if lower in _IRREGULAR:
        return word[:1] + _IRREGULAR[lower][1:]
    if lower.endswith("man") and lower not in _PLAIN_MAN:
        return word[:-2] + "en"
    if word.isupper():
        return word + "s"
    if lower.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if re.search(r"[^aeiou]y$", lower):
        return word[:-1] + "ies"
    return word + "s"
