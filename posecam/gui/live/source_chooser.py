"""The list of cameras, the other kinds of source, and the button that looks again."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from typing import Final

from PyQt6.QtCore import QObject, QSignalBlocker, pyqtSignal
from PyQt6.QtGui import QStandardItemModel
from PyQt6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QInputDialog, QPushButton, QWidget

from posecam.capture import list_cameras, mask_password, parse_spec
from posecam.capture.spec import DEMO, VIDEO_SUFFIXES
from posecam.errors import SourceError
from posecam.gui.shared.fields import Combo
from posecam.gui.shared.translation import tr, tr_core

LOG = logging.getLogger(__name__)

#: Logical pixels.
_WIDEST = 290
_OPEN_FILE, _OPEN_ADDRESS = "\0file", "\0address"
# Camcorders write capitals, and some file dialogs tell them apart.
_PATTERNS = (f"*{suffix} *{suffix.upper()}" for suffix in sorted(VIDEO_SUFFIXES))
_VIDEOS: Final = " ".join(_PATTERNS)


class CameraScan(QObject):
    """Lists the cameras in a thread, since drivers may take their time, and says the result.

    It also asks by itself when the system says that a camera came or went, where Qt can tell.
    """

    found = pyqtSignal(list)  # of (name, spec)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: threading.Thread | None = None
        self._media: QObject | None = None

    def start(self) -> None:
        """Look again, unless a look is under way."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._scan, name="posecam-cameras", daemon=True)
            self._thread.start()

    def _scan(self) -> None:
        cameras = list_cameras()
        names = [camera.name for camera in cameras]
        specs = [
            camera.name
            if names.count(camera.name) == 1 and _is_camera(camera.name)
            else camera.spec
            for camera in cameras
        ]
        try:
            self.found.emit(list(zip(names, specs, strict=True)))
        except RuntimeError:  # the window is gone
            LOG.debug("the cameras were listed too late")

    def watch(self) -> None:
        """Ask Qt to tell when cameras come and go; without QtMultimedia nothing happens."""
        try:
            from PyQt6.QtMultimedia import QMediaDevices
        except ImportError as error:
            LOG.info("cameras are not watched: %s", error)
            return
        devices = QMediaDevices(self)
        devices.videoInputsChanged.connect(self.start)
        self._media = devices

    def stop(self, timeout: float) -> None:
        if self._thread is not None:
            self._thread.join(timeout)


def _is_camera(name: str) -> bool:
    """Whether the name alone would be understood as a camera. It does not depend on plug order."""
    try:
        return not name.isdecimal() and parse_spec(name).kind == "camera"
    except SourceError:
        return False


class SourceChooser(QWidget):
    """Emits `chosen` with a spec for `open_source` when the person picks a source."""

    chosen = pyqtSignal(str)
    rescan_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cameras: list[tuple[str, str]] = []
        self._spec = ""
        self.combo = Combo(tr("Source"))
        self.combo.setMinimumContentsLength(8)
        self.combo.setMaxVisibleItems(20)
        self.combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.combo.setToolTip(tr("Video source"))
        self.combo.activated.connect(self._activated)
        self.rescan = QPushButton()
        self.rescan.setProperty("flat", True)
        self.rescan.setToolTip(tr("Look for cameras again (F5)"))
        self.rescan.setAccessibleName(tr("Look for cameras again"))
        self.rescan.clicked.connect(self.rescan_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.combo, 1)
        layout.addWidget(self.rescan)
        self.setMaximumWidth(_WIDEST)
        self._fill()

    @property
    def cameras(self) -> list[tuple[str, str]]:
        """(name, spec) of every camera listed."""
        return list(self._cameras)

    def set_cameras(self, cameras: Sequence[tuple[str, str]]) -> None:
        self._cameras = list(cameras)
        self._fill()

    def set_current(self, spec: str) -> None:
        """Show this source as the one that is open."""
        self._spec = spec
        self._fill()

    def _fill(self) -> None:
        with QSignalBlocker(self.combo):
            self.combo.clear()
            for name, spec in self._cameras:
                self.combo.addItem(name, spec)
            if not self._cameras:
                self.combo.addItem(tr("No camera found"), None)
                model = self.combo.model()
                item = model.item(0) if isinstance(model, QStandardItemModel) else None
                if item is not None:
                    item.setEnabled(False)
            specs = {spec for _, spec in self._cameras} | {DEMO}
            if self._spec and self._spec not in specs:
                self.combo.addItem(tr_core(source_label(self._spec)), self._spec)
            self.combo.insertSeparator(self.combo.count())
            self.combo.addItem(tr("Demo clip"), DEMO)
            self.combo.addItem(tr("Open video file…"), _OPEN_FILE)
            self.combo.addItem(tr("Open address…"), _OPEN_ADDRESS)
            self.combo.setCurrentIndex(self.combo.findData(self._spec) if self._spec else -1)

    def _activated(self, index: int) -> None:
        data = self.combo.itemData(index)
        if data == _OPEN_FILE:
            self.ask_for_file()
        elif data == _OPEN_ADDRESS:
            self.ask_for_address()
        elif data:
            self.chosen.emit(data)

    def ask_for_file(self) -> None:
        """Let the person pick a video; cancelling changes nothing."""
        self._fill()
        kinds = f"{tr('Videos')} ({_VIDEOS});;{tr('All files')} (*)"
        path, _ = QFileDialog.getOpenFileName(self.window(), tr("Open video"), "", kinds)
        if path:
            self.chosen.emit(path)

    def ask_for_address(self) -> None:
        """Let the person type an address; cancelling changes nothing."""
        self._fill()
        text, accepted = QInputDialog.getText(
            self.window(),
            tr("Open address"),
            tr("Address of a network camera, for example rtsp://192.168.1.20/stream"),
        )
        if accepted and text.strip():
            self.chosen.emit(text.strip())


def source_label(spec: str) -> str:
    """A source in few words: never with a password."""
    try:
        return parse_spec(spec).name
    except SourceError:
        return mask_password(spec)
