#!/usr/bin/env python3
"""Set up CRM Workshop and start it, or set it up and run every check.

    python3 run.py              set up, and start the app
    python3 run.py list         set up, and hand all arguments to the app's command line
    python3 run.py check        set up for development, and run the whole gate

On Windows write `py run.py`. Everything is installed into `.venv` beside this file; only system
libraries that a Linux without a desktop lacks come from outside, by apt-get, as root on Debian.
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
from typing import NoReturn

if sys.version_info < (3, 11) or sys.version_info >= (3, 15):
    sys.exit(
        "CRM Workshop needs Python 3.11 to 3.14, and this is Python "
        f"{sys.version_info[0]}.{sys.version_info[1]}: install one of those and start run.py with it."
    )

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
SUFFIX = ".exe" if os.name == "nt" else ""
PYTHON = SCRIPTS / f"python{SUFFIX}"
STAMP = VENV / "set-up-complete"

# What Qt loads from the system, by the name the loader knows, with the Debian package that has it.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
# What it loads besides to open a window on a display.
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-randr.so.0": "libxcb-randr0",
}

GATE = (
    ("format", ("ruff", "format", "--check", ".")),
    ("lint", ("ruff", "check", ".")),
    ("types", ("mypy",)),
    ("contracts", ("lint-imports",)),
    ("tests", ("pytest", "-q")),
)

# What pip says of a connection that is not there, or not good enough.
NETWORK_SIGNS = ("connection broken by", "ConnectionError", "ReadTimeoutError", "ProxyError")


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments ask; return the exit code.

    `check` alone is the gate; with anything after it, it is the app's own `check WORKSHOP`.
    """
    if list(arguments) == ["check"]:
        provide_libraries(QT_LIBRARIES)
        set_up("dev")
        return run_gate()
    if not arguments:
        provide_libraries(libraries_for_window(os.environ))
    set_up("app")
    return start_app(arguments)


# System libraries


def libraries_for_window(environment: Mapping[str, str]) -> dict[str, str]:
    """Return what starting the app with a window needs: on a display, the window's part too."""
    has_display = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    return QT_LIBRARIES | WINDOW_LIBRARIES if has_display else QT_LIBRARIES


def is_loadable(library: str) -> bool:
    """Return whether the system's loader finds this library: true on any Linux, whoever packs it."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(
    libraries: Mapping[str, str], loadable: Callable[[str], bool] = is_loadable
) -> list[str]:
    """Return the Debian packages of the libraries that cannot be loaded, in the order given."""
    return [package for library, package in libraries.items() if not loadable(library)]


def provide_libraries(libraries: Mapping[str, str]) -> None:
    """Install what is missing of these libraries where that is allowed; otherwise stop and say."""
    if sys.platform != "linux":
        return
    provide_packages(missing_packages(libraries), "Qt")
    if still := missing_packages(libraries):
        stop(f"These packages are installed, but their libraries do not load: {' '.join(still)}.")


def provide_packages(packages: Sequence[str], purpose: str) -> None:
    """Install these Debian packages as root on Debian; elsewhere stop with the command to give."""
    if not packages:
        return
    names = " ".join(packages)
    if not may_install():
        stop(missing_sentence(names, purpose, on_debian=shutil.which("apt-get") is not None))
    say(f"Installing system packages that {purpose} needs: {names}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update"],
        ["apt-get", "install", "-y", "--no-install-recommends", *packages],
    ):
        done = run_quietly(command, environment)
        if done.returncode:
            stop(f"{done.stdout.strip()}\n{' '.join(command)} failed; its reason stands above.")


def may_install() -> bool:
    """Return whether this command may install system packages itself: root on a Debian."""
    return sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def missing_sentence(names: str, purpose: str, *, on_debian: bool) -> str:
    """Return the one line that names what is missing and how to get it."""
    if on_debian:
        return f"{purpose} needs system packages that are missing: sudo apt-get install {names}"
    return (
        f"{purpose} needs libraries that are missing; install what your system calls "
        f"these Debian packages: {names}"
    )


# The environment in .venv


def set_up(kind: str) -> None:
    """Bring `.venv` to what the project asks for; return at once when it is there already.

    `kind` is "app" or "dev"; what serves development serves the app. The stamp is written last
    and removed first, so whatever was interrupted is made anew.
    """
    wanted = [place_mark(), needs_mark(), kind]
    held = read_stamp()
    if held[:2] == wanted[:2] and held[2] in (kind, "dev") and PYTHON.exists():
        return
    began = time.monotonic()
    say("Setting up CRM Workshop in .venv; the first time this takes a minute or two.")
    if held[:1] != wanted[:1] or not PYTHON.exists():
        create_environment()
    STAMP.unlink(missing_ok=True)
    install_project(kind)
    STAMP.write_text("\n".join(wanted), encoding="utf-8")
    say(f"Set up in {time.monotonic() - began:.0f} s.")


def place_mark() -> str:
    """Return a mark of the Python and the folder the environment belongs to."""
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    return mark(str(ROOT).encode(), sys.base_prefix.encode(), version.encode())


def needs_mark() -> str:
    """Return a mark of what is to be installed."""
    return mark(*((ROOT / name).read_bytes() for name in ("pyproject.toml", "constraints.txt")))


def mark(*parts: bytes) -> str:
    """Return one hash of these parts, in which no part can run into the next."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()


