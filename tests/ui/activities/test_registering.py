"""Registers are typed into, picked and dragged in by real hands, on an X server of its own."""

from pathlib import Path

from tests.ui.xserver import needs_x, play


@needs_x("xdotool", "openbox")
def test_a_register_is_typed_picked_and_dragged() -> None:
    play(Path(__file__).with_name("registering.py"), screen="1600x1000x24")
