"""Whatever a kit file holds, it is a kit or a sentence about it, never a crash."""

from importlib import resources
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from crm_workshop.errors import KitError
from crm_workshop.kit.design import Kit
from crm_workshop.kit.load import load_kit

STANDARD = resources.files("resources").joinpath("kits/standard.toml").read_text("utf-8")
OWN = (Path(__file__).parents[2] / "docs/examples/short-kit.toml").read_text("utf-8")
SOURCES = st.sampled_from([STANDARD, OWN])
VALUES = st.sampled_from(
    [
        "1", "-1", "0", "1e9", "nan", "true", '""', '"2.1"', '"{client}"', '"{"', "[]", "[[]]",
        '["a"]', "[1]", "{}", "{ a = 1 }", '{ key = "1.1" }', "[{}]", '[{ key = "2.1" }]',
        "2026-02-30", "2026-11-21", "10:00:00", "99999999999999999999", '"\\ud800"', '"\\u0000"',
    ]
)  # fmt: skip


def load_or_complain(source: str) -> Kit | None:
    try:
        return load_kit(source, "any.toml")
    except KitError as error:
        lines = str(error).split("\n")
        assert all(line.startswith("any.toml: ") and len(line) > 20 for line in lines)
        assert str(error).encode()
        return None


@given(st.binary().map(lambda data: data.decode("utf-8", "surrogateescape")))
@example("[" * 2000)
@example("a." * 2000 + "a = 1")
@example('based_on = "standard"\nname = "x"\nchange.' + "a." * 2000 + "a = 1")
def test_random_bytes(source: str) -> None:
    assert load_or_complain(source) is None


@given(st.text())
def test_random_text(source: str) -> None:
    assert load_or_complain(source) is None


@given(SOURCES, st.data())
def test_a_kit_with_a_piece_cut_out_or_put_in(source: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, min(len(source), start + 200)))
    load_or_complain(source[:start] + data.draw(st.text(max_size=20)) + source[end:])


@given(SOURCES, st.data())
def test_a_kit_with_a_value_of_another_kind(source: str, data: st.DataObject) -> None:
    lines = source.splitlines()
    at = data.draw(st.sampled_from([n for n, line in enumerate(lines) if " = " in line]))
    key = lines[at].split(" = ")[0]
    lines[at] = f"{key} = {data.draw(VALUES)}"
    load_or_complain("\n".join(lines))


@given(SOURCES, st.data())
def test_a_kit_with_a_line_said_twice_or_elsewhere(source: str, data: st.DataObject) -> None:
    lines = source.splitlines()
    line = data.draw(st.sampled_from(lines))
    lines.insert(data.draw(st.integers(0, len(lines))), line)
    load_or_complain("\n".join(lines))
