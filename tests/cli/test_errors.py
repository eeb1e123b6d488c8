"""Bad input, bad files, wrong usage: one sentence, an exit code, and nothing changed."""

import json
import sqlite3

import pytest

from tests.cli.terminal import Terminal

ARGUMENTS = list[str]


@pytest.mark.parametrize("reading", [["list"], ["show", "1"], ["verify"], ["search", "x"]])
def test_a_library_that_is_not_there_is_said_and_not_begun(
    terminal: Terminal, reading: ARGUMENTS
) -> None:
    code, out, err = terminal(*reading)
    assert (code, out, err.count("\n")) == (3, "", 1)
    assert "There is no library at" in err
    assert "“crm-workshop sample” brings one" in err
    assert not terminal.library.exists()


def test_another_ending_is_refused_and_nothing_is_written(with_samples: Terminal) -> None:
    code, _, err = with_samples("charter", "Alder", "-o", with_samples.folder / "charter.docx")
    assert (code, err.count("\n")) == (3, 1)
    assert "not as “.docx”" in err
    assert not (with_samples.folder / "charter.docx").exists()


def test_a_wrong_import_names_every_path_and_changes_nothing(with_samples: Terminal) -> None:
    file = with_samples.folder / "wrong.json"
    with_samples.out("export", "1", "-o", file)
    content = json.loads(file.read_bytes())
    content["people"][0]["is_exec"] = "perhaps"
    content["measures"][0]["by"] = "2027-02-30"
    content["surprise"] = 1
    file.write_text(json.dumps(content), "utf-8")
    before = with_samples.library.read_bytes()
    code, out, err = with_samples("import", file)
    assert (code, out) == (3, "")
    assert "people[0].is_exec" in err
    assert "measures[0].by" in err
    assert "surprise" in err
    assert with_samples.library.read_bytes() == before


def test_a_damaged_library_is_said_by_verify(with_samples: Terminal) -> None:
    other = sqlite3.connect(with_samples.library)
    other.execute("UPDATE measure SET by='soon'")
    other.commit()
    other.close()
    code, _, err = with_samples("verify")
    assert (code, err.count("\n")) == (3, 1)
    assert "of measure cannot be read" in err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["show", "Nobody"], "No workshop is called “Nobody”"),
        (["show", "99"], "No workshop is called “99”"),
        (["sample", "moon"], "There is no sample “moon”"),
        (["new", "  "], "Name the firm"),
        (["new", "x", "--date", "tomorrow"], "Date"),
        (["new", "x", "--date", "2026-02-30"], "Date"),
        (["new", "x", "--date", "0001-01-01"], "Date"),
        (["new", "x", "--attempt", "0"], "Attempt"),
        (["new", "x", "--kit", "missing.toml"], "missing.toml cannot be read"),
        (["import", "missing.json"], "missing.json cannot be read"),
        (["import", "/dev/zero"], "far too large"),
        (["logo", "1", "missing.png"], "missing.png cannot be read"),
        (["show", "9" * 5000], "No workshop is called"),
        (["export", "1", "-o", "/proc/none/x.json"], "could not be written"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_3(
    with_samples: Terminal, arguments: ARGUMENTS, says: str
) -> None:
    code, out, err = with_samples(*arguments)
    assert (code, out, err.count("\n")) == (3, "", 1)
    assert says in err


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["charter", "1"],
        ["new", "x", "--sector", "space"],
        ["charter", "1", "-o", "x.pdf", "--paper", "a5"],
    ],
)
def test_wrong_usage_is_exit_2(terminal: Terminal, arguments: ARGUMENTS) -> None:
    code, out, err = terminal(*arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "“--help” after a command says how." in err
    assert not terminal.library.exists()


def test_a_kit_of_ones_own_is_checked_first(terminal: Terminal) -> None:
    kit = terminal.folder / "ours.toml"
    kit.write_text("name = 3\n", "utf-8")
    code, _, err = terminal("new", "Brandt", "--kit", kit)
    assert code == 3
    assert "ours.toml" in err
    assert not terminal.library.exists()


def test_not_a_library(terminal: Terminal) -> None:
    terminal.library.write_text("Dear all,\n" * 99)
    code, _, err = terminal("list")
    assert (code, err.count("\n")) == (3, 1)
    assert "is not a CRM Workshop library" in err


def test_nothing_is_written_over_the_library(with_samples: Terminal) -> None:
    before = with_samples.library.read_bytes()
    for command_line in (["export", "1", "-o"], ["backup", "-o"]):
        code, _, err = with_samples(*command_line, with_samples.library)
        assert (code, err.count("\n")) == (3, 1)
    assert with_samples.library.read_bytes() == before


def test_unreadable_text_is_told_by_row_and_never_quoted(with_samples: Terminal) -> None:
    other = sqlite3.connect(with_samples.library)
    other.execute("UPDATE win SET problem=CAST(x'736563726574fffe' AS TEXT)")
    other.commit()
    other.close()
    for command_line in (["verify"], ["backup"]):
        code, out, err = with_samples(*command_line)
        assert (code, out, err.count("\n")) == (3, "", 1)
        assert "of win cannot be read" in err
        assert "secret" not in err
