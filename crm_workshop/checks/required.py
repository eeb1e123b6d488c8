"""F1 to F3: what a final charter needs, where no other rule asks for it (workshop.md's stars).

F1 stops for required fields left blank in a record that matters. F2 warns of an activity that left
nothing behind and that nobody is down to finish. F3 asks about a lesson of a first attempt.
"""

from collections.abc import Iterator
from typing import Final

from crm_workshop.activities.standing import current_draft
from crm_workshop.checks.blank import about_blanks, blanks_of
from crm_workshop.checks.case import Case
from crm_workshop.checks.finding import SECTION_OF, Finding, Level, brief
from crm_workshop.checks.naming import Named
from crm_workshop.kit.design import ActivityDesign
from crm_workshop.model.base import Row
from crm_workshop.model.capture import Draft
from crm_workshop.model.choices import CommitmentState, Release, Variant
from crm_workshop.model.commitment import CascadeRow, Commitment
from crm_workshop.model.dossier import BY_TABLE, RECORDS
from crm_workshop.model.meaning import ExperienceStep, Lesson
from crm_workshop.model.success import Measure, Win
from crm_workshop.model.technology import ReleaseItem, TechnologyNeed, UserNeed
from crm_workshop.model.workshop import Activity, Person

#: Records without which an activity has left nothing behind; other rules ask for the rest.
_LEFT_BEHIND: Final[tuple[type[Row], ...]] = (
    Lesson,
    UserNeed,
    TechnologyNeed,
    ReleaseItem,
    CascadeRow,
    Win,
)


def find(case: Case) -> Iterator[Finding]:
    """Yield what is missing: in records, of the definition and its promises, of activities."""
    yield from about_blanks(
        case, "F1", case.dossier.workshop, blanks_of(case, case.dossier.workshop)
    )
    held = {one.record for design in case.kit.activities for one in design.records}
    records: tuple[type[Row], ...] = (Person, *RECORDS.values())
    for record in records:
        if record.single and record.table not in held:
            continue  # the firm's own kit does without the activity that asks for it
        for row in case.rows(record):
            if _matters(case, row):
                yield from about_blanks(case, "F1", row, blanks_of(case, row))
    yield from _nothing_said(case)
    for design in case.kit.activities:
        yield from _left_out(case, design)
    yield from _first_attempt(case)


def _matters(case: Case, row: Row) -> bool:
    """Tell whether what a record still lacks keeps the charter a draft.

    It does not for a step of the journey that promises nothing, a leader who has not answered,
    what is not in the first release, or a “person” who is a group. Of measures M4 speaks.
    """
    if isinstance(row, Measure):
        return False  # M4 says all that a measure lacks
    if isinstance(row, Person):
        return not row.name.strip() or case.named(row.name) is Named.PERSON
    if isinstance(row, ExperienceStep):
        return bool(row.wanted.strip())
    if isinstance(row, Commitment):
        return row.state is CommitmentState.GIVEN
    if isinstance(row, ReleaseItem):
        return row.bucket in (None, Release.FIRST)
    return True


def _nothing_said(case: Case) -> Iterator[Finding]:
    """F1 of what stands in no row at all: the definition's wording, and any promise."""
    if current_draft(case.dossier) is None:
        yield case.about_all(
            "F1",
            Level.STOP,
            Draft.table,
            field="text",
            about="The definition",
            title="No definition.",
            sentence="Nothing says yet what CRM means here.",
            question=case.words.say("For our {clients}, CRM means that we do what?"),
        )
    if not any(row.wanted.strip() for row in case.rows(ExperienceStep)):
        yield case.about_all(
            "F1",
            Level.STOP,
            ExperienceStep.table,
            field="wanted",
            about="The experience",
            title="No promise.",
            sentence=case.words.say("No step says what {a_client} should experience."),
            question=case.words.say("When I, {a_client}, deal with you, what should happen?"),
        )


def _left_out(case: Case, design: ActivityDesign) -> Iterator[Finding]:
    """F2: nothing came of an activity, and nobody is down to finish it by a day."""
    wanted = _records_of(case, design)
    activity = case.dossier.activity(design.key)
    if activity is None or not wanted or any(case.rows(record) for record in wanted):
        return
    by, owner = activity.finish_by, activity.finish_owner
    if (by and owner.strip()) or not _is_to_be_done(case, design, activity):
        return
    title = case.words.say(design.title)
    if by:
        sentence = f"“{title}” is to be finished by {case.spoken(by)}, and nobody is named."
    elif owner.strip():
        sentence = f"“{title}” is to be finished by {brief(owner)}, and no day is set."
    else:
        sentence = f"“{title}” has left nothing behind, and nobody is down to finish it."
    yield case.about_row(
        "F2",
        Level.WARN,
        activity,
        "finish_owner" if by else "finish_by",
        about=title,
        section=next((one for one in design.feeds if one != "2"), "annex-a"),
        said=sentence,
        title="Left for later, by nobody.",
        sentence=sentence,
        question="Who finishes it, and by which day?",
    )


def _is_to_be_done(case: Case, design: ActivityDesign, activity: Activity) -> bool:
    """Tell whether something is to come of an activity: it has its time, or is taken home.

    The 90-minute form takes home what the kit has no time for there. What has no time in any other
    form, or was left out for a reason, the firm does without.
    """
    if activity.skipped_reason.strip():
        return False
    short = case.dossier.workshop.variant is Variant.SHORT
    taken_home = short and not design.minutes.of(Variant.SHORT)
    return bool(activity.minutes_planned) or taken_home


def _first_attempt(case: Case) -> Iterator[Finding]:
    """F3: lessons were learned somewhere, but only a second attempt prints them (R28, R30)."""
    workshop = case.dossier.workshop
    if workshop.attempt_no > 1 or not case.rows(Lesson):
        return
    yield case.about_row(
        "F3",
        Level.ASK,
        workshop,
        "attempt_no",
        section=SECTION_OF[Lesson.table],
        title="The first attempt?",
        sentence="Lessons are written down, and the charter of a first attempt leaves them out.",
        question="Is this really the first attempt?",
    )


def _records_of(case: Case, design: ActivityDesign) -> tuple[type[Row], ...]:
    """Return the records by which an activity leaves something behind, if it is to."""
    tables = [one.record for one in design.records]
    tables += [design.sort.subject] if design.sort else []
    wanted = {BY_TABLE[table] for table in tables if table in BY_TABLE}
    if case.dossier.workshop.attempt_no <= 1:
        wanted.discard(Lesson)  # nothing was tried before
    return tuple(record for record in _LEFT_BEHIND if record in wanted)
