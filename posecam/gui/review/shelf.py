"""The list of recordings with what belongs to all of them below it."""

from __future__ import annotations

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from posecam.gui.review.library import Library
from posecam.gui.shared import icons
from posecam.gui.shared.focus import by_tab_alone
from posecam.gui.shared.keys import Key
from posecam.gui.shared.theme import Theme
from posecam.gui.shared.translation import tr


class Shelf(QWidget):
    """Widgets and their signals; decides nothing."""

    trash_asked = pyqtSignal()

    def __init__(self, library: Library, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._library = library
        self.trash = QPushButton(tr("Trash…"))
        self.trash.setProperty("flat", True)
        self.trash.setToolTip(tr("Bring back what was deleted, or remove it for good (Ctrl+Del)"))
        by_tab_alone(library, self.trash)
        self.trash.clicked.connect(lambda _: self.trash_asked.emit())
        layout, foot = QVBoxLayout(self), QHBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        foot.setContentsMargins(6, 2, 6, 2)
        foot.addWidget(self.trash)
        foot.addStretch(1)
        layout.addWidget(library, 1)
        layout.addLayout(foot)
        self.set_theme(theme)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be used, from the top."""
        return self._library, self.trash

    def keys(self) -> tuple[Key, ...]:
        """The key of the trash."""
        return (Key("Ctrl+Del", tr("Trash"), self.trash.click),)

    def set_theme(self, theme: Theme) -> None:
        self.trash.setIcon(icons.trash(theme.muted))
