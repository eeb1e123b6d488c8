"""From the records to the three handouts: everything they say, before anything is laid out."""

from typing import Final

from crm_workshop.activities.own_agenda import is_own
from crm_workshop.activities.people import presence_gate
from crm_workshop.activities.schedule import Slot, ends, planned_minutes, schedule
from crm_workshop.activities.standing import executives_present, in_room
from crm_workshop.charter.dates import clock_time, long_date
from crm_workshop.charter.document import Bullets, Cell, Column, Hue, Paragraph, Quote, Table
from crm_workshop.handouts.came_in import came_in
from crm_workshop.handouts.document import Handout, HandoutBlock, Part, Ruled
from crm_workshop.handouts.forms import forms_of
from crm_workshop.handouts.staying import leaders_slots
from crm_workshop.kit.design import ActivityDesign, Kit
from crm_workshop.kit.words import Words, words_of
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import Activity, Workshop
from crm_workshop.text import one_line

#: Room to answer one line of the pre-work by hand.
_ANSWER: Final = 6


def prework(dossier: Dossier, kit: Kit) -> Handout:
    """Return the pre-work (0.2): one sheet for each person in the room, or one without a name."""
    say, workshop = words_of(dossier).say, dossier.workshop
    asked: list[HandoutBlock] = [Paragraph(say(kit.set_up.prework_intro), quiet=True)]
    for line in kit.set_up.prework:
        asked += [Quote(say(line)), Ruled(_ANSWER)]
    if workshop.facilitator.strip():
        asked.append(Paragraph(f"Bring it with you, or send it to {workshop.facilitator.strip()}."))
    names = [one.name for one in in_room(dossier)] or [""]
    parts = [
        Part(
            f"prework-{number}",
            "Before we meet",
            (*((Paragraph(name, "For"),) if name else (Paragraph("Name"), Ruled(1))), *asked),
            kicker=_occasion(dossier),
            hue="meaning",
        )
        for number, name in enumerate(names)
    ]
    return _handout(workshop, "Pre-work", "Read out without names", parts)


def worksheets(dossier: Dossier, kit: Kit) -> Handout:
    """Return blank sheets for every activity of the day, for rooms that prefer paper."""
    words = words_of(dossier)
    parts = []
    for slot in schedule(dossier, kit):
        design = kit.activity(slot.activity.key) if slot.activity else None
        if slot.activity is None or design is None:
            continue
        stage, hue = _stage(kit, design, words)
        note = (Paragraph(words.say(design.room_note), quiet=True),) if design.room_note else ()
        blocks = (Quote(words.say(design.question)), *note, *forms_of(design, dossier))
        parts.append(
            Part(
                f"sheet-{design.key}",
                slot.title,
                blocks,
                kicker=stage,
                number=_number(slot.activity),
                hue=hue,
            )
        )
    return _handout(dossier.workshop, "Worksheets", "", parts)


def run_sheet(dossier: Dossier, kit: Kit) -> Handout:
    """Return the facilitator's run sheet: the day by the clock, then each activity's script."""
    words = words_of(dossier)
    slots = schedule(dossier, kit)
    parts = [_day(dossier, kit, slots, words), *came_in(dossier, kit)]
    fresh = True
    for slot in slots:
        design = kit.activity(slot.activity.key) if slot.activity else None
        if slot.activity is None or design is None:
            continue
        parts.append(_script(dossier, kit, slot, design, slot.activity, words, fresh=fresh))
        fresh = False
    return _handout(
        dossier.workshop, "Run sheet", "For the facilitator alone, not for the room", parts
    )


def _day(dossier: Dossier, kit: Kit, slots: tuple[Slot, ...], words: Words) -> Part:
    """Return the first page of the run sheet: the day at a glance, and what to see to before."""
    workshop = dossier.workshop
    rows = tuple(
        (
            Cell(_clock(one, workshop)),
            Cell(str(one.minutes)),
            Cell(_number(one.activity) if one.activity else ""),
            Cell(one.title, strong=one.activity is not None),
        )
        for one in slots
    )
    columns = (
        Column("Begins", 2),
        Column("Minutes", 1.4, numeric=True),
        Column("", 1),
        Column("What", 9),
    )
    end = ends(dossier, kit)
    total = f"{planned_minutes(dossier, kit)} minutes with breaks."
    if end:
        total = f"Ends at {clock_time(end, workshop.locale)}. {total}"
    if kit.booking:
        total += f" The room is booked for {kit.booking.of(workshop.variant)}."
    blocks: list[HandoutBlock] = [Table(columns, rows), Paragraph(total, quiet=True)]
    gate = presence_gate(dossier)
    if gate:
        blocks.insert(0, Paragraph(words.say(gate), "Note"))
    blocks += _before(dossier, kit, words)
    return Part("day", "The day by the clock", tuple(blocks), kicker=_occasion(dossier))


