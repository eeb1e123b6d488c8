"""The command that prints what is handed out before and on the day."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import click

from crm_workshop.cli.paths import checked_output
from crm_workshop.cli.shared import Desk, pass_desk, which_argument
from crm_workshop.files import write_whole
from crm_workshop.handouts.compose import prework, run_sheet, worksheets
from crm_workshop.handouts.document import Handout
from crm_workshop.handouts.pdf import handout_pdf
from crm_workshop.kit.design import Kit
from crm_workshop.model.dossier import Dossier

#: What can be printed, by the name it is asked for.
_KINDS: Final[dict[str, Callable[[Dossier, Kit], Handout]]] = {
    "prework": prework,
    "worksheets": worksheets,
    "run-sheet": run_sheet,
}


@click.command()
@click.argument("kind", type=click.Choice(tuple(_KINDS)))
@which_argument
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="A .pdf file.")
@pass_desk
def handout(desk: Desk, kind: str, which: str, output: Path) -> None:
    """Print the pre-work, blank worksheets, or the facilitator's run sheet of W as a PDF."""
    dossier, kit = desk.open(which)
    checked_output(output, desk.library, ".pdf")
    write_whole(output, handout_pdf(_KINDS[kind](dossier, kit)))
    private = " It holds your own notes: it is not for the room." if kind == "run-sheet" else ""
    click.echo(f"Wrote {output}.{private}")


COMMANDS: Final[tuple[click.Command, ...]] = (handout,)
