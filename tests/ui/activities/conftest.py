"""Panels are tested in the look that they have."""

import pytest
from PySide6.QtWidgets import QApplication

from ui.theme.look import dress
from ui.theme.tokens import load_theme


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    """Give every window its look."""
    dress(qapp, load_theme("light"))
