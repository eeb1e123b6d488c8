"""Where a record is written: which activity has it on its table."""

from typing import Final

from crm_workshop.kit.design import ActivityDesign, Kit, Method
from crm_workshop.model.dossier import BY_TABLE, Dossier
from crm_workshop.model.workshop import Activity

#: What a method writes beside the records that the kit names for an activity, by table name.
_WRITTEN: Final[dict[Method, frozenset[str]]] = {
    Method.CARDS: frozenset({"card", "theme"}),
    Method.SORT: frozenset({"card"}),
    Method.POLL: frozenset({"poll"}),
    Method.REGISTER: frozenset(),
    Method.STATEMENT: frozenset({"draft", "definition", "poll", "reservation"}),
    Method.CHECKLIST: frozenset({"opening"}),
    Method.READ_BACK: frozenset({"poll", "reservation"}),
    Method.SIGN: frozenset({"signature", "review", "governance"}),
}


def tables_written(design: ActivityDesign) -> frozenset[str]:
    """Return the tables that an activity of this design writes."""
    return _WRITTEN[design.method] | {one.record for one in design.records}


def is_written(kit: Kit, design: ActivityDesign, table: str, field: str) -> bool:
    """Tell whether an activity of this design writes a field of a table, or without one its rows.

    Where one activity writes whole rows, another that asks for a field of them writes only that.
    """
    if table in _WRITTEN[design.method]:
        return True
    if field:
        return _asks(design, table, field)
    wholly = any(table in _WRITTEN[one.method] for one in kit.activities)
    return table in tables_written(design) and not wholly


def activity_of(
    dossier: Dossier, kit: Kit, table: str, row_id: int = 0, field: str = ""
) -> Activity | None:
    """Return the activity in which a record is written, or one of its type where row is 0.

    A row that names its activity is written there. Of several that could, it is the first that
    asks for the field, else the first on the agenda. None for what is written before the day, such
    as people.
    """
    if table == Activity.table:
        return dossier.get(Activity, row_id)
    record = BY_TABLE.get(table)
    row = dossier.get(record, row_id) if record and row_id else None
    named = dossier.get(Activity, getattr(row, "activity_id", None)) if row else None
    if named is not None:
        return named
    writing = [
        (activity, design)
        for activity in dossier.all(Activity)
        if (design := kit.activity(activity.key)) and table in tables_written(design)
    ]
    asking = [activity for activity, design in writing if _asks(design, table, field)]
    return next(iter(asking), writing[0][0] if writing else None)


def _asks(design: ActivityDesign, table: str, field: str) -> bool:
    """Tell whether an activity asks for a field of a record: those that are named, or all."""
    return any(
        one.record == table and (not one.fields or field in one.fields) for one in design.records
    )
