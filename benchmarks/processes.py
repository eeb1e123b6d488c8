"""The whole program against a bare PySide6 window: how soon it is there, and what it holds."""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.stage import LIBRARY, prepare
from benchmarks.timing import Claim
from benchmarks.window import MEMORY


def first_window(folder: Path, *, rounds: int = 9) -> Claim:
    """From starting the program to its first painted window, in turns with an empty window."""
    prepare(folder)
    library = folder / LIBRARY
    for program in (("ours", str(library)), ("bare",)):
        until_painted(folder, *program)  # once unmeasured: Python writes down what it compiles
    measured = [
        (until_painted(folder, "ours", str(library)), until_painted(folder, "bare"))
        for _ in range(rounds)
    ]
    ours = statistics.median(one for one, _ in measured)
    bare = statistics.median(other for _, other in measured)
    told = f"{ours * 1e3:.0f} ms against {bare * 1e3:.0f} ms"
    return Claim("First window against a bare one", ours / bare, 2.5, "×", told)


def memory(folder: Path) -> Claim:
    """What the program holds with a workshop live on both screens, against an empty window."""
    what = "Memory while live against a bare window"
    if not MEMORY.exists():
        return Claim(what, 0.0, 3.0, "×", "measured on Linux only")
    prepare(folder)  # elsewhere: who opens a workshop has not just brought it in
    ours, bare = _held(folder, "ours-memory", str(folder)), _held(folder, "bare-memory")
    return Claim(what, ours / bare, 3.0, "×", f"{ours / 1024:.0f} MB against {bare / 1024:.0f} MB")


def until_painted(folder: Path, *arguments: str) -> float:
    """Return the seconds from starting a process until it says that its window is painted."""
    begun = time.perf_counter()
    with _started(folder, *arguments) as process:
        assert process.stdout is not None, "it is a pipe"
        assert process.stdout.readline() == "painted\n", "the window was never painted"
        return time.perf_counter() - begun


def _held(folder: Path, *arguments: str) -> int:
    with _started(folder, *arguments) as process:
        assert process.stdout is not None, "it is a pipe"
        return int(process.stdout.readline())


def _started(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """Start a program of `benchmarks.window`, with settings that nobody else has."""
    here = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(folder)}
    here.pop("PYTHONDONTWRITEBYTECODE", None)
    command = (sys.executable, "-m", "benchmarks.window", *arguments)
    return subprocess.Popen(command, env=here, stdout=subprocess.PIPE, text=True)
