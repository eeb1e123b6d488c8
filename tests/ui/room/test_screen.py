"""The room screen as a widget: what it shows is what it was last given, whole and at once."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from crm_workshop.live.parts import CardSeen, ClockFace
from crm_workshop.live.seen import Black, Cards, Holding, RoomView, from_json, to_json
from ui.gallery.stage import draw
from ui.room.screen import RoomScreen
from ui.theme.tokens import NAMES, load_theme

PAPER = QColor(load_theme("light").paper).rgb()
BLACK = QColor("#000000").rgb()


def cards(*texts: str, **fields) -> RoomView:
    view = RoomView(
        body=Cards(cards=tuple(CardSeen(text=one) for one in texts), status=""),
        stage="What CRM means",
        hue="meaning",
        title="Silent definitions",
        question="For our clients, CRM means that we …",
        clock=ClockFace(text="05:12"),
    )
    return replace(view, **fields)


@pytest.fixture
def screen(qtbot) -> RoomScreen:
    made = RoomScreen(reduced_motion=True)
    qtbot.addWidget(made)
    made.resize(960, 540)
    return made


def grab(screen: RoomScreen) -> QImage:
    return screen.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def colours(image: QImage) -> set[int]:
    return {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(image.height())}


def test_it_begins_black_and_black_is_nothing_else(screen):
    assert colours(grab(screen)) == {BLACK}
    screen.show_view(cards("ring first"))
    assert BLACK not in colours(grab(screen))
    screen.show_view(RoomView(body=Black(), clock=ClockFace(text="05:12")))
    assert colours(grab(screen)) == {BLACK}


def test_leaving_black_shows_only_what_is_there_now(screen, qtbot):
    fresh = RoomScreen(reduced_motion=True)
    qtbot.addWidget(fresh)
    fresh.resize(960, 540)
    new = RoomView(body=Holding(purpose="One page to sign"), firm="Quillfeather & Moss LLP")
    fresh.show_view(new)
    for before in (cards("ring first"), RoomView(body=Black()), cards("a", "b", "c")):
        screen.show_view(before)
        grab(screen)
        screen.show_view(new)
        assert grab(screen) == grab(fresh)


def test_a_frozen_view_looks_as_it_did(screen):
    shown = cards("ring first", "ask once")
    screen.show_view(shown)
    before = grab(screen)
    screen.show_view(RoomView(body=Black()))
    frozen = from_json(to_json(shown))
    assert frozen is not None
    screen.show_view(frozen)
    assert grab(screen) == before


def test_showing_twice_changes_nothing(screen):
    screen.show_view(cards("ring first"))
    before, picture = screen.frame, grab(screen)
    screen.show_view(cards("ring first"))
    assert screen.frame is before
    assert grab(screen) == picture


def test_the_clock_ticks_and_nothing_else_moves(screen):
    screen.show_view(cards("ring first"))
    before, frame = grab(screen), screen.frame
    screen.show_view(cards("ring first", clock=ClockFace(text="05:11")))
    after = grab(screen)
    assert screen.frame is frame
    changed = {
        (x, y) for x in range(960) for y in range(540) if before.pixel(x, y) != after.pixel(x, y)
    }
    assert changed
    assert min(x for x, _ in changed) > 960 * 0.8
    assert max(y for _, y in changed) < 540 * 0.12


def test_only_what_is_newly_revealed_fades_in(qtbot):
    screen = RoomScreen()
    qtbot.addWidget(screen)
    screen.resize(960, 540)
    screen.show()
    qtbot.waitExposed(screen)
    screen.show_view(cards("ring first"))
    assert not screen.is_fading
    screen.show_view(cards("ring first", "ask once"))
    assert screen.is_fading
    qtbot.waitUntil(lambda: not screen.is_fading)
    screen.show_view(RoomView(body=Black()))
    assert not screen.is_fading
    screen.show_view(cards("ring first", "ask once", "one lead"))
    assert not screen.is_fading
    screen.show_view(cards("ring first", "ask once", "one lead", "one list"))
    screen.show_view(RoomView(body=Black()))
    assert not screen.is_fading
    assert colours(grab(screen)) == {BLACK}


def test_with_reduced_motion_nothing_fades(screen, qtbot):
    screen.show()
    qtbot.waitExposed(screen)
    screen.show_view(cards("ring first"))
    screen.show_view(cards("ring first", "ask once"))
    assert not screen.is_fading
    screen.set_reduced_motion(False)
    screen.show_view(cards("ring first", "ask once", "one lead"))
    assert screen.is_fading
    screen.set_reduced_motion(True)
    assert not screen.is_fading


def test_it_says_how_many_pages_there_are(screen, qtbot):
    many = cards(*(f"{number} " + "ring them first " * 12 for number in range(60)))
    with qtbot.waitSignal(screen.pages_changed) as told:
        screen.show_view(many)
    assert told.args == [screen.pages]
    assert screen.pages > 1
    last = replace(many, page=screen.pages - 1)
    screen.show_view(last)
    assert screen.frame.page == screen.pages - 1
    assert "59 ring" in screen.accessibleDescription()
    assert "0 ring them" not in screen.accessibleDescription().split("\n")[3]
    screen.show_view(replace(many, page=999))
    assert screen.frame.page == screen.pages - 1


def test_a_preview_is_the_same_picture(screen, qtbot):
    preview = RoomScreen(reduced_motion=True)
    qtbot.addWidget(preview)
    preview.resize(288, 162)
    for view in (cards("ring first"), cards(*(f"card {number}" for number in range(30)))):
        screen.show_view(view)
        preview.show_view(view)
        assert preview.frame == screen.frame


def test_it_is_read_aloud(screen):
    screen.show_view(cards("ring <b>first</b> & listen"))
    said = screen.accessibleDescription().split("\n")
    assert said[:3] == ["What CRM means", "Silent definitions", screen.view.question]
    assert "ring <b>first</b> & listen" in said


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_every_device_scale_draws_the_same_page(screen, scale):
    screen.show_view(cards("ring first", "ask once"))
    plain = draw(screen, QSize(960, 540))
    dense = draw(screen, QSize(960, 540), scale)
    assert dense.size() == QSize(960, 540) * scale
    small = dense.scaled(QSize(96, 54), mode=_smooth())
    other = plain.scaled(QSize(96, 54), mode=_smooth())
    apart = [
        abs(QColor(small.pixel(x, y)).lightness() - QColor(other.pixel(x, y)).lightness())
        for x in range(96)
        for y in range(54)
    ]
    assert max(apart) < 48


def _smooth():
    from PySide6.QtCore import Qt

    return Qt.TransformationMode.SmoothTransformation


@pytest.mark.parametrize("name", NAMES)
def test_every_theme_paints_its_own_ground(screen, name):
    screen.set_theme(load_theme(name))
    screen.show_view(cards("ring first"))
    assert grab(screen).pixel(2, 2) == QColor(load_theme(name).paper).rgb()
    assert QColor(load_theme(name).surface).rgb() in colours(grab(screen))


def test_an_odd_shape_is_filled_too(screen):
    screen.show_view(cards("ring first"))
    for size in (QSize(400, 900), QSize(2400, 300), QSize(40, 30)):
        screen.resize(size)
        image = grab(screen)
        corners = ((0, 0), (size.width() - 1, 0), (0, size.height() - 1))
        assert {image.pixel(*one) for one in corners} == {PAPER}
