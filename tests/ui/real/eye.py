"""What assistive technology perceives of a program. Run by the system's Python, which has the
bindings: each line that comes in asks, as JSON, and each line that goes out answers.
"""

import json
import sys
import time
from collections import deque
from importlib import import_module
from typing import Any

import_module("gi").require_version("Atspi", "2.0")
Atspi: Any = import_module("gi.repository.Atspi")
GLib: Any = import_module("gi.repository.GLib")

EVENTS = (
    "object:state-changed:focused",
    "object:announcement",
    "window:activate",
    "window:create",
)
TOLD_STATES = {
    *("active", "checkable", "checked", "editable", "enabled", "expandable", "focusable"),
    *("focused", "selected", "showing"),
}


class Eye:
    """Sees one program, by its process, and remembers what it is told of it."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._heard: deque[dict[str, Any]] = deque()
        self._listener = Atspi.EventListener.new(self._hear)
        for event in EVENTS:
            self._listener.register(event)
        self._program = self._find()

    def _find(self) -> Any:
        """Return the program once it has introduced itself."""
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            desktop = Atspi.get_desktop(0)
            for number in range(desktop.get_child_count()):
                one = desktop.get_child_at_index(number)
                if one is not None and one.get_process_id() == self._process:
                    return one
            GLib.MainContext.default().iteration(False)
        raise SystemExit("the program has not introduced itself")

    def _hear(self, event: Any) -> None:
        if "focused" in event.type and not event.detail1:
            return
        try:
            if event.source.get_process_id() == self._process:
                text = event.any_data if isinstance(event.any_data, str) else ""
                told = {"type": event.type, "source": _brief(event.source), "text": text}
                self._heard.append(told)
        except GLib.Error:
            # What had the focus is gone by the time that this is heard.
            return

    def tree(self) -> dict[str, Any]:
        """Return all that shows, from the program down."""
        self._program.clear_cache()
        return _whole(self._program)

    def next_event(self, kind: str, seconds: float) -> dict[str, Any] | None:
        """Return the next event of a kind, None if none comes in time; others before it go."""
        deadline = time.monotonic() + seconds
        context = GLib.MainContext.default()
        wake = GLib.timeout_add(20, lambda: True)
        try:
            while time.monotonic() < deadline:
                while self._heard:
                    event = self._heard.popleft()
                    if event["type"].startswith(kind):
                        return event
                context.iteration(True)
        finally:
            GLib.source_remove(wake)
        return None

    def forget(self) -> None:
        """Let all that was told until now be past."""
        while GLib.MainContext.default().iteration(False):
            pass
        self._heard.clear()


def _brief(node: Any) -> dict[str, Any]:
    """Return what a node is."""
    return {
        "path": node.path,
        "role": node.get_role_name(),
        "name": node.get_name(),
        "parent": getattr(node.get_parent(), "path", ""),
    }


def _whole(node: Any) -> dict[str, Any]:
    """Return a node with all that shows below it."""
    kinds = set(node.get_interfaces())
    states = {one.value_nick for one in node.get_state_set().get_states()}
    made = _brief(node) | {
        "description": node.get_description(),
        "states": sorted(states & TOLD_STATES),
        "text": _text(node) if "Text" in kinds else None,
        "actions": _actions(node) if "Action" in kinds else [],
        "table": _table(node) if "Table" in kinds and node.get_role_name() == "table" else None,
    }
    below = (node.get_child_at_index(number) for number in range(node.get_child_count()))
    made["children"] = [_whole(one) for one in below if one is not None and _shows(one)]
    return made


def _shows(node: Any) -> bool:
    return bool(node.get_state_set().contains(Atspi.StateType.SHOWING))


def _text(node: Any) -> str:
    return str(Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node)))


def _actions(node: Any) -> list[str]:
    return [node.get_action_name(one) for one in range(node.get_n_actions())]


def _table(node: Any) -> dict[str, Any]:
    """Return a table's size and its headings."""
    columns = Atspi.Table.get_n_columns(node)
    return {
        "rows": Atspi.Table.get_n_rows(node),
        "columns": columns,
        "headings": [Atspi.Table.get_column_description(node, one) for one in range(columns)],
    }


ANSWERS: dict[str, Any] = {"tree": Eye.tree, "event": Eye.next_event, "forget": Eye.forget}


def main() -> None:
    """Answer until nothing is asked any more."""
    eye = Eye(int(sys.argv[1]))
    for line in sys.stdin:
        name, *arguments = json.loads(line)
        answer = ANSWERS[name](eye, *arguments)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


main()
