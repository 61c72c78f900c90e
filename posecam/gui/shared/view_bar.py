"""Buttons over the upper edge of the 3D view: where to look from, and what to look at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PyQt6.QtCore import QEvent, QObject, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QIcon
from PyQt6.QtWidgets import QAbstractButton, QFrame, QPushButton, QWidget

from posecam.gui.shared import icons
from posecam.gui.shared.flow_layout import FlowLayout
from posecam.gui.shared.focus import by_tab_alone
from posecam.gui.shared.theme import Theme
from posecam.gui.shared.translation import mark, tr, tr_marked

_VIEWS: Final = {"front": mark("Front"), "side": mark("Side"), "top": mark("Top")}
_FROM: Final = {
    "front": mark("Front view"),
    "side": mark("Side view"),
    "top": mark("Top view"),
}
#: Logical pixels to the edges of the view.
_BESIDE: Final = 8
#: Of a view in which they may lie all the time, in height.
_ROOM: Final = 190
_MOMENTS: Final = {
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Enter,
    QEvent.Type.Leave,
}
_ICONS: Final[dict[str, Callable[[str], QIcon]]] = {
    "fit": icons.fit,
    "follow": icons.follow,
    "turn": icons.rescan,
    "sticks": icons.sticks,
    "beside": icons.beside,
}


class ViewBar(QFrame):
    """The buttons, in as many rows as they need. They lie over a view, which keeps its size.

    Attributes:
        buttons: by name: "front", "side", "top", "fit", and switches "follow", "turn", "sticks"
            and "beside", which is there while there is something to stand beside.
    """

    look_asked = pyqtSignal(str)  # "front", "side" or "top"
    covers = pyqtSignal(int)  # logical pixels of the upper edge of the view

    def __init__(self, over: QWidget | None = None) -> None:
        """over: the view; None where there is none: then it lies where it is put, switched off."""
        super().__init__(over)
        self.setObjectName("viewBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._over, self._wanted = over, True
        self._row = FlowLayout((3, 3, 3, 3), 2)
        self.setLayout(self._row)
        self.buttons: dict[str, QAbstractButton] = {}
        for key, name in enumerate(_VIEWS, start=1):
            button = QPushButton(tr_marked(_VIEWS[name]))
            button.setToolTip(f"{tr_marked(_FROM[name])} ({key})")
            button.clicked.connect(lambda _, name=name: self.look_asked.emit(name))
            self._add(name, button)
        self._add_icon("fit", tr("Fit"), tr("Frame the person as they are now (F)"))
        follow = tr("Keep the whole person in view, and what they reach (Shift+F)")
        self._add_switch("follow", tr("Follow"), follow)
        turn = tr("Rotate the view slowly around the figure (Space)")
        self._add_switch("turn", tr("Auto-rotate"), turn)
        self._add_switch("sticks", tr("Sticks"), tr("Draw bones and joints instead of a body (B)"))
        beside = tr("Let the compared recording stand beside, not on top (G)")
        self._add_switch("beside", tr("Beside"), beside)
        self.buttons["beside"].hide()
        if over is None:
            self.setEnabled(False)
        else:
            over.installEventFilter(self)

    def _add(self, name: str, button: QAbstractButton) -> None:
        self.buttons[name] = button
        by_tab_alone(button)
        self._row.addWidget(button)

    def _add_icon(self, name: str, words: str, tip: str) -> QPushButton:
        button = QPushButton()
        button.setIconSize(QSize(16, 16))
        button.setProperty("bare", True)
        button.setAccessibleName(words)
        button.setToolTip(tip)
        self._add(name, button)
        return button

    def _add_switch(self, name: str, words: str, tip: str) -> None:
        self._add_icon(name, words, tip).setCheckable(True)

    def add(self, button: QAbstractButton) -> None:
        """Put one more button after the others."""
        by_tab_alone(button)
        self._row.addWidget(button)
        self.settle()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be used, from the left."""
        places = (self._row.itemAt(number) for number in range(self._row.count()))
        found = (place.widget() for place in places if place is not None)
        return tuple(widget for widget in found if widget is not None)

    def set_theme(self, theme: Theme) -> None:
        for name, draw in _ICONS.items():
            self.buttons[name].setIcon(draw(theme.text))

    def show_beside(self, there: bool) -> None:
        """Whether there is something to stand beside."""
        if self.buttons["beside"].isHidden() == there:
            self.buttons["beside"].setVisible(there)
            self.settle()

    def setVisible(self, visible: bool) -> None:
        self._wanted = visible
        self._appear()

    def _appear(self) -> None:
        """Be there, in a low view only while the mouse is over it: the keys do the same."""
        room = self._over is None or self._over.height() >= _ROOM or self._over.underMouse()
        super().setVisible(self._wanted and room)
        self.settle()

    def settle(self) -> None:
        """Lie in the upper left corner of the view, no wider than it."""
        if self._over is None:
            return
        if self.isHidden():
            self.covers.emit(0)
            return
        room = max(self._over.width() - 2 * _BESIDE, 1)
        wide = min(self._row.totalSizeHint().width(), room)
        tall = self._row.totalHeightForWidth(wide)
        self.setGeometry(_BESIDE, _BESIDE, wide, tall)
        self.covers.emit(tall + _BESIDE)

    def eventFilter(self, _: QObject | None, event: QEvent | None) -> bool:
        if event is not None and event.type() in _MOMENTS:
            self._appear()
        return False

    def event(self, event: QEvent | None) -> bool:
        done = super().event(event)
        if event is not None and event.type() == QEvent.Type.LayoutRequest:
            self.settle()
        return done
