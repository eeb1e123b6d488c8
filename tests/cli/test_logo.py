"""The logo command: a file in, a logo on the charter, a sentence for anything else."""

import json
from pathlib import Path

import pytest

from crm_workshop.cli import main
from tests.pictures import picture


def called(library: Path, *arguments: str | Path) -> int:
    return main(["--library", str(library), *map(str, arguments)])


@pytest.fixture
def library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return a library with one workshop in it."""
    assert called(tmp_path / "library.crmw", "new", "Alder & Finch LLP") == 0
    capsys.readouterr()
    return tmp_path / "library.crmw"


def exported(library: Path) -> str:
    """Return the logo as the exchange file holds it."""
    file = library.with_suffix(".json")
    assert called(library, "export", "Alder", "-o", file) == 0
    logo: str = json.loads(file.read_bytes())["workshop"].get("logo", "")
    return logo


def test_a_logo_is_put_on_the_charter_and_taken_off(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = library.with_name("logo.png")
    file.write_bytes(picture("RGBA", (90, 30), "PNG"))
    assert called(library, "logo", "Alder", file) == 0
    assert capsys.readouterr().out == "Alder & Finch LLP has its logo on the charter.\n"
    logo = exported(library)
    assert logo
    assert called(library, "import", library.with_suffix(".json")) == 0
    assert called(library, "export", "2", "-o", library.with_suffix(".again")) == 0
    assert json.loads(library.with_suffix(".again").read_bytes())["workshop"]["logo"] == logo
    capsys.readouterr()
    assert called(library, "logo", "1", "--remove") == 0
    assert "has no logo" in capsys.readouterr().out


def test_a_file_that_is_no_picture_is_no_logo(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = library.with_name("logo.png")
    file.write_bytes(b"")
    assert called(library, "logo", "Alder", file) == 3
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert "Nothing was changed" in said.err
    assert exported(library) == ""
    assert called(library, "logo", "Alder") == 2
    assert called(library, "logo", "Alder", file, "--remove") == 2
