"""Turning pages: which page of the scene is next, and before, for what the room sees.

A list has the pages that the screen needs for it. The charter has pages of its own; where one of
them is too long for the screen it has parts, which the scene's page holds in hundreds.
"""

from typing import Final

from crm_workshop.live.seen import CharterPage, RoomView

#: No charter has so many pages.
PARTS: Final = 100


def part_of(view: RoomView) -> int:
    """Return which of the screen's pages a view is turned to, counted from 0."""
    return view.page // PARTS if isinstance(view.body, CharterPage) else view.page


def page_with(view: RoomView, part: int) -> int:
    """Return the scene's page at which a view is turned to one of the screen's pages."""
    if isinstance(view.body, CharterPage):
        return view.body.number - 1 + part * PARTS
    return part


def next_page(view: RoomView, pages: int) -> int | None:
    """Return the scene's next page, where the screen needs `pages` for the view; None on the last.

    The next page of the charter begins with its first part.
    """
    part = min(part_of(view), pages - 1)
    if part + 1 < pages:
        return page_with(view, part + 1)
    if isinstance(view.body, CharterPage) and view.body.number < view.body.count:
        return view.body.number
    return None


def previous_page(view: RoomView, pages: int) -> int | None:
    """Return the scene's page before, where the screen needs `pages`; None on the first.

    The page of the charter before begins with its first part too.
    """
    part = min(part_of(view), pages - 1)
    if part:
        return page_with(view, part - 1)
    if isinstance(view.body, CharterPage) and view.body.number > 1:
        return view.body.number - 2
    return None
