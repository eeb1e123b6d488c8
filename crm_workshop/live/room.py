"""The one value that holds all the room may see, whatever the scene is."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from math import ceil
from typing import Final

import msgspec

from crm_workshop.activities.standing import latest_polls, standing_cards
from crm_workshop.activities.timing import BELIEVED
from crm_workshop.charter.compose import compose
from crm_workshop.charter.dates import clock_time
from crm_workshop.charter.source import Source
from crm_workshop.checks import check
from crm_workshop.kit.design import Kit, Method
from crm_workshop.kit.words import words_of
from crm_workshop.live.bodies import cards, charter, late, polls, statement, tables
from crm_workshop.live.bodies.context import Context
from crm_workshop.live.clock import ClockState, reading, time_text
from crm_workshop.live.pace import on_agenda
from crm_workshop.live.parts import ClockFace, Segment
from crm_workshop.live.public import count, for_room
from crm_workshop.live.seen import (
    Black,
    Body,
    Break,
    CharterPage,
    Finding,
    Holding,
    Quotation,
    RoomView,
    from_json,
)
from crm_workshop.live.views import Overlay, View, chosen, views_of
from crm_workshop.model.choices import Mode
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.meaning import Opening
from crm_workshop.model.workshop import Activity, Clock, SceneRow, Version
from crm_workshop.text import one_line

#: What shows each state of an activity; a test holds it equal to `View`.
BODIES: Final[dict[View, Callable[[Context], Body]]] = {
    View.QUESTION: polls.question,
    View.WRITING: cards.writing,
    View.CARDS: cards.cards,
    View.THEMES: cards.themes,
    View.DOTS: cards.dots,
    View.BUCKETS: cards.buckets,
    View.RESULT: polls.result,
    View.ROWS: tables.rows,
    View.WORDING: statement.wording,
    View.DRAFTS: statement.all_drafts,
    View.DIFFERENCE: statement.difference,
    View.CHECKLIST: statement.checklist,
    View.PAGES: lambda context: charter.page(context.source, context.page),
    View.SIGN: lambda context: charter.sign_list(context.source),
}


def room_view(dossier: Dossier, kit: Kit, scene: SceneRow, clock: Clock, now: datetime) -> RoomView:
    """Return what the room sees at `now`; times are told in the zone of `now`.

    Nothing private can be in it: it is made from `for_room(dossier)` and from counts. Only a
    finding that the facilitator puts there is read from the whole dossier.
    """
    if scene.mode is Mode.BLACK:
        return RoomView(body=Black())
    if scene.mode is Mode.FROZEN and (frozen := from_json(scene.frozen)):
        return frozen
    public = for_room(dossier)
    source = Source(public, kit, words_of(public), (), now.date(), "")
    activity = public.get(Activity, scene.activity_id)
    design = kit.activity(activity.key) if activity else None
    is_live = scene.mode is Mode.LIVE
    face = _face(clock, activity, scene, now) if activity else None
    aside = _aside(dossier, source, scene, activity, now) if is_live else None
    if aside is not None:
        aside = _as_printed(aside, dossier, kit, now)
        return RoomView(body=aside, firm=_firm(source), clock=face, page=scene.page)
    if not is_live or activity is None or design is None:
        purpose = public.one(Opening).purpose.strip()
        holding = Holding(purpose=purpose, logo=public.workshop.logo)
        return RoomView(body=holding, firm=_firm(source))
    view = shown_view(dossier, kit, scene) or View.QUESTION
    context = Context(source, count(dossier, kit, activity), design, activity, scene.page)
    stage = kit.stage(design.stage)
    return RoomView(
        body=_as_printed(BODIES[view](context), dossier, kit, now),
        firm=_firm(source),
        stage=source.say(stage.title) if stage else "",
        hue=stage.hue if stage else "",
        title=source.say(design.title),
        question=source.say(design.question),
        note=source.say(design.room_note),
        clock=face,
        progress=_progress(source, on_agenda(dossier), activity),
        page=scene.page,
    )


def later(
    view: RoomView, dossier: Dossier, scene: SceneRow, clock: Clock, now: datetime
) -> RoomView:
    """Return a view of the same records later on the same day: only its clock has gone on."""
    activity = dossier.get(Activity, scene.activity_id)
    if view.clock is None or scene.mode is not Mode.LIVE or activity is None:
        return view
    return msgspec.structs.replace(view, clock=_face(clock, activity, scene, now))


def _as_printed(body: Body, dossier: Dossier, kit: Kit, now: datetime) -> Body:
    """Return a charter page marked as a draft exactly when its print would be.

    Before anything was issued it is one, whatever it says.
    """
    if not isinstance(body, CharterPage) or not dossier.all(Version):
        return body
    today = now.date()
    printed = compose(dossier, kit, check(dossier, kit, today), today=today)
    return msgspec.structs.replace(body, draft=printed.draft)


def shown_view(dossier: Dossier, kit: Kit, scene: SceneRow) -> View | None:
    """Return the state of the live activity that the room is shown; None without an activity.

    It is the one that was chosen or, where none was, the one that follows from the records: cards
    and votes once they are revealed, otherwise the method's first.
    """
    activity = dossier.get(Activity, scene.activity_id)
    design = kit.activity(activity.key) if activity else None
    if activity is None or design is None:
        return None
    views, choice = views_of(design), chosen(scene.view).view
    if choice in views:
        return choice
    if design.method is Method.CARDS:
        revealed = any(one.revealed for one in standing_cards(dossier, activity.id))
        return View.CARDS if revealed else views[0]
    if design.method is Method.POLL:
        revealed = any(one.revealed for one in latest_polls(dossier, activity.id))
        return View.RESULT if revealed else views[0]
    return views[0]


def _aside(
    dossier: Dossier, source: Source, scene: SceneRow, activity: Activity | None, now: datetime
) -> Body | None:
    """Return what stands before the activity: a break, or what the facilitator put over it."""
    if scene.break_until is not None and activity is not None:
        return _break(source, activity, scene.break_until, now)
    choice = chosen(scene.view)
    match choice.overlay:
        case Overlay.LATE_JOINER:
            return late.late_joiner(source)
        case Overlay.CHARTER:
            return charter.page(source, scene.page)
        case Overlay.QUOTATION:
            return _quotation(source, choice.about)
        case Overlay.FINDING:
            return _finding(dossier, source.kit, choice.about, now)
    return None


def _break(source: Source, activity: Activity, until: datetime, now: datetime) -> Break:
    """Return the break that the kit plans after this activity, or any."""
    variant = source.workshop.variant
    planned = [
        one.title
        for one in source.kit.pauses
        if one.after == activity.key and one.minutes.of(variant)
    ]
    ends = clock_time(until.astimezone(now.tzinfo).time(), source.locale)
    return Break(title=source.say(planned[0]) if planned else "Break", until=ends)


def _quotation(source: Source, key: str) -> Quotation | None:
    found = next((one for one in source.kit.quotations if one.key == key), None)
    if found is None:
        return None
    return Quotation(text=source.say(found.text), source=source.say(found.source))


def _finding(dossier: Dossier, kit: Kit, key: str, now: datetime) -> Finding | None:
    """Return the finding as it stands now; None once it is mended."""
    found = next((one for one in check(dossier, kit, now.date()) if one.key == key), None)
    if found is None:
        return None
    return Finding(title=found.title, sentence=found.sentence, question=found.question)


def _firm(source: Source) -> str:
    return one_line(source.workshop.firm)


def _face(clock: Clock, activity: Activity, scene: SceneRow, now: datetime) -> ClockFace | None:
    """Return the clock as the room reads it, or how long the break lasts; None while hidden."""
    if clock.hidden:
        return None
    if scene.break_until is not None:
        left = ceil((scene.break_until - now).total_seconds())
        return (
            ClockFace(text=time_text(left), over=left < 0)
            if left > -BELIEVED.total_seconds()
            else None
        )
    read = reading(clock, activity, now)
    if read.state is ClockState.IDLE:
        return None
    return ClockFace(text=read.text, over=read.over, still=read.state is ClockState.PAUSED)


def _progress(source: Source, agenda: tuple[Activity, ...], live: Activity) -> tuple[Segment, ...]:
    """Return the stages of the day, each reached as far as the live activity; nothing ticks.

    Of the agenda only the minutes count.
    """
    minutes: Counter[str] = Counter()
    reached: Counter[str] = Counter()
    for activity in agenda:
        if design := source.kit.activity(activity.key):
            minutes[design.stage] += activity.minutes_planned
            if (activity.position, activity.id) <= (live.position, live.id):
                reached[design.stage] += activity.minutes_planned
    return tuple(
        Segment(
            title=source.say(stage.title),
            hue=stage.hue,
            minutes=minutes[stage.key],
            done=reached[stage.key] / minutes[stage.key],
        )
        for stage in source.kit.stages
        if minutes[stage.key]
    )
