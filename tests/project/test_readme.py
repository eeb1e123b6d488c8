"""What README.md and .ci/run say is what run.py does."""

import re
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def readme(root: Path) -> str:
    return (root / "README.md").read_text(encoding="utf-8")


def test_ci_runs_the_command_for_checking_and_nothing_else(root: Path, readme: str) -> None:
    lines = (root / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines == [
        "#!/usr/bin/env bash",
        "set -eu",
        'cd "$(dirname "$0")/.."',
        "python3 run.py check",
    ]
    assert f"`{lines[-1]}`" in readme


def test_the_readme_names_exactly_the_system_packages(run: ModuleType, readme: str) -> None:
    whole = readme.replace("\\\n", " ")
    named = [line.split() for line in re.findall(r"apt-get install (.*)", whole)]
    assert named == [
        ["python3.11-venv"],
        [*run.QT_LIBRARIES.values()],
        [*run.X_LIBRARIES.values()],
        [*run.GATE_PACKAGES],
    ]


def test_every_file_a_document_points_to_is_there(root: Path) -> None:
    documents = [*root.glob("*.md"), *(root / "docs").rglob("*.md")]
    missing = [
        f"{document.name}: {target}"
        for document in documents
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", document.read_text(encoding="utf-8"))
        if not (document.parent / target).exists()
    ]
    assert missing == []


def test_the_pictures_are_those_that_the_documented_command_draws(root: Path, readme: str) -> None:
    guide = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    drawn = re.findall(r"--only (alder-finch/(?:console|room)/[\w.-]+)", guide)
    shown = re.findall(r"!\[[^\]]{20,}\]\(([^)]+\.png)\)", readme)
    assert shown == [f"docs/pictures/{name}-1280.png" for name in drawn]
    assert len(shown) == 4
    for name in shown:
        content = (root / name).read_bytes()
        assert content[:8] == b"\x89PNG\r\n\x1a\n"
        size = (int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big"))
        assert size == (1280, 720)
        assert len(content) <= 150 * 1024
