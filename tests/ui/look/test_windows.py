"""Every screen of the console and the library, measured: nothing cut, all of it readable."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crm_workshop.exchange.samples import samples
from tests.ui.look.measuring import faults
from tests.ui.look.reading import contrast, faint
from ui.gallery.consoles import consoles
from ui.gallery.desks import desks
from ui.gallery.helping import helps
from ui.gallery.homes import homes
from ui.gallery.preparing import preparations
from ui.gallery.stage import staged
from ui.gallery.versions import versions
from ui.theme.look import dress
from ui.theme.tokens import NAMES, load_theme

COMPLETE, RUNNING, PREPARED = range(3)


@pytest.fixture(autouse=True)
def _undressed(qapp: QApplication) -> Iterator[None]:
    yield
    dress(qapp, load_theme("light"))


def screens(
    qapp: QApplication, sample: int, size: QSize, scale: float = 1.0, theme: str = "light"
) -> Iterator[tuple[str, QWidget]]:
    """Yield every screen of a sample by its name, at a size, a text scale and in a theme."""
    worn = dress(qapp, load_theme(theme, scale=scale))
    with staged((samples()[sample],), worn, size, bool) as stage:
        for make in (consoles, homes, preparations, desks, versions, helps):
            yield from make(stage)


@pytest.mark.parametrize(
    ("sample", "width", "height", "scale"),
    [
        *((sample, 1280, 720, scale) for sample in range(3) for scale in (1.0, 1.5)),
        (COMPLETE, 1440, 900, 1.0),
        (RUNNING, 1440, 900, 1.5),
    ],
)
def test_nothing_is_cut_and_nothing_lies_over_something(qapp, sample, width, height, scale):
    size, found = QSize(width, height), {}
    for name, window in screens(qapp, sample, size, scale):
        assert window.size() == size, name
        found[name] = list(faults(window))
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
    assert len(found) > 30


@pytest.mark.parametrize("theme", NAMES)
def test_every_text_can_be_read(qapp, theme):
    size, found = QSize(1280, 720), {}
    for name, window in screens(qapp, COMPLETE, size, theme=theme):
        found[name] = list(faint(window))
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
    assert len(found) > 30


def test_what_is_cut_is_found(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(200, 100)
    label, button = QLabel("Much longer than its place", page), QPushButton("Press here", page)
    label.setGeometry(10, 10, 60, 20)
    button.setGeometry(page.width() - 50, 5, 120, 40)
    page.show()
    assert [one.split(":")[0] for one in faults(page)] == [
        "QLabel “Much longer than its place” in QWidget",
        "QPushButton “Press here” in QWidget",
    ]
    label.setGeometry(0, 40, 200, 50)
    button.setGeometry(50, 60, 120, 40)
    assert ["lie over each other" in one for one in faults(page)] == [True]
    button.setGeometry(50, 20, 120, 20)
    label.setWordWrap(True)
    label.setGeometry(0, 60, 90, 20)
    assert ["in height" in one for one in faults(page)] == [True, True]


def test_what_is_faint_is_found(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.setStyleSheet("QWidget { background: white } QLabel { font-size: 15px; color: #999999 }")
    label = QLabel("Hardly to be read", page)
    label.setGeometry(10, 10, 180, 30)
    page.show()
    (found,) = faint(page)
    assert found.startswith("QLabel “Hardly to be read”")
    label.setStyleSheet("color: #767676")
    assert list(faint(page)) == []


def test_contrast_is_measured_as_wcag_does():
    assert contrast(0xFFFFFF, 0x000000) == pytest.approx(21)
    assert contrast(0x777777, 0xFFFFFF) == pytest.approx(4.48, abs=0.01)
