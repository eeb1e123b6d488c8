"""Whatever a file holds: it is a workshop, or it is told why not."""

import copy
import json
from collections.abc import Callable, Iterable
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from crm_workshop.exchange import ExchangeError, dump, import_workshop, parse, samples
from crm_workshop.exchange.layout import children, section, slots
from crm_workshop.kit.load import kit_of
from crm_workshop.model.dossier import TABLES
from crm_workshop.model.workshop import Activity
from crm_workshop.store.library import Store
from tests.strategies import any_text

SAMPLES = [json.loads(one.data) for one in samples()]
KEYS = sorted(
    {slot.key for record in TABLES for slot in slots(record)}
    | {section(record) for record in (*children(None), *TABLES)}
)
keys = st.sampled_from(KEYS) | any_text
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | keys,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=8,
)


def is_told(data: bytes) -> bool:
    """Return False for a workshop; True if the file was refused with a sentence and a place."""
    try:
        parse(data)
    except ExchangeError as refused:
        assert refused.errors
        assert all(one.path.startswith("$") and one.message for one in refused.errors)
        str(refused).encode()
        return True
    return False


@given(st.binary(max_size=200))
@example(b"\xff\xfe")
def test_random_bytes_are_told(data: bytes) -> None:
    assert is_told(data)


@given(st.text(alphabet='{}[]:,"\\ue0dDtrf1.9-+E \n', max_size=80))
def test_nearly_json_is_told(text: str) -> None:
    assert is_told(text.encode())


@settings(max_examples=200)
@given(st.dictionaries(keys, values, max_size=5))
def test_random_sections_are_told_or_taken(sections: dict[str, Any]) -> None:
    head = {"format": "crm-workshop", "version": 1, "workshop": {"firm": "T"}}
    is_told(json.dumps(head | sections).encode())


def places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the way to every value inside `value`."""
    inside: Iterable[tuple[Any, Any]] = enumerate(value) if isinstance(value, list) else ()
    if isinstance(value, dict):
        inside = value.items()
    return [at, *(place for key, one in inside for place in places(one, (*at, key)))]


ALL_PLACES = [[place for place in places(one) if place] for one in SAMPLES]


@st.composite
def mutated(draw: Callable[..., Any]) -> bytes:
    """A sample in which one to three places were changed, deleted, repeated or renamed."""
    number = draw(st.integers(0, len(SAMPLES) - 1))
    document = copy.deepcopy(SAMPLES[number])
    for _ in range(draw(st.integers(1, 3))):
        *way, last = draw(st.sampled_from(ALL_PLACES[number]))
        try:
            holder = document
            for key in way:
                holder = holder[key]
            old = holder[last]
        except (KeyError, IndexError, TypeError):
            continue  # an earlier change took the place away
        match draw(st.sampled_from(["set", "delete", "repeat", "rename"])):
            case "set":
                holder[last] = draw(values)
            case "delete":
                del holder[last]
            case "repeat" if isinstance(holder, list):
                holder.insert(last, copy.deepcopy(old))
            case "rename" if isinstance(holder, dict):
                holder[draw(st.sampled_from(KEYS))] = holder.pop(last)
    return json.dumps(document).encode()


@settings(max_examples=80)
@given(mutated())
def test_a_changed_sample_is_told_or_imported_as_it_was_read(data: bytes) -> None:
    with Store.open(":memory:") as store:
        if is_told(data):
            return
        dossier = parse(data)
        if dossier.rows:
            assert dump(parse(dump(dossier))) == dump(dossier)
        workshop_id = import_workshop(store, data)
        agenda = kit_of(dossier.workshop).activities
        if len(dossier.all(Activity)) == len(agenda):
            assert dump(store.load(workshop_id)) == dump(dossier)
        assert len(store.all(Activity, workshop_id)) == len(agenda)
