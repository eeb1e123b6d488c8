"""The real app as a screen reader perceives it: what is named, what is told, where Tab leads.

The X server, the buses and the bindings come from the system. Where they are missing these tests
say so; under CI that is a failure.
"""

import os
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.ui.real.desktop import missing
from tests.ui.real.reader import Node, Reader, reading

NEEDED = missing()

pytestmark = pytest.mark.skipif(
    bool(NEEDED) and "CI" not in os.environ,
    reason=f"needs a desktop of its own, missing: {', '.join(NEEDED)}",
)

ITEMS = {"list item", "table cell"}
CONTROLS = {"push button", "check box", "text", "combo box", "spin button", "list", "table"}
FOCUS = "object:state-changed:focused"
FIRM = "Alder & Finch LLP"


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    assert not NEEDED
    with reading(tmp_path) as made:
        yield made


def is_control(node: Node) -> bool:
    """Tell whether something can be worked with; scroll bars are for the mouse."""
    acts = set(node.actions) - {"SetFocus", "Toggle", "Increase", "Decrease"}
    return "focusable" in node.states or bool(acts)


def faults_of(window: Node) -> list[str]:
    """Return what a screen reader could not tell, or could not tell apart, in a window."""
    found = [] if window.role == "frame" and window.name else [f"{window.role}: {window.name}"]
    worked = [one for one in window.walk() if is_control(one) and one.role != "label"]
    for one in worked:
        if one.role not in CONTROLS | ITEMS:
            found.append(f"{one.name!r} can be worked with, but is a {one.role}")
        if not one.name.strip():
            found.append(f"a {one.role} without a name")
        if one.role == "text" and one.text is None:
            found.append(f"{one.name} does not tell its text")
    names = Counter((one.role, one.name) for one in worked if one.role not in ITEMS)
    found += [f"{count} times {role} {name}" for (role, name), count in names.items() if count > 1]
    for table in window.all("table"):
        assert table.table is not None
        headings = table.table["headings"]
        if not (table.table["rows"] and headings and all(headings)):
            found.append(f"{table.name} has no rows, or columns without a heading")
    return found


def control_of(node: Node) -> str:
    """Return what Tab stops at: the list or the table, where an item of it has the focus."""
    return node.parent if node.role in ITEMS else node.path


def tab_round(reader: Reader, agenda: str) -> set[str]:
    """Press Tab from the agenda until it is there again; return all that had the focus."""
    reader.press("F6")
    reader.until(lambda: "focused" not in reader.window(FIRM).the("list", "Agenda").states)
    reader.forget()
    at = reader.focus("ctrl+g")
    while control_of(at) != agenda:
        at = reader.event(FOCUS).source
    reached: set[str] = set()
    while agenda not in reached:
        before, at = at, reader.focus("Tab")
        # A list or a table tells of its item, and then of itself.
        while at.path in (before.path, control_of(before)):
            at = reader.event(FOCUS).source
        reached.add(control_of(at))
    return reached


def live_line(window: Node) -> str:
    """Return what the agenda says of the live activity."""
    return next((one.name for one in window.all("list item") if ", now" in one.name), "")


def begin(reader: Reader) -> Node:
    """Go live with the sample from the list, to its first activity; return the console."""
    reader.event("window:activate")
    reader.press("ctrl+l")
    while not reader.event("window:activate").source.name.startswith(FIRM):
        pass
    return go(reader, "", "ctrl+g", "Home", "Return")


def go(reader: Reader, before: str, *keys: str) -> Node:
    """Go to another activity than that of a line; return the console once it is live."""

    def moved() -> Node | None:
        window = reader.window(FIRM)
        return window if live_line(window) != before else None

    reader.press(*keys)
    return reader.until(moved)


def test_the_list_of_workshops_is_told(reader: Reader) -> None:
    window = reader.window("CRM Workshop")
    assert faults_of(window) == []
    listed = window.the("list", "Workshops")
    assert any(one.name.startswith(FIRM) for one in listed.children)
    buttons = [one.name for one in window.all("push button")]
    assert {"Try the sample", "New workshop", "Menu"} <= set(buttons)
    assert window.the("text", "Find a firm").text == ""


def unreached(window: Node, reached: set[str]) -> list[str]:
    """Return the controls that Tab has passed over.

    Of buttons of which one can be down, Tab stops at that one alone; arrows lead to the others.
    """
    found = []
    for around in window.walk():
        stops = [one for one in around.children if is_stop(one)]
        alternatives = [one for one in stops if one.role == "check box"]
        down = {one.path for one in alternatives if "checked" in one.states}
        up = {one.path for one in alternatives} - down
        excused = up if (down or up) & reached else set[str]()
        missed = [one for one in stops if one.path not in reached | excused]
        found += [f"Tab never reaches {one.role} {one.name}" for one in missed]
    return found


def is_stop(node: Node) -> bool:
    """Tell whether Tab has to stop there: at every control that is enabled."""
    return node.role in CONTROLS and {"focusable", "enabled"} <= node.states


def test_every_panel_is_told_and_tab_goes_round_all_of_it(reader: Reader) -> None:
    window = begin(reader)
    agenda = window.the("list", "Agenda")
    activities = [one for one in agenda.children if "focusable" in one.states]
    assert len(activities) > 15
    line, faults = live_line(window), list[str]()
    for number in range(len(activities)):
        if number:
            window = go(reader, line, "alt+Next")
            line = live_line(window)
        reached = tab_round(reader, agenda.path)
        assert len(reached) > 8, line
        found = faults_of(window) + unreached(window, reached)
        faults += [f"{line}: {one}" for one in found]
    assert not faults, "\n".join(faults)


def announced(reader: Reader, text: str) -> str:
    """Return the next thing that is said aloud and holds a text."""
    while text not in (said := reader.event("object:announcement").text):
        pass
    return said


def test_ticks_and_texts_are_told_and_undoing_is_announced(reader: Reader) -> None:
    box = begin(reader).all("check box")[-1]

    def is_ticked() -> bool:
        return "checked" in reader.window(FIRM).the("check box", box.name).states

    assert is_ticked()
    reader.press("F6", "shift+Tab", "shift+Tab", "space")
    reader.until(lambda: not is_ticked())
    reader.press("ctrl+z")
    assert announced(reader, "Undone") == "Undone: Untick"
    reader.until(is_ticked)
    reader.press("F6", "n", "o", "w")
    reader.until(lambda: reader.window(FIRM).the("text", "Add a line").text == "now")


def test_a_failure_is_announced_and_stands_there(reader: Reader, tmp_path: Path) -> None:
    begin(reader)
    with closing(sqlite3.connect(tmp_path / "library.crmw")) as other:
        other.execute("BEGIN IMMEDIATE")
        reader.press("ctrl+i")
        said = announced(reader, "in use")
        other.execute("ROLLBACK")
    assert reader.window(FIRM).the("panel", said).children


def test_the_room_screen_tells_what_the_room_sees(reader: Reader) -> None:
    question = begin(reader).the("label", "By the end").name
    reader.press("F5", "ctrl+l")

    def told() -> Node | None:
        shown = reader.window("Room screen").children[0]
        text = " ".join(shown.description.split())
        return shown if question in text else None

    assert reader.until(told).name == "Room screen"
    assert reader.window("Room screen").role == "frame"
