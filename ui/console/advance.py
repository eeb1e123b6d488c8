"""What the clicker's two keys do: on through what the room sees, then through the agenda.

A clicker has no other keys, so PgDn first finishes what lies before the room (a break, a page, a
page of the charter), then shows the activity's next state, then goes on to the next activity.
Nothing is deleted or closed by it, and PgUp leads back.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from crm_workshop.activities.cards import reveal_card
from crm_workshop.activities.questions import reveal_votes
from crm_workshop.activities.standing import latest_polls, poll_result, standing_cards
from crm_workshop.kit.design import ActivityDesign
from crm_workshop.live import scene as live
from crm_workshop.live.day import Stands
from crm_workshop.live.room import shown_view
from crm_workshop.live.views import Overlay, View, chosen, views_of
from crm_workshop.model.capture import Theme
from crm_workshop.model.choices import Mode
from crm_workshop.model.workshop import Activity
from ui.console.day import day_of
from ui.room.turning import next_page, previous_page
from ui.session import Session

#: States that are asked for, and never come by themselves.
_ASIDE = frozenset({View.DRAFTS, View.DIFFERENCE})

#: What the key does, in words, when it leads to a state.
_WORDS = {
    View.QUESTION: "Show the question",
    View.WRITING: "Show the count",
    View.CARDS: "Show the cards",
    View.THEMES: "Show the themes",
    View.DOTS: "Show the dot vote",
    View.BUCKETS: "Show the columns",
    View.RESULT: "Show the votes",
    View.ROWS: "Show the table",
    View.WORDING: "Show the wording",
    View.CHECKLIST: "Show the list",
    View.PAGES: "Show the charter",
    View.SIGN: "Show who signs",
}

#: What it does where something in that state is still hidden.
_REVEALS = {View.CARDS: "Reveal cards", View.RESULT: "Reveal votes"}


@dataclass(frozen=True, slots=True)
class Move:
    """What a key would do now: its words, and the operation."""

    text: str
    run: Callable[[], object]


def onward(
    session: Session, *, pages: int = 1, typing: frozenset[int] = frozenset()
) -> Move | None:
    """Return what PgDn does now; None at the end of the day.

    `pages` is of how many pages the room's view is; cards that are still being typed (`typing`)
    are not revealed.
    """
    activity, design = _live(session)
    if activity is None:
        return _over_nothing(session, 1, pages) or begin(session)
    before = _in_front(session, 1, pages) or turn(session, 1, pages)
    if before is not None:
        return before
    if design is not None:
        now = shown_view(session.dossier, session.kit, session.scene)
        hides = now is not None and _hides(session, activity, now, typing)
        view = now if hides else _neighbour_view(session, activity, design, 1)
        if view is not None:
            return _to_view(session, activity, view, typing)
    following = live.neighbour(session.dossier, session.scene, 1)
    if following is None:
        return Move(
            "End the day", partial(live.end_day, session.store, session.workshop_id, by="console")
        )
    return Move(
        "Next activity", partial(live.go_to_activity, session.store, following.id, by="console")
    )


def backward(session: Session, *, pages: int = 1) -> Move | None:
    """Return what PgUp does now; None at the beginning of the day."""
    store, workshop_id = session.store, session.workshop_id
    activity, design = _live(session)
    if activity is None:
        return _over_nothing(session, -1, pages) or resume(session)
    before = _in_front(session, -1, pages) or turn(session, -1, pages)
    if before is not None:
        return before
    if design is not None:
        view = _neighbour_view(session, activity, design, -1)
        if view is not None:
            return Move("Back", partial(live.set_view, store, workshop_id, view, by="console"))
    former = live.neighbour(session.dossier, session.scene, -1)
    if former is None:
        return None
    return Move("Back", partial(live.go_to_activity, store, former.id, by="console"))


def turn(session: Session, way: int, pages: int) -> Move | None:
    """Return the move to the next (1) or former (-1) page of what the room sees, or None.

    `pages` is of how many pages that is, or the part of the charter. What stands still has none.
    """
    charter = _pages_of_charter(session)
    if session.scene.mode is not Mode.LIVE or (pages == 1 and not charter):
        return None
    view = session.room_view()
    page = next_page(view, pages) if way > 0 else previous_page(view, pages)
    if page is None:
        return None
    text = "Next page" if way > 0 else "Page before"
    return Move(
        text, partial(live.turn_to_page, session.store, session.workshop_id, page, by="console")
    )


def _live(session: Session) -> tuple[Activity | None, ActivityDesign | None]:
    activity = session.activity()
    return activity, session.kit.activity(activity.key) if activity else None


def _in_front(session: Session, way: int, pages: int) -> Move | None:
    """Return the move that has to do with what stands before the activity, or None."""
    store, workshop_id, scene = session.store, session.workshop_id, session.scene
    if scene.mode is Mode.HOLDING and way > 0:
        return Move("Go on", partial(live.show_live, store, workshop_id, by="console"))
    if scene.break_until is not None:
        return Move("End the break", partial(live.end_break, store, workshop_id, by="console"))
    if scene.mode is not Mode.LIVE:
        return None
    if _pages_of_charter(session):
        page = turn(session, way, pages)
        if page is not None:
            return page
    if chosen(scene.view).overlay is not None:
        return Move(
            "Back to the activity", partial(live.close_overlay, store, workshop_id, by="console")
        )
    return None


def _over_nothing(session: Session, way: int, pages: int) -> Move | None:
    """Return the move through a page that the room is shown while no activity is live, or None."""
    scene = session.scene
    if chosen(scene.view).overlay is None or scene.mode is not Mode.LIVE:
        return None
    rest = partial(live.end_day, session.store, session.workshop_id, by="console")
    return turn(session, way, pages) or Move("Back to the holding slide", rest)


def _pages_of_charter(session: Session) -> bool:
    """Tell whether the room is shown the charter, page by page."""
    overlay = chosen(session.scene.view).overlay
    if overlay is not None:
        return overlay is Overlay.CHARTER
    return shown_view(session.dossier, session.kit, session.scene) is View.PAGES


def begin(session: Session) -> Move | None:
    """Return what begins the day, or goes on where it was interrupted; None once it is done."""
    day = day_of(session)
    if day.stands is Stands.DONE:
        return None
    if day.stands is Stands.INTERRUPTED:
        return resume(session)
    first = live.neighbour(session.dossier, session.scene, 1)
    return Move("Begin", partial(_enter, session, first.id)) if first else None


def resume(session: Session) -> Move | None:
    """Return the move to the activity that was worked on last, or None before the first."""
    day = day_of(session)
    if day.last is None:
        return None
    text = "Back" if day.stands is Stands.DONE else "Resume"
    return Move(text, partial(_enter, session, day.last.id))


def _enter(session: Session, activity_id: int) -> None:
    """Show an activity to the room when none is live."""
    live.go_to_activity(session.store, activity_id, by="console")
    live.show_live(session.store, session.workshop_id, by="console")


def _steps(session: Session, activity: Activity, design: ActivityDesign) -> list[View]:
    """Return the states that follow one another as the room works."""
    views = [one for one in views_of(design) if one not in _ASIDE]
    if not design.poll and views[0] is not View.QUESTION:
        views.remove(View.QUESTION)
    if not session.dossier.of(Theme, activity.id) and View.THEMES in views:
        views.remove(View.THEMES)
    return views


def _neighbour_view(
    session: Session, activity: Activity, design: ActivityDesign, way: int
) -> View | None:
    """Return the activity's next state, or the one before; None at its end.

    What is empty is passed over: cards that nobody wrote, a poll that nobody took.
    """
    steps = [one for one in _steps(session, activity, design) if _has(session, activity, one)]
    now = shown_view(session.dossier, session.kit, session.scene)
    at = steps.index(now) + way if now in steps else (0 if way > 0 and steps else -1)
    return steps[at] if 0 <= at < len(steps) else None


def _has(session: Session, activity: Activity, view: View) -> bool:
    """Tell whether there is anything to show in a state."""
    if view is View.CARDS:
        return bool(standing_cards(session.dossier, activity.id))
    if view is View.RESULT:
        polls = latest_polls(session.dossier, activity.id)
        return any(poll_result(session.dossier, one).voted for one in polls)
    return True


def _to_view(session: Session, activity: Activity, view: View, typing: frozenset[int]) -> Move:
    hides = _hides(session, activity, view, typing)
    text = _REVEALS[view] if hides else _WORDS[view]
    return Move(text, partial(_show, session, activity, view, typing))


def _hides(session: Session, activity: Activity, view: View, typing: frozenset[int]) -> bool:
    """Tell whether anything that a state is there to show is still hidden: it is revealed first."""
    dossier = session.dossier
    if view is View.CARDS:
        cards = standing_cards(dossier, activity.id)
        return any(not one.revealed and one.id not in typing for one in cards)
    if view is View.RESULT:
        closed = (one for one in latest_polls(dossier, activity.id) if not one.revealed)
        return any(poll_result(dossier, one).voted for one in closed)
    return False


def _show(session: Session, activity: Activity, view: View, typing: frozenset[int]) -> None:
    """Show a state; what it is there to show is revealed with it."""
    store = session.store
    if view is View.CARDS:
        _reveal_cards(session, activity, typing)
    if view is View.RESULT and _hides(session, activity, view, typing):
        reveal_votes(store, activity.id, by="console")
    live.set_view(store, session.workshop_id, view, by="console")


def _reveal_cards(session: Session, activity: Activity, typing: frozenset[int]) -> None:
    """Reveal all cards as one step, but those that are still being typed."""
    cards = standing_cards(session.dossier, activity.id)
    hidden = [one.id for one in cards if not one.revealed and one.id not in typing]
    if hidden:
        with session.store.step("Reveal cards", session.workshop_id, by="console"):
            for card_id in hidden:
                reveal_card(session.store, card_id)
