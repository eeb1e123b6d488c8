"""A program of its own for each measurement: a bare window, or ours.

`python -m benchmarks.window bare` and `… ours LIBRARY` write a line as soon as their first window
is painted, and end. `… bare-memory` and `… ours-memory FOLDER` write how much memory (KiB) they
hold: ours with the sample live and the room screen beside it, after a walk through the whole day.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Final

#: What the system knows of this process; Linux has it.
MEMORY: Final = Path("/proc/self/smaps_rollup")


def _painted() -> None:
    """Say that the window is painted, and end; its children are painted with it."""
    from PySide6.QtWidgets import QApplication

    print("painted", flush=True)
    QApplication.quit()


def _tell(*_: object) -> None:
    """Stand in for a window's painting: neither window paints anything itself."""
    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, _painted)


def bare() -> None:
    """Show an empty window."""
    from PySide6.QtWidgets import QApplication, QWidget

    class Window(QWidget):
        paintEvent = _tell  # noqa: N815 (Qt's own name)

    app = QApplication([])
    window = Window()
    window.show()
    app.exec()


def ours(library: str) -> None:
    """Start the program as its command does, on a library."""
    from ui.app import main

    import_module("crm_workshop.store.library")  # the program brings it in before Qt
    from ui.home.window import HomeWindow

    HomeWindow.paintEvent = _tell  # type: ignore[method-assign]  # to look, not to change
    sys.argv = ["crm-workshop", "--library", library]
    main()


def bare_memory() -> None:
    """Show an empty window and say what it holds."""
    from PySide6.QtWidgets import QApplication, QWidget

    app = QApplication([])
    window = QWidget()
    window.show()
    app.processEvents()
    print(_held(), flush=True)


def ours_memory(folder: str) -> None:
    """Walk through a live workshop and say what that holds."""
    from PySide6.QtTest import QTest

    from benchmarks.stage import stage
    from crm_workshop.model.workshop import Activity

    with stage(Path(folder)) as live:
        for activity in live.session.dossier.all(Activity):
            live.console.go_to(activity.id)
            QTest.qWait(20)
        print(_held(), flush=True)


def _held() -> int:
    """Return the memory (KiB) that this process has in use."""
    lines = MEMORY.read_text("ascii").splitlines()
    return next(int(one.split()[1]) for one in lines if one.startswith("Rss:"))


_MODES: Final[dict[str, Callable[..., None]]] = {
    "bare": bare,
    "ours": ours,
    "bare-memory": bare_memory,
    "ours-memory": ours_memory,
}

if __name__ == "__main__":
    _MODES[sys.argv[1]](*sys.argv[2:])
