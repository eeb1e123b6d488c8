"""Every screen as a picture, quickly."""

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel

from ui.gallery import gallery


def test_it_draws_every_room_state_of_every_sample(qapp, tmp_path):
    asked = []

    def maker(store, workshop_id):
        asked.append(store.load(workshop_id).workshop.firm)
        yield "console/greeting", QLabel("Good morning")

    count = gallery(tmp_path, ((160, 90),), makers=[maker])
    found = sorted(tmp_path.rglob("*.png"))
    assert len(found) == count > 200
    assert {one.parent.parent.name for one in found} == {"alder-finch", "eastmere", "pennyquick"}
    assert len(asked) == 3
    assert (tmp_path / "eastmere" / "console" / "greeting-160.png").exists()
    shot = QImage(str(tmp_path / "alder-finch" / "room" / "2.1-cards-160.png"))
    assert (shot.width(), shot.height()) == (160, 90)
    assert len({shot.pixel(x, y) for x in range(160) for y in range(90)}) > 10
