"""What the console's actions do to the workshop: each is one operation of the core."""

from collections.abc import Callable
from functools import partial

from crm_workshop.activities.agenda import skip_activity, unskip_activity
from crm_workshop.activities.half_typed import Place
from crm_workshop.live import clock as timebox
from crm_workshop.live import scene as live
from crm_workshop.live.clock import ClockState, reading
from crm_workshop.live.pace import accept_cut, propose_cut
from crm_workshop.live.views import Overlay, View, chosen
from crm_workshop.model.choices import Mode
from crm_workshop.model.workshop import Activity
from ui.activities.unfinished import Unfinished
from ui.console.advance import Move, begin, resume, turn
from ui.console.dialogs import keep_asked
from ui.console.openings import Openings
from ui.session import Session

_BY = "console"

Slots = dict[str, Callable[[], object]]


class RoomCommands:
    """What the room screen does. Each state is left by the key that began it."""

    def __init__(self, session: Session, pages: Callable[[], int]) -> None:
        self._session = session
        self._pages = pages

    def slots(self) -> Slots:
        """Return what each action does, by its id."""
        return {
            "black": self.black,
            "freeze": self.freeze,
            "holding": self.holding,
            "live": self.live,
            "question": partial(self._show, View.QUESTION),
            "figure": self.figure,
            "late_joiner": partial(self._overlay, Overlay.LATE_JOINER),
            "charter_page": partial(self._overlay, Overlay.CHARTER),
            "next_page": partial(self._turn, 1),
            "previous_page": partial(self._turn, -1),
        }

    def black(self) -> None:
        """Make the room screen black, or show it again."""
        self._mode(Mode.BLACK, live.blank_room)

    def holding(self) -> None:
        """Show the holding slide, or the scene again."""
        self._mode(Mode.HOLDING, live.hold_room)

    def freeze(self) -> None:
        """Let the room screen stand still, or follow again."""
        session = self._session
        freeze = partial(live.freeze_room, kit=session.kit, now=session.now())
        self._mode(Mode.FROZEN, freeze)

    def live(self) -> None:
        """Show what is live, whatever stood before it."""
        session = self._session
        session.do(live.close_overlay, session.store, session.workshop_id, by=_BY)
        session.do(live.show_live, session.store, session.workshop_id, by=_BY)

    def figure(self) -> None:
        """Put the figure that the kit has for this activity before the room, or take it away."""
        quotation = quotation_key(self._session)
        if quotation:
            self._overlay(Overlay.QUOTATION, quotation)

    def _mode(self, mode: Mode, begin: Callable[..., object]) -> None:
        session = self._session
        operation = live.show_live if session.scene.mode is mode else begin
        session.do(operation, session.store, session.workshop_id, by=_BY)

    def _show(self, view: View) -> None:
        """Show a state of the activity, or what follows from the records again."""
        session = self._session
        wanted = None if chosen(session.scene.view).view is view else view
        session.do(live.set_view, session.store, session.workshop_id, wanted, by=_BY)

    def _overlay(self, overlay: Overlay, about: str = "") -> None:
        session = self._session
        store, workshop_id = session.store, session.workshop_id
        is_shown, rests = chosen(session.scene.view).overlay is overlay, session.activity() is None
        if is_shown:
            session.do(live.end_day if rests else live.close_overlay, store, workshop_id, by=_BY)
            return
        session.do(live.open_overlay, store, workshop_id, overlay, about, by=_BY)
        if rests and session.scene.mode is Mode.HOLDING:
            session.do(live.show_live, store, workshop_id, by=_BY)

    def _turn(self, way: int) -> None:
        move = turn(self._session, way, self._pages())
        if move is not None:
            self._session.do(move.run)


def quotation_key(session: Session) -> str:
    """Return the key of the figure that the kit has for the live activity, or nothing."""
    activity = session.activity()
    keys = [one.key for one in session.kit.quotations if activity and one.activity == activity.key]
    return keys[0] if keys else ""


