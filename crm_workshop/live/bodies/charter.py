"""The charter on the room screen, page by page, as it stands: the front page, then each section.

It is composed from what the room may know. The annexes are for the printed charter.
"""

from collections.abc import Iterator

from crm_workshop.charter import document, wording
from crm_workshop.charter.compose import compose
from crm_workshop.charter.document import Charter, Section
from crm_workshop.charter.source import Source
from crm_workshop.live.parts import (
    Cell,
    Column,
    Dots,
    Group,
    Line,
    PollRow,
    Signatory,
    Table,
    TableRow,
)
from crm_workshop.live.seen import CharterPage, Poll, SignList

#: No charter has so many pages.
_PARTS = 100

_Block = Group | Table | Poll | SignList


def page(source: Source, number: int) -> CharterPage:
    """Return one page of the charter, counted from 0; beyond the last it is the last.

    A page too long for the screen has parts, which the scene's page counts in hundreds.

    Whether it is a draft cannot be told from what the room may know; `room_view` sets it.
    """
    charter = compose(source.dossier, source.kit, (), today=source.today)
    count = 1 + len(charter.sections)
    number = min(max(number % _PARTS, 0), count - 1)
    if number == 0:
        title, blocks = charter.kind, tuple(_front(charter))
    else:
        section = charter.sections[number - 1]
        title = wording.section_name(section)
        blocks = tuple(_blocks(section))
    return CharterPage(
        number=number + 1,
        count=count,
        title=title,
        blocks=blocks,
        draft=True,
    )


def sign_list(source: Source) -> SignList:
    """Return who signs, the sponsor first, with the mandate that they sign."""
    charter = compose(source.dossier, source.kit, (), today=source.today)
    for section in charter.sections:
        for block in section.blocks:
            if isinstance(block, document.Signatures):
                return _signatures(block)
    return SignList(mandate="", signatories=())


def _front(charter: Charter) -> Iterator[_Block]:
    """Yield the first page: what stands in one minute."""
    front = charter.front
    yield _said(wording.DEFINITION, front.definition)
    yield _said(wording.OBJECTIVE, front.objective)
    yield _said(wording.DONE_WHEN, front.done_when)
    yield _said(wording.TECHNOLOGY, front.technology_does, front.technology_does_not)
    for table, title in (
        (front.commitments, wording.COMMITMENTS),
        (front.measures, wording.MEASURES),
    ):
        yield _table(table, title) if table.rows else _said(title)
    yield _said(wording.FIRST_WIN, front.first_win)
    yield _said(wording.REVIEWS, front.reviews)


def _said(title: str, *texts: str) -> Group:
    lines = tuple(Line(text=text) for text in texts if text)
    return Group(title=title, lines=lines or (Line(text=wording.NOT_SETTLED, quiet=True),))


def _blocks(section: Section) -> Iterator[_Block]:
    for block in section.blocks:
        match block:
            case document.Paragraph():
                line = Line(text=block.text, label=wording.run_in(block.lead), quiet=block.quiet)
                yield Group(title="", lines=(line,))
            case document.Quote():
                yield Group(title=block.attribution, lines=(Line(text=block.text),))
            case document.Bullets():
                lines = tuple(Line(text=one) for one in block.items)
                empty = (Line(text=block.empty, quiet=True),) if block.empty else ()
                yield Group(title=block.title, lines=lines or empty)
            case document.NotSettled():
                text = wording.not_settled(block)
                line = Line(text=text, label=f"{wording.NOT_SETTLED}:", quiet=True)
                yield Group(title="", lines=(line,))
            case document.Table():
                yield _table(block, block.title)
            case document.PollChart():
                yield _chart(block)
            case document.Signatures():
                yield _signatures(block)


def _table(table: document.Table, title: str) -> Table:
    """Return a printed table; a box to be initialled by hand stays on paper."""
    shown = [index for index, one in enumerate(table.columns) if not one.initials]
    return Table(
        title=title,
        columns=tuple(Column(title=table.columns[index].title) for index in shown),
        rows=tuple(
            TableRow(cells=tuple(_cell(row[index]) for index in shown)) for row in table.rows
        ),
    )


def _cell(cell: document.Cell) -> Cell:
    return Cell(text=cell.text, notes=(Line(text=cell.note),) if cell.note else ())


def _chart(chart: document.PollChart) -> Poll:
    rows = (
        PollRow(
            label=row.label,
            status="",
            dots=tuple(
                Dots(value=value, others=others, executives=executives)
                for value, (others, executives) in zip(chart.values, row.counts, strict=True)
            ),
        )
        for row in chart.rows
    )
    return Poll(
        values=chart.values,
        low=chart.low,
        high=chart.high,
        rows=tuple(rows),
        rule=chart.legend,
        sentence=chart.caption,
    )


def _signatures(block: document.Signatures) -> SignList:
    return SignList(
        mandate=block.mandate,
        signatories=tuple(
            Signatory(name=one.name, role=one.role, status=one.when) for one in block.signatories
        ),
    )
