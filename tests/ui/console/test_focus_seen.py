"""Wherever the keyboard is, it is seen: focus changes the picture, in the theme's focus colour."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.console.window import ConsoleWindow
from ui.theme.look import dress
from ui.theme.tokens import load_theme

#: So far (px) beyond a control its focus may be shown, and so many pixels of it are the least.
AROUND, LEAST = 4, 24

#: One activity of each method, and those whose panels hold further parts.
PANELS = ("1.1", "2.1", "2.2", "2.3", "3.2", "4.3", "8.1", "2.5", "8.2")


def focused() -> QWidget:
    widget: QWidget | None = QApplication.focusWidget()
    assert widget is not None
    return widget


def picture(window: QWidget, widget: QWidget) -> memoryview:
    """Return the pixels of a control and of what is around it."""
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    around = place.adjusted(-AROUND, -AROUND, AROUND, AROUND) & window.rect()
    assert not around.isEmpty(), f"{widget.accessibleName()} is out of sight: {place}"
    grabbed = window.grab(around).toImage()
    image = grabbed.convertToFormat(QImage.Format.Format_RGB32)
    return memoryview(bytes(image.constBits())).cast("I")


def seen_of(colour: QColor, window: ConsoleWindow, widget: QWidget) -> int:
    """Return how many pixels take a colour by a control's having the focus."""
    with_focus = picture(window, widget)
    elsewhere = window.rail if widget is window.top.menu else window.top.menu
    elsewhere.setFocus()
    without = picture(window, widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    wanted = colour.rgb()
    pairs = zip(with_focus, without, strict=True)
    return sum(now == wanted != before for now, before in pairs)


def go_on(qtbot: QtBot, widget: QWidget) -> None:
    """Press Tab until another control has the focus: in a table it goes through the cells."""
    for _ in range(200):
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
        if focused() is not widget:
            return
    raise AssertionError(f"Tab does not lead out of {widget.accessibleName()}")


@pytest.mark.parametrize(
    ("key", "theme_name"),
    [
        *((key, "light") for key in PANELS),
        *((key, theme) for key in PANELS[-1:] for theme in ("dark", "contrast")),
    ],
)
def test_the_focus_is_seen_on_every_control(
    qtbot: QtBot,
    qapp: QApplication,
    console: Callable[..., ConsoleWindow],
    key: str,
    theme_name: str,
) -> None:
    window = console(0, key)
    theme = dress(qapp, load_theme(theme_name))
    window.set_theme(theme)
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: window.work.x() == window.rail.geometry().right() + 1)
    qapp.processEvents()
    window.top.menu.setFocus()
    unseen, met = list[str](), set[QWidget]()
    while (now := focused()) not in met:
        met.add(now)
        if seen_of(QColor(theme.focus), window, now) < LEAST:
            unseen.append(f"{type(now).__name__} {now.accessibleName() or now.property('text')}")
        go_on(qtbot, now)
    assert len(met) > 8
    assert unseen == []
