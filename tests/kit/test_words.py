"""A firm's words: where each comes from, and what follows from it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_workshop.errors import KitError
from crm_workshop.kit.design import Vocabulary
from crm_workshop.kit.english import article, capital, plural
from crm_workshop.kit.reading import read_whole
from crm_workshop.kit.words import (
    EDITABLE,
    NOUNS,
    PHRASES,
    PLACEHOLDERS,
    journey_of,
    vocabulary,
    words_for,
    words_of,
)
from crm_workshop.model.choices import Locale, Sector
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import Word, Workshop

LAW = Workshop(firm="Alder & Finch LLP", sector=Sector.LAW, held_on=date(2026, 11, 21))


@pytest.mark.parametrize(
    ("noun", "wanted"),
    [
        ("client", "a"), ("officer", "an"), ("attorney", "an"), ("order", "an"), ("agency", "an"),
        ("hour", "an"), ("hourly client", "an"), ("honest broker", "an"), ("heir", "an"),
        ("house", "a"), ("user", "a"), ("unit", "a"), ("university", "a"), ("unique case", "a"),
        ("one-off", "a"), ("European office", "a"), ("uninsured client", "an"),
        ("utility", "a"), ("utmost care", "an"), ("umbrella", "an"), ("uncle", "an"),
        ("MP", "an"), ("NHS trust", "an"), ("UK client", "a"), ("CEO", "a"), ("HR director", "an"),
        ("LLP", "an"), ("NATO office", "a"), ("EU body", "an"), ("IT manager", "an"),
        ("8-day case", "an"), ("80 % case", "an"), ("11th floor", "an"), ("18-month order", "an"),
        ("110-page file", "a"), ("1-day case", "a"), ("“order”", "an"), ("élève", "a"), ("", "a"),
    ],
)  # fmt: skip
def test_article_by_sound(noun: str, wanted: str) -> None:
    assert article(noun) == wanted


@pytest.mark.parametrize(
    ("noun", "wanted"),
    [
        ("client", "clients"), ("fee earner", "fee earners"), ("enquiry", "enquiries"),
        ("company", "companies"), ("attorney", "attorneys"), ("pitch", "pitches"),
        ("business", "businesses"), ("practice", "practices"), ("box", "boxes"),
        ("head of service", "heads of service"), ("partner in charge", "partners in charge"),
        ("commander-in-chief", "commanders-in-chief"), ("one-off", "one-offs"),
        ("person", "people"), ("salesperson", "salespersons"), ("key person", "key people"),
        ("chairwoman", "chairwomen"), ("ombudsman", "ombudsmen"), ("human", "humans"),
        ("CEO", "CEOs"), ("MP", "MPs"), ("Member of Parliament", "Members of Parliament"),
    ],
)  # fmt: skip
def test_plural_of_the_head(noun: str, wanted: str) -> None:
    assert plural(noun) == wanted


def test_capital_changes_the_first_letter_only() -> None:
    assert capital("fee earner at McKay") == "Fee earner at McKay"


@pytest.mark.parametrize("sector", Sector)
def test_each_vocabulary_gives_every_word_and_a_journey(sector: Sector) -> None:
    words: Vocabulary = vocabulary(sector)
    assert words.sector is sector
    assert words.words.keys() >= NOUNS.keys() | PHRASES.keys()
    assert words.words.keys() | words.us.keys() <= EDITABLE
    assert 5 <= len(words.journey) == len(set(words.journey)) <= 8


@pytest.mark.parametrize("sector", Sector)
def test_every_placeholder_has_a_word(sector: Sector) -> None:
    assert words_for(Workshop(sector=sector)).forms.keys() == PLACEHOLDERS


def test_the_firm_its_date_and_the_same_day_a_year_on() -> None:
    said = words_for(LAW).say("{firm_name}, {date}, {date_plus_12_months}")
    assert said == "Alder & Finch LLP, 21 November 2026, 21 November 2027"


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        (None, "a year from today"),
        (date(2028, 2, 29), "February 28, 2029"),
        (date(9999, 12, 31), "December 31, 9999"),
    ],
)
def test_days_without_a_same_day_next_year(day: date | None, wanted: str) -> None:
    workshop = Workshop(held_on=day, locale=Locale.US)
    assert words_for(workshop).say("{date_plus_12_months}") == wanted


def test_a_firm_without_a_name_yet() -> None:
    assert words_for(Workshop(sector=Sector.PUBLIC)).say("{Firm_name}") == "Our council"


def test_american_words_bring_their_own_forms() -> None:
    words = words_for(Workshop(sector=Sector.LAW, locale=Locale.US))
    assert words.say("{A_professional}, {professionals}") == "An attorney, attorneys"
    assert words_for(Workshop(sector=Sector.B2B, locale=Locale.US)).say("{a_leader}") == "a CEO"


def test_an_edited_noun_takes_its_plural_and_article_along() -> None:
    words = words_for(LAW, {"client": " honest  company "})
    assert words.say("{A_client}, {clients}") == "An honest company, honest companies"


def test_an_edited_noun_drops_the_sector_s_own_plural() -> None:
    council = Workshop(sector=Sector.PUBLIC)
    assert words_for(council).say("{wins}") == "first-contact resolution"
    assert words_for(council, {"win": "enquiry"}).say("{wins}") == "enquiries"


def test_an_edited_form_wins_over_the_rule_and_over_the_noun() -> None:
    words = words_for(LAW, {"clients": "clientele", "client": "guest", "a_client": "some guest"})
    assert words.say("{client}, {clients}, {a_client}") == "guest, clientele, some guest"


@pytest.mark.parametrize("own", [{"client": "  \n"}, {"nobody": "x"}, {"Client": "x"}, {}])
def test_blank_and_unknown_edits_change_nothing(own: dict[str, str]) -> None:
    assert words_for(LAW, own) == words_for(LAW)


def test_the_dossier_s_words_count() -> None:
    dossier = Dossier(LAW, {Word: (Word(key="client", text="member"),)})
    assert words_of(dossier).say("{Clients}") == "Members"


def test_the_journey_speaks_the_firm_s_words() -> None:
    words = words_for(LAW, {"work": "instruction"})
    assert journey_of(LAW, words)[3:] == ("The instruction", "The bill", "After the instruction")


@given(st.text())
def test_whatever_is_typed_is_text_and_is_not_filled_again(typed: str) -> None:
    words = words_for(LAW, {"client": typed + "{firm}"})
    assert "{firm}" in words.say("{client}")


def test_an_unknown_placeholder_is_our_mistake() -> None:
    with pytest.raises(KeyError, match="clientele"):
        words_for(LAW).say("{clientele}")


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("sector = 'shop'\nwords = {}", "x.toml: sector should be one of law, accounting,"),
        ("sector = 'law'", "x.toml: words is missing."),
        ("sector = 'law'\nwords = { client = 1 }", "x.toml: words[...] should be a text in quotes"),
    ],
)
def test_a_wrong_vocabulary_file_is_named(source: str, wanted: str) -> None:
    with pytest.raises(KitError) as error:
        read_whole(source, "x.toml", Vocabulary)
    assert str(error.value).startswith(wanted)
