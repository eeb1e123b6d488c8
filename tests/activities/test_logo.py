"""The firm's logo: what is read, what is refused, and what becomes of it."""

import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from crm_workshop.activities.logo import LARGEST_FILE, logo_fault, read_logo
from crm_workshop.activities.workshops import (
    create_workshop,
    duplicate_as_new_attempt,
    set_logo,
    update_workshop,
)
from crm_workshop.errors import InputError
from crm_workshop.model.workshop import Workshop
from tests.activities.hall import Hall
from tests.pictures import painted, picture

PNG = picture("RGB", (40, 20), "PNG")


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data), formats=("PNG",))


@pytest.mark.parametrize(
    ("mode", "kind", "kept"),
    [
        ("RGB", "PNG", "RGB"),
        ("RGBA", "PNG", "RGBA"),
        ("LA", "PNG", "RGBA"),
        ("L", "PNG", "L"),
        ("1", "PNG", "L"),
        ("P", "PNG", "RGBA"),
        ("I;16", "PNG", "L"),
        ("RGB", "JPEG", "RGB"),
        ("L", "JPEG", "L"),
        ("CMYK", "JPEG", "RGB"),
    ],
)
def test_every_kind_of_picture_becomes_a_plain_png(mode: str, kind: str, kept: str) -> None:
    logo = opened(read_logo(picture(mode, (40, 20), kind)))
    assert (logo.format, logo.mode, logo.size, logo.info) == ("PNG", kept, (40, 20), {})
    assert logo_fault(read_logo(picture(mode, (40, 20), kind))) == ""


def test_colours_stay_what_they_were() -> None:
    assert opened(read_logo(PNG)).getpixel((5, 5)) == (20, 60, 140)
    cmyk = opened(read_logo(picture("CMYK", (40, 20), "JPEG", quality=95))).getpixel((5, 5))
    assert isinstance(cmyk, tuple)
    assert all(abs(one - other) < 6 for one, other in zip(cmyk, (20, 60, 140), strict=True))
    deep = BytesIO()
    Image.new("I;16", (4, 4), 0x8000).save(deep, "PNG")
    assert opened(read_logo(deep.getvalue())).getpixel((1, 1)) == 0x80


def test_what_shines_through_goes_on_to() -> None:
    see_through = opened(read_logo(picture("RGBA", (40, 20), "PNG")))
    assert see_through.getpixel((5, 5)) == (20, 60, 140, 255)
    assert see_through.getchannel("A").getpixel((35, 5)) == 0
    keyed = picture("RGB", (40, 20), "PNG", transparency=(20, 60, 140))
    assert opened(read_logo(keyed)).getchannel("A").getpixel((5, 5)) == 0


def test_nothing_but_the_pixels_is_kept() -> None:
    exif = Image.Exif()
    exif[0x010E] = "taken at a secret place"
    exif[0x0112] = 6  # to be turned by a quarter
    data = picture("RGB", (40, 20), "JPEG", exif=exif, comment=b"secret", dpi=(300, 300))
    logo = read_logo(data)
    assert b"secret" in data
    assert b"secret" not in logo
    assert opened(logo).size == (20, 40)
    assert opened(logo).info == {}


@pytest.mark.parametrize(
    ("size", "kept"), [((3200, 400), (1600, 200)), ((900, 1280), (450, 640)), ((30, 20), (30, 20))]
)
def test_a_large_picture_is_made_smaller_in_its_own_proportions(
    size: tuple[int, int], kept: tuple[int, int]
) -> None:
    assert opened(read_logo(picture("RGB", size, "PNG"))).size == kept


def test_reading_what_was_read_changes_nothing() -> None:
    for data in (PNG, picture("RGBA", (1700, 30), "PNG"), picture("CMYK", (9, 9), "JPEG")):
        logo = read_logo(data)
        assert read_logo(logo) == logo


def moving() -> bytes:
    out = BytesIO()
    frames = [painted("RGB", (8, 8)), Image.new("RGB", (8, 8))]
    frames[0].save(out, "PNG", save_all=True, append_images=frames[1:])
    return out.getvalue()


