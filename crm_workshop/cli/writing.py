"""Writing a charter in the form its file's ending names."""

from pathlib import Path
from typing import Final

import click

from crm_workshop.charter.document import Charter
from crm_workshop.charter.markdown import to_markdown
from crm_workshop.charter.pdf import build_pdf, undrawable
from crm_workshop.exchange import dump
from crm_workshop.files import write_whole
from crm_workshop.model.dossier import Dossier

#: The forms a charter is written in.
ENDINGS: Final = (".pdf", ".md", ".json")


def write_charter(charter: Charter, dossier: Dossier, output: Path) -> None:
    """Write a charter in the form that the file's ending names; say what it is.

    What cannot be drawn in the PDF is named first, on standard error.
    """
    private = ""
    match output.suffix.lower():
        case ".pdf":
            tell_undrawable(charter)
            content = build_pdf(charter)
        case ".md":
            content = to_markdown(charter).encode()
        case _:
            content = dump(dossier, versions=False)
            private = " It holds the records whole, the facilitator’s notes too."
    write_whole(output, content)
    kind = "a draft" if charter.draft else f"version {charter.version}"
    click.echo(f"Wrote {output}: {kind}, code {charter.code}.{private}")


def tell_undrawable(charter: Charter) -> None:
    """Name each text that will be printed with code points, before anything is written."""
    for text in undrawable(charter):
        click.echo(text.sentence, err=True)
