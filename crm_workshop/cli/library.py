"""Commands on the whole library: list, new, sample, import, export, search, backup, verify."""

from pathlib import Path
from typing import Final

import click

from crm_workshop.activities.workshops import create_workshop, delete_workshop
from crm_workshop.cli.paths import checked_output, read_bytes, read_text
from crm_workshop.cli.shared import (
    Desk,
    json_option,
    pass_desk,
    print_json,
    print_table,
    which_argument,
)
from crm_workshop.errors import DamagedLibraryError, InputError
from crm_workshop.exchange import dump, import_workshop, schema
from crm_workshop.exchange.samples import samples
from crm_workshop.files import write_whole
from crm_workshop.kit.load import load_kit
from crm_workshop.model.choices import Locale, Paper, Sector, Variant
from crm_workshop.model.dossier import BY_TABLE
from crm_workshop.model.fields import Choice
from crm_workshop.model.workshop import Workshop
from crm_workshop.store import backup as backups
from crm_workshop.text import fold


def _choices(choice: type[Choice]) -> click.Choice[str]:
    return click.Choice([one.value for one in choice])


@click.command("list")
@json_option
@pass_desk
def list_(desk: Desk, as_json: bool) -> None:
    """List all workshops, the latest first."""
    workshops = desk.store.workshops()
    if as_json:
        print_json(workshops)
    elif not workshops:
        click.echo("No workshop yet. “crm-workshop sample” brings one, “new” makes one.")
    else:
        print_table([_line(one) for one in workshops])


def _line(workshop: Workshop) -> tuple[str, ...]:
    """Return a workshop as a row of the list."""
    held = workshop.held_on.isoformat() if workshop.held_on else "no date"
    version = f" {workshop.charter_version}" if workshop.charter_version else ""
    attempt = f"attempt {workshop.attempt_no}"
    return (
        str(workshop.id).rjust(4),
        workshop.firm,
        held,
        workshop.variant.label,
        attempt,
        f"{workshop.status.label}{version}{', archived' if workshop.archived else ''}",
    )


@click.command()
@click.argument("firm")
@click.option("--sector", type=_choices(Sector), default=Sector.LAW.value, show_default=True)
@click.option("--locale", type=_choices(Locale), default=Locale.GB.value, show_default=True)
@click.option("--variant", type=_choices(Variant), default=Variant.HALF.value, show_default=True)
@click.option("--paper", type=_choices(Paper), default=Paper.A4.value, show_default=True)
@click.option("--date", "held_on", default="", help="As 2026-11-21, or as the locale writes it.")
@click.option("--starts", default="", help="As 09:00.")
@click.option("--place", default="")
@click.option("--facilitator", default="")
@click.option("--attempt", default="1", show_default=True)
@click.option(
    "--kit",
    type=click.Path(path_type=Path),
    help="Your own kit file (see docs/kits.md).",
)
@pass_desk
def new(
    desk: Desk,
    firm: str,
    sector: str,
    locale: str,
    variant: str,
    paper: str,
    held_on: str,
    starts: str,
    place: str,
    facilitator: str,
    attempt: str,
    kit: Path | None,
) -> None:
    """Make a workshop for FIRM, with its agenda."""
    source = _kit_source(kit)
    made = create_workshop(
        desk.new_store,
        firm,
        kit_source=source,
        sector=sector,
        locale=locale,
        variant=variant,
        paper=paper,
        held_on=held_on,
        starts=starts,
        place=place,
        facilitator=facilitator,
        attempt_no=attempt,
    )
    click.echo(f"Made workshop {made.id} for {made.firm}.")


def _kit_source(kit: Path | None) -> str:
    """Return the text of the firm's own kit file, checked so that an error names the file."""
    if kit is None:
        return ""
    source = read_text(kit)
    load_kit(source, kit.name)
    return source


@click.command()
@click.argument("name", required=False)
@pass_desk
def sample(desk: Desk, name: str | None) -> None:
    """Bring in the sample workshops, or the one called NAME."""
    known = {one.name: one for one in samples()}
    if name is not None and name not in known:
        raise InputError(f"There is no sample “{name}”. There are: {', '.join(known)}.")
    for one in [known[name]] if name else known.values():
        number = import_workshop(desk.new_store, one.data)
        click.echo(f"Brought in workshop {number}: {one.title}.")
        _tell_twins(desk, desk.store.get(Workshop, number))


