"""What must hold across a kit beyond the type of each key.

Every mistake is noted as one sentence with its path, so that one reading finds them all.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Final

import msgspec

from crm_workshop.kit.design import (
    HUES,
    SECTIONS,
    ActivityDesign,
    Kit,
    Method,
    Minutes,
    RecordDesign,
    SortDesign,
)
from crm_workshop.kit.reading import Problems, dotted
from crm_workshop.kit.words import PLACEHOLDERS
from crm_workshop.model.choices import Variant
from crm_workshop.model.dossier import RECORDS
from crm_workshop.model.fields import specs

#: What a method cannot do without: a block of the activity, and what to say if it is not there.
_NEEDS: Final[dict[Method, tuple[str, str]]] = {
    Method.CARDS: ("cards", "a cards activity needs its cards table"),
    Method.SORT: ("sort", "a sort activity needs its sort table"),
    Method.POLL: ("poll", "a poll activity needs its poll table"),
    Method.STATEMENT: ("poll", "a statement activity needs the poll that agrees to it"),
    Method.READ_BACK: ("poll", "a read-back needs the poll that closes it"),
    Method.REGISTER: ("records", "a register activity needs at least one of records"),
    Method.CHECKLIST: ("ticks", "a checklist needs at least one line in ticks"),
}
#: Keys that name things; every other text is read by people.
_IDENTIFIERS: Final = frozenset(
    {
        "key", "stage", "hue", "method", "feeds", "value", "subject", "cards_from", "ask_above",
        "scale", "short_scale", "record", "fields", "activity", "after",
    }
)  # fmt: skip
_MOST_MINUTES: Final = 480
_DAY: Final = 24 * 60
_BRACES: Final = re.compile(r"\{([^{}]*)\}|[{}]")


def note_problems(kit: Kit, place: Callable[[str], str], problems: Problems) -> None:
    """Note everything that does not hold; `place` gives the path of the activity with a key."""
    _note_frame(kit, problems)
    for activity in kit.activities:
        _note_activity(kit, activity, place(activity.key), problems)
    for path, text in frame_texts(kit):
        _note_text(path, text, problems)


def activity_texts(activity: ActivityDesign, path: str) -> Iterator[tuple[str, str]]:
    """Yield path and text of everything people read of one activity."""
    yield from _texts(activity, path)


def frame_texts(kit: Kit) -> Iterator[tuple[str, str]]:
    """Yield path and text of everything people read of a kit beside its activities."""
    yield "title", kit.title
    yield from _texts(kit.set_up, "set_up")
    for name, parts in (
        ("stages", kit.stages),
        ("pitfalls", kit.pitfalls),
        ("quotations", kit.quotations),
    ):
        for one in parts:
            yield from _texts(one, dotted(name, one.key))
    for number, pause in enumerate(kit.pauses, start=1):
        yield from _texts(pause, f"breaks[{number}]")


def _texts(value: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for number, one in enumerate(value, start=1):
            yield from _texts(one, f"{path}[{number}]")
    elif isinstance(value, msgspec.Struct):
        for field in msgspec.structs.fields(value):
            if field.name not in _IDENTIFIERS:
                yield from _texts(getattr(value, field.name), dotted(path, field.encode_name))


def _note_text(path: str, text: str, problems: Problems) -> None:
    for problem in text_problems(text):
        problems.add(path, problem)


def text_problems(text: str) -> Iterator[str]:
    """Yield what is wrong with the braces of a text, each as the rest of a sentence about it."""
    for found in _BRACES.finditer(text):
        if found[1] is None:
            yield f"has a “{found[0]}” without its other half."
        elif found[1] not in PLACEHOLDERS:
            yield f"holds {found[0]}, which is not a word of the vocabularies."


def _note_frame(kit: Kit, problems: Problems) -> None:
    for name in ("name", "title"):
        _note_line(getattr(kit, name), name, problems)
    _note_blank(kit.set_up.gate, "set_up.gate", problems)
    if kit.version < 1:
        problems.add("version", "should be 1 or more.")
    if not kit.activities:
        problems.add("activities", "should hold at least one activity.")
    _note_twice((one.key for one in kit.stages), "stages", problems)
    _note_twice((one.key for one in kit.activities), "activities", problems)
    _note_twice((one.key for one in kit.pitfalls), "pitfalls", problems)
    for stage in kit.stages:
        path = dotted("stages", stage.key)
        _note_line(stage.title, dotted(path, "title"), problems)
        if stage.hue not in HUES:
            problems.add(dotted(path, "hue"), f"should be one of {', '.join(HUES)}.")
    for pitfall in kit.pitfalls:
        _note_line(pitfall.name, dotted(dotted("pitfalls", pitfall.key), "name"), problems)
    _note_places(kit, problems)
    _note_booking(kit.booking, problems)


def _note_places(kit: Kit, problems: Problems) -> None:
    """Note quotations and breaks that stand at an activity which is not there."""
    for quotation in kit.quotations:
        if quotation.activity and kit.activity(quotation.activity) is None:
            path = dotted(dotted("quotations", quotation.key), "activity")
            problems.add(path, f"names “{quotation.activity}”, which is not on the agenda.")
    for number, pause in enumerate(kit.pauses, start=1):
        path = f"breaks[{number}]"
        _note_line(pause.title, f"{path}.title", problems)
        _note_minutes(pause.minutes, 1, f"{path}.minutes", problems)
        if kit.activity(pause.after) is None:
            problems.add(f"{path}.after", f"names “{pause.after}”, which is not on the agenda.")


def _note_booking(booking: Minutes | None, problems: Problems) -> None:
    for field in msgspec.structs.fields(booking) if booking else ():
        minutes = getattr(booking, field.name)
        if not 1 <= minutes <= _DAY:
            problems.add(f"booking.{field.name}", f"should be 1 to {_DAY} minutes, not {minutes}.")


def _note_activity(kit: Kit, activity: ActivityDesign, path: str, problems: Problems) -> None:
    for name in ("key", "title"):
        _note_line(getattr(activity, name), dotted(path, name), problems)
    _note_blank(activity.question, dotted(path, "question"), problems)
    if kit.stage(activity.stage) is None:
        known = ", ".join(one.key for one in kit.stages)
        problems.add(dotted(path, "stage"), f"should be one of {known}, not “{activity.stage}”.")
    if activity.least < 1:
        problems.add(dotted(path, "least"), "should be 1 minute or more.")
    if not 1 <= activity.priority <= 5:
        problems.add(dotted(path, "priority"), "should be 1 (cut last) to 5 (cut first).")
    if not any(activity.minutes.of(variant) for variant in Variant):
        problems.add(dotted(path, "minutes"), "leaves it out of every length; use leave_out.")
    _note_minutes(activity.minutes, activity.least, dotted(path, "minutes"), problems)
    need = _NEEDS.get(activity.method)
    if need and not getattr(activity, need[0]):
        problems.add(dotted(path, need[0]), f"is missing: {need[1]}.")
    for section in activity.feeds:
        if section not in SECTIONS:
            problems.add(
                dotted(path, "feeds"),
                f"names “{section}”; the charter’s sections are 2 to 14 and annex-a to annex-g.",
            )
    _note_blocks(kit, activity, path, problems)
    for where, text in activity_texts(activity, path):
        _note_text(where, text, problems)


def _note_minutes(minutes: Minutes, least: int, path: str, problems: Problems) -> None:
    for field in msgspec.structs.fields(minutes):
        planned = getattr(minutes, field.name)
        if not 0 <= planned <= _MOST_MINUTES:
            problems.add(dotted(path, field.name), f"should be 0 to {_MOST_MINUTES}.")
        elif 0 < planned < least:
            problems.add(
                dotted(path, field.name),
                f"should be 0 (left out) or at least the {least} that least asks for, "
                f"not {planned}.",
            )


def _note_blocks(kit: Kit, activity: ActivityDesign, path: str, problems: Problems) -> None:
    if activity.cards and activity.cards.write_minutes < 1:
        problems.add(f"{path}.cards.write_minutes", "should be 1 or more.")
    if activity.sort:
        _note_sort(kit, activity, activity.sort, dotted(path, "sort"), problems)
    if activity.poll:
        where = f"{path}.poll.questions"
        _note_twice((one.key for one in activity.poll.questions), where, problems)
        if not activity.poll.questions:
            problems.add(where, "should hold at least one question.")
        for number, question in enumerate(activity.poll.questions, start=1):
            _note_line(question.key, f"{where}[{number}].key", problems)
            _note_line(question.label, f"{where}[{number}].label", problems)
    for number, record in enumerate(activity.records, start=1):
        _note_record(record, f"{path}.records[{number}]", problems)
    for number, tick in enumerate(activity.ticks, start=1):
        _note_blank(tick, f"{path}.ticks[{number}]", problems)


def _note_sort(
    kit: Kit, activity: ActivityDesign, sort: SortDesign, path: str, problems: Problems
) -> None:
    values = [bucket.value for bucket in sort.buckets]
    if sort.subject != "card":
        if values:
            problems.add(f"{path}.buckets", f"should be left out: a {sort.subject} has its own.")
        if all(one.record != sort.subject for one in activity.records):
            problems.add(f"{path}.subject", f"needs {sort.subject} among the activity’s records.")
        return
    if len(values) < 2:
        problems.add(f"{path}.buckets", "should hold two buckets or more.")
    _note_twice(values, f"{path}.buckets", problems)
    for number, bucket in enumerate(sort.buckets, start=1):
        _note_line(bucket.value, f"{path}.buckets[{number}].value", problems)
        _note_line(bucket.label, f"{path}.buckets[{number}].label", problems)
    source = kit.activity(sort.cards_from)
    if sort.cards_from and (source is None or source.cards is None):
        problems.add(
            f"{path}.cards_from", f"names “{sort.cards_from}”, which is no cards activity here."
        )
    if not sort.cards_from and activity.cards is None:
        problems.add(path, "has nothing to sort: give cards_from, or a cards table beside it.")
    if sort.ask_above and sort.ask_above not in values:
        problems.add(f"{path}.ask_above", f"names “{sort.ask_above}”, which is no bucket.")
    if bool(sort.ask_above) != bool(sort.ask):
        problems.add(f"{path}.ask", "and ask_above belong together: give both or neither.")


def _note_record(record: RecordDesign, path: str, problems: Problems) -> None:
    if record.record not in RECORDS:
        known = ", ".join(RECORDS)
        problems.add(f"{path}.record", f"should be one of {known}, not “{record.record}”.")
        return
    known_fields = [one.name for one in specs(RECORDS[record.record])]
    for field in record.fields:
        if field not in known_fields:
            problems.add(
                f"{path}.fields",
                f"names “{field}”; a {record.record} has {', '.join(known_fields)}.",
            )
    _note_twice(record.fields, f"{path}.fields", problems)
    if record.rows and not 0 <= record.rows[0] <= record.rows[1]:
        problems.add(f"{path}.rows", "should be the fewest and then the most rows.")


def _note_blank(text: str, path: str, problems: Problems) -> None:
    if not text.strip():
        problems.add(path, "should not be empty.")


def _note_line(text: str, path: str, problems: Problems) -> None:
    """Note what stands as a name on one line of the screen or the page, and cannot."""
    _note_blank(text, path, problems)
    if text.strip() and "\n" in text:
        problems.add(path, "should be on one line.")


def _note_twice(keys: Iterable[str], path: str, problems: Problems) -> None:
    for key, count in Counter(keys).items():
        if count > 1:
            problems.add(path, f"names “{key}” {count} times; each stands once.")
