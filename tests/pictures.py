"""Small pictures in any mode and format, as firms send their logos."""

from io import BytesIO
from typing import Any

from PIL import Image


def painted(mode: str, size: tuple[int, int]) -> Image.Image:
    """Return a picture that is one colour on its left and another on its right."""
    left = Image.new("RGBA", size, (20, 60, 140, 255))
    left.paste((230, 120, 20, 0), (size[0] // 2, 0, size[0], size[1]))
    return left.convert("L").convert(mode) if mode.startswith("I") else left.convert(mode)


def picture(mode: str, size: tuple[int, int], kind: str, **options: Any) -> bytes:
    """Return such a picture as a file."""
    out = BytesIO()
    painted(mode, size).save(out, kind, **options)
    return out.getvalue()