def _before(dossier: Dossier, kit: Kit, words: Words) -> list[HandoutBlock]:
    """Return what is seen to before the day: who stays, what is taken home, the sponsor's call."""
    say, blocks = words.say, list[HandoutBlock]()
    stay = [f"{one.key} {one.title}" for one in leaders_slots(dossier, kit)]
    names = ", ".join(one.name for one in executives_present(dossier))
    if stay:
        blocks.append(Bullets(tuple(stay), say(kit.set_up.stay)))
        blocks.append(Paragraph(names or "nobody yet", "Executives in the room", quiet=True))
    held = {one.activity.id for one in schedule(dossier, kit) if one.activity}
    home = [one for one in dossier.all(Activity) if one.id not in held]
    if home:
        told = tuple(_taken_home(one, kit, dossier, words) for one in home)
        blocks.append(Bullets(told, say(kit.set_up.taken_home)))
    if kit.set_up.sponsor_call:
        blocks.append(Paragraph(say(kit.set_up.sponsor_call), "Before the day"))
    return blocks


def _taken_home(activity: Activity, kit: Kit, dossier: Dossier, words: Words) -> str:
    """Return what the day leaves out, why, and who finishes it by when."""
    design = kit.activity(activity.key)
    title = f"{_number(activity)} {words.say(design.title)}" if design else activity.key
    by, owner = activity.finish_by, one_line(activity.finish_owner)
    day = f"by {long_date(by, dossier.workshop.locale)}" if by else ""
    told = (one_line(activity.skipped_reason), " ".join(filter(None, (owner, day))))
    return ": ".join(filter(None, (title.strip(), " · ".join(filter(None, told)))))


def _number(activity: Activity) -> str:
    """Return the number of an activity; one that the kit did not bring has none."""
    return "" if is_own(activity) else activity.key


def _script(
    dossier: Dossier,
    kit: Kit,
    slot: Slot,
    design: ActivityDesign,
    activity: Activity,
    words: Words,
    *,
    fresh: bool,
) -> Part:
    """Return what the facilitator says and watches for in one activity."""
    say = words.say
    when = [_clock(slot, dossier.workshop), f"{slot.minutes} minutes", f"at least {design.least}"]
    told = (
        ("Say", say(design.say)),
        ("Watch for", say(design.watch)),
        ("Rescue", say(design.rescue)),
        ("Own note", activity.note),
    )
    blocks: list[HandoutBlock] = [
        Paragraph(" · ".join(filter(None, when)), quiet=True),
        Quote(say(design.question)),
    ]
    blocks += [Paragraph(text, lead) for lead, text in told if text.strip()]
    if design.leaders:
        blocks.append(Paragraph("An executive has to be in the room.", "Leaders"))
    _, hue = _stage(kit, design, words)
    key = f"run-{activity.id}"
    return Part(key, slot.title, tuple(blocks), number=_number(activity), hue=hue, fresh=fresh)


def _clock(slot: Slot, workshop: Workshop) -> str:
    return clock_time(slot.begins, workshop.locale) if slot.begins else ""


def _stage(kit: Kit, design: ActivityDesign, words: Words) -> tuple[str, Hue]:
    """Return the title and the hue of the stage an activity stands in."""
    stage = kit.stage(design.stage)
    if stage is None:
        return "", "close"
    hue: Hue = stage.hue  # type: ignore[assignment]  # validate.py holds it to kit.design.HUES
    return words.say(stage.title), hue


def _occasion(dossier: Dossier) -> str:
    """Return firm, day, hour and place on one line, as far as they are known."""
    workshop = dossier.workshop
    day = long_date(workshop.held_on, workshop.locale) if workshop.held_on else ""
    hour = clock_time(workshop.starts, workshop.locale) if workshop.starts else ""
    known = (workshop.firm, day, hour, workshop.place)
    return " · ".join(one.strip() for one in known if one.strip())


def _handout(workshop: Workshop, title: str, foot: str, parts: list[Part]) -> Handout:
    language = workshop.locale.value.replace("_", "-")
    return Handout(title, workshop.firm.strip(), foot, workshop.paper, language, tuple(parts))
