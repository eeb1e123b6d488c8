"""Files that are whole or not there."""

import os
import stat
from pathlib import Path

import pytest

from crm_workshop.errors import DiskError
from crm_workshop.files import file_stem, write_whole


def test_a_file_is_on_disk_before_it_takes_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, done = tmp_path / "charter.pdf", []
    sync, rename = os.fsync, Path.replace

    def synced(handle: int) -> None:
        done.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        sync(handle)

    def renamed(self: Path, target: Path) -> Path:
        done.append("rename")
        return rename(self, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", renamed)
    write_whole(path, b"whole")
    assert done == ["file", "rename", "folder"]
    assert path.read_bytes() == b"whole"


def test_a_failure_leaves_the_former_file_and_no_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "charter.pdf"
    path.write_bytes(b"former")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskError, match="No space left on device"):
        write_whole(path, b"newer")
    assert path.read_bytes() == b"former"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("parts", "stem"),
    [
        (
            ("Alder & Finch LLP", "charter", "1.0", "2026-11-21"),
            "Alder & Finch LLP charter 1.0 2026-11-21",
        ),
        (("A/B: <C>?\n*|\\", "charter"), "A B C charter"),
        (("", "charter", ""), "CRM charter"),
        (("..", "charter"), "CRM charter"),
        (("Søren’s Büro", "charter"), "Søren’s Büro charter"),
        (("हिन्दी विधि", "charter"), "हिन्दी विधि charter"),
        (("法律事務所", "charter"), "法律事務所 charter"),
        (("Cafe\u0301", "charter"), "Café charter"),
    ],
)
def test_a_files_name_is_safe_in_any_alphabet(parts: tuple[str, ...], stem: str) -> None:
    assert file_stem(*parts) == stem


def test_a_files_name_that_is_too_long_keeps_its_end(tmp_path: Path) -> None:
    stem = file_stem("法" * 300, "charter", "1.0", "2026-11-21")
    assert stem.startswith("法")
    assert stem.endswith(" charter 1.0 2026-11-21")
    write_whole(tmp_path / f"{stem}.pdf", b"fits")
    assert (tmp_path / f"{stem}.pdf").read_bytes() == b"fits"


def test_a_file_that_another_program_holds_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "charter.pdf"
    path.write_bytes(b"before")

    def refuse(_self: Path, _target: Path) -> Path:
        error = PermissionError(13, "Access is denied")
        error.winerror = 32  # type: ignore[attr-defined]  # only Windows has it
        raise error

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(DiskError, match="open in another program"):
        write_whole(path, b"after")
    assert path.read_bytes() == b"before"
    assert [one.name for one in tmp_path.iterdir()] == ["charter.pdf"]
