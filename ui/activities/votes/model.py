"""Votes as tables that Qt can show: one row a person, or one row a group with its counts."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from crm_workshop.model.workshop import Person
from ui.activities.parts import HEADING
from ui.activities.votes.state import Votes

Index = QModelIndex | QPersistentModelIndex

_GROUPS = ((False, "Everybody else"), (True, "Executives"))


class VotersModel(QAbstractTableModel):
    """Who stands where: a row for each person, a column for each question."""

    def __init__(self, votes: Votes) -> None:
        super().__init__()
        self._votes = votes
        self._people = votes.people()

    def refresh(self) -> None:
        """Show the people and votes that the session holds now."""
        people, before = self._votes.people(), self._people
        ids, known = [one.id for one in people], [one.id for one in before]
        if sorted(ids) != sorted(known):
            self.beginResetModel()
            self._people = people
            self.endResetModel()
            return
        if ids != known:
            self._follow({row: ids.index(one) for row, one in enumerate(known)}, people)
        self._people = people
        if people:
            last = self.index(len(people) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _follow(self, rows: dict[int, int], people: tuple[Person, ...]) -> None:
        """Let people stand in other rows; whoever was the current one stays so."""
        self.layoutAboutToBeChanged.emit()
        self._people = people
        for index in self.persistentIndexList():
            there = self.index(rows[index.row()], index.column())
            self.changePersistentIndex(index, there)
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Return how many people there are."""
        return 0 if parent.isValid() else len(self._people)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Return the name and the questions."""
        return 0 if parent.isValid() else 1 + len(self._votes.keys)

    def person(self, index: Index) -> Person | None:
        """Return the person of a row."""
        return self._people[index.row()] if index.isValid() else None

    def key(self, index: Index) -> str:
        """Return the question of a column; empty for the name."""
        return self._votes.keys[index.column() - 1] if index.column() > 0 else ""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only votes can be chosen, not the names."""
        flags = super().flags(index)
        return flags if index.column() else flags & ~Qt.ItemFlag.ItemIsSelectable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the questions as headings."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return HEADING
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._votes.label(self._votes.keys[section - 1]) if section else "Who"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a name with its role, or where somebody stands."""
        person = self.person(index)
        if person is None:
            return None
        sign = "○  " if person.is_exec else "●  "
        text = self._votes.said(person, self.key(index)) if index.column() else sign + person.name
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column():
            return f"{person.name}, {self._votes.label(self.key(index))}: {text or 'no vote yet'}"
        if role in (Qt.ItemDataRole.UserRole, Qt.ItemDataRole.AccessibleTextRole):
            spoken = [person.name] if role == Qt.ItemDataRole.AccessibleTextRole else []
            about = [*spoken, person.role, "executive" if person.is_exec else ""]
            about.append("votes last" if person.is_sponsor else "")
            return None if index.column() else " · ".join(one for one in about if one)
        return text if role == Qt.ItemDataRole.DisplayRole else None


class TallyModel(QAbstractTableModel):
    """How many stand where: rows for executives and everybody else, a column for each value."""

    def __init__(self, votes: Votes) -> None:
        super().__init__()
        self._votes = votes

    def refresh(self) -> None:
        """Show the counts that the session holds now."""
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Return two rows for each question."""
        return 0 if parent.isValid() else len(_GROUPS) * len(self._votes.keys)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Return the group, every value, and those who abstain."""
        return 0 if parent.isValid() else len(self._votes.values) + 2

    def place(self, index: Index) -> tuple[str, int | None, bool]:
        """Return a question, a value (None: abstained), and whether it is the executives' row."""
        key = self._votes.keys[index.row() // len(_GROUPS)]
        at = index.column() - 1
        value = self._votes.values[at] if at < len(self._votes.values) else None
        return key, value, _GROUPS[index.row() % len(_GROUPS)][0]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only counts can be chosen, not the names of the groups."""
        flags = super().flags(index)
        return flags if index.column() else flags & ~Qt.ItemFlag.ItemIsSelectable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the values as headings."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return HEADING
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        heads = ("Votes without a name", *map(str, self._votes.values), "Abstain")
        return heads[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a group's name, or a count."""
        if not index.isValid():
            return None
        key, value, is_exec = self.place(index)
        if not index.column():
            is_named = role == Qt.ItemDataRole.UserRole and len(self._votes.keys) > 1
            if role == Qt.ItemDataRole.DisplayRole:
                return dict(_GROUPS)[is_exec]
            return self._votes.label(key) if is_named else None
        count = self._votes.count(key, value, is_exec=is_exec)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            at = "abstain" if value is None else f"at {value}"
            return f"{self._votes.label(key)}, {dict(_GROUPS)[is_exec]}, {at}: {count}"
        return str(count or "") if role == Qt.ItemDataRole.DisplayRole else None
