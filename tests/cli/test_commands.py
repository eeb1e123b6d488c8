"""The command line as its users call it: output, exit codes, one sentence for each error."""

import json
import sqlite3
from pathlib import Path

import pypdfium2
import pytest

from crm_workshop.cli import main
from crm_workshop.cli.main import command
from crm_workshop.exchange.samples import samples

ARGUMENTS = list[str]


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


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(tmp_path, capsys)


@pytest.fixture
def with_samples(terminal: Terminal) -> Terminal:
    terminal.out("sample")
    return terminal


@pytest.mark.parametrize("name", sorted(command.commands))
def test_every_command_is_in_the_readme_and_says_what_it_does(name: str) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    assert f"| `{name}" in readme
    assert command.commands[name].help


@pytest.mark.parametrize("reading", [["list"], ["show", "1"], ["verify"], ["search", "x"]])
def test_a_library_that_is_not_there_is_said_and_not_begun(
    terminal: Terminal, reading: ARGUMENTS
) -> None:
    code, out, err = terminal(*reading)
    assert (code, out, err.count("\n")) == (3, "", 1)
    assert "There is no library at" in err
    assert "“crm-workshop sample” brings one" in err
    assert not terminal.library.exists()


def test_the_samples_are_listed_with_their_numbers(with_samples: Terminal) -> None:
    lines = with_samples.out("list").splitlines()
    assert len(lines) == 3
    assert any("Alder & Finch LLP" in line and "2026-11-21" in line for line in lines)
    firms = {one["firm"] for one in json.loads(with_samples.out("list", "--json"))}
    assert "City of Eastmere" in firms


def test_a_new_workshop_has_its_agenda(terminal: Terminal) -> None:
    made = terminal.out(
        *("new", "Brandt Consulting", "--sector", "consulting", "--variant", "full"),
        *("--date", "2027-02-03", "--starts", "09:30", "--facilitator", "Ines Halloran"),
    )
    assert made == "Made workshop 1 for Brandt Consulting.\n"
    shown = terminal.out("show", "brandt")
    assert "Consulting · Full day · 2027-02-03" in shown
    assert "4.3" in shown
    assert "0 people, 0 executives" in shown


def test_show_tells_where_the_sample_stands(with_samples: Terminal) -> None:
    shown = with_samples.out("show", "Alder")
    assert "CRM here is how we make every client feel known by the whole firm" in shown
    assert "✓  4.3" in shown
    rows = json.loads(with_samples.out("show", "Alder", "--json"))
    assert rows["workshop"][0]["firm"] == "Alder & Finch LLP"
    assert len(rows["commitment"]) == 4


def test_check_exits_with_1_while_something_stops_the_charter(with_samples: Terminal) -> None:
    code, out, err = with_samples("check", "Alder")
    assert (code, err) == (1, "")
    assert "D. Cho" in out
    assert "to settle before the charter is final" in out
    code, out, _ = with_samples("check", "Alder", "--json")
    assert code == 1
    assert {"id", "level", "sentence", "question"} <= set(json.loads(out)[0])


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_charter_is_written_in_each_form(with_samples: Terminal, paper: str) -> None:
    pdf = with_samples.folder / "charter.pdf"
    said = with_samples.out("charter", "Alder", "-o", pdf, "--paper", paper)
    assert f"Wrote {pdf}: a draft, code " in said
    document = pypdfium2.PdfDocument(pdf)
    _, height = document[0].get_size()
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert round(height) == {"a4": 842, "letter": 792}[paper]
    assert "Alder & Finch LLP" in text
    markdown = with_samples.folder / "charter.md"
    with_samples.out("charter", "Alder", "-o", markdown)
    assert "Alder" in markdown.read_text("utf-8").splitlines()[0]
    exchange = with_samples.folder / "charter.json"
    with_samples.out("charter", "Alder", "-o", exchange)
    assert json.loads(exchange.read_bytes())["workshop"]["firm"] == "Alder & Finch LLP"


def test_another_ending_is_refused_and_nothing_is_written(with_samples: Terminal) -> None:
    code, _, err = with_samples("charter", "Alder", "-o", with_samples.folder / "charter.docx")
    assert (code, err.count("\n")) == (3, 1)
    assert "not as “.docx”" in err
    assert not (with_samples.folder / "charter.docx").exists()


def test_export_import_export_gives_the_same_bytes(with_samples: Terminal) -> None:
    for number in ("1", "2", "3"):
        first, second = with_samples.folder / "1.json", with_samples.folder / "2.json"
        with_samples.out("export", number, "-o", first)
        made = with_samples.out("import", first).split()[3].rstrip(":")
        with_samples.out("export", made, "-o", second)
        assert first.read_bytes() == second.read_bytes()


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


def test_search_finds_firms_and_sentences(with_samples: Terminal) -> None:
    assert "City of Eastmere" in with_samples.out("search", "eastmere")
    hits = json.loads(with_samples.out("search", "okafor", "--json"))
    assert {"workshop_id", "firm", "table", "row_id", "snippet"} <= set(hits[0])
    assert with_samples.out("search", "zebra") == "Nothing says “zebra”.\n"


