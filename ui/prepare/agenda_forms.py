"""What is asked before a break or an activity of one's own is added, and when it is changed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from crm_workshop.activities.half_typed import Place
from crm_workshop.kit.design import ActivityDesign, Method
from crm_workshop.model.choices import Scale
from crm_workshop.model.workshop import Activity
from ui.activities.entries import ChoiceEntry, Entry, TextEntry, answers, put_words, words_in
from ui.activities.lines import LineEntry
from ui.activities.unfinished import keep_texts, text_at
from ui.session import Session
from ui.widgets.autosave import Autosave
from ui.widgets.text import label, set_look

#: What a method is called where one of its activities is added.
CALLED: Final = {Method.CARDS: "cards", Method.SORT: "a sort", Method.POLL: "a poll"}

Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """One field of a form: its name in the answer, what stands before it, what it begins with."""

    name: str
    title: str
    entry: QWidget
    begins: str = ""


class AgendaForm(QDialog):
    """Asks for several things; `take` does it and returns why not, or nothing.

    What is typed is in the file within a second, and stands here again until it was taken.
    """

    #: It was taken.
    taken = Signal()

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        title: str,
        button: str,
        fields: tuple[Asked, ...],
        take: Callable[[Words], str],
        *,
        place: str,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._take, self._fields = session, take, fields
        self._places = {one.name: Place(Activity.table, 0, f"{place}.{one.name}") for one in fields}
        self._told = label("danger")
        self._told.hide()
        self._saving = Autosave(self._write, self)
        self._build(button)

    def _build(self, button: str) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for row, field in enumerate(self._fields):
            name = label("second", field.title)
            name.setBuddy(field.entry)
            name.setContentsMargins(0, 7, 0, 0)
            field.entry.setAccessibleName(field.title)
            put_words(field.entry, text_at(self._session, self._places[field.name]) or field.begins)
            cast(Entry, field.entry).edited.connect(self._saving.touch)
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field.entry, row, 1)
        buttons = QDialogButtonBox()
        take = buttons.addButton(button, QDialogButtonBox.ButtonRole.AcceptRole)
        take.setDefault(True)
        set_look(take, "primary")
        buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(14)
        layout.addLayout(grid)
        layout.addWidget(self._told)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.setMinimumWidth(560)

    def accept(self) -> None:
        """Do it, or say why it cannot be done."""
        sentence = self._take({one.name: words_in(one.entry) for one in self._fields})
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))
        if not sentence:
            self._saving.drop()
            keep_texts(self._session, dict.fromkeys(self._places.values(), ""))
            self.taken.emit()
            super().accept()

    def reject(self) -> None:
        """Leave it; what was typed stands here the next time."""
        self._saving.flush()
        super().reject()

    def _write(self) -> None:
        keep_texts(
            self._session,
            {
                self._places[one.name]: "" if words == one.begins else words
                for one in self._fields
                for words in [words_in(one.entry)]
            },
        )


def own_fields(
    session: Session, method: Method, design: ActivityDesign | None = None
) -> tuple[Asked, ...]:
    """Return the fields of an activity of one's own; its minutes only while it is added."""
    title, question = (design.title, design.question) if design else ("", "")
    fields = [Asked("title", "Title", LineEntry(), title)]
    fields.append(Asked("question", "Question the room sees", TextEntry(), question))
    if method is Method.SORT:
        columns = design.sort.buckets if design and design.sort else ()
        begins = "\n".join(one.label for one in columns)
        fields.append(Asked("columns", "Columns, one a line", TextEntry(), begins))
    if method is Method.POLL:
        poll = design.poll if design else None
        scale = ChoiceEntry(answers(session, Scale), none=False)
        begins = (poll.scale if poll else Scale.LINE).value
        fields.append(Asked("scale", "Scale", scale, begins))
        fields.append(Asked("low", "Its low end means", LineEntry(), poll.low if poll else ""))
        fields.append(Asked("high", "Its high end means", LineEntry(), poll.high if poll else ""))
    if design is None:
        fields.append(Asked("minutes", "Minutes", LineEntry(), "10"))
    return tuple(fields)


def answers_in(words: Words) -> tuple[str, ...]:
    """Return a sort's columns or the ends of a poll's scale."""
    if "columns" in words:
        return tuple(words["columns"].split("\n"))
    return (words.get("low", ""), words.get("high", ""))


def scale_in(words: Words) -> Scale:
    """Return the scale that was chosen; the line where there is none to choose."""
    return Scale(words.get("scale") or Scale.LINE.value)


def break_fields(
    places: tuple[tuple[str, str], ...], after: str, title: str, minutes: int
) -> tuple[Asked, ...]:
    """Return the fields of a break; `places` are the activities it may stand behind."""
    return (
        Asked("title", "What", LineEntry(), title),
        Asked("minutes", "Minutes", LineEntry(), str(minutes)),
        Asked("after", "After", ChoiceEntry(places, none=False), after),
    )
