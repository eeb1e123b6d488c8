"""Real displays that come and go: one wide X server whose monitors are set and deleted."""

from pathlib import Path

from tests.ui.xserver import needs_x, play


@needs_x("openbox", libraries=("X11", "Xrandr"))
def test_unplugging_hides_the_room_and_plugging_in_brings_it_back(tmp_path):
    settings = str(tmp_path / "settings.ini")
    play(Path(__file__).with_name("hotplug.py"), settings, screen="2304x800x24")
