"""What the store announces, as a Qt signal."""

from PySide6.QtCore import QObject, Signal

from crm_workshop.store.library import Change, Store


class StoreBridge(QObject):
    """Repeats each committed change of the library; `changed` carries the `Change`."""

    changed = Signal(object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        store.subscribe(self._repeat)

    def _repeat(self, change: Change) -> None:
        self.changed.emit(change)
