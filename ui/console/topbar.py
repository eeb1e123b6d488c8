"""The bar at the top: whose workshop it is, what the room screen does, when it will end."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from crm_workshop.charter.dates import clock_time, long_date
from crm_workshop.checks import open_stops
from crm_workshop.live.day import Stands
from crm_workshop.live.pace import pace
from crm_workshop.model.choices import Mode
from ui.console.day import day_of
from ui.session import Session
from ui.theme.tokens import Theme
from ui.widgets.badges import badge, set_badge
from ui.widgets.bare import Bare
from ui.widgets.flow import FlowLayout
from ui.widgets.text import button, label, set_look

_MODES = {Mode.BLACK: "■ BLACK", Mode.FROZEN: "■ FROZEN", Mode.HOLDING: "■ HOLDING"}


class TopBar(QFrame):
    """Firm, form, badges and three pills. The room pill says what it is told by `set_room`.

    In a low window it keeps to one line: the form and the day go, and the display's size.
    """

    menu_requested = Signal()
    room_requested = Signal()
    settle_requested = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._low = False
        self._where = ""
        self._build()
        self.set_room("Room screen is closed", on=False)
        self.set_theme(theme)
        self.refresh()

    def _build(self) -> None:
        set_look(self, "bar")
        self.menu = button("Menu", "small")
        self.menu.setAccessibleName("Menu, F10")
        self._firm, self._form, self._day = label("strong"), label("quiet"), label("quiet")
        self._badge, self._rest = badge(), badge()
        self._room, self._charter = button("", "pill"), button("", "pill-strong")
        self._finish = label("pill", wrap=False)
        left = Bare()
        names = FlowLayout(left, gap=12, line_gap=0)
        for one in (self._firm, self._form, self._day):
            names.addWidget(one)
            one.setWordWrap(False)
        right = Bare()
        signs = FlowLayout(right, gap=10)
        for sign in (self._badge, self._rest, self._room, self._finish, self._charter):
            signs.addWidget(sign)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 18, 8)
        layout.setSpacing(12)
        layout.addWidget(self.menu, alignment=Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(left, stretch=1, alignment=Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(right, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.menu.clicked.connect(self.menu_requested)
        self._room.clicked.connect(self.room_requested)
        self._charter.clicked.connect(self.settle_requested)

    def set_theme(self, theme: Theme) -> None:
        """Take a theme's sizes: round ends need their height."""
        for pill in (self._room, self._charter, self._finish):
            pill.setMinimumHeight(theme.px(32))

    def set_room(self, text: str, *, on: bool) -> None:
        """Say where the room screen is; `on` tells whether the room can see it."""
        self._where = ("● " if on else "○ ") + text.replace("&", "&&")
        self._room.setAccessibleName(text)
        self._name_room()

    def set_low(self, low: bool) -> None:
        """Keep to one line where the window is low."""
        if low is not self._low:
            self._low = low
            self._name_room()
            self.refresh()

    def _name_room(self) -> None:
        self._room.setText(self._where.partition(" · ")[0] if self._low else self._where)

    def refresh(self) -> None:
        """Show what the session holds now."""
        workshop, scene = self._session.dossier.workshop, self._session.scene
        self._firm.setText(workshop.firm)
        self._form.setText(f"{self._session.kit.title} · {workshop.variant.label.lower()}")
        held_on = workshop.held_on
        self._day.setText(long_date(held_on, workshop.locale) if held_on else "")
        self._day.setVisible(held_on is not None and not self._low)
        self._form.setVisible(not self._low)
        set_badge(self._badge, _MODES.get(scene.mode, ""))
        until = ""
        if scene.break_until is not None:
            ends = scene.break_until.astimezone().time()
            until = f"BREAK until {clock_time(ends, workshop.locale)}"
        set_badge(self._rest, until)
        self.refresh_pace()
        self.refresh_findings()

    def refresh_pace(self) -> None:
        """Show the projected finish."""
        now = pace(self._session.dossier, self._session.kit, self._session.now())
        self._finish.setText(now.text)
        session = self._session
        over = session.activity() is None and day_of(session).stands is Stands.DONE
        self._finish.setVisible(not over)

    def refresh_findings(self) -> None:
        """Show how much keeps the charter a draft."""
        count = len(open_stops(self._session.findings))
        self._charter.setText(f"Charter · {count} to settle" if count else "Charter · settled")
        self._charter.setAccessibleName(self._charter.text())
        self._charter.setToolTip("What keeps the charter a draft")

    def minimumSizeHint(self) -> QSize:
        """Return a height for one line; the width is the window's."""
        return QSize(400, super().minimumSizeHint().height())

    @property
    def room_button(self) -> QPushButton:
        """The pill that opens the room screen."""
        return self._room
