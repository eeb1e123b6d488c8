"""The file's tables are what the model says, and every connection is the careful one."""

from pathlib import Path

import pytest

from crm_workshop.model.base import Row
from crm_workshop.model.dossier import TABLES
from crm_workshop.model.fields import links
from crm_workshop.store.columns import columns
from crm_workshop.store.library import Store
from crm_workshop.store.migrations import SCHEMA_VERSION


@pytest.fixture
def store() -> Store:
    return Store.open(":memory:")


@pytest.mark.parametrize("record", TABLES, ids=lambda record: record.table)
def test_a_table_has_exactly_the_columns_of_its_type(store: Store, record: type[Row]) -> None:
    found = {
        row[1]: (row[2], not row[3])
        for row in store.conn.execute(f"PRAGMA table_info({record.table})")
        if row[1] != "id"
    }
    assert found == {
        column.name: (column.sql_type, column.nullable)
        for column in columns(record)
        if column.name != "id"
    }


@pytest.mark.parametrize("record", TABLES, ids=lambda record: record.table)
def test_every_reference_is_a_foreign_key_with_an_index(store: Store, record: type[Row]) -> None:
    keys = {
        row[3]: row[2] for row in store.conn.execute(f"PRAGMA foreign_key_list({record.table})")
    }
    expected = dict(links(record))
    if record.table != "workshop":
        expected["workshop_id"] = "workshop"
    assert keys == expected
    indexes = [row[1] for row in store.conn.execute(f"PRAGMA index_list({record.table})")]
    led = {store.conn.execute(f"PRAGMA index_info({name})").fetchone()[2] for name in indexes}
    assert set(expected) <= led


def test_all_tables_are_strict(store: Store) -> None:
    loose = [
        row[1]
        for row in store.conn.execute("PRAGMA table_list")
        if row[0] == "main"
        and row[2] == "table"
        and not row[5]
        and not row[1].startswith(("sqlite_", "_sqlite"))
    ]
    assert loose == []


def test_every_connection_has_the_careful_pragmas(tmp_path: Path) -> None:
    for _ in range(2):  # a new file, then the same one again
        with Store.open(tmp_path / "a.crmw") as store:
            pragmas = {
                name: store.conn.execute(f"PRAGMA {name}").fetchone()[0]
                for name in (
                    "journal_mode",
                    "synchronous",
                    "fullfsync",
                    "foreign_keys",
                    "trusted_schema",
                    "cell_size_check",
                    "secure_delete",
                    "busy_timeout",
                    "user_version",
                )
            }
        assert pragmas == {
            "journal_mode": "delete",
            "synchronous": 3,
            "fullfsync": 1,
            "foreign_keys": 1,
            "trusted_schema": 0,
            "cell_size_check": 1,
            "secure_delete": 1,
            "busy_timeout": 250,
            "user_version": SCHEMA_VERSION,
        }


def test_the_file_is_private(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "a.crmw"
    Store.open(path).close()
    assert path.stat().st_mode & 0o777 == 0o600
