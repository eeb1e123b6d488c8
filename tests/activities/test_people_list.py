"""Lists of people from elsewhere: whatever parts, quotes and encodes them, and told what is not."""

import codecs
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_workshop.activities.paste import as_cells
from crm_workshop.activities.people_list import MOST, paste_people, rows_of
from crm_workshop.activities.sheets import LARGEST, sheet_text
from crm_workshop.errors import InputError
from crm_workshop.model.choices import Presence, Sector
from crm_workshop.model.fields import specs
from crm_workshop.model.workshop import Person
from crm_workshop.text import fold, one_line
from tests.activities.hall import Hall
from tests.strategies import any_text

#: Thirty people as a firm keeps them: quotes, tabs, umlauts, and two who are there twice.
THIRTY = "\r\n".join(
    [
        "Department\tRole\tName\tExecutive\tSigns\tIn the room",
        'Board\t"Managing ""first"" partner"\tJürgen Öhlmann\tx\tx\tPresent',
        'Board\t"Partner,\tlitigation"\tZoë Ångström\tX\t\tpart of the time',
        "Service\tClerk\tJürgen  öhlmann\t\t\t",
        *(f"Service\tFee earner {n}\tPerson Número {n}\t\tx\tyes" for n in range(1, 27)),
        "Service\tFee earner\tPerson Número 7\t\t\tno",
        "IT\tAnalyst\tŁukasz Ďurica\tperhaps\t\tno",
        "IT\tAnalyst\t\t\t\t",
        "",
    ]
)


def names(hall: Hall) -> list[str]:
    return [one.name for one in hall.dossier().all(Person)]


def test_a_list_of_names_and_roles_is_one_step(hall: Hall) -> None:
    pasted = hall.does(
        lambda: paste_people(hall.store, hall.id, "A. Arden\tPartner\r\nB. Bell\n\n")
    )
    assert [(one.name, one.role) for one in pasted.added] == [
        ("A. Arden", "Partner"),
        ("B. Bell", ""),
    ]
    assert pasted.sentence == "Added 2 people."
    hall.refuses(InputError, "no names", lambda: paste_people(hall.store, hall.id, " \n"))


def test_who_is_there_already_stays_as_they_are(hall: Hall) -> None:
    hall.person("A. Arden", role="Partner")
    pasted = hall.does(
        lambda: paste_people(hall.store, hall.id, "a.  ARDEN\tClerk\nC. Cole\nC. COLE")
    )
    assert [(one.name, one.role) for one in hall.dossier().all(Person)] == [
        ("A. Arden", "Partner"),
        ("C. Cole", ""),
    ]
    assert pasted.sentence == (
        "Added 1 person. Already in the register and left as they are: A. Arden. More than once in "
        "the list and taken once: C. COLE."
    )
    before = hall.store.undo_name(hall.id)
    assert paste_people(hall.store, hall.id, "C. Cole").sentence.startswith("Nobody was added.")
    assert hall.store.undo_name(hall.id) == before


def test_thirty_people_with_quotes_tabs_umlauts_and_duplicates(hall: Hall) -> None:
    pasted = hall.does(lambda: paste_people(hall.store, hall.id, THIRTY))
    first, second, *others, last = pasted.added
    assert len(pasted.added) == 29
    assert (first.name, first.role) == ("Jürgen Öhlmann", 'Managing "first" partner')
    assert (first.is_exec, first.signs, first.present) == (True, True, Presence.YES)
    assert (second.role, second.present) == ("Partner, litigation", Presence.PART)
    assert all(one.signs and not one.is_exec and one.votes for one in others)
    assert (last.name, last.is_exec, last.present) == ("Łukasz Ďurica", False, Presence.NO)
    assert pasted.sentence == (
        "Added 29 people. More than once in the list and taken once: Jürgen öhlmann and Person "
        "Número 7. Left out: “perhaps” (Executive, Łukasz Ďurica). Not taken: the column "
        "“Department”. 1 row without a name left out."
    )


def test_formulas_are_text(hall: Hall) -> None:
    lines = [
        "Name;Role",
        '"=HYPERLINK(""http://a.example"";""click"")";+44 20 7946 0000',
        "@SUM(1+1);-2",
        "=1+1;=cmd|' /C calc'!A0",
    ]
    pasted = paste_people(hall.store, hall.id, "\n".join(lines))
    assert [(one.name, one.role) for one in pasted.added] == [
        ('=HYPERLINK("http://a.example";"click")', "+44 20 7946 0000"),
        ("@SUM(1+1)", "-2"),
        ("=1+1", "=cmd|' /C calc'!A0"),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Role,Name\nPartner,A. Arden\nClerk\n", [("A. Arden", "Partner")]),
        ("First name;Surname;Job title\nAnn;Arden;Partner", [("Ann Arden", "Partner")]),
        ("surname\tgiven name\nArden\tAnn", [("Ann Arden", "")]),
        ("Full name\nA. Arden", [("A. Arden", "")]),
        ("A. Arden, Partner\nB. Bell, Clerk", [("A. Arden", "Partner"), ("B. Bell", "Clerk")]),
        ("Arden, Ann\nBell", [("Arden, Ann", ""), ("Bell", "")]),
        ('"A. Arden"\t"Partner"', [("A. Arden", "Partner")]),
        ('"Big" Al Arden\tClerk', [('"Big" Al Arden', "Clerk")]),
        ('"A. Arden\tClerk\nB. Bell\tClerk', [('"A. Arden', "Clerk"), ("B. Bell", "Clerk")]),
        ("A; Arden\tClerk", [("A; Arden", "Clerk")]),
    ],
)
def test_what_parts_the_cells_is_found(
    hall: Hall, text: str, wanted: list[tuple[str, str]]
) -> None:
    paste_people(hall.store, hall.id, text)
    assert [(one.name, one.role) for one in hall.dossier().all(Person)] == wanted


