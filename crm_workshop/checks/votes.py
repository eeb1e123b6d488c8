"""The votes that workshop.md stars: on the definition (2.5; F1, D5) and on the line (2.3; F1)."""

from collections.abc import Iterator

from crm_workshop.activities.standing import PollResult, current_draft, poll_result
from crm_workshop.checks.case import Case
from crm_workshop.checks.finding import Finding, Level, quoted, several
from crm_workshop.kit.design import ActivityDesign
from crm_workshop.model.capture import Draft, Poll
from crm_workshop.model.choices import Scale
from crm_workshop.model.meaning import Line
from crm_workshop.text import fold


def find(case: Case) -> Iterator[Finding]:
    """Yield what the room has not voted on, or voted on in other words.

    A vote counts once it was shown.
    """
    yield from _definition(case)
    yield from _line(case)


def _definition(case: Case) -> Iterator[Finding]:
    draft = current_draft(case.dossier)
    polls = case.dossier.of(Poll, draft.activity_id) if draft else ()
    if draft and _last_result(case, polls) and not _last_result(case, _about(case, draft, polls)):
        yield case.about_row(
            "D5",
            Level.WARN,
            draft,
            "text",
            about="The definition",
            title="Not the words they voted on.",
            sentence="The wording has changed since the room voted on it.",
            question="Does everybody still stand where they stood, now that you read this?",
        )
    if draft and not _last_result(case, polls):
        yield case.about_row(
            "F1",
            Level.STOP,
            draft,
            "text",
            part="vote",
            about="The definition",
            title="Nobody has voted on it.",
            sentence="The room has not voted on the definition.",
            question="Where does each of you stand on this wording?",
        )


def _line(case: Case) -> Iterator[Finding]:
    design = line_design(case)
    if design is None or design.poll is None:
        return
    asked = [one for one in design.poll.questions if not result_on_line(case, design, one.key)]
    if asked:
        labels = [quoted(case.words.say(one.label)) for one in asked]
        yield case.about_row(
            "F1",
            Level.STOP,
            case.dossier.one(Line),
            part="vote",
            said="\n".join(labels),
            title="Not voted on.",
            sentence=f"The room has not voted on where it stands: {several(labels)}.",
            question="From 1 to 5, what does each of you say?",
        )


def _about(case: Case, draft: Draft, polls: tuple[Poll, ...]) -> tuple[Poll, ...]:
    """Return the polls that were about the wording that stands; one about none is about any."""
    same = {one.id for one in case.dossier.all(Draft) if fold(one.text) == fold(draft.text)}
    return tuple(one for one in polls if one.draft_id is None or one.draft_id in same)


def line_design(case: Case) -> ActivityDesign | None:
    """Return the kit's activity that places the room on the line, or None."""
    for design in case.kit.activities:
        of_line = any(one.record == Line.table for one in design.records)
        if of_line and design.poll and design.poll.scale is Scale.LINE:
            return design
    return None


def result_on_line(case: Case, design: ActivityDesign, question: str) -> PollResult | None:
    """Return the last round of one question in which votes were shown, or None."""
    activity = case.dossier.activity(design.key)
    polls = case.dossier.of(Poll, activity.id) if activity else ()
    return _last_result(case, tuple(one for one in polls if one.question == question))


def _last_result(case: Case, polls: tuple[Poll, ...]) -> PollResult | None:
    revealed = sorted((one for one in polls if one.revealed), key=lambda one: one.round)
    results = [poll_result(case.dossier, one) for one in revealed]
    return next((one for one in reversed(results) if one.voted), None)
