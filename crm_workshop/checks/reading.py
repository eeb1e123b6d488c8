"""What a sentence says, as far as words tell: the rules that judge wording.

Each function takes words that were read (`Lexicon.read`) and returns what it noticed, never a
finding: whether that stops, warns or only asks is the business of the subject's own module.
"""

import itertools
from collections.abc import Iterator
from enum import Enum

from crm_workshop.kit.lexicon import Lexicon, Said, Span

#: How far behind a word (in words) another still belongs to it.
_NEAR = 3
_PHRASE = 6
_PLACE = 9
#: How far the second number of a share stands behind the first: “8 of its last 10”.
_SHARE = 4


class About(Enum):
    """What a wording is about: what was wanted, its opposite, or neither."""

    WANTED = "wanted"
    OPPOSITE = "opposite"
    NEITHER = "neither"


# The definition


def head_noun(said: Said, lex: Lexicon) -> str:
    """Return the word of technology that the definition says CRM *is*, empty if there is none.

    Only a clause that equates counts: “CRM is …”, “CRM at our firm means …”, “it is …”. From there
    hedges (“simply”) and determiners are passed over, a negation (“not”, “more than”) ends the
    clause, and the last word before the first that cannot belong to the name of a thing (of, that,
    which, we, a sign …) is its head: “the new Dynamics platform the firm is buying” is a platform.
    A bare “a single system holding …” equates nothing and is left to `is_only_technology`.
    """
    for start in _predicates(said, lex):
        head = _head_of(said, start, lex)
        if head is not None:
            return said.raw[head]
    return ""


def is_only_technology(said: Said, lex: Lexicon, own_clients: frozenset[str]) -> bool:
    """Tell whether a definition has a word of technology and none of what CRM is about.

    What it is about: behaviour, clients (`own_clients` adds what the firm calls them), process. A
    word inside the name of a box, as in “single customer view”, says nothing of them.
    """
    boxes = [*lex.technology.spans(said), *lex.product.spans(said)]
    if not boxes:
        return False
    clients = [*lex.client.spans(said)]
    clients += [Span(n, n + 1) for n, word in enumerate(said.words) if word in own_clients]
    about = [*lex.behaviour.spans(said), *lex.process.spans(said)]
    return all(_describes(one, boxes) for one in clients) and all(
        any(box.start <= one.start < box.end for box in boxes) for one in about
    )


def _describes(client: Span, boxes: list[Span]) -> bool:
    """Tell whether a word for clients only says which box: “customer view”, “client portal”."""
    return any(box.start <= client.start < box.end or client.end == box.start for box in boxes)


def _predicates(said: Said, lex: Lexicon) -> Iterator[int]:
    """Yield where each thing begins that CRM (or “it”, at the head of a clause) is said to be."""
    for span in lex.subject.spans(said):
        index = span.end
        while index < len(said) and said.words[index] == ",":
            index += 1
        # “CRM at our firm is …”: what stands between is not read, only passed over.
        reach = _PLACE if index < len(said) and lex.place.at(said, index) else 1
        for place in range(index, min(index + reach, len(said))):
            if (end := lex.equates.at(said, place)) is not None:
                yield end
                break
    for span in lex.pronoun_subject.spans(said):
        follows = span.start > 0 and said.words[span.start - 1] in ("and", "but")
        if span.end < len(said) and (follows or said.opens_clause(span.start)):
            end = lex.equates.at(said, span.end)
            if end is not None:
                yield end


def _head_of(said: Said, start: int, lex: Lexicon) -> int | None:
    """Return where the head of the thing named from `start` on stands, if it is technology."""
    index = start
    while index < len(said):
        hedge = lex.hedge.at(said, index) or index
        if (lex.negation.at(said, index) or index) > hedge:
            return None
        if hedge == index:
            break
        index = hedge
    while index < len(said) and lex.determiner.at(said, index):
        index += 1
    head = None
    for place in range(index, len(said)):
        word = said.words[place]
        if not word[-1].isalnum() or _ends_name(said, place, lex):
            break
        describes = word.endswith(lex.participles)
        if describes and head is not None and lex.head.at(said, head):
            break
        head = place
    return head if head is not None and lex.head.at(said, head) else None


def _ends_name(said: Said, place: int, lex: Lexicon) -> bool:
    """Tell whether a word cannot belong to the name of a thing; “IT” can, “it” cannot."""
    raw = said.raw[place]
    if len(raw) > 1 and raw.isupper():
        return False
    return bool(lex.boundary.at(said, place) or lex.determiner.at(said, place))


# Measures


def read_result(said: Said, lex: Lexicon) -> About:
    """Tell whether a measure's text counts a result for somebody, or what we put out."""
    if lex.outcome.found_in(said):
        return About.WANTED
    return About.OPPOSITE if lex.output.found_in(said) else About.NEITHER


def counts_access(said: Said, lex: Lexicon) -> bool:
    """Tell whether a text counts going live, or being let in, as success.

    A word of result beside it (“complaints closed within ten days of go-live”) says otherwise.
    """
    if lex.outcome.found_in(said):
        return False
    if lex.go_live.found_in(said):
        return True
    boxes = _boxes(said, lex)
    deployed = lex.deployed.spans(said)
    if any(_follows(box, one, _NEAR) for one in deployed for box in boxes):
        return True
    doors = lex.access.spans(said)
    if any(_follows(door, box, _PHRASE) for door in doors for box in boxes):
        return True
    may = list(lex.may.spans(said))
    return any(_follows(one, door, _NEAR) for door in lex.log_in.spans(said) for one in may)


