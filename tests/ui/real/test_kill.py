"""The process is killed in the middle of typing, and everything is found again."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PIL import ImageGrab

from crm_workshop.exchange import import_workshop
from crm_workshop.exchange.samples import samples
from crm_workshop.store.library import Store
from tests.ui.real.desk import CANNOT, WHY, Desk, Rect, library_in, program, until

pytestmark = pytest.mark.skipif(CANNOT, reason=WHY)

FIRM = "Pennyquick"

LAPTOP = Rect(0, 0, 1280, 800)

#: So many pictures one after the other that are the same are a calm screen.
_CALM = 5

#: The promise: so long (s) after the last key what was typed is in the file.
_PROMISED = 1.0


@dataclass(frozen=True)
class Field:
    """Where something is typed: the activity, the keys that lead to the field, and its text.

    `found` reads it from the file; it takes `steps` of undo to be gone. A field that `goes_on` has
    the text again, to be typed on.
    """

    activity: str
    text: str
    found: str
    keys: tuple[str, ...] = ()
    steps: int = 1
    goes_on: bool = False


FIELDS = {
    "card": Field(
        "Silent definitions", "half a thou", "SELECT text FROM card WHERE text LIKE 'half%'"
    ),
    "register": Field("Commitments", "Ann Exa", "SELECT person FROM commitment", steps=2),
    "statement": Field("Our definition", "CRM is how we", "SELECT text FROM draft", goes_on=True),
    "notes": Field(
        "Commitments",
        "mind the clock",
        "SELECT note FROM activity WHERE key = '4.3'",
        keys=("ctrl+n",),
        goes_on=True,
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a library that holds one workshop, prepared and not begun."""
    with Store.open(library_in(tmp_path)) as store:
        import_workshop(store, samples()[2].data)
    return tmp_path


def rows(folder: Path, sql: str) -> list[tuple[Any, ...]]:
    """Read from the library while the program has it open."""
    connection = sqlite3.connect(f"file:{library_in(folder)}?mode=ro", uri=True)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def texts(folder: Path, field: Field) -> list[str]:
    return [one for (one,) in rows(folder, field.found)]


def begin(desk: Desk, folder: Path) -> None:
    """Open the workshop, begin, and show it to the room."""
    desk.wait_for("CRM Workshop")
    desk.press("ctrl+l")
    desk.wait_for(FIRM)
    desk.press("Next", "F5")
    until(lambda: rows(folder, "SELECT 1 FROM scene WHERE mode = 'live'"))
    until(lambda: len(desk.windows("Room screen")) == 1)


def go_to(desk: Desk, folder: Path, activity: str) -> None:
    """Go to an activity by the command palette."""
    live = "SELECT activity_id FROM scene"
    before = rows(folder, live)
    desk.press("ctrl+k")
    desk.wait_for("Find a command")
    desk.type(f"Go to {activity}")
    desk.press("Return")
    until(lambda: rows(folder, live) != before)
    desk.wait_for(FIRM)


def calm_room(desk: Desk) -> bytes:
    """Return what the room sees once nothing of it changes any more."""
    seen = [room_picture(desk)]

    def is_calm() -> bool:
        seen.append(room_picture(desk))
        return len(seen) > _CALM and len(set(seen[-_CALM:])) == 1

    until(is_calm)
    return seen[-1]


def room_picture(desk: Desk) -> bytes:
    """Return what the room sees on the laptop's display, but for the part where its clock runs."""
    box = (0, LAPTOP.height // 6, LAPTOP.width, LAPTOP.height)
    return ImageGrab.grab(bbox=box, xdisplay=desk.display).tobytes()


def standing(desk: Desk, title: str) -> Rect | None:
    """Return where the window with that title stands; None while it is not shown."""
    found = desk.windows(title)
    return desk.place(found[0]) if len(found) == 1 else None


STATE = """SELECT scene.activity_id, mode, view, page, frozen, deadline, clock.activity_id, hidden
    FROM scene JOIN clock USING (workshop_id)"""


@pytest.mark.parametrize("name", FIELDS)
def test_what_is_being_typed_is_there_again_with_all_around_it(
    name: str, desk: Desk, folder: Path
) -> None:
    field = FIELDS[name]
    with program(desk, folder) as first:
        begin(desk, folder)
        desk.press("F9", "ctrl+plus")
        until(lambda: standing(desk, "Room screen") == LAPTOP)
        go_to(desk, folder, field.activity)
        desk.press("ctrl+t")
        until(lambda: rows(folder, "SELECT 1 FROM clock WHERE deadline IS NOT NULL"))
        desk.press(*field.keys)
        desk.type(field.text)
        until(lambda: texts(folder, field) == [field.text], within=_PROMISED)
        until(lambda: "zoom" in settings(folder))
        before = rows(folder, STATE)
        console = standing(desk, FIRM)
        assert console is not None
        assert console.x >= LAPTOP.width, "the displays were not swapped"
        seen = calm_room(desk)
        first.kill()
    with program(desk, folder):
        desk.wait_for(FIRM)
        assert desk.windows("^CRM Workshop$") == [], "the library stands in the way"
        until(lambda: standing(desk, FIRM) == console)
        until(lambda: standing(desk, "Room screen") == LAPTOP)
        until(lambda: room_picture(desk) == seen)
        assert rows(folder, STATE) == before
        assert texts(folder, field) == [field.text]
        go_on(desk, folder, field)


def go_on(desk: Desk, folder: Path, field: Field) -> None:
    """Undo and redo reach behind the restart, and typing goes on where it was."""
    desk.press(*field.keys)
    desk.press(*["ctrl+z"] * field.steps)
    until(lambda: texts(folder, field) in ([], [""]))
    desk.press(*["ctrl+shift+z"] * field.steps)
    until(lambda: texts(folder, field) == [field.text])
    if field.goes_on:
        desk.press("ctrl+End")
        desk.type(" more")
        until(lambda: texts(folder, field) == [f"{field.text} more"])


def settings(folder: Path) -> str:
    return "".join(one.read_text("utf-8") for one in (folder / "config").rglob("*.conf"))


def test_a_window_that_was_moved_comes_back_where_it_was(desk: Desk, folder: Path) -> None:
    with program(desk, folder) as first:
        begin(desk, folder)
        (window,) = desk.windows(FIRM)
        desk.double_click(640, 8)
        until(lambda: '\\"maximized\\":false' in settings(folder))
        desk.do("windowsize", window, "1100", "650")
        desk.do("windowmove", window, "90", "70")
        until(lambda: '\\"width\\":1100,\\"height\\":650,' in settings(folder))
        before = standing(desk, FIRM)
        assert before is not None
        first.kill()
    with program(desk, folder):
        desk.wait_for(FIRM)
        until(lambda: standing(desk, FIRM) == before)


def test_a_proper_end_is_no_cut(desk: Desk, folder: Path) -> None:
    with program(desk, folder):
        begin(desk, folder)
        assert "workshop" in settings(folder)
        desk.press("ctrl+w")
        until(lambda: "workshop_id" not in settings(folder))
        until(lambda: not desk.windows("Room screen"))
    with program(desk, folder):
        desk.wait_for("^CRM Workshop$")
        assert not desk.windows(FIRM)
        assert not desk.windows("Room screen")
