"""Migrations: a verified copy first, then all of them or none."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlite_utils import Database

from crm_workshop.model.workshop import Workshop
from crm_workshop.store import migrations
from crm_workshop.store.library import Store

Steps = list[Callable[[Database], None]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library as today's program leaves it."""
    path = tmp_path / "library.crmw"
    with Store.open(path) as store, store.step("Create", None) as pen:
        pen.insert(Workshop(firm="Alder & Finch LLP"))
    return path


@pytest.fixture
def tomorrow(monkeypatch: pytest.MonkeyPatch) -> Steps:
    """The migrations of a program that is one schema further."""

    def m0003_add_motto(db: Database) -> None:
        db.conn.execute("CREATE TABLE motto (id INTEGER PRIMARY KEY, text TEXT) STRICT")

    later = [*migrations.STEPS, m0003_add_motto]
    monkeypatch.setattr(migrations, "STEPS", later)
    monkeypatch.setattr(migrations, "SCHEMA_VERSION", 3)
    return later


def test_an_older_file_is_backed_up_and_migrated(path: Path, tomorrow: Steps) -> None:
    with Store.open(path) as store:
        assert migrations.version_of(store.conn) == 3
        assert [one.firm for one in store.workshops()] == ["Alder & Finch LLP"]
        assert store.undo(None) == "Create"
        assert store.redo(None) == "Create"
    (copy,) = (path.parent / "backups").iterdir()
    kept = sqlite3.connect(copy)
    assert kept.execute("PRAGMA user_version").fetchone() == (2,)
    kept.close()


def test_a_migration_that_fails_leaves_the_file_as_it_was(path: Path, tomorrow: Steps) -> None:
    def m0004_break(db: Database) -> None:
        db.conn.execute("INSERT INTO motto VALUES (1, 2, 3)")

    tomorrow.append(m0004_break)
    before = path.read_bytes()
    with pytest.raises(sqlite3.OperationalError, match="motto"):
        Store.open(path)
    assert path.read_bytes() == before


def test_a_current_file_is_opened_without_a_backup(path: Path) -> None:
    Store.open(path).close()
    assert not (path.parent / "backups").exists()


def test_a_new_file_is_whole_or_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "APPLICATION_ID", "no number")
    path = tmp_path / "new.crmw"
    with pytest.raises(sqlite3.OperationalError):
        Store.open(path)
    assert path.read_bytes() == b""
    monkeypatch.undo()
    with Store.open(path) as store:
        assert store.workshops() == ()
