"""A real desk: an X server with two displays, a window manager, and hands on keyboard and mouse."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes.util import find_library
from dataclasses import dataclass
from pathlib import Path

from tests.ui.room.monitors import Monitors

#: What is missing here for a desk; under CI nothing may be.
NEEDED = [
    *(one for one in ("Xvfb", "openbox", "xdotool") if shutil.which(one) is None),
    *(
        f"lib{one}"
        for one in ("X11", "Xrandr")
        if sys.platform == "linux" and not find_library(one)
    ),
]

CANNOT = sys.platform != "linux" or (bool(NEEDED) and "CI" not in os.environ)
WHY = f"needs an X server of its own, missing: {', '.join(NEEDED) or 'Linux'}"

_ROOT = Path(__file__).parents[3]
_PROGRAM = "from ui.app import main; main()"


def until(fact: Callable[[], object], within: float = 30.0) -> None:
    """Look again and again until something is so; it is within so many seconds."""
    began = time.monotonic()
    while not fact():
        assert time.monotonic() - began < within, f"not within {within} s"
        time.sleep(0.02)


@dataclass(frozen=True)
class Rect:
    """Where a window stands, without its frame."""

    x: int
    y: int
    width: int
    height: int


class Desk:
    """Two displays side by side: a laptop of 1280 × 800 and a beamer of 1024 × 768."""

    def __init__(self, display: str) -> None:
        self.display = display

    def do(self, *command: str) -> str:
        """Let xdotool do something; return what it says."""
        run = subprocess.run(
            ["xdotool", *command],
            env=os.environ | {"DISPLAY": self.display},
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
        return run.stdout.strip()

    def press(self, *keys: str) -> None:
        """Press keys one after the other, such as `ctrl+k`."""
        self.do("key", "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        self.do("type", "--delay", "15", text)

    def windows(self, title: str) -> list[str]:
        """Return the windows that are shown and have this in their title."""
        return self.do("search", "--onlyvisible", "--name", title).split()

    def wait_for(self, title: str) -> None:
        """Go on once a window with this in its title takes the keys."""
        until(lambda: re.search(title, self.do("getwindowfocus", "getwindowname")))

    def double_click(self, x: int, y: int) -> None:
        """Click twice with the mouse."""
        self.do("mousemove", str(x), str(y), "click", "--repeat", "2", "--delay", "60", "1")

    def place(self, window: str) -> Rect | None:
        """Return where a window stands, or None if it is there no more.

        The mouse is asked for the corner: xdotool counts a frame twice.
        """
        size = _numbers(self.do("getwindowgeometry", "--shell", window))
        corner = _numbers(
            self.do("mousemove", "--window", window, "0", "0", "getmouselocation", "--shell")
        )
        if not size or not corner:
            return None
        return Rect(corner["X"], corner["Y"], size["WIDTH"], size["HEIGHT"])


def _numbers(said: str) -> dict[str, int]:
    """Return what xdotool says as lines such as `X=90`."""
    return {name: int(value) for name, value in (line.split("=") for line in said.splitlines())}


class Program:
    """CRM Workshop as a process of its own, with its library and settings in a folder."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM],
            cwd=folder,
            env=os.environ
            | {
                "DISPLAY": desk.display,
                "QT_QPA_PLATFORM": "xcb",
                "PYTHONPATH": str(_ROOT),
                "XDG_CONFIG_HOME": str(folder / "config"),
                "CRM_WORKSHOP_LIBRARY": str(library_in(folder)),
            },
        )

    def kill(self) -> None:
        """End it as a power cut does: it cannot even say goodbye."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait(30)

    def wait(self) -> int:
        """Return its exit code once it has ended by itself."""
        return self._process.wait(30)

    @property
    def is_running(self) -> bool:
        """Tell whether it has not ended yet."""
        return self._process.poll() is None


def library_in(folder: Path) -> Path:
    """Return the library file of the program in a folder."""
    return folder / "library.crmw"


@contextmanager
def desk() -> Iterator[Desk]:
    """Set a desk up, and clear it away again."""
    assert not NEEDED
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "2304x800x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert server.stdout is not None
    with server.stdout:
        display = ":" + server.stdout.readline().strip()
        manager = subprocess.Popen(
            ["openbox"], env=os.environ | {"DISPLAY": display}, stderr=subprocess.DEVNULL
        )
        try:
            monitors = Monitors(display)
            until(monitors.has_manager)
            monitors.plug_in("laptop", 0, 1280, 800, first=True)
            monitors.plug_in("beamer", 1280, 1024, 768)
            yield Desk(display)
        finally:
            for one in (manager, server):
                one.terminate()
                one.wait(10)


@contextmanager
def program(desk: Desk, folder: Path) -> Iterator[Program]:
    """Start the program; whatever happens, it is gone afterwards."""
    started = Program(desk, folder)
    try:
        yield started
    finally:
        if started.is_running:
            started.kill()
