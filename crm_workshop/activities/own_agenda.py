"""What a workshop's agenda has that its kit did not: other breaks, and activities of its own.

They are kept in the workshop's own kit, so that they travel with it and everything that reads a
kit knows them.
"""

from collections.abc import Sequence
from typing import Final

import msgspec

from crm_workshop.activities.shared import design_of, own_row, some_text
from crm_workshop.errors import InputError, NotFoundError, RuleError
from crm_workshop.kit import edit
from crm_workshop.kit.design import (
    ActivityDesign,
    BreakDesign,
    BucketDesign,
    CardsDesign,
    Kit,
    Method,
    Minutes,
    PollDesign,
    PollQuestion,
    SortDesign,
)
from crm_workshop.kit.load import kit_of, load_kit
from crm_workshop.kit.validate import text_problems
from crm_workshop.model.capture import Poll
from crm_workshop.model.choices import Scale, Variant
from crm_workshop.model.workshop import Activity, SceneRow, Workshop
from crm_workshop.store.library import Store
from crm_workshop.text import clean, one_line

#: The methods that an activity of one's own may have: they need no records of the charter's.
OWN_METHODS: Final = (Method.CARDS, Method.SORT, Method.POLL)

#: Keys of activities made here begin so.
_PREFIX: Final = "own-"

#: A break may last so many minutes, and an activity that is added.
_LONGEST_BREAK: Final = 240
_LONGEST: Final = 480


# Breaks


def plan_break(
    store: Store,
    workshop_id: int,
    after: str,
    title: str,
    minutes: int,
    *,
    instead: BreakDesign | None = None,
    by: str = "",
) -> None:
    """Plan a break behind the activity with the key `after`, for the workshop's length.

    `instead` is the break that it takes the place of. Raises `InputError` for a blank title or
    minutes that cannot be (1 to 240), `NotFoundError` if there is no such activity.
    """
    workshop = store.get(Workshop, workshop_id)
    some_text(one_line(title), "A break needs a name, such as Coffee.")
    for problem in text_problems(title):
        raise InputError(f"“{one_line(title)}” {problem} Nothing was changed.")
    if not 1 <= minutes <= _LONGEST_BREAK:
        raise InputError(f"A break lasts 1 to {_LONGEST_BREAK} minutes. Nothing was changed.")
    kit = kit_of(workshop)
    if kit.activity(after) is None:
        raise NotFoundError(f"The agenda has no activity “{after}”. Nothing was changed.")
    kept = instead.minutes if instead else Minutes(short=0, half=0, full=0)
    new = BreakDesign(
        after=after, title=one_line(title), minutes=_with(kept, workshop.variant, minutes)
    )
    pauses = [new if one == instead else one for one in kit.pauses]
    if instead is None:
        pauses.append(new)
    _keep_breaks(store, workshop, pauses, "Change break" if instead else "Add break", by)


def remove_break(store: Store, workshop_id: int, pause: BreakDesign, *, by: str = "") -> None:
    """Take a break out of the workshop's length; other lengths keep theirs."""
    workshop = store.get(Workshop, workshop_id)
    pauses = [
        msgspec.structs.replace(one, minutes=_with(one.minutes, workshop.variant, 0))
        if one == pause
        else one
        for one in kit_of(workshop).pauses
    ]
    _keep_breaks(store, workshop, pauses, "Remove break", by)


def _keep_breaks(
    store: Store, workshop: Workshop, pauses: Sequence[BreakDesign], name: str, by: str
) -> None:
    held = [one for one in pauses if any(one.minutes.of(variant) for variant in Variant)]
    source = edit.with_breaks(workshop.kit_source, held)
    with store.step(name, workshop.id, by=by) as pen:
        pen.update(workshop, kit_source=source)


def _with(minutes: Minutes, variant: Variant, wanted: int) -> Minutes:
    name = {Variant.SHORT: "short", Variant.HALF: "half", Variant.FULL: "full"}[variant]
    return msgspec.structs.replace(minutes, **{name: wanted})


# Activities of one's own


def add_own_activity(
    store: Store,
    workshop_id: int,
    method: Method,
    *,
    title: str,
    question: str,
    minutes: int,
    after_id: int,
    answers: Sequence[str] = (),
    scale: Scale = Scale.LINE,
    by: str = "",
) -> Activity:
    """Add cards, a sort or a poll behind another activity, in the same stage of the agenda.

    `answers` are the columns of a sort (two or more), or the ends of a poll's line (low, high).
    Raises `InputError` for blanks, other methods, minutes that cannot be (1 to 480), and words in
    braces that nobody knows.
    """
    before = store.get(Activity, after_id)
    own_row(before, workshop_id, "activity")
    workshop = store.get(Workshop, workshop_id)
    kit = kit_of(workshop)
    if not 1 <= minutes <= _LONGEST:
        raise InputError(f"An activity lasts 1 to {_LONGEST} minutes. Nothing was changed.")
    made = ActivityDesign(
        key=_free_key(kit),
        stage=design.stage if (design := kit.activity(before.key)) else kit.stages[0].key,
        title="",
        method=method,
        minutes=Minutes(short=minutes, half=minutes, full=minutes),
        question="",
    )
    source = edit.with_activity(
        workshop.kit_source, _worded(made, title, question, answers, scale), before.key
    )
    with store.step("Add activity", workshop_id, by=by) as pen:
        pen.update(workshop, kit_source=source)
        activity = pen.insert(
            Activity(workshop_id=workshop_id, key=made.key, minutes_planned=minutes)
        )
        return pen.place(activity, after=before, among=store.all(Activity, workshop_id))


