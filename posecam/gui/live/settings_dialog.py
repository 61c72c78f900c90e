"""The dialog of settings. Every change counts at once, so that it is seen in the image."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QTabWidget, QVBoxLayout, QWidget

from posecam.gui.live.settings_pages import EnginePage, FigurePage, Page, RecordingPage, StreamsPage
from posecam.gui.shared.engine_labels import engine_name
from posecam.gui.shared.focus import FocusKeys
from posecam.gui.shared.scrolling import Scrolling
from posecam.gui.shared.window_place import StaysOnScreen
from posecam.live.engine_choice import EngineOption
from posecam.live.status import PipelineStatus
from posecam.settings import Settings
from posecam.streaming.options import StreamStatus

#: What the button for the defaults leaves as it is.
_KEPT = ("source", "mirror", "mirror_videos", "window", "view", "cameras", "calibration",
         "calibrated_source", "readouts", "review")  # fmt: skip


class SettingsDialog(QDialog):
    """Emits `changed` with the whole new `Settings`."""

    changed = pyqtSignal(object)
    calibrate_asked = pyqtSignal()
    forget_asked = pyqtSignal()
    _options_found = pyqtSignal(list)

    def __init__(
        self,
        settings: Settings,
        parent: QWidget | None = None,
        *,
        engine_options: Callable[[], list[EngineOption]] | None = None,
        wanted: tuple[str, str] | None = None,
    ) -> None:
        """
        Args:
            settings: to begin with.
            engine_options: what to choose an engine from; called in a thread. None: no choice.
            wanted: backend and precision that were asked for, where they are not the settings'.
        """
        super().__init__(parent)
        self.setWindowTitle("Settings")
        self.setMinimumWidth(560)
        self._settings = settings
        self.figure, self.engine = FigurePage(), EnginePage()
        self.streams, self.recording = StreamsPage(), RecordingPage()
        self.height_cm, self.field_of_view = self.figure.height_cm, self.figure.field_of_view
        self.smoothness = self.figure.smoothness
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName("Pages")  # type: ignore[union-attr]
        pages: list[tuple[Page, str]] = [
            (self.figure, "Figure"),
            (self.engine, "Engine"),
            (self.streams, "Other programs"),
            (self.recording, "Recordings"),
        ]
        self._pages = [page for page, _ in pages]
        for page, title in pages:
            self.tabs.addTab(Scrolling(page), title)
            page.changed.connect(self._change)
            page.show_settings(settings)
        self.figure.calibrate_asked.connect(self._calibrate)
        self.figure.forget_asked.connect(self.forget_asked)
        self.tabs.setTabVisible(1, engine_options is not None)
        if wanted is not None:
            self.engine.show_wanted(*wanted)
        buttons = QDialogButtonBox()
        buttons.addButton("Close", QDialogButtonBox.ButtonRole.RejectRole)
        self.defaults = QPushButton("Defaults")
        self.defaults.clicked.connect(self._to_defaults)
        buttons.addButton(self.defaults, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.rejected.connect(self.reject)
        for button in self.findChildren(QPushButton) + buttons.findChildren(QPushButton):
            button.setAutoDefault(False)  # Return in a field is for the field
        FocusKeys(self)
        StaysOnScreen(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 16)
        layout.setSpacing(16)
        layout.addWidget(self.tabs)
        layout.addWidget(buttons)
        self._options_found.connect(self.engine.show_options)
        self._thread: threading.Thread | None = None
        if engine_options is not None:
            self._thread = threading.Thread(
                target=self._look, args=(engine_options,), name="posecam-engines", daemon=True
            )
            self._thread.start()

    def _look(self, engine_options: Callable[[], list[EngineOption]]) -> None:
        found = engine_options()
        try:
            self._options_found.emit(found)
        except RuntimeError:  # the dialog is gone
            return

    def done(self, result: int) -> None:
        if self._thread is not None:
            self._thread.join(1.0)
        super().done(result)

    def show_status(self, status: PipelineStatus, streams: tuple[StreamStatus, ...]) -> None:
        """Bring up to date what is said of the engine and the streams."""
        info = status.engine.info
        self.engine.running.setText(
            f"Running now: {engine_name(info.backend, info.precision)} on {info.device}"
            if info is not None
            else status.engine.message
        )
        self.streams.show_states(streams)

    def show_settings(self, settings: Settings) -> None:
        """Take over what was changed elsewhere."""
        self._settings = settings
        for page in self._pages:
            page.show_settings(settings)

    def _change(self, values: dict[str, object]) -> None:
        self._settings = replace(self._settings, **values)  # type: ignore[arg-type]
        self.changed.emit(self._settings)

    def _calibrate(self) -> None:
        self.close()
        self.calibrate_asked.emit()

    def _to_defaults(self) -> None:
        kept = {name: getattr(self._settings, name) for name in _KEPT}
        self.show_settings(replace(Settings(), **kept))
        self.changed.emit(self._settings)
