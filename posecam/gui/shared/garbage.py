"""Cyclic garbage is taken away by Qt's thread alone.

Python collects it in whichever thread happens to allocate, and a widget that is in it would die
there; Qt's objects may die in their own thread only, or the process with them.
"""

from __future__ import annotations

import gc
from typing import Final

from PyQt6.QtCore import QObject, QTimer

#: How often it is looked whether there is enough of it.
INTERVAL_MS: Final = 500


class GarbageCollector(QObject):
    """Collects in the thread that made it, as often as Python would; Python itself no longer does.

    Once closed, Python collects again.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what is there already lasts, and need not be looked through again and again
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(INTERVAL_MS)

    def collect(self) -> None:
        """Collect the oldest generation of which there is enough."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation] > 0:
                gc.collect(generation)
                return

    def close(self) -> None:
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
