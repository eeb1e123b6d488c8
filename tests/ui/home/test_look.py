"""The rows of the library: whatever they say is there whole, at every text size."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QApplication, QListView

from crm_workshop.exchange.samples import samples
from crm_workshop.shelf.details import Details
from ui.gallery.homes import homes
from ui.gallery.stage import staged
from ui.home.lines import Place, Row
from ui.home.look import (
    BAR,
    charter_words,
    columns_in,
    middle_words,
    place_words,
    step_words,
    who_words,
)
from ui.home.model import DETAILS, LINE, SETTLE
from ui.home.setting import Face, Words, height_of, set_in_lines
from ui.theme.look import dress
from ui.theme.tokens import Theme, load_theme


@pytest.fixture(autouse=True)
def _undressed(qapp: QApplication) -> Iterator[None]:
    yield
    dress(qapp, load_theme("light"))


def cut(words: tuple[Words, ...], box: QRect, used: int = 0) -> Iterator[str]:
    """Yield what does not fit into its place."""
    high = used
    for one in words:
        if not one.text:
            continue
        lines = set_in_lines(one.text, one.face, box.width(), one.most)
        high += len(lines) * height_of(one.face)
        if " ".join(lines) != " ".join(one.text.split()):
            yield f"{one.text} stands there as {lines}"
    if high > box.height() - 4:
        yield f"{[one.text for one in words]} need {high} of {box.height()}"


def cut_in(view: QListView, theme: Theme) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        line, rect = index.data(LINE), view.visualRect(index)
        rect.setWidth(view.width() - BAR)
        if isinstance(line, Place):
            yield from cut(place_words(line, theme), rect.adjusted(18, 0, -18, 0))
        elif isinstance(line, Row):
            details, box = index.data(DETAILS), columns_in(rect, theme)
            assert isinstance(details, Details)
            strokes = theme.px(7) + 4 if details.stages else 0
            yield from cut(who_words(line, details, theme), box.who)
            yield from cut(middle_words(details, theme), box.middle, strokes)
            yield from cut(charter_words(details, index.data(SETTLE), theme), box.charter)
            yield from cut(step_words(details, theme), box.step)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [1280, 1440])
def test_no_row_is_cut(qapp: QApplication, width: int, scale: float) -> None:
    theme = dress(qapp, load_theme("light", scale=scale))
    with staged(samples(), theme, QSize(width, 720), bool) as stage:
        found = {}
        for name, home in homes(stage):
            (view,) = home.findChildren(QListView)
            found[name] = list(cut_in(view, theme))
    assert {name: one for name, one in found.items() if one} == {}
    assert len(found) == 4


def test_words_are_set_in_as_many_lines_as_there_is_room_for(qapp: QApplication) -> None:
    dress(qapp)
    face = Face(15)
    assert set_in_lines("short", face, 200, 1) == ("short",)
    assert set_in_lines("two short lines of it", face, 90, 2) == ("two short", "lines of it")
    (only,) = set_in_lines("two short lines of it", face, 90, 1)
    assert only.endswith("…")
    assert "".join(set_in_lines("x" * 90, face, 90, 99)) == "x" * 90
    first, second = set_in_lines("🙂🙂🙂 and 🙂🙂🙂 more", face, 120, 2)
    assert (first + second).replace(" ", "").startswith("🙂🙂🙂and")
