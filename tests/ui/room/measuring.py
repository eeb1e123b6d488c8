"""What can be measured on a picture of the room: sizes, edges, and what lies over what."""

from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from crm_workshop.live.seen import RoomView
from ui.room.compose import Frame, clock_marks, compose
from ui.room.marks import HEIGHT, Align, Box, Text
from ui.room.setting import TypeSetter
from ui.room.turning import page_with

Rect = tuple[float, float, float, float]

#: The sizes that the room screen is promised for.
SIZES = ((1024, 768), (1280, 720), (1920, 1080), (3840, 2160))


def width_of(size: tuple[int, int]) -> float:
    """Return the width of the canvas on a display of a size."""
    return round(HEIGHT * size[0] / size[1], 2)


def frames(view: RoomView, width: float, measure: TypeSetter) -> list[Frame]:
    """Return a view's pictures, page by page."""
    first = compose(view, width, measure)
    rest = (
        compose(replace(view, page=page_with(view, page)), width, measure)
        for page in range(1, first.pages)
    )
    return [first, *rest]


def texts_of(frame: Frame, view: RoomView, measure: TypeSetter) -> list[Text]:
    """Return all text of a picture, the clock's too."""
    clock = clock_marks(view.clock, frame.width, measure) if view.clock else ()
    return [one for one in (*frame.marks, *clock) if isinstance(one, Text)]


def inked(text: Text, measure: TypeSetter) -> Rect:
    """Return where a text's lines really are: left, top, right, bottom."""
    reach = measure.reach(text)
    spare = text.width - reach
    left = text.x + {Align.LEFT: 0.0, Align.CENTRE: spare / 2, Align.RIGHT: spare}[text.style.align]
    return (left, text.y, left + reach, text.y + text.height)


def faults(frame: Frame, view: RoomView, measure: TypeSetter) -> Iterator[str]:
    """Yield what is too small, cut, over an edge, or over something else."""
    texts = texts_of(frame, view, measure)
    for text in texts:
        if text.style.size < HEIGHT / 50:
            yield f"{text.style.size} is too small: {text.text}"
        if measure.reach(text) > text.width + 0.5:
            yield f"wider than its place: {text.text}"
        yield from _over_its_card(text, frame)
    yield from _over_an_edge(frame)
    yield from _over_each_other([one for one in texts if one.text.strip()], measure)


def _over_an_edge(frame: Frame) -> Iterator[str]:
    left, right = frame.width * 0.05 - 9, frame.width * 0.95 + 9
    for mark in frame.marks:
        if mark.x < left or mark.x + mark.width > right:
            yield f"over a side: {mark}"
        if mark.y < 0 or mark.y + mark.height > HEIGHT:
            yield f"over top or bottom: {mark}"


def _over_each_other(texts: list[Text], measure: TypeSetter) -> Iterator[str]:
    places = sorted((inked(one, measure), one.text) for one in texts)
    for at, (one, said) in enumerate(places):
        for other, too in places[at + 1 :]:
            if other[0] >= one[2] - 1:
                break
            if other[1] < one[3] - 1 and one[1] < other[3] - 1:
                yield f"“{said}” and “{too}” lie over each other"


def _over_its_card(text: Text, frame: Frame) -> Iterator[str]:
    for box in frame.marks:
        its_own = isinstance(box, Box) and box.fill == "surface" and box.key == text.key != ""
        bottom = text.y + text.height
        if its_own and not box.y <= text.y <= bottom <= box.y + box.height + 0.5:
            yield f"over the edge of its card: {text.text}"


def said(pictures: list[Frame], original: str) -> int:
    """Return how many lines of a text are shown on all pages, none twice and none left out."""
    shown = [
        one
        for frame in pictures
        for one in frame.marks
        if isinstance(one, Text) and one.text == original
    ]
    for before, after in pairwise(shown):
        assert after.first == before.first + before.lines
    return sum(one.lines for one in shown)
