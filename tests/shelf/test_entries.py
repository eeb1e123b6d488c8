"""The sections of the library, and the order in them."""

import pytest

from crm_workshop.activities.workshops import archive_workshop, create_workshop, set_logo
from crm_workshop.errors import LibraryError
from crm_workshop.live.scene import next_activity, show_live
from crm_workshop.model.workshop import Workshop
from crm_workshop.shelf.entries import Entry, Section, entries
from crm_workshop.store.library import Store
from tests.pictures import picture


def make(store: Store, firm: str, day: str = "", *, begun: bool = False, version: str = "") -> int:
    workshop_id = create_workshop(store, firm, held_on=day).id
    if begun:
        next_activity(store, workshop_id)
        show_live(store, workshop_id)
    with store.step("Issue", workshop_id) as pen:
        pen.update(store.get(Workshop, workshop_id), charter_version=version)
    return workshop_id


def read(store: Store) -> list[tuple[str, str]]:
    return [(one.section.value, one.firm) for one in entries(store)]


def test_every_workshop_stands_in_its_section_in_the_order_it_is_wanted(store: Store) -> None:
    make(store, "No date")
    make(store, "Next week", "2026-11-28")
    make(store, "Tomorrow", "2026-11-22")
    make(store, "Begun long ago", "2026-10-01", begun=True)
    make(store, "Begun today", "2026-11-21", begun=True)
    make(store, "Signed in May", "2026-05-01", begun=True, version="1.0")
    make(store, "Signed in June", "2026-06-01", version="1.1")
    archive_workshop(store, make(store, "Put away", "2026-11-21", begun=True))
    assert read(store) == [
        ("Running", "Begun today"),
        ("Running", "Begun long ago"),
        ("Coming up", "Tomorrow"),
        ("Coming up", "Next week"),
        ("Coming up", "No date"),
        ("Signed", "Signed in June"),
        ("Signed", "Signed in May"),
        ("Archived", "Put away"),
    ]


def test_a_workshop_put_away_comes_back_to_where_it_was(store: Store) -> None:
    number = make(store, "Marlowe & Vane", begun=True)
    archive_workshop(store, number)
    (entry,) = entries(store)
    assert (entry.section, entry.state) == (Section.ARCHIVED, Section.RUNNING)
    store.undo(None)
    (entry,) = entries(store)
    assert entry.section is Section.RUNNING


def test_an_entry_says_what_the_workshop_says(store: Store) -> None:
    made = create_workshop(
        store, "Marlowe & Vane", held_on="2026-12-01", starts="09:30", attempt_no="2", variant="90"
    )
    set_logo(store, made.id, picture("RGB", (40, 40), "PNG"))
    workshop = store.get(Workshop, made.id)
    assert entries(store) == (
        Entry(
            id=made.id,
            firm="Marlowe & Vane",
            variant=workshop.variant,
            locale=workshop.locale,
            held_on=workshop.held_on,
            starts=workshop.starts,
            attempt_no=2,
            version="",
            state=Section.COMING_UP,
            section=Section.COMING_UP,
        ),
    )


def test_an_empty_library_has_no_entries(store: Store) -> None:
    assert entries(store) == ()


def test_a_row_that_cannot_be_read_is_said(store: Store) -> None:
    make(store, "Marlowe & Vane")
    store.conn.execute("DROP TRIGGER record_update_workshop")
    store.conn.execute("UPDATE workshop SET variant='weekend'")
    with pytest.raises(LibraryError, match="cannot be read"):
        entries(store)
