"""The logo: dropped, pasted or chosen; what is refused changes nothing and says why."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from crm_workshop.activities.logo import logo_size
from tests.ui.console.conftest import CONTROL, button, press, the
from tests.ui.prepare.conftest import Opener
from ui.prepare.logo import LogoPart
from ui.prepare.window import PrepareWindow
from ui.ways import Spot

RED = "#c01020"
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100">'
    f'<rect width="300" height="100" fill="{RED}"/></svg>'
)


def picture(kind: str = "PNG", size: tuple[int, int] = (300, 100)) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, RED).save(out, kind)
    return out.getvalue()


def part(window: PrepareWindow) -> LogoPart:
    (found,) = window.findChildren(LogoPart)
    return found


def logo(window: PrepareWindow) -> bytes:
    return window.session.dossier.workshop.logo


def drop(target: QWidget, mime: QMimeData) -> bool:
    """Drag something over a widget and let go of it there; tell whether it was taken."""
    middle = target.rect().center()
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(middle), copy, mime, left, none)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(middle), copy, mime, left, none)
    QApplication.sendEvent(target, event)
    return event.isAccepted()


def drop_file(target: QWidget, path: Path) -> bool:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    return drop(target, mime)


def told(window: PrepareWindow) -> str:
    """Return what stands in the logo's part as a fault."""
    labels = part(window).findChildren(QLabel)
    (found,) = [one.text() for one in labels if one.property("look") == "danger"] or [""]
    return found


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.png", picture()), ("a.jpg", picture("JPEG")), ("a.svg", DRAWING.encode())],
)
def test_a_file_that_is_dropped_is_kept_as_a_plain_png(
    qtbot: QtBot, preparation: Opener, tmp_path: Path, name: str, data: bytes
) -> None:
    window = preparation()
    path = tmp_path / name
    path.write_bytes(data)
    with qtbot.waitSignal(window.session.changed, timeout=8000):
        assert drop_file(part(window), path)
    across, down = logo_size(logo(window))
    assert (round(across / down, 1), told(window)) == (3.0, "")
    assert part(window).accessibleName() == "Logo"


def test_a_logo_is_seen_as_it_is_printed_and_projected(
    qtbot: QtBot, preparation: Opener, tmp_path: Path
) -> None:
    window = preparation()
    path = tmp_path / "a.png"
    path.write_bytes(picture())
    shown = ("The head of the charter in small", "The holding slide in small")
    before = [reds(the(window, QWidget, name)) for name in shown]
    with qtbot.waitSignal(window.session.changed):
        drop_file(part(window), path)
    after = [reds(the(window, QWidget, name)) for name in shown]
    assert before == [0, 0]
    assert all(count > 400 for count in after), after


def reds(widget: QWidget) -> int:
    image = widget.grab().toImage()
    red = QColor(RED).rgb()
    return sum(
        image.pixel(x, y) == red for x in range(image.width()) for y in range(image.height())
    )


def test_a_logo_is_set_and_taken_away_as_steps_that_can_be_taken_back(
    qtbot: QtBot, preparation: Opener
) -> None:
    window = preparation()
    QGuiApplication.clipboard().setImage(QImage.fromData(picture()))
    part(window).setFocus()
    with qtbot.waitSignal(window.session.changed):
        press(qtbot, window, Qt.Key.Key_V, CONTROL)
    kept = logo(window)
    assert logo_size(kept) == (300, 100)
    press(qtbot, window, Qt.Key.Key_Delete)
    assert (logo(window), part(window).accessibleName()) == (b"", "Logo: none yet")
    assert window.session.undo_name == "Remove logo"
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert logo(window) == kept
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert (logo(window), window.session.redo_name) == (b"", "Set logo")


