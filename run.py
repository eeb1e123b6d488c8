#!/usr/bin/env python3
"""Set up CRM Workshop and start it, or set it up and run every check.

    python3 run.py              set up, and start the app
    python3 run.py list         set up, and hand all arguments to the app's command line
    python3 run.py check        set up for development, and run the whole gate

On Windows write `py run.py`. Everything is installed into `.venv` beside this file. Only system
libraries that a Linux may lack come from elsewhere: as root on Debian by apt-get, otherwise by you.
"""

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

# Older Pythons read this far, so that they too answer with a sentence; newer ones have no Qt yet.
if sys.version_info < (3, 11) or sys.version_info >= (3, 15):
    sys.exit(
        f"CRM Workshop needs Python 3.11 to 3.14, and this is {sys.version.split()[0]}: "
        "install one of those and start run.py with it."
    )

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "set-up-complete"

# What Qt loads from a Linux, by the name its loader knows, with the Debian package that holds it.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
# What it loads besides for a window on an X display.
X_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-randr.so.0": "libxcb-randr0",
}

# What the tests of real windows start besides; where it cannot be had, those tests say so.
X_PACKAGES = ("xvfb", "openbox", "xdotool", "libx11-6", "libxrandr2")
GATE_PACKAGES = (*X_PACKAGES, "dbus", "at-spi2-core", "gir1.2-atspi-2.0", "python3-gi")

GATE = {
    "format": ("ruff", "format", "--check"),
    "lint": ("ruff", "check"),
    "types": ("mypy",),
    "contracts": ("lint-imports", "--no-logo"),
    "tests": ("pytest", "-q", "-n", "auto", "--dist", "loadfile"),
}

# What pip says of a connection that is not there, or breaks.
NETWORK_SIGNS = ("connection broken by", "ConnectionError", "ConnectTimeout", "ReadTimeout")


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments ask for, and return the exit code.

    `check` alone is the gate; with anything after it, it is the app's own `check WORKSHOP`.
    """
    is_gate = list(arguments) == ["check"]
    libraries = QT_LIBRARIES if is_gate else libraries_for_app(arguments, os.environ)
    packages = missing_packages(libraries) if sys.platform == "linux" else []
    if is_gate and is_root() and shutil.which("apt-get"):
        packages += missing_packages(X_LIBRARIES)
        packages += [name for name in GATE_PACKAGES if not is_installed(name)]
    if not STAMP.exists() and importlib.util.find_spec("ensurepip") is None:
        packages.append(f"python3.{sys.version_info[1]}-venv")
    if packages:
        provide_packages(packages)
    set_up("dev" if is_gate else "app")
    return run_gate() if is_gate else start_app(arguments)


# System packages


def libraries_for_app(arguments: Sequence[str], environment: Mapping[str, str]) -> dict[str, str]:
    """Return what a window needs on this display; a command, or no display, needs none of it."""
    if arguments:
        return {}
    if environment.get("WAYLAND_DISPLAY") or environment.get("QT_QPA_PLATFORM"):
        return QT_LIBRARIES
    return QT_LIBRARIES | X_LIBRARIES if environment.get("DISPLAY") else {}


def is_loadable(library: str) -> bool:
    """Ask the system's own loader for a library, which holds on any Linux, whoever packed it."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(
    libraries: Mapping[str, str], loadable: Callable[[str], bool] = is_loadable
) -> list[str]:
    """Return the Debian packages of those libraries that cannot be loaded, in the given order."""
    return [package for library, package in libraries.items() if not loadable(library)]


def is_installed(package: str) -> bool:
    """Ask Debian whether it has installed a package."""
    ask = ["dpkg-query", "--show", "--showformat=${db:Status-Status}", package]
    return subprocess.run(ask, capture_output=True, check=False).stdout == b"installed"


def provide_packages(packages: Sequence[str]) -> None:
    """Install these packages as root on Debian; anywhere else stop and say how to get them."""
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        sys.exit(
            f"System packages are missing; Debian, from which yours may differ, calls them: {names}"
        )
    if not is_root():
        sys.exit(f"System packages are missing; get them with: sudo apt-get install {names}")
    say(f"Installing system packages that are missing: {names}")
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    for command in (["apt-get", "update"], install):
        run_or_stop(command, {**os.environ, "DEBIAN_FRONTEND": "noninteractive"})


def is_root() -> bool:
    """Return whether this process may change the system."""
    return sys.platform != "win32" and os.geteuid() == 0


# The environment in .venv


def script(name: str) -> Path:
    """Return the path of a program in `.venv`."""
    return VENV / "Scripts" / f"{name}.exe" if os.name == "nt" else VENV / "bin" / name