@click.command()
@which_argument
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True)
@pass_desk
def export(desk: Desk, which: str, output: Path) -> None:
    """Write workshop W to an exchange file (docs/exchange.md)."""
    dossier, _ = desk.open(which)
    write_whole(checked_output(output, desk.library), dump(dossier))
    click.echo(f"Wrote {output}.")


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@pass_desk
def import_(desk: Desk, file: Path) -> None:
    """Bring a workshop in from an exchange FILE: all of it or nothing."""
    content = read_bytes(file)
    made = desk.new_store.get(Workshop, import_workshop(desk.new_store, content))
    click.echo(f"Brought in workshop {made.id}: {made.firm}.")
    _tell_twins(desk, made)


def _tell_twins(desk: Desk, made: Workshop) -> None:
    """Say under which numbers a workshop of the same firm and day is in the library already."""
    twins = [str(one.id) for one in desk.store.workshops() if _is_twin(one, made)]
    if twins:
        click.echo(
            "This firm and date are already in the library under number "
            f"{', '.join(sorted(twins, key=int))}; nothing was replaced."
        )


def _is_twin(one: Workshop, other: Workshop) -> bool:
    """Tell whether another workshop is of the same firm and day."""
    same = fold(one.firm) == fold(other.firm) and one.held_on == other.held_on
    return same and one.id != other.id


@click.command("schema")
def schema_() -> None:
    """Print the JSON Schema of the exchange file."""
    print_json(schema())


@click.command()
@click.argument("text")
@click.option("--limit", type=click.IntRange(1, 1000), default=50, show_default=True)
@json_option
@pass_desk
def search(desk: Desk, text: str, limit: int, as_json: bool) -> None:
    """Find firms, people and sentences that hold every word of TEXT."""
    hits = desk.store.search(text, limit=limit)
    if as_json:
        print_json(hits)
        return
    if not hits:
        click.echo(f"Nothing says “{text}”.")
    print_table(
        [
            (
                str(hit.workshop_id).rjust(4),
                hit.firm,
                BY_TABLE[hit.table].table.replace("_", " "),
                " ".join(hit.snippet.split()),
            )
            for hit in hits
        ]
    )


@click.command()
@which_argument
@pass_desk
def delete(desk: Desk, which: str) -> None:
    """Delete workshop W with all it holds; “undo” brings it back."""
    workshop = desk.find(which)
    delete_workshop(desk.store, workshop.id)
    click.echo(f"Deleted workshop {workshop.id} of {workshop.firm}; “undo” brings it back.")


@click.command()
@click.argument("which", metavar="[W]", required=False)
@pass_desk
def undo(desk: Desk, which: str | None) -> None:
    """Take back the last step in W; without W the last new, imported or deleted workshop."""
    name = desk.store.undo(desk.find(which).id if which else None)
    click.echo(f"Taken back: {name}." if name else "There is nothing to take back.")


@click.command()
@click.argument("which", metavar="[W]", required=False)
@pass_desk
def redo(desk: Desk, which: str | None) -> None:
    """Do again what “undo” took back last."""
    name = desk.store.redo(desk.find(which).id if which else None)
    click.echo(f"Done again: {name}." if name else "There is nothing to do again.")


@click.command("backup")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="A new file, or a folder that exists."
)
@pass_desk
def backup_(desk: Desk, output: Path | None) -> None:
    """Copy the library, checked, to a backups folder beside it or to OUTPUT."""
    conn = desk.store.conn
    made = (
        backups.back_up(conn, desk.library, checked_output(output, desk.library))
        if output
        else backups.back_up_beside(conn, desk.library)
    )
    click.echo(f"Backed up to {made}.")


@click.command()
@json_option
@pass_desk
def verify(desk: Desk, as_json: bool) -> None:
    """Check the whole library file, down to each row."""
    verdict = backups.verify(desk.store.conn)
    if as_json:
        print_json(verdict)
    elif not verdict.problems:
        click.echo(f"The library is sound: {verdict.workshops} workshops, every row read.")
    if verdict.problems:
        raise DamagedLibraryError(
            f"The library is damaged and was left as it is. {' '.join(verdict.problems[:5])}"
        )


COMMANDS: Final[tuple[click.Command, ...]] = (
    list_,
    new,
    sample,
    export,
    import_,
    schema_,
    search,
    delete,
    undo,
    redo,
    backup_,
    verify,
)
