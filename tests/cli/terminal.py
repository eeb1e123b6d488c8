"""A terminal for the tests: calls the command on a library of its own."""

from pathlib import Path

import pytest

from crm_workshop.cli import main


class Terminal:
    """Calls the command on a library of its own and keeps what it said."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.library, self._capsys = folder, folder / "library.crmw", capsys

    def __call__(self, *arguments: str | Path) -> tuple[int, str, str]:
        """Return the exit code, standard output and standard error."""
        code = main(["--library", str(self.library), *map(str, arguments)])
        said = self._capsys.readouterr()
        return code, said.out, said.err

    def out(self, *arguments: str | Path) -> str:
        """Return what a command that succeeds prints."""
        code, out, err = self(*arguments)
        assert (code, err) == (0, "")
        return out
