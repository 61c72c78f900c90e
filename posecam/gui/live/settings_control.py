"""Opens the settings beside the running image, and keeps them when they are closed."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import QObject, QPoint, Qt, pyqtSignal
from PyQt6.QtWidgets import QWidget

from posecam.gui.live.engine_control import EngineControl
from posecam.gui.live.microphone import Microphone
from posecam.gui.live.settings_dialog import SettingsDialog
from posecam.gui.live.stream_control import StreamControl
from posecam.gui.shared.keys import Key
from posecam.gui.shared.settings_store import SettingsStore
from posecam.gui.shared.translation import tr
from posecam.live.status import PipelineStatus

#: Logical pixels between the settings and the edges of the window.
_GAP: Final = 12


def place_at_the_right(dialog: QWidget, window: QWidget) -> None:
    """Put a dialog where it hides the 3D view before the person in the video."""
    dialog.adjustSize()
    corner = window.mapToGlobal(QPoint(window.width(), 0))
    dialog.move(corner.x() - dialog.width() - _GAP, corner.y() + 4 * _GAP)


class SettingsControl(QObject):
    """Every change is seen at once in the image that runs on.

    Args:
        store: has the settings.
        engines: says what the network can be run with.
        streams: say how they are going.
        microphone: says how loud it is.
        parent: the window.
    """

    calibrate_asked = pyqtSignal()
    forget_asked = pyqtSignal()

    def __init__(
        self,
        store: SettingsStore,
        engines: EngineControl,
        streams: StreamControl,
        microphone: Microphone,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._store, self._engines, self._streams = store, engines, streams
        self._microphone = microphone
        self._window = parent
        self.dialog: SettingsDialog | None = None

    def keys(self) -> tuple[Key, ...]:
        return (Key("Ctrl+,", tr("Settings"), self.open),)

    def open(self, page: str = "") -> SettingsDialog:
        """Show the settings at the right edge of the window, which goes on beside them.

        Args:
            page: the title of the one to begin with; the first, or the one that is open, if left
                out.
        """
        if self.dialog is not None:
            self.dialog.show_page(page)
            self.dialog.raise_()
            self.dialog.activateWindow()
            return self.dialog
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
        dialog.calibrate_asked.connect(self.calibrate_asked)
        dialog.forget_asked.connect(self.forget_asked)
        dialog.finished.connect(self._closed)
        dialog.show_page(page)
        self.dialog = dialog
        place_at_the_right(dialog, self._window)
        dialog.show()
        return dialog

    def close(self) -> None:
        """The window goes, and the settings with it."""
        if self.dialog is not None:
            self.dialog.close()

    def refresh(self, status: PipelineStatus) -> None:
        """Say how engine and streams are going."""
        if self.dialog is not None:
            chooser = self._engines.chooser
            network = chooser.loaded if chooser is not None else ""
            self.dialog.show_status(status, self._streams.status, network)
            self.dialog.sound.show_microphone(self._microphone)

    def _closed(self, _: int) -> None:
        self.dialog = None
        self._store.keep()
