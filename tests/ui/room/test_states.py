"""Every state of the samples, and the worst of them: legible, whole, nothing over anything."""

import pytest
from msgspec.structs import replace

from crm_workshop.kit.words import vocabulary
from crm_workshop.live import seen
from crm_workshop.live.parts import (
    Bucket,
    CardSeen,
    Cell,
    ClockFace,
    Column,
    Dots,
    Legend,
    Line,
    Piece,
    PollRow,
    Segment,
    Table,
    TableRow,
    Tick,
)
from crm_workshop.live.seen import RoomView
from crm_workshop.model.choices import Sector
from tests.ui.room.measuring import SIZES, faults, frames, said, texts_of, width_of
from ui.room.bodies.lay import LAY
from ui.room.marks import HEIGHT, LABEL, QUESTION, ROW, SMALLEST, Text

LONG = "Somebody who knows the whole of it rings back on the same day and says what happens next. "
WORD = "Kundenbeziehungsmanagementverantwortlichkeitsübertragungsvereinbarung"
#: The longest word or phrase that any sector has for anything.
LONGEST = max((word for sector in Sector for word in vocabulary(sector).words.values()), key=len)


def frame(body: seen.Body, **fields: object) -> RoomView:
    """A busy frame around a body."""
    view = RoomView(
        body=body,
        firm="Quillfeather, Ashgrove, Tolliver & Moss LLP",
        stage="Executive commitment",
        hue="commitment",
        title="Down to every relationship partner and practice group leader",
        question="For that experience, what must change in our structure, process and people?",
        note="Who alone can decide it? The chief executive and the cabinet speak last.",
        clock=ClockFace(text="-1:05:12", over=True),
        progress=tuple(
            Segment(title="Stage", hue="meaning", minutes=20 + 5 * n, done=max(0.0, 1 - n / 3))
            for n in range(8)
        ),
    )
    return replace(view, **fields)


def cards(count: int, text: str = "", dots: int | None = None) -> tuple[CardSeen, ...]:
    return tuple(CardSeen(text=text or f"{n} {LONG}"[: 40 + n], dots=dots) for n in range(count))


def rows(count: int, text: str) -> tuple[TableRow, ...]:
    note = Line(text="What the room will see when it is done, on the minutes of 14 January.")
    cells = (
        Cell(text="B. Featherstonehaugh-Cholmondeley", notes=(Line(text="Head of property"),)),
        Cell(text=text, notes=(note,)),
        Cell(text="14 January 2027, then every second month"),
    )
    return tuple(TableRow(cells=cells, dots=n) for n in range(count))


COLUMNS = (Column(title="Who"), Column(title="Will"), Column(title="By", date=True))
VOTES = tuple(Dots(value=value, others=13, executives=7) for value in range(1, 8))
WORST: dict[str, RoomView] = {
    "forty cards": frame(seen.Cards(cards=cards(40), status="3 cards are still hidden")),
    "forty cards with dots": frame(seen.Cards(cards=cards(40, dots=12), status="480 dots")),
    "two hundred cards": frame(seen.Cards(cards=cards(200), status="")),
    "a card as long as a letter": frame(seen.Cards(cards=cards(4, LONG * 60), status="")),
    "a word that is too long": frame(seen.Cards(cards=cards(7, WORD * 6), status="")),
    "nine long rows": frame(
        seen.Tables(tables=(Table(title="", columns=COLUMNS, rows=rows(9, LONG * 3)),))
    ),
    "a row longer than a page": frame(
        seen.Tables(tables=(Table(title="Rows", columns=COLUMNS, rows=rows(2, LONG * 90)),))
    ),
    "poll of sixty": frame(
        seen.Poll(
            values=tuple(range(1, 8)),
            low="an address list that somebody else keeps for us",
            high="how we choose, win and keep our residents, students and customers",
            rows=tuple(
                PollRow(
                    label=f"In {n} months, question",
                    status="Round 2: 20 votes, 3 late, 2 do not vote",
                    dots=VOTES,
                    spread=6,
                )
                for n in range(5)
            ),
            legend=tuple(
                Legend(value=value, text="support with a serious reservation")
                for value in range(1, 8)
            ),
            rule="Consent is reached when everybody is at 4 or better.",
            sentence="In a year: 20 votes, spread 6. The lowest and the highest speak first.",
        )
    ),
    "a long statement": frame(
        seen.Statement(
            pieces=(Piece(text=LONG * 8), Piece(text=LONG * 8, change="added")),
            ticks=tuple(Tick(text=f"Says {LONG}", done=bool(n)) for n in range(3)),
            status="9 of 9 votes consent",
        )
    ),
    "a long checklist": frame(
        seen.Checklist(ticks=tuple(Tick(text=LONG, done=True) for _ in range(20)))
    ),
    "a long quotation": frame(seen.Quotation(text=LONG * 30, source="An article, 2009")),
    "a long question": frame(seen.Alone(), question=LONG * 5, title=LONG, note=LONG),
    "a long firm": frame(seen.Alone(), firm=LONG * 2),
    "buckets": frame(
        seen.Buckets(
            buckets=tuple(
                Bucket(label="None of these: people and process", cards=cards(9), share=20)
                for _ in range(5)
            ),
            waiting=cards(6),
            status="6 still to be sorted",
        )
    ),
}


