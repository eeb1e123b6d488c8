"""Colours by name, declared in resources/themes; nothing in the windows names a colour itself."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import Final

import msgspec

NAMES: Final = ("light", "dark", "contrast")


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The tokens of one look, each colour as #RRGGBB.

    `hues` are the stages' colours, readable as text. `scale` is the system's text scale: 1.0 is
    its normal size, and every size of the windows is multiplied by it through `px`.
    """

    paper: str
    surface: str
    sunken: str
    select: str
    ink: str
    ink_2: str
    ink_3: str
    line: str
    line_2: str
    focus: str
    danger: str
    warn: str
    ok: str
    hues: Mapping[str, str]
    name: str = ""
    scale: float = 1.0

    def hue(self, name: str) -> str:
        """Return the colour of a stage; a name that the theme does not know gets plain ink."""
        return self.hues.get(name, self.ink)

    def px(self, size: float) -> int:
        """Return a size of the drawings, in px at the normal text size, at this text scale."""
        return round(size * self.scale)


def load_theme(name: str, *, scale: float = 1.0) -> Theme:
    """Return the theme of one of `NAMES`, at a text scale."""
    text = files("resources").joinpath("themes", f"{name}.toml").read_text("utf-8")
    return replace(msgspec.toml.decode(text, type=Theme), name=name, scale=scale)
