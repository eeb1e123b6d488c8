"""Each sample, run again through the real operations, writes the very same file."""

from datetime import UTC, datetime

import pytest

from crm_workshop.exchange import dump, import_workshop
from crm_workshop.exchange.samples import Sample, samples
from crm_workshop.model.dossier import Dossier
from crm_workshop.rehearsal import rehearse
from crm_workshop.store.library import Change, Store


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.name)
def test_the_operations_write_what_the_sample_says(sample: Sample) -> None:
    moment = datetime(2026, 1, 1, tzinfo=UTC)

    def set_time(at: datetime) -> None:
        nonlocal moment
        moment = at

    with Store.open(":memory:", now=lambda: moment) as store:
        script = store.load(import_workshop(store, sample.data))
        again = store.load(rehearse(store, script, set_time))
    assert dump(again).decode() == sample.data.decode()


def test_every_step_of_a_rehearsal_can_be_taken_back() -> None:
    sample = samples()[0]
    with Store.open(":memory:") as store:
        script = store.load(import_workshop(store, sample.data))
        workshop_id = rehearse(store, script, lambda at: None)
        whole = store.load(workshop_id)
        steps = 0
        while store.undo(workshop_id):
            steps += 1
        assert steps > 450
        while store.redo(workshop_id):
            pass
        assert store.load(workshop_id) == whole


def test_reading_again_what_each_step_names_is_enough() -> None:
    sample = samples()[1]
    known: list[Dossier] = []
    with Store.open(":memory:") as store:
        script = store.load(import_workshop(store, sample.data))

        def hear(change: Change) -> None:
            if change.workshop_id is None:
                return
            now = store.load(change.workshop_id)
            if known:
                assert store.reload(known[-1], change.tables) == now
            known.append(now)

        store.subscribe(hear)
        rehearse(store, script, lambda at: None)
    assert len(known) > 100
