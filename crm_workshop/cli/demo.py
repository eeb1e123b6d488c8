"""The demo: the sample workshop, run through the real operations to its charter."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import click

from crm_workshop.activities.workshops import delete_workshop
from crm_workshop.charter.compose import compose
from crm_workshop.checks import check
from crm_workshop.cli.writing import ENDINGS, write_charter
from crm_workshop.exchange import import_workshop
from crm_workshop.exchange.samples import samples
from crm_workshop.kit.load import kit_of
from crm_workshop.model.dossier import Dossier
from crm_workshop.rehearsal import rehearse
from crm_workshop.store.backup import back_up
from crm_workshop.store.connection import explained
from crm_workshop.store.library import Store


@click.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="The folder for the charter (PDF, Markdown, JSON) and the library.",
)
def demo(output: Path) -> None:
    """Run the sample workshop through the real operations to its charter."""
    run_demo(output)


def run_demo(folder: Path) -> None:
    """Write the demo's library and charter to `folder`, replacing those of an earlier demo.

    Raises `DiskError` if the folder cannot be written.
    """
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
    dossier = _play(folder)
    today = dossier.workshop.held_on or datetime.now(UTC).date()
    kit = kit_of(dossier.workshop)
    charter = compose(dossier, kit, check(dossier, kit, today), today=today)
    for suffix in ENDINGS:
        write_charter(charter, dossier, folder / f"sample-charter{suffix}")


def _play(folder: Path) -> Dossier:
    """Run the first sample in a library whose clock follows it; keep the library in `folder`."""
    moment = datetime.now(UTC)

    def set_time(at: datetime) -> None:
        nonlocal moment
        moment = at

    # Played in memory, so that a slow disk does not sync each of some 600 steps; then kept whole.
    with Store.open(":memory:", now=lambda: moment) as store:
        script = store.load(import_workshop(store, samples()[0].data))
        played = store.load(rehearse(store, script, set_time))
        delete_workshop(store, script.workshop.id)
        _keep(store, folder / "sample-library.crmw")
    return played


def _keep(store: Store, library: Path) -> None:
    """Write the library beside its place, then put it there."""
    unfinished = library.with_suffix(".new")
    with explained(library):
        unfinished.unlink(missing_ok=True)
        back_up(store.conn, library, unfinished)
        unfinished.replace(library)


COMMANDS: Final[tuple[click.Command, ...]] = (demo,)
