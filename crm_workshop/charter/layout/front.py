"""Page 1: it stands alone, so it is fitted to one page, and what is moved away says where to.

First the spaces and the larger sizes give way a little, then rows move to their sections, and at
last long texts move, whole sentences at a time, to the page that follows.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from crm_workshop.charter import wording
from crm_workshop.charter.document import Charter, Hue, Table
from crm_workshop.charter.layout.blocks import set_label
from crm_workshop.charter.layout.flow import Item, Lines, Step
from crm_workshop.charter.layout.items import (
    BETWEEN,
    Barred,
    Linked,
    Opening,
    Pair,
    stack_height,
    told_from,
)
from crm_workshop.charter.layout.lines import Line, set_lines
from crm_workshop.charter.layout.logo import set_logo
from crm_workshop.charter.layout.open import set_notice, set_open_points
from crm_workshop.charter.layout.style import (
    FRONT_QUIET,
    FRONT_TEXT,
    HUES,
    INK_2,
    INK_3,
    LABEL,
    QUOTE,
    TITLE,
    Type,
)
from crm_workshop.charter.layout.table import set_table

#: The key that leads to what did not fit on page 1.
IN_FULL = "front-in-full"

_INDENT = 18.0
#: No page 1 holds a text of more characters; it need not be tried.
_PAGEFUL = 6000


@dataclass(frozen=True, slots=True)
class Plan:
    """How tightly page 1 is set, and what may stay on it.

    `air` scales the spaces between parts, `quote` and `title` are type sizes, `rows` the most
    rows of a table, `tall` the most lines of one row, `texts` the most lines of one text.
    """

    air: float = 1.0
    quote: float = 15.75
    title: float = 25.5
    rows: int = 99
    tall: int = 99
    texts: int = 99


#: So many plans take nothing but air, and move no words.
_AIRY = 4
_TIGHT = Plan(air=0.5, quote=12.5, title=20)
#: From the design's own sizes to the strictest, which fits whatever was typed.
PLANS = (
    Plan(),
    Plan(air=0.85, quote=15, title=24),
    Plan(air=0.7, quote=14, title=22),
    _TIGHT,
    *(replace(_TIGHT, rows=rows) for rows in (8, 6, 5, 4, 3)),
    replace(_TIGHT, rows=3, tall=6, texts=10),
    replace(_TIGHT, rows=3, tall=4, texts=7),
    replace(_TIGHT, rows=2, tall=4, texts=6),
    replace(_TIGHT, rows=1, tall=4, texts=5),
    replace(_TIGHT, rows=0, tall=0, texts=4),
)


@dataclass(frozen=True, slots=True)
class Front:
    """Page 1 as set, the texts that are printed in full after it, each with its label, and
    whether it tells what is open.
    """

    steps: tuple[Step, ...]
    moved: tuple[tuple[str, str], ...]
    told: bool


def set_front(charter: Charter, wide: float, high: float) -> Front:
    """Return page 1 for a column `wide` by `high` points, set by the first plan that fits.

    What is open stands at its foot (`told`): a few lines if they cost page 1 some air and nothing
    else, a list where there is room for it anyway.
    """
    few = set_notice(charter, wide)
    whole = tuple(set_open_points(charter, wide)) if charter.draft else ()
    plans = [(plan, few) for plan in PLANS[:_AIRY] if few]
    plans += [(PLANS[0], whole)] if whole and not few else []
    plans += [(plan, ()) for plan in PLANS]
    for plan, last in plans:
        setter = _Setter(charter, wide, plan)
        steps = (*setter.steps(), *last)
        if stack_height(steps) <= high:
            break
    return Front(steps, tuple(setter.moved), bool(last))


class _Setter:
    """Sets page 1 by one plan, and notes what the plan moves away."""

    def __init__(self, charter: Charter, wide: float, plan: Plan) -> None:
        self.moved: list[tuple[str, str]] = []
        self._charter = charter
        self._wide = wide
        self._half = (wide - BETWEEN) / 2
        self._plan = plan
        self._keys: Mapping[str, str] = {each.number: each.key for each in charter.sections}

    def steps(self) -> Iterator[Step]:
        """Yield page 1 from its title to its reviews."""
        front, plan = self._charter.front, self._plan
        yield from self._masthead()
        yield self._label(wording.DEFINITION, "meaning", "4", above=20)
        quote = replace(QUOTE, size=plan.quote, leading=plan.quote * 1.38)
        measure = self._wide - _INDENT
        definition = self._text(
            wording.DEFINITION, front.definition, quote, measure, indent=_INDENT
        )
        yield Step(self._told("definition", Barred(definition, HUES["meaning"])), above=7)
        yield self._pair(self._objective(), self._technology())
        held, more = front.commitments, front.commitments_more
        waiting = front.commitments_waiting
        yield from self._rows(wording.COMMITMENTS, "commitment", "8", held, more, waiting)
        held, more = front.measures, front.measures_more
        yield from self._rows(wording.MEASURES, "success", "10", held, more)
        yield self._pair(
            self._part(wording.FIRST_WIN, "wins", "11", "first_win", front.first_win),
            self._part(wording.REVIEWS, "close", "13", "reviews", front.reviews),
        )

    def _masthead(self) -> Iterator[Step]:
        """Yield what the document is, whose, and as what it stands; the logo beside it."""
        logo = set_logo(self._charter.logo)
        wide = self._wide - (logo.wide + BETWEEN if logo else 0.0)
        title = replace(TITLE, size=self._plan.title, leading=self._plan.title * 1.14)
        opening = Lines(set_label(self._charter.kind, INK_3, wide), LABEL.leading)
        told = [Step(Opening(opening, wording.FRONT, "In one minute"))]
        told.append(Step(self._text("The firm", self._charter.firm, title, wide), above=4.5))
        if self._charter.status_line:
            status = self._text("Version", self._charter.status_line, FRONT_QUIET, wide)
            told.append(Step(status, above=2))
        if logo:
            yield Step(Pair(tuple(told), (Step(logo),), self._wide - logo.wide))
        else:
            yield from told

    def _objective(self) -> tuple[Step, ...]:
        front = self._charter.front
        done = self._text(
            wording.DONE_WHEN, front.done_when, FRONT_TEXT, self._half, lead=wording.DONE_WHEN
        )
        objective = self._part(wording.OBJECTIVE, "close", "4", "objective", front.objective)
        return (*objective, Step(self._told("done_when", done)))

    def _technology(self) -> tuple[Step, ...]:
        text = wording.technology(self._charter.front)
        return self._part(wording.TECHNOLOGY, "technology", "6", "technology", text)

    def _part(self, label: str, hue: Hue, number: str, field: str, text: str) -> tuple[Step, ...]:
        body = self._told(field, self._text(label, text, FRONT_TEXT, self._half))
        return (self._label(label, hue, number), Step(body, above=4))

    def _told(self, field: str, item: Item) -> Item:
        wide = self._wide if field == "definition" else self._half
        return told_from(self._charter.front.origins.get(field, ()), item, wide)

    def _pair(self, left: tuple[Step, ...], right: tuple[Step, ...]) -> Step:
        return Step(Pair(left, right, self._half + BETWEEN), above=20 * self._plan.air)

    def _label(self, label: str, hue: Hue, number: str, above: float = 0.0) -> Step:
        lines = Lines(set_label(label, HUES[hue], self._wide), LABEL.leading)
        return Step(self._led(lines, number), above=above * self._plan.air)

    def _led(self, lines: Lines, number: str) -> Item:
        """Return `lines` as a link to the section of that number, if there is one."""
        key = self._keys.get(number)
        return Linked(lines, key) if key else lines

    def _rows(
        self,
        label: str,
        hue: Hue,
        number: str,
        table: Table,
        more: str,
        waiting: tuple[str, ...] = (),
    ) -> Iterator[Step]:
        yield self._label(label, hue, number, above=20)
        if not table.rows:
            yield Step(Lines(_unsettled(FRONT_TEXT, self._wide), FRONT_TEXT.leading), above=4)
            return
        grid = set_table(table, self._wide, pad=4)
        fit = [n for n, row in enumerate(grid.rows) if row.lines <= self._plan.tall]
        kept = tuple(grid.rows[n] for n in fit[: self._plan.rows])
        if kept:
            yield Step(replace(grid, rows=kept), above=4 + 5 * self._plan.air)
        dropped = [row for row in range(len(grid.rows)) if row not in fit[: self._plan.rows]]
        names = [waiting[row] for row in dropped if row < len(waiting) and waiting[row]]
        told = wording.and_more(more, len(dropped), number, alone=not kept, waiting=names)
        if told:
            yield Step(self._led(self._text(label, told, FRONT_QUIET, self._wide), number), above=1)

    def _text(
        self,
        label: str,
        text: str,
        style: Type,
        measure: float,
        *,
        indent: float = 0.0,
        lead: str = "",
    ) -> Lines:
        """Return a text as far as the plan lets it stand here, and note it if it has to move."""
        run_in = f"{wording.run_in(lead)} "
        lines = set_lines(text[:_PAGEFUL], style, measure, lead=run_in)
        if not text.strip():
            lines = _unsettled(style, measure, run_in)
        elif len(lines) > self._plan.texts or len(text) > _PAGEFUL:
            self.moved.append((label, text))
            lines = _whole_sentences(text, style, measure, run_in, self._plan.texts)
        return Lines(lines, style.leading, indent)


def _unsettled(style: Type, measure: float, lead: str = "") -> tuple[Line, ...]:
    return set_lines(wording.NOT_SETTLED, style.tinted(INK_2), measure, lead=lead)


def _whole_sentences(
    text: str, style: Type, measure: float, lead: str, most: int
) -> tuple[Line, ...]:
    """Return the first sentences that fit in `most` lines, and where the text stands in full."""
    held = set_lines(wording.ON_NEXT_PAGE, style, measure, lead=lead)
    said = ""
    for sentence in re.split(r"(?<=[.!?…])\s+", text.strip()):
        said = f"{said} {sentence}".strip()
        if len(said) > _PAGEFUL:
            break
        lines = set_lines(f"{said} {wording.ON_NEXT_PAGE}", style, measure, lead=lead)
        if len(lines) > most:
            break
        held = lines
    return held
