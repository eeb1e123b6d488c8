"""The real app on a desktop of its own, as assistive technology perceives it."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar

from tests.ui.real.desktop import ROOT, SYSTEM_PYTHON, Desktop, desktop

_START: Final = "import sys; from ui.app import main; sys.argv[:] = ['crm-workshop']; main()"
T = TypeVar("T")

#: So long (s) an answer may take on a machine that has much else to do.
_PATIENCE: Final = 20

_FOCUS: Final = "object:state-changed:focused"


@dataclass(frozen=True)
class Node:
    """One thing that assistive technology can tell of, with all that shows below it."""

    path: str
    role: str
    name: str
    parent: str
    description: str = ""
    states: frozenset[str] = frozenset()
    text: str | None = None
    actions: tuple[str, ...] = ()
    table: dict[str, Any] | None = None
    children: tuple["Node", ...] = field(default=(), repr=False)

    def walk(self) -> Iterator["Node"]:
        """Yield it and all below it, as they are read."""
        yield self
        for child in self.children:
            yield from child.walk()

    def all(self, *roles: str) -> list["Node"]:
        """Return all below it of these roles."""
        return [one for one in self.walk() if one.role in roles]

    def the(self, role: str, name: str) -> "Node":
        """Return the only one of a role whose name begins so."""
        found = [one for one in self.all(role) if one.name.startswith(name)]
        assert len(found) == 1, (role, name, [one.name for one in self.all(role)])
        return found[0]


@dataclass(frozen=True)
class Event:
    """What assistive technology is told, and by what."""

    source: Node
    text: str


class Reader:
    """The app at work: its tree, its events, and the keyboard."""

    def __init__(self, place: Desktop, eye: subprocess.Popen[str]) -> None:
        self._desktop = place
        self._eye = eye
        self.press = place.press

    def tree(self) -> Node:
        """Return all that shows now."""
        return _node(self._ask("tree"))

    def window(self, name: str) -> Node:
        """Return the window whose name begins so, once it shows."""
        return self.until(partial(self._window, name))

    def focus(self, *keys: str) -> Node:
        """Press keys, and return what then says that it has the focus."""
        self.press(*keys)
        return self.event(_FOCUS).source

    def forget(self) -> None:
        """Let all that was told until now be past."""
        self._ask("forget")

    def event(self, kind: str) -> Event:
        """Return the next event of a kind."""
        found = self._ask("event", kind, _PATIENCE)
        assert found, f"nobody is told of {kind}\n{self._desktop.log()}"
        return Event(_node(found["source"]), found["text"])

    def until(self, found: Callable[[], T | None]) -> T:
        """Return what is found, as soon as there is something."""
        deadline = time.monotonic() + _PATIENCE
        while not (answer := found()):
            assert time.monotonic() < deadline, self._desktop.log()
        return answer

    def _window(self, name: str) -> Node | None:
        windows = self.tree().children
        return next((one for one in windows if one.name.startswith(name)), None)

    def _ask(self, *question: object) -> Any:
        assert self._eye.stdin is not None
        assert self._eye.stdout is not None
        self._eye.stdin.write(json.dumps(question) + "\n")
        self._eye.stdin.flush()
        answer = self._eye.stdout.readline()
        assert answer, self._desktop.log()
        return json.loads(answer)


@contextmanager
def reading(folder: Path) -> Iterator[Reader]:
    """Start the app on a library with the complete sample, and what perceives it."""
    with desktop(folder) as place:
        place.environment |= {
            "QT_QPA_PLATFORM": "xcb",
            "QT_ACCESSIBILITY": "1",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "PYTHONPATH": str(ROOT),
            "CRM_WORKSHOP_LIBRARY": str(folder / "library.crmw"),
        }
        samples = [sys.executable, "-m", "crm_workshop", "sample", "alder-finch"]
        subprocess.run(
            samples, env=place.environment, cwd=ROOT, check=True, stdout=subprocess.DEVNULL
        )
        app = place.start([sys.executable, "-c", _START])
        eye = place.start(
            [SYSTEM_PYTHON, str(Path(__file__).with_name("eye.py")), str(app.pid)], talks=True
        )
        yield Reader(place, eye)
        assert app.poll() is None, place.log()


def _node(told: dict[str, Any]) -> Node:
    kept = {name: told[name] for name in ("path", "role", "name", "parent")}
    if "children" in told:
        kept |= {name: told[name] for name in ("description", "text", "table")}
        kept["states"] = frozenset(told["states"])
        kept["actions"] = tuple(told["actions"])
        kept["children"] = tuple(_node(one) for one in told["children"])
    return Node(**kept)
