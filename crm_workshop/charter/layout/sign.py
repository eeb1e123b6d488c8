"""What is filled in by hand: the signature block, and blank forms."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from crm_workshop.charter.document import LogForm, Signatory, Signatures
from crm_workshop.charter.layout.flow import Lines, Step
from crm_workshop.charter.layout.lines import Line, set_lines
from crm_workshop.charter.layout.pen import HAIRLINE, Pen
from crm_workshop.charter.layout.style import (
    CELL,
    CELL_QUIET,
    CELL_STRONG,
    HEADER,
    INK_3,
    MANDATE,
    MM,
)
from crm_workshop.charter.origin import Origins

#: The room to write one's name in, and the date beside it.
_SIGN = (66 * MM, 12.2 * MM)
_DATE = 34 * MM
_GAP = 8.0
#: A blank row, and the least number of them on a page.
_CELL_HIGH = 10 * MM
_FEW = 3
_PAD = 3.0
_ROOM_FOR_NAME = 150.0
#: More lines than this are moved out of the block, so that it can stay whole.
_MOST = 12


@dataclass(frozen=True, slots=True)
class Place:
    """One signatory's place: who, a line to sign on, a line for the date, what is reserved."""

    who: tuple[Line, ...]
    reserved: tuple[Line, ...]
    wide: float
    origins: Origins = ()

    @property
    def height(self) -> float:
        """The room it takes, in points."""
        told = len(self.reserved) * CELL.leading + (_PAD if self.reserved else 0.0)
        return self._top_height + told + 2 * _PAD

    @property
    def _top_height(self) -> float:
        return max(_SIGN[1], len(self.who) * CELL.leading)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it with its top left there."""
        with pen.clause(self.origins, x, top, self.wide, self.height):
            pen.lines(self.who, x, top + _PAD)
            pen.lines(self.reserved, x, top + 2 * _PAD + self._top_height)
        for left, length in _columns(self.wide):
            pen.rule(x + left, top + _PAD + _SIGN[1], length, INK_3)


@dataclass(frozen=True, slots=True)
class Block:
    """The mandate sentence and the places of those who sign under it."""

    mandate: tuple[Line, ...]
    captions: tuple[tuple[Line, ...], ...]
    places: tuple[Place, ...]

    @property
    def height(self) -> float:
        """See `Item`."""
        return self._head_height + sum(place.height for place in self.places)

    @property
    def _head_height(self) -> float:
        return len(self.mandate) * MANDATE.leading + _GAP + HEADER.leading + 2

    def parted(self, room: float, page: float, /) -> "tuple[Block, Block] | None":
        """See `Item`: whole, unless no page holds it; then the sentence stands on each page."""
        if self.height <= page:
            return None
        room -= self._head_height
        fit = 0
        while self.places[fit].height <= room:
            room -= self.places[fit].height
            fit += 1
        if fit < 2:
            return None
        first, rest = self.places[:fit], self.places[fit:]
        return replace(self, places=first), replace(self, places=rest)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """See `Item`."""
        pen.lines(self.mandate, x, top)
        top += self._head_height
        wide = self.places[0].wide
        for (left, _), caption in zip(((0.0, 0.0), *_columns(wide)), self.captions, strict=True):
            pen.lines(caption, x + left, top - HEADER.leading - 2)
        pen.rule(x, top, wide)
        for place in self.places:
            place.draw(pen, x, top)
            top += place.height


@dataclass(frozen=True, slots=True)
class Form:
    """A blank table to be written in."""

    header: tuple[tuple[Line, ...], ...]
    rows: int
    wide: float

    @property
    def height(self) -> float:
        """See `Item`."""
        return self.head_height + self.rows * _CELL_HIGH + HAIRLINE

    @property
    def head_height(self) -> float:
        """The room its header takes, in points."""
        return max(map(len, self.header)) * HEADER.leading + _PAD

    def parted(self, room: float, _page: float, /) -> "tuple[Form, Form] | None":
        """See `Item`: a few rows on either side."""
        fit = int((room - self.head_height - HAIRLINE) / _CELL_HIGH)
        fit = min(fit, self.rows - _FEW)
        if fit < _FEW:
            return None
        return replace(self, rows=fit), replace(self, rows=self.rows - fit)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """See `Item`."""
        each = self.wide / len(self.header)
        floor = top + self.height - HAIRLINE
        for number, lines in enumerate(self.header):
            pen.lines(lines, x + number * each + (_PAD if number else 0), top)
        top += self.head_height
        for number in range(1, len(self.header)):
            pen.upright(x + number * each, top, floor - top)
        for number in range(self.rows + 1):
            pen.rule(x, top + number * _CELL_HIGH, self.wide)


def _columns(wide: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return where the lines for signature and date begin, and how long they are."""
    date = wide - _DATE
    return (date - _GAP - _SIGN[0], _SIGN[0]), (date, _DATE)


def set_form(form: LogForm, wide: float) -> Form:
    """Return a blank form `wide` points across; it has columns."""
    each = wide / len(form.columns) - _PAD - 4
    return Form(tuple(set_lines(title, HEADER, each) for title in form.columns), form.rows, wide)


def set_signatures(block: Signatures, wide: float) -> Iterator[Step]:
    """Yield the signature block; what is too long for it follows it in full."""
    mandate = set_lines(block.mandate, MANDATE, wide)
    if len(mandate) > _MOST:
        yield Step(Lines(mandate, MANDATE.leading), above=10)
        mandate = mandate[:0]
    places: list[Place] = []
    notes: list[Step] = []
    for signatory in block.signatories:
        who, told = _who(signatory), _reserved(signatory, wide)
        long = [lines for lines in (who, told) if len(lines) > _MOST]
        notes.extend(Step(Lines(lines, CELL.leading), above=10) for lines in long)
        places.append(Place(_within(who), _within(told), wide, signatory.origins))
    captions = tuple(set_lines(title, HEADER, _DATE) for title in ("Name", "Signature", "Date"))
    if places:
        yield Step(Block(mandate, captions, tuple(places)), above=8)
    elif mandate:
        yield Step(Lines(mandate, MANDATE.leading), above=8)
    yield from notes


def _who(signatory: Signatory) -> tuple[Line, ...]:
    return (
        set_lines(signatory.name, CELL_STRONG, _ROOM_FOR_NAME)
        + set_lines(signatory.role, CELL, _ROOM_FOR_NAME)
        + set_lines(signatory.when, CELL_QUIET, _ROOM_FOR_NAME)
    )


def _reserved(signatory: Signatory, wide: float) -> tuple[Line, ...]:
    if not signatory.reservation:
        return ()
    return set_lines(signatory.reservation, CELL, wide, lead="Reservation: ")


def _within(lines: Sequence[Line]) -> tuple[Line, ...]:
    if len(lines) <= _MOST:
        return tuple(lines)
    return set_lines("Printed in full after the signatures.", CELL_QUIET, _ROOM_FOR_NAME)
