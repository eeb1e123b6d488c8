"""The annexes but the cards: who and which votes, the journey, the leftovers, and the sources."""

from collections.abc import Iterable

from crm_workshop.activities.standing import poll_result
from crm_workshop.charter import dates, prose
from crm_workshop.charter.cards import compose_cards
from crm_workshop.charter.document import (
    Block,
    Bullets,
    Cell,
    Column,
    LogForm,
    Paragraph,
    Section,
    Table,
)
from crm_workshop.charter.figures import counted
from crm_workshop.charter.origin import Origin, Origins, each_of
from crm_workshop.charter.parts import Part, make_annex
from crm_workshop.charter.sections.experience import STEP_COLUMNS
from crm_workshop.charter.sections.technology import USE_COLUMNS, tells_use
from crm_workshop.charter.source import Source
from crm_workshop.charter.tables import (
    NOT_SETTLED,
    Shown,
    record_table,
)
from crm_workshop.charter.votes import (
    others_text,
    question_label,
    revealed_polls,
    turnout_text,
    votes_text,
)
from crm_workshop.checks import Finding, Level, accepted
from crm_workshop.model.capture import Card, ParkedItem
from crm_workshop.model.meaning import ExperienceStep, Opening
from crm_workshop.model.technology import UserNeed
from crm_workshop.model.workshop import Acceptance, Person, Workshop
from crm_workshop.text import fold

_LOG = ("Date", "Promised", "Seen", "Decided", "Chair’s initials")
_LOG_ROWS = 10
_PARTS = ("is_sponsor", "is_exec", "is_board", "decides", "signs", "has_left")


def compose_annexes(source: Source) -> tuple[Section, ...]:
    """Return annexes A to G; one in which nothing belongs says so."""
    return (
        _participants(source),
        compose_cards(source),
        _journey(source),
        _parked(source),
        _exceptions(source),
        _log(source),
        _sources(source),
    )


def _participants(source: Source) -> Section:
    """Return who took part and how, and every poll the room has seen, round by round."""
    people = source.written(Person)
    columns = (
        Column(source.label(Person, "name"), 1.4),
        Column(source.label(Person, "role"), 2),
        Column("Part", 2.8),
        Column(source.label(Person, "present"), 1.2),
    )
    rows = tuple(
        (
            Cell(one.name.strip() or NOT_SETTLED, strong=True),
            Cell(one.role.strip()),
            Cell(_part_of(source, one)),
            Cell(source.value(one, "present")),
        )
        for one in people
    )
    parts = (
        Part((Paragraph(_occasion(source)),)),
        Part(_calls(source.dossier.one(Opening))),
        Part(
            (Table(columns, rows, "Participants", each_of(people)),) if rows else (), "Participants"
        ),
        Part(_polls(source) or (Paragraph("No poll was shown to the room.", quiet=True),)),
    )
    return make_annex(source, "A", "Participants and polls", "open", parts)


def _part_of(source: Source, person: Person) -> str:
    said = [source.value(person, field) for field in _PARTS]
    said.append("" if person.votes else "Does not vote")
    return prose.notes(*said)


def _occasion(source: Source) -> str:
    """Return when and where the workshop was held, how long, and who facilitated it."""
    held, locale = source.workshop, source.locale
    when = source.long(held.held_on) or "No date yet"
    if held.starts:
        when += f", {dates.clock_time(held.starts, locale)}"
    who = f"{source.label(Workshop, 'facilitator')}: {held.facilitator.strip() or NOT_SETTLED}"
    place = held.place.strip()
    return ". ".join((f"{when}{f', {place}' if place else ''}", held.variant.label, who)) + "."


def _calls(opening: Opening) -> tuple[Block, ...]:
    """Return how often somebody had to call the stop word, or nothing."""
    calls = opening.it_project_calls
    if calls < 1:
        return ()
    times = "once" if calls == 1 else counted(calls, "time", "times")
    told = f"“IT project” was called {times} in the workshop."
    return (Paragraph(told, quiet=True),)


def _polls(source: Source) -> tuple[Block, ...]:
    """Return the votes of every revealed round in numbers."""
    columns = (
        Column("Question", 2.4),
        Column("Round", 0.6, numeric=True),
        Column("Votes", 2.6),
        Column("Who voted", 1.8),
    )
    rows = []
    polls = revealed_polls(source)
    for poll in polls:
        result = poll_result(source.dossier, poll)
        rows.append(
            (
                Cell(question_label(source, poll), source.say(poll.scale.label)),
                Cell(str(poll.round)),
                Cell(votes_text(result) or "None"),
                Cell(turnout_text(result), others_text(result)),
            )
        )
    return (Table(columns, tuple(rows), "Polls", each_of(polls)),) if rows else ()


