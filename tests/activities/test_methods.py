"""The table of methods, and that no method's module leans on another's."""

import ast
from importlib import import_module
from pathlib import Path

from crm_workshop import activities
from crm_workshop.activities import METHODS
from crm_workshop.kit.design import Method

FOLDER = Path(activities.__file__).parent


def test_every_method_has_its_module() -> None:
    assert METHODS.keys() == set(Method)
    for name in METHODS.values():
        assert import_module(name).__doc__


def test_methods_never_import_one_another() -> None:
    modules = set(METHODS.values())
    for name in modules:
        tree = ast.parse((FOLDER / f"{name.rpartition('.')[2]}.py").read_text(encoding="utf-8"))
        froms = [one for one in ast.walk(tree) if isinstance(one, ast.ImportFrom)]
        imported = {one.module or "" for one in froms}
        imported |= {f"{one.module}.{alias.name}" for one in froms for alias in one.names}
        assert "crm_workshop.store.library" in imported or name.endswith("read_back")
        assert not imported & modules
