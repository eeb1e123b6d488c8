"""Every text of kit and model reads right in every vocabulary and locale."""

import re

import pytest

from crm_workshop.kit.english import article
from crm_workshop.model.workshop import Workshop
from tests.kit.rendering import all_texts, kit_texts, model_texts, workshops

#: Keys whose texts are whole sentences; the others are titles, labels and cards.
SENTENCES = re.compile(
    r"\.(say|watch|rescue|question|room_note|hint|ask|sign|action|text|source|gate|stay|taken_home"
    r"|set_up|prework_intro|sponsor_call|stem|ticks\[\d\]|prework\[\d\])$"
)
#: What continues somebody else's sentence and so begins small.
CONTINUED = re.compile(r"\.(low|high|examples\[\d\])$")
#: Words that British and American readers spell differently: a kit text does without them.
SPELLED_TWO_WAYS = re.compile(
    r"\b\w*(isation|ising|ised|yse|behaviour|colour|favour|honour|labour|programme|licence|centre"
    r"|cheque|enquir|judgement|fulfil|diary|whilst)\w*",
    re.IGNORECASE,
)
EVERYWHERE = pytest.mark.parametrize(
    "workshop", workshops(), ids=lambda one: f"{one.sector.value}-{one.locale.value}"
)


@EVERYWHERE
def test_nothing_is_left_to_fill_and_spaces_are_single(workshop: Workshop) -> None:
    for path, _, text in all_texts(workshop):
        assert not re.search(r"[{}]|\s{2}|\n|^\s|\s$|\s[,.;!?]", text), (path, text)


@EVERYWHERE
def test_articles_agree_with_the_word_that_follows(workshop: Workshop) -> None:
    for path, _, text in all_texts(workshop):
        for said, noun in re.findall(r"\b([Aa]n?) ([\w’-]+)", text):
            assert said.lower() == article(noun), (path, text)
        assert not re.search(r"\b(a|an|the) (a|an|the)\b", text, re.IGNORECASE), (path, text)


@EVERYWHERE
def test_sentences_begin_with_a_capital_and_end_with_a_stop(workshop: Workshop) -> None:
    for path, _, text in all_texts(workshop):
        if not text or CONTINUED.search(path):
            continue
        assert re.match(r"[A-Z0-9“]", text), (path, text)
        for inner in re.findall(r"[.?!]”? +(\S+)", text):
            assert re.match(r"[A-Z0-9“]", inner), (path, text)
        if SENTENCES.search("." + path):
            assert re.search(r"[.?!…]”?$", text), (path, text)


@EVERYWHERE
def test_the_room_can_read_a_question_from_the_back_row(workshop: Workshop) -> None:
    for path, _, text in all_texts(workshop):
        if path.endswith(".question"):
            assert 20 <= len(text) <= 100, (path, len(text), text)
        if re.fullmatch(r"\d\.\d\.title", path):
            assert len(text) <= 32, (path, len(text), text)


def test_an_article_belongs_to_its_word_and_verbs_to_their_number() -> None:
    for path, text in (*kit_texts(), *model_texts()):
        assert not re.search(r"\b[Aa]n? \{", text), (path, text)
        assert not re.search(r"\{(client|professional|leader|unit|firm)\} (are|have|were)\b", text)
        assert not re.search(r"\{(clients|professionals|wins|works)\} (is|has|was)\b", text), path


def test_kit_texts_use_words_that_both_locales_spell_alike() -> None:
    for path, text in kit_texts():
        assert not SPELLED_TWO_WAYS.search(text), (path, text)


def test_kit_texts_are_typeset() -> None:
    for path, text in kit_texts():
        assert not re.search(r"""["']|\.\.\.|--""", text), (path, text)
        assert text.count("“") == text.count("”"), (path, text)
