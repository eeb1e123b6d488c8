"""Who stands behind a charter, and what changed in it, as columns of lines."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from crm_workshop.charter.changes import Difference, Edit, How
from crm_workshop.charter.versions import Standing, Versions
from ui.widgets.bare import Bare
from ui.widgets.text import label

_NOBODY = "Nobody is marked as signing."

#: Before and after stand on one line up to so many letters.
_SHORT = 60


def column(*widgets: QWidget, gap: int = 4) -> QWidget:
    """Return widgets one under another, no higher than they need."""
    inside = Bare()
    layout = QVBoxLayout(inside)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    for widget in widgets:
        layout.addWidget(widget)
    return inside


def standing_column(heading: str, standing: Standing) -> QWidget:
    """Return each signatory with state and reservation, then whose answer is still open."""
    lines: list[QWidget] = [label("label", heading)]
    for one in standing.signatories:
        who = f"{one.name}, {one.role}" if one.role else one.name
        signed = one.when.startswith("signed")
        lines.append(label("", f"{who}: {one.when or 'not yet'}" if signed else who))
        if not signed:
            lines.append(label("warn", one.when or "not yet"))
        if one.reservation:
            lines.append(label("second", f"Reservation: {one.reservation}"))
    if not standing.signatories:
        lines.append(label("quiet", _NOBODY))
    if standing.not_yet:
        lines.append(label("label", "COMMITMENTS STILL OPEN"))
        lines += [label("warn", one) for one in standing.not_yet]
    return column(*lines)


def changes_column(heading: str, changes: Sequence[Difference], versions: Versions) -> QWidget:
    """Return each change with before and after, under its section, in the charter's order."""
    lines: list[QWidget] = [label("label", heading)]
    place = ""
    for one in changes:
        if versions.place(one) != place:
            place = versions.place(one)
            lines.append(label("small", place))
        lines += _told(one)
    if not changes:
        lines.append(label("quiet", "Nothing of what the records say."))
    return column(*lines)


def _told(change: Difference) -> list[QWidget]:
    if change.how is not How.CHANGED:
        return [label("", f"{change.about}: {change.how.value}")]
    lines: list[QWidget] = [label("strong", change.about)] if change.about else []
    return lines + [line for edit in change.edits for line in _edit(edit)]


def _edit(edit: Edit) -> list[QWidget]:
    """Return before and after, on one line where both are short."""
    before, after = edit.before or "–", edit.after or "–"
    if len(before) + len(after) <= _SHORT:
        return [label("", f"{edit.label}: {before} → {after}")]
    return [label("second", f"{edit.label}: {before}"), label("", f"→ {after}")]
