"""Random sequences of operations: whatever was done or refused, undo and redo always come back."""

from collections.abc import Callable
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crm_workshop.activities import (
    agenda,
    cards,
    checklist,
    dots,
    parking,
    people,
    polls,
    questions,
    register,
    reservations,
    sign,
    sort,
    statement,
    workshops,
)
from crm_workshop.activities.pasting import paste_rows
from crm_workshop.errors import WorkshopError
from crm_workshop.model.base import Row
from crm_workshop.model.capture import Card, Draft, ParkedItem, Poll, Reservation, Theme
from crm_workshop.model.choices import BallotState, Destination, Presence, Sector, Variant
from crm_workshop.model.meaning import ExperienceStep
from crm_workshop.model.success import Measure, Pitfall
from crm_workshop.model.workshop import Activity, Person, Tick
from tests.activities.hall import Hall


class Dice:
    """One throw: which row of a type, which text and number an operation gets."""

    def __init__(self, hall: Hall, number: int, text: str) -> None:
        self.hall, self.store, self.workshop = hall, hall.store, hall.id
        self.number, self.text = number, text

    def a(self, record: type[Row], more: int = 0) -> int:
        """Return the id of a row, of one that does not exist if there is none."""
        rows = self.store.all(record, self.workshop)
        return rows[(self.number + more) % len(rows)].id if rows else 999

    def card(self, more: int = 0) -> int:
        """Return the id of a card that the room wrote."""
        rows = self.hall.dossier().of(Card, self.hall.activity("2.1").id)
        return rows[(self.number + more) % len(rows)].id if rows else 999

    def key(self, *keys: str) -> int:
        """Return the id of one of the agenda's activities."""
        return self.hall.activity(keys[self.number % len(keys)]).id

    def one(self, *options: object) -> object:
        return options[self.number % len(options)]


DAY = date(2027, 1, 14)
TABLE: list[Callable[[Dice], object]] = [
    lambda d: people.add_person(
        d.store, d.workshop, f"P{d.number}{d.text}", is_exec=d.number % 2 == 0, signs=True
    ),
    lambda d: people.update_person(d.store, d.a(Person), name=d.text, is_sponsor=True),
    lambda d: people.set_presence(d.store, d.a(Person), [*Presence][d.number % 4]),
    lambda d: people.remove_person(d.store, d.a(Person)),
    lambda d: agenda.skip_activity(d.store, d.a(Activity), d.text),
    lambda d: agenda.unskip_activity(d.store, d.a(Activity)),
    lambda d: agenda.leave_out_activity(d.store, d.a(Activity)),
    lambda d: agenda.put_back_activity(d.store, d.a(Activity)),
    lambda d: agenda.move_activity(d.store, d.a(Activity), d.a(Activity, 3)),
    lambda d: cards.paste_cards(d.store, d.key("2.1", "7.1"), f"one\n{d.text}\nthree"),
    lambda d: cards.edit_card(d.store, d.card(), d.text),
    lambda d: cards.move_card(d.store, d.card(), d.card(1)),
    lambda d: cards.merge_cards(d.store, d.card(), [d.card(1), d.card(2)]),
    lambda d: cards.unmerge_card(d.store, d.card()),
    lambda d: cards.delete_card(d.store, d.card()),
    lambda d: cards.reveal_all(d.store, d.key("2.1", "4.1"), d.number % 2 == 0),
    lambda d: cards.add_theme(d.store, d.key("2.2"), d.text),
    lambda d: cards.put_in_theme(d.store, [d.card(), d.card(1)], d.a(Theme)),
    lambda d: cards.delete_theme(d.store, d.a(Theme)),
    lambda d: cards.park_card(d.store, d.card()),
    lambda d: cards.unpark_card(d.store, d.card()),
    lambda d: sort.put_in_bucket(d.store, d.key("2.2"), [d.card()], "technology"),
    lambda d: dots.give_dots(d.store, d.key("2.2"), d.card(), 2, person_id=d.a(Person)),
    lambda d: dots.give_dots(d.store, d.key("2.4"), d.a(ExperienceStep)),
    lambda d: dots.clear_dots(d.store, d.key("2.2", "2.4"), None),
    lambda d: dots.reveal_dots(d.store, d.key("2.2", "2.4"), force=d.number % 2 == 0),
    lambda d: dots.hide_dots(d.store, d.key("2.2", "2.4")),
    lambda d: polls.open_poll(d.store, d.key("2.5", "8.1")),
    lambda d: polls.cast(d.store, d.a(Poll), d.a(Person), d.number % 9),
    lambda d: polls.mark(d.store, d.a(Poll), d.a(Person), [*BallotState][d.number % 5]),
    lambda d: polls.tally(d.store, d.a(Poll), d.number % 7 + 1, d.number % 3),
    lambda d: polls.reveal_poll(d.store, d.a(Poll)),
    lambda d: polls.hide_poll(d.store, d.a(Poll)),
    lambda d: polls.second_round(d.store, d.a(Poll)),
    lambda d: questions.vote(d.store, d.key("2.3"), "today", d.a(Person), d.number % 5 + 1),
    lambda d: questions.welcome(d.store, d.key("2.3", "8.1"), d.a(Person)),
    lambda d: questions.reveal_votes(d.store, d.key("2.3", "8.1")),
    lambda d: questions.hide_votes(d.store, d.key("2.3", "8.1")),
    lambda d: questions.ask_again(d.store, d.key("2.3"), "later"),
    lambda d: statement.write_draft(d.store, d.key("2.5"), d.text),
    lambda d: statement.edit_draft(d.store, d.a(Draft), d.text),
    lambda d: statement.decide(d.store, d.key("2.5"), d.a(Draft), {"A. Arden": d.text}),
    lambda d: reservations.add_reservation(d.store, d.key("8.1"), "A. Arden", d.text),
    lambda d: reservations.remove_reservation(d.store, d.a(Reservation)),
    lambda d: cards.set_author(d.store, d.a(Card), d.text),
    lambda d: statement.set_author(d.store, d.a(Draft), d.text),
    lambda d: register.add_row(
        d.store, d.workshop, Measure, {"owner": d.text, "serves": "first call"}, add_missing=True
    ),
    lambda d: register.set_field(d.store, Measure, d.a(Measure), "by", d.one("14/1/27", d.text)),
    lambda d: register.set_field(d.store, ExperienceStep, d.a(ExperienceStep), "step", d.text),
    lambda d: paste_rows(d.store, d.workshop, Measure, f"{d.text}\nb\tuse"),
    lambda d: register.duplicate_row(d.store, Measure, d.a(Measure)),
    lambda d: register.move_row(d.store, Measure, d.a(Measure), None),
    lambda d: register.delete_row(d.store, Measure, d.a(Measure)),
    lambda d: checklist.tick(d.store, d.a(Tick), d.number % 2 == 0),
    lambda d: checklist.rate_pitfall(d.store, d.a(Pitfall), d.number % 7),
    lambda d: sign.sign(d.store, d.a(Person), DAY),
    lambda d: sign.sign_later(d.store, d.a(Person), DAY, d.text),
    lambda d: parking.park(d.store, d.workshop, d.text),
    lambda d: parking.send_to(d.store, d.a(ParkedItem), [*Destination][d.number % 4]),
    lambda d: parking.it_project_call(d.store, d.workshop, 1 - d.number % 3),
    lambda d: workshops.set_word(d.store, d.workshop, "work", d.text),
    lambda d: workshops.reset_word(d.store, d.workshop, "work"),
    lambda d: workshops.choose_variant(d.store, d.workshop, [*Variant][d.number % 3]),
    lambda d: workshops.update_workshop(d.store, d.workshop, sector=[*Sector][d.number % 5]),
]

