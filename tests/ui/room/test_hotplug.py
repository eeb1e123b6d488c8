"""Real displays that come and go: one wide X server whose monitors are set and deleted.

The X server and the window manager come from the system. Where they are missing the test says so;
under CI that is a failure.
"""

import os
import shutil
import subprocess
import sys
from ctypes.util import find_library
from pathlib import Path

import pytest

NEEDED = [
    *(one for one in ("Xvfb", "openbox") if shutil.which(one) is None),
    *(
        f"lib{one}"
        for one in ("X11", "Xrandr")
        if sys.platform == "linux" and not find_library(one)
    ),
]


@pytest.mark.skipif(
    sys.platform != "linux" or (bool(NEEDED) and "CI" not in os.environ),
    reason=f"needs an X server of its own, missing: {', '.join(NEEDED) or 'Linux'}",
)
def test_unplugging_hides_the_room_and_plugging_in_brings_it_back(tmp_path):
    assert not NEEDED
    script = Path(__file__).with_name("hotplug.py")
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "2304x800x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert server.stdout is not None
        display = ":" + server.stdout.readline().strip()
        run = subprocess.run(
            [sys.executable, str(script), str(tmp_path / "settings.ini")],
            env=os.environ
            | {
                "DISPLAY": display,
                "QT_QPA_PLATFORM": "xcb",
                "PYTHONPATH": str(Path(__file__).parents[3]),
            },
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert run.returncode == 0, run.stdout + run.stderr
    finally:
        server.terminate()
        server.wait(10)
        if server.stdout is not None:
            server.stdout.close()
