"""The firm's logo on the holding slide: whole on every display, on white in every theme."""

from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QSize

from crm_workshop.live.seen import Holding, RoomView, from_json, to_json
from tests.ui.room.measuring import SIZES, faults, frames, width_of
from ui.gallery.stage import draw
from ui.room.marks import Picture, Text
from ui.room.screen import RoomScreen
from ui.room.setting import TypeSetter
from ui.theme.tokens import NAMES, load_theme

LONG = "One page that all of us are willing to sign, and that nobody has to explain twice. "


def logo(width: int, height: int, colour: str = "#c01020") -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "PNG")
    return out.getvalue()


def holding(width: int, height: int, purpose: str = "") -> RoomView:
    return RoomView(body=Holding(purpose=purpose, logo=logo(width, height)), firm="Marlowe & Vane")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("shape", [(1600, 640), (1600, 20), (20, 640), (300, 100), (1, 1)])
@pytest.mark.parametrize("purpose", ["", LONG, LONG * 12])
def test_the_logo_stands_above_the_name_in_its_own_proportions(qapp, size, shape, purpose):
    view, measure = holding(shape[0], shape[1], purpose), TypeSetter()
    pages = frames(view, width_of(size), measure)
    assert [fault for one in pages for fault in faults(one, view, measure)] == []
    (picture,) = [one for page in pages for one in page.marks if isinstance(one, Picture)]
    inside = (picture.width - 2 * picture.inset, picture.height - 2 * picture.inset)
    assert inside[0] / inside[1] == pytest.approx(shape[0] / shape[1])
    assert inside[0] <= 600.001
    assert inside[1] <= 240.001
    name = next(one for one in pages[0].marks if isinstance(one, Text))
    assert (name.text, name.y >= picture.y + picture.height) == (view.firm, True)


@pytest.mark.parametrize("theme", NAMES)
def test_the_logo_lies_on_white_in_every_theme(qapp, theme):
    room = RoomScreen(load_theme(theme), reduced_motion=True)
    size = QSize(1920, 1080)
    room.resize(size)
    room.show_view(holding(300, 100))
    (picture,) = [one for one in room.frame.marks if isinstance(one, Picture)]
    image = draw(room, size)
    corner = QPoint(round(picture.x), round(picture.y + picture.height / 2))
    assert image.pixelColor(corner + QPoint(8, 0)).name() == "#ffffff"
    assert image.pixelColor(corner + QPoint(round(picture.inset) + 8, 0)).name() == "#c01020"
    room.deleteLater()


def test_a_slide_that_is_frozen_keeps_its_logo():
    view = holding(30, 10, LONG)
    assert from_json(to_json(view)) == view
