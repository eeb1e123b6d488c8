"""What the room sees now, small: the same screen, drawn from the same view."""

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.room.screen import RoomScreen
from ui.session import Session
from ui.theme.tokens import Theme
from ui.widgets.text import label, set_look

#: The small picture comes so long (ms) after the large one: nobody waits for it.
_AFTER: Final = 40

#: The part of the column's height that the picture takes at most.
_PART: Final = 0.3


class Preview(QWidget):
    """The room screen in small, under its heading."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self.screen_view = RoomScreen(theme)
        self._frame = QFrame()
        set_look(self._frame, "preview")
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.screen_view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 12, 0)
        layout.setSpacing(6)
        layout.addWidget(label("label", "ON THE ROOM SCREEN"))
        layout.addWidget(self._frame)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER)
        self._soon.timeout.connect(self._show)
        self._show()

    @property
    def pages(self) -> int:
        """Of how many pages the room's view is."""
        return self.screen_view.pages

    def set_theme(self, theme: Theme) -> None:
        """Take a theme's colours."""
        self.screen_view.set_theme(theme)

    def refresh(self) -> None:
        """Show the room's view, once the room itself has been painted."""
        if not self._soon.isActive():
            self._soon.start()

    def _show(self) -> None:
        self.screen_view.show_view(self._session.room_view())

    def tick(self) -> None:
        """Show the clock's new time, if the room sees a clock."""
        if self.screen_view.view.clock is not None:
            self.refresh()

    def fit(self, whole: int) -> None:
        """Be as wide as the column, and no higher than a part of its height `whole`."""
        width = min(self.contentsRect().width() - 12, int(whole * _PART * 16 / 9))
        self._frame.setFixedSize(width, width * 9 // 16)
