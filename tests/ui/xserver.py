"""An X server of its own for a script that needs real windows, started and stopped here.

The server and what goes with it come from the system. Where they are missing a test says so; under
CI that is a failure.
"""

import os
import shutil
import subprocess
import sys
from ctypes.util import find_library
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def needs_x(*programs: str, libraries: tuple[str, ...] = ()) -> pytest.MarkDecorator:
    """Return the mark of a test that needs an X server with these programs and libraries."""
    missing = [one for one in ("Xvfb", *programs) if shutil.which(one) is None]
    if sys.platform == "linux":
        missing += [f"lib{one}" for one in libraries if not find_library(one)]
    told = ", ".join(missing) or "Linux"
    may_skip = sys.platform != "linux" or (bool(missing) and "CI" not in os.environ)
    return pytest.mark.skipif(may_skip, reason=f"needs an X server of its own, missing: {told}")


def play(script: Path, *arguments: str, screen: str) -> None:
    """Run a script on an X server with one wide screen; it has to end well."""
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", screen, "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert server.stdout is not None
        display = ":" + server.stdout.readline().strip()
        own = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
        run = subprocess.run(
            [sys.executable, str(script), *arguments],
            env=os.environ | own,
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
        )
        assert run.returncode == 0, run.stdout + run.stderr
    finally:
        server.terminate()
        server.wait(10)
        if server.stdout is not None:
            server.stdout.close()
