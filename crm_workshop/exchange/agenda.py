"""The agenda of an imported workshop: what the file says of it, laid over its kit's."""

from collections.abc import Collection
from dataclasses import replace

from msgspec import structs

from crm_workshop.kit.design import ActivityDesign, Kit, RecordDesign
from crm_workshop.model.dossier import RECORDS, Dossier
from crm_workshop.model.success import Pitfall
from crm_workshop.model.workshop import Activity


def fill_minutes(dossier: Dossier, kit: Kit, unsaid: Collection[int]) -> Dossier:
    """Return the dossier with the kit's minutes for the activities whose ids are in `unsaid`."""
    planned = {one.key: one.minutes.of(dossier.workshop.variant) for one in kit.activities}
    activities = tuple(
        replace(one, minutes_planned=planned[one.key]) if one.id in unsaid else one
        for one in dossier.all(Activity)
    )
    return Dossier(dossier.workshop, dossier.rows | {Activity: activities})


def lay_over(dossier: Dossier, kit: Kit) -> Dossier:
    """Return the dossier with the whole agenda of its kit.

    Activities that the dossier has keep their order among one another, those of the kit that it
    does not have stand at their usual place with their usual minutes.
    """
    said = {one.key for one in dossier.all(Activity)}
    following = iter(dossier.all(Activity))
    fresh = max((one.id for one in dossier.all(Activity)), default=0)
    agenda = []
    for place, design in enumerate(kit.activities, start=1):
        if design.key in said:
            one = next(following)
        else:
            fresh += 1
            minutes = design.minutes.of(dossier.workshop.variant)
            one = Activity(id=fresh, key=design.key, minutes_planned=minutes)
        agenda.append(replace(one, workshop_id=dossier.workshop.id, position=float(place)))
    return Dossier(dossier.workshop, dossier.rows | {Activity: tuple(agenda)})


def unsaid_part(kit: Kit, dossier: Dossier) -> Kit:
    """Return what is left of a kit beside a file: no activity and no list of which it speaks.

    A list is left if the file has no row of it and does not mention the activity that asks for it:
    the room may have emptied it there.
    """
    said = {one.key for one in dossier.all(Activity)}
    activities = tuple(
        structs.replace(design, records=_empty_lists(design, dossier))
        for design in kit.activities
        if design.key not in said
    )
    asked = {one.record for design in activities for one in design.records}
    pitfalls = kit.pitfalls if Pitfall.table in asked else ()
    return structs.replace(kit, activities=activities, pitfalls=pitfalls)


def _empty_lists(design: ActivityDesign, dossier: Dossier) -> tuple[RecordDesign, ...]:
    """Return the tables of an activity of which the dossier has no row."""
    return tuple(one for one in design.records if not dossier.all(RECORDS[one.record]))
