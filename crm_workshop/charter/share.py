"""What leaves the house: a charter in one file, and records without what is private."""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from crm_workshop.charter.document import Charter
from crm_workshop.charter.markdown import to_markdown
from crm_workshop.charter.pdf import build_pdf
from crm_workshop.exchange import dump
from crm_workshop.files import file_stem
from crm_workshop.model.base import Row
from crm_workshop.model.capture import Ballot, Dot, Poll
from crm_workshop.model.choices import BallotState
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.fields import specs

#: Every file in it has this day, the first that the format knows: equal content, equal bytes.
_DAY: Final = (1980, 1, 1, 0, 0, 0)


def charter_stem(charter: Charter) -> str:
    """Return a charter's file name without an ending, from firm, version and date."""
    kind = charter.kind.removeprefix("CRM ")
    day = charter.dated.isoformat() if charter.dated else ""
    return file_stem(charter.firm, kind, charter.version or "draft", day)


def share_charter(charter: Charter, dossier: Dossier) -> bytes:
    """Return a ZIP file of the charter as PDF and Markdown, and of the records without what is
    private (see `without_private`), to be brought into another library.
    """
    stem, out = charter_stem(charter), io.BytesIO()
    records = dump(without_private(dossier), versions=False)
    held = {".pdf": build_pdf(charter), ".md": to_markdown(charter).encode(), ".json": records}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for ending, content in held.items():
            file.writestr(zipfile.ZipInfo(stem + ending, _DAY), content)
    return out.getvalue()


def without_private(dossier: Dossier) -> Dossier:
    """Return the records as they may leave the house.

    Notes, answers before the day and who wrote what are blank; what was voted and dotted keeps its
    numbers without names, and votes that were not revealed stay out.
    """
    hidden = {one.id for one in dossier.all(Poll) if not one.revealed}
    rows = {
        record: tuple(_nameless(rows, hidden) if rows else ())
        for record, rows in dossier.rows.items()
    }
    return Dossier(dossier.workshop, rows)


def _nameless(rows: Iterable[Row], hidden: set[int]) -> Iterable[Row]:
    for row in rows:
        private = [one for one in specs(type(row)) if one.private]
        if private and len(private) == len(specs(type(row))):
            continue  # it holds nothing else
        changed = {one.name: getattr(type(row)(), one.name) for one in private}
        if isinstance(row, Ballot) and row.poll_id in hidden:
            continue
        if isinstance(row, Dot) or (isinstance(row, Ballot) and row.state is BallotState.VOTED):
            changed["person_id"] = None
        yield replace(row, **changed)
