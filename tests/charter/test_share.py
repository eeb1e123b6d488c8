"""What leaves the house: one file, named after firm, version and date, without what is private."""

import io
import json
import zipfile
from datetime import date

import pytest

from crm_workshop.charter.compose import compose
from crm_workshop.charter.document import Charter
from crm_workshop.charter.pdf import build_pdf
from crm_workshop.charter.share import charter_stem, share_charter, without_private
from crm_workshop.checks import check
from crm_workshop.exchange import dump, import_workshop, samples
from crm_workshop.kit.load import kit_of
from crm_workshop.model.capture import Ballot, Card, Dot, Poll
from crm_workshop.model.dossier import TABLES, Dossier
from crm_workshop.model.fields import specs
from crm_workshop.model.workshop import Activity
from crm_workshop.store.library import Store

TODAY = date(2026, 11, 21)


@pytest.fixture
def store() -> Store:
    return Store.open(":memory:")


@pytest.fixture
def dossier(store: Store) -> Dossier:
    workshop_id = import_workshop(store, samples()[0].data)
    held = store.load(workshop_id)
    with store.step("Private", workshop_id) as pen:
        pen.update(held.all(Activity)[0], note="Quietly zorgle")
        pen.update(held.all(Card)[0], author="Zenobia Quill")
    return store.load(workshop_id)


def composed(dossier: Dossier) -> Charter:
    kit = kit_of(dossier.workshop)
    return compose(dossier, kit, check(dossier, kit, TODAY), today=TODAY)


def test_the_name_is_made_from_firm_version_and_date(dossier: Dossier) -> None:
    assert charter_stem(composed(dossier)) == "Alder & Finch LLP charter draft 2026-11-21"


def test_one_file_holds_pdf_markdown_and_records(dossier: Dossier, store: Store) -> None:
    charter = composed(dossier)
    whole = share_charter(charter, dossier)
    assert whole == share_charter(charter, dossier)
    with zipfile.ZipFile(io.BytesIO(whole)) as file:
        assert file.testzip() is None
        stem = charter_stem(charter)
        assert file.namelist() == [f"{stem}.pdf", f"{stem}.md", f"{stem}.json"]
        assert file.read(f"{stem}.pdf") == build_pdf(charter)
        records = file.read(f"{stem}.json")
    again = store.load(import_workshop(store, records))
    assert composed(again).code == charter.code, "who imports it has the same charter"


def test_nothing_private_is_in_it(dossier: Dossier) -> None:
    assert b"zorgle" in dump(dossier)
    assert b"Zenobia" in dump(dossier)
    shared = without_private(dossier)
    assert b"zorgle" not in dump(shared)
    assert b"Zenobia" not in dump(shared)
    for record in TABLES:
        for row in shared.all(record):
            for one in specs(record):
                if one.private:
                    assert getattr(row, one.name) == getattr(record(), one.name), one.name
    assert all(one.person_id is None for one in shared.all(Dot))
    voted = [one for one in shared.all(Ballot) if one.value is not None]
    assert voted
    assert all(one.person_id is None for one in voted)


def test_votes_that_were_not_revealed_stay_in_the_house(dossier: Dossier, store: Store) -> None:
    with store.step("Hide", dossier.workshop.id) as pen:
        hidden = pen.update(dossier.all(Poll)[0], revealed=False)
    shared = without_private(store.load(dossier.workshop.id))
    assert not [one for one in shared.all(Ballot) if one.poll_id == hidden.id]
    assert [one for one in shared.all(Ballot) if one.poll_id != hidden.id]
    json.loads(dump(shared))