def bomb(wide: int, high: int) -> bytes:
    """Return a PNG that says it has that many pixels, and has none."""

    def chunk(name: bytes, body: bytes) -> bytes:
        crc = struct.pack(">I", zlib.crc32(name + body))
        return struct.pack(">I", len(body)) + name + body + crc

    header = struct.pack(">IIBBBBB", wide, high, 8, 6, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 100))
    return b"\x89PNG\r\n\x1a\n" + body + chunk(b"IEND", b"")


REFUSED = {
    "nothing": (b"", "no PNG or JPEG"),
    "a gif": (picture("RGB", (8, 8), "GIF"), "no PNG or JPEG"),
    "a drawing": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no PNG or JPEG"),
    "a text": (b"Marlowe LLP", "no PNG or JPEG"),
    "half a png": (picture("RGB", (300, 300), "PNG")[:120], "no PNG or JPEG"),
    "half a jpeg": (picture("RGB", (300, 300), "JPEG")[:900], "no PNG or JPEG"),
    "no pixels": (bomb(20, 20), "no PNG or JPEG"),
    "no width": (bomb(0, 20), "no PNG or JPEG"),
    "something that moves": (moving(), "cannot move"),
    "a bomb": (bomb(8000, 5001), "at most 40 megapixels, and this picture is 8000 × 5001"),
    "a great bomb": (bomb(12000, 12000), "40 megapixels"),
    "the greatest bomb": (bomb(2**31 - 1, 2**31 - 1), "too large"),
    "a heavy file": (PNG + b"\0" * LARGEST_FILE, "at most 5 MB"),
}


@pytest.mark.parametrize(("data", "told"), REFUSED.values(), ids=REFUSED)
def test_anything_else_is_refused_in_a_sentence(data: bytes, told: str) -> None:
    with pytest.raises(InputError, match=told) as refused:
        read_logo(data)
    assert "Nothing was changed" in str(refused.value)
    assert logo_fault(data) == "it cannot be read"


@given(st.integers(0, len(PNG) - 1), st.binary(min_size=1, max_size=6))
def test_a_damaged_file_is_read_or_refused_and_nothing_else(at: int, noise: bytes) -> None:
    for good in (PNG, picture("RGB", (40, 20), "JPEG")):
        data = good[:at] + noise + good[at + len(noise) :]
        try:
            logo = read_logo(data)
        except InputError:
            continue
        assert logo_fault(logo) == ""


def test_what_the_program_does_not_keep_has_a_fault() -> None:
    assert "not a PNG" in logo_fault(picture("RGB", (8, 8), "JPEG"))
    assert "grey or RGB" in logo_fault(picture("P", (8, 8), "PNG"))
    assert "1600 × 640" in logo_fault(picture("L", (1601, 8), "PNG"))
    assert "more than its pixels" in logo_fault(picture("RGB", (8, 8), "PNG", dpi=(300, 300)))


def test_setting_a_logo_is_a_step_that_can_be_undone(hall: Hall) -> None:
    assert set_logo(hall.store, hall.id, PNG).logo == read_logo(PNG)
    assert hall.store.undo_name(hall.id) == "Set logo"
    assert hall.store.undo(hall.id) == "Set logo"
    assert hall.store.get(Workshop, hall.id).logo == b""
    hall.store.redo(hall.id)
    set_logo(hall.store, hall.id, None)
    assert hall.store.undo_name(hall.id) == "Remove logo"
    assert hall.store.get(Workshop, hall.id).logo == b""


def test_no_way_in_takes_anything_else(hall: Hall) -> None:
    for wrong in (b"", b"no picture"):
        with pytest.raises(InputError, match="no PNG or JPEG"):
            set_logo(hall.store, hall.id, wrong)
    with pytest.raises(InputError, match="no PNG or JPEG"):
        update_workshop(hall.store, hall.id, logo=b"no picture")
    with pytest.raises(InputError, match="no PNG or JPEG"):
        create_workshop(hall.store, "Marlowe", logo=b"no picture")
    with pytest.raises(InputError, match="“Logo” is a file and cannot be typed"):
        update_workshop(hall.store, hall.id, logo="logo.png")
    assert hall.store.get(Workshop, hall.id).logo == b""


def test_the_next_attempt_keeps_the_logo(hall: Hall) -> None:
    set_logo(hall.store, hall.id, picture("RGBA", (60, 20), "PNG"))
    logo = hall.store.get(Workshop, hall.id).logo
    assert duplicate_as_new_attempt(hall.store, hall.id).logo == logo
