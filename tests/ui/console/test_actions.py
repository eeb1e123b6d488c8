"""Every action once, no key twice, every one of them does something."""

from itertools import chain

from PySide6.QtGui import QKeySequence

from crm_workshop.kit.design import Method
from tests.ui.console.conftest import Opener
from ui.actions import ACTIONS, BY_ID
from ui.activities import PANELS, panel_class
from ui.activities.panel import Panel


def test_no_key_stands_for_two_actions() -> None:
    keys = [QKeySequence(key).toString() for one in ACTIONS for key in one.keys]
    clicker = [key for one in ACTIONS for key in one.clicker]
    assert "" not in keys
    assert len(keys) == len(set(keys))
    assert not set(keys) & {QKeySequence(key).toString() for key in clicker}
    assert len(BY_ID) == len(ACTIONS)


def test_escape_is_nobodys_key() -> None:
    assert not any("Esc" in key for one in ACTIONS for key in (*one.keys, *one.clicker))


def test_a_panels_own_keys_are_none_of_the_consoles() -> None:
    ours = {QKeySequence(key).toString() for one in ACTIONS for key in one.keys}
    ours |= set(chain.from_iterable(one.clicker for one in ACTIONS))
    for method in Method:
        for key, _ in panel_class(method).keys:
            assert key not in ours, (method, key)


def test_every_method_has_its_panel() -> None:
    assert set(PANELS) == set(Method)
    for method in Method:
        assert issubclass(panel_class(method), Panel)


def test_every_action_is_done_by_somebody_and_stands_in_the_menu(console: Opener) -> None:
    window = console(shown=False)
    assert set(window._slots) == set(BY_ID)
    for name, action in window.named_actions.items():
        assert action.text()
        assert [one.toString() for one in action.shortcuts()] == [
            QKeySequence(key).toString() for key in BY_ID[name].keys
        ]
