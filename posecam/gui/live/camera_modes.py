"""The button that says how a camera delivers, and lets another size, rate or format be chosen."""

from __future__ import annotations

import logging
import threading
from functools import partial

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtGui import QActionGroup
from PyQt6.QtWidgets import QMenu, QPushButton, QWidget

from posecam.capture import CaptureOptions, CaptureState, list_modes
from posecam.gui.shared.translation import tr

LOG = logging.getLogger(__name__)


def mode_text(mode: CaptureOptions) -> str:
    """A mode in few words; "Automatic" for what is left to the application."""
    if mode == CaptureOptions():
        return tr("Automatic")
    size = f"{mode.width} × {mode.height}" if mode.width and mode.height else tr("any size")
    rate = tr("{fps:g} fps", fps=mode.fps) if mode.fps else ""
    return ", ".join(part for part in (size, rate, mode.fourcc) if part)


def delivered_text(state: CaptureState | None) -> str:
    """What a camera really delivers, in few words."""
    if state is None or state.info is None:
        return tr("Format ▾")
    return f"{state.info.width} × {state.info.height} ▾"


class CameraModes(QPushButton):
    """Hidden unless a camera is open. Emits `chosen` with the options to ask it for."""

    chosen = pyqtSignal(object)
    _listed = pyqtSignal(str, list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("flat", True)
        self.setAccessibleName(tr("Camera format"))
        self._spec = ""
        self._wanted = CaptureOptions()
        self._modes: list[CaptureOptions] = []
        self._thread: threading.Thread | None = None
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self._listed.connect(self._take)
        self.hide()

    @property
    def offered(self) -> list[CaptureOptions]:
        """What can be chosen, the automatic one first."""
        return [CaptureOptions(), *self._modes]

    def show_camera(self, spec: str, wanted: CaptureOptions) -> None:
        """Offer the modes of this camera; asked for in a thread, for a driver may take its time."""
        self._wanted = wanted
        if spec != self._spec:
            self._spec, self._modes = spec, []
            self._thread = threading.Thread(
                target=self._ask, args=(spec,), name="posecam-modes", daemon=True
            )
            self._thread.start()
        self._fill()
        self.show()

    def show_none(self) -> None:
        """What is open is no camera."""
        self._spec = ""
        self.hide()

    def refresh(self, state: CaptureState | None) -> None:
        """Say what is delivered now."""
        text = delivered_text(state)
        if text != self.text():
            self.setText(text)
        asked = mode_text(self._wanted)
        lines = [tr("Size, rate and format of the camera's video")]
        lines.append(tr("asked for: {format}", format=asked))
        if state is not None and state.info is not None:
            info = state.info
            got = f"{info.width} × {info.height} {info.pixel_format}".strip()
            lines.append(tr("delivered: {format}, {fps:.0f} fps", format=got, fps=state.fps))
        self.setToolTip("\n".join(lines))

    def stop(self, timeout: float) -> None:
        if self._thread is not None:
            self._thread.join(timeout)

    def _ask(self, spec: str) -> None:
        modes = list_modes(spec)
        try:
            self._listed.emit(spec, modes)
        except RuntimeError:  # the window is gone
            LOG.debug("the modes were listed too late")

    def _take(self, spec: str, modes: list[CaptureOptions]) -> None:
        if spec == self._spec:
            self._modes = modes
            self._fill()

    def _fill(self) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        modes = self.offered
        if self._wanted not in modes:
            modes.append(self._wanted)
        for mode in modes:
            action = self._menu.addAction(mode_text(mode))
            if action is None:
                continue
            action.setCheckable(True)
            action.setChecked(mode == self._wanted)
            action.triggered.connect(partial(self.chosen.emit, mode))
            group.addAction(action)
