"""Drawings as logos: only what loads nothing, runs nothing and has an end is drawn at all."""

import pytest

from crm_workshop.activities.logo import LARGEST_FILE
from crm_workshop.activities.svg import (
    DEEPEST,
    MOST_ELEMENTS,
    MOST_USES,
    check_svg,
    is_svg,
)
from crm_workshop.errors import InputError


def drawing(inside: str, about: str = "") -> bytes:
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'<svg {names} viewBox="0 0 90 30" {about}>{inside}</svg>'.encode()


PLAIN = drawing('<rect width="90" height="30" fill="url(#g)"/><a href="https://m.example"/>')


def test_a_drawing_is_known_by_what_it_holds() -> None:
    assert is_svg(PLAIN)
    assert is_svg(b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- made by hand -->\n" + PLAIN)
    assert is_svg(b'<svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>')
    assert not is_svg(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR <svg ")
    assert not is_svg(b"Dear partners, the logo follows.")


@pytest.mark.parametrize(
    "inside",
    [
        '<use xlink:href="#one"/>',
        '<image href="data:image/png;base64,AAAA" width="9" height="9"/>',
        "<style>rect { fill: url(#g) }</style>",
        '<path style="fill:url( \'#g\' )" d="M0 0"/>',
    ],
)
def test_a_drawing_may_use_what_it_holds_itself(inside: str) -> None:
    check_svg(drawing(inside))


@pytest.mark.parametrize(
    ("inside", "about", "said"),
    [
        ('<image href="file:///etc/hostname"/>', "", "from elsewhere"),
        ('<image xlink:href="logo.png"/>', "", "from elsewhere"),
        ('<image href="data:image/svg+xml,&lt;svg/>"/>', "", "from elsewhere"),
        ('<use href="other.svg#one"/>', "", "from elsewhere"),
        ('<rect fill="url(https://m.example/g)"/>', "", "from elsewhere"),
        ("<style>@import 'https://m.example/s.css'</style>", "", "from elsewhere"),
        ("<style>rect{fill:url(//m.example)}</style>", "", "from elsewhere"),
        ("<script>alert(1)</script>", "", "a program (“script”)"),
        ("<foreignObject/>", "", "a program (“foreignobject”)"),
        ("", 'onload="alert(1)"', "a program (“onload”)"),
        ("<g>" * (DEEPEST + 1) + "</g>" * (DEEPEST + 1), "", "more parts"),
        ("<g/>" * MOST_ELEMENTS, "", "more parts"),
        ('<use href="#a"/>' * (MOST_USES + 1), "", "more parts"),
        ("<g>", "", "damaged"),
    ],
)
def test_what_loads_runs_or_repeats_itself_is_refused(inside: str, about: str, said: str) -> None:
    with pytest.raises(InputError, match="Nothing was changed") as refused:
        check_svg(drawing(inside, about))
    assert said in str(refused.value)


def test_entities_are_refused_before_they_grow() -> None:
    bomb = b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + drawing("<text>&b;</text>")
    with pytest.raises(InputError, match="entities"):
        check_svg(bomb)


def test_other_documents_are_no_drawings() -> None:
    with pytest.raises(InputError, match="no SVG"):
        check_svg(b"<html><svg></svg></html>")


def test_a_large_file_is_refused_by_its_size() -> None:
    with pytest.raises(InputError, match=r"at most 5 MB, and this file has 5\.0 MB"):
        check_svg(PLAIN + b" " * LARGEST_FILE)