class AgendaCommands:
    """Moving through the day."""

    def __init__(self, session: Session, openings: Openings) -> None:
        self._session = session
        self._openings = openings

    def slots(self) -> Slots:
        """Return what each action does, by its id."""
        return {
            "next_activity": partial(self._move, live.next_activity, begin),
            "previous_activity": partial(self._move, live.previous_activity, resume),
            "skip": self.skip,
            "cut": self.accept_cut,
            "break": self.ask_break,
        }

    def go_to(self, activity_id: int) -> None:
        """Make an activity the live one."""
        self._session.do(live.go_to_activity, self._session.store, activity_id, by=_BY)

    def skip(self) -> None:
        """Ask why the live activity is skipped; one that is skipped comes back in."""
        session, activity = self._session, self._session.activity()
        if activity is None:
            return
        if activity.skipped_reason.strip():
            session.do(unskip_activity, session.store, activity.id, by=_BY)
            return
        ask = self._openings.ask("Skip this activity", "Why is it skipped?", "Skip it")
        place = Place(Activity.table, activity.id, "skipped_reason")
        kept = keep_asked(session, ask, {place: ask.field})
        ask.answered.connect(partial(self._skip, activity.id, kept))

    def accept_cut(self) -> None:
        """Shorten what is proposed to be shortened."""
        session = self._session
        cut = propose_cut(session.dossier, session.kit, session.now())
        if cut is not None:
            session.do(accept_cut, session.store, cut, by=_BY)

    def ask_break(self) -> None:
        """Ask how long the break is; one that goes on is ended."""
        session = self._session
        if session.scene.break_until is not None:
            session.do(live.end_break, session.store, session.workshop_id, by=_BY)
            return
        ask = self._openings.ask(
            "Break",
            "How many minutes?",
            "Begin the break",
            _minutes(session),
            accepts=_is_length_of_break,
        )
        ask.answered.connect(self._break)

    def _move(
        self, operation: Callable[..., object], enter: Callable[[Session], Move | None]
    ) -> None:
        """Go to a neighbour of the live activity; without one, `enter` the day."""
        session = self._session
        if session.activity() is not None:
            session.do(operation, session.store, session.workshop_id, by=_BY)
        elif move := enter(session):
            session.do(move.run)

    def _skip(self, activity_id: int, kept: Unfinished, reason: str) -> None:
        session = self._session
        if session.do(skip_activity, session.store, activity_id, reason, by=_BY) is not None:
            kept.forget()

    def _break(self, typed: str) -> None:
        session, minutes = self._session, int(typed)
        session.do(live.start_break, session.store, session.workshop_id, minutes, by=_BY)


def _is_length_of_break(typed: str) -> bool:
    return typed.isdecimal() and 0 < int(typed) <= live.LONGEST_BREAK


def _minutes(session: Session) -> str:
    """Return the minutes of the break that the kit plans here, else ten."""
    activity, variant = session.activity(), session.dossier.workshop.variant
    planned = [
        one.minutes.of(variant)
        for one in session.kit.pauses
        if activity and one.after == activity.key and one.minutes.of(variant)
    ]
    return str(planned[0] if planned else 10)


class ClockCommands:
    """The timebox of the live activity."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def slots(self) -> Slots:
        """Return what each action does, by its id."""
        return {
            "clock": self.start_or_pause,
            "plus_1": partial(self._add, 1),
            "plus_5": partial(self._add, 5),
            "hide_clock": self.hide_or_show,
            "stop_clock": self.stop,
        }

    def start_or_pause(self) -> None:
        """Start the clock, let it stand still, or let it run on."""
        session, activity = self._session, self._session.activity()
        if activity is None:
            return
        state = reading(session.clock, activity, session.store.now()).state
        if state is ClockState.IDLE:
            session.do(timebox.start_clock, session.store, activity.id, by=_BY)
        elif state is ClockState.RUNNING:
            session.do(timebox.pause_clock, session.store, session.workshop_id, by=_BY)
        else:
            session.do(timebox.resume_clock, session.store, session.workshop_id, by=_BY)

    def hide_or_show(self) -> None:
        """Hide the clock from the room, or show it there again."""
        session = self._session
        hidden = not session.clock.hidden
        session.do(timebox.hide_clock, session.store, session.workshop_id, hidden, by=_BY)

    def stop(self) -> None:
        """Take the timebox away."""
        self._session.do(timebox.stop_clock, self._session.store, self._session.workshop_id, by=_BY)

    def _add(self, minutes: int) -> None:
        activity = self._session.activity()
        if activity is not None:
            self._session.do(timebox.add_minutes, self._session.store, activity.id, minutes, by=_BY)
