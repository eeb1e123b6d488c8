"""A desktop of its own for real windows: an X server, a window manager, the accessibility bus.

Everything comes from the system, speaks through sockets of this machine alone, keeps its files in
the test's folder, and is ended by its id.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

ROOT: Final = Path(__file__).parents[3]
#: The system's Python is the one that has the bindings for assistive technology.
SYSTEM_PYTHON: Final = "/usr/bin/python3"
LAUNCHER: Final = "/usr/libexec/at-spi-bus-launcher"

_PRIVATE: Final = ("QT_", "XDG_", "DBUS_", "AT_SPI", "GTK_", "DISPLAY", "WAYLAND", "PYTHON")


def missing() -> list[str]:
    """Return what this system lacks for such a desktop; an empty list on a Debian with all."""
    if sys.platform != "linux":
        return ["Linux"]
    programs = ("Xvfb", "openbox", "xdotool", "dbus-daemon")
    lacking = [one for one in programs if shutil.which(one) is None]
    if not Path(LAUNCHER).exists():
        lacking.append("at-spi2-core")
    asked = "import gi; gi.require_version('Atspi', '2.0')"
    bindings = [SYSTEM_PYTHON, "-c", asked]
    has_python = shutil.which(SYSTEM_PYTHON) is not None
    if not has_python or subprocess.run(bindings, capture_output=True, check=False).returncode:
        lacking.append("gir1.2-atspi-2.0 and python3-gi")
    return lacking


class Desktop:
    """What is started here, with the environment that belongs to it."""

    def __init__(self, folder: Path) -> None:
        self.environment = {
            name: value for name, value in os.environ.items() if not name.startswith(_PRIVATE)
        }
        for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
            self.environment[f"XDG_{kind}_HOME"] = str(folder / kind.lower())
        sockets = folder / "sockets"
        sockets.mkdir(mode=0o700)
        self.environment["XDG_RUNTIME_DIR"] = str(sockets)
        self._log = (folder / "log.txt").open("w+", encoding="utf-8")
        self._started: list[subprocess.Popen[str]] = []

    def start(self, command: Sequence[str], *, talks: bool = False) -> subprocess.Popen[str]:
        """Start a program, which ends with the desktop; what it `talks` can be read."""
        process = subprocess.Popen(
            command,
            env=self.environment,
            cwd=ROOT,
            stdin=subprocess.PIPE if talks else subprocess.DEVNULL,
            stdout=subprocess.PIPE if talks else self._log,
            stderr=self._log,
            text=True,
            start_new_session=True,
        )
        self._started.append(process)
        return process

    def begin(self, size: str) -> None:
        """Start the servers, each when the one before it answers.

        An X server that has lost its last client begins anew, and refuses others meanwhile: this
        one does not.
        """
        server = self.start(
            [
                "Xvfb",
                "-displayfd",
                "1",
                "-screen",
                "0",
                f"{size}x24",
                "-nolisten",
                "tcp",
                "-noreset",
            ],
            talks=True,
        )
        self.environment["DISPLAY"] = f":{_line(server.stdout)}"
        address = f"unix:dir={self.environment['XDG_RUNTIME_DIR']}"
        bus = self.start(
            ["dbus-daemon", "--session", "--nofork", f"--address={address}", "--print-address"],
            talks=True,
        )
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = _line(bus.stdout)
        self.start([LAUNCHER, "--launch-immediately"])
        self.start(["openbox"])

    def press(self, *keys: str) -> None:
        """Press keys where the focus is, by X's names for them."""
        command = ["xdotool", "key", "--delay", "1", *keys]
        subprocess.run(command, env=self.environment, check=True)

    def log(self) -> str:
        """Return what all programs have complained of so far."""
        self._log.seek(0)
        return self._log.read()

    def end(self) -> None:
        """End every program that was started, the last one first, with what it started itself."""
        for process in reversed(self._started):
            try:
                os.killpg(process.pid, signal.SIGTERM)
                process.wait(10)
            except ProcessLookupError:
                process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait(10)
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    stream.close()
        self._log.close()


@contextmanager
def desktop(folder: Path, size: str = "1440x900") -> Iterator[Desktop]:
    """Hold a desktop as long as it is needed; its windows may be as large as `size`."""
    made = Desktop(folder)
    try:
        made.begin(size)
        yield made
    finally:
        made.end()


def _line(stream: IO[str] | None) -> str:
    assert stream is not None
    line = stream.readline().strip()
    assert line, "a server has ended before it answered"
    return line
