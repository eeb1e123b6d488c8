"""The panel of silent cards: type, Enter, next; reveal, sort under themes, merge."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from crm_workshop.activities import cards as operations
from crm_workshop.activities.half_typed import Place
from crm_workshop.activities.standing import standing_cards
from crm_workshop.kit.design import ActivityDesign
from crm_workshop.live.room import shown_view
from crm_workshop.live.views import View
from crm_workshop.model.capture import Card, Theme
from crm_workshop.model.fields import spec
from crm_workshop.model.workshop import Activity
from ui.activities.compose import further_parts
from ui.activities.dots import DotBar
from ui.activities.lines import LineEntry
from ui.activities.panel import Panel
from ui.activities.parts import Parts
from ui.activities.unfinished import Unfinished
from ui.activities.values import offered
from ui.activities.wall.capture import CaptureLine
from ui.activities.wall.columns import ThemeColumns
from ui.activities.wall.hands import WallHands
from ui.activities.wall.keeping import CardKeeper
from ui.activities.wall.seen import mode_text, seen_cards, themes_of
from ui.activities.wall.view import CardView
from ui.session import Session
from ui.widgets.bare import Bare
from ui.widgets.flow import FlowLayout
from ui.widgets.text import button, label

#: The keys of the field for new cards, of the wall and of the themes, and what they do.
_TYPING: Final = (("Enter", "Add card"), ("Ctrl+R", "Reveal next"))
_ON_WALL: Final = (
    ("Enter", "Write on it"),
    ("Alt+Arrow", "Move"),
    ("R", "Reveal"),
    ("Ctrl+M", "Merge"),
    ("Del", "Delete"),
)
_NAMING: Final = (("Enter", "Add theme"),)
_IN_THEMES: Final = (("Alt+← →", "Theme beside"), *_ON_WALL[1:])
_DOTS: Final = (("+ −", "Dots"), ("N", "Next voter"))

#: The tab that belongs to a state of the room screen.
_TABS: Final = {
    View.CARDS: "cards",
    View.THEMES: "themes",
    View.DOTS: "cards",
    View.ROWS: "more",
}


class CardsPanel(Panel):
    """Cards as they are written, under themes, with dots; then what else the activity asks."""

    def __init__(self, session: Session, activity: Activity, design: ActivityDesign) -> None:
        super().__init__(session, activity, design)
        self._activity = activity
        self._followed: View | None = None
        self._build()
        self._connect()
        self.refresh()

    # Building

    def _build(self) -> None:
        design = self.design.cards
        name = (design.stem if design else "") or "New card"
        self.author = LineEntry(partial(offered, self.session, spec(Card, "author")))
        self.author.setAccessibleName("Written by")
        self.author.setPlaceholderText("Written by")
        self.author.setToolTip("Who wrote the card; the room never sees it")
        keeper = CardKeeper(self.activity_id, author=self.author.text)
        self.capture = CaptureLine(self.session, keeper, name, "Type a card")
        self.wall, self.columns = CardView("Cards"), ThemeColumns()
        dotted = design is not None and design.dots
        self.dots = DotBar(self.session, self._activity) if dotted else None
        self._tabs: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._pages = QStackedWidget()
        row = Bare()
        self._bar = FlowLayout(row, gap=6)
        self._add_tab("cards", "Cards", self._cards_page())
        self._add_tab("themes", "Themes", self.columns)
        place = Place(Theme.table, self.activity_id, "name")
        self._unfinished = Unfinished(self.session, {place: self.columns.new}, self)
        self.parts = tuple(further_parts(self.session, self._activity, self.design))
        if self.parts:
            self._add_tab("more", "Write down", self._further_page())
        self._mode = button("", "tab")
        self._mode.setCheckable(True)
        self._mode.setToolTip("Whether the room sees a new card when it is finished, or on reveal")
        self._bar.addWidget(self._mode)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(row)
        layout.addWidget(self._pages, stretch=1)
        self._tabs["cards"].setChecked(True)

    def _cards_page(self) -> QWidget:
        page = QWidget()
        self._empty = label("quiet", "Type what is read out or written; Enter adds it as a card.")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        line = QHBoxLayout()
        line.addWidget(self.capture, 3)
        line.addWidget(self.author, 1)
        column.addLayout(line)
        column.addWidget(self._empty)
        if self.dots is not None:
            column.addWidget(self.dots)
        column.addWidget(self.wall, stretch=1)
        return page

    def _add_tab(self, name: str, text: str, page: QWidget) -> None:
        tab = button(text, "tab")
        tab.setCheckable(True)
        tab.clicked.connect(partial(self.show_tab, name))
        self._group.addButton(tab)
        self._bar.addWidget(tab)
        self._tabs[name] = tab
        self._pages.addWidget(page)

    def _further_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Parts(self.parts))
        column.addStretch(1)
        return page

    def _connect(self) -> None:
        hands = self.hands = WallHands(self.session, self.dots)
        self.capture.kept.connect(self.refresh)
        self.capture.added.connect(self._added)
        self.author.returnPressed.connect(self.capture.finish)
        self.author.edited.connect(self.capture.touch)
        self._mode.toggled.connect(self._set_mode)
        for wall in (self.wall, self.columns):
            wall.written.connect(hands.write)
            wall.asked.connect(hands.ask)
            wall.pasted.connect(self.capture.paste_lines)
        if self.dots is not None:
            self.dots.changed.connect(self.refresh)
        self.wall.moved.connect(self._move_on_wall)
        self.wall.dropped.connect(hands.drop)
        self.columns.moved.connect(hands.move)
        self.columns.put.connect(hands.put)
        self.columns.named.connect(partial(hands.add_theme, self.activity_id, self._unfinished))
        self.columns.renamed.connect(hands.rename)
        self.columns.removed.connect(partial(hands.do, operations.delete_theme))
        reveal = QShortcut(QKeySequence("Ctrl+R"), self)
        reveal.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        reveal.activated.connect(self.reveal_next)

    # Showing

    def refresh(self) -> None:
        """Show what the session holds now."""
        self.capture.refresh()
        if self.dots is not None:
            self.dots.refresh()
        standing = self._standing()
        dossier = self.session.dossier
        seen = seen_cards(
            dossier,
            standing,
            {one.id: self.dots.note(one) if self.dots else "" for one in standing},
        )
        self.wall.set_cards(tuple(seen.values()))
        self.columns.show_themes(themes_of(dossier, self.activity_id, standing, seen))
        self._unfinished.put_back()
        for part in self.parts:
            part.refresh()
        self._tabs["cards"].setText(f"Cards {len(standing)}" if standing else "Cards")
        self._empty.setVisible(not standing)
        if self.wall.hasFocus() and not standing:
            self.capture.setFocus()
        self._mode.setText(mode_text(standing, at_once=self._mode.isChecked()))
        self._follow_room()

    def all_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of the field, of the cards and of the parts behind the last tab."""
        parts = (key for part in self.parts for key in part.all_keys())
        return (*_TYPING, *_ON_WALL, *(_DOTS if self.dots else ()), *parts)

    def keys_now(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of the field, of the wall, of the themes, or of a further part."""
        focused = QApplication.focusWidget()
        if isinstance(focused, CardView):
            on = _ON_WALL if focused is self.wall else _IN_THEMES
            return (*on, *(_DOTS if self.dots else ()))
        if focused is self.columns.new:
            return _NAMING
        here = [one for one in self.parts if focused and one.isAncestorOf(focused)]
        return tuple(key for part in here for key in part.keys_now()) if here else _TYPING

    def first_focus(self) -> QWidget:
        """Return the field for new cards."""
        return self.capture

    def keep_drafts(self) -> None:
        """Write what is still only in a field."""
        self.capture.keep_draft()
        self.wall.flush()
        self.columns.flush()
        self._unfinished.keep()
        for part in self.parts:
            part.keep_drafts()

    def leave(self) -> None:
        """Finish what is being typed as a card; the next visit begins with the cards."""
        super().leave()
        self.capture.leave()
        self.show_tab("cards")
        self._followed = None

    @property
    def typing(self) -> frozenset[int]:
        """The card that is still being typed: whatever is revealed, it is not."""
        return frozenset({self.capture.draft_id})

    def show_tab(self, name: str, *_: object) -> None:
        """Show one of the tabs."""
        self._tabs[name].setChecked(True)
        self._pages.setCurrentIndex(list(self._tabs).index(name))

    def _standing(self) -> tuple[Card, ...]:
        """Return the cards on the wall: not the one that is still being typed."""
        found = standing_cards(self.session.dossier, self.activity_id)
        return tuple(one for one in found if one.id != self.capture.draft_id)

    def _follow_room(self) -> None:
        """Turn to the tab of what the room screen has come to show."""
        session = self.session
        view = shown_view(session.dossier, session.kit, session.scene)
        if view is self._followed:
            return
        name = _TABS.get(view) if view else None
        if self._followed is not None and name in self._tabs:
            self.show_tab(name)
        self._followed = view

    # Acting

    def reveal_next(self) -> None:
        """Show the room the next card that it has not seen."""
        hidden = [one for one in self._standing() if not one.revealed]
        if hidden:
            self.wall.choose(hidden[0].id)
            self.hands.do(operations.reveal_card, hidden[0].id)

    def _move_on_wall(self, card_id: int, places: int) -> None:
        order = tuple(one.id for one in self.wall.cards.cards)
        self.hands.move(order, card_id, places)

    def _added(self, card_id: int) -> None:
        """Show the new card, and begin the next."""
        self.author.clear()
        self.capture.setFocus()
        self.refresh()
        self.wall.scrollTo(self.wall.cards.index(self.wall.cards.row_of(card_id)))

    def _set_mode(self, at_once: bool) -> None:
        self.capture.shows_at_once = at_once
        self.refresh()