def test_the_schema_is_json(terminal: Terminal) -> None:
    schema = json.loads(terminal.out("schema"))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert not terminal.library.exists()


def test_backup_and_verify(with_samples: Terminal) -> None:
    assert "The library is sound: 3 workshops" in with_samples.out("verify")
    made = Path(with_samples.out("backup").removeprefix("Backed up to ").rstrip(".\n"))
    assert made.parent == with_samples.folder / "backups"
    blocked = with_samples.folder / "file"
    blocked.write_text("in the way")
    code, _, err = with_samples("backup", "-o", blocked / "copy.crmw")
    assert (code, err.count("\n")) == (3, 1)
    copy = with_samples.folder / "copy.crmw"
    with_samples.out("backup", "-o", copy)
    assert copy.stat().st_size == made.stat().st_size
    code, _, err = with_samples("backup", "-o", copy)
    assert code == 3
    assert "exists already" in err


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


def test_a_firm_that_fits_several_is_asked_for_by_number(terminal: Terminal) -> None:
    terminal.out("new", "Alder & Finch LLP")
    terminal.out("new", "Alder & Sons")
    code, _, err = terminal("show", "alder")
    assert code == 3
    assert "fits several workshops" in err
    assert "1 Alder & Finch LLP" in err
    assert "Alder & Sons" in terminal.out("show", "alder & sons")


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


def test_the_library_is_named_by_the_environment(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CRM_WORKSHOP_LIBRARY", str(tmp_path / "elsewhere.crmw"))
    assert main(["new", "Brandt"]) == 0
    assert (tmp_path / "elsewhere.crmw").exists()


def test_the_demo_runs_the_sample_to_its_charter_again_and_again(terminal: Terminal) -> None:
    folder = terminal.folder / "demo"
    terminal.out("demo", "-o", folder)
    first = (folder / "sample-charter.pdf").read_bytes()
    terminal.out("demo", "-o", folder)
    assert (folder / "sample-charter.pdf").read_bytes() == first
    assert sorted(one.name for one in folder.iterdir()) == [
        "sample-charter.json",
        "sample-charter.md",
        "sample-charter.pdf",
        "sample-library.crmw",
    ]
    assert not terminal.library.exists()


def test_without_a_display_the_demo_is_run_and_said(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(terminal.folder)
    out = terminal.out()
    assert out.splitlines()[0] == (
        "There is no display here: running the sample workshop to its charter instead."
    )
    assert (terminal.folder / "crm-workshop-demo" / "sample-charter.pdf").exists()


def test_a_charter_is_issued_only_when_nothing_stops_it(with_samples: Terminal) -> None:
    code, out, err = with_samples("issue", "Alder")
    assert (code, out) == (3, "")
    assert "The charter stays a draft" in err


def settle(terminal: Terminal) -> str:
    """Bring in the complete sample with its last open answer given; return its number."""
    content = json.loads(samples()[0].data)
    (late,) = [one for one in content["commitments"] if one.get("state") == "not_yet"]
    late.update(
        state="given",
        kind="C",
        action="Tell my group in January what changes on the first call",
        first_on="2027-01-11",
        seen_when="the note of that meeting is on the wall",
    )
    late.pop("answer_by", None)
    file = terminal.folder / "settled.json"
    file.write_text(json.dumps(content), "utf-8")
    return terminal.out("import", file).split()[3].rstrip(":")


def test_an_issued_charter_stands_until_something_changes(terminal: Terminal) -> None:
    number = settle(terminal)
    pdf = terminal.folder / "charter.pdf"
    code, _, err = terminal("issue", number, "-o", pdf / "x.docx")
    assert (code, "not as “.docx”" in err) == (3, True)
    code, _, err = terminal("issue", number, "-o", "/proc/none/charter.pdf")
    assert code == 3
    assert json.loads(terminal.out("list", "--json"))[0]["charter_version"] == ""
    said = terminal.out("issue", number, "-o", pdf)
    assert said.startswith("Issued version 1.0 of Alder & Finch LLP, code ")
    assert pdf.read_bytes().startswith(b"%PDF")
    code, _, err = terminal("issue", number)
    assert (code, "says what version 1.0 says" in err) == (3, True)
    assert json.loads(terminal.out("list", "--json"))[0]["charter_version"] == "1.0"


def test_nothing_is_written_over_the_library(with_samples: Terminal) -> None:
    before = with_samples.library.read_bytes()
    for command_line in (["export", "1", "-o"], ["backup", "-o"]):
        code, _, err = with_samples(*command_line, with_samples.library)
        assert (code, err.count("\n")) == (3, 1)
    assert with_samples.library.read_bytes() == before


def test_a_charter_as_json_says_that_it_holds_private_notes(with_samples: Terminal) -> None:
    said = with_samples.out("charter", "1", "-o", with_samples.folder / "c.json")
    assert "the facilitator’s notes too" in said


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


def test_undrawable_text_is_named_before_the_file_is_written(terminal: Terminal) -> None:
    terminal.out("new", "李雷 & Partners")
    code, _, err = terminal("charter", "1", "-o", terminal.folder / "charter.pdf")
    assert code == 0
    assert "李雷 & Partners" in err
