"""What a firm is told when its kit is wrong: file, key, and what was expected."""

import re
from pathlib import Path

import msgspec
import pytest

from crm_workshop.errors import KitError
from crm_workshop.kit.design import ActivityDesign
from crm_workshop.kit.load import load_kit
from crm_workshop.kit.own import OwnKit
from crm_workshop.kit.words import FACTS, NOUNS, PHRASES
from tests.kit.own_kits import HEAD, add, change, own

DOCS = Path(__file__).parents[2] / "docs"


def complaint(source: str) -> list[str]:
    with pytest.raises(KitError) as error:
        load_kit(source, "own.toml")
    return str(error.value).split("\n")


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        # It is not TOML.
        ('name = "a"\nname = "b"\n', "line 2, column 11: a key is given twice"),
        ("name = ", "line 1, the end: invalid value"),
        ("a = 1\n[x\n", "line 2, column 3: expected ']'"),
        ("a = " + "9" * 5000, "a number or a date that cannot be"),
        ("a = " + "[" * 3000, "nested too deeply"),
        ("a = '" + "x" * 500_000, "500,005 characters; the most is 500,000"),
        # Keys and types.
        ("", "name is missing"),
        ("leave_out = ['1.2']", 'based_on is missing: write based_on = "standard"'),
        ("based_on = 'other'\nname = 'x'", "based_on should be “standard”, not “other”"),
        ("based_on = 'standard'", "name is missing"),
        (own("leaveout = []"), "leaveout is not a key here"),
        (own("leave_out = '1.2'"), "leave_out should be a list, not a text in quotes"),
        (own("version = 'x'"), "version should be a whole number, not a text in quotes"),
        (own("version = 0"), "version should be 1 or more"),
        ("based_on = 'standard'\nname = ' '", "name should not be empty"),
        (change("2.1", 'questoin = "x"'), 'change."2.1".questoin is not a key here; did you'),
        (change("2.1", 'minutes.half = "x"'), 'change."2.1".minutes.half should be a whole'),
        (change("2.1", 'key = "x"'), 'change."2.1".key cannot be changed'),
        (own('change."2.1" = 3'), 'change."2.1" should be a table of keys'),
        (change("2.1", 'method = "vote"'), "should be one of cards, sort, poll, register"),
        (own('[change."2.3".poll]\nscale = "x"'), "should be one of line, gradients, fist"),
        (change("2.1", 'leaders = "yes"'), "leaders should be true or false, not a text"),
        (change("5.1", 'records = [{ record = "win", rows = [1] }]'), "records[1].rows shoul"),
        (own('[change."4.1".cards]\npresets = ["a", 3]'), "presets[2] should be a text in quotes"),
        (own("add = [3]"), "add[1] should be a table of keys, not 3"),
        (change("2.1", "minutes.half = 5.5"), "minutes.half should be a whole number, not 5.5."),
        (change("5.1", 'records = [{ record = "win", rows = [1, 2.5] }]'), "not 2.5."),
        (own("booking = { short = 9, half = nan, full = 9 }"), "whole number, not nan."),
        (own("[[pitfalls]]\nkey = 'x'"), "pitfalls.x.name is missing"),
        (own("[set_up]\ngate = 1"), "set_up.gate should be a text in quotes"),
        # What they name has to be there.
        (own("leave_out = ['9.9']"), "leave_out names “9.9”, which is not in the standard kit"),
        (own('[change."9.9"]'), 'change."9.9" is not an activity of the standard kit'),
        (own("[stages]\nmeanin = 'x'"), "stages.meanin is not a stage; the stages are open, "),
        (own("stages.open = 3"), "stages.open should be a text in quotes, not 3."),
        (own("order = ['1.1']"), "order has no place for 1.2, 2.1,"),
        (own("order = ['9.9']"), "order names “9.9”, which is not on the agenda"),
        (own("order = ['1.1', '1.1']"), "order names “1.1” more than once"),
        (add("cards", "after = '9'\ncards = {}"), "add.new.after names “9”"),
        (change("2.1", 'stage = "x"'), "stage should be one of open, meaning, technology,"),
        (change("2.1", 'feeds = ["1"]'), "feeds names “1”; the charter’s sections are 2 to 14"),
        (own("leave_out = ['2.1']"), 'activities."2.2".sort.cards_from names “2.1”'),
        (
            own(
                "[[breaks]]\nafter = 'x'\ntitle = 'x'\nminutes = { short = 0, half = 1, full = 1 }"
            ),
            "breaks[1].after names “x”, which is not on the agenda",
        ),
        (change("5.1", 'records = [{ record = "wins" }]'), "records[1].record should be one"),
        (
            change("6.1", 'records = [{ record = "win", fields = ["x"] }]'),
            "records[1].fields names “x”; a win has who_helped, willing,",
        ),
        (
            change("6.1", 'records = [{ record = "win", fields = ["by", "by"] }]'),
            "names “by” 2 times; each stands once",
        ),
        (change("6.1", 'records = [{ record = "win", rows = [3, 1] }]'), "the fewest and then"),
        # Words.
        (change("2.1", 'say = "{clientele}"'), "say holds {clientele}, which is not a word"),
        (change("2.1", 'say = "{ client }"'), "say holds { client }, which is not a word"),
        (change("2.1", 'say = "a } b"'), "say has a “}” without its other half"),
        (change("1.1", 'ticks = ["{x}"]'), 'change."1.1".ticks[1] holds {x}'),
        (change("2.1", 'question = " "'), "question should not be empty"),
        (own("title = '{x}'"), "title holds {x}"),
        (own("[set_up]\nprework = ['{x}']"), "set_up.prework[1] holds {x}"),
        (own("[stages]\nopen = ''"), "stages.open.title should not be empty"),
        # Time.
        (change("2.4", "minutes.half = 3"), "should be 0 (left out) or at least the 8 that"),
        (change("2.4", "minutes.half = -3"), "minutes.half should be 0 to 480"),
        (change("2.4", "minutes.half = 481"), "minutes.half should be 0 to 480"),
        (change("2.4", "least = 0"), "least should be 1 minute or more"),
        (change("2.4", "priority = 9"), "priority should be 1 (cut last) to 5 (cut first)"),
        (
            change("2.4", "minutes = { short = 0, half = 0, full = 0 }"),
            "minutes leaves it out of every length; use leave_out",
        ),
        (own("booking = { short = 0, half = 9, full = 9 }"), "booking.short should be 1 to 1440 m"),
        (own("booking = { short = 9, half = 9, full = 1441 }"), "minutes, not 1441."),
        # Names stand on one line.
        (change("2.1", 'title = " "'), "title should not be empty"),
        (change("2.1", 'title = "a\\n"'), "title should be on one line"),
        (add("cards", "cards = {}").replace('"new"', '"a\\r\\nb"'), "key should be on one line"),
        (add("cards", "cards = {}").replace('"new"', '"  "'), "key should not be empty"),
        (own("title = 'a\u2028b'"), "own.toml: title should be on one line"),
        (own("stages.open = 'a\u2028b'"), "stages.open.title should be on one line"),
        (
            own(
                "[[breaks]]\nafter = '2.1'\ntitle = ''\nminutes = { short = 0, half = 1, full = 1 }"
            ),
            "breaks[1].title should not be empty",
        ),
        (own("[set_up]\ngate = ' '"), "set_up.gate should not be empty"),
        # What a method needs.
        (add("cards"), "add.new.cards is missing: a cards activity needs its cards table"),
        (add("sort"), "add.new.sort is missing"),
        (add("poll"), "add.new.poll is missing"),
        (add("register"), "add.new.records is missing"),
        (add("checklist"), "add.new.ticks is missing"),
        (add("statement"), "add.new.poll is missing"),
        (add("read_back"), "add.new.poll is missing"),
        (add("sort", "cards = {}\nsort = {}"), "sort.buckets should hold two buckets"),
        (
            add("sort", "sort = { buckets = [{ value = 'a', label = 'A' }] }"),
            "add.new.sort has nothing to sort",
        ),
        (
            add("sort", "cards = {}\n[add.sort]\nbuckets = [{ value = 'a', label = '' }]"),
            "sort.buckets[1].label should not be empty",
        ),
        (
            add("sort", "cards = {}\nsort = { ask_above = 'x' }"),
            "ask_above names “x”, which is no bucket",
        ),
        (add("sort", "cards = {}\nsort = { ask = 'x?' }"), "sort.ask and ask_above bel"),
        (add("sort", "sort = { subject = 'release_item' }"), "needs release_item among"),
        (
            own('[change."3.2".sort]\nbuckets = [{ value = "a", label = "A" }]'),
            "buckets should be left out: a technology_need has its own",
        ),
        (add("poll", "poll = { scale = 'line', questions = [] }"), "at least one quest"),
        (
            add("poll", "[add.poll]\nscale = 'line'\nquestions = [{ key = '', label = 'x' }]"),
            "poll.questions[1].key should not be empty",
        ),
        (add("cards", "cards = { write_minutes = 0 }"), "write_minutes should be 1 or"),
        (add("checklist", "ticks = ['']"), "ticks[1] should not be empty"),
        # Keys stand once.
        (
            add("cards", "cards = {}") + add("cards", "cards = {}").removeprefix(HEAD),
            "add.new is there more than once; give each a key of its own",
        ),
        (
            add("cards", "cards = {}").replace('"new"', '"2.1"'),
            'add."2.1" has the key of a standard activity: write under [change."2.1"] what differs',
        ),
        (own("[[pitfalls]]\nkey = 'access'\nname = 'x'"), "pitfalls names “access” 2 times"),
    ],
)
def test_a_mistake_is_named_by_file_key_and_what_was_expected(source: str, wanted: str) -> None:
    said = complaint(source)
    assert any(wanted in sentence for sentence in said), said
    assert all(re.fullmatch(r"own\.toml: .{10,}[.…?]", sentence) for sentence in said)


