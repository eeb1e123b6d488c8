"""docs/exchange.md: its examples can be imported, its tables are the model's."""

import json
import re
from datetime import timedelta
from pathlib import Path

import pytest

from crm_workshop.activities.standing import current_draft
from crm_workshop.checks import check
from crm_workshop.exchange import dump, import_workshop, parse, schema
from crm_workshop.exchange.labels import label_of
from crm_workshop.exchange.layout import children, section, slots
from crm_workshop.exchange.tables import BEGIN, END, renew
from crm_workshop.kit.load import kit_of
from crm_workshop.kit.words import EDITABLE
from crm_workshop.model.capture import Ballot
from crm_workshop.model.commitment import Commitment, HardDecision
from crm_workshop.model.dossier import TABLES, Dossier
from crm_workshop.model.meaning import Definition, ExperienceStep
from crm_workshop.model.success import Measure
from crm_workshop.model.workshop import Activity, Person, Word, Workshop
from crm_workshop.store.library import Store

TEXT = (Path(__file__).parents[2] / "docs" / "exchange.md").read_text("utf-8")
SMALL, FULL = re.findall(r"```json\n(.*?)```", TEXT, re.DOTALL)
IN_FILE = [record for record in TABLES if record.exchanged and record is not Word]


def brought_in(example: str) -> Dossier:
    with Store.open(":memory:") as store:
        return store.load(import_workshop(store, example.encode()))


@pytest.mark.parametrize("example", [SMALL, FULL])
def test_an_example_is_a_workshop_that_says_all_the_example_says(example: str) -> None:
    said, made = json.loads(dump(parse(example.encode()))), json.loads(dump(brought_in(example)))
    listed = {one["key"]: one for one in made["activities"]}
    assert [listed[one["key"]] for one in said["activities"]] == said["activities"]
    assert {key: made[key] for key in said if key != "activities"} == {
        key: said[key] for key in said if key != "activities"
    }


def test_the_full_example_keeps_the_kits_agenda_but_for_what_it_leaves_out() -> None:
    dossier = brought_in(FULL)
    usual = {one.key: one.minutes.full for one in kit_of(dossier.workshop).activities}
    assert {one.key: one.minutes_planned for one in dossier.all(Activity)} == usual | {"1.2": 0}


def test_the_checks_find_nothing_in_what_the_full_example_says() -> None:
    dossier = brought_in(FULL)
    current = current_draft(dossier)
    assert current is not None
    assert current.text.startswith("CRM here is how we make every resident feel heard")
    held_on = dossier.workshop.held_on
    assert held_on is not None
    found = check(dossier, kit_of(dossier.workshop), held_on + timedelta(days=1))
    records = (Person, Definition, ExperienceStep, HardDecision, Commitment, Measure, Ballot)
    tables = {one.table for one in records} | {"draft"}
    assert [one for one in found if one.table in tables and one.row_id] == []


def test_every_section_is_named_and_no_other() -> None:
    table = TEXT[TEXT.index("| key | what stands there") : TEXT.index("The file holds everything")]
    inside = [one for record in TABLES for one in children(record)]
    sections = {section(one) for one in (Workshop, Word, *children(None), *inside)}
    assert set(re.findall(r"`(\w+)`", table)) == sections


def test_the_tables_are_up_to_date() -> None:
    assert renew(TEXT) == TEXT, "run python -m crm_workshop.exchange.tables docs/exchange.md"


def test_the_tables_name_every_field_every_answer_and_every_word() -> None:
    tables = TEXT[TEXT.index(BEGIN) : TEXT.index(END)]
    for record in IN_FILE:
        _, _, after = tables.partition(f"`{section(record)}`\n")
        table, _, _ = after.partition("###")
        for slot in slots(record):
            assert f"| `{slot.key}` | {label_of(record, slot)} |" in table
        fields = schema()["$defs"][record.table]["properties"].values()
        answers = {one.get("const") for field in fields for one in field.get("oneOf", ())}
        assert all(f"`{answer}`" in table for answer in answers - {None})
    assert all(f"`{word}`" in tables for word in EDITABLE)
