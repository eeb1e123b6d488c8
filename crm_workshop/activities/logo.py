"""The firm's logo: a picture from anywhere, made into one that is safe to keep and to print."""

import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Final

from crm_workshop.errors import InputError

if TYPE_CHECKING:
    from PIL.Image import Image

#: A larger file, or a picture of more pixels, is no logo.
LARGEST_FILE: Final = 5 * 2**20
MOST_PIXELS: Final = 40_000_000
#: The pixels a logo is kept in: 45 × 18 mm at 900 to the inch. Even uncompressed they are no
#: larger than the largest file.
MOST_WIDE: Final = 1600
MOST_HIGH: Final = 640

_ADVICE: Final = "Nothing was changed; save the logo as a PNG file in another program and try again"
_UNREADABLE: Final = f"This is no PNG or JPEG picture, or it is damaged. {_ADVICE}."
#: What Pillow raises for bytes that are not what they begin as, by format and by what is damaged.
_DAMAGED: Final = (
    *(OSError, SyntaxError, ValueError, TypeError, ArithmeticError, LookupError, EOFError),
    *(AttributeError, struct.error, zlib.error),
)


def read_logo(data: bytes) -> bytes:
    """Return the picture in `data` as a PNG that holds nothing but its pixels.

    PNG or JPEG, at most 5 MB and 40 megapixels; a larger picture is made smaller, to 1600 × 640
    pixels at most. Transparency is kept, 16 bits a colour become 8, CMYK becomes RGB without
    asking its profile. Raises `InputError` for anything else, and for a picture that moves.
    """
    from PIL.Image import Resampling

    with _opened(data) as picture:
        plain = _in_plain_colours(picture)
        plain.thumbnail((MOST_WIDE, MOST_HIGH), Resampling.LANCZOS)
    out = BytesIO()
    plain.save(out, "PNG")
    return out.getvalue()


def logo_fault(data: bytes) -> str:
    """Return why `data` cannot be kept as a logo as it is; empty for what `read_logo` returns.

    Nothing is made anew here, so that a logo which is brought in keeps its bytes.
    """
    try:
        with _opened(data) as picture:
            if picture.format != "PNG" or picture.mode not in ("L", "RGB", "RGBA"):
                return "it is not a PNG in grey or RGB"
            if picture.width > MOST_WIDE or picture.height > MOST_HIGH:
                return f"it has more than {MOST_WIDE} × {MOST_HIGH} pixels"
            if picture.info:
                return "it holds more than its pixels"
    except InputError:
        return "it cannot be read"
    return ""


def logo_size(png: bytes) -> tuple[int, int]:
    """Return how many pixels a logo that is kept is wide and high; it begins with its size."""
    across, down = struct.unpack(">II", png[16:24])
    return across, down


def check_size(size: int) -> None:
    """Raise `InputError` for a file of so many bytes that it is no logo; it need not be read."""
    if size > LARGEST_FILE:
        said = f"{size / 2**20:.1f} MB"
        raise InputError(f"A logo takes at most 5 MB, and this file has {said}. {_ADVICE}.")


@contextmanager
def _opened(data: bytes) -> Iterator["Image"]:
    """Give the picture in `data`, all of it decoded; raise `InputError` if there is none."""
    from PIL import Image

    check_size(len(data))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of a bomb: the limit below is the stricter one
            with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
                _refuse_strange(picture)
                picture.load()
                yield picture
    except (Image.DecompressionBombError, MemoryError) as error:
        raise InputError(f"This picture is too large for a logo. {_ADVICE}.") from error
    except _DAMAGED as error:
        raise InputError(_UNREADABLE) from error


def _refuse_strange(picture: "Image") -> None:
    """Raise `InputError` for a picture that is too large, or that is several; none is decoded."""
    if picture.width * picture.height > MOST_PIXELS:
        raise InputError(
            f"A logo has at most 40 megapixels, and this picture is {picture.width} × "
            f"{picture.height}. {_ADVICE}."
        )
    if getattr(picture, "n_frames", 1) > 1:
        raise InputError(f"A logo cannot move, and this file holds several pictures. {_ADVICE}.")


def _in_plain_colours(picture: "Image") -> "Image":
    """Return the picture upright, in grey, RGB or RGBA of 8 bits, without what it carries along."""
    from PIL import Image, ImageOps

    upright = ImageOps.exif_transpose(picture)
    if upright.mode.startswith("I"):  # 16 bits of grey; converting at once would clip them
        upright = upright.convert("I").point(lambda grey: grey / 256).convert("L")
    if upright.has_transparency_data:
        mode = "RGBA"
    else:
        mode = "L" if upright.mode in ("1", "L", "LA") else "RGB"
    plain = Image.new(mode, upright.size)
    plain.paste(upright.convert(mode))
    return plain
