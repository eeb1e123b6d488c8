"""Polls on the room screen: counted, revealed, repeated."""

from dataclasses import replace

import pytest

from crm_workshop.live.parts import (
    Dots,
)
from crm_workshop.live.seen import (
    Alone,
)
from crm_workshop.live.views import View
from crm_workshop.model import capture
from crm_workshop.model.choices import (
    BallotState,
    Scale,
    Variant,
)
from tests.live.sample import dossier, poll, see


def test_a_poll_counts_until_it_is_revealed():
    view = see(dossier(*poll("2.3", 1, 4, revealed=False)), "2.3", View.RESULT)
    today, later = view.body.rows
    assert (today.status, later.status) == ("0 of 3 have voted", "2 of 3 have voted")
    assert later.dots == ()
    assert view.body.sentence == ""
    assert (view.body.low, view.body.high) == (
        "an address list",
        "how we choose, win and keep clients",
    )


def test_a_revealed_poll_tells_executives_apart_and_says_who_speaks():
    view = see(dossier(*poll("2.3", 2, 5, 2)), "2.3")
    later = view.body.rows[1]
    assert later.dots[1] == Dots(value=2, others=1, executives=1)
    assert later.dots[4] == Dots(value=5, others=0, executives=1)
    assert later.spread == 3
    assert view.body.sentence == (
        "In twelve months: 3 votes, spread 3. The lowest and the highest speak first."
    )


def test_a_narrow_poll_asks_nobody_to_speak():
    assert see(dossier(*poll("2.3", 3, 4, 4)), "2.3").body.sentence == (
        "In twelve months: 3 votes, spread 1."
    )


def test_a_second_round_hides_the_first():
    rows = (*poll("2.3", 1, 5, 1), *poll("2.3", 4, round=2, revealed=False))
    body = see(dossier(*rows), "2.3", View.RESULT).body
    assert body.rows[1].status == "Round 2: 1 of 3 have voted"
    assert body.rows[1].dots == ()
    assert body.sentence == ""
    again = (*poll("2.3", 1, 5, 1), *poll("2.3", 3, 5, 4, round=2))
    body = see(dossier(*again), "2.3", View.RESULT).body
    assert body.sentence == "In twelve months: 3 votes, spread 2."


@pytest.mark.parametrize(
    ("votes", "round", "sentence"),
    [
        ((1, 2, 4), 1, "Consent is reached."),
        ((1, 2, 5), 1, "Whoever is at 5 to 7 speaks first."),
        ((1, 2, 5), 2, "After two rounds the sponsor decides."),
    ],
)
def test_consent_is_said_with_its_rule_and_legend(votes, round, sentence):
    rows = poll("2.5", *votes, round=round, scale=Scale.GRADIENTS, question="definition")
    body = see(dossier(*rows), "2.5", View.RESULT).body
    assert body.sentence == sentence
    assert body.rule == "Consent is reached when everybody is at 4 or better."
    assert [one.text for one in body.legend][:2] == ["wholehearted", "minor point"]


def test_the_short_form_shows_fingers():
    body = see(dossier(variant=Variant.SHORT), "2.5", View.QUESTION).body
    assert body.values == (0, 1, 2, 3, 4, 5)
    rows = poll("2.5", 5, 2, 3, scale=Scale.FIST, question="definition")
    shown = see(dossier(*rows, variant=Variant.SHORT), "2.5", View.RESULT).body
    assert shown.sentence == "Whoever shows fewer than three fingers speaks first."


def test_who_did_not_vote_is_counted_apart():
    row, *votes = poll("2.3", 3, 4)
    votes[1] = replace(votes[1], state=BallotState.ABSTAINS, value=None)
    away = capture.Ballot(poll_id=row.id, person_id=4, state=BallotState.ABSENT)
    body = see(dossier(row, *votes, away), "2.3").body
    assert body.rows[1].status == "1 vote, 1 abstained, 1 not in yet, 1 absent"


def test_an_activity_without_a_poll_shows_its_question_alone():
    assert see(dossier(), "4.3", View.QUESTION).body == Alone()
