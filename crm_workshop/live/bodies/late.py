"""What has been decided so far, on one page, for somebody who has just come in."""

from collections.abc import Iterable, Iterator

from crm_workshop.activities.standing import current_draft, promises
from crm_workshop.charter.source import Source
from crm_workshop.live.bodies.context import day_text
from crm_workshop.live.bodies.statement import agreement
from crm_workshop.live.parts import Group, Line
from crm_workshop.live.seen import LateJoiner
from crm_workshop.model import meaning
from crm_workshop.model.choices import CommitmentState, DecisionState, Release
from crm_workshop.model.commitment import Commitment, HardDecision
from crm_workshop.model.meaning import Definition, Opening
from crm_workshop.model.success import Measure, Win
from crm_workshop.model.technology import ReleaseItem


def late_joiner(source: Source) -> LateJoiner:
    """Return what the room has settled, in the day's order; what is still open says so or waits."""
    return LateJoiner(groups=tuple(one for one in _groups(source) if one.lines))


def _groups(source: Source) -> Iterator[Group]:
    definition = source.dossier.one(Definition)
    yield _group("Why we are here", [source.dossier.one(Opening).purpose])
    yield Group(title="What CRM means here", lines=tuple(_meaning(source)))
    yield _group(
        source.label(Definition, "main_objective"),
        [definition.main_objective, _done(source, definition)],
    )
    yield Group(
        title="The experience we promise",
        lines=tuple(
            Line(text=step.wanted.strip(), label=step.step.strip())
            for step in promises(source.dossier)
        ),
    )
    first = (one for one in source.dossier.all(ReleaseItem) if one.bucket is Release.FIRST)
    yield _group(Release.FIRST.label, (one.item for one in first))
    yield Group(title="Decided", lines=tuple(_decided(source)))
    yield Group(title="Commitments", lines=tuple(_committed(source)))
    yield _group("Measures", (one.measure for one in source.dossier.all(Measure)))
    yield _group("First wins", (one.result for one in source.dossier.all(Win)))


def _group(title: str, texts: Iterable[str]) -> Group:
    return Group(title=title, lines=tuple(Line(text=one.strip()) for one in texts if one.strip()))


def _meaning(source: Source) -> Iterator[Line]:
    """Yield the wording that stands, with the agreement it reached, and the step on the line."""
    if draft := current_draft(source.dossier):
        note = agreement(source, draft) or "Not voted on yet"
        yield Line(text=draft.text.strip(), note=note)
    line = source.dossier.one(meaning.Line)
    today, target = line.agreed_today, line.agreed_target
    if today is not None and target is not None:
        yield Line(text=f"On the line: from {today} today to {target} in twelve months.")


def _done(source: Source, definition: Definition) -> str:
    """Return when the main objective is done: “Done when …, by 30 Sep”."""
    parts = (definition.done_when.strip(), day_text(source, definition.done_by))
    said = ", by ".join(one for one in parts if one)
    return f"Done when: {said}" if definition.done_when.strip() else ""


def _decided(source: Source) -> Iterator[Line]:
    for one in source.dossier.all(HardDecision):
        if one.state is DecisionState.DECIDED and one.decision.strip():
            yield Line(text=one.decision.strip(), note=one.decider.strip())


def _committed(source: Source) -> Iterator[Line]:
    for one in source.dossier.all(Commitment):
        if one.state is CommitmentState.GIVEN and one.action.strip():
            day = day_text(source, one.first_on)
            yield Line(text=one.action.strip(), label=one.person.strip(), note=day)
