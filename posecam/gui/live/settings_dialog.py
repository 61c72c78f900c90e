"""The settings, beside the image. Every change counts at once, so that it is seen in the image."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from typing import Any, Final

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QTabWidget, QVBoxLayout, QWidget

from engines import EngineInfo
from posecam.gui.live.recording_page import RecordingPage
from posecam.gui.live.settings_pages import EnginePage, FigurePage, Page, StreamsPage
from posecam.gui.live.sound_page import SoundPage
from posecam.gui.live.window_page import WindowPage
from posecam.gui.shared.engine_labels import engine_name, network_name
from posecam.gui.shared.focus import FocusKeys
from posecam.gui.shared.scrolling import Scrolling
from posecam.gui.shared.settings_store import SettingsStore
from posecam.gui.shared.translation import tr, tr_core
from posecam.live.engine_choice import EngineOption
from posecam.live.status import PipelineStatus
from posecam.settings import Settings
from posecam.streaming.options import StreamStatus

#: What the button for the defaults leaves as it is.
_KEPT = frozenset(
    {"source", "mirror", "mirror_videos", "cameras", "levels", "calibration", "calibrated_source"}
    | {"window", "view", "readouts", "review"}
)


#: Logical pixels: beside them there is room for the image in a window of 800.
_LEAST_WIDTH: Final = 400


class SettingsDialog(QDialog):
    """Changes the settings with every value that is entered; its opener keeps them."""

    calibrate_asked = pyqtSignal()
    forget_asked = pyqtSignal()
    _options_found = pyqtSignal(list)

    def __init__(
        self,
        store: SettingsStore,
        parent: QWidget | None = None,
        *,
        engine_options: Callable[[], list[EngineOption]] | None = None,
        wanted: tuple[str, str] | None = None,
        qualities: Sequence[str] = (),
        quality: str | None = None,
    ) -> None:
        """
        Args:
            store: has the settings.
            engine_options: what to choose an engine from; called in a thread. None: no choice.
            wanted: backend and precision that were asked for, where they are not the settings'.
            qualities: of the networks that ship; none where a file was given.
            quality: that was asked for, where it is not the settings'.
        """
        super().__init__(parent)
        self.setWindowTitle(tr("Settings"))
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(_LEAST_WIDTH)
        self._store, self._shown = store, store.value
        store.changed.connect(self._settings_changed)
        self.figure, self.engine = FigurePage(), EnginePage()
        self.streams, self.recording = StreamsPage(), RecordingPage()
        self.sound = SoundPage()
        self.window_page = WindowPage()
        self.height_cm, self.field_of_view = self.figure.height_cm, self.figure.field_of_view
        self.smoothness = self.figure.smoothness
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        bar = self.tabs.tabBar()
        assert bar is not None
        bar.setAccessibleName(tr("Pages"))
        bar.setStyleSheet(
            "QTabBar::tab { padding-left: 7px; padding-right: 7px; margin-right: 0; }"
        )
        pages: list[tuple[Page, str]] = [
            (self.figure, tr("Figure")),
            (self.engine, tr("Engine")),
            (self.streams, tr("Other programs")),
            (self.recording, tr("Recordings")),
            (self.sound, tr("Sound")),
            (self.window_page, tr("Window")),
        ]
        self._pages = [page for page, _ in pages]
        for page, title in pages:
            self.tabs.addTab(Scrolling(page), title)
            page.changed.connect(self._change)
            page.show_settings(self._shown)
        self.figure.calibrate_asked.connect(self._calibrate)
        self.figure.forget_asked.connect(self.forget_asked)
        self.tabs.setTabVisible(1, engine_options is not None)
        self.engine.show_qualities(qualities)
        self.engine.show_quality(quality or self._shown.quality)
        if wanted is not None:
            self.engine.show_wanted(*wanted)
        buttons = QDialogButtonBox()
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.defaults = QPushButton(tr("Defaults"))
        self.defaults.clicked.connect(self._to_defaults)
        buttons.addButton(self.defaults, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.rejected.connect(self.reject)
        for button in self.findChildren(QPushButton) + buttons.findChildren(QPushButton):
            button.setAutoDefault(False)  # Return in a field is for the field
        FocusKeys(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 12)
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

    def show_page(self, title: str) -> None:
        """Turn to the page of that title; "" stays."""
        for index in range(self.tabs.count()):
            if self.tabs.tabText(index) == title:
                self.tabs.setCurrentIndex(index)

    def show_status(
        self, status: PipelineStatus, streams: tuple[StreamStatus, ...], network: str = ""
    ) -> None:
        """Bring up to date what is said of the engine and the streams.

        Args:
            network: the quality of the network that runs; "" of a file that was given.
        """
        info = status.engine.info
        self.engine.running.setText(
            _running(info, network) if info is not None else tr_core(status.engine.message)
        )
        self.streams.show_states(streams)

    def _show_settings(self) -> None:
        self._shown = self._store.value
        for page in self._pages:
            page.show_settings(self._shown)

    def _settings_changed(self, _: Settings, after: Settings) -> None:
        """Take over what was changed elsewhere; a field in use is left to the person."""
        if after != self._shown:
            self._show_settings()

    def _change(self, values: dict[str, Any]) -> None:
        self._shown = replace(self._shown, **values)
        self._store.change(**values)

    def _calibrate(self) -> None:
        self.close()
        self.calibrate_asked.emit()

    def _to_defaults(self) -> None:
        usual = Settings()
        names = {field.name for field in fields(usual)} - _KEPT
        self._store.change(**{name: getattr(usual, name) for name in names})
        self._show_settings()


def _running(info: EngineInfo, network: str) -> str:
    engine = engine_name(info.backend, info.precision)
    if network:
        return tr(
            "Running now: the {network} network, {engine} on {device}",
            network=network_name(network),
            engine=engine,
            device=info.device,
        )
    return tr("Running now: {engine} on {device}", engine=engine, device=info.device)
