"""G0: without a leader in the room there is no charter (workshop.md 0.1; R62, R69)."""

from collections.abc import Iterator

from crm_workshop.activities.standing import executives_present
from crm_workshop.checks.case import Case
from crm_workshop.checks.finding import Finding, Level
from crm_workshop.model.workshop import Person


def find(case: Case) -> Iterator[Finding]:
    """Yield the gate's finding while no executive is in the room."""
    if executives_present(case.dossier):
        return
    known = any(one.is_exec for one in case.rows(Person))
    yield case.about_all(
        "G0",
        Level.STOP,
        Person.table,
        field="present",
        section="1",
        about="The room",
        title="No leader in the room.",
        sentence=case.words.say(case.kit.set_up.gate),
        question="When will one of the executives be here, and what waits until then?"
        if known
        else case.words.say("Who here can decide for the {firm}?"),
    )
