"""The firm's logo at the top right of page 1."""

from dataclasses import dataclass

from crm_workshop.activities.logo import logo_fault, logo_size
from crm_workshop.charter.layout.pen import Pen
from crm_workshop.charter.layout.style import MM

#: The box that it is fitted into, and the most points that one of its pixels may fill.
_WIDE, _HIGH = 45 * MM, 18 * MM
_COARSEST = 1.0


@dataclass(frozen=True, slots=True)
class Logo:
    """A PNG and the size at which it is drawn, in points."""

    png: bytes
    wide: float
    height: float

    def parted(self, _room: float, _page: float, /) -> None:
        """See `Item`: a picture stays whole."""
        return

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """See `Item`."""
        pen.picture(self.png, x, top, self.wide, self.height)


def set_logo(png: bytes) -> Logo | None:
    """Return a logo as large as its box and its pixels allow, in its own proportions.

    None without a logo, and for bytes that no operation can have written: a damaged picture must
    not keep a charter from being printed.
    """
    if not png or logo_fault(png):
        return None
    across, down = logo_size(png)
    scale = min(_WIDE / across, _HIGH / down, _COARSEST)
    return Logo(png, across * scale, down * scale)
