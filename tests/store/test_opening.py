"""Files that are not what they should be: one clear sentence, and the file as it was."""

import sqlite3
from pathlib import Path

import pytest

from crm_workshop.errors import (
    DamagedLibraryError,
    DiskError,
    LibraryError,
    LockedLibraryError,
    NewerLibraryError,
    NotFoundError,
)
from crm_workshop.model.capture import Card
from crm_workshop.model.workshop import Activity, Workshop
from crm_workshop.store import backup, migrations
from crm_workshop.store.library import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A healthy library of one workshop with 300 cards."""
    path = tmp_path / "library.crmw"
    with Store.open(path) as store:
        with store.step("Create", None) as pen:
            workshop = pen.insert(Workshop(firm="Alder & Finch LLP"))
        with store.step("Fill", workshop.id) as pen:
            activity = pen.insert(Activity(key="2.1"))
            for number in range(300):
                pen.insert(Card(activity_id=activity.id, text=f"card {number} " + "x" * 200))
    return path


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"Dear all, please find attached", "is not a CRM Workshop library"),
        (b"\x00" * 5000, "not a"),
    ],
)
def test_another_kind_of_file_is_refused_and_left(
    tmp_path: Path, content: bytes, says: str
) -> None:
    path = tmp_path / "letter.crmw"
    path.write_bytes(content)
    with pytest.raises(DamagedLibraryError, match=says):
        Store.open(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused_and_left(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE theirs (a)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(DamagedLibraryError, match=r"other\.db is not a CRM Workshop library"):
        Store.open(path)
    assert path.read_bytes() == before


def test_a_folder_is_not_a_library(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="is a folder"):
        Store.open(tmp_path)


def test_reading_only_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="There is no library"):
        Store.open(tmp_path / "none.crmw", read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_a_file_from_the_future_is_read_but_never_changed(path: Path) -> None:
    later = sqlite3.connect(path)
    later.execute(f"PRAGMA user_version={migrations.SCHEMA_VERSION + 1}")
    later.close()
    before = path.read_bytes()
    with Store.open(path) as store:
        assert [one.firm for one in store.workshops()] == ["Alder & Finch LLP"]
        with pytest.raises(NewerLibraryError, match="newer version"), store.step("x", 1):
            pass
        with pytest.raises(NewerLibraryError):
            store.undo(1)
    assert path.read_bytes() == before


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.95])
def test_a_truncated_file_is_noticed_and_left(path: Path, cut: float) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * cut)])
    before = path.read_bytes()
    assert "damage" in _complaint(path).lower()
    assert path.read_bytes() == before


def _complaint(path: Path) -> str:
    """Return what is said of the file, on opening it or on verifying it."""
    try:
        with Store.open(path) as store:
            return " ".join(backup.verify(store.conn).problems)
    except LibraryError as error:
        return str(error)


def test_flipped_pages_are_named_by_verify(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    whole[40_960:45_056] = b"\xff" * 4096
    path.write_bytes(whole)
    with Store.open(path) as store:
        assert backup.verify(store.conn).problems


def test_a_value_that_is_not_its_field_is_named(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("UPDATE workshop SET held_on='yesterday'")
    other.commit()
    other.close()
    with Store.open(path) as store:
        with pytest.raises(LibraryError, match="cannot be read"):
            store.workshops()
        assert "of workshop cannot be read" in backup.verify(store.conn).problems[0]


def test_a_lock_is_told_soon_and_changes_nothing(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    with Store.open(path) as store:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LockedLibraryError, match="in use by another program"):
            _rename(store)
        other.execute("ROLLBACK")
        _rename(store)
        assert store.get(Workshop, 1).firm == "Changed"
    other.close()


def _rename(store: Store) -> None:
    with store.step("Rename", 1) as pen:
        pen.update(store.get(Workshop, 1), firm="Changed")


def _fill(store: Store) -> None:
    with store.step("Fill", 1) as pen:
        for number in range(300):
            pen.insert(Card(activity_id=1, text=f"more {number} " + "y" * 900))


def test_a_full_file_keeps_what_was_saved(path: Path) -> None:
    with Store.open(path) as store:
        (pages,) = store.conn.execute("PRAGMA page_count").fetchone()
        store.conn.execute(f"PRAGMA max_page_count={pages}")
        before = store.load(1)
        with pytest.raises(DiskError, match="disk is full"):
            _fill(store)
        assert store.load(1) == before


def test_what_is_gone_is_said(path: Path) -> None:
    with Store.open(path) as store, pytest.raises(NotFoundError, match="That card is no longer"):
        store.get(Card, 9999)


def test_a_healthy_file_is_verified(path: Path) -> None:
    with Store.open(path) as store:
        assert backup.verify(store.conn) == backup.Verdict(1, ())


def test_a_backup_is_the_whole_library_and_never_overwrites(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.crmw"
    with Store.open(path) as store:
        assert backup.back_up(store.conn, path, target) == target
        with pytest.raises(LibraryError, match="exists already"):
            backup.back_up(store.conn, path, target)
        whole = store.load(1)
    assert target.stat().st_mode & 0o777 == 0o600
    with Store.open(target) as copy:
        assert copy.load(1) == whole
        assert copy.undo_name(1) == "Fill"


def test_a_backup_into_a_folder_is_dated_and_leaves_no_half(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "safe"
    folder.mkdir()
    with Store.open(path) as store:
        made = backup.back_up(store.conn, path, folder)
    assert made.name.startswith("library-20")
    assert list(folder.iterdir()) == [made]


def test_a_failed_backup_leaves_nothing(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        store.conn.execute("PRAGMA application_id=7")
        with pytest.raises(DamagedLibraryError, match="could not be backed up"):
            backup.back_up(store.conn, path, tmp_path / "copy.crmw")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["library.crmw"]


def test_a_file_that_another_program_keeps_to_itself_is_told_of_in_every_reading(
    path: Path,
) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    with Store.open(path) as store:
        (activity, *_) = store.all(Activity, 1)
        other.execute("BEGIN EXCLUSIVE")
        for read in (store.undo_name, store.redo_name, store.undo, store.redo, store.load):
            with pytest.raises(LockedLibraryError, match="in use by another program"):
                read(1)
        with pytest.raises(LockedLibraryError, match="in use by another program"):
            store.end_of(activity)
        other.execute("ROLLBACK")
    other.close()
