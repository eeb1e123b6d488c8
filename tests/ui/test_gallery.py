"""The gallery command: every screen as a picture, without a display."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from crm_workshop.cli import main
from ui.app import draw_gallery
from ui.theme.look import dress
from ui.theme.tokens import load_theme

ROOT = Path(__file__).parents[2]


@pytest.fixture
def draw(qapp, capsys):
    """Return what calls the command and returns its exit code and what it said."""

    def call(*arguments):
        code = main(["gallery", *map(str, arguments)], draw_gallery=draw_gallery)
        return (code, *capsys.readouterr())

    yield call
    dress(qapp, load_theme("light"))


def names(folder):
    return {one.relative_to(folder).as_posix() for one in folder.rglob("*.png")}


def colours(path):
    picture = QImage(str(path))
    step = range(0, picture.width(), 4)
    return {picture.pixelColor(x, y).name() for x in step for y in range(0, picture.height(), 4)}


def test_it_draws_each_window_of_each_sample(draw, tmp_path):
    sample = "pennyquick"  # nothing is written in it yet: each panel's first state
    code, out, err = draw(tmp_path, "--only", sample, "--only", "library", "--size", "1024x640")
    found = names(tmp_path)
    assert (code, out, err) == (0, f"Drew {len(found)} pictures in {tmp_path}.\n", "")
    assert "library/home-1024.png" in found
    assert {f"{sample}/room/{one}-1024.png" for one in ("black", "break", "2.1-cards")} <= found
    opened = ("begin", "banner", "palette", "settle", "keys", "menu", "park", "2.1", "2.1-themes")
    assert {f"{sample}/console/{one}-1024.png" for one in opened} <= found
    for one in (*tmp_path.glob("*/console/*"), *tmp_path.glob("library/*")):
        assert len(colours(one)) > 10, one
    shot = QImage(str(tmp_path / sample / "console" / "2.1-1024.png"))
    assert (shot.width(), shot.height()) == (1024, 640)


def test_one_picture_can_be_asked_for_in_each_size(draw, tmp_path):
    code, out, _ = draw(
        *(tmp_path, "--only", "alder-finch/console/4.3", "--only", "eastmere/room/black"),
        *("--size", "1280x720", "--size", "1440x900"),
    )
    assert (code, out) == (0, f"Drew 4 pictures in {tmp_path}.\n")
    assert names(tmp_path) == {
        f"{one}-{width}.png"
        for one in ("alder-finch/console/4.3", "eastmere/room/black")
        for width in (1280, 1440)
    }


def test_theme_and_text_scale_are_those_asked_for(draw, tmp_path):
    only = ("--only", "alder-finch/console/2.1")
    for theme in ("light", "dark", "contrast"):
        assert draw(tmp_path / theme, *only, "--theme", theme)[0] == 0
        worn = load_theme(theme)
        found = colours(tmp_path / theme / "alder-finch/console/2.1-1280.png")
        assert {worn.paper.lower(), worn.surface.lower(), worn.ink.lower()} <= found
    assert draw(tmp_path / "large", *only, "--scale", "1.5")[0] == 0
    large, normal = (
        tmp_path / one / "alder-finch/console/2.1-1280.png" for one in ("large", "light")
    )
    assert large.read_bytes() != normal.read_bytes()


def test_the_same_pictures_come_out_again(draw, tmp_path):
    for folder in ("one", "two"):
        assert draw(tmp_path / folder, "--only", "eastmere/console/2.1")[0] == 0
    one, two = (tmp_path / folder / "eastmere/console/2.1-1280.png" for folder in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize("size", ["1280", "wide", "800x600", "1280x99999", "0x0", "1280*720"])
def test_a_bad_size_is_wrong_usage(draw, tmp_path, size):
    code, out, err = draw(tmp_path, "--size", size)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert size in err
    assert names(tmp_path) == set()


@pytest.mark.parametrize("wrong", [("--scale", "9"), ("--theme", "pink"), ("--scale", "big")])
def test_a_bad_look_is_wrong_usage(draw, tmp_path, wrong):
    code, out, err = draw(tmp_path, *wrong)
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_a_name_that_no_picture_has_is_said(draw, tmp_path):
    code, out, err = draw(tmp_path, "--only", "alder-finch/cellar")
    assert (code, out) == (3, "")
    assert err == "No picture is called alder-finch/cellar. Without --only all are drawn.\n"


def test_a_folder_that_cannot_be_written_is_said(draw, tmp_path):
    (tmp_path / "alder-finch").write_text("a file where the folder would be")
    code, out, err = draw(tmp_path, "--only", "alder-finch/room/black")
    assert (code, out, err.count("\n")) == (3, "", 1)
    assert "black-1280.png cannot be used" in err


def test_without_the_windows_it_says_where_they_are(capsys, tmp_path):
    assert main(["gallery", str(tmp_path)]) == 2
    assert "The windows draw the pictures" in capsys.readouterr().err


def test_no_display_is_needed_and_nothing_else_is_said(tmp_path):
    without = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    without.pop("QT_QPA_PLATFORM", None)
    start = (sys.executable, "-c", "from ui.app import main; main()")
    done = subprocess.run(
        [*start, "gallery", str(tmp_path), "--only", "alder-finch/console/begin"],
        cwd=ROOT,
        env=without,
        capture_output=True,
        text=True,
        check=False,
    )
    said = f"Drew 1 picture in {tmp_path}.\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, said, "")
