"""What is exported and imported again is the same workshop, to the byte."""

from hypothesis import given, settings

from crm_workshop.exchange import dump, import_workshop, parse
from crm_workshop.exchange.agenda import lay_over
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import Version
from crm_workshop.store.library import Store
from tests.exchange.dossiers import KIT, dossiers, said


@settings(max_examples=60)
@given(dossiers())
def test_a_file_says_all_that_the_workshop_says(dossier: Dossier) -> None:
    data = dump(dossier)
    again = parse(data)
    assert said(again) == said(dossier)
    assert dump(again) == data


@settings(max_examples=25)
@given(dossiers(), dossiers())
def test_export_import_export_gives_the_same_bytes(first: Dossier, second: Dossier) -> None:
    with Store.open(":memory:") as store:
        for dossier in (first, second):
            data = dump(lay_over(dossier, KIT))
            workshop_id = import_workshop(store, data)
            assert dump(store.load(workshop_id)) == data


@settings(max_examples=25)
@given(dossiers())
def test_versions_may_stay_out(dossier: Dossier) -> None:
    without = parse(dump(dossier, versions=False))
    assert not without.all(Version)
    rows = {record: rows for record, rows in dossier.rows.items() if record is not Version}
    assert dump(without) == dump(Dossier(dossier.workshop, rows))
