"""The command's frame: which library, how errors are told, what happens without a command."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Final

import click
import platformdirs

from crm_workshop import __version__
from crm_workshop.cli.gallery import DRAWS, DrawGallery
from crm_workshop.errors import WorkshopError

#: Opens the window on a library and returns the exit code; None without a display.
OpenWindow = Callable[[Path], int | None]

EXIT_BAD_INPUT: Final = 3

#: The module of each command, under crm_workshop.cli.
_COMMANDS: Final = {
    **dict.fromkeys(("list", "new", "sample", "export", "import", "schema"), "library"),
    **dict.fromkeys(("search", "delete", "undo", "redo", "backup", "verify"), "library"),
    **dict.fromkeys(("show", "logo", "check", "accept", "charter", "issue"), "workshop"),
    "demo": "demo",
    "gallery": "gallery",
    "handout": "handouts",
}


class _Commands(click.Group):
    """Brings a command in when it is asked for: the window opens sooner without them."""

    def list_commands(self, _context: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted(_COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        """Return the command of a name, or None."""
        if name not in _COMMANDS:
            return None
        module = import_module(f"crm_workshop.cli.{_COMMANDS[name]}")
        found: tuple[click.Command, ...] = module.COMMANDS
        return next(one for one in found if one.name == name)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the program was started with."""

    open_window: OpenWindow | None
    draw_gallery: DrawGallery | None


def default_library() -> Path:
    """Return where the library is kept unless something else is asked for."""
    return platformdirs.user_data_path("CRM Workshop", appauthor=False) / "library.crmw"


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--library",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar="CRM_WORKSHOP_LIBRARY",
    default=default_library,
    show_default="in your data folder",
    help="The library file; CRM_WORKSHOP_LIBRARY names it too.",
)
@click.version_option(__version__, prog_name="crm-workshop")
@click.pass_context
def command(context: click.Context, library: Path) -> None:
    """Run a CRM definition workshop, from its kit to its printed charter.

    Without a command the window opens. W is a workshop's number or the start of its firm's name.
    """
    frame: _Frame = context.obj
    if context.invoked_subcommand is None:
        context.exit(_open(frame.open_window, library))
    from crm_workshop.cli.shared import Desk

    context.obj, context.meta[DRAWS] = Desk(library), frame.draw_gallery
    context.call_on_close(context.obj.close)


def _open(open_window: OpenWindow | None, library: Path) -> int:
    """Open the window; where there is no display, say so and make the sample's charter instead."""
    code = open_window(library) if open_window else None
    if code is not None:
        return code
    from crm_workshop.cli.demo import run_demo

    click.echo("There is no display here: running the sample workshop to its charter instead.")
    run_demo(Path("crm-workshop-demo"))
    return 0


def main(
    arguments: Sequence[str] | None = None,
    *,
    open_window: OpenWindow | None = None,
    draw_gallery: DrawGallery | None = None,
) -> int:
    """Run the command line and return its exit code.

    0 is done, 1 an open Stop found by `check`, 2 wrong usage, 3 bad input or a bad file: the
    reason is then one sentence on standard error, never a traceback.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8")  # a firm's name in any alphabet, on Windows too
    try:
        frame = _Frame(open_window, draw_gallery)
        result = command.main(arguments, prog_name="crm-workshop", standalone_mode=False, obj=frame)
    except WorkshopError as error:
        click.echo(f"{error}", err=True)
        return EXIT_BAD_INPUT
    except click.ClickException as error:
        click.echo(f"{error.format_message()} “--help” after a command says how.", err=True)
        return error.exit_code
    except OSError as error:
        click.echo(f"{error.filename or 'The output'}: {error.strerror}.", err=True)
        return EXIT_BAD_INPUT
    except click.Abort:
        click.echo("Stopped. What was saved before is kept.", err=True)
        return 130
    return result if isinstance(result, int) else 0