def _journey(source: Source) -> Section:
    """Return the whole journey, with dots once they were shown; and how technology is used."""
    steps = source.written(ExperienceStep)
    dots = source.revealed_dots()
    given = [dots[one.table, one.id] for one in steps]
    tables = record_table(source, steps, STEP_COLUMNS)
    if any(given):
        tables = tuple(
            Table(
                (*table.columns, Column("Dots", 0.6, numeric=True)),
                tuple(
                    (*row, Cell(str(count or "")))
                    for row, count in zip(table.rows, given, strict=True)
                ),
                origins=table.origins,
            )
            for table in tables
            if isinstance(table, Table)
        )
    uses = [one for one in source.written(UserNeed) if tells_use(one)]
    parts = (
        Part(tables, records=(ExperienceStep,)),
        Part(record_table(source, uses, USE_COLUMNS, "Who will use the technology, and how")),
    )
    return make_annex(source, "C", "The journey", "meaning", parts)


def _parked(source: Source) -> Section:
    """Return what was parked and where it went; parked cards that are no item stand below."""
    columns = (
        Shown("text", 3),
        Shown("raised_by", 1.4),
        Shown("goes_to", 1.4),
        Shown("person", 1.4),
    )
    items = source.written(ParkedItem)
    table = record_table(source, items, columns)
    listed = {"", *(fold(one.text) for one in items)}
    cards = [
        card
        for card in source.dossier.all(Card)
        if card.parked and (card.revealed or source.is_over) and fold(card.text) not in listed
    ]
    blocks: tuple[Block, ...] = table
    if cards:
        column = Column(source.label(Card, "text"), 1)
        rows = tuple((Cell(card.text.strip()),) for card in cards)
        blocks += (Table((column,), rows, "Cards that were parked", each_of(cards)),)
    nothing = (Paragraph("Nothing was parked."),)
    return make_annex(source, "D", "Parked items", "close", (Part(blocks or nothing),))


def _exceptions(source: Source) -> Section:
    """Return what the checks found and the room accepted, with its reason."""
    by = {one.finding: one.by.strip() for one in source.dossier.all(Acceptance)}
    lived_with = accepted(source.findings)
    rows = tuple(
        (
            Cell(one.about or one.title, one.sentence),
            Cell(one.accepted),
            Cell(by.get(one.key, "")),
        )
        for one in lived_with
    )
    columns = (
        Column("What stands out", 3),
        Column(source.label(Acceptance, "reason"), 2.4),
        Column(source.label(Acceptance, "by"), 1.2),
    )
    table = Table(columns, rows, origins=_told_of(lived_with))
    blocks: tuple[Block, ...] = (table,) if rows else ()
    still = [one for one in source.findings if one.level is Level.WARN and not one.accepted]
    if still:
        lines = tuple(
            f"{one.about}: {one.sentence}" if one.about else one.sentence for one in still
        )
        title = "Neither mended nor accepted"
        blocks += (Bullets(lines, title, origins=_told_of(still)),)
    nothing = (Paragraph("No exception was made."),)
    return make_annex(source, "E", "Accepted exceptions", "close", (Part(blocks or nothing),))


def _told_of(findings: Iterable[Finding]) -> tuple[Origins, ...]:
    """Return of each finding the field that it is about."""
    return tuple((Origin(one.table, one.row_id, one.field),) for one in findings)


def _log(source: Source) -> Section:
    """Return the form that the reviews fill in by hand."""
    told = Paragraph("To be filled in by hand at each review.", quiet=True)
    return make_annex(source, "F", "Review log", "close", (Part((told, LogForm(_LOG, _LOG_ROWS))),))


def _sources(source: Source) -> Section:
    """Return the figures from outside that may be quoted, each with its source (R18, not R29)."""
    quoted = [one for one in source.kit.quotations if not one.room_only]
    rows = tuple((Cell(source.say(one.text)), Cell(source.say(one.source))) for one in quoted)
    columns = (Column("Figure or claim", 3), Column("Source", 2.4))
    blocks = (Table(columns, rows),) if rows else (Paragraph("No figure from outside is quoted."),)
    return make_annex(source, "G", "Sources", "close", (Part(blocks),))
