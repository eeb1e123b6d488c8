"""The gallery: every screen of the samples as pictures. The windows draw them; here is the wish."""

import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import click

from crm_workshop.errors import InputError

#: The names of the windows' themes, in resources/themes.
THEMES: Final = ("light", "dark", "contrast")

_LEAST, _MOST = (1024, 640), (7680, 4320)
_SIZE: Final = re.compile(r"(\d{1,5})[x×](\d{1,5})")

#: The command's context holds under this name what draws the pictures.
DRAWS: Final = "crm_workshop.draw_gallery"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Which pictures to draw, where, and how they are to look.

    `scale` is that of the windows' text. A picture's name is its sample, window and screen, as in
    `alder-finch/console/2.1`; `only` are names, or the beginnings of several: all if there is none.
    """

    folder: Path
    sizes: tuple[tuple[int, int], ...]
    theme: str = "light"
    scale: float = 1.0
    only: tuple[str, ...] = ()

    def is_for(self, name: str) -> bool:
        """Tell whether a picture of that name is wished for."""
        return not self.only or any(f"{name}/".startswith(f"{one}/") for one in self.only)

    def may_hold(self, start: str) -> bool:
        """Tell whether a picture whose name begins so may be wished for."""
        return self.is_for(start) or any(one.startswith(start) for one in self.only)


#: Draws pictures and tells each file once it is written.
DrawGallery = Callable[[Wish], Iterable[Path]]


class _Size(click.ParamType[tuple[int, int]]):
    """A size such as 1280x720."""

    name = "WIDTHxHEIGHT"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return width and height, or say what is wrong."""
        if isinstance(value, tuple):
            return value
        found = _SIZE.fullmatch(str(value).strip().lower())
        if not found:
            self.fail(f"“{value}” is no size: write it as 1280x720.", param, ctx)
        width, height = int(found[1]), int(found[2])
        if not (_LEAST[0] <= width <= _MOST[0] and _LEAST[1] <= height <= _MOST[1]):
            self.fail(
                f"{width}x{height} cannot be drawn: from {_LEAST[0]}x{_LEAST[1]}, the smallest "
                f"window, to {_MOST[0]}x{_MOST[1]}.",
                param,
                ctx,
            )
        return (width, height)


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--size",
    "sizes",
    type=_Size(),
    multiple=True,
    default=((1280, 720),),
    help="The windows' size in pixels, 1280x720 if none is given; can be repeated.",
)
@click.option("--theme", type=click.Choice(THEMES), default="light", show_default=True)
@click.option(
    "--scale",
    type=click.FloatRange(0.8, 2.0),
    default=1.0,
    show_default=True,
    help="The text scale of the console and the library.",
)
@click.option(
    "--only",
    metavar="NAME",
    multiple=True,
    help="Only this picture or folder, such as alder-finch/room; can be repeated.",
)
@click.pass_context
def gallery(
    context: click.Context,
    folder: Path,
    sizes: tuple[tuple[int, int], ...],
    theme: str,
    scale: float,
    only: tuple[str, ...],
) -> None:
    """Draw every screen of the samples into DIR as PNG files; no display is needed.

    Each file's name says sample, window, screen and width, as in
    alder-finch/console/2.1-1280.png; a file of the same name is replaced.
    """
    draw: DrawGallery | None = context.meta[DRAWS]
    if draw is None:
        raise click.UsageError("The windows draw the pictures: start crm-workshop itself.")
    names = tuple(one.strip("/") for one in only)
    wish = Wish(folder=folder, sizes=sizes, theme=theme, scale=scale, only=names)
    count = _drawn(draw, wish)
    if not count:
        raise InputError(
            f"No picture is called {' or '.join(names)}. Without --only all are drawn."
        )
    click.echo(f"Drew {count} {'picture' if count == 1 else 'pictures'} in {folder}.")


def _drawn(draw: DrawGallery, wish: Wish) -> int:
    """Draw, say on a terminal how far it is, and return how many pictures there are."""
    count = 0
    for count, path in enumerate(draw(wish), start=1):
        if sys.stderr.isatty():
            click.echo(f"\r\x1b[K{count} {path.relative_to(wish.folder)}", nl=False, err=True)
    if sys.stderr.isatty():
        click.echo("\r\x1b[K", nl=False, err=True)
    return count


COMMANDS: Final[tuple[click.Command, ...]] = (gallery,)
