"""The panels of a workshop: those around the live activity made ahead, the last ones kept."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QTimer

from crm_workshop.kit.design import ActivityDesign
from crm_workshop.kit.words import Words
from crm_workshop.model.workshop import Activity, Workshop
from ui.activities import panel_class
from ui.activities.panel import Panel
from ui.session import Session
from ui.theme.look import theme_now
from ui.theme.tokens import Theme
from ui.widgets.autosave import Autosave

#: Panels are made ahead one at a time, each so long (ms) after the last change or the last panel.
_IDLE: Final = 250

#: So many panels are kept; of a whole day's they would hold a third of the program's memory.
_KEPT: Final = 7

#: Where the next panel will be asked for, from the live activity on: ahead first.
_AROUND: Final = (1, -1, 2)


@dataclass(frozen=True, slots=True)
class _Origin:
    """What a panel was made from: as long as it is the same, the panel is good."""

    design: ActivityDesign
    workshop: Workshop
    words: Words
    theme: Theme


class Panels(QObject):
    """Makes panels hidden and hands them to `place`; a hidden panel costs no refresh.

    Going on and back then shows what is there already. Until `make_ahead` is called a panel is
    made no sooner than it is asked for. Of those that are far from the live activity, the last
    visited are kept; one with words that are not yet written is never dropped for want of room.
    """

    def __init__(
        self, session: Session, place: Callable[[Panel], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._place = place
        self._kept: dict[int, tuple[_Origin, Panel]] = {}
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE)
        self._idle.timeout.connect(self._make_one)
        session.destroyed.connect(self._idle.stop)

    def panel(self, activity: Activity | None) -> Panel | None:
        """Return an activity's panel, up to date; None if the kit knows no such activity."""
        design = self._design(activity)
        if activity is None or design is None:
            return None
        kept = self._good(activity, design)
        if kept is None:
            return self._make(activity, design)
        self._kept[activity.id] = self._kept.pop(activity.id)  # the last visited stands last
        kept.refresh()
        return kept

    @property
    def are_ready(self) -> bool:
        """Whether all that are likely to be next are made."""
        near = ((one, self._design(one)) for one in self._around())
        return all(self._good(one, design) is not None for one, design in near if design)

    def make_ahead(self) -> None:
        """Make what is still missing as soon as nothing has happened for a moment."""
        self._idle.start()

    def keep_only(self, shown: Panel | None) -> None:
        """Drop the panels of activities that are gone; the one that is shown is dropped later."""
        there = {one.id for one in self._session.dossier.all(Activity)}
        for gone in self._kept.keys() - there:
            if self._kept[gone][1] is not shown:
                self._drop(gone)

    def _make_one(self) -> None:
        """Make the next panel that is missing around the live activity."""
        for activity in self._around():
            design = self._design(activity)
            if design is not None and self._good(activity, design) is None:
                self._make(activity, design)
                self._idle.start()
                return

    def _around(self) -> tuple[Activity, ...]:
        """Return the activities that are likely to be next, the likeliest first."""
        agenda = self._session.dossier.all(Activity)
        live = self._session.activity()
        at = agenda.index(live) if live in agenda else -1
        places = (at + step for step in _AROUND)
        return tuple(agenda[place] for place in places if 0 <= place < len(agenda))

    def _make_room(self) -> None:
        """Drop what was visited longest ago, as far as it is neither near nor unwritten."""
        live = self._session.activity()
        near = {one.id for one in (*self._around(), *((live,) if live else ()))}
        for activity_id, (_, panel) in tuple(self._kept.items()):
            if len(self._kept) <= _KEPT:
                return
            if activity_id not in near and panel.isHidden() and not _has_unwritten(panel):
                self._drop(activity_id)

    def _design(self, activity: Activity | None) -> ActivityDesign | None:
        return self._session.kit.activity(activity.key) if activity else None

    def _origin(self, design: ActivityDesign) -> _Origin:
        session = self._session
        return _Origin(design, session.dossier.workshop, session.words, theme_now())

    def _good(self, activity: Activity, design: ActivityDesign) -> Panel | None:
        origin, panel = self._kept.get(activity.id, (None, None))
        return panel if origin == self._origin(design) else None

    def _make(self, activity: Activity, design: ActivityDesign) -> Panel:
        if activity.id in self._kept:
            self._drop(activity.id)
        panel = panel_class(design.method)(self._session, activity, design)
        panel.hide()
        self._place(panel)
        self._kept[activity.id] = (self._origin(design), panel)
        self._make_room()
        return panel

    def _drop(self, activity_id: int) -> None:
        _, panel = self._kept.pop(activity_id)
        panel.hide()
        panel.deleteLater()


def _has_unwritten(panel: Panel) -> bool:
    """Tell whether words of a panel still wait for the file."""
    return any(one.pending for one in panel.findChildren(Autosave))
