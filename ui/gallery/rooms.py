"""The room screen in every state, page by page."""

from collections.abc import Iterator

import msgspec
from PySide6.QtWidgets import QWidget

from crm_workshop.live.seen import RoomView
from ui.gallery.stage import Stage
from ui.room.screen import RoomScreen
from ui.room.states import room_states
from ui.room.turning import page_with


def rooms(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Yield every room state of the sample; the further pages of one are named after it."""
    room = RoomScreen(stage.theme, reduced_motion=True)
    room.resize(stage.size)
    for state, view in room_states(stage.store.load(stage.workshop_id)):
        if stage.wanted(f"room/{state}"):
            for page, turned in enumerate(pages_of(room, view)):
                room.show_view(turned)
                yield f"room/{state}" + (f"-page{page + 1}" if page else ""), room
    room.deleteLater()


def pages_of(room: RoomScreen, view: RoomView) -> Iterator[RoomView]:
    """Yield a view turned to each of its pages, as many as it has at the screen's shape."""
    room.show_view(view)
    for part in range(room.frame.pages):
        yield msgspec.structs.replace(view, page=page_with(view, part))
