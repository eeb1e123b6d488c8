"""Page 1, which stands alone: the charter in one minute."""

from collections.abc import Sequence
from itertools import zip_longest

from crm_workshop.activities.standing import current_draft
from crm_workshop.charter import prose, wording
from crm_workshop.charter.document import FrontPage, Table
from crm_workshop.charter.origin import Origin, Origins, each_of, of
from crm_workshop.charter.sections import commitments, measures
from crm_workshop.charter.sections.reviews import escalation, reviews_sentence
from crm_workshop.charter.sections.wins import told_sentence
from crm_workshop.charter.source import Source
from crm_workshop.model.capture import Draft
from crm_workshop.model.choices import CommitmentState, Job
from crm_workshop.model.commitment import Commitment
from crm_workshop.model.meaning import Definition
from crm_workshop.model.success import Governance, Measure, Review, Win
from crm_workshop.model.technology import Remit, TechnologyNeed
from crm_workshop.text import fold, one_line

#: How many commitments and measures, and how many lines about technology, page 1 has at most.
_ROWS, _NEEDS = 6, 3


def compose_front(source: Source) -> FrontPage:
    """Return page 1; what is not settled is empty."""
    promised = commitments.in_order(source)
    counts = source.written(Measure)
    draft = current_draft(source.dossier)
    return FrontPage(
        definition=draft.text.strip() if draft else "",
        objective=prose.sentence(source.dossier.one(Definition).main_objective),
        done_when=_done_when(source),
        technology_does=_does(source),
        technology_does_not=_does_not(source),
        commitments=Table(
            commitments.commitment_columns(source),
            tuple(commitments.front_cells(source, one) for one in promised[:_ROWS]),
            origins=each_of(promised[:_ROWS]),
        ),
        commitments_more=_more_commitments(source, promised[_ROWS:]),
        measures=Table(
            measures.measure_columns(source),
            tuple(measures.front_cells(source, one) for one in counts[:_ROWS]),
            origins=each_of(counts[:_ROWS]),
        ),
        measures_more=_more(len(counts) - _ROWS, "10"),
        first_win=_first_win(source),
        reviews=_reviews(source),
        commitments_waiting=tuple(_waiting(source, one) for one in promised[:_ROWS]),
        origins=_origins(source, draft),
    )


def _origins(source: Source, draft: Draft | None) -> dict[str, Origins]:
    """Return what the texts of page 1 are composed from, by the name of their field."""
    definition, governance = source.dossier.one(Definition), source.dossier.one(Governance)
    needs = [one for one in source.written(TechnologyNeed) if one.need.strip()]
    ours = [one for one in needs if one.bucket is Job.NONE]
    remit = source.dossier.one(Remit)
    not_ours = of(remit, field="will_not_fix") if any(remit.will_not_fix) else of(*ours)
    return {
        "definition": of(draft) if draft else (Origin(Draft.table),),
        "objective": of(definition, field="main_objective"),
        "done_when": of(definition, field="done_when"),
        "technology": of(*(one for one in needs if one not in ours)) + not_ours,
        "first_win": of(*source.written(Win)[:1]) or (Origin(Win.table),),
        "reviews": of(*source.written(Review), governance),
    }


def _done_when(source: Source) -> str:
    """Return how the firm will know that the objective is reached, and by when."""
    definition = source.dossier.one(Definition)
    said, by = prose.unstopped(definition.done_when), source.long(definition.done_by)
    if said and by:
        return f"{said}, by {by}."
    return prose.stopped(said) or (f"by {by}." if by else "")


def _does(source: Source) -> str:
    """Return the first needs that are technology's, of each of its jobs one before any second."""
    needs = [one for one in source.written(TechnologyNeed) if one.need.strip()]
    by_job = [
        [one.need for one in needs if one.bucket is job] for job in Job if job is not Job.NONE
    ]
    turns = [need for turn in zip_longest(*by_job) for need in turn if need]
    return _first_sentences(turns)


def _does_not(source: Source) -> str:
    """Return what CRM will not fix; without that, what stays with people and process."""
    lines = [line for line in source.dossier.one(Remit).will_not_fix if line.strip()]
    if lines:
        more = "; more in section 6" if len(lines) > _NEEDS else ""
        label = source.label(Remit, "will_not_fix")
        return f"{label}: {prose.joined(lines[:_NEEDS], 'or')}{more}."
    ours = [one.need for one in source.written(TechnologyNeed) if one.bucket is Job.NONE]
    return f"{source.say(Job.NONE.label)}. {_first_sentences(ours)}" if ours else ""


def _first_sentences(lines: Sequence[str]) -> str:
    """Return the first few typed lines, each as a sentence, and that there are more."""
    said = [prose.sentence(line) for line in lines[:_NEEDS]]
    return " ".join([*said, "More in section 6."] if len(lines) > _NEEDS else said)


def _more_commitments(source: Source, rest: Sequence[Commitment]) -> str:
    """Return how many commitments stand in section 8 only, those not answered yet by name."""
    said = _more(len(rest), "8")
    names = ", ".join(filter(None, (_waiting(source, one) for one in rest)))
    return f"{said}; {wording.NOT_YET}: {names}" if names else said


def _waiting(source: Source, one: Commitment) -> str:
    """Return who has not answered yet and until when: “D. Cho (answers by 5 Dec 2026)”."""
    if one.state is not CommitmentState.NOT_YET:
        return ""
    name, by = one_line(one.person), source.short(one.answer_by)
    return f"{name} (answers by {by})" if by else name


def _more(count: int, section: str) -> str:
    return f"and {count} more in section {section}" if count > 0 else ""


def _first_win(source: Source) -> str:
    """Return the first win: who will have what by when, and how it is told."""
    wins = source.written(Win)
    if not wins:
        return ""
    win = wins[0]
    who, result = one_line(win.who_helped), prose.unstopped(win.result)
    if who and result and not fold(result).startswith(fold(who)):
        result = f"{who}: {prose.lower_first(result)}"
    by = f"by {source.long(win.by)}" if win.by else ""
    said = (
        prose.sentence(f"{result or who} {by}"),
        told_sentence(source, win),
        f"{len(wins) - 1} more in section 11." if len(wins) > 1 else "",
    )
    return " ".join(part for part in said if part)


def _reviews(source: Source) -> str:
    """Return the review dates, and what reaches the board between them."""
    said = (reviews_sentence(source), escalation(source.dossier.one(Governance)))
    return " ".join(part for part in said if part)
