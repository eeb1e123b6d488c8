"""The agenda as lines: what the rail says of each stage and each activity."""

from dataclasses import dataclass
from typing import Final

from crm_workshop.activities.agenda import is_left_out
from crm_workshop.activities.timing import seconds_used
from crm_workshop.model.workshop import Activity
from ui.session import Session

#: Used minutes are told from this many seconds on: less is a glance.
_GLANCE: Final = 60


@dataclass(frozen=True, slots=True)
class RailLine:
    """One line: a stage's heading (without an activity) or an activity."""

    title: str
    hue: str
    activity_id: int | None = None
    state: str = ""
    minutes: str = ""

    @property
    def spoken(self) -> str:
        """The line as it is read aloud."""
        if self.activity_id is None:
            return self.title
        used, _, planned = self.minutes.rpartition(" / ")
        minutes = f"{planned} minutes" if planned else ""
        if used:
            minutes = f"{used} minutes used of {planned}"
        return ", ".join(one for one in (self.title, self.state, minutes) if one)


def rail_lines(session: Session) -> tuple[RailLine, ...]:
    """Return what the rail shows now, stages in the order of the agenda."""
    lines: list[RailLine] = []
    stage_key = None
    for activity in session.dossier.all(Activity):
        design = session.kit.activity(activity.key)
        stage = session.kit.stage(design.stage) if design else None
        hue = stage.hue if stage else ""
        if stage and stage.key != stage_key:
            lines.append(RailLine(session.words.say(stage.title), hue))
            stage_key = stage.key
        title = session.words.say(design.title) if design else activity.key
        state, minutes = _state(session, activity), _minutes(activity)
        lines.append(RailLine(title, hue, activity.id, state, minutes))
    return tuple(lines)


def _state(session: Session, activity: Activity) -> str:
    """Return done, now, skipped, or nothing for what is still to come."""
    if session.scene.activity_id == activity.id:
        return "now"
    if activity.skipped_reason.strip() or is_left_out(activity):
        return "skipped"
    used = seconds_used(activity, session.scene, session.store.now())
    return "done" if used >= _GLANCE or activity.ended is not None else ""


def _minutes(activity: Activity) -> str:
    """Return the planned minutes; behind those that were used, once they differ."""
    planned = activity.minutes_planned
    used = round(activity.seconds_used / 60)
    worked = activity.ended is not None and activity.seconds_used >= _GLANCE
    if worked and used != planned:
        return f"{used} / {planned}"
    return str(planned) if planned else ""
