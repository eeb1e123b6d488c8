"""The vote of an activity: by name or as tallies, hidden until it is revealed, asked once more."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QWidget

from crm_workshop.activities import questions, scales
from crm_workshop.charter.votes import others_text, turnout_text, votes_text
from crm_workshop.kit.design import ActivityDesign
from crm_workshop.model.capture import Poll
from crm_workshop.model.workshop import Activity
from ui.activities.parts import ActivityPart, flow, framed
from ui.activities.votes.chart import VotesChart
from ui.activities.votes.grid import TallyGrid, VotersGrid
from ui.activities.votes.model import TallyModel, VotersModel
from ui.activities.votes.state import Votes, earlier
from ui.session import Session
from ui.ways import Spot
from ui.widgets.badges import KeyHint
from ui.widgets.text import as_button_text, button, label

#: The keys that mark a vote in somebody's name.
_LETTERS: Final = (
    ("A", "abstains"),
    ("L", "late"),
    ("X", "absent"),
    ("N", "does not vote"),
    ("P", "is here and votes"),
    ("Del", "take back"),
)

#: What stands where there is nobody to vote by name.
_NOBODY: Final = (
    "Nobody is named yet: count hands under Tallies (Alt+I), or name who is here first."
)


class VotesPart(ActivityPart):
    """Who stands where, what the room will see of it, and buttons to show, hide and ask again."""

    def __init__(
        self, session: Session, activity: Activity, design: ActivityDesign, title: str = ""
    ) -> None:
        super().__init__(session, activity, design, title)
        self.votes = Votes(session, activity.id, design)
        self._voters, self._tallies = VotersModel(self.votes), TallyModel(self.votes)
        self.by_name = VotersGrid(self.votes, self._voters)
        self.by_name.setAccessibleName("Votes by name")
        self.by_count = TallyGrid(self.votes, self._tallies)
        self.by_count.setAccessibleName("Votes without a name")
        stage = session.kit.stage(design.stage)
        self.chart = VotesChart(stage.hue if stage else "")
        self._build()
        self._connect()

    def _build(self) -> None:
        self._tabs, tabs = QButtonGroup(self), []
        for number, text in enumerate(("By &name", "Tall&ies")):
            tab = button(text, "tab")
            tab.setCheckable(True)
            tab.setChecked(number == 0)
            self._tabs.addButton(tab, number)
            tabs.append(tab)
        self._state = label("quiet", wrap=False)
        self.again = {key: button(self._asking_again(key), "small") for key in self._keys}
        self.hide_votes = button("&Hide votes", "small")
        self.reveal = button("&Reveal votes", "small")
        buttons = (self.reveal, self.hide_votes, *self.again.values())
        self.body.addWidget(flow(*tabs, self._state, *buttons))
        self._sentence = label("strong")
        self._rounds = label("small")
        for shown in (self.chart, self._sentence, self._rounds):
            self.body.addWidget(shown)
        self._frames = (framed(self.by_name), framed(self.by_count))
        for frame in self._frames:
            self.body.addWidget(frame)
        self._frames[1].hide()
        self._nobody = label("quiet", _NOBODY)
        self.body.addWidget(self._nobody)
        self._letters: tuple[KeyHint, ...] = tuple(KeyHint(*one) for one in _LETTERS)
        self.body.addWidget(flow(*self._meanings(), *self._letters, gap=16))
        if rule := scales.RULES[self.votes.scale]:
            self.body.addWidget(label("small", rule))

    def _meanings(self) -> list[KeyHint]:
        """Return what each number means here."""
        say, asked, values = self.session.words.say, self.votes.asked, self.votes.values
        ends = {values[0]: say(asked.low), values[-1]: say(asked.high)}
        said = [
            (str(value), scales.meaning(self.votes.scale, value) or ends.get(value, ""))
            for value in values
        ]
        return [KeyHint(key, text) for key, text in said if text]

    def _connect(self) -> None:
        self._tabs.idClicked.connect(self._turn)
        self.reveal.clicked.connect(self._reveal)
        self.hide_votes.clicked.connect(self._hide)
        for key, again in self.again.items():
            again.clicked.connect(partial(self._ask_again, key))

    def refresh(self) -> None:
        """Show the votes that the session holds now."""
        self._voters.refresh()
        self._tallies.refresh()
        revealed = self.votes.is_revealed
        self.reveal.setVisible(not revealed)
        self.reveal.setEnabled(any((one := self.votes.result(k)) and one.voted for k in self._keys))
        self.hide_votes.setVisible(revealed)
        for key, again in self.again.items():
            again.setVisible(revealed and self.votes.poll(key) is not None)
        body = self.votes.body()
        self.chart.show_votes(body)
        self._sentence.setText(body.sentence if body else "")
        self._sentence.setVisible(bool(self._sentence.text()))
        self._rounds.setText("\n".join(self._history()))
        self._rounds.setVisible(bool(self._rounds.text()))
        self._state.setText(self._standing(revealed))
        self._fit_entry()

    @property
    def _keys(self) -> tuple[str, ...]:
        return self.votes.keys

    def all_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the numbers of the scale that is used, and the letters that matter most."""
        numbers = f"{self.votes.values[0]}–{self.votes.values[-1]}"
        return (
            (numbers, "Vote"),
            ("A", "Abstains"),
            ("L", "Late"),
            ("P", "Is here"),
            ("Del", "Take back"),
        )

    def keys_now(self) -> tuple[tuple[str, str], ...]:
        """Return how votes are entered: in names, or as counts."""
        if not self._tabs.checkedId():
            return self.all_keys()
        return (("0–9", "How many votes"), ("+ −", "One more or fewer"), ("Del", "None"))

    def go_to_spot(self, spot: Spot, /) -> bool:
        """Go to the votes."""
        is_here = spot.table == Poll.table
        if is_here:
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        return is_here

    def first_focus(self) -> QWidget:
        """Return the table in which votes are entered."""
        return self.by_count if self._tabs.checkedId() else self.by_name

    def _standing(self, revealed: bool) -> str:
        if revealed:
            return "Shown to the room"
        taken = [one for key in self._keys if (one := self.votes.result(key))]
        if not taken:
            return "Hidden until revealed"
        rounds = max(one.poll.round for one in taken)
        again = f"Round {rounds} · " if rounds > 1 else ""
        counts = " and ".join(f"{one.voted + one.abstained} of {one.may_vote}" for one in taken)
        return f"{again}{counts} have voted · hidden"

    def _history(self) -> list[str]:
        """Return the rounds before, and who is not among the votes now."""
        said = []
        for key in self._keys:
            for one in earlier(self.votes, key):
                label = self.votes.label(key)
                said.append(f"{label}, round {one.poll.round}: {votes_text(one) or 'no votes'}.")
            last = self.votes.result(key)
            if last and last.poll.revealed:
                others = others_text(last)
                turnout = f"{self.votes.label(key)}: {turnout_text(last)}"
                said.append(f"{turnout}; {others}." if others else f"{turnout}.")
        return said

    def _turn(self, tab: int) -> None:
        for number, frame in enumerate(self._frames):
            frame.setVisible(tab == number)
        self._fit_entry()
        self.first_focus().setFocus()

    def _fit_entry(self) -> None:
        """Show the letters that mark a vote where there is somebody who votes by name."""
        by_name, somebody = not self._tabs.checkedId(), bool(self.votes.people())
        self._nobody.setVisible(by_name and not somebody)
        for letter in self._letters:
            letter.setVisible(by_name and somebody)

    def _reveal(self) -> None:
        self.votes.do(questions.reveal_votes)

    def _hide(self) -> None:
        self.votes.do(questions.hide_votes)
        self.first_focus().setFocus()

    def _asking_again(self, key: str) -> str:
        """Return what asks a question once more, by its name where there are several."""
        named = f": {as_button_text(self.votes.label(key))}" if len(self._keys) > 1 else ""
        return f"Second round{named}"

    def _ask_again(self, key: str) -> None:
        self.votes.do(questions.ask_again, key)
        self.first_focus().setFocus()
