"""The annexes: people, cards, leftovers, exceptions, the log and the sources."""

from datetime import time
from typing import Any

from crm_workshop.charter.document import LogForm, Paragraph
from crm_workshop.checks import Finding, Level
from crm_workshop.model.base import Row
from crm_workshop.model.capture import Card, Dot, DotRound, ParkedItem, Theme
from crm_workshop.model.choices import Destination, Locale, Presence
from crm_workshop.model.workshop import Acceptance, Person
from tests.charter.dossiers import (
    COLLEAGUE,
    activity_id,
    blocks_of,
    cells,
    charter,
    said,
    section,
    table,
)

CARDS = activity_id("2.1")
SORT = activity_id("2.2")


def card(number: int, text: str, **more: Any) -> Card:
    return Card(id=number, activity_id=CARDS, text=text, revealed=True, **more)


def test_participants_and_the_occasion() -> None:
    rows = [
        COLLEAGUE,
        Person(id=3, name="T. Lane", votes=False, has_left=True, present=Presence.PART),
    ]
    made = section(charter(*rows, starts=time(9, 30), place="The old library"), "annex-a")
    assert cells(table(made, "Participants")) == [
        ["R. Okafor", "Managing partner", "Sponsor · Executive", "Present"],
        ["P. Nair", "Business development manager", "", "Present"],
        ["T. Lane", "", "Has left the firm · Does not vote", "Part of the time"],
    ]
    told = blocks_of(made, Paragraph)[0].text
    assert told == ("21 November 2026, 09:30, The old library. Half-day. Facilitator: I. Halloran.")
    us = section(charter(starts=time(14, 5), locale=Locale.US), "annex-a")
    assert "November 21, 2026, 2:05\N{NARROW NO-BREAK SPACE}PM" in said(us)


def test_cards_stand_by_bucket_and_theme_with_their_dots() -> None:
    rows: list[Row] = [
        Theme(id=1, activity_id=CARDS, name="Ask once"),
        Theme(id=2, activity_id=CARDS, name="Ring first"),
        card(1, "one list", bucket="technology"),
        card(2, "ring back", bucket="people", theme_id=2),
        card(3, "remember", bucket="people", theme_id=1),
        card(4, "ring  first", merged_into_id=2),
        card(5, "listen", bucket="people", theme_id=2),
        card(6, "lunch", parked=True),
        DotRound(id=1, activity_id=SORT, revealed=True),
        Dot(id=1, activity_id=SORT, card_id=4, count=2),
        Dot(id=2, activity_id=SORT, card_id=5, count=3),
    ]
    made = section(charter(*rows), "annex-b")
    held = table(made, "Silent definitions")
    assert [one.title for one in held.columns] == ["Card", "About", "Theme", "Dots"]
    assert cells(held) == [
        ["remember", "People", "Ask once", ""],
        ["listen", "People", "Ring first", "3"],
        ["ring back", "People", "Ring first", "2"],
        ["one list", "Technology", "", ""],
        ["lunch", "", "", ""],
    ]
    assert [row[0].note for row in held.rows] == ["", "", "With “ring first”", "", "Parked"]
    (share,) = blocks_of(made, Paragraph)
    assert share.lead == "4 sorted"
    assert share.text.replace("\N{NO-BREAK SPACE}", " ") == "People 3 (75 %) · Technology 1 (25 %)."


def test_cards_without_sorting_or_dots_have_one_column() -> None:
    made = section(charter(card(1, "alone"), DotRound(activity_id=SORT)), "annex-b")
    assert [one.title for one in table(made, "Silent definitions").columns] == ["Card"]


def test_cards_of_an_activity_that_feeds_nothing_are_left_out() -> None:
    warm_up = Card(id=1, activity_id=activity_id("4.1"), text="Sends an e-mail", revealed=True)
    assert "Sends an e-mail" not in said(charter(warm_up))


def test_parked_items_say_where_each_went() -> None:
    rows = (
        ParkedItem(
            id=1, text="Cards", raised_by="P. Nair", goes_to=Destination.NOT_NOW, person="K"
        ),
        ParkedItem(id=2, text="Phones"),
        card(1, "lunch", parked=True),
    )
    made = section(charter(*rows), "annex-d")
    assert cells(table(made)) == [
        ["Cards", "P. Nair", "Not now", "K"],
        ["Phones", "", "Not settled", ""],
    ]
    assert cells(table(made, "Cards that were parked")) == [["lunch"]]
    assert "Nothing was parked." in said(section(charter(), "annex-d"))


def test_accepted_exceptions_stand_with_their_reasons() -> None:
    finding = Finding(
        id="W1",
        level=Level.WARN,
        table="win",
        row_id=2,
        title="Far off.",
        sentence="It is more than 90 days away.",
        question="What is there by then?",
        about="Property",
        accepted="The rent reviews are in April",
    )
    accepted = Acceptance(id=1, finding=finding.key, reason=finding.accepted, by="R. Okafor")
    made = section(charter(accepted, findings=(finding,)), "annex-e")
    assert cells(table(made)) == [["Property", "The rent reviews are in April", "R. Okafor"]]
    assert table(made).rows[0][0].note == "It is more than 90 days away."
    assert "No exception was made." in said(section(charter(), "annex-e"))


def test_warnings_that_nobody_accepted_are_not_called_settled() -> None:
    open_still = Finding(
        id="T3",
        level=Level.WARN,
        table="release_item",
        title="Nothing is left out.",
        sentence="The not-now list is empty.",
        question="What are we willing to leave?",
        about="Not now",
    )
    told = said(section(charter(findings=(open_still,)), "annex-e"))
    assert "Neither mended nor accepted" in told
    assert "Not now: The not-now list is empty." in told
    assert "No exception was made." not in told


def test_the_review_log_is_blank() -> None:
    (form,) = blocks_of(section(charter(), "annex-f"), LogForm)
    assert form.columns[1:4] == ("Promised", "Seen", "Decided")
    assert form.rows > 0


def test_only_figures_that_may_leave_the_room_are_quoted_with_their_source() -> None:
    made = charter()
    text = said(made)
    assert "28 %" in text
    assert "A survey of firms" in text
    assert "50 %" not in text
    assert "80 %" not in text
