"""A menu that several things can be switched in, one after the other."""

from __future__ import annotations

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QAction, QKeyEvent, QMouseEvent
from PyQt6.QtWidgets import QMenu


class PersistentMenu(QMenu):
    """Stays open when something is switched by a click or the space bar; Enter closes it."""

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        action = self.actionAt(event.position().toPoint()) if event is not None else None
        if not _switch(action):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        space = event is not None and event.key() == Qt.Key.Key_Space
        if not (space and _switch(self.activeAction())):
            super().keyPressEvent(event)


def _switch(action: QAction | None) -> bool:
    """Trigger what can be switched; whether it was."""
    if action is None or not action.isCheckable() or not action.isEnabled():
        return False
    action.trigger()
    return True
