"""T1 to T4: where technology fits, and where it does not."""

from collections.abc import Iterator

from crm_workshop.activities.standing import sort_cards
from crm_workshop.checks.case import Case
from crm_workshop.checks.finding import Finding, Level, quoted
from crm_workshop.checks.naming import Named
from crm_workshop.model.base import Row
from crm_workshop.model.capture import Card
from crm_workshop.model.choices import Release
from crm_workshop.model.commitment import HardDecision
from crm_workshop.model.success import Measure
from crm_workshop.model.technology import ReleaseItem, TechnologyNeed, UserNeed

#: Items of a first release: from how many on it is heavy, and too much at once (R35, R47); and
#: the share of all items that may be musts (per cent).
MOST, TOO_MANY, MOST_MUSTS = 5, 7, 60
#: Of fewer items a share says nothing.
FEWEST_TO_SHARE = 4


def find(case: Case) -> Iterator[Finding]:
    """Yield what is to be said of the sorted cards, the first release and its items."""
    yield from _share(case)
    items = case.rows(ReleaseItem)
    yield from _first_release(case, items)
    if not any(item.bucket is Release.NOT_NOW for item in items):
        yield case.about_all(
            "T3",
            Level.WARN,
            ReleaseItem.table,
            field="bucket",
            about="Not now",
            title="Nothing is left out.",
            sentence="The not-now list is empty, so everything anybody wished for is still in.",
            question="What are we willing to leave safely for later?",
        )
    for item in items:
        yield from _item(case, item)
    for need in case.rows(TechnologyNeed):
        if not case.serves_a_promise(need.serves):
            yield _serves_nothing(case, need, "serves", need.need)
    for decision in case.rows(HardDecision):
        if _names_another(case, decision.client_reason):
            yield _serves_nothing(case, decision, "client_reason", decision.decision)
    for measure in case.rows(Measure):
        if _names_another(case, measure.serves):
            yield _serves_nothing(case, measure, "serves", measure.measure)
    for user in case.rows(UserNeed):
        yield from _user(case, user)


def _share(case: Case) -> Iterator[Finding]:
    """T1: when most cards lie in one bucket, technology, the kit has a question (R31)."""
    for design in case.kit.activities:
        sort = design.sort
        if sort is None or not sort.ask_above or sort.subject != Card.table:
            continue
        activity = case.dossier.activity(design.key)
        labels = {bucket.value: case.words.say(bucket.label) for bucket in sort.buckets}
        cards = sort_cards(case.dossier, activity, sort.cards_from) if activity else ()
        sorted_cards = [card for card in cards if card.bucket in labels]
        share = sum(card.bucket == sort.ask_above for card in sorted_cards)
        if share * 2 <= len(sorted_cards):
            continue
        label = quoted(labels[sort.ask_above], longest=24)
        yield case.about_all(
            "T1",
            Level.ASK,
            Card.table,
            field="bucket",
            part=design.key,
            about=case.words.say(design.title),
            said=f"{share} of {len(sorted_cards)}",
            title=f"More than half is {label}.",
            sentence=f"{share} of {len(sorted_cards)} sorted cards lie in {label}.",
            question=case.words.say(sort.ask),
        )


def _first_release(case: Case, items: tuple[ReleaseItem, ...]) -> Iterator[Finding]:
    """T2: three to five things, and not all of them musts."""
    first = [item for item in items if item.bucket is Release.FIRST]
    said = "\n".join(item.item for item in first)
    if len(first) > MOST:
        yield case.about_all(
            "T2",
            Level.STOP if len(first) > TOO_MANY else Level.WARN,
            ReleaseItem.table,
            field="bucket",
            part="count",
            about="First release",
            said=said,
            title="Too much, too fast.",
            sentence=f"{len(first)} things are in the first release; "
            f"beyond {MOST} they delay one another.",
            question="Which one would you take out for every one you put in?",
        )
    if len(items) >= FEWEST_TO_SHARE and len(first) * 100 > MOST_MUSTS * len(items):
        yield case.about_all(
            "T2",
            Level.WARN,
            ReleaseItem.table,
            field="bucket",
            part="share",
            about="First release",
            said=f"{said}\n{len(first)} of {len(items)}",
            title="Everything is a must.",
            sentence=f"{len(first)} of {len(items)} items are in the first release; "
            "a must is what it is pointless to start without.",
            question="Without which of these could we still start?",
        )


def _item(case: Case, item: ReleaseItem) -> Iterator[Finding]:
    """T4 of an item: it serves somebody, and what it replaces gets a last day (R34, R48)."""
    if item.bucket is not Release.NOT_NOW and not case.serves_a_promise(item.serves):
        yield _serves_nothing(case, item, "serves", item.item)
    if item.old_system.strip() and item.retire_on is None:
        yield case.about_row(
            "T4",
            Level.WARN,
            item,
            "retire_on",
            said=item.old_system,
            title="Two systems, for ever.",
            sentence=f"{quoted(item.old_system)} is replaced, but no date says when it goes.",
            question="On which day do we switch the old one off?",
        )


def _names_another(case: Case, promise: str) -> bool:
    """Tell whether a promise is named that we did not write; for a blank other rules stop."""
    return bool(promise.strip()) and not case.serves_a_promise(promise)


def _serves_nothing(case: Case, row: Row, name: str, what: str) -> Finding:
    """T4: nothing is done that serves none of our promises (R34)."""
    named = getattr(row, name).strip()
    return case.about_row(
        "T4",
        Level.WARN,
        row,
        name,
        said=f"{what}\n{getattr(row, name)}",
        title="For whose sake?",
        sentence=f"{quoted(what)} names {quoted(named)}, which is none of our promises."
        if named
        else f"{quoted(what)} serves none of our promises.",
        question="Which promise would we break without it?",
    )


def _user(case: Case, user: UserNeed) -> Iterator[Finding]:
    """T4 of a user's need: information has a keeper, an output a user (R6, R7)."""
    kept = case.named(user.kept_true_by) in (Named.PERSON, Named.POST)
    if user.information.strip() and not kept:
        keeper = user.kept_true_by.strip()
        yield case.about_row(
            "T4",
            Level.WARN,
            user,
            "kept_true_by",
            said=f"{user.information}\n{keeper}",
            title="Nobody keeps it true.",
            sentence=f"{quoted(user.information)} is to be kept true by {quoted(keeper)}, "
            "which is nobody in particular."
            if keeper
            else f"{quoted(user.information)} has nobody who keeps it true.",
            question="Who notices first when it is wrong?",
        )
    if user.output.strip() and not user.user_group.strip():
        yield case.about_row(
            "T4",
            Level.WARN,
            user,
            "user_group",
            said=user.output,
            title="Who reads it?",
            sentence=f"{quoted(user.output)} is wanted, but nobody is named who uses it.",
            question="Who would miss it on a Monday morning?",
        )
