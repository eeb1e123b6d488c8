"""Any damage to the file is told in our own words, whatever is done with it."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crm_workshop.errors import DamagedLibraryError, WorkshopError
from crm_workshop.exchange import import_workshop
from crm_workshop.exchange.samples import samples
from crm_workshop.store import backup
from crm_workshop.store.library import Store


@pytest.fixture(scope="module")
def healthy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of one sample workshop."""
    path = tmp_path_factory.mktemp("healthy") / "library.crmw"
    with Store.open(path) as store:
        import_workshop(store, samples()[2].data)
    return path


def _use(path: Path) -> None:
    """Do what a session does: open, read all, change, undo, search, verify."""
    with Store.open(path) as store:
        for workshop in store.workshops():
            store.load(workshop.id)
            with store.step("Rename", workshop.id) as pen:
                pen.update(workshop, firm="Marlowe & Quill")
            store.undo(workshop.id)
        store.search("quill")
        backup.verify(store.conn)


damage = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=64)))


@settings(max_examples=60)
@given(damage=damage, cut=st.none() | st.floats(0, 1))
def test_damage_is_told_and_never_a_crash(
    healthy: Path, damage: list[tuple[float, bytes]], cut: float | None
) -> None:
    content = bytearray(healthy.read_bytes())
    for where, junk in damage:
        start = int(where * len(content))
        content[start : start + len(junk)] = junk
    if cut is not None:
        del content[int(cut * len(content)) :]
    path = healthy.with_name("damaged.crmw")
    path.write_bytes(content)
    try:
        _use(path)
    except WorkshopError as error:
        assert str(error)[-1] in ".”)"
    finally:
        path.unlink()


@pytest.mark.parametrize("read_only", [False, True])
def test_a_lost_table_is_damage_and_not_an_empty_workshop(
    healthy: Path, tmp_path: Path, read_only: bool
) -> None:
    path = tmp_path / "library.crmw"
    path.write_bytes(healthy.read_bytes())
    other = sqlite3.connect(path)
    other.execute("DROP TABLE person")
    other.close()
    with pytest.raises(DamagedLibraryError, match="damaged"):
        Store.open(path, read_only=read_only)