@pytest.fixture(params=sorted({width_of(one) for one in SIZES}))
def width(request) -> float:
    return float(request.param)


def test_every_body_has_its_layout():
    assert {*LAY, seen.Holding} == set(seen.Body.__args__)


def test_every_state_of_the_samples_is_legible_and_whole(states, width, measure):
    assert len(states) > 150
    assert {type(one.body) for one in states.values()} == set(seen.Body.__args__)
    found = {
        f"{name}, page {page + 1}: {fault}"
        for name, view in states.items()
        for page, picture in enumerate(frames(view, width, measure))
        for fault in faults(picture, view, measure)
    }
    assert found == set()


@pytest.mark.parametrize("name", WORST)
def test_the_worst_is_legible_and_whole(name, width, measure):
    view = WORST[name]
    pictures = frames(view, width, measure)
    found = [fault for one in pictures for fault in faults(one, view, measure)]
    assert found == []


def test_what_is_too_long_goes_on_on_the_next_page(width, measure):
    for name, times in (("a card as long as a letter", 4), ("a row longer than a page", 2)):
        pictures = frames(WORST[name], width, measure)
        texts = [one for each in pictures for one in each.marks if isinstance(one, Text)]
        long = max(texts, key=lambda one: len(one.text))
        whole = measure.lines(long.text, long.style, long.width)
        assert sum(one.lines for one in texts if one.text == long.text) == times * whole
        assert len(pictures) > 1


def test_forty_cards_are_all_there(width, measure):
    pictures = frames(WORST["forty cards"], width, measure)
    shown = {
        one.key for each in pictures for one in each.marks if isinstance(one, Text) and one.key
    }
    assert len(shown) == 40
    assert len(pictures) <= 3


def test_nine_rows_shrink_before_they_page(measure):
    few = Table(title="", columns=COLUMNS, rows=rows(9, "Ring them first."))
    pictures = frames(frame(seen.Tables(tables=(few,))), width_of((1920, 1080)), measure)
    sizes = {one.style.size for one in pictures[0].marks if isinstance(one, Text)}
    assert len(pictures) > 1 or SMALLEST in sizes


def test_sizes_are_parts_of_the_height(states, measure):
    view = states["alder-finch 7.1-cards"]
    picture = frames(view, width_of((1920, 1080)), measure)[0]
    size = {one.text: one.style.size for one in texts_of(picture, view, measure)}
    assert size[view.question] == QUESTION == round(HEIGHT / 14)
    assert size[view.body.cards[0].text] == ROW == round(HEIGHT / 29)
    assert size[view.title] == size[view.stage] == LABEL == round(HEIGHT / 36)


def test_the_longest_vocabulary_fits(states, width, measure):
    """Every word of the frame as long as the longest of any sector's."""
    for name, view in states.items():
        if not name.startswith("alder-finch") or not view.question:
            continue
        longer = replace(
            view,
            question=view.question.replace("client", LONGEST).replace("fee earner", LONGEST),
            title=f"{view.title} {LONGEST}",
            note=f"{view.note} {LONGEST} {LONGEST}",
        )
        for picture in frames(longer, width, measure):
            assert list(faults(picture, longer, measure)) == []


def test_said_counts_each_line_once(width, measure):
    view = frame(seen.Quotation(text=LONG * 30, source="An article, 2009"))
    pictures = frames(view, width, measure)
    long = next(one for one in pictures[0].marks if isinstance(one, Text) and one.text == LONG * 30)
    assert said(pictures, LONG * 30) == measure.lines(long.text, long.style, long.width)