THROWS = st.lists(
    st.tuples(
        st.sampled_from(TABLE),
        st.integers(0, 20),
        st.sampled_from(["", "A. Arden", "A. Arden", "First call", "x\n- y\t\ud800", "14/1/27"]),
        st.sampled_from([0, 5, 61]),
    ),
    min_size=10,
    max_size=60,
)


def prepare(hall: Hall) -> None:
    """Bring in people, cards, a wording, open polls and rows, so that little is out of reach."""
    hall.person("A. Arden", is_exec=True, is_sponsor=True, signs=True)
    hall.person("B. Bell", signs=True)
    hall.person("C. Cole")
    cards.paste_cards(hall.store, hall.activity("2.1").id, "one\ntwo\nthree\nfour")
    cards.add_theme(hall.store, hall.activity("2.2").id, "Pace")
    statement.write_draft(hall.store, hall.activity("2.5").id, "CRM is how we listen.")
    polls.open_poll(hall.store, hall.activity("2.5").id)
    poll = polls.open_poll(hall.store, hall.activity("8.1").id)
    polls.tally(hall.store, poll.id, 5, 1)
    paste_rows(hall.store, hall.id, Measure, "Calls\tuse\nLetters\tresult")
    parking.park(hall.store, hall.id, "Parking for visitors")


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(THROWS)
def test_undo_all_and_redo_all_come_back(
    throws: list[tuple[Callable[[Dice], object], int, str, int]],
) -> None:
    hall = Hall()
    start = hall.dossier()
    prepare(hall)
    for act, number, text, seconds in throws:
        hall.wait(seconds)
        before = hall.dossier()
        try:
            act(Dice(hall, number, text))
        except WorkshopError:
            assert hall.dossier() == before
    end = hall.dossier()
    while hall.store.undo(hall.id):
        pass
    assert hall.dossier() == start
    while hall.store.redo(hall.id):
        pass
    assert hall.dossier() == end
