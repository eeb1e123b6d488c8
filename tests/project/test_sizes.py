"""The sizes that keep the code readable: files, functions and classes that fit in one's head."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
FILE_LINES = 300
FUNCTION_LINES = 40
CLASS_METHODS = 20

# What is larger, with the reason; a name that is not larger any more has to go from here.
ARGUED: dict[str, str] = {
    "ui/console/window.py: ConsoleWindow": "the frame: a short method for each thing it passes on",
    "ui/activities/wall/view.py: CardView": "eleven of its methods are Qt's own, overridden",
    "ui/desk/sheets.py: SheetsView": "six of its methods are Qt's own, overridden",
}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def sources() -> Iterator[Path]:
    yield ROOT / "run.py"
    for folder in ("crm_workshop", "ui", "resources", "tests", "benchmarks"):
        yield from sorted((ROOT / folder).rglob("*.py"))


def lines_of(function: Function) -> int:
    """Return a function's lines without its docstring, which may take the room it needs."""
    first, last = function.lineno, function.end_lineno or function.lineno
    start = function.body[0]
    has_docstring = ast.get_docstring(function) is not None
    promised = (start.end_lineno or start.lineno) - start.lineno + 1 if has_docstring else 0
    return last - first + 1 - promised


def too_large(name: str, text: str) -> Iterator[str]:
    """Return the file's name when the file is too large, and each too large part's after it."""
    if len(text.splitlines()) > FILE_LINES:
        yield name
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, Function) and lines_of(node) > FUNCTION_LINES:
            yield f"{name}: {node.name}"
        if isinstance(node, ast.ClassDef):
            methods = [part for part in node.body if isinstance(part, Function)]
            if len(methods) > CLASS_METHODS:
                yield f"{name}: {node.name}"


def test_whatever_is_large_is_argued() -> None:
    found = {
        name
        for path in sources()
        for name in too_large(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
    }
    assert found == ARGUED.keys()


def test_the_measure_finds_each_kind() -> None:
    body = "    x = 1\n" * FUNCTION_LINES
    methods = "".join(f"    def m{number}(self): ...\n" for number in range(CLASS_METHODS + 1))
    text = f'def f():\n    """Docs."""\n{body}\nclass C:\n{methods}' + "\n" * FILE_LINES
    assert set(too_large("large.py", text)) == {"large.py", "large.py: f", "large.py: C"}
