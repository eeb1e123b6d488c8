"""Commands on one workshop: show, logo, check, charter, issue."""

from dataclasses import replace
from pathlib import Path
from typing import Final

import click

from crm_workshop.activities.standing import current_draft, executives_present
from crm_workshop.activities.workshops import set_logo
from crm_workshop.charter.compose import compose
from crm_workshop.charter.document import Charter
from crm_workshop.charter.issue import issue_version
from crm_workshop.checks import Finding, Level
from crm_workshop.checks.accept import accept_finding, withdraw_acceptance
from crm_workshop.cli.paths import checked_output, read_bytes
from crm_workshop.cli.shared import (
    Desk,
    json_option,
    pass_desk,
    print_json,
    print_table,
    which_argument,
)
from crm_workshop.cli.writing import ENDINGS, tell_undrawable, write_charter
from crm_workshop.errors import InputError
from crm_workshop.files import write_whole
from crm_workshop.kit.design import Kit
from crm_workshop.kit.words import words_of
from crm_workshop.model.choices import Paper
from crm_workshop.model.dossier import RECORDS, Dossier
from crm_workshop.model.workshop import Activity, Person

_STATES: Final = {"done": "✓", "now": "▸", "skipped": "–", "open": " "}


@click.command()
@which_argument
@json_option
@pass_desk
def show(desk: Desk, which: str, as_json: bool) -> None:
    """Show where workshop W stands: people, agenda, what was written, what is open."""
    dossier, kit = desk.open(which)
    if as_json:
        print_json({row.table: [] for row in dossier.everything()} | _rows(dossier))
        return
    workshop = dossier.workshop
    people = dossier.all(Person)
    click.echo(workshop.firm)
    held = workshop.held_on.isoformat() if workshop.held_on else "no date yet"
    facts = [workshop.sector.label, workshop.variant.label, held, workshop.place]
    click.echo(" · ".join(fact for fact in facts if fact))
    executives = len(executives_present(dossier))
    named, leading = _count(len(people), "person", "people"), _count(executives, "executive")
    click.echo(f"{named}, {leading} in the room")
    draft = current_draft(dossier)
    if draft:
        click.echo(f"\n“{draft.text}”")
    click.echo()
    print_table([_agenda_line(dossier, kit, one) for one in dossier.all(Activity)])
    click.echo()
    counts = [(record.table, len(dossier.all(record))) for record in RECORDS.values()]
    written = [
        f"{count} {table.replace('_', ' ')}{'s' if count > 1 else ''}"
        for table, count in counts
        if count and not RECORDS[table].single
    ]
    if written:
        click.echo("Written: " + ", ".join(written))
    stops = [one for one in desk.findings(dossier, kit) if one.level is Level.STOP]
    click.echo(f"Charter: {len(stops)} to settle" if stops else "Charter: nothing stops it")


