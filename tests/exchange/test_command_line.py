"""What `crm-workshop import` says: errors a line each, and what is in the library already."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crm_workshop.cli import main
from tests.exchange.test_errors import HEAD

Import = Callable[..., tuple[int, str, str]]


@pytest.fixture
def bring_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Import:
    """Import sections as a file; return the exit code, standard output and standard error."""

    def run(**sections: Any) -> tuple[int, str, str]:
        file = tmp_path / "file.json"
        file.write_text(json.dumps(HEAD | sections), "utf-8")
        code = main(["--library", str(tmp_path / "library.crmw"), "import", str(file)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_several_errors_stand_a_line_each_below_their_number(bring_in: Import) -> None:
    code, out, err = bring_in(people=[{"name": 1}, {"name": 2}, {"nam": "A", "name": "A"}])
    assert (code, out) == (3, "")
    assert err.splitlines() == [
        "Nothing was imported, the file has 3 errors:",
        "$.people[0].name: expected text, got 1.",
        "$.people[1].name: expected text, got 2.",
        "$.people[2].nam: there is no such key here; did you mean “name”?",
    ]


def test_a_firm_and_date_that_are_there_already_are_told(bring_in: Import) -> None:
    told = "This firm and date are already in the library under number {}; nothing was replaced."
    workshop = {"firm": "Tull", "held_on": "2026-03-12"}
    assert bring_in(workshop=workshop)[1] == "Brought in workshop 1: Tull.\n"
    assert bring_in(workshop=workshop | {"held_on": "2026-03-13"})[1].count("\n") == 1
    assert bring_in(workshop=workshop | {"firm": "Tully"})[1].count("\n") == 1
    for number, others in ((4, "1"), (5, "1, 4")):
        code, out, err = bring_in(workshop=workshop | {"firm": "tull"})
        assert (code, err) == (0, "")
        assert out.splitlines() == [f"Brought in workshop {number}: tull.", told.format(others)]
