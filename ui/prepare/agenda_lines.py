"""The day as lines: what the agenda's page says of each stage, activity and break."""

from collections.abc import Iterator
from dataclasses import dataclass

from crm_workshop.activities.own_agenda import is_own
from crm_workshop.activities.schedule import Slot, ends, minutes_left, planned_minutes, schedule
from crm_workshop.charter.dates import clock_time, short_date
from crm_workshop.kit.design import ActivityDesign, BreakDesign
from crm_workshop.model.workshop import Activity
from crm_workshop.text import one_line
from ui.session import Session


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One line: a stage's heading, an activity (its `told` stands below), or a break."""

    title: str
    hue: str = ""
    activity: Activity | None = None
    design: ActivityDesign | None = None
    pause: BreakDesign | None = None
    begins: str = ""
    minutes: int = 0
    told: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether it only says which stage begins."""
        return self.activity is None and self.pause is None

    @property
    def is_out(self) -> bool:
        """Whether it is an activity that this day leaves out."""
        return self.activity is not None and not self.minutes

    @property
    def is_own(self) -> bool:
        """Whether the kit did not bring it."""
        return self.pause is not None or (self.activity is not None and is_own(self.activity))

    @property
    def needs_leaders(self) -> bool:
        """Whether an executive has to be in the room."""
        return self.design is not None and self.design.leaders

    @property
    def key(self) -> tuple[str, int | str, str]:
        """What it is, whatever is changed of it: an activity by its id, a break by its place."""
        if self.activity is not None:
            return ("activity", self.activity.id, "")
        if self.pause is not None:
            return ("break", self.pause.after, self.pause.title)
        return ("stage", self.title, "")

    @property
    def spoken(self) -> str:
        """The line as it is read aloud."""
        if self.is_heading:
            return self.title
        kind = "break" if self.pause is not None else ""
        leaders = "needs an executive" if self.needs_leaders else ""
        minutes = f"{self.minutes} minute{'s' * (self.minutes > 1)}" if self.minutes else ""
        said = (self.begins, self.title, kind, minutes, leaders, self.told)
        return ", ".join(one for one in said if one)


def agenda_lines(session: Session) -> tuple[AgendaLine, ...]:
    """Return the whole agenda in order, with what is left out at its place."""
    return tuple(_lines(session))


def _lines(session: Session) -> Iterator[AgendaLine]:
    slots = schedule(session.dossier, session.kit)
    held = {one.activity.id: one for one in slots if one.activity is not None}
    stage_key = None
    for activity in session.dossier.all(Activity):
        design = session.kit.activity(activity.key)
        stage = session.kit.stage(design.stage) if design else None
        hue = stage.hue if stage else ""
        if stage is not None and stage.key != stage_key:
            yield AgendaLine(session.words.say(stage.title), hue)
            stage_key = stage.key
        slot = held.get(activity.id)
        title = session.words.say(design.title) if design else activity.key
        yield AgendaLine(
            title,
            hue,
            activity,
            design,
            begins=_clock(session, slot),
            minutes=slot.minutes if slot else 0,
            told=told_of(session, activity, is_out=slot is None),
        )
        for slot in slots:
            if slot.pause is not None and slot.pause.after == activity.key:
                begins = _clock(session, slot)
                yield AgendaLine(slot.title, pause=slot.pause, begins=begins, minutes=slot.minutes)


def told_of(session: Session, activity: Activity, *, is_out: bool) -> str:
    """Return why an activity is left out, and by whom and when it is finished."""
    said = []
    if is_out:
        reason = one_line(activity.skipped_reason)
        said.append(f"Left out: {reason}" if reason else "Left out of this length")
    by, owner = activity.finish_by, one_line(activity.finish_owner)
    day = f" by {short_date(by, session.dossier.workshop.locale)}" if by else ""
    if owner:
        said.append(f"{owner} finishes it{day}")
    elif day:
        said.append(f"to be finished{day}")
    return " · ".join(said)


def total_of(session: Session) -> tuple[str, bool]:
    """Return the day's length against the booking, in words, and whether it is too long."""
    dossier, kit = session.dossier, session.kit
    minutes, left = planned_minutes(dossier, kit), minutes_left(dossier, kit)
    end = ends(dossier, kit)
    said = f"{minutes} minutes"
    if left is not None:
        spare = f"{left or 'no'} slack" if left >= 0 else f"{-left} over"
        said = f"{minutes} of {minutes + left} minutes, {spare}"
    if end is not None:
        said += f" · ends {clock_time(end, dossier.workshop.locale)}"
    return said, left is not None and left < 0


def _clock(session: Session, slot: Slot | None) -> str:
    if slot is None or slot.begins is None:
        return ""
    return clock_time(slot.begins, session.dossier.workshop.locale)
