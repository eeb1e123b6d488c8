"""The program's fonts, and the room states of every sample."""

import pytest

from crm_workshop.exchange import import_workshop
from crm_workshop.exchange.samples import samples
from crm_workshop.live.seen import RoomView
from crm_workshop.store.library import Store
from ui.room.setting import TypeSetter
from ui.room.states import room_states
from ui.theme.look import load_fonts


@pytest.fixture
def measure(qapp):
    load_fonts()
    return TypeSetter()


@pytest.fixture(scope="session")
def states() -> dict[str, RoomView]:
    """Every state of every sample's room screen, by sample and name."""
    found = {}
    with Store.open(":memory:") as store:
        for sample in samples():
            dossier = store.load(import_workshop(store, sample.data))
            for name, view in room_states(dossier):
                found[f"{sample.name} {name}"] = view
    return found
