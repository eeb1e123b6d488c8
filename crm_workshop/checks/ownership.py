"""E1: whoever answers for something has a name (R26)."""

from collections.abc import Iterator
from typing import Final

from crm_workshop.checks.case import Case
from crm_workshop.checks.finding import Finding, Level, quoted
from crm_workshop.checks.naming import Named, who_is_registered
from crm_workshop.model.base import Row
from crm_workshop.model.capture import ParkedItem
from crm_workshop.model.dossier import RECORDS
from crm_workshop.model.fields import Kind, per_type, specs
from crm_workshop.model.workshop import Activity, Person, Signature

#: What is wrong where a name is required and none is written.
BLANK: Final[dict[tuple[str, str], str]] = {
    ("hard_decision", "decider"): "Nobody is named who alone can decide this.",
    ("hard_decision", "told_by"): "Nobody is named who tells the {firm} of this decision.",
    ("commitment", "person"): "This commitment is nobody’s.",
    ("cascade_row", "leader"): "Nobody is named who tells them.",
    ("champion", "person"): "The champion has no name yet.",
    ("data_owner", "person"): "The data owner has no name yet.",
    ("win", "helper"): "Nobody is named who helps with this win.",
    ("review", "chair"): "This review has nobody in the chair.",
    ("governance", "escalate_to"): "What cannot be decided on the spot goes to nobody yet.",
    ("governance", "message_by"): "Nobody is named who tells the {firm} of this charter.",
}

_TEXTS: Final = {
    Named.POST: (
        "A post, not yet a person.",
        "is a post, and posts change hands.",
        "Who is that today, by name?",
    ),
    Named.GROUP: (
        "A group cannot answer.",
        "is several people, and so nobody in particular.",
        "Which one of them will be asked how it went?",
    ),
    Named.NOBODY: (
        "Still nobody’s.",
        "stands where a name belongs.",
        "Who takes it, even if only until somebody else is found?",
    ),
}

#: Names that another rule asks for, as a warning: it also says so of a group or of “TBC”.
ELSEWHERE: Final[dict[tuple[str, str], str]] = {
    ("user_need", "kept_true_by"): "T4",
    ("win", "told_by"): "W1",
}


def find(case: Case) -> Iterator[Finding]:
    """Yield each owner, and each promise of the register, that is a group, a post, or nobody."""
    for row, name in answerable(case):
        yield from _owner(case, row, name)
    for person in case.rows(Person):
        if is_judged(case, person):
            yield _registered(case, person)


def answerable(case: Case) -> Iterator[tuple[Row, str]]:
    """Yield each row with each of its fields that names who answers for something."""
    records: tuple[type[Row], ...] = (*RECORDS.values(), Activity, ParkedItem, Signature)
    for record in records:
        fields = _answerable_fields(record)
        for row in case.rows(record) if fields else ():
            for name in fields:
                yield row, name


@per_type
def _answerable_fields(record: type[Row]) -> tuple[str, ...]:
    return tuple(
        spec.name
        for spec in specs(record)
        # Who raised a parked item only said it.
        if spec.kind is Kind.PERSON and not spec.private and spec.name != "raised_by"
    )


def _owner(case: Case, row: Row, name: str) -> Iterator[Finding]:
    """Yield what is to be said of the name in one field."""
    place = (row.table, name)
    owner: str = getattr(row, name)
    if not owner.strip():
        yield from _blank(case, row, name)
        return
    named = case.named(owner)
    if named is Named.PERSON or (named is not Named.POST and place in ELSEWHERE):
        return
    yield _no_name(case, row, name, named, _TEXTS[named])


def _blank(case: Case, row: Row, name: str) -> Iterator[Finding]:
    """Yield that a record lacks names it needs, at the first of them, once."""
    blank = [one for table, one in BLANK if table == row.table and not getattr(row, one).strip()]
    if blank and name == blank[0]:
        yield case.about_row(
            "E1",
            Level.STOP,
            row,
            name,
            title="Nobody’s name is on it.",
            sentence=" ".join(case.words.say(BLANK[row.table, one]) for one in blank),
            question="Who in this room takes it?",
        )


def is_judged(case: Case, person: Person) -> bool:
    """Tell whether a row of the register is no person, and promises something all the same.

    Owners are taken from the register on trust; whoever signs, decides or sponsors is looked at.
    """
    promises = person.signs or person.decides or person.is_sponsor
    if not promises or person.has_left or not person.name.strip():
        return False
    return who_is_registered(person.name, case.lexicon) is not Named.PERSON


def _registered(case: Case, person: Person) -> Finding:
    named = who_is_registered(person.name, case.lexicon)
    texts = _TEXTS[named]
    if named is Named.GROUP:
        texts = ("A group cannot sign.", texts[1], "Which of them is it, by name?")
    return _no_name(case, person, "name", named, texts)


def _no_name(case: Case, row: Row, name: str, named: Named, texts: tuple[str, str, str]) -> Finding:
    title, sentence, question = texts
    return case.about_row(
        "E1",
        Level.WARN if named is Named.POST else Level.STOP,
        row,
        name,
        title=title,
        sentence=f"{quoted(getattr(row, name))} {sentence}",
        question=question,
    )
