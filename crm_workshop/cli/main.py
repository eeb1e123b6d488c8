"""The command's frame: which library, how errors are told, what happens without a command."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import Final

import click
import platformdirs

from crm_workshop import __version__
from crm_workshop.cli import workshop
from crm_workshop.cli.demo import demo, run_demo
from crm_workshop.cli.gallery import DRAWS, DrawGallery, gallery
from crm_workshop.cli.library import COMMANDS as LIBRARY_COMMANDS
from crm_workshop.cli.shared import Desk
from crm_workshop.errors import WorkshopError

#: Opens the window on a library and returns the exit code; None without a display.
OpenWindow = Callable[[Path], int | None]

EXIT_BAD_INPUT: Final = 3


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the program was started with."""

    open_window: OpenWindow | None
    draw_gallery: DrawGallery | None


def default_library() -> Path:
    """Return where the library is kept unless something else is asked for."""
    return platformdirs.user_data_path("CRM Workshop", appauthor=False) / "library.crmw"


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
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
    context.obj, context.meta[DRAWS] = Desk(library), frame.draw_gallery
    context.call_on_close(context.obj.close)
    if context.invoked_subcommand is None:
        context.exit(_open(frame.open_window, library))


def _open(open_window: OpenWindow | None, library: Path) -> int:
    """Open the window; where there is no display, say so and make the sample's charter instead."""
    code = open_window(library) if open_window else None
    if code is not None:
        return code
    click.echo("There is no display here: running the sample workshop to its charter instead.")
    run_demo(Path("crm-workshop-demo"))
    return 0


for _command in (*LIBRARY_COMMANDS, *workshop.COMMANDS, demo, gallery):
    command.add_command(_command)


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
