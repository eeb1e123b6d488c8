"""The whole picture: head, question, body, progress and firm, placed on the canvas."""

import re
from dataclasses import dataclass, replace
from typing import Final

from crm_workshop.live.parts import ClockFace
from crm_workshop.live.seen import Alone, Black, CharterPage, Holding, RoomView
from ui.room.bodies.lay import lay_body
from ui.room.fit import Area, Laid, Measure, shifted, sized
from ui.room.marks import HEIGHT, LABEL, QUESTION, SMALLEST, Align, Box, Face, Mark, Style, Text
from ui.room.turning import part_of

#: The picture's margins, in parts of the width and of the canvas.
_SIDE: Final = 0.05
_TOP: Final = 66.0
_BOTTOM: Final = 60.0
#: What the clock may take of the head.
_CLOCK: Final = 250.0
_FOOT: Final = Style(Face.SANS, 26, "ink_3", align=Align.RIGHT)
#: What “Page 12 of 34” takes, which is kept free so that paging moves nothing.
_PAGING: Final = 190.0

#: A question that stands alone may be larger.
_ALONE: Final = 98

_SENTENCE_END: Final = re.compile(r"[?!.] (?=\w)")

#: A body on more pages than these needs no try with a larger question.
_FEW: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One picture: its marks, of how many pages it is one, and how far its text was shrunk."""

    width: float
    marks: tuple[Mark, ...] = ()
    pages: int = 1
    page: int = 0
    factor: float = 1.0
    black: bool = False


@dataclass(frozen=True, slots=True)
class _Head:
    marks: tuple[Mark, ...]
    bottom: float


def compose(view: RoomView, width: float, measure: Measure) -> Frame:
    """Return the picture of a view on a canvas of a width, without its clock.

    The question is H/14; where the body would not fit at its full size on one page, the question
    gives way first, then the body's text shrinks, then it pages.
    """
    if isinstance(view.body, Black):
        return Frame(width=width, black=True)
    inner = width * (1 - 2 * _SIDE)
    area = Area(width=inner, height=HEIGHT, hue=f"hue:{view.hue}", measure=measure)
    foot = _foot(view, area)
    bottom = min(one.y for one in foot) - 26 if foot else HEIGHT - _BOTTOM
    head, laid = _tried(view, area, bottom, compact=True)
    if len(laid.pages) <= _FEW:
        roomy = _tried(view, area, bottom, compact=False)
        if not _better(laid, roomy[1]):
            head, laid = roomy
    pages = len(laid.pages)
    page = min(part_of(view), pages - 1)
    marks = [*head.marks, *(shifted(one, 0, head.bottom) for one in laid.pages[page]), *foot]
    if pages > 1:
        marks.append(_paging(area, page, pages, foot, parts=isinstance(view.body, CharterPage)))
    return Frame(
        width=width,
        marks=tuple(shifted(one, width * _SIDE, 0) for one in marks),
        pages=pages,
        page=page,
        factor=laid.factor,
    )


def clock_marks(face: ClockFace, width: float, measure: Measure) -> tuple[Mark, ...]:
    """Return the clock where it stands in every picture.

    Overtime has its own colour and its sign; a clock that is paused has two bars beside it.
    """
    ink = "danger" if face.over else "ink_3" if face.still else "ink"
    style = Style(Face.STRONG, 44, ink, align=Align.RIGHT)
    inner = width * (1 - 2 * _SIDE)
    across = max(measure.width(face.text, style) + 4, _CLOCK)
    x = width * _SIDE + inner - across
    text = Text(text=face.text, style=style, x=x, y=_TOP - 14, width=across, lines=1)
    if not face.still:
        return (text,)
    left = x + across - measure.width(face.text, style) - 44
    bars = (Box(x=left + at, y=_TOP + 1, width=7, height=28, fill=ink) for at in (0, 14))
    return (text, *bars)


def _tried(view: RoomView, area: Area, bottom: float, *, compact: bool) -> tuple[_Head, Laid]:
    """Return the head, and the body in what it leaves."""
    head = _head(view, area, compact=compact)
    return head, lay_body(view.body, replace(area, height=bottom - head.bottom), view.firm)


def _better(found: Laid, than: Laid) -> bool:
    return (len(found.pages), -found.factor) < (len(than.pages), -than.factor)


def _head(view: RoomView, area: Area, *, compact: bool) -> _Head:
    """Return stage and title, the question, and what is said below it."""
    marks = _kicker(view, area)
    y = max((one.y + one.height for one in marks), default=_TOP)
    if view.question:
        y += 16 if compact else 22
        largest = _ALONE if isinstance(view.body, Alone) else 60 if compact else QUESTION
        question = _question(view.question, area, largest)
        if isinstance(view.body, Alone):
            y = max(y, HEIGHT * 0.42 - question.height / 2)
        marks.append(replace(question, y=y))
        y += question.height
    if view.note:
        y += 8 if compact else 12
        style = Style(Face.SANS, LABEL if compact else 34, "ink_2")
        note = area.text(view.note, style, y=y)
        marks.append(note)
        y += note.height
    if view.question or view.note:
        y += 24 if compact else 40
    elif not isinstance(view.body, Holding):
        y += 56 if not marks else 24
    return _Head(tuple(marks), y)


def _kicker(view: RoomView, area: Area) -> list[Mark]:
    """Return stage and title on one line, smaller or below each other where they are long."""
    stage, title = Style(Face.STRONG, LABEL, area.hue), Style(Face.SANS, LABEL, "ink_2")
    across = area.width - _CLOCK - 40
    for size in range(LABEL, SMALLEST - 1, -2):
        stage, title = replace(stage, size=size), replace(title, size=size)
        first = area.measure.width(view.stage, stage) + 2 if view.stage else 0.0
        second = area.measure.width(view.title, title) + 2 if view.title else 0.0
        start = first + size * 0.45 if first else 0.0
        if start + second <= across:
            marks: list[Mark] = []
            if view.stage:
                marks.append(area.text(view.stage, stage, y=_TOP, width=first))
            if view.title:
                marks.append(area.text(view.title, title, x=start, y=_TOP, width=second))
            return marks
    above = area.text(view.stage, stage, y=_TOP, width=across)
    return [above, area.text(view.title, title, y=_TOP + above.height, width=across)]


def _question(question: str, area: Area, largest: int) -> Text:
    """Return the question on two lines if it can be, and in a third of the height at most."""
    made = area.text(question, Style(Face.HEAD, largest, leading=1.14))
    for factor in (0.92, 0.85, 0.78, 0.7, 0.6, 0.5, 0.4, 0.3):
        few = made.lines <= 2 or (factor < 0.6 and made.height <= HEIGHT / 3)
        if few:
            break
        made = area.text(question, Style(Face.HEAD, sized(largest, factor), leading=1.14))
    return _balanced(made, area)


def _balanced(made: Text, area: Area) -> Text:
    """Return a text of several lines with no word left alone on the last, where that can be.

    Two sentences that fit on a line each have one each.
    """
    if made.lines == 2:
        ends = [one.end() for one in _SENTENCE_END.finditer(made.text)]
        for end in sorted(ends, key=lambda one: abs(one - len(made.text) / 2)):
            parted = made.text[: end - 1] + "\n" + made.text[end:]
            tried = area.text(parted, made.style, width=made.width)
            if tried.lines == 2:
                return tried
    narrow = made
    while narrow.lines == made.lines > 1 and narrow.width > area.width * 0.55:
        made = narrow
        narrow = area.text(made.text, made.style, width=made.width - area.width * 0.05)
    return made


def _foot(view: RoomView, area: Area) -> list[Mark]:
    """Return the day's stages as a line, thick and in hue where done, and the firm's name."""
    marks: list[Mark] = []
    reserved = 0.0
    if view.firm and not isinstance(view.body, Holding):
        style, most = _FOOT, area.width * 0.4
        if area.measure.width(view.firm, style) > most:
            style = replace(style, size=SMALLEST)
        reserved = min(area.measure.width(view.firm, style) + 2, most)
        firm = area.text(view.firm, style, x=area.width - reserved, width=reserved)
        marks.append(replace(firm, y=HEIGHT - _BOTTOM - firm.height))
    if view.progress:
        free = area.width - reserved - _PAGING - 60
        middle = HEIGHT - _BOTTOM - _FOOT.line / 2
        marks += _segments(view, min(free, area.width * 0.764), middle)
    return marks


def _segments(view: RoomView, across: float, middle: float) -> list[Mark]:
    marks: list[Mark] = []
    total = sum(one.minutes for one in view.progress) or 1
    free = across - 10 * (len(view.progress) - 1)
    x = 0.0
    for one in view.progress:
        width = free * one.minutes / total
        marks.append(Box(x=x, y=middle - 2, width=width, height=4, fill="line_2", radius=2))
        if one.done:
            done = width * min(one.done, 1.0)
            ink = f"hue:{one.hue}"
            marks.append(Box(x=x, y=middle - 4, width=done, height=8, fill=ink, radius=4))
        x += width + 10
    return marks


def _paging(area: Area, page: int, pages: int, foot: list[Mark], *, parts: bool) -> Mark:
    """Return which page it is; the charter has pages of its own, so that the screen’s are parts."""
    firm = next((one for one in foot if isinstance(one, Text)), None)
    right = firm.x - 32 if firm else area.width
    style = Style(Face.STRONG, _FOOT.size, "ink_2", align=Align.RIGHT)
    y = HEIGHT - _BOTTOM - style.line
    said = f"{'Part' if parts else 'Page'} {page + 1} of {pages}"
    return area.text(said, style, x=right - _PAGING, y=y, width=_PAGING)
