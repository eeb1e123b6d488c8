"""Writing a charter in the form its file's ending names."""

from pathlib import Path

import click

from crm_workshop.charter.document import Charter
from crm_workshop.errors import InputError
from crm_workshop.exchange import dump
from crm_workshop.files import write_whole
from crm_workshop.model.dossier import Dossier


def write_charter(charter: Charter, dossier: Dossier, output: Path) -> None:
    """Write a charter in the form that the file's ending names, and say what could not be drawn.

    Raises `InputError` for another ending; then nothing is written.
    """
    match output.suffix.lower():
        case ".pdf":
            from crm_workshop.charter.pdf import build_pdf, undrawable

            for text in undrawable(charter):
                click.echo(text.sentence, err=True)
            content = build_pdf(charter)
        case ".md":
            from crm_workshop.charter.markdown import to_markdown

            content = to_markdown(charter).encode()
        case ".json":
            content = dump(dossier)
        case other:
            raise InputError(
                f"A charter is written as .pdf, .md or .json, not as “{other or output.name}”."
            )
    write_whole(output, content)
    kind = "a draft" if charter.draft else f"version {charter.version}"
    click.echo(f"Wrote {output}: {kind}, code {charter.code}.")
