"""What the start command asks of a Linux: for a window, for the gate, and what it says."""

import subprocess
import sys
from types import ModuleType

import pytest


def test_the_loader_is_asked_for_libraries(run: ModuleType) -> None:
    assert not run.is_loadable("libnobody-ships-this.so.9")


def test_missing_libraries_are_named_by_their_packages(run: ModuleType) -> None:
    lacking = {"libEGL.so.1", "libdbus-1.so.3"}
    missing = run.missing_packages(run.QT_LIBRARIES, lambda name: name not in lacking)
    assert missing == ["libegl1", "libdbus-1-3"]
    assert run.missing_packages(run.QT_LIBRARIES, lambda name: True) == []


@pytest.mark.parametrize(
    ("status", "installed"), [(b"installed", True), (b"config-files", False), (b"", False)]
)
def test_debian_is_asked_for_what_is_no_library(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, status: bytes, installed: bool
) -> None:
    def answer(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        assert (command[0], command[-1]) == ("dpkg-query", "xvfb")
        return subprocess.CompletedProcess(command, 0 if status else 1, status, b"")

    monkeypatch.setattr(run.subprocess, "run", answer)
    assert run.is_installed("xvfb") is installed


@pytest.mark.parametrize(("may", "extra"), [(True, True), (False, False)])
def test_only_the_gate_of_root_brings_what_real_windows_need(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, may: bool, extra: bool
) -> None:
    asked: list[list[str]] = []
    lacking = {"python3-gi", "at-spi2-core"}
    monkeypatch.setattr(run.sys, "platform", "linux")
    monkeypatch.setattr(run.shutil, "which", lambda name: "/usr/bin/apt-get")
    monkeypatch.setattr(run, "is_root", lambda: may)
    monkeypatch.setattr(run, "missing_packages", lambda libraries: ["libgl1"])
    monkeypatch.setattr(run, "is_installed", lambda package: package not in lacking)
    monkeypatch.setattr(run.importlib.util, "find_spec", lambda name: object())
    monkeypatch.setattr(run, "provide_packages", asked.append)
    monkeypatch.setattr(run, "set_up", lambda kind: None)
    monkeypatch.setattr(run, "run_gate", lambda: 0)
    assert run.main(["check"]) == 0
    extras = ["libgl1", "at-spi2-core", "python3-gi"] if extra else []
    assert asked == [["libgl1", *extras]]


def test_only_a_window_asks_for_libraries(run: ModuleType) -> None:
    both = run.QT_LIBRARIES | run.X_LIBRARIES
    assert run.libraries_for_app([], {"DISPLAY": ":0"}) == both
    assert run.libraries_for_app([], {"WAYLAND_DISPLAY": "wayland-0"}) == run.QT_LIBRARIES
    assert run.libraries_for_app([], {"QT_QPA_PLATFORM": "offscreen"}) == run.QT_LIBRARIES
    assert run.libraries_for_app([], {}) == {}
    assert run.libraries_for_app(["list"], {"DISPLAY": ":0"}) == {}


@pytest.mark.parametrize(
    ("apt", "may", "sentence"),
    [
        (
            "/usr/bin/apt-get",
            False,
            "System packages are missing; get them with: sudo apt-get install libgl1 libegl1",
        ),
        (
            None,
            True,
            "System packages are missing; "
            "Debian, from which yours may differ, calls them: libgl1 libegl1",
        ),
    ],
    ids=["not root", "not Debian"],
)
def test_what_may_not_be_installed_is_named(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, apt: str | None, may: bool, sentence: str
) -> None:
    monkeypatch.setattr(run.shutil, "which", lambda name: apt)
    monkeypatch.setattr(run, "is_root", lambda: may)
    with pytest.raises(SystemExit, match=f"^{sentence}$"):
        run.provide_packages(["libgl1", "libegl1"])


def test_root_on_debian_installs_what_is_missing(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commands: list[list[str]] = []
    monkeypatch.setattr(run.shutil, "which", lambda name: "/usr/bin/apt-get")
    monkeypatch.setattr(run, "is_root", lambda: True)
    monkeypatch.setattr(run, "run_or_stop", lambda command, environment: commands.append(command))
    run.provide_packages(["libgl1"])
    assert commands == [
        ["apt-get", "update"],
        ["apt-get", "install", "-y", "--no-install-recommends", "libgl1"],
    ]
    assert capsys.readouterr().err == "Installing system packages that are missing: libgl1\n"


def test_python_without_venv_is_told_with_the_libraries(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(run.sys, "platform", "linux")
    monkeypatch.setattr(run, "missing_packages", lambda libraries: ["libgl1"])
    monkeypatch.setattr(run.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(run, "provide_packages", asked.append)
    monkeypatch.setattr(run, "set_up", lambda kind: None)
    monkeypatch.setattr(run, "start_app", lambda arguments: 0)
    assert run.main([]) == 0
    assert asked == [["libgl1", f"python3.{sys.version_info[1]}-venv"]]
