"""Opens the settings beside the running image, and keeps them when they are closed."""

from __future__ import annotations

from PyQt6.QtCore import QObject, Qt, pyqtSignal
from PyQt6.QtWidgets import QWidget

from posecam.gui.live.engine_control import EngineControl
from posecam.gui.live.settings_dialog import SettingsDialog
from posecam.gui.live.stream_control import StreamControl
from posecam.gui.shared.keys import Key
from posecam.gui.shared.settings_store import SettingsStore
from posecam.live.status import PipelineStatus


class SettingsControl(QObject):
    """Every change is seen at once in the image that runs on.

    Args:
        store: has the settings.
        engines: says what the network can be run with.
        streams: say how they are going.
        parent: the window.
    """

    calibrate_asked = pyqtSignal()
    forget_asked = pyqtSignal()

    def __init__(
        self, store: SettingsStore, engines: EngineControl, streams: StreamControl, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._store, self._engines, self._streams = store, engines, streams
        self._window = parent
        self.dialog: SettingsDialog | None = None

    def keys(self) -> tuple[Key, ...]:
        return (Key("Ctrl+,", "Settings", self.open),)

    def open(self, page: str = "") -> SettingsDialog:
        """Show the settings. page: the title of the one to begin with; the first if left out."""
        chooser = self._engines.chooser
        dialog = SettingsDialog(
            self._store,
            self._window,
            engine_options=chooser.options if chooser is not None else None,
            wanted=chooser.wanted if chooser is not None else None,
            qualities=chooser.qualities if chooser is not None else (),
            quality=chooser.quality if chooser is not None else None,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setModal(True)
        dialog.calibrate_asked.connect(self.calibrate_asked)
        dialog.forget_asked.connect(self.forget_asked)
        dialog.finished.connect(self._closed)
        dialog.show_page(page)
        self.dialog = dialog
        dialog.show()
        return dialog

    def refresh(self, status: PipelineStatus) -> None:
        """Say how engine and streams are going."""
        if self.dialog is not None:
            chooser = self._engines.chooser
            network = chooser.loaded if chooser is not None else ""
            self.dialog.show_status(status, self._streams.status, network)

    def _closed(self, _: int) -> None:
        self.dialog = None
        self._store.keep()
