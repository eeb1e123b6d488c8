"""What a next attempt has brought along from the one before: people, words and lessons."""

from typing import Final

from PySide6.QtWidgets import QVBoxLayout

from crm_workshop.model.meaning import Lesson
from crm_workshop.model.workshop import Person, Word
from ui.session import Session
from ui.widgets.bare import Bare
from ui.widgets.text import label

_FIRST: Final = (
    "This is the first attempt. A second or third one begins in the library, by repeating the "
    "workshop before it: people, words and lessons come along."
)
_MORE: Final = "Further lessons are written down in the activity “{}”."


class BroughtAlong(Bare):
    """The lessons of the attempts before, and how many people and words came with them."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._said, self._lessons, self._more = label("second"), label(), label("small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for one in (self._said, self._lessons, self._more):
            layout.addWidget(one)

    def refresh(self) -> None:
        """Show what the session holds now."""
        dossier, kit = self._session.dossier, self._session.kit
        lessons = [one for one in dossier.all(Lesson) if one.lesson.strip() or one.what.strip()]
        is_first = dossier.workshop.attempt_no < 2 and not lessons
        counts = (
            _count(len(lessons), "lesson", "lessons"),
            _count(len(dossier.all(Person)), "person", "people"),
            _count(len(dossier.all(Word)), "word of the firm’s own", "words of the firm’s own"),
        )
        said = ", ".join(filter(None, counts)) or "Nothing yet"
        self._said.setText(_FIRST if is_first else f"{said}.")
        lines = (f"• {_line(one)}" for one in lessons)
        self._lessons.setText("\n".join(lines))
        self._lessons.setVisible(bool(lessons))
        design = kit.activity("1.2")
        self._more.setText(_MORE.format(self._session.words.say(design.title)) if design else "")
        self._more.setVisible(not is_first and design is not None)


def _line(lesson: Lesson) -> str:
    """Return a lesson, with what it was learned from."""
    when = f"{lesson.what} ({lesson.year})" if lesson.year and lesson.what else lesson.what
    return ": ".join(filter(None, (when, lesson.lesson)))


def _count(number: int, one: str, several: str) -> str:
    """Return a count with what is counted; nothing where there is none."""
    return f"{number} {one if number == 1 else several}" if number else ""
