"""Cards are dragged with a real mouse, on an X server of its own."""

from pathlib import Path

from tests.ui.xserver import needs_x, play


@needs_x("xdotool", "openbox")
def test_cards_are_dragged_with_the_mouse() -> None:
    play(Path(__file__).with_name("dragging.py"), screen="1600x1000x24")
