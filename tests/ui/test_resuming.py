"""Which workshop was live is known after the program was cut off, and only then."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from crm_workshop.activities.workshops import create_workshop
from crm_workshop.store.library import Store
from ui.resuming import CutOff


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.crmw"


def test_what_was_never_closed_is_found(settings: QSettings, library: Path) -> None:
    store = Store.open(library)
    number = create_workshop(store, "Marlowe & Vane").id
    first = CutOff(settings, library)
    assert first.found(store) is None
    first.mark(number)
    del first
    assert CutOff(settings, library).found(store) == number


def test_what_was_closed_is_not(settings: QSettings, library: Path) -> None:
    store = Store.open(library)
    first = CutOff(settings, library)
    first.mark(create_workshop(store, "Marlowe & Vane").id)
    first.mark(None)
    del first
    assert CutOff(settings, library).found(store) is None


def test_a_second_program_leaves_the_first_ones_workshop_alone(
    settings: QSettings, library: Path
) -> None:
    store = Store.open(library)
    number = create_workshop(store, "Marlowe & Vane").id
    first = CutOff(settings, library)
    first.mark(number)
    second = CutOff(settings, library)
    assert second.found(store) is None
    second.mark(None)
    assert first.found(store) == number


def test_a_workshop_of_another_library_or_that_is_gone_is_not_looked_for(
    settings: QSettings, library: Path, tmp_path: Path
) -> None:
    store = Store.open(library)
    number = create_workshop(store, "Marlowe & Vane").id
    first = CutOff(settings, library)
    first.mark(number)
    assert CutOff(settings, tmp_path / "other.crmw").found(store) is None
    first.mark(number + 1)
    assert first.found(store) is None


@pytest.mark.parametrize("text", ["7", "{}", "of another version"])
def test_a_mark_that_cannot_be_read_is_none(settings: QSettings, library: Path, text: str) -> None:
    settings.setValue("live/workshop", text)
    assert CutOff(settings, library).found(Store.open(library)) is None