def wants_perfection(said: Said, lex: Lexicon) -> bool:
    """Tell whether a text asks for all or nothing, in adoption or in data."""
    data = list(lex.data.spans(said))
    if lex.hundred.found_in(said) and (data or lex.adoption.found_in(said) or _used(said, lex)):
        return True
    whole = list(lex.whole.spans(said))
    if any(_follows(one, what, 1) for what in lex.adoption.spans(said) for one in whole):
        return True
    return _no_faults(said, lex, bool(data)) or _everybody_does(said, lex)


def is_of_data(said: Said, lex: Lexicon) -> bool:
    """Tell whether a measure is about adoption or data, so that 100 % of it is perfection."""
    return lex.data.found_in(said) or lex.adoption.found_in(said) or _used(said, lex)


def _no_faults(said: Said, lex: Lexicon, of_data: bool) -> bool:
    """Tell whether no fault is allowed: duplicates always, errors where data is spoken of."""
    none = list(lex.none.spans(said))
    faults = list(lex.data_fault.spans(said))
    if of_data or len(said) <= 2:
        faults += lex.fault.spans(said)
    return any(_follows(one, fault, 1) for fault in faults for one in none)


def _everybody_does(said: Said, lex: Lexicon) -> bool:
    """Tell whether a text reads “every … recorded” or “all … use”, without a share under 100 %."""
    if _names_a_share(said, lex):
        return False
    every = list(lex.every.spans(said))
    if any(_follows(one, done, _PHRASE) for done in lex.recorded.spans(said) for one in every):
        return True
    clients = list(lex.client.spans(said))  # “every client uses a second service” is a result
    return any(
        _follows(one, done, _PHRASE)
        and not any(one.end <= who.start < done.start for who in clients)
        for done in lex.used.spans(said)
        for one in every
    )


def _names_a_share(said: Said, lex: Lexicon) -> bool:
    """Tell whether a share less than all is named: “60 %”, “8 of its 10”, “nine in ten”."""
    if lex.share.found_in(said):
        return True
    counts = [
        place
        for place, word in enumerate(said.words)
        if word.isdecimal() or lex.number.at(said, place)
    ]
    of_others = any(
        0 < later - place <= _SHARE
        and said.words[place] != said.words[later]
        and lex.of.at(said, place + 1)
        for place, later in itertools.pairwise(counts)
    )
    return of_others or any(word[-1] == "%" and word != "100%" for word in said.words)


def _used(said: Said, lex: Lexicon) -> bool:
    return lex.recorded.found_in(said) or lex.used.found_in(said)


def _boxes(said: Said, lex: Lexicon) -> list[Span]:
    """Return where technology stands; “CRM” is meant as a box when it is switched on."""
    return [
        span for words in (lex.technology, lex.product, lex.subject) for span in words.spans(said)
    ]


def _follows(first: Span, second: Span, within: int) -> bool:
    """Tell whether `second` begins at most `within` words behind `first`."""
    return 0 <= second.start - first.end <= within


# What leaders promise


def read_action(said: Said, lex: Lexicon) -> About:
    """Tell whether an action holds an act others can see, or only words of support."""
    support = list(lex.support.spans(said))
    acts = (span for span in lex.act.spans(said) if _is_act(said, span, support, lex))
    if any(True for _ in acts):
        return About.WANTED
    return About.OPPOSITE if support else About.NEITHER


def _is_act(said: Said, span: Span, support: list[Span], lex: Lexicon) -> bool:
    """Tell whether the word at `span` is something the leader does.

    It is not when it stands inside words of support, names a thing (“the change”), is what others
    are encouraged to do, or has support for its object (“give my full support”).
    """
    if any(one.start <= span.start < one.end for one in support):
        return False
    before = span.start - 1
    if before >= 0 and lex.before_noun.at(said, before):
        return False
    governed = [one for one in support if one.end <= span.start]
    if governed and before >= 0:
        others_do = lex.to.at(said, before) and governed[-1].end < before
        if others_do or (governed[-1].end == span.start and not _gerund(said, span, lex)):
            return False
    reach = range(span.end, min(span.end + _NEAR, len(said)))
    for place in reach:
        if not said.words[place][-1].isalnum():
            break
        if lex.support_noun.at(said, place):
            return False
    return True


def _gerund(said: Said, span: Span, lex: Lexicon) -> bool:
    """Tell whether the word describes doing: after support, “chairing” is an act, “change” not."""
    return said.words[span.start].endswith(lex.participles)


def open_ended(said: Said, lex: Lexicon) -> str:
    """Return the words without a date (“ongoing”) that end a clause, empty if none do.

    Inside a clause they may mean something else: “review all ongoing matters by June”.
    """
    for span in lex.open_ended.spans(said):
        if span.end == len(said) or not said.words[span.end][-1].isalnum():
            return " ".join(said.raw[span.start : span.end])
    return ""
