"""R1 and R2: how the charter is kept alive (R45, R53, R54, R70)."""

from collections.abc import Iterator
from typing import Final

from crm_workshop.checks.blank import about_blanks, said
from crm_workshop.checks.blank_text import Blank
from crm_workshop.checks.case import Case
from crm_workshop.checks.finding import Finding, Level, brief, several
from crm_workshop.checks.ownership import answerable
from crm_workshop.model.success import Governance, Review
from crm_workshop.model.workshop import Person
from crm_workshop.text import fold

#: How many review dates there are at least, the sponsor at each of so many.
FEWEST = 3

_REPORTS: Final = {
    "rhythm": Blank(
        "how often the {board} hears of it",
        "The {board} will not hear of it.",
        "No rhythm is set in which the {board} is told how it goes.",
        "Every month, or every quarter?",
    ),
    "answer_days": Blank(
        "within how many days a question is answered",
        "Stuck for how long?",
        "Nothing says within how many days an escalated question is answered.",
        "How many days can people wait before they go their own way?",
    ),
}


def find(case: Case) -> Iterator[Finding]:
    """Yield what the reviews and the report to the board lack, and who has left."""
    dated = [row for row in case.rows(Review) if row.on_date is not None]
    days = len({row.on_date for row in dated})
    if days < FEWEST:
        yield case.about_all(
            "R1",
            Level.STOP,
            Review.table,
            field="on_date",
            about="Reviews",
            said=_days(dated),
            title="Too few reviews.",
            sentence=f"{f'Only {days}' if days else 'No'} {'day is' if days < 2 else 'days are'} "
            "set for reviews; three are the least.",
            question="Which days in one, two and three months are in everybody’s diary?",
        )
    yield from _sponsor(case, dated)
    yield from _governance(case)
    yield from _left(case)


def _sponsor(case: Case, dated: list[Review]) -> Iterator[Finding]:
    """R1: there is a sponsor, at as many reviews as there have to be.

    One who has left is none: R2 asks who signs in their place, and until somebody is marked the
    charter stays a draft.
    """
    sponsor = case.dossier.sponsor()
    if sponsor is None:
        yield case.about_all(
            "R1",
            Level.STOP,
            Person.table,
            field="is_sponsor",
            section="13",
            about="Sponsor",
            title="Whose charter is it?",
            sentence=_no_sponsor(case),
            question="Which leader does this charter belong to?",
        )
        return
    without = [
        row
        for row in dated
        if fold(sponsor.name) not in {fold(name) for name in (row.chair, *row.attends)}
    ]
    if not dated or len(dated) - len(without) >= min(FEWEST, len(dated)):
        return
    days = [case.spoken(row.on_date) for row in without if row.on_date]
    yield case.about_all(
        "R1",
        Level.STOP,
        Review.table,
        field="attends",
        about="Reviews",
        said=_days(without),
        title="The sponsor is not there.",
        sentence=f"{brief(sponsor.name)} is not down for {several(days)}.",
        question="What would have to move for the sponsor to be there?",
    )


def _no_sponsor(case: Case) -> str:
    gone = next((one for one in case.rows(Person) if one.is_sponsor), None)
    if gone is None:
        return "Nobody in the register is marked as the sponsor."
    return f"{brief(gone.name) or 'The sponsor'} has left, and nobody is marked as sponsor since."


def _governance(case: Case) -> Iterator[Finding]:
    """R1: the board hears of it, and answers what is escalated within days (R45, R70)."""
    row = case.dossier.one(Governance)
    blanks = [said(case, blank) for name, blank in _REPORTS.items() if getattr(row, name) is None]
    yield from about_blanks(case, "R1", row, blanks)


def _left(case: Case) -> Iterator[Finding]:
    """R2: whoever promised is gone, so the promise has to be made again."""
    left = [one for one in case.rows(Person) if one.has_left]
    if not left:
        return
    held: dict[str, int] = {}
    for row, name in answerable(case):
        holder = fold(getattr(row, name))
        held[holder] = held.get(holder, 0) + 1
    for one in left:
        count = held.get(fold(one.name), 0)
        if not one.is_sponsor and not count:
            continue
        things = "one thing" if count == 1 else f"{count} things"
        yield case.about_row(
            "R2",
            Level.WARN,
            one,
            "has_left",
            section="14",
            said=f"{one.name} {count}",
            title="The sponsor has left." if one.is_sponsor else "An owner has left.",
            sentence=f"{brief(one.name)} has left and is still marked as the sponsor; sign again."
            if one.is_sponsor
            else f"{brief(one.name)} has left and still answers for {things}; sign again.",
            question="Who takes this over, and will they sign it?",
        )


def _days(rows: list[Review]) -> str:
    return "\n".join(sorted(str(row.on_date) for row in rows))
