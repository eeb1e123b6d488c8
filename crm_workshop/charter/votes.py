"""What the polls say. A poll that was not revealed is never printed, nor who voted what."""

from collections.abc import Iterable, Iterator, Sequence

from crm_workshop.activities import scales
from crm_workshop.activities.standing import PollResult, current_draft, poll_result
from crm_workshop.charter import prose
from crm_workshop.charter.document import Block, DotRow, Paragraph, PollChart
from crm_workshop.charter.figures import counted, ordinal
from crm_workshop.charter.origin import of
from crm_workshop.charter.source import Source
from crm_workshop.model.capture import Draft, Poll
from crm_workshop.model.choices import Scale
from crm_workshop.model.workshop import Activity
from crm_workshop.text import fold


def revealed_polls(source: Source) -> tuple[Poll, ...]:
    """Return the polls the room has seen, by agenda, then question, then round."""
    agenda = [one.id for one in source.dossier.all(Activity)]
    place = {activity_id: number for number, activity_id in enumerate(agenda)}
    shown = [one for one in source.dossier.all(Poll) if one.revealed]
    asked = list(dict.fromkeys((one.activity_id, one.question) for one in shown))
    return tuple(
        sorted(
            shown,
            key=lambda one: (
                place.get(one.activity_id, len(place)),
                asked.index((one.activity_id, one.question)),
                one.round,
            ),
        )
    )


def last_rounds(source: Source) -> tuple[Poll, ...]:
    """Return of each question the last round that the room has seen."""
    return tuple({(one.activity_id, one.question): one for one in revealed_polls(source)}.values())


def line_charts(source: Source) -> tuple[Block, ...]:
    """Return the polls on the line, one chart for each activity that asked on it."""
    on_line = [one for one in last_rounds(source) if one.scale is Scale.LINE]
    activities = dict.fromkeys(one.activity_id for one in on_line)
    return tuple(
        _chart(source, [one for one in on_line if one.activity_id == activity_id])
        for activity_id in activities
    )


def agreement(source: Source) -> tuple[Block, ...]:
    """Return the agreement reached: one chart for each scale, and what came of each question."""
    consent = [one for one in last_rounds(source) if scales.is_consent(one.scale)]
    blocks: list[Block] = []
    for scale in dict.fromkeys(one.scale for one in consent):
        polls = [one for one in consent if one.scale is scale]
        blocks.append(_chart(source, polls))
        blocks.extend(block for poll in polls for block in _outcome(source, poll))
    return tuple(blocks)


def question_label(source: Source, poll: Poll) -> str:
    """Return what a poll was about, in the kit's words; the activity's title if it has none."""
    design = source.design(poll.activity_id)
    if design is None:
        return prose.upper_first(poll.question)
    asked = design.poll.questions if design.poll else ()
    label = next((one.label for one in asked if one.key == poll.question), design.title)
    return source.say(label)


def votes_text(result: PollResult) -> str:
    """Return the votes in words: “3 at 2, 5 at 3 (2 executives)”."""
    return ", ".join(
        f"{one.all} at {one.value}"
        + (f" ({counted(one.executives, 'executive', 'executives')})" if one.executives else "")
        for one in result.counts
        if one.all
    )


def turnout_text(result: PollResult) -> str:
    """Return how many of those who could vote did: “8 of 9 who could vote”."""
    return f"{result.voted} of {result.may_vote} who could vote"


def others_text(result: PollResult) -> str:
    """Return who is not among the votes: “1 abstained, 2 absent, 1 does not vote”."""
    quiet = len(result.non_voting)
    return ", ".join(
        said
        for count, said in (
            (result.abstained, f"{result.abstained} abstained"),
            (result.outstanding, f"{result.outstanding} not in yet"),
            (len(result.late), f"{len(result.late)} late"),
            (len(result.absent), f"{len(result.absent)} absent"),
            (quiet, counted(quiet, "does not vote", "do not vote")),
        )
        if count
    )


def _chart(source: Source, polls: Sequence[Poll]) -> PollChart:
    scale, results = polls[0].scale, [poll_result(source.dossier, poll) for poll in polls]
    values = scales.values(scale)
    design = source.design(polls[0].activity_id)
    asked = design.poll if design and design.poll else None
    return PollChart(
        values=values,
        low=source.say(asked.low) if asked and asked.low else scales.meaning(scale, values[0]),
        high=source.say(asked.high) if asked and asked.high else scales.meaning(scale, values[-1]),
        rows=tuple(
            DotRow(
                _row_label(source, result.poll),
                tuple((one.others, one.executives) for one in result.counts),
            )
            for result in results
        ),
        legend=" ".join(
            part for part in (prose.stopped(scales.legend(scale)), scales.RULES[scale]) if part
        ),
        caption=_caption([(_row_label(source, one.poll), one) for one in results]),
        origins=of(*polls),
    )


def _row_label(source: Source, poll: Poll) -> str:
    label = question_label(source, poll)
    return f"{label}, {ordinal(poll.round)} round" if poll.round > 1 else label


def _caption(results: Iterable[tuple[str, PollResult]]) -> str:
    """Return the denominators, said once where all questions have the same."""
    said = {
        label: "; ".join(part for part in (turnout_text(one), others_text(one)) if part)
        for label, one in results
    }
    if len(set(said.values())) == 1:
        return f"Votes: {next(iter(said.values()))}."
    return " ".join(f"{label}: {text}." for label, text in said.items())


def _outcome(source: Source, poll: Poll) -> Iterator[Block]:
    """Yield what came of one question, and an earlier wording if that was what it asked about."""
    result = poll_result(source.dossier, poll)
    said, label = consent_sentence(source, result), question_label(source, poll)
    yield Paragraph(said, label, origins=of(poll))
    asked = source.dossier.get(Draft, poll.draft_id)
    stands = current_draft(source.dossier, asked.activity_id) if asked else None
    if asked and stands and fold(asked.text) != fold(stands.text):
        yield Paragraph(asked.text.strip(), "This vote was on an earlier wording", True, of(asked))


def consent_sentence(source: Source, result: PollResult) -> str:
    """Return what came of a poll for consent: reached, or how many stand against it, or open."""
    poll = result.poll
    if result.passed:
        again = f" in the {ordinal(poll.round)} round" if poll.round > 1 else ""
        return f"Consent was reached{again}."
    against = sum(one.all for one in result.counts if not scales.consents(poll.scale, one.value))
    if not against:
        return f"Open: {result.outstanding} of {result.may_vote} have not voted yet."
    where = "below three fingers" if poll.scale is Scale.FIST else "at 5 to 7"
    stands = counted(against, "stands", "stand")
    held = f"No consent in the {ordinal(poll.round)} round: {stands} {where}."
    sponsor = source.dossier.sponsor()
    if poll.round < 2 or sponsor is None:
        return held
    return f"{held} After two rounds the decision is the sponsor’s, {sponsor.name.strip()}."
