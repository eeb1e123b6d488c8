"""Every theme holds every token, and what is read can be read."""

from collections.abc import Iterator

import pytest

from crm_workshop.kit.load import load_kit
from tests.ui.look.reading import contrast
from ui.theme.look import dress, text_scale, theme_now
from ui.theme.sheet import style_sheet
from ui.theme.tokens import NAMES, Theme, load_theme
from ui.widgets.text import label


def number(colour: str) -> int:
    return int(colour.removeprefix("#"), 16)


def texts(theme: Theme) -> Iterator[tuple[str, str]]:
    yield from theme.hues.items()
    for name in ("ink", "ink_2", "ink_3", "focus", "danger", "warn", "ok"):
        yield name, getattr(theme, name)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ground", ["paper", "surface", "sunken", "select"])
def test_every_text_can_be_read_on_every_ground(name, ground):
    theme = load_theme(name)
    wanted = 7 if name == "contrast" else 4.5
    ratios = {
        token: contrast(number(colour), number(getattr(theme, ground)))
        for token, colour in texts(theme)
    }
    assert {token: ratio for token, ratio in ratios.items() if ratio < wanted} == {}


@pytest.mark.parametrize("name", NAMES)
def test_the_primary_button_can_be_read_and_the_focus_be_seen(name):
    theme = load_theme(name)
    assert contrast(number(theme.surface), number(theme.ink)) >= 4.5
    assert contrast(number(theme.focus), number(theme.surface)) >= 3
    assert contrast(number(theme.focus), number(theme.line_2)) >= 1.5


@pytest.mark.parametrize("name", NAMES)
def test_every_stage_of_the_kit_has_its_hue(name):
    assert {one.hue for one in load_kit().stages} == set(load_theme(name).hues)


def test_an_unknown_hue_is_plain_ink():
    theme = load_theme("light")
    assert theme.hue("") == theme.hue("of another kit") == theme.ink


def test_one_number_scales_every_size_of_the_sheet():
    normal, large = style_sheet(load_theme("light")), style_sheet(load_theme("light", scale=1.5))
    assert "font-size: 15px" in normal
    assert "font-size: 15px" not in large
    assert "font-size: 22px" in large
    assert "font-size: 66px" in large


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5])
def test_what_paints_itself_is_told_the_theme_of_the_windows(qapp, name, scale):
    worn = load_theme(name, scale=scale)
    assert dress(qapp, worn) == theme_now() == worn
    dress(qapp, load_theme("light"))
    assert theme_now() == load_theme("light")


@pytest.mark.parametrize(
    ("pixels", "platform", "scale"),
    [
        (12, "win32", 1.0),
        (18, "win32", 1.5),
        (27, "win32", 2.0),
        (13, "darwin", 1.0),
        (13.3, "linux", 1.0),
        (14.7, "linux", 1.0),
        (18.4, "linux", 1.25),
        (9, "linux", 1.0),
    ],
)
def test_the_systems_font_tells_its_text_scale(pixels, platform, scale):
    assert text_scale(pixels, platform) == scale


@pytest.mark.parametrize("look", ["", "kicker", "strong", "second", "quiet", "label", "pill"])
def test_a_stages_hue_counts_more_than_a_look(qapp, qtbot, look):
    theme = dress(qapp, load_theme("light"))
    shown = label(look, "Where technology fits", hue="technology")
    qtbot.addWidget(shown)
    shown.show()
    ink = shown.palette().color(shown.foregroundRole())
    assert ink.name() == theme.hue("technology").lower()
