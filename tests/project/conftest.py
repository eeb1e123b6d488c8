"""What the tests of the project's own set-up share."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def root() -> Path:
    """Return the project's folder."""
    return Path(__file__).parents[2]


@pytest.fixture
def run(root: Path, tmp_path: Path) -> ModuleType:
    """Return run.py as a module of its own, at work in a folder where nothing is set up."""
    spec = importlib.util.spec_from_file_location("run", root / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "pyproject.toml").write_text("[project]", encoding="utf-8")
    (tmp_path / "constraints.txt").write_text("click==1", encoding="utf-8")
    venv = tmp_path / ".venv"
    vars(module).update(ROOT=tmp_path, VENV=venv, STAMP=venv / "set-up-complete")
    return module
