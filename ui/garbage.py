"""Garbage is collected in the windows' thread alone, between events."""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

#: How often (ms) it is asked whether there is something to collect.
_EVERY: Final = 1000


class Garbage(QObject):
    """Collects what Python would, by its own thresholds, but here and when nothing is under way.

    Python itself collects in whatever thread happens to allocate, and in the middle of an event:
    windows that only a ring of references holds would be deleted by the thread that sets a charter,
    or under Qt's hands. What stands once the program has started stays, and is not searched again.
    `stop` hands the collecting back.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._is_settled = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def stop(self) -> None:
        """Let Python collect as it does by itself."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def _collect(self) -> None:
        """Collect the oldest generation that is due; it takes the younger ones along."""
        if not self._is_settled:
            self._is_settled = True
            gc.collect()
            gc.freeze()
            return
        due = [
            generation
            for generation, (count, limit) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if count > limit
        ]
        if due:
            gc.collect(max(due))
