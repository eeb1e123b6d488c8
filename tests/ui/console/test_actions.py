"""Every action once, no key twice, every one of them does something."""

from collections import Counter
from itertools import chain

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from crm_workshop.kit.design import Method
from crm_workshop.model.workshop import Activity
from tests.ui.console.conftest import COMPLETE, Opener
from ui.actions import ACTIONS, BY_ID
from ui.activities import PANELS, panel_class
from ui.activities.panel import Panel
from ui.console.window import ConsoleWindow
from ui.ways import Way, Where


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


def test_no_key_means_two_things_in_any_activity(console: Opener) -> None:
    window = console(COMPLETE, "1.1")
    for activity in window.session.dossier.all(Activity):
        window.go_to(activity.id)
        twice = [keys for keys, count in Counter(keys_of(window)).items() if count > 1]
        assert not twice, activity.key


def keys_of(window: ConsoleWindow) -> list[str]:
    """Return the keys of everything in a window that takes any, once for each taker."""
    actions = [one for one in window.findChildren(QAction) if of_window(one)]
    found = [keys for one in actions for keys in one.shortcuts()]
    shortcuts = [one for one in window.findChildren(QShortcut) if of_window(one)]
    found += [keys for one in shortcuts for keys in QShortcut.keys(one)]
    buttons = [one for one in window.findChildren(QAbstractButton) if one.isVisible()]
    found += [one.shortcut() for one in buttons]
    named = [
        one for one in window.findChildren(QLabel) if one.isVisible() and one.buddy() is not None
    ]
    found += [QKeySequence.mnemonic(one.text()) for one in named]
    return [one.toString() for one in found if not one.isEmpty()]


def of_window(taker: QAction | QShortcut) -> bool:
    """Tell whether a key works in the whole window, where its owner can be seen."""
    if isinstance(taker, QAction):
        context, owner = taker.shortcutContext(), taker.parent()
    else:
        context, owner = taker.context(), taker.parent()
    seen = isinstance(owner, QWidget) and owner.isVisible()
    return seen and context is Qt.ShortcutContext.WindowShortcut


def test_the_console_leads_to_what_surrounds_the_live_hours(qtbot: QtBot, console: Opener) -> None:
    window = console(shown=False)
    for action, where in (("preparation", Where.PREPARATION), ("charter", Where.CHARTER)):
        with qtbot.waitSignal(window.way_chosen) as asked:
            window.named_actions[action].trigger()
        assert asked.args == [Way(where, window.session.workshop_id)]
