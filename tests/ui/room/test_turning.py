"""PgDn and PgUp through lists, and through the charter with its parts."""

import pytest

from crm_workshop.live.seen import Cards, CharterPage, RoomView
from ui.room.turning import next_page, part_of, previous_page


def cards(page: int) -> RoomView:
    return RoomView(body=Cards(cards=(), status=""), page=page)


def charter(number: int, part: int = 0) -> RoomView:
    body = CharterPage(number=number, count=3, title="", blocks=(), draft=True)
    return RoomView(body=body, page=number - 1 + 100 * part)


@pytest.mark.parametrize(
    ("page", "pages", "after", "before"),
    [(0, 1, None, None), (0, 3, 1, None), (1, 3, 2, 0), (2, 3, None, 1), (9, 3, None, 1)],
)
def test_a_list_has_the_pages_that_the_screen_needs(page, pages, after, before):
    assert next_page(cards(page), pages) == after
    assert previous_page(cards(page), pages) == before


@pytest.mark.parametrize(
    ("number", "part", "pages", "after", "before"),
    [
        (1, 0, 1, 1, None),
        (1, 0, 2, 100, None),
        (1, 1, 2, 1, 0),
        (2, 0, 1, 2, 0),
        (3, 0, 2, 102, 1),
        (3, 1, 2, None, 2),
        (3, 0, 1, None, 1),
        (3, 7, 2, None, 2),
    ],
)
def test_the_charter_turns_its_parts_first(number, part, pages, after, before):
    view = charter(number, part)
    assert part_of(view) == part
    assert next_page(view, pages) == after
    assert previous_page(view, pages) == before
