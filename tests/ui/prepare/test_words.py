"""The firm's own words: typed, seen in a sentence at once, reset, taken back."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from crm_workshop.kit.words import EDITABLE, NOUNS, PHRASES, article_key, plural_key, words_for
from crm_workshop.model.choices import Sector
from crm_workshop.model.workshop import Word, Workshop
from tests.ui.console.conftest import CONTROL, press, the
from tests.ui.prepare.conftest import Opener
from ui.prepare.window import PrepareWindow
from ui.prepare.words import IN_USE, WordsPage
from ui.ways import Spot

CLIENT = "Whom the firm is there for"


@pytest.fixture
def words(preparation: Opener) -> PrepareWindow:
    window = preparation()
    window.go_to_spot(Spot(page=WordsPage.key))
    return window


def own(window: PrepareWindow) -> dict[str, str]:
    return {one.key: one.text for one in window.session.dossier.all(Word)}


def line(window: PrepareWindow, form: str = "one", about: str = CLIENT) -> QLineEdit:
    return the(window, QLineEdit, f"{about}: {form}" if form else about)


def in_use(window: PrepareWindow) -> str:
    return the(window, QLabel, "In use").text()


def reset(window: PrepareWindow, about: str = CLIENT) -> QPushButton:
    return the(window, QPushButton, f"Have the usual word back: {about}")


def test_every_word_has_a_sentence_that_says_all_its_forms() -> None:
    assert IN_USE.keys() == NOUNS.keys() | PHRASES.keys()
    for name, sentence in IN_USE.items():
        said = {one[0].lower() + one[1:] for one in re.findall(r"\{(\w+)\}", sentence)}
        forms = {name, plural_key(name), article_key(name)} & EDITABLE
        assert forms <= said, name
        for sector in Sector:
            assert "{" not in words_for(Workshop(sector=sector)).say(sentence)


def test_the_sentence_follows_every_letter_before_it_is_in_the_file(
    qtbot: QtBot, words: PrepareWindow
) -> None:
    assert QApplication.focusWidget() is line(words)
    assert in_use(words).startswith("For our clients, CRM means")
    line(words).selectAll()
    qtbot.keyClicks(line(words), "owner")
    assert own(words) == {}
    assert in_use(words).startswith("For our owners, CRM means")
    assert "one time an owner had" in in_use(words)
    qtbot.waitUntil(lambda: own(words) == {"client": "owner"}, timeout=1000)
    assert line(words, "several").text() == "owners"
    assert line(words, "with its article").text() == "an owner"
    press(qtbot, words, Qt.Key.Key_Tab)
    press(qtbot, words, Qt.Key.Key_Tab)
    press(qtbot, words, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is reset(words)
    press(qtbot, words, Qt.Key.Key_Tab)
    assert in_use(words).startswith("Ask what a fee earner gets back")


def test_an_irregular_plural_is_typed_beside_its_word(qtbot: QtBot, words: PrepareWindow) -> None:
    several = line(words, "several")
    several.setFocus()
    several.selectAll()
    qtbot.keyClicks(several, "clientele")
    press(qtbot, words, Qt.Key.Key_Tab)
    assert own(words) == {"clients": "clientele"}
    assert in_use(words).startswith("For our clientele, CRM means")


def test_the_usual_word_comes_back_by_one_key_and_is_one_step(
    qtbot: QtBot, words: PrepareWindow
) -> None:
    assert not reset(words).isEnabled()
    for form, typed in (("one", "owner"), ("several", "owners all")):
        field = line(words, form)
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, typed)
        press(qtbot, words, Qt.Key.Key_Tab)
    assert own(words) == {"client": "owner", "clients": "owners all"}
    reset(words).setFocus()
    press(qtbot, words, Qt.Key.Key_Space)
    assert own(words) == {}
    assert (line(words).text(), line(words, "several").text()) == ("client", "clients")
    assert not reset(words).isEnabled()
    assert words.named_actions["undo"].text() == "Undo “Reset word”"
    press(qtbot, words, Qt.Key.Key_Z, CONTROL)
    assert own(words) == {"client": "owner", "clients": "owners all"}
    assert in_use(words).startswith("For our owners all, CRM means")


def test_a_word_that_is_emptied_is_the_usual_one_again(qtbot: QtBot, words: PrepareWindow) -> None:
    for typed, kept in (("owner", {"client": "owner"}), ("", {})):
        line(words).setFocus()
        line(words).selectAll()
        qtbot.keyClicks(line(words), typed) if typed else press(qtbot, words, Qt.Key.Key_Delete)
        press(qtbot, words, Qt.Key.Key_Tab)
        assert own(words) == kept
    assert line(words).text() == "client"


def test_another_sector_brings_its_words_and_leaves_the_firms_own(
    qtbot: QtBot, words: PrepareWindow
) -> None:
    about = PHRASES["growth"]
    field = line(words, "", about)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "more for each owner")
    assert in_use(words) == "“Once the system is there, more for each owner takes care of itself.”"
    press(qtbot, words, Qt.Key.Key_PageUp, CONTROL)
    qtbot.keyClicks(QApplication.focusWidget(), "pub")
    press(qtbot, words, Qt.Key.Key_PageDown, CONTROL)
    assert words.session.dossier.workshop.sector is Sector.PUBLIC
    assert line(words).text() == "resident"
    assert line(words, "", about).text() == "more for each owner"