def test_all_mistakes_are_reported_at_once_the_first_one_first() -> None:
    said = complaint(
        own(
            "leave_out = ['9.9']\n"
            '[change."2.1"]\nminutes.half = "x"\n[change."2.2"]\nquestoin = "x"\n'
            "[[add]]\nkey = 'new'\n"
        )
    )
    for sentence, key in zip(said, ("leave_out", '"2.1"', '"2.2"', "add.new"), strict=True):
        assert f"own.toml: {key}" in sentence.replace("change.", "")


def test_very_many_mistakes_are_counted() -> None:
    said = complaint(own(f"leave_out = {[f'x{number}' for number in range(30)]}"))
    assert len(said) == 21
    assert said[-1] == "own.toml: 10 more, once these are mended."


def test_a_very_long_key_does_not_drown_its_message() -> None:
    assert len(complaint(own("x" * 100_000 + " = 1"))[0]) == 400


@pytest.mark.parametrize("struct", [OwnKit, ActivityDesign])
def test_the_docs_explain_every_key(struct: type[msgspec.Struct]) -> None:
    text = (DOCS / "kits.md").read_text("utf-8")
    for field in msgspec.structs.fields(struct):
        assert f"`{field.encode_name}`" in text, field.encode_name


def test_the_docs_explain_every_word() -> None:
    text = (DOCS / "kits.md").read_text("utf-8")
    for key in (*NOUNS, *PHRASES, *FACTS):
        assert f"`{{{key}}}`" in text, key


def test_the_docs_show_errors_as_they_are() -> None:
    text = (DOCS / "kits.md").read_text("utf-8")
    bad, said = re.findall(r"```(?:toml|text)\n(.*?)```", text, re.DOTALL)[-2:]
    with pytest.raises(KitError) as error:
        load_kit(HEAD + bad, "evening.toml")
    assert str(error.value) == said.strip()
