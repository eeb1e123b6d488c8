"""Cards are typed, dragged and sorted by a real mouse and keyboard, on an X server of its own."""

from pathlib import Path

from tests.ui.xserver import needs_x, play


@needs_x("xdotool", "openbox")
def test_cards_go_where_mouse_and_keyboard_put_them() -> None:
    play(Path(__file__).with_name("dragging.py"), screen="1600x1000x24")
