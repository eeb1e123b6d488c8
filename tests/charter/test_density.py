"""The charter is short: the samples keep to the pages a firm reads and signs."""

from datetime import date

import pytest

from crm_workshop.charter.compose import compose
from crm_workshop.charter.document import Charter
from crm_workshop.charter.layout.items import Heading
from crm_workshop.charter.pdf import lay_out
from crm_workshop.checks import Level, check
from crm_workshop.exchange import Sample, parse, samples
from crm_workshop.kit.load import kit_of

TODAY = date(2026, 11, 21)


def body_pages(charter: Charter) -> int:
    """Return how many pages stand before the first annex."""
    for number, page in enumerate(lay_out(charter)):
        if any(isinstance(one.item, Heading) and one.item.key == "annex-a" for one in page):
            return number
    raise AssertionError("there is no annex")


@pytest.mark.parametrize("sample", samples(), ids=lambda one: one.name)
def test_a_sample_s_charter_has_six_pages_at_most(sample: Sample) -> None:
    dossier = parse(sample.data)
    kit = kit_of(dossier.workshop)
    findings = check(dossier, kit, TODAY)
    draft = compose(dossier, kit, findings, today=TODAY)
    settled = tuple(one for one in findings if one.level is not Level.STOP)
    final = compose(dossier, kit, settled, today=TODAY, version="1.0")
    assert body_pages(draft) <= 6
    assert body_pages(final) <= 6
