"""The charter to paste: what was typed stays text, whatever it looks like."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from crm_workshop.charter.markdown import escaped, to_markdown
from tests.charter.sample import DRAFT, FINAL
from tests.charter.test_pdf_hostile import everywhere

READER = MarkdownIt("gfm-like", {"linkify": False})


def shown(markdown: str) -> str:
    """Return what a reader of the rendered page sees."""
    tokens = READER.parse(markdown)
    parts: list[str] = []
    for token in tokens:
        for child in token.children or []:
            parts += ["\n" if child.type == "hardbreak" else child.content]
    return "".join(parts)


def as_typed(text: str) -> str:
    """Return what should be seen of typed text: its words, its line breaks."""
    lines = (" ".join(line.split()) for line in text.strip().splitlines())
    return "\n".join(line for line in lines if line)


@pytest.mark.parametrize(
    "text",
    [
        "# not a heading",
        "1. not a list\n2) nor this\n- nor that\n+ or that\n* or that",
        "> not quoted\n===\n---\n***\n```\nnot code\n```\n~~~",
        "<b>bold</b> & &amp; &copy; &#65; <img src=x> <!-- c --> <https://x.example>",
        "*a* **b** _c_ __d__ `e` [f](g) ![h](i) [j]: k ~~l~~ \\ \\* | m",
        "    indented\n\ttabbed",
        "| a | b |\n| --- | --- |\n| c | d |",
        "[ ] not a task\n:--\n--:",
        "trailing backslash \\\nand more \\",
        "$x^2$ and $5",
        "Alder & Finch, R&D, a < b > c",
    ],
)
def test_typed_text_stays_text(text: str) -> None:
    assert shown(escaped(text)) == as_typed(text)


@given(st.text(st.sampled_from("ab 1.)#*_`~[]()!<>&;|\\-+=:$\n\t\"'"), max_size=40))
def test_any_text_stays_text(text: str) -> None:
    assert shown(escaped(text)) == as_typed(text)


@given(st.text(st.sampled_from("ab 1.#*_`~[]()!<>&;|\\-+\n"), min_size=1, max_size=30))
def test_any_text_stays_in_its_cell_and_its_item(text: str) -> None:
    html = READER.render(to_markdown(everywhere(f"x{text}x")))
    rows = re.findall(r"<tr>.*?</tr>", html, re.DOTALL)
    assert {len(re.findall(r"<t[hd]", row)) for row in rows} == {2, 3, 5}
    assert html.count("<h1>") == 1
    assert html.count("<h2>") == 4
    assert not re.search(r"<(img|a|code|em|s|ol|pre)\b", html)


def test_the_charter_reads_well_as_a_page() -> None:
    markdown = to_markdown(DRAFT)
    assert markdown.startswith("# CRM charter, Alder & Finch LLP\n\nDraft · 21 November 2026")
    assert markdown.endswith("· content code 7f3a c219\n")
    assert "\n\n\n" not in markdown
    for said in (
        "- **8, Executive commitments:** T. Brightwater has not answered",
        "\n> CRM here is how we make every client feel known",
        "\n**Done when:** eight of ten clients",
        "\n| Who | Will | By |\n| --- | --- | --- |\n| **R. Okafor**<br>Managing partner | Open",
        "\nand 1 more in section 8\n",
        "\n## 6b. Money and assumptions\n",
        "\n### It does\n\n- Show who spoke to whom",
        "\n| Measure | From | To | By | Source | Answers for it |\n| --- | --: | --: |",
        "\n**Not settled:** Who pays for the hours of the champion. M. Ferreira, 31 Jan 2027.\n",
        "| **Today** | 2 + 1 | 4 + 1 | 1 + 0 |",
        "| **T. Brightwater** | Head of property |  | Signs later, by 30 Nov 2026 |",
        "\n## Annex F. Review log\n",
        "\n|  |  |  |  |  |\n",
    ):
        assert said in markdown


def test_a_final_charter_lists_nothing_open() -> None:
    assert "DRAFT" not in to_markdown(FINAL)
    assert "Nothing blocks it" in to_markdown(replace(DRAFT, open_points=()))


def test_an_empty_charter_says_what_is_not_settled() -> None:
    markdown = to_markdown(everywhere(""))
    assert markdown.count("Not settled") == 6 + 2
