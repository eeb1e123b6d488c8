"""The import contracts: each holds, and each breaks when somebody crosses its line."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINT = "from importlinter.cli import lint_imports_command as lint; lint()"

INTRUSIONS = [
    ("core", "crm_workshop/model/__init__.py", "import ui"),
    ("core", "crm_workshop/errors.py", "def show():\n    from PySide6 import QtWidgets"),
    ("data", "resources/__init__.py", "import crm_workshop.errors"),
    ("rooms", "crm_workshop/model/__init__.py", "import crm_workshop.kit"),
    ("rooms", "crm_workshop/errors.py", "import crm_workshop.model"),
    ("methods", "crm_workshop/activities/sort.py", "import crm_workshop.activities.cards"),
    ("rooms", "crm_workshop/attic.py", '"""A room that no layer names."""'),
]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the packages' sources, to be spoilt."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for package in ("crm_workshop", "resources", "ui"):
        for source in (ROOT / package).rglob("*.py"):
            target = tmp_path / source.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)
    return tmp_path


def lint(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", LINT, "--no-logo", "--no-cache", *options],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_every_contract_is_kept(copy: Path) -> None:
    done = lint(copy)
    assert "0 broken." in done.stdout
    assert done.returncode == 0


@pytest.mark.parametrize(("contract", "path", "intrusion"), INTRUSIONS)
def test_a_crossed_line_breaks_its_contract(
    copy: Path, contract: str, path: str, intrusion: str
) -> None:
    with (copy / path).open("a", encoding="utf-8") as source:
        source.write(f"\n{intrusion}\n")
    done = lint(copy, "--contract", contract)
    assert "1 broken." in done.stdout
    assert done.returncode == 1
