"""The words as data, and how they are found."""

import tomllib
from importlib import resources

import pytest

from crm_workshop.checks.reading import head_noun
from crm_workshop.kit.lexicon import Forms, Lexicon, WordList, lexicon

EN = lexicon("en")


def found(words: WordList, text: str) -> str:
    return words.first(EN.read(text))


def test_every_list_of_the_file_is_known_and_none_is_empty() -> None:
    source = resources.files("resources").joinpath("checks", "words.toml").read_text("utf-8")
    for language in tomllib.loads(source).values():
        assert language.keys() == set(Lexicon.__struct_fields__)
        assert all(language.values())
        lists = [entries for entries in language.values() if isinstance(entries, dict)]
        for forms in (forms for entries in lists for forms in entries.values()):
            assert isinstance(forms, str) or len(forms) == len(set(forms)), "an entry twice"


def test_a_language_without_words_is_read_as_english() -> None:
    assert lexicon("xx").months == EN.months


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Two systems", "systems"),
        ("a SYSTEM.", "SYSTEM"),
        ("an ecosystem", ""),
        ("systematic", ""),
        ("a single customer view", "single customer view"),
        ("a single-customer view of it", "single customer view"),
        ("what IT said", "IT"),
        ("what it said", ""),
    ],
)
def test_words_match_whole_in_any_case(text: str, wanted: str) -> None:
    assert found(EN.technology, text) == wanted


@pytest.mark.parametrize("form", ["stop", "stops", "stopped", "stopping"])
def test_verbs_bend(form: str) -> None:
    assert found(WordList(Forms(verbs=("stop",))), form) == form


@pytest.mark.parametrize(
    ("verb", "form"), [("serve", "serving"), ("reply", "replied"), ("call back", "called back")]
)
def test_verbs_bend_by_their_ending(verb: str, form: str) -> None:
    assert found(WordList(Forms(verbs=(verb,))), f"we {form} them") == form


def test_the_longest_entry_wins_and_what_is_passed_over_hides_what_is_in_it() -> None:
    words = WordList(Forms(nouns=("fee", "fee income"), never=("fee earner",)))
    assert found(words, "the fee incomes of a fee earner") == "fee incomes"
    assert found(words, "a fee earner") == ""
    assert found(words, "a fee earner's fee") == "fee"


def test_a_product_is_told_from_a_word_by_its_capital() -> None:
    assert found(EN.product, "kept in Outlook") == "Outlook"
    assert found(EN.product, "Outlook for our clients") == ""
    assert found(EN.product, "InterAction holds it") == "InterAction"
    assert found(EN.product, "each interaction") == ""


def test_short_forms_and_signs_are_read_apart() -> None:
    assert EN.read("CRM isn’t n/a: 100 % of each partner’s calls??").words == (
        *("crm", "is", "not", "n/a", ":", "100%", "of", "each", "partner", "calls", "??"),
    )


def test_a_text_of_any_length_is_read_quickly_and_partly() -> None:
    assert len(EN.read("word " * 100_000)) == 1000


@pytest.mark.parametrize(
    ("definition", "head"),
    [
        ("CRM is a database", "database"),
        ("CRM is our shared, searchable database of clients", ""),  # a sign ends the name
        ("CRM, for us, is simply the new firm-wide IT system we are buying", "system"),
        ("CRM is nothing more than a tool", "tool"),
        ("CRM is more than a tool", ""),
        ("CRM is a marketing tool", "tool"),
        ("CRM is a tool marketing uses", "tool"),
        ("CRM is a platform strategy", ""),
        ("CRM is no tool; it is a habit", ""),
        ("CRM is no tool; it is software that counts habits", "software"),
        ("CRM means that we answer", ""),
        ("A database of all our contacts", ""),  # equates nothing
        ("Tools are what CRM is not", ""),
        ("CRM is", ""),
        ("", ""),
    ],
)
def test_the_head_noun_of_a_definition(definition: str, head: str) -> None:
    assert head_noun(EN.read(definition), EN) == head
