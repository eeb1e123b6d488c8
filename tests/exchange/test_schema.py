"""The JSON Schema says what the import takes, in words that people can read."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings

from crm_workshop.exchange import Sample, dump, samples, schema
from crm_workshop.model.dossier import TABLES, Dossier
from crm_workshop.model.fields import specs
from tests.exchange.dossiers import dossiers
from tests.exchange.structure import faults
from tests.exchange.test_errors import HEAD, wrong

SCHEMA = schema()
#: Sentences of what only the import can know: other places of the file, the kit, the calendar.
BEYOND = re.compile(
    r"already at|the kit has no|there is no \w+ called|is about a row|only one person|merged into"
    r"|give each|calendar|exactly one of|poll’s scale|only who|votes of a tally|or more|more than"
    r"|a date such|a moment|a name, got|base64|picture|Infinity|NaN|\.ref: "
)


@pytest.mark.parametrize("sample", samples(), ids=lambda one: one.name)
def test_the_samples_follow_it(sample: Sample) -> None:
    assert list(faults(json.loads(sample.data), SCHEMA, SCHEMA)) == []


@settings(max_examples=25)
@given(dossiers())
def test_every_export_follows_it(dossier: Dossier) -> None:
    assert list(faults(json.loads(dump(dossier)), SCHEMA, SCHEMA)) == []


@pytest.mark.parametrize(
    "sections", [sections for told, sections in wrong() if not BEYOND.search(told)]
)
def test_what_the_import_refuses_for_its_form_it_refuses_too(sections: str) -> None:
    assert list(faults(HEAD | json.loads(sections), SCHEMA, SCHEMA))


def test_it_is_json_itself_and_names_its_dialect() -> None:
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def texts(value: Any) -> Iterator[str]:
    """Yield every title and description inside the schema."""
    for key, one in value.items() if isinstance(value, dict) else ():
        if key in ("title", "description") and isinstance(one, str):
            yield one
        yield from texts(one)
    for one in value if isinstance(value, list) else ():
        yield from texts(one)


def test_it_tells_every_field_that_people_fill_in() -> None:
    told = {record.table: SCHEMA["$defs"].get(record.table) for record in TABLES}
    for record in TABLES:
        if record.exchanged and record.table != "word":
            for spec in specs(record):
                assert told[record.table]["properties"][spec.name]["title"]
    assert not [text for text in texts(SCHEMA) if re.search(r"[{}]|  |\.\.", text)]
