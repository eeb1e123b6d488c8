"""The command line as its users call it: what each command does and says."""

import json
from pathlib import Path

import click
import pypdfium2
import pytest

from crm_workshop.cli import main
from crm_workshop.cli.main import command
from crm_workshop.exchange.samples import samples
from tests.cli.terminal import Terminal

_FRAME = click.Context(command)


@pytest.mark.parametrize("name", command.list_commands(_FRAME))
def test_every_command_is_in_the_readme_and_says_what_it_does(name: str) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    assert f"`{name}" in readme
    found = command.get_command(_FRAME, name)
    assert found is not None
    assert found.help


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
    assert "0 people, 0 executives in the room" in shown


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


def test_export_import_export_gives_the_same_bytes(with_samples: Terminal) -> None:
    for number in ("1", "2", "3"):
        first, second = with_samples.folder / "1.json", with_samples.folder / "2.json"
        with_samples.out("export", number, "-o", first)
        made = with_samples.out("import", first).split()[3].rstrip(":")
        with_samples.out("export", made, "-o", second)
        assert first.read_bytes() == second.read_bytes()


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


def test_a_firm_that_fits_several_is_asked_for_by_number(terminal: Terminal) -> None:
    terminal.out("new", "Alder & Finch LLP")
    terminal.out("new", "Alder & Sons")
    code, _, err = terminal("show", "alder")
    assert code == 3
    assert "fits several workshops" in err
    assert "1 Alder & Finch LLP" in err
    assert "Alder & Sons" in terminal.out("show", "alder & sons")


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


def test_a_charter_as_json_says_that_it_holds_private_notes(with_samples: Terminal) -> None:
    said = with_samples.out("charter", "1", "-o", with_samples.folder / "c.json")
    assert "the facilitator’s notes too" in said


def test_undrawable_text_is_named_before_the_file_is_written(terminal: Terminal) -> None:
    terminal.out("new", "李雷 & Partners")
    code, _, err = terminal("charter", "1", "-o", terminal.folder / "charter.pdf")
    assert code == 0
    assert "李雷 & Partners" in err


def test_what_was_deleted_or_brought_in_can_be_taken_back(with_samples: Terminal) -> None:
    assert "under number 1" in with_samples.out("sample", "alder-finch")
    assert with_samples.out("undo") == "Taken back: Import Alder & Finch LLP.\n"
    assert "“undo” brings it back" in with_samples.out("delete", "Alder")
    assert with_samples.out("undo") == "Taken back: Delete Alder & Finch LLP.\n"
    assert with_samples.out("redo") == "Done again: Delete Alder & Finch LLP.\n"
    assert with_samples.out("undo", "City") == "There is nothing to take back.\n"


def test_a_warning_is_accepted_with_a_reason_and_taken_back(terminal: Terminal) -> None:
    terminal.out("sample", "eastmere")
    _, out, _ = terminal("check", "City")
    key = next(line for line in out.splitlines() if "Accept it as: T3" in line).split()[-1]
    code, _, err = terminal("accept", "City", key)
    assert (code, "with a reason" in err) == (3, True)
    terminal.out("accept", "City", key, "--reason", "Decided on Monday", "--person", "Len")
    _, out, _ = terminal("check", "City")
    assert "Accepted: Decided on Monday" in out
    assert f"Accept it as: {key}" not in out
    assert terminal.out("accept", "City", key, "--withdraw") == "Taken back.\n"
    code, _, err = terminal("accept", "City", "Z9:nothing", "--reason", "x")
    assert (code, "Nothing is found under “Z9:nothing”" in err) == (3, True)
