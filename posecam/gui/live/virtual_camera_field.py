"""The virtual camera in the settings: what it shows, and how it is going."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from posecam.gui.shared.fields import Combo
from posecam.gui.shared.style import restyle
from posecam.gui.shared.translation import mark, tr, tr_core, tr_marked
from posecam.settings import StreamSettings
from posecam.streaming.options import KEY_COLOUR, StreamStatus

_VIEWS: Final = {
    "": mark("off"),
    "overlay": mark("Video with skeletons"),
    "figure": mark("3D view"),
    "key": mark("Figure on a plain colour"),
}
_COLOURS: Final = {
    KEY_COLOUR: mark("Green"),
    "#0047bb": mark("Blue"),
    "#ff00ff": mark("Magenta"),
    "#000000": mark("Black"),
}


class VirtualCameraField(QWidget):
    """Emits `changed` with the names and new values of fields of `StreamSettings`."""

    changed = pyqtSignal(dict)

    def __init__(self) -> None:
        super().__init__()
        self.view, self.colour = Combo(tr("Virtual camera")), Combo(tr("Colour"))
        for name, words in _VIEWS.items():
            self.view.addItem(tr_marked(words), name)
        for name, words in _COLOURS.items():
            self.colour.addItem(tr_marked(words), name)
        self.view.setToolTip(tr("posecam as a camera in OBS, Zoom, Teams and browsers"))
        self.view.activated.connect(self._choose)
        self.colour.activated.connect(
            lambda index: self.changed.emit({"key_colour": self.colour.itemData(index)})
        )
        self.state = QLabel()
        self.state.setProperty("role", "muted")
        self.state.setWordWrap(True)
        row, whole = QHBoxLayout(), QVBoxLayout(self)
        for widget in (self.view, self.colour):
            row.addWidget(widget)
        row.addStretch(1)
        whole.setContentsMargins(0, 0, 0, 8)
        whole.addWidget(QLabel(tr("Virtual camera")))
        whole.addLayout(row)
        whole.addWidget(self.state)

    def _choose(self, index: int) -> None:
        self._allow_colour()
        self.changed.emit({"virtual_camera": self.view.itemData(index)})

    def _allow_colour(self) -> None:
        self.colour.setVisible(self.view.currentData() == "key")

    def show_settings(self, streams: StreamSettings) -> None:
        """Show these, without saying that anything changed."""
        self.view.setCurrentIndex(max(self.view.findData(streams.virtual_camera), 0))
        self.colour.setCurrentIndex(max(self.colour.findData(streams.key_colour), 0))
        self._allow_colour()

    def show_state(self, state: StreamStatus | None) -> None:
        """How it is going; None while it is off."""
        restyle(self.state, "alarm", state is not None and state.kind == "failed")
        if state is None:
            self.state.setText("")
        elif state.message:
            self.state.setText(tr_core(state.message))
        else:
            self.state.setText(
                tr("{device}: {sent} images sent", device=state.address, sent=state.sent)
            )
