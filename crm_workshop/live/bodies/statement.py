"""A statement on the room screen: the wording that stands, what changed, and all wordings."""

from crm_workshop.activities import scales
from crm_workshop.activities.standing import current_draft, drafts, poll_result
from crm_workshop.activities.statement import word_difference
from crm_workshop.charter.figures import counted
from crm_workshop.charter.source import Source
from crm_workshop.live.bodies.context import Context
from crm_workshop.live.parts import Line, Piece, Tick
from crm_workshop.live.seen import Checklist, Drafts, Statement
from crm_workshop.model import workshop
from crm_workshop.model.capture import Draft, Poll

#: What the room checks a definition for, in the order in which it is said.
_TICKS = ("says_experience", "says_process", "says_followed")


def wording(context: Context) -> Statement:
    """Return the wording that stands and the room's ticks on it."""
    draft = current_draft(context.source.dossier, context.activity.id)
    if draft is None:
        return Statement(pieces=())
    return Statement(
        pieces=(Piece(text=draft.text),),
        ticks=_ticks(context, draft),
        status=agreement(context.source, draft),
    )


def difference(context: Context) -> Statement:
    """Return what changed from the wording before to the one that stands."""
    said = [one for one in drafts(context.source.dossier, context.activity.id) if one.text.strip()]
    if len(said) < 2:
        return wording(context)
    changes = word_difference(said[-2].text, said[-1].text)
    return Statement(
        pieces=tuple(Piece(text=one.text, change=one.kind) for one in changes),
        ticks=_ticks(context, said[-1]),
    )


def all_drafts(context: Context) -> Drafts:
    """Return every wording with the agreement it reached, oldest first."""
    said = [one for one in drafts(context.source.dossier, context.activity.id) if one.text.strip()]
    return Drafts(
        drafts=tuple(
            Line(text=one.text, label=str(number), note=agreement(context.source, one))
            for number, one in enumerate(said, 1)
        )
    )


def checklist(context: Context) -> Checklist:
    """Return the lines of the activity's checklist."""
    found = context.source.dossier.of(workshop.Tick, context.activity.id)
    return Checklist(ticks=tuple(Tick(text=one.text, done=one.done) for one in found))


def _ticks(context: Context, draft: Draft) -> tuple[Tick, ...]:
    return tuple(
        Tick(text=context.source.label(Draft, name), done=getattr(draft, name)) for name in _TICKS
    )


def agreement(source: Source, draft: Draft) -> str:
    """Return the agreement that a wording reached in its last revealed poll; empty without one."""
    polls = [one for one in source.dossier.all(Poll) if one.draft_id == draft.id]
    if not polls:
        return ""
    found = poll_result(source.dossier, max(polls, key=lambda one: one.round))
    agree = sum(one.all for one in found.counts if scales.consents(found.poll.scale, one.value))
    return f"{agree} of {counted(found.voted, 'vote', 'votes')} consent"
