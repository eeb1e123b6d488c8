"""The charter as pages beside what is still to settle in it, and where its clauses come from."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from crm_workshop.charter.origin import Origin
from crm_workshop.charter.pdf import Clause
from crm_workshop.checks import Finding
from crm_workshop.checks.finding import SECTION_OF
from crm_workshop.model.commitment import Commitment
from crm_workshop.model.workshop import Person
from ui.console.accepting import accept_as_answered, withdraw, words_of_asking
from ui.console.dialogs import Ask, centre_on
from ui.desk.clause_card import ClauseCard
from ui.desk.leading import way_to
from ui.desk.open_list import OpenList
from ui.desk.sheets import SheetsView
from ui.page import Page
from ui.session import Session
from ui.theme.look import theme_now
from ui.widgets.announcing import announce
from ui.widgets.bare import Bare
from ui.widgets.text import button, label

_BY: Final = "desk"

#: How wide the column beside the pages is (px at the normal text size), and its largest share.
_SIDE: Final = 380
_MOST: Final = 0.46


class CharterPage(Page):
    """The pages of the charter, what keeps it a draft, and where the chosen clause is from."""

    key: ClassVar[str] = "charter"
    title: ClassVar[str] = "Charter"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.sheets, self.open_list = SheetsView(session), OpenList(session)
        self.card = ClauseCard(session)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._where, self._status = label("second", wrap=False), label("second")
        bar = QHBoxLayout()
        bar.setContentsMargins(18, 8, 12, 8)
        bar.setSpacing(6)
        bar.addWidget(self._status, stretch=1)
        bar.addWidget(self._where)
        self._smaller, self._fits = button("−", "small"), button("Fit width", "small")
        self._larger = button("+", "small")
        for one, name in ((self._smaller, "Pages smaller"), (self._larger, "Pages larger")):
            one.setAccessibleName(name)
            one.setToolTip(name)
        for one in (self._smaller, self._larger, self._fits):
            bar.addWidget(one)
        pages = QVBoxLayout()
        pages.setSpacing(0)
        pages.addLayout(bar)
        pages.addWidget(self.sheets, stretch=1)
        self._side = Bare()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(16, 14, 10, 10)
        side.setSpacing(14)
        side.addWidget(self.card)
        side.addWidget(self.open_list, stretch=1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(pages, stretch=1)
        layout.addWidget(self._side)

    def _connect(self) -> None:
        self.sheets.chosen.changed.connect(self._show_clause)
        self.sheets.place_changed.connect(self._tell_place)
        self._smaller.clicked.connect(partial(self.run, "smaller"))
        self._larger.clicked.connect(partial(self.run, "larger"))
        self._fits.clicked.connect(partial(self.run, "fit"))
        self.card.closed.connect(self.leave_clause)
        self.card.go_requested.connect(self._go_to)
        self.open_list.chosen.connect(self._go_to_finding)
        self.open_list.accept_requested.connect(self._ask_reason)
        self.open_list.withdraw_requested.connect(self._withdraw)

    def refresh(self) -> None:
        """Show what the session holds now; the pages follow as soon as they are set."""
        self.sheets.refresh()
        self.open_list.refresh()
        self.card.refresh()
        self._fit()

    def first_focus(self) -> QWidget:
        """Return the pages."""
        return self.sheets

    # Pages and clauses

    def run(self, name: str, *_: object) -> None:
        """Do an action of this page by its id."""
        if name == "to_clause":
            self._go_to_clause()
        else:
            _ON_SHEETS[name](self.sheets)

    def leave_clause(self) -> None:
        """Choose no clause any more; the keyboard is with the pages again."""
        self.sheets.chosen.choose(None)
        self.sheets.setFocus()

    def _go_to_clause(self) -> None:
        """Go to where the chosen clause is written."""
        if self.sheets.chosen.clause is not None:
            self._go_to(self.sheets.chosen.clause.origins[0])

    def _show_clause(self, clause: Clause | None) -> None:
        self.card.show_clause(clause)
        self._fit()
        if clause is not None:
            self.sheets.setAccessibleDescription(self.card.sentence)
            announce(self.sheets, self.card.sentence)
        else:
            self.sheets.setAccessibleDescription("")

    def _tell_place(self) -> None:
        page, count, zoom = self.sheets.where
        self._where.setText(f"Page {page} of {count} · {zoom} %" if count else "")
        sheets = self.sheets.setting.sheets
        self._status.setText(sheets.charter.status_line if sheets else "Setting the charter…")
        self.sheets.setAccessibleName(f"The charter’s pages: page {page} of {count}")

    # Where it leads

    def _go_to_finding(self, finding: Finding) -> None:
        """Lead to the field; to a new commitment where somebody has none yet."""
        if finding.table == Person.table and finding.section == SECTION_OF[Commitment.table]:
            self._go_to(Origin(Commitment.table))
        else:
            self._go_to(Origin(finding.table, finding.row_id, finding.field))

    def _go_to(self, origin: Origin) -> None:
        """Lead to the field: to its activity, or to the preparation for what comes before it."""
        way = way_to(self.session, origin.table, origin.row_id, origin.field)
        self.way_chosen.emit(way)

    def _ask_reason(self, finding: Finding) -> None:
        ask = Ask(self.window(), *words_of_asking(finding))
        accept_as_answered(self.session, ask, finding, _BY)
        ask.open()
        centre_on(ask, self.window())

    def _withdraw(self, finding: Finding) -> None:
        withdraw(self.session, finding, _BY)

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the pages and the column beside them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = round(min(theme_now().px(_SIDE), self.width() * _MOST))
        self._side.setFixedWidth(wide)
        self.card.setFixedHeight(self.card.height_within(wide - 26, self.height() // 2))


#: What the actions do with the pages, by their ids.
_ON_SHEETS: Final[Mapping[str, Callable[[SheetsView], object]]] = {
    "next_page": partial(SheetsView.turn, pages=1),
    "previous_page": partial(SheetsView.turn, pages=-1),
    "next_clause": partial(SheetsView.go_on, way=1),
    "previous_clause": partial(SheetsView.go_on, way=-1),
    "larger": partial(SheetsView.zoom, steps=1),
    "smaller": partial(SheetsView.zoom, steps=-1),
    "fit": SheetsView.fit,
    "pages": partial(SheetsView.setFocus, reason=Qt.FocusReason.ShortcutFocusReason),
}

#: Every action of the page by its id.
COMMANDS: Final = (*_ON_SHEETS, "to_clause")
