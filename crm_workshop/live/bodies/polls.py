"""A poll on the room screen: how many have voted, and once it is revealed, dots over the scale."""

from crm_workshop.activities import scales
from crm_workshop.activities.standing import PollResult, latest_poll, poll_result
from crm_workshop.charter.figures import counted
from crm_workshop.charter.votes import others_text
from crm_workshop.kit.design import PollDesign
from crm_workshop.live.bodies.context import Context
from crm_workshop.live.parts import Dots, Legend, PollRow
from crm_workshop.live.public import PollCount
from crm_workshop.live.seen import Alone, Poll
from crm_workshop.model.choices import Scale

#: From this spread on a poll on the line, the two ends speak first.
_SPLIT = 2

_SPEAK = {
    Scale.GRADIENTS: "Whoever is at 5 to 7 speaks first.",
    Scale.FIST: "Whoever shows fewer than three fingers speaks first.",
}


def question(context: Context) -> Poll | Alone:
    """Return the poll with how many have voted, and no votes, revealed or not."""
    return _poll(context, revealed=False)


def result(context: Context) -> Poll | Alone:
    """Return the poll with the votes of every question that is revealed."""
    return _poll(context, revealed=True)


def _poll(context: Context, *, revealed: bool) -> Poll | Alone:
    design = context.design.poll
    if design is None:
        return Alone()
    scale = _scale(context, design)
    hidden: list[PollResult | None] = [None] * len(design.questions)
    results = _results(context, design) if revealed else hidden
    rows = tuple(
        _row(context, one.label, _count(context, one.key), found)
        for one, found in zip(design.questions, results, strict=True)
    )
    values = scales.values(scale)
    legend = ((value, scales.meaning(scale, value)) for value in values)
    return Poll(
        values=values,
        low=context.source.say(design.low),
        high=context.source.say(design.high),
        rows=rows,
        legend=tuple(Legend(value=value, text=text) for value, text in legend if text),
        rule=scales.RULES[scale],
        sentence=_sentence(context, design, results),
    )


def _results(context: Context, design: PollDesign) -> list[PollResult | None]:
    """Return each question's last round as a result; None while it is hidden or not asked."""
    found: list[PollResult | None] = []
    for one in design.questions:
        poll = latest_poll(context.source.dossier, context.activity.id, one.key)
        count = _count(context, one.key)
        is_last = poll is not None and count is not None and poll.round == count.round
        shown = poll_result(context.source.dossier, poll) if poll and is_last else None
        found.append(shown)
    return found


def _scale(context: Context, design: PollDesign) -> Scale:
    """Return the scale that was used, or will be."""
    used = [one.scale for one in context.counts.polls]
    return used[-1] if used else design.scale_for(context.source.workshop.variant)


def _count(context: Context, key: str) -> PollCount | None:
    return next((one for one in context.counts.polls if one.question == key), None)


def _row(
    context: Context, label: str, count: PollCount | None, result: PollResult | None
) -> PollRow:
    """Return one question: its votes if they are revealed, otherwise how many have voted."""
    said = context.source.say(label)
    if count is None:
        return PollRow(label=said, status=f"0 of {context.counts.may_vote} have voted")
    again = f"Round {count.round}: " if count.round > 1 else ""
    if result is None:
        taken = count.voted + count.abstained
        return PollRow(label=said, status=f"{again}{taken} of {count.may_vote} have voted")
    votes, others = counted(result.voted, "vote", "votes"), others_text(result)
    return PollRow(
        label=said,
        status=f"{again}{votes}, {others}" if others else f"{again}{votes}",
        dots=tuple(
            Dots(value=one.value, others=one.others, executives=one.executives)
            for one in result.counts
        ),
        spread=result.spread,
    )


def _sentence(context: Context, design: PollDesign, results: list[PollResult | None]) -> str:
    """Return what follows from the votes: of the question with the widest spread, or consent."""
    shown = [
        (one, found)
        for one, found in zip(design.questions, results, strict=True)
        if found is not None and found.spread is not None
    ]
    if not shown:
        return ""
    asked, found = max(reversed(shown), key=lambda pair: pair[1].spread or 0)
    again = found.poll.round > 1
    if scales.is_consent(found.poll.scale):
        if found.passed:
            return "Consent is reached."
        return "After two rounds the sponsor decides." if again else _SPEAK[found.poll.scale]
    label = context.source.say(asked.label)
    votes = counted(found.voted, "vote", "votes")
    said = f"{label}: {votes}, spread {found.spread}."
    if (found.spread or 0) >= _SPLIT and not again:
        said += " The lowest and the highest speak first."
    return said