def change_own_activity(
    store: Store,
    activity_id: int,
    *,
    title: str,
    question: str,
    answers: Sequence[str] = (),
    scale: Scale = Scale.LINE,
    by: str = "",
) -> None:
    """Word an activity of one's own anew; its method stays, and what the room wrote in it.

    A column that is renamed keeps its cards; those of one that is gone are unsorted again. Raises
    `RuleError` for an activity of the kit itself, and for another scale once votes were cast.
    """
    activity = store.get(Activity, activity_id)
    workshop = store.get(Workshop, activity.workshop_id)
    design = design_of(store, activity)
    if not is_own(activity):
        raise RuleError("This activity belongs to the kit. Nothing was changed.")
    voted = any(one.activity_id == activity.id for one in store.all(Poll, workshop.id))
    if voted and design.poll is not None and design.poll.scale is not scale:
        raise RuleError("This was voted on; its scale stays. Nothing was changed.")
    source = edit.with_design(workshop.kit_source, _worded(design, title, question, answers, scale))
    with store.step("Change activity", workshop.id, by=by) as pen:
        pen.update(workshop, kit_source=source)


def remove_own_activity(store: Store, activity_id: int, *, by: str = "") -> None:
    """Take an activity of one's own out of the workshop, with all the room wrote in it.

    Raises `RuleError` for an activity of the kit itself, which is left out instead, and while it
    is the live one.
    """
    activity = store.get(Activity, activity_id)
    workshop = store.get(Workshop, activity.workshop_id)
    if not is_own(activity):
        raise RuleError("This activity belongs to the kit: leave it out instead.")
    if store.load(workshop.id).one(SceneRow).activity_id == activity.id:
        raise RuleError("The room is at this activity. Go on to another first.")
    source = edit.without_activity(workshop.kit_source, activity.key)
    with store.step("Remove activity", workshop.id, by=by) as pen:
        pen.delete(activity)
        pen.update(workshop, kit_source=source)


def is_own(activity: Activity) -> bool:
    """Tell whether an activity was added here, by its key."""
    return activity.key.startswith(_PREFIX)


def _free_key(kit: Kit) -> str:
    taken = {one.key for one in kit.activities} | {one.key for one in load_kit().activities}
    number = 1
    while f"{_PREFIX}{number}" in taken:
        number += 1
    return f"{_PREFIX}{number}"


def _worded(
    design: ActivityDesign, title: str, question: str, answers: Sequence[str], scale: Scale
) -> ActivityDesign:
    """Return a design with these words, and what its method needs beside them."""
    title, question = one_line(title), clean(question).strip()
    told = [said for one in answers if (said := one_line(one))]
    some_text(title, "Name the activity as the agenda should show it.")
    some_text(question, "Write the question that the room will see.")
    for text in (title, question, *told):
        for problem in text_problems(text):
            raise InputError(f"“{text}” {problem} Nothing was changed.")
    blocks: dict[str, CardsDesign | SortDesign | PollDesign]
    match design.method:
        case Method.CARDS:
            blocks = {"cards": CardsDesign(dots=True)}
        case Method.SORT:
            sort = SortDesign(buckets=_buckets(design.sort, told), dots=True)
            blocks = {"cards": CardsDesign(), "sort": sort}
        case Method.POLL:
            low, high = (*told, "", "")[:2]
            asked = (PollQuestion(key="vote", label=one_line(question)),)
            blocks = {"poll": PollDesign(scale=scale, questions=asked, low=low, high=high)}
        case _:
            raise InputError("An activity of your own is cards, a sort or a poll.")
    return msgspec.structs.replace(design, title=title, question=question, **blocks)


def _buckets(before: SortDesign | None, told: Sequence[str]) -> tuple[BucketDesign, ...]:
    """Return the columns of a sort; each keeps the value under which its cards are stored."""
    if len(set(told)) < 2 or len(set(told)) < len(told):
        raise InputError("A sort needs two columns or more, each with a name of its own.")
    former = before.buckets if before else ()
    values = {one.label: one.value for one in former if one.label in told}
    free = [one.value for one in former if one.label not in told]
    taken = {one.value for one in former}
    for label in told:
        if label not in values:
            values[label] = free.pop(0) if free else _free_value(label, taken)
            taken.add(values[label])
    return tuple(BucketDesign(value=values[one], label=one) for one in told)


def _free_value(label: str, taken: set[str]) -> str:
    value, number = label, 1
    while value in taken:
        number += 1
        value = f"{label} {number}"
    return value
