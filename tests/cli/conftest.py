"""What the tests of the command line share."""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(tmp_path, capsys)


@pytest.fixture
def with_samples(terminal: Terminal) -> Terminal:
    terminal.out("sample")
    return terminal
