"""The start command: what it decides, and that it recovers from whatever was interrupted."""

import ast
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def made(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what set-up did, in order; nothing is really installed."""
    done: list[str] = []

    def create() -> None:
        done.append("create")
        run.script("python").parent.mkdir(parents=True, exist_ok=True)
        run.script("python").touch()

    monkeypatch.setattr(run, "create_environment", create)
    monkeypatch.setattr(run, "install_project", lambda kind: done.append(f"install {kind}"))
    return done


def test_old_pythons_can_read_the_file_far_enough_to_say_so(root: Path) -> None:
    ast.parse((root / "run.py").read_text(encoding="utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize("version", [(3, 9, 2), (3, 10, 13), (3, 15, 0)])
def test_an_unsuitable_python_gets_one_sentence(root: Path, version: tuple[int, int, int]) -> None:
    dotted = ".".join(map(str, version))
    code = (
        f"import sys, runpy; sys.version_info = {version}; sys.version = '{dotted} (main)'; "
        f"runpy.run_path({str(root / 'run.py')!r}, run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 1
    assert done.stderr == (
        f"CRM Workshop needs Python 3.11 to 3.14, and this is {dotted}: "
        "install one of those and start run.py with it.\n"
    )


def test_set_up_happens_once(run: ModuleType, made: list[str]) -> None:
    run.set_up("app")
    run.set_up("app")
    assert made == ["create", "install app"]


def test_development_is_added_to_the_app_and_serves_it(run: ModuleType, made: list[str]) -> None:
    run.set_up("app")
    run.set_up("dev")
    run.set_up("app")
    assert made == ["create", "install app", "install dev"]


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_what_is_asked_for_has_changed(run: ModuleType, made: list[str], name: str) -> None:
    run.set_up("app")
    (run.ROOT / name).write_text("other", encoding="utf-8")
    run.set_up("app")
    assert made == ["create", "install app", "install app"]


def test_an_interrupted_set_up_is_made_anew(
    run: ModuleType, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(kind: str) -> None:
        raise KeyboardInterrupt

    run.set_up("app")
    with monkeypatch.context() as patch:
        patch.setattr(run, "install_project", interrupt)
        with pytest.raises(KeyboardInterrupt):
            run.set_up("dev")
    run.set_up("app")
    assert made == ["create", "install app", "create", "install app"]


def test_an_environment_without_its_python_is_made_anew(run: ModuleType, made: list[str]) -> None:
    run.set_up("app")
    run.script("python").unlink()
    run.set_up("app")
    assert made == ["create", "install app"] * 2


def test_another_python_makes_its_own_environment(
    run: ModuleType, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run.set_up("app")
    monkeypatch.setattr(run.sys, "base_prefix", "/elsewhere")
    run.set_up("app")
    assert made == ["create", "install app"] * 2


def test_a_damaged_stamp_is_no_stamp(run: ModuleType, made: list[str]) -> None:
    run.set_up("app")
    run.STAMP.write_bytes(b"\xff\x00")
    run.set_up("app")
    assert made == ["create", "install app"] * 2


def test_an_environment_in_use_is_not_half_removed_in_silence(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    run.VENV.mkdir()
    monkeypatch.setattr(run.shutil, "rmtree", refuse)
    with pytest.raises(SystemExit, match=r"Permission denied.*close CRM Workshop"):
        run.create_environment()


def test_without_a_network_one_sentence(run: ModuleType) -> None:
    said = [
        "WARNING: Retrying (Retry(total=1)) after connection broken by 'NewConnectionError'",
        "ERROR: Could not find a version that satisfies the requirement hatchling",
    ]
    assert run.install_failure(said) == (
        "CRM Workshop is not set up: the Python package index cannot be reached. "
        "Connect to the internet this once, and give the same command again."
    )


def test_any_other_failure_shows_what_pip_said(run: ModuleType) -> None:
    said = [f"line {number}" for number in range(40)] + ["ERROR: No space left on device"]
    shown = run.install_failure(said).splitlines()
    assert len(shown) == 16
    assert shown[-2:] == [
        "ERROR: No space left on device",
        "CRM Workshop is not set up; pip's reason stands above.",
    ]


def test_nothing_from_outside_reaches_the_environment(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"):
        monkeypatch.setenv(name, "/elsewhere")
    monkeypatch.setenv("CRM_TEST_KEPT", "yes")
    clean = run.clean_environment()
    assert not {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"} & set(clean)
    assert clean["PYTHONNOUSERSITE"] == "1"
    assert clean["CRM_TEST_KEPT"] == "yes"


@pytest.mark.parametrize(
    ("arguments", "did"),
    [
        (["check"], ["set up dev", "gate"]),
        (["check", "Invented & Partners"], ["set up app", "app check|Invented & Partners"]),
        (["list", "--json"], ["set up app", "app list|--json"]),
    ],
)
def test_arguments_choose_the_gate_or_the_app(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, arguments: list[str], did: list[str]
) -> None:
    done: list[str] = []

    def gate() -> int:
        done.append("gate")
        return 0

    def app(given: list[str]) -> int:
        done.append(f"app {'|'.join(given)}")
        return 0

    monkeypatch.setattr(run, "missing_packages", lambda *_: [])
    monkeypatch.setattr(run, "is_installed", lambda package: True)
    monkeypatch.setattr(run, "set_up", lambda kind: done.append(f"set up {kind}"))
    monkeypatch.setattr(run, "run_gate", gate)
    monkeypatch.setattr(run, "start_app", app)
    assert run.main(arguments) == 0
    assert done == did


def test_the_gate_runs_every_stage_and_ends_with_a_verdict(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    stages = {
        "lint": ("-c", "print('a fault was found'); raise SystemExit(1)"),
        "types": ("-c", "print('not worth showing')"),
        "tests": ("-c", "print('2 passed')"),
    }
    monkeypatch.setattr(run, "script", lambda name: sys.executable)
    monkeypatch.setattr(run, "GATE", {name: ("python", *rest) for name, rest in stages.items()})
    assert run.run_gate() == 1
    lines = capfd.readouterr().out.replace(os.linesep, "\n").splitlines()
    assert [line.split("  ")[0] for line in lines] == [
        "a fault was found",
        "lint",
        "types",
        "2 passed",
        "tests",
        "FAILED: lint (0 s).",
    ]
    del stages["lint"]
    monkeypatch.setattr(run, "GATE", {name: ("python", *rest) for name, rest in stages.items()})
    assert run.run_gate() == 0
    assert capfd.readouterr().out.splitlines()[-1].startswith("Everything passes (")
