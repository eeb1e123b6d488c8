"""Every error of a file is told, with its place and what was expected; nothing else is."""

import json
from pathlib import Path
from typing import Any

import pytest

from crm_workshop.errors import InputError
from crm_workshop.exchange import ExchangeError, parse
from crm_workshop.exchange.decode import LARGEST_FILE
from crm_workshop.model.success import Measure, Review

HEAD: dict[str, Any] = {"format": "crm-workshop", "version": 1, "workshop": {"firm": "Tull"}}


def problems(data: bytes) -> list[str]:
    with pytest.raises(ExchangeError) as caught:
        parse(data)
    return [str(one) for one in caught.value.errors]


def problems_of(**sections: Any) -> list[str]:
    return problems(json.dumps(HEAD | sections).encode())


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "$: the file is empty"),
        (b" \n", "$: the file is empty"),
        (b"\xef\xbb\xbf", "$: the file is empty"),
        (
            b'{"format": "\xe9"}',
            "$: byte 13 is not UTF-8 text; save the file as JSON with UTF-8 encoding",
        ),
        (
            '{"format": 1}'.encode("utf-16"),
            "$: byte 1 is not UTF-8 text; save the file as JSON with UTF-8 encoding",
        ),
        (
            b'{\n  "format": crm\n}',
            "$: line 2, column 13 is not JSON: Expecting value",
        ),
        (
            b'{\n  "format": "crm-workshop",\n  "version": 1,\n}',
            "$: line 3, column 15: JSON has no comma after the last of a list or an object; "
            "take it out",
        ),
        (
            b'{"people": [{} , \n]}',
            "$: line 1, column 16: JSON has no comma after the last of a list or an object; "
            "take it out",
        ),
        (
            b'{\n  // a council\n  "version": 1}',
            "$: line 2, column 3: JSON has no comments; take them out",
        ),
        (b'{"version": 1 # it\n}', "$: line 1, column 15: JSON has no comments; take them out"),
        (b"/* */ {}", "$: line 1, column 1: JSON has no comments; take them out"),
        (
            "{“format”: 1}".encode(),
            "$: line 1, column 2: JSON writes names and text in straight double quotation marks",
        ),
        (b"[" * 200_000, "$: lists or objects stand inside one another too deeply"),
        (b'{"a":' * 200_000, "$: lists or objects stand inside one another too deeply"),
        (b"[]", "$: expected an object, got a list"),
        (b"null", "$: expected an object, got null"),
        (b"9" * 5000, "$: expected an object, got Infinity"),
        (b" " * (LARGEST_FILE + 1), "$: the file is larger than 32 MB; it holds no workshop"),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else None,
)
def test_what_is_no_json_file_is_told_in_one_sentence(data: bytes, told: str) -> None:
    assert problems(data) == [told]


def test_a_byte_order_mark_is_read_over() -> None:
    assert parse(b"\xef\xbb\xbf" + json.dumps(HEAD).encode()).workshop.firm == "Tull"


def test_a_file_of_another_program_is_one_error_or_two() -> None:
    assert problems(b'{"name": "package", "version": "1.0.0"}') == [
        "$.format: expected “crm-workshop”, got nothing",
        '$.version: expected 1, got "1.0.0"',
    ]


def test_a_file_from_the_future_is_refused_for_that_alone() -> None:
    (told,) = problems(b'{"format": "crm-workshop", "version": 2, "meeting": {"firm": 5}}')
    assert told == (
        "$.version: a newer CRM Workshop wrote this file (format 2, this program reads 1); "
        "update the program and import it again"
    )


@pytest.mark.parametrize("version", [True, 1.0, 0, "1", None])
def test_the_version_is_the_whole_number_1(version: object) -> None:
    (told,) = problems(json.dumps(HEAD | {"version": version}).encode())
    assert told.startswith("$.version: expected 1, got ")


def wrong() -> list[tuple[str, str]]:
    """Return the cases of wrong.tsv: what is told, and the sections in which it is wrong."""
    lines = Path(__file__).with_name("wrong.tsv").read_text("utf-8").splitlines()[1:]
    return [(told, sections) for told, _, sections in (line.partition("\t") for line in lines)]


@pytest.mark.parametrize(("told", "sections"), wrong())
def test_one_error_is_told_with_its_place(told: str, sections: str) -> None:
    head = {"format": "crm-workshop", "version": 1}
    if '"workshop": ' not in sections:
        head |= HEAD
    assert problems(f"{json.dumps(head)[:-1]}, {sections[1:]}".encode()) == [told]


def test_a_wrong_kit_tells_what_is_wrong_with_it() -> None:
    (told, *_) = problems_of(workshop={"firm": "T", "kit_source": "name = 5"})
    assert told.startswith("$.workshop.kit_source: The workshop’s own kit: ")


def test_all_errors_are_told_a_line_each() -> None:
    with pytest.raises(InputError) as caught:
        parse(json.dumps(HEAD | {"people": [{"name": n} for n in range(9)], "x y": 1}).encode())
    assert isinstance(caught.value, ExchangeError)
    assert len(caught.value.errors) == 10
    first, second, *rest = str(caught.value).split("\n")
    assert first == "Nothing was imported, the file has 10 errors:"
    assert second.startswith('$["x y"]: there is no such key here; the keys are format, version, ')
    assert rest == [f"$.people[{n}].name: expected text, got {n}." for n in range(9)]


def test_fifty_errors_are_spelt_out() -> None:
    with pytest.raises(ExchangeError) as caught:
        parse(json.dumps(HEAD | {"people": [{"name": n} for n in range(70)]}).encode())
    told = str(caught.value).split("\n")
    assert told[0] == "Nothing was imported, the file has 70 errors:"
    assert (told[50], told[51:]) == ("$.people[49].name: expected text, got 49.", ["And 20 more."])


def test_a_single_error_is_one_line_and_one_sentence() -> None:
    with pytest.raises(ExchangeError) as caught:
        parse(json.dumps(HEAD | {"workshop": {"frim": "T", "firm": "T"}}).encode())
    assert str(caught.value) == (
        "Nothing was imported, the file has one error: "
        "$.workshop.frim: there is no such key here; did you mean “firm”?"
    )


def test_the_keys_of_a_record_are_listed_once() -> None:
    first, second = problems_of(milestones=[{"milestone": "a"}, {"milestone": "b"}])
    assert first == "$.milestones[0].milestone: there is no such key here; the keys are outcome, by"
    assert second == "$.milestones[1].milestone: there is no such key here"


def test_people_who_are_not_in_the_register_may_be_named() -> None:
    data = json.dumps(HEAD | {"measures": [{"owner": "TBC"}], "reviews": [{"attends": ["Zed"]}]})
    dossier = parse(data.encode())
    assert [one.owner for one in dossier.all(Measure)] == ["TBC"]
    assert [one.attends for one in dossier.all(Review)] == [("Zed",)]