def read_stamp() -> list[str]:
    """Return the stamp's three lines, or three empty ones when there is no whole stamp."""
    try:
        lines = STAMP.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        lines = []
    return lines if len(lines) == 3 else ["", "", ""]


def create_environment() -> None:
    """Make `.venv` anew with this Python, without any package from outside it."""
    if importlib.util.find_spec("ensurepip") is None:
        provide_packages([f"python3.{sys.version_info[1]}-venv"], "Python's venv module")
    try:
        if VENV.exists():
            shutil.rmtree(VENV)
    except OSError as error:
        stop(f".venv cannot be replaced ({error.strerror}): close CRM Workshop and start again.")
    done = run_quietly([sys.executable, "-I", "-m", "venv", str(VENV)], clean_environment())
    if done.returncode:
        stop(f"{done.stdout.strip()}\nPython could not make .venv; its reason stands above.")


def install_project(kind: str) -> None:
    """Install the project and exactly the versions of constraints.txt into `.venv`."""
    project = str(ROOT) + ("[dev]" if kind == "dev" else "")
    command = [str(PYTHON), "-m", "pip", "install", "--retries", "2", "--progress-bar", "off"]
    command += ["--no-warn-script-location", "-c", str(ROOT / "constraints.txt"), "-e", project]
    said = []
    with subprocess.Popen(
        command,
        env=clean_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as pip:
        for line in pip.stdout or ():
            said.append(line)
            if line.lstrip().startswith("Downloading "):
                say(line.rstrip())
    if pip.returncode:
        stop(install_failure("".join(said)))


def install_failure(said: str) -> str:
    """Return what to tell the user when pip failed, from what pip said."""
    if any(sign in said for sign in NETWORK_SIGNS):
        return (
            "CRM Workshop could not be set up: the Python package index cannot be reached. "
            "Connect to the internet for this once, and start again."
        )
    end = "\n".join(said.strip().splitlines()[-15:])
    return (
        f"{end}\nCRM Workshop could not be set up; pip's reason stands above. Start again to retry."
    )


def clean_environment() -> dict[str, str]:
    """Return this process's environment without what would let in packages from outside `.venv`."""
    unwanted = ("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__")
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    return {**kept, "PYTHONNOUSERSITE": "1", "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


# Starting and checking


def start_app(arguments: Sequence[str]) -> int:
    """Become the app; where a process cannot, run it and return its exit code."""
    command = [str(SCRIPTS / f"crm-workshop{SUFFIX}"), *arguments]
    sys.stdout.flush()
    if os.name == "nt":
        return subprocess.run(command, env=clean_environment(), check=False).returncode
    os.execve(command[0], command, clean_environment())


def run_gate() -> int:
    """Run every stage, each to its end; return 0 when all passed, otherwise 1."""
    began = time.monotonic()
    failed = [name for name, command in GATE if not run_stage(name, command)]
    seconds = time.monotonic() - began
    verdict = f"FAILED: {', '.join(failed)}" if failed else "All checks passed"
    print(f"{verdict} ({seconds:.0f} s).")
    return 1 if failed else 0


def run_stage(name: str, command: Sequence[str]) -> bool:
    """Run one stage and print its line; show its output when it failed, and always the tests'."""
    began = time.monotonic()
    whole = [str(SCRIPTS / f"{command[0]}{SUFFIX}"), *command[1:]]
    if name == "tests":
        sys.stdout.flush()
        done = subprocess.run(whole, cwd=ROOT, env=clean_environment(), check=False)
    else:
        done = run_quietly(whole, clean_environment())
        if done.returncode:
            print(done.stdout.rstrip())
    word = "FAILED" if done.returncode else "ok"
    print(f"{name:<10} {word:<7} {time.monotonic() - began:6.1f} s", flush=True)
    return done.returncode == 0


def run_quietly(
    command: Sequence[str], environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run a command in the project's folder, keeping all it says in `stdout`."""
    return subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def say(text: str) -> None:
    """Tell the person at the terminal, leaving standard output to the app."""
    print(text, file=sys.stderr, flush=True)


def stop(reason: str) -> NoReturn:
    """End with this reason and exit code 1."""
    sys.exit(reason)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("\nStopped. The same command goes on from here.")
