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
def run(root: Path) -> ModuleType:
    """Return run.py as a module of its own, which a test may change."""
    spec = importlib.util.spec_from_file_location("run", root / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
