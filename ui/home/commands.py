"""What the actions of the library do, by their ids, and which can be done now."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from crm_workshop.shelf.entries import Entry, Section
from crm_workshop.store.library import Store
from ui.actions import key_text
from ui.home.actions import ACTIONS, OF_ONE
from ui.home.deeds import Deeds
from ui.home.files import Files
from ui.theme.tokens import NAMES
from ui.ways import Spot, Way, Where

if TYPE_CHECKING:
    from ui.console.palette import Command

Slots = dict[str, Callable[[], object]]

_WAYS: Final = {"live": Where.LIVE, "prepare": Where.PREPARATION, "charter": Where.CHARTER}


_ZOOMS: Final = {"zoom_in": 0.1, "zoom_out": -0.1, "zoom_reset": 0.0}


class HomeCommands(QObject):
    """Does what is asked with the workshop that is chosen; `way_chosen` carries where it leads."""

    way_chosen = Signal(object)
    #: By how much the text scale is to change; 0 asks for the system's.
    zoom_requested = Signal(float)
    #: The name of a theme; nothing asks for the system's.
    theme_requested = Signal(str)

    def __init__(
        self,
        store: Store,
        window: QWidget,
        actions: Mapping[str, QAction],
        chosen: Callable[[], Entry | None],
    ) -> None:
        super().__init__(window)
        self._store, self._window, self._chosen = store, window, chosen
        self._actions = actions
        self.deeds, self.files = Deeds(store, self), Files(store, window)
        self._unmade = ""

    def slots(self) -> Slots:
        """Return what each action does."""
        with_one: dict[str, Callable[[Entry], object]] = {
            "rename": self._rename,
            "again": self.deeds.prepare_again,
            "archive": self.deeds.archive,
            "export": self.files.ask_and_export,
            "pdf": self.files.ask_and_save_charter,
            "delete": self.deeds.delete,
        }
        found: Slots = {name: partial(self._with_chosen, deed) for name, deed in with_one.items()}
        for name, step in _ZOOMS.items():
            found[name] = partial(self.zoom_requested.emit, step)
        for name in ("", *NAMES):
            found[f"theme_{name or 'system'}"] = partial(self.theme_requested.emit, name)
        for name, where in _WAYS.items():
            found[name] = partial(self._with_chosen, partial(self._go, where))
        return found | {
            "new": self.ask_for_firm,
            "palette": self._open_palette,
            "settings": partial(self.way_chosen.emit, Way(Where.SETTINGS)),
            "help": partial(self.way_chosen.emit, Way(Where.HELP)),
            "sample": self.deeds.bring_in_samples,
            "import": self._bring_in,
            "undo": self.deeds.undo,
            "redo": self.deeds.redo,
        }

    def enable(self, step: str) -> None:
        """Offer what can be done with the workshop that is chosen; `step` names its next step."""
        entry, actions = self._chosen(), self._actions
        for design in OF_ONE:
            actions[design.id].setEnabled(entry is not None)
        actions["pdf"].setEnabled(entry is not None and not self.files.is_writing)
        actions["step"].setText(step)
        actions["step"].setEnabled(bool(step))
        archived = entry is not None and entry.section is Section.ARCHIVED
        actions["archive"].setText("Take out of the archive" if archived else "Archive")
        for name in ("undo", "redo"):
            step_name = getattr(self._store, f"{name}_name")(None)
            word = name.capitalize()
            actions[name].setText(f"{word} “{step_name}”".replace("&", "&&") if step_name else word)
            actions[name].setEnabled(step_name is not None)

    def ask_for_firm(self) -> None:
        """Ask whom a new workshop is for; a name that was begun stands there again."""
        from ui.console.dialogs import Ask, centre_on

        question = "Which firm is it for? Everything else can wait."
        ask = Ask(self._window, "New workshop", question, "Prepare it", self._unmade)
        ask.answered.connect(self.make)
        ask.left.connect(self._keep_name)
        ask.open()
        centre_on(ask, self._window)

    def make(self, firm: str) -> None:
        """Make a workshop for a firm and go on preparing it."""
        made = self.deeds.make(firm)
        self._unmade = "" if made else firm
        if made:
            self.deeds.made.emit(made)
            self.way_chosen.emit(Way(Where.PREPARATION, made))

    def _open_palette(self) -> None:
        """Let an action be found by its name; it is done once the palette is closed."""
        from ui.console.dialogs import centre_on
        from ui.console.palette import Command, Palette

        commands = []
        for one in ACTIONS:
            action = self._actions[one.id]
            if action.isEnabled() and one.id != "palette":
                text, keys = action.text().replace("&&", "&"), map(key_text, one.keys)
                commands.append(Command(text, " · ".join(keys), action.trigger, one.menu.value))
        palette = Palette(self._window, commands)
        palette.chosen.connect(_run)
        palette.open()
        centre_on(palette, self._window)

    def _keep_name(self, typed: str) -> None:
        self._unmade = typed

    def _with_chosen(self, deed: Callable[[Entry], object]) -> None:
        entry = self._chosen()
        if entry is not None:
            deed(entry)

    def _go(self, where: Where, entry: Entry) -> None:
        self.way_chosen.emit(Way(where, entry.id))

    def _rename(self, entry: Entry) -> None:
        self.way_chosen.emit(Way(Where.PREPARATION, entry.id, Spot("workshop", entry.id, "firm")))

    def _bring_in(self) -> None:
        files = self.files.ask_for_workshops()
        if files:
            self.deeds.bring_in(files)


def _run(command: "Command") -> None:
    command.run()
