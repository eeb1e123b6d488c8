"""The charter as Markdown to paste: CommonMark with GitHub's tables, typed text kept as text."""

import re
from collections.abc import Iterable, Iterator, Sequence

from crm_workshop.charter import wording
from crm_workshop.charter.document import (
    Block,
    Bullets,
    Cell,
    Charter,
    FrontPage,
    LogForm,
    NotSettled,
    Paragraph,
    PollChart,
    Quote,
    Section,
    Signatures,
    Table,
)

#: What would mean something inside a line (the dollar sign begins a formula on some sites).
_INLINE = re.compile(r"([\\`*_\[|~$]|<(?=[A-Za-z/!?])|&(?=#?\w+;))")
#: What would turn a whole line into a heading, a list, a quotation, a rule or a table's rule.
_START = re.compile(r"^(?:([#+=:>-])|(\d{1,9})([.)]))")
_BREAK = "\\\n"


def to_markdown(charter: Charter) -> str:
    """Return `charter` as one Markdown document that ends with a line feed."""
    return "\n\n".join(part for part in _document(charter) if part) + "\n"


def escaped(text: str, line_break: str = _BREAK) -> str:
    """Return typed text so that Markdown shows it as it was typed, its line feeds as breaks."""
    lines = [" ".join(line.split()) for line in text.strip().splitlines()]
    return line_break.join(
        _START.sub(_unlisted, _INLINE.sub(r"\\\1", line)) for line in lines if line
    )


def _unlisted(match: re.Match[str]) -> str:
    return f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}"


def _inline(text: str) -> str:
    """Return typed text for a place that must stay on one line of Markdown."""
    return escaped(text, "<br>")


def _document(charter: Charter) -> Iterator[str]:
    yield f"# {escaped(wording.document_title(charter), ' ')}"
    yield escaped(charter.status_line)
    if charter.draft:
        yield from _open_points(charter)
    yield from _front(charter.front)
    for section in charter.sections:
        yield from _section(section, f"{section.number}." if section.number else "")
    for annex in charter.annexes:
        yield from _section(annex, f"Annex {annex.number}." if annex.number else "")
    named = (charter.firm, wording.version_name(charter), charter.date_text)
    code = f"content code {wording.spaced_code(charter.code)}"
    yield "---"
    yield escaped(" · ".join(filter(None, (*named, code))), " ")


def _open_points(charter: Charter) -> Iterator[str]:
    yield f"## {wording.OPEN_TITLE}"
    yield f"**DRAFT.** {wording.OPEN_LEAD if charter.open_points else wording.OPEN_NONE}"
    names = wording.places(charter)
    yield "\n".join(
        f"- {_lead(_place(names.get(point.section), point.section))}{_inline(point.sentence)}"
        for point in charter.open_points
    )


def _place(section: Section | None, named: str) -> str:
    return wording.place_name(section) if section else named


def _front(front: FrontPage) -> Iterator[str]:
    yield "## In one minute"
    yield f"### {wording.DEFINITION}"
    yield _quoted(front.definition or wording.NOT_SETTLED)
    yield from _part(wording.OBJECTIVE, front.objective)
    yield _lead(wording.DONE_WHEN) + escaped(front.done_when or wording.NOT_SETTLED)
    yield from _part(wording.TECHNOLOGY, wording.technology(front))
    yield from _rows(wording.COMMITMENTS, front.commitments, front.commitments_more)
    yield from _rows(wording.MEASURES, front.measures, front.measures_more)
    yield from _part(wording.FIRST_WIN, front.first_win)
    yield from _part(wording.REVIEWS, front.reviews)


def _part(label: str, text: str) -> Iterator[str]:
    yield f"### {label}"
    yield escaped(text or wording.NOT_SETTLED)


def _rows(label: str, table: Table, more: str) -> Iterator[str]:
    yield f"### {label}"
    yield from _table(table) if table.rows else [wording.NOT_SETTLED]
    yield escaped(more)


def _section(section: Section, number: str) -> Iterator[str]:
    yield "## " + " ".join(filter(None, (number, escaped(section.title, " "))))
    for block in section.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text, lead):
            yield _lead(lead) + escaped(text)
        case Quote(text, attribution):
            yield _quoted(text) + (f"\n>\n> {_inline(attribution)}" if attribution else "")
        case Bullets():
            yield from _bullets(block)
        case Table():
            yield from _table(block)
        case PollChart():
            yield from _poll(block)
        case NotSettled():
            yield _lead(wording.NOT_SETTLED) + escaped(wording.not_settled(block))
        case Signatures():
            yield from _signatures(block)
        case LogForm(columns, rows):
            yield _grid(columns, [[""] * len(columns)] * rows)


def _lead(text: str) -> str:
    return f"**{_inline(wording.run_in(text))}** " if text.strip() else ""


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" for line in escaped(text).split("\n"))


def _bullets(block: Bullets) -> Iterator[str]:
    yield f"### {escaped(block.title, ' ')}" if block.title else ""
    yield "\n".join(f"- {_inline(item)}" for item in block.items if item.strip())
    if not block.items:
        yield escaped(block.empty)


def _table(table: Table) -> Iterator[str]:
    yield f"### {escaped(table.title, ' ')}" if table.title else ""
    heads = [column.title for column in table.columns]
    right = {number for number, column in enumerate(table.columns) if column.numeric}
    rows = [[_cell(cell) for cell in row] for row in table.rows]
    yield _grid(heads, rows, right) if rows else "None."


def _cell(cell: Cell) -> str:
    text = _inline(cell.text)
    strong = f"**{text}**" if cell.strong and text else text
    return (" " if cell.run_on else "<br>").join(filter(None, (strong, _inline(cell.note))))


def _grid(heads: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[int] = ()) -> str:
    """Return a table; `rows` hold Markdown already, short rows are filled up."""
    if not heads:
        return ""
    rule = ["--:" if number in right else "---" for number in range(len(heads))]
    full = [[*row, *[""] * (len(heads) - len(row))] for row in rows]
    lines = [[_inline(head) for head in heads], rule, *full]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _poll(chart: PollChart) -> Iterator[str]:
    if not chart.values:
        return
    ends = ((chart.values[0], chart.low), (chart.values[-1], chart.high))
    scale = [wording.scale_end(value, words) for value, words in ends if words]
    yield escaped(" → ".join(scale))
    rows = [
        [f"**{_inline(row.label)}**", *(f"{others} + {leaders}" for others, leaders in row.counts)]
        for row in chart.rows
    ]
    numbers = range(1, len(chart.values) + 1)
    yield _grid(["", *map(str, chart.values)], rows, numbers)
    yield wording.VOTES_TOLD
    yield escaped(chart.caption)
    yield escaped(chart.legend)


def _signatures(block: Signatures) -> Iterator[str]:
    yield _quoted(block.mandate)
    heads = ("Name", "Role", "Signature", "Date", "Reservation")
    rows = [
        (
            f"**{_inline(one.name)}**",
            _inline(one.role),
            "",
            _inline(one.when),
            _inline(one.reservation),
        )
        for one in block.signatories
    ]
    yield _grid(heads, rows)