def set_up(kind: str) -> None:
    """Bring `.venv` to what the project asks for; return at once when it is there already.

    `kind` is "app" or "dev"; what serves development serves the app. The stamp is removed first
    and written last: a set-up that was interrupted is made anew.
    """
    wanted = wanted_stamp(kind)
    held = STAMP.read_text("ascii", "replace").splitlines() if STAMP.exists() else []
    has_python = script("python").exists()
    if has_python and held in (wanted, wanted_stamp("dev")):
        return
    began = time.monotonic()
    say("Setting up CRM Workshop in .venv; the first time this takes a minute or two.")
    STAMP.unlink(missing_ok=True)
    if not has_python or held[:1] != wanted[:1]:
        create_environment()
    install_project(kind)
    STAMP.write_text("\n".join(wanted), "ascii")
    say(f"Set up in {time.monotonic() - began:.0f} seconds.")


def wanted_stamp(kind: str) -> list[str]:
    """Return what is to be true of `.venv`: its place and Python, what is asked for, its kind."""
    place = ascii(f"{ROOT} {sys.base_prefix} {sys.version_info[0]}.{sys.version_info[1]}")
    asked = [(ROOT / name).read_bytes() for name in ("pyproject.toml", "constraints.txt")]
    return [place, hashlib.sha256(b"\0".join(asked)).hexdigest(), kind]


def create_environment() -> None:
    """Make `.venv` anew, with nothing in it from outside."""
    try:
        if VENV.exists():
            shutil.rmtree(VENV)
    except OSError as error:
        sys.exit(f".venv cannot be replaced ({error.strerror}): close CRM Workshop and retry.")
    # The one running may be the Python of .venv itself, which is gone by now.
    base = getattr(sys, "_base_executable", sys.executable)
    run_or_stop([base, "-I", "-m", "venv", str(VENV)], clean_environment())


def install_project(kind: str) -> None:
    """Install the project with exactly the versions of constraints.txt."""
    target = str(ROOT) + ("[dev]" if kind == "dev" else "")
    options = ["--retries", "2", "--progress-bar", "off", "-c", str(ROOT / "constraints.txt")]
    pip = subprocess.Popen(
        [str(script("python")), "-m", "pip", "install", *options, "-e", target],
        env=clean_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    said = []
    for line in pip.stdout or ():
        said.append(line.rstrip())
        if said[-1].lstrip().startswith("Downloading ") and said[-1].endswith("MB)"):
            say(said[-1])
    if pip.wait():
        sys.exit(install_failure(said))


def install_failure(said: Sequence[str]) -> str:
    """Return what to tell the person when pip failed, from the lines that pip said."""
    if any(sign in line for sign in NETWORK_SIGNS for line in said):
        return (
            "CRM Workshop is not set up: the Python package index cannot be reached. "
            "Connect to the internet this once, and give the same command again."
        )
    return "\n".join([*said[-15:], "CRM Workshop is not set up; pip's reason stands above."])


def clean_environment() -> dict[str, str]:
    """Return this process's environment without what lets packages in from outside `.venv`.

    Whatever is started with it speaks UTF-8, on Windows too, which is how its words are read here.
    """
    unwanted = ("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__")
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    ours = {"PYTHONNOUSERSITE": "1", "PYTHONUTF8": "1", "PIP_USER": "0"}
    return {**kept, **ours, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


# Starting and checking


def start_app(arguments: Sequence[str]) -> int:
    """Become the app; on Windows, where a process cannot, run it and return its exit code."""
    command = [str(script("crm-workshop")), *arguments]
    if os.name != "nt":
        os.execve(command[0], command, clean_environment())
    return subprocess.run(command, env=clean_environment(), check=False).returncode


def run_gate() -> int:
    """Run every stage to its end, whatever failed before; return 0 when all passed, else 1."""
    began = time.monotonic()
    failed = [name for name, command in GATE.items() if not run_stage(name, command)]
    verdict = f"FAILED: {', '.join(failed)}" if failed else "Everything passes"
    print(f"{verdict} ({time.monotonic() - began:.0f} s).")
    return 1 if failed else 0


def run_stage(name: str, command: Sequence[str]) -> bool:
    """Run one stage and print its line; what it says is shown when it failed.

    The tests, which take the longest, are shown as they run.
    """
    began = time.monotonic()
    done = subprocess.run(
        [str(script(command[0])), *command[1:]],
        cwd=ROOT,
        env=clean_environment(),
        stdout=None if name == "tests" else subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode and done.stdout:
        sys.stdout.buffer.write(done.stdout)
    word = "FAILED" if done.returncode else "passed"
    print(f"{name:<9}  {word}  {time.monotonic() - began:6.1f} s", flush=True)
    return done.returncode == 0


def run_or_stop(command: Sequence[str], environment: Mapping[str, str]) -> None:
    """Run a command quietly; when it fails, show what it said and end."""
    done = subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        sys.exit(f"{done.stdout.rstrip()}\nThis failed, for the reason above: {' '.join(command)}")


def say(text: str) -> None:
    """Tell the person at the terminal, leaving standard output to the app."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("\nStopped. Give the same command again to go on.")