def test_headings_are_read_in_the_words_of_the_firm() -> None:
    hall = Hall(sector=Sector.PUBLIC)
    head = "Cabinet member;Name;Sponsor;Votes;Reports to;Has left the organisation"
    rows = "x;A. Arden;yes;;B. Bell;\n;B. Bell;x;1;;"
    pasted = paste_people(hall.store, hall.id, f"{head}\n{rows}")
    first, second = pasted.added
    assert (first.is_board, first.is_sponsor, first.votes) == (True, True, False)
    assert first.reports_to == "B. Bell"
    assert (second.is_board, second.is_sponsor, second.votes) == (False, False, True)
    assert "Left out: “x” (Sponsor, B. Bell)." in pasted.sentence


def test_a_new_sponsor_replaces_the_former_one(hall: Hall) -> None:
    hall.person("A. Arden", is_sponsor=True)
    hall.does(lambda: paste_people(hall.store, hall.id, "Name\tSponsor\nB. Bell\tx"))
    sponsor = hall.dossier().sponsor()
    assert sponsor is not None
    assert sponsor.name == "B. Bell"


def test_columns_without_headings_are_taken_as_far_as_they_read_so(hall: Hall) -> None:
    text = "A. Arden\tPartner\tyes\ta@arden.example\nB. Bell\tClerk\tno\t"
    pasted = paste_people(hall.store, hall.id, text)
    assert [one.is_exec for one in pasted.added] == [True, False]
    assert pasted.sentence == "Added 2 people. Not taken: the column 4."


def test_a_list_that_is_no_list_of_a_workshop_is_refused(hall: Hall) -> None:
    many = "\n".join(f"Person {n}" for n in range(MOST + 1))
    hall.refuses(InputError, "501 people", lambda: paste_people(hall.store, hall.id, many))
    hall.refuses(
        InputError, "far too long", lambda: paste_people(hall.store, hall.id, "a" * LARGEST * 2)
    )


# Files


@pytest.mark.parametrize(
    "data",
    [
        "Jürgen Öhlmann;Bürgermeister".encode(),
        codecs.BOM_UTF8 + "Jürgen Öhlmann;Bürgermeister".encode(),
        codecs.BOM_UTF16_LE + "Jürgen Öhlmann;Bürgermeister".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "Jürgen Öhlmann;Bürgermeister".encode("utf-16-be"),
        "Jürgen Öhlmann;Bürgermeister".encode("utf-16-le"),
        "Jürgen Öhlmann;Bürgermeister".encode("utf-16-be"),
        "Jürgen Öhlmann;Bürgermeister".encode("windows-1252"),
    ],
)
def test_a_file_is_read_in_its_own_letters(data: bytes) -> None:
    assert sheet_text(data) == "Jürgen Öhlmann;Bürgermeister"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04whatever", "workbook"),
        (b"\xd0\xcf\x11\xe0whatever", "workbook"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x81", "no text|cannot be read"),
        (b"\xff\xfe\x00\xd8", "cannot be read"),
        (b"A" * (LARGEST + 1), "larger than half a megabyte"),
    ],
)
def test_what_is_no_list_is_refused_with_what_to_do(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        sheet_text(data)


@given(st.binary(max_size=200))
def test_any_file_is_read_or_refused(data: bytes) -> None:
    try:
        text = sheet_text(data)
    except InputError:
        return
    assert "\0" not in text
    rows_of(text)


# Anything at all


@given(any_text | st.lists(any_text, max_size=6).map("\n".join))
def test_any_text_is_taken_or_refused(text: str) -> None:
    hall = Hall()
    before = hall.dossier()
    try:
        pasted = paste_people(hall.store, hall.id, text)
    except InputError:
        assert hall.dossier() == before
        return
    found = hall.dossier().all(Person)
    assert len({fold(one.name) for one in found}) == len(found) == len(pasted.added)
    assert all(one.name == one_line(one.name) != "" for one in found)
    if pasted.added:
        hall.store.undo(hall.id)
    assert hall.dossier() == before


people: st.SearchStrategy[dict[str, Any]] = st.builds(
    dict,
    name=any_text.map(one_line).filter(bool),
    role=any_text.map(one_line),
    is_exec=st.booleans(),
    votes=st.booleans(),
    present=st.sampled_from(Presence),
)


@given(st.lists(people, min_size=1, max_size=5, unique_by=lambda one: fold(one["name"])))
def test_what_one_register_copies_another_takes(rows: list[dict[str, object]]) -> None:
    hall = Hall()
    fields = ("present", "name", "votes", "is_exec", "role")
    labels = {one.name: one.label for one in specs(Person)}
    text = as_cells(
        [
            [labels[name] for name in fields],
            *([_typed(row[name]) for name in fields] for row in rows),
        ]
    )
    paste_people(hall.store, hall.id, text)
    found = [{name: getattr(one, name) for name in rows[0]} for one in hall.dossier().all(Person)]
    assert found == rows


def _typed(value: object) -> str:
    if isinstance(value, Presence):
        return value.label
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return str(value)
