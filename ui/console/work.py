"""The middle of the console: the question, the activity's panel, and what the checks say of it."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from crm_workshop.activities.whereabouts import is_written
from crm_workshop.checks import Finding
from crm_workshop.kit.design import ActivityDesign, Method
from crm_workshop.model.capture import Poll
from crm_workshop.model.dossier import BY_TABLE
from crm_workshop.model.workshop import Activity
from ui.activities.panel import Panel
from ui.console.day import heading_of
from ui.console.findings import Findings
from ui.console.panels import Panels
from ui.session import Session
from ui.theme.look import theme_now
from ui.widgets.banner import Banner
from ui.widgets.text import as_button_text, button, label, set_look

#: So many findings stand under the work, by how high it is (px at the normal text size).
_MOST: Final = ((860, 3), (440, 2), (320, 1))

#: The space around the work (px): left, top, right and below; less of it in a low window.
_AROUND: Final = (28, 18, 28, 14)
_LITTLE: Final = (24, 10, 24, 8)


class WorkArea(QWidget):
    """Kicker, question, panel and findings of the live activity.

    What is still being typed in a panel is written before another activity's takes its place, so
    that moving never loses anything.
    """

    accept_requested = Signal(object)
    withdraw_requested = Signal(object)
    settle_requested = Signal()
    begin_requested = Signal()
    panel_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._touched: frozenset[tuple[str, int]] = frozenset()
        self._low = False
        self._most = 0
        self.panel: Panel | None = None
        self._activity_id: int | None = None
        self._panels = Panels(session, self._place, self)
        self._build()
        self.refresh()

    def _build(self) -> None:
        self.banner = Banner()
        self.banner.closed.connect(self.work_on)
        self._kicker = label("strong")
        self._question = label("question")
        self._hint = label("quiet")
        self.begin = button("Begin", "primary")
        self.begin.setAutoDefault(True)
        self.begin.clicked.connect(self.begin_requested)
        self._findings = Findings()
        self._findings.accept_requested.connect(self.accept_requested)
        self._findings.withdraw_requested.connect(self.withdraw_requested)
        self._findings.more_requested.connect(self.settle_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*_AROUND)
        layout.setSpacing(4)
        layout.addWidget(self.banner)
        layout.addWidget(self._kicker)
        layout.addWidget(self._question)
        layout.addWidget(self._hint)
        layout.addSpacing(4)
        layout.addWidget(self.begin, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addSpacing(6)
        self._at = layout.count()
        layout.addSpacing(8)
        layout.addWidget(self._findings)
        layout.addStretch(0)
        self._column = layout

    def refresh(self) -> None:
        """Show the live activity as it is now."""
        activity = self._session.activity()
        found = activity.id if activity else None
        if found != self._activity_id or (self.panel is None and found is not None):
            self._exchange_panel(activity)
        elif self.panel is not None:
            self.panel.refresh()
        self._panels.keep_only(self.panel)
        self._show_heading(activity)
        self.refresh_findings()
        if self.isVisible():
            self._panels.make_ahead()

    def refresh_findings(self) -> None:
        """Show the findings of what is written in the live activity, the latest first.

        What nobody has written yet is only counted: it is no news while the room works on it.
        """
        activity = self._session.activity()
        if activity is None:
            self._show_heading(activity)
        found = findings_of(self._session, activity) if activity else ()
        written = [one for one in found if one.row_id and one.table != Activity.table]
        written.sort(key=self._is_older)
        self._most = self._room_for()
        others = tuple(one for one in found if one not in written)
        self._findings.set_findings(tuple(written), others, self._most, brief=self._low)

    def _is_older(self, finding: Finding) -> bool:
        return (finding.table, finding.row_id) not in self._touched

    def touched(self, tables: dict[str, frozenset[int]]) -> None:
        """Remember which rows were written last."""
        rows = frozenset((table, row) for table, ids in tables.items() for row in ids)
        if any(table not in ("scene", "activity", "clock", "half_typed") for table, _ in rows):
            self._touched = rows

    def keep_drafts(self) -> None:
        """Write what is still only in a text field."""
        if self.panel is not None:
            self.panel.keep_drafts()

    def focus_work(self) -> None:
        """Put the cursor where typing begins."""
        if self._session.activity() is None:
            self.begin.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.panel is not None:
            self.panel.first_focus().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def work_on(self, has_lost: bool) -> None:
        """Put the cursor back where the control it was on has gone."""
        if has_lost:
            self.focus_work()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the other panels once this one stands."""
        super().showEvent(event)
        self._panels.make_ahead()

    @property
    def is_ready(self) -> bool:
        """Whether the panels that are likely to be next are made."""
        return self._panels.are_ready

    def _exchange_panel(self, activity: Activity | None) -> None:
        """Put the panel of another activity in place of the one that is shown."""
        former, self.panel = self.panel, self._panels.panel(activity)
        self._activity_id = activity.id if activity else None
        self._findings.fold()
        if self.panel is not None:
            self.panel.show()
        if former is not None and former is not self.panel:
            former.leave()
            if former.isAncestorOf(self.window().focusWidget()):
                self.focus_work()
            former.hide()
        if self.panel is not None:
            self.panel_changed.emit()

    def _place(self, panel: Panel) -> None:
        """Give a panel its place, where only the live activity's is shown."""
        self._follow_height(panel)
        fills = panel.sizePolicy().verticalPolicy() is not QSizePolicy.Policy.Maximum
        self._column.insertWidget(self._at, panel, stretch=1 if fills else 0)

    def _follow_height(self, panel: Panel) -> None:
        """Notice when what scrolls in a panel becomes higher or lower.

        Qt remembers a scroll area's wish; only the area itself can say that it has changed.
        """
        for area in panel.findChildren(QScrollArea):
            inside = area.widget()
            if inside is not None:
                inside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask a scroll area anew how high it wants to be."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            viewport = watched.parent()
            area = viewport.parent() if viewport is not None else None
            if isinstance(area, QScrollArea):
                area.updateGeometry()
        return False

    def set_low(self, low: bool) -> None:
        """Leave the panel what can be spared, where the window is low."""
        if low is not self._low:
            self._low = low
            self._column.setContentsMargins(*(_LITTLE if low else _AROUND))
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many findings as there is room for now."""
        super().resizeEvent(event)
        if self._most != self._room_for():
            self.refresh_findings()

    def _room_for(self) -> int:
        """Return how many findings there is room for."""
        high = self.height() / theme_now().scale
        return next((most for least, most in _MOST if high >= least), 0)

    def _show_heading(self, activity: Activity | None) -> None:
        design = self._session.kit.activity(activity.key) if activity else None
        self.begin.setVisible(activity is None)
        if design is None:
            self._show_nothing_live(activity)
            return
        say = self._session.words.say
        stage = self._session.kit.stage(design.stage)
        titles = (say(stage.title) if stage else "", say(design.title))
        self._kicker.setText(" · ".join(one for one in titles if one))
        set_look(self._kicker, "strong", stage.hue if stage else "")
        # In a low window the agenda alone says where the room is.
        self._kicker.setVisible(not self._low)
        set_look(self._question, "question-low" if self._low else "question")
        self._question.setText(_heading(self._session, design))
        skipped = activity.skipped_reason.strip() if activity else ""
        self._hint.setText(f"Skipped: {skipped}" if skipped else "")
        self._hint.setVisible(bool(skipped))

    def _show_nothing_live(self, activity: Activity | None) -> None:
        """Say how to begin, or what is the matter with an activity the kit does not know."""
        set_look(self._kicker, "strong")
        self._kicker.show()
        self._kicker.setText(self._session.dossier.workshop.firm)
        if activity is None:
            heading, hint, begin = heading_of(self._session)
            self._question.setText(heading)
            self.begin.setText(as_button_text(begin))
            self.begin.setVisible(bool(begin))
        else:
            self._question.setText(activity.key)
            hint = "The kit of this workshop has no such activity. Its records are kept."
        self._hint.setText(hint)
        self._hint.show()


def _heading(session: Session, design: ActivityDesign) -> str:
    """Return the sentence to finish where there is one, else the question."""
    stem = design.cards.stem if design.cards else ""
    return session.words.say(stem or design.question)


def findings_of(session: Session, activity: Activity) -> tuple[Finding, ...]:
    """Return what the checks say of the records that an activity writes, existing rows first.

    Fields that are only blank come last: the table shows quietly that they are missing.
    """
    design = session.kit.activity(activity.key)
    if design is None:
        return ()
    found = [
        one
        for one in session.findings
        if (
            is_written(session.kit, design, one.table, one.field)
            and _is_here(session, one, activity, design)
        )
        or (one.table, one.row_id) == (Activity.table, activity.id)
    ]
    return tuple(sorted(found, key=_quietness))


def _is_here(
    session: Session, finding: Finding, activity: Activity, design: ActivityDesign
) -> bool:
    """Tell whether a finding's row was written in this activity, as far as rows say so.

    What no single poll is to blame for belongs to the last one, at the reading back.
    """
    if finding.table == Poll.table and not finding.row_id:
        return design.method is Method.READ_BACK
    row = session.dossier.get(BY_TABLE[finding.table], finding.row_id)
    return getattr(row, "activity_id", activity.id) == activity.id


def _quietness(finding: Finding) -> tuple[bool, bool, int]:
    return finding.id == "F1", not finding.row_id, finding.level.rank
