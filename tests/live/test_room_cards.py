"""Cards on the room screen: hidden, revealed, under themes, in buckets, with dots."""

from dataclasses import replace

from crm_workshop.live.parts import (
    Bucket,
    CardSeen,
    Theme,
)
from crm_workshop.live.views import View
from crm_workshop.model import capture
from tests.live.sample import IDS, dossier, see


def cards(*texts, **fields):
    return [
        capture.Card(activity_id=IDS["2.1"], text=one, revealed=True, position=n, **fields)
        for n, one in enumerate(texts)
    ]


def test_hidden_cards_are_only_counted():
    hidden = [replace(one, revealed=False) for one in cards("a", "b")]
    assert see(dossier(*hidden), "2.1").body.status == "2 cards written"
    mixed = see(dossier(*cards("open"), *hidden), "2.1", View.CARDS).body
    assert mixed.cards == (CardSeen(text="open"),)
    assert mixed.status == "2 cards are still hidden"


def test_themes_gather_cards_and_the_rest_comes_last():
    theme = capture.Theme(id=1, activity_id=IDS["2.1"], name="Ring first")
    empty = capture.Theme(id=2, activity_id=IDS["2.1"], name="Nobody yet")
    found = dossier(theme, empty, *cards("call", theme_id=1), *cards("list"))
    body = see(found, "2.1", View.THEMES).body
    assert body.themes == (
        Theme(name="Ring first", cards=(CardSeen(text="call"),)),
        Theme(name="", cards=(CardSeen(text="list"),)),
    )


def test_buckets_have_shares_of_what_is_sorted():
    body = see(
        dossier(*cards("a", "b", bucket="people"), *cards("c", bucket="technology"), *cards("new")),
        "2.2",
    ).body
    assert body.buckets[0] == Bucket(
        label="People", cards=(CardSeen(text="a"), CardSeen(text="b")), share=67
    )
    assert [one.share for one in body.buckets] == [67, 0, 33]
    assert body.waiting == (CardSeen(text="new"),)
    assert body.status == "1 still to be sorted"


def test_dots_are_counted_by_who_has_given_and_ranked_once_revealed():
    dots = [
        capture.Dot(activity_id=IDS["2.2"], person_id=1, card_id=2, count=3),
        capture.Dot(activity_id=IDS["2.2"], person_id=2, card_id=1, count=1),
    ]
    rows = [replace(one, id=n) for n, one in enumerate(cards("a", "b", "c"), 1)]
    body = see(dossier(*rows, *dots), "2.2", View.DOTS).body
    assert body.cards == tuple(CardSeen(text=one) for one in "abc")
    assert body.status == "2 of 3 have given their dots"
    shown = capture.DotRound(activity_id=IDS["2.2"], revealed=True)
    body = see(dossier(*rows, *dots, shown), "2.2", View.DOTS).body
    assert [(one.text, one.dots) for one in body.cards] == [("b", 3), ("a", 1), ("c", 0)]
    assert body.status == "4 dots"


def test_dots_of_a_card_merged_while_hidden_count_for_the_one_that_speaks():
    kept, merged = cards("kept", "merged")
    rows = [replace(kept, id=1), replace(merged, id=2, revealed=False, merged_into_id=1)]
    dot = capture.Dot(activity_id=IDS["2.2"], person_id=1, card_id=2, count=3)
    shown = capture.DotRound(activity_id=IDS["2.2"], revealed=True)
    body = see(dossier(*rows, dot, shown), "2.2", View.DOTS).body
    assert body.cards == (CardSeen(text="kept", dots=3),)