def _count(number: int, one: str, many: str = "") -> str:
    """Return a count in words: “1 person”, “3 people”."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def _rows(dossier: Dossier) -> dict[str, list[object]]:
    """Return all rows by table."""
    found: dict[str, list[object]] = {}
    for row in dossier.everything():
        found.setdefault(row.table, []).append(row)
    return found


def _agenda_line(dossier: Dossier, kit: Kit, activity: Activity) -> tuple[str, ...]:
    """Return an activity as a row of the agenda."""
    design = kit.activity(activity.key)
    title = words_of(dossier).say(design.title) if design else activity.key
    state = "open"
    if activity.skipped_reason:
        state = "skipped"
    elif activity.ended:
        state = "done"
    elif activity.started:
        state = "now"
    used = f"{round(activity.seconds_used / 60)} / " if activity.seconds_used else ""
    return (_STATES[state], activity.key, title, f"{used}{activity.minutes_planned} min")


@click.command("logo")
@which_argument
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--remove", is_flag=True, help="Take the logo off the charter.")
@pass_desk
def logo_(desk: Desk, which: str, file: Path | None, remove: bool) -> None:
    """Put the picture in FILE (PNG or JPEG) on the charter of W as its logo."""
    if remove == (file is not None):
        raise click.UsageError("Give the FILE with the logo, or --remove, and not both.")
    made = set_logo(desk.store, desk.find(which).id, read_bytes(file) if file else None)
    click.echo(f"{made.firm} has {'its' if made.logo else 'no'} logo on the charter.")


@click.command("check")
@which_argument
@json_option
@pass_desk
def check_(desk: Desk, which: str, as_json: bool) -> None:
    """Say what the charter of W still needs; exit 1 while something stops it."""
    dossier, kit = desk.open(which)
    findings = desk.findings(dossier, kit)
    stops = [one for one in findings if one.level is Level.STOP]
    if as_json:
        print_json(findings)
    elif not findings:
        click.echo("Nothing to settle.")
    else:
        for finding in findings:
            _print_finding(finding)
        warned = sum(one.level is Level.WARN and not one.accepted for one in findings)
        stopped = (
            f"{len(stops)} to settle before the charter is final" if stops else "Nothing stops it"
        )
        click.echo(f"{stopped}; {_count(warned, 'warning')} neither mended nor accepted.")
    if stops:
        click.get_current_context().exit(1)


def _print_finding(finding: Finding) -> None:
    about = f" ({finding.about})" if finding.about else ""
    accepted = f"\n       Accepted: {finding.accepted}" if finding.accepted else ""
    click.echo(f"{finding.level.value.upper():5}{finding.id:3} {finding.title}{about}")
    click.echo(f"       {finding.sentence}")
    click.echo(f"       Ask: {finding.question}{accepted}")
    if finding.level is Level.WARN and not finding.accepted:
        click.echo(f"       Accept it as: {finding.key}")


@click.command()
@which_argument
@click.argument("key")
@click.option("--reason", default="", help="Why the room lives with it; printed in annex E.")
@click.option("--person", default="", help="Who accepts it.")
@click.option("--withdraw", is_flag=True, help="Take the acceptance back.")
@pass_desk
def accept(desk: Desk, which: str, key: str, reason: str, person: str, withdraw: bool) -> None:
    """Accept the warning KEY of W with a reason; “check” prints the keys."""
    dossier, kit = desk.open(which)
    found = [one for one in desk.findings(dossier, kit) if one.key == key]
    if not found:
        raise InputError(f"Nothing is found under “{key}”. “check” prints what there is.")
    if withdraw:
        done = withdraw_acceptance(desk.store, dossier.workshop.id, found[0])
        click.echo("Taken back." if done else "It was not accepted.")
        return
    accept_finding(desk.store, dossier.workshop.id, found[0], reason, person)
    click.echo(f"Accepted: {found[0].title}")


@click.command("charter")
@which_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    help="The ending says what is written: .pdf, .md or .json.",
)
@click.option(
    "--paper", type=click.Choice([one.value for one in Paper]), help="Instead of W's own."
)
@pass_desk
def charter_(desk: Desk, which: str, output: Path, paper: str | None) -> None:
    """Write the charter of W as it stands, marked as a draft while something stops it."""
    dossier, kit = desk.open(which)
    checked_output(output, desk.library, *ENDINGS)
    charter = compose(dossier, kit, desk.findings(dossier, kit), today=desk.today())
    if paper:
        charter = replace(charter, paper=Paper(paper))
    write_charter(charter, dossier, output)


@click.command()
@which_argument
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write its PDF here too.")
@pass_desk
def issue(desk: Desk, which: str, output: Path | None) -> None:
    """Issue the next version of W's charter: frozen with its records and its code."""
    workshop = desk.find(which)
    if output:
        checked_output(output, desk.library, ".pdf")

    def deliver(charter: Charter, pdf: bytes) -> None:
        tell_undrawable(charter)
        if output:
            write_whole(output, pdf)

    version = issue_version(desk.store, workshop.id, today=desk.today(), deliver=deliver)
    click.echo(f"Issued version {version.number} of {workshop.firm}, code {version.code}.")
    if output:
        click.echo(f"Wrote {output}.")


COMMANDS: Final[tuple[click.Command, ...]] = (show, logo_, check_, accept, charter_, issue)
