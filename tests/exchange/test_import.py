"""Bringing a file into a library: one step, all or nothing, and nothing left out."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from crm_workshop.activities.workshops import create_workshop
from crm_workshop.exchange import ExchangeError, dump, import_workshop, parse, samples
from crm_workshop.kit.load import load_kit
from crm_workshop.model.capture import Card
from crm_workshop.model.choices import Variant
from crm_workshop.model.dossier import TABLES
from crm_workshop.model.meaning import ExperienceStep
from crm_workshop.model.success import Pitfall, Win
from crm_workshop.model.workshop import Acceptance, Activity, Tick, Version
from crm_workshop.store.library import Change, Store

HEAD: dict[str, Any] = {"format": "crm-workshop", "version": 1, "workshop": {"firm": "Tull"}}


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open(":memory:") as store:
        yield store


def file_of(**sections: Any) -> bytes:
    return json.dumps(HEAD | sections).encode()


def test_an_import_is_one_step_of_the_library_and_can_be_undone(store: Store) -> None:
    told: list[Change] = []
    store.subscribe(told.append)
    data = samples()[0].data
    workshop_id = import_workshop(store, data, by="console")
    assert [(one.name, one.by, one.workshop_id) for one in told] == [
        ("Import Alder & Finch LLP", "console", None)
    ]
    assert store.undo_name(workshop_id) is None
    assert store.undo(None) == "Import Alder & Finch LLP"
    assert store.workshops() == ()
    store.redo(None)
    assert dump(store.load(workshop_id)) == data


def test_a_wrong_file_changes_nothing(store: Store) -> None:
    import_workshop(store, file_of())
    before = "\n".join(store.conn.iterdump())
    with pytest.raises(ExchangeError):
        import_workshop(store, file_of(people=[{"name": "A"}, {"name": "a"}]))
    assert "\n".join(store.conn.iterdump()) == before


def test_what_exists_once_is_there_even_if_the_file_does_not_say_it(store: Store) -> None:
    workshop_id = import_workshop(store, file_of())
    single = [record for record in TABLES if record.single and record.undoable]
    assert [len(store.all(record, workshop_id)) for record in single] == [1] * len(single)


def test_a_file_without_activities_gets_the_kits_agenda(store: Store) -> None:
    data = file_of(workshop={"firm": "Tull", "variant": "90", "sector": "public"})
    dossier = store.load(import_workshop(store, data))
    planned = [(one.key, one.minutes_planned) for one in dossier.all(Activity)]
    assert planned == [(one.key, one.minutes.of(Variant.SHORT)) for one in load_kit().activities]
    assert "The chief executive speaks last." in {one.text for one in dossier.all(Tick)}
    assert dossier.all(Card)
    assert dossier.all(ExperienceStep)[0].step == "Finding out whom to ask"
    assert len(dossier.all(Pitfall)) == len(load_kit().pitfalls)


def test_the_kits_presets_do_not_stand_beside_the_files_own_rows(store: Store) -> None:
    data = file_of(experience_steps=[{"step": "The door"}])
    dossier = store.load(import_workshop(store, data))
    assert [one.step for one in dossier.all(ExperienceStep)] == ["The door"]
    assert len(dossier.all(Activity)) == len(load_kit().activities)
    assert len(dossier.all(Pitfall)) == len(load_kit().pitfalls)
    assert dossier.all(Tick)


def test_a_file_that_names_a_firm_and_no_more_is_a_new_workshop(store: Store) -> None:
    imported = json.loads(dump(store.load(import_workshop(store, file_of()))))
    made = json.loads(dump(store.load(create_workshop(store, "Tull").id)))
    del made["workshop"]["created"]
    assert imported == made


def agenda_of(store: Store, *activities: dict[str, Any]) -> dict[str, int]:
    dossier = store.load(import_workshop(store, file_of(activities=list(activities))))
    return {one.key: one.minutes_planned for one in dossier.all(Activity)}


def test_the_activities_of_a_file_are_laid_over_the_kits_agenda(store: Store) -> None:
    usual = {one.key: one.minutes.half for one in load_kit().activities}
    cards = [{"text": "ring first"}]
    own = agenda_of(
        store, {"key": "2.1", "cards": cards}, {"key": "2.2", "minutes_planned": 0}, {"key": "8.1"}
    )
    assert own == usual | {"2.2": 0}
    assert [*own] == [*usual]
    assert usual["2.1"] * usual["2.2"] * usual["8.1"]


def test_activities_stand_in_the_order_of_the_file_the_others_at_their_place(store: Store) -> None:
    moved = {"7.1": "2.1", "2.1": "7.1"}
    usual = [one.key for one in load_kit().activities]
    assert [*agenda_of(store, {"key": "7.1"}, {"key": "2.1"})] == [
        moved.get(key, key) for key in usual
    ]


def test_a_new_agenda_has_the_minutes_of_its_length(store: Store) -> None:
    workshop = {"firm": "Tull", "variant": "full"}
    dossier = parse(file_of(workshop=workshop, activities=[{"key": "2.5"}, {"key": "4.1"}]))
    minutes = {one.key: one.minutes.full for one in load_kit().activities}
    assert [one.minutes_planned for one in dossier.all(Activity)] == [
        minutes["2.5"],
        minutes["4.1"],
    ]


def test_an_activity_that_is_mentioned_holds_what_the_file_says(store: Store) -> None:
    data = file_of(activities=[{"key": "4.1"}, {"key": "7.1"}])
    dossier = store.load(import_workshop(store, data))
    assert not dossier.all(Card)
    assert not dossier.all(Pitfall)
    assert dossier.all(Tick)
    assert dossier.all(ExperienceStep)


def test_without_minutes_and_with_none_are_two_things_in_an_export(store: Store) -> None:
    workshop_id = import_workshop(store, file_of(activities=[{"key": "2.2", "minutes_planned": 0}]))
    listed = json.loads(dump(store.load(workshop_id)))["activities"]
    assert {one["key"]: one["minutes_planned"] for one in listed}["2.2"] == 0


def test_an_acceptance_goes_on_speaking_of_its_row(store: Store) -> None:
    wins = [{"who_helped": "A"}, {"who_helped": "B"}]
    accepted = [{"finding": f"W1:win:{row}:by", "reason": str(row)} for row in (2, 1, 0)]
    data = file_of(activities=[{"key": "1.1"}], wins=wins, acceptances=accepted)
    for _ in range(2):
        dossier = store.load(import_workshop(store, data))
    first, second = dossier.all(Win)
    assert [one.finding for one in dossier.all(Acceptance)] == [
        f"W1:win:{second.id}:by",
        f"W1:win:{first.id}:by",
        "W1:win:0:by",
    ]
    assert json.loads(dump(dossier))["acceptances"] == accepted


def test_an_acceptance_of_a_row_that_is_gone_stays_behind(store: Store) -> None:
    accepted = [{"finding": "W1:win:1:by", "reason": "x"}]
    data = file_of(wins=[{"who_helped": "A"}], acceptances=accepted)
    workshop_id = import_workshop(store, data)
    with store.step("Delete win", workshop_id) as pen:
        pen.delete(store.all(Win, workshop_id)[0])
    assert store.all(Acceptance, workshop_id)
    assert "acceptances" not in json.loads(dump(store.load(workshop_id)))


def test_a_card_may_be_merged_into_a_later_one(store: Store) -> None:
    cards = [{"text": "a", "merged_into": "b"}, {"text": "b"}]
    data = file_of(activities=[{"key": "2.1", "cards": cards}, {"key": "4.1"}])
    first, second = store.load(import_workshop(store, data)).all(Card)
    assert (first.text, first.merged_into_id) == ("a", second.id)


def test_issued_versions_travel_whole(store: Store) -> None:
    pdf = bytes(range(256))
    dossier = parse(file_of(activities=[{"key": "1.1"}]))
    dossier.rows[Version] = (Version(number="1.0", code="7f3a c219", records="{}\n", pdf=pdf),)
    (version,) = store.load(import_workshop(store, dump(dossier))).all(Version)
    assert (version.pdf, version.records, version.code) == (pdf, "{}\n", "7f3a c219")


def test_a_firms_own_kit_travels_in_the_file(store: Store) -> None:
    source = 'based_on = "standard"\nname = "ours"\ntitle = "Ours"\nleave_out = ["1.2"]\n'
    kit_file = {"firm": "Tull", "kit_source": source}
    dossier = store.load(import_workshop(store, file_of(workshop=kit_file)))
    assert dossier.workshop.kit_source == source
    assert dossier.activity("1.2") is None
    assert dossier.activity("1.1") is not None
    with pytest.raises(ExchangeError, match=r"the kit has no activity"):
        parse(file_of(workshop=kit_file, activities=[{"key": "1.2"}]))
