"""Which activity a record is written in."""

import pytest

from crm_workshop.activities.whereabouts import activity_of
from crm_workshop.exchange import parse
from crm_workshop.exchange.samples import samples
from crm_workshop.kit.load import kit_of
from crm_workshop.model.capture import Card
from crm_workshop.model.workshop import Activity

DOSSIER = parse(samples()[0].data)


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("opening", "1.1"),
        ("lesson", "1.2"),
        ("experience_step", "2.4"),
        ("definition", "2.5"),
        ("hard_decision", "4.2"),
        ("commitment", "4.3"),
        ("measure", "5.1"),
        ("signature", "8.2"),
        ("governance", "5.1"),
    ],
)
def test_records_of_the_charter_are_written_where_the_kit_says(table, key):
    found = activity_of(DOSSIER, kit_of(DOSSIER.workshop), table)
    assert found is not None
    assert found.key == key


def test_a_record_written_in_two_places_is_found_by_its_field():
    kit = kit_of(DOSSIER.workshop)
    for field, key in (("not_success", "5.1"), ("escalate_to", "8.2"), ("no such", "5.1")):
        found = activity_of(DOSSIER, kit, "governance", field=field)
        assert found is not None
        assert found.key == key


def test_a_row_that_names_its_activity_is_written_there():
    kit = kit_of(DOSSIER.workshop)
    card = next(one for one in DOSSIER.all(Card) if one.activity_id)
    found = activity_of(DOSSIER, kit, "card", card.id)
    assert found is not None
    assert found.id == card.activity_id


def test_an_activity_is_its_own_place_and_people_have_none():
    kit = kit_of(DOSSIER.workshop)
    third = DOSSIER.all(Activity)[2]
    assert activity_of(DOSSIER, kit, "activity", third.id) == third
    assert activity_of(DOSSIER, kit, "person", 1) is None
    assert activity_of(DOSSIER, kit, "nonsense") is None
