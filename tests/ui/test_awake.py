"""While a workshop is live the computer stays awake: the system is asked, and never waited for."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crm_workshop.exchange import import_workshop
from crm_workshop.exchange.samples import samples
from crm_workshop.store.library import Store
from ui.awake import Awake
from ui.bridge import StoreBridge
from ui.live import LiveWorkshop
from ui.theme.look import dress

NEEDED = [] if shutil.which("dbus-daemon") else ["dbus-daemon"]
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only a Linux is asked over D-Bus")


class System:
    """A system that agrees or not, when it is told to, and counts who holds it awake."""

    def __init__(self, *, agrees: bool = True) -> None:
        self.agrees = agrees
        self.may_answer = Event()
        self.may_answer.set()
        self.asked = 0
        self.holding = 0

    @contextmanager
    def request(self) -> Iterator[SimpleNamespace]:
        self.asked += 1
        assert self.may_answer.wait(10)
        self.holding += 1
        yield SimpleNamespace(active=self.agrees)
        self.holding -= 1


def test_the_system_is_asked_once_and_told_when_nobody_needs_it_any_more(qtbot: QtBot) -> None:
    system = System()
    awake = Awake(system.request)
    awake.hold()
    awake.hold()
    qtbot.waitUntil(lambda: awake.is_kept)
    awake.release()
    assert (system.asked, system.holding, awake.is_kept) == (1, 1, True)
    awake.release()
    assert not awake.is_kept
    awake.close()
    assert system.holding == 0


def test_it_can_be_held_again_after_it_was_let_go(qtbot: QtBot) -> None:
    system = System()
    awake = Awake(system.request)
    awake.hold()
    awake.release()
    awake.hold()
    qtbot.waitUntil(lambda: awake.is_kept)
    awake.close()
    assert (system.asked, system.holding) == (2, 0)


def test_a_refusal_is_told(qtbot: QtBot) -> None:
    awake = Awake(System(agrees=False).request)
    with qtbot.waitSignal(awake.refused):
        awake.hold()
    assert not awake.is_kept
    awake.close()


def test_a_slow_system_holds_nobody_up_and_its_late_answer_is_not_news(
    qtbot: QtBot, qapp: QApplication
) -> None:
    system = System(agrees=False)
    system.may_answer.clear()
    awake = Awake(system.request)
    awake.hold()
    assert system.holding == 0, "it would have waited for the answer"
    awake.release()
    with qtbot.assertNotEmitted(awake.refused):
        system.may_answer.set()
        awake.close()
        qapp.processEvents()
    assert (system.asked, system.holding) == (1, 0)


@LINUX
def test_without_a_session_bus_the_real_thing_is_refused(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("WAKEPY_FAKE_SUCCESS", raising=False)
    awake = Awake()
    with qtbot.waitSignal(awake.refused):
        awake.hold()
    awake.close()


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A message bus of its own, as a desktop has one."""
    assert not NEEDED
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout is not None
    with daemon.stdout:
        address = daemon.stdout.readline().strip()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.delenv("WAKEPY_FAKE_SUCCESS", raising=False)
        yield address
        daemon.terminate()
        daemon.wait(10)


class ScreenSaver:
    """A desktop's screen saver on the bus: it agrees to be held off, and remembers."""

    def __init__(self, address: str) -> None:
        from jeepney.bus_messages import message_bus
        from jeepney.io.blocking import open_dbus_connection

        self.heard: list[str] = []
        self._connection = open_dbus_connection(address)
        self._connection.send_and_get_reply(message_bus.RequestName("org.freedesktop.ScreenSaver"))
        self._thread = Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        """Answer until the request has been taken back."""
        from jeepney import HeaderFields, MessageType, new_method_return

        while self.heard[-1:] != ["UnInhibit"]:
            message = self._connection.receive(timeout=20)
            if message.header.message_type is not MessageType.method_call:
                continue
            self.heard.append(message.header.fields[HeaderFields.member])
            answer = ("u", (7,)) if self.heard[-1] == "Inhibit" else (None, ())
            self._connection.send(new_method_return(message, *answer))

    def close(self) -> None:
        self._thread.join(20)
        self._connection.close()


@LINUX
@pytest.mark.skipif(
    bool(NEEDED) and "CI" not in os.environ, reason="needs a message bus, missing: dbus-daemon"
)
def test_a_desktop_is_held_awake_and_let_go(qtbot: QtBot, bus: str) -> None:
    saver = ScreenSaver(bus)
    awake = Awake()
    awake.hold()
    qtbot.waitUntil(lambda: awake.is_kept)
    assert saver.heard == ["Inhibit"]
    awake.release()
    awake.close()
    saver.close()
    assert saver.heard == ["Inhibit", "UnInhibit"]


def test_the_computer_may_sleep_again_once_it_is_closed(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    store = Store.open(":memory:")
    number = import_workshop(store, samples()[0].data)
    system = System()
    awake = Awake(system.request)
    live = LiveWorkshop(store, StoreBridge(store), number, dress(qapp), settings, awake)
    qtbot.addWidget(live.console)
    qtbot.addWidget(live.room)
    qtbot.waitUntil(lambda: awake.is_kept)
    live.console.close()
    assert not awake.is_kept
    awake.close()
