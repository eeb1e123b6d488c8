"""The command that prints handouts."""

import pytest


@pytest.mark.parametrize("kind", ["prework", "worksheets", "run-sheet"])
def test_it_prints_each_kind_of_handout(with_samples, kind):
    target = with_samples.folder / f"{kind}.pdf"
    said = with_samples.out("handout", kind, "1", "-o", target)
    assert target.read_bytes().startswith(b"%PDF")
    assert ("not for the room" in said) == (kind == "run-sheet")


def test_it_writes_nothing_that_is_no_pdf(with_samples):
    target = with_samples.folder / "sheet.docx"
    code, _, err = with_samples("handout", "prework", "1", "-o", target)
    assert code == 3
    assert ".pdf" in err
    assert not target.exists()
