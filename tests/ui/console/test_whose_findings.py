"""Under an activity stand the findings of what it writes, not of its records' other fields."""

from tests.ui.console.conftest import RUNNING, Opener
from ui.console.work import findings_of


def test_a_field_that_is_asked_elsewhere_is_found_wanting_there(console: Opener) -> None:
    session = console(RUNNING, shown=False).session

    def fields(key: str) -> set[str]:
        activity = session.dossier.activity(key)
        assert activity is not None
        found = findings_of(session, activity)
        return {one.field for one in found if one.table == "governance"}

    assert "escalate_to" in fields("8.2")
    assert not fields("5.1")
