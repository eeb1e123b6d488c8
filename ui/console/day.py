"""Where the workshop stands while no activity is live: not begun, interrupted, or done."""

from crm_workshop.checks import open_stops
from crm_workshop.live.day import Day, Stands, day_among
from crm_workshop.live.pace import on_agenda
from crm_workshop.model.workshop import Activity
from crm_workshop.text import listed
from ui.session import Session


def day_of(session: Session) -> Day:
    """Return where the day stands, from the times that were kept of the activities."""
    return day_among(on_agenda(session.dossier))


def not_worked_on(session: Session) -> tuple[str, ...]:
    """Return the titles of the activities of the day that were never begun."""
    missed = [one for one in on_agenda(session.dossier) if one.started is None]
    return tuple(title_of(session, one) for one in missed)


def title_of(session: Session, activity: Activity) -> str:
    """Return an activity's title in the firm's words."""
    design = session.kit.activity(activity.key)
    return session.words.say(design.title) if design else activity.key


def heading_of(session: Session) -> tuple[str, str, str]:
    """Return what stands where the work would be: a heading, a hint, and a button's text.

    Without a text there is nothing to press.
    """
    day = day_of(session)
    if day.last is None:
        hint = "PgDn shows the first activity, here and to the room. F5 opens the room screen."
        return "Ready to begin?", hint, "Begin"
    title = title_of(session, day.last)
    if day.stands is Stands.INTERRUPTED:
        hint = "Everything is as it was. PgDn goes on there, here and to the room."
        return f"The room stopped at “{title}”.", hint, f"Resume “{title}”"
    settle = "What is still to settle…" if open_stops(session.findings) else ""
    return "The workshop is done.", _end_of(session), settle


def _end_of(session: Session) -> str:
    """Say what the workshop leaves behind: a charter, and what keeps it a draft."""
    missed = not_worked_on(session)
    count = len(open_stops(session.findings))
    things = "1 thing keeps" if count == 1 else f"{count} things keep"
    charter = (
        f"{things} its charter a draft."
        if count
        else "Nothing keeps its charter a draft: it can be printed and issued."
    )
    parts = [charter, f"Not worked on: {listed(missed)}." if missed else ""]
    back = "Everything is kept; PgUp goes back, and so does a click in the agenda."
    return " ".join(one for one in (*parts, back) if one)
