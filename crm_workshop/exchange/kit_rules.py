"""What a file says in the words of its kit: activities, buckets, questions, pitfalls, words."""

from collections.abc import Iterable, Iterator

from crm_workshop.errors import KitError
from crm_workshop.exchange.problems import Paths, Problem, shown, suggestion
from crm_workshop.kit.design import Kit
from crm_workshop.kit.load import kit_of
from crm_workshop.kit.words import EDITABLE
from crm_workshop.model.capture import Card, Poll
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.success import Pitfall
from crm_workshop.model.workshop import Activity, Word, Workshop


def unknown_to_kit(dossier: Dossier, paths: Paths) -> Iterator[Problem]:
    """Yield what the workshop's kit and vocabulary do not know, or what is wrong with the kit."""
    for word in dossier.all(Word):
        yield from _unless_known(word.key, EDITABLE, paths[Word, word.id], "word")
    try:
        kit = kit_of(dossier.workshop)
    except KitError as error:
        yield Problem(f"{paths[Workshop, dossier.workshop.id]}.kit_source", str(error))
        return
    keys = [design.key for design in kit.activities]
    for activity in dossier.all(Activity):
        if activity.key:
            at = f"{paths[Activity, activity.id]}.key"
            yield from _unless_known(activity.key, keys, at, "activity")
    buckets = _card_buckets(kit)
    for card in dossier.all(Card):
        if card.bucket:
            yield from _unless_known(
                card.bucket, buckets, f"{paths[Card, card.id]}.bucket", "bucket"
            )
    pitfalls = [one.key for one in kit.pitfalls]
    for pitfall in dossier.all(Pitfall):
        if pitfall.known:
            at = f"{paths[Pitfall, pitfall.id]}.known"
            yield from _unless_known(pitfall.known, pitfalls, at, "pitfall")
    yield from _unknown_questions(dossier, kit, paths)


def _unknown_questions(dossier: Dossier, kit: Kit, paths: Paths) -> Iterator[Problem]:
    """Yield the polls whose question their activity does not ask."""
    for poll in dossier.all(Poll):
        activity = dossier.get(Activity, poll.activity_id)
        design = kit.activity(activity.key) if activity else None
        if design is None:
            continue
        questions = [one.key for one in design.poll.questions] if design.poll else []
        at = f"{paths[Poll, poll.id]}.question"
        yield from _unless_known(poll.question, questions, at, f"question of {design.key}")


def _card_buckets(kit: Kit) -> list[str]:
    """Return the buckets that cards are sorted into, in any activity of the kit."""
    sorts = [design.sort for design in kit.activities if design.sort]
    return [bucket.value for sort in sorts if sort.subject == Card.table for bucket in sort.buckets]


def _unless_known(said: str, known: Iterable[str], at: str, what: str) -> Iterator[Problem]:
    """Yield a problem if `said` is none of the `known` keys."""
    words = sorted(known)
    if said not in words:
        hint = suggestion(said, words) or (f"; it has {', '.join(words)}" if words else "")
        yield Problem(at, f"the kit has no {what} {shown(said)}{hint}")