def test_ctrl_v_in_a_field_pastes_words(qtbot: QtBot, preparation: Opener) -> None:
    window = preparation()
    QGuiApplication.clipboard().setText("The old library")
    field = the(window, QLineEdit, "Place")
    field.setFocus()
    press(qtbot, window, Qt.Key.Key_V, CONTROL)
    assert field.text() == "The old library"
    part(window).setFocus()
    press(qtbot, window, Qt.Key.Key_V, CONTROL)
    assert told(window).startswith("There is no picture to paste")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("broken.png", picture()[:120], "no PNG or JPEG picture, or it is damaged"),
        ("letter.pdf", b"%PDF-1.7 nothing", "no PNG or JPEG picture, or it is damaged"),
        ("empty.png", b"", "no PNG or JPEG picture, or it is damaged"),
        ("nothing.svg", DRAWING.replace("rect", "desc").encode(), "cannot be drawn"),
        (
            "loads.svg",
            DRAWING.replace("<rect", '<image href="file:///etc/hostname"/><rect').encode(),
            "loads a part of it from elsewhere",
        ),
    ],
)
def test_what_is_no_logo_changes_nothing_and_says_why(
    qtbot: QtBot, preparation: Opener, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    window = preparation()
    path = tmp_path / name
    path.write_bytes(data)
    assert drop_file(part(window), path)
    qtbot.waitUntil(lambda: said in told(window), timeout=8000)
    assert "Nothing was changed" in told(window)
    assert (logo(window), window.session.undo_name) == (b"", None)


def test_a_logo_of_50_mb_is_refused_without_being_read(
    qtbot: QtBot, preparation: Opener, tmp_path: Path
) -> None:
    window = preparation()
    path = tmp_path / "huge.png"
    with path.open("wb") as file:  # a hole of 50 MB: nothing of it is on the disk
        file.write(picture())
        file.truncate(50 * 2**20)
    assert drop_file(part(window), path)
    qtbot.waitUntil(lambda: "this file has 50.0 MB" in told(window))
    assert (logo(window), window.session.undo_name) == (b"", None)


def test_a_drawing_that_never_ends_is_given_up(
    qtbot: QtBot, preparation: Opener, tmp_path: Path
) -> None:
    window = preparation()
    groups = ['<g id="a0"><rect width="1" height="1"/></g>'] + [
        f'<g id="a{one}">' + f'<use href="#a{one - 1}"/>' * 10 + "</g>" for one in range(1, 12)
    ]
    path = tmp_path / "endless.svg"
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{"".join(groups)}</svg>'
    )
    assert drop_file(part(window), path)
    assert part(window).isEnabled()
    qtbot.waitUntil(lambda: "cannot be drawn" in told(window), timeout=20_000)
    assert logo(window) == b""


def test_a_file_that_is_gone_is_said_to_be(
    qtbot: QtBot, preparation: Opener, tmp_path: Path
) -> None:
    window = preparation()
    assert drop_file(part(window), tmp_path / "gone.png")
    qtbot.waitUntil(lambda: "“gone.png” could not be read" in told(window))


def test_words_that_are_dropped_are_no_logo(preparation: Opener) -> None:
    window = preparation()
    mime = QMimeData()
    mime.setText("Marlowe & Vane")
    assert not drop(part(window), mime)


def test_a_logo_is_chosen_in_a_dialog(qtbot: QtBot, preparation: Opener, tmp_path: Path) -> None:
    window = preparation()
    path = tmp_path / "a.png"
    path.write_bytes(picture())
    button(part(window), "&Choose…").setFocus()
    press(qtbot, window, Qt.Key.Key_Space)
    (dialog,) = window.findChildren(QFileDialog)
    dialog.selectFile(str(path))
    with qtbot.waitSignal(window.session.changed):
        qtbot.mouseClick(button(dialog, "&Open"), Qt.MouseButton.LeftButton)
    assert logo_size(logo(window)) == (300, 100)


def test_the_logo_of_a_finding_is_come_to(preparation: Opener) -> None:
    window = preparation()
    window.go_to_spot(Spot("workshop", window.session.workshop_id, "logo"))
    focused = QApplication.focusWidget()
    assert focused is part(window)
