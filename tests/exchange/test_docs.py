"""docs/exchange.md: its example can be imported, and it names every section."""

import re
from pathlib import Path

from crm_workshop.exchange import dump, import_workshop, parse
from crm_workshop.exchange.layout import children, section
from crm_workshop.model.dossier import TABLES
from crm_workshop.model.workshop import Word, Workshop
from crm_workshop.store.library import Store

TEXT = (Path(__file__).parents[2] / "docs" / "exchange.md").read_text("utf-8")


def test_the_example_is_a_workshop() -> None:
    (example,) = re.findall(r"```json\n(.*?)```", TEXT, re.DOTALL)
    dossier = parse(example.encode())
    assert dossier.workshop.firm == "Tull & Daughters"
    with Store.open(":memory:") as store:
        loaded = store.load(import_workshop(store, example.encode()))
    assert dump(loaded) == dump(dossier)


def test_every_section_is_named_and_no_other() -> None:
    table = TEXT[TEXT.index("| key |") : TEXT.index("The file holds everything")]
    inside = [one for record in TABLES for one in children(record)]
    sections = {section(one) for one in (Workshop, Word, *children(None), *inside)}
    assert set(re.findall(r"`(\w+)`", table)) == sections
