"""What is said aloud to whoever uses a screen reader, wherever the focus is."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, sentence: str) -> None:
    """Let assistive technology say a sentence at once; without any, nothing happens."""
    said = QAccessibleAnnouncementEvent(widget, sentence)
    said.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(said)
