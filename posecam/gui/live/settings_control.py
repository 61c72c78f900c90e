"""Opens the settings beside the running image, and keeps them when they are closed."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import QEvent, QObject, Qt, pyqtSignal
from PyQt6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from posecam.gui.live.engine_control import EngineControl
from posecam.gui.live.microphone import Microphone
from posecam.gui.live.settings_dialog import SettingsDialog
from posecam.gui.live.stream_control import StreamControl
from posecam.gui.shared.keys import Key
from posecam.gui.shared.settings_store import SettingsStore
from posecam.gui.shared.translation import tr
from posecam.live.status import PipelineStatus

#: Logical pixels that image and figure need beside each other; where there is less beside the
#: settings these take the place of the figure.
_BOTH: Final = 620


class SettingsBeside(QObject):
    """Gives the settings a place at the right of image and figure, which make room.

    Args:
        window: as wide as both.
        row: of the window, in which the settings stand beside
        split: the image and, on its right, the figure.
    """

    def __init__(self, window: QWidget, row: QHBoxLayout, split: QSplitter) -> None:
        super().__init__(window)
        self._window, self._row, self._split = window, row, split
        self._panel: QWidget | None = None
        self._sizes: list[int] = []  # of the split, before it made room
        self._alone = False  # whether the figure has made room
        window.installEventFilter(self)

    def open(self, panel: QWidget) -> None:
        """Show it there; it keeps its width."""
        self._panel, self._sizes = panel, self._split.sizes()
        panel.setWindowFlags(Qt.WindowType.Widget)
        panel.setAttribute(Qt.WidgetAttribute.WA_Moved)  # the row says where it is
        panel.setFixedWidth(max(panel.minimumSizeHint().width(), panel.minimumWidth()))
        self._row.addWidget(panel)
        panel.show()
        self._make_room()

    def closed(self) -> None:
        """It has gone."""
        if self._panel is not None:
            self._row.removeWidget(self._panel)
        self._panel = None
        central = self._split.parentWidget()
        layout = central.layout() if central is not None else None
        if layout is not None:
            layout.activate()  # the split is as wide as before, and is shared out as before
        self._make_room()

    def _make_room(self) -> None:
        figure = self._split.widget(1)
        if figure is None:
            return
        width = self._window.width()
        narrow = self._panel is not None and width - self._panel.width() < _BOTH
        if narrow != self._alone:
            self._alone = narrow
            figure.setVisible(not narrow)
            if not narrow:
                self._split.setSizes(self._sizes)

    def eventFilter(self, _: QObject | None, event: QEvent | None) -> bool:
        if self._panel is not None and event is not None and event.type() == QEvent.Type.Resize:
            self._make_room()
        return False


class SettingsControl(QObject):
    """Every change is seen at once in the image that runs on.

    Args:
        store: has the settings.
        engines: says what the network can be run with.
        streams: say how they are going.
        microphone: says how loud it is.
        beside: has room for them.
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
        beside: SettingsBeside,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._store, self._engines, self._streams = store, engines, streams
        self._microphone = microphone
        self._beside = beside
        self._window = parent
        self.dialog: SettingsDialog | None = None

    def keys(self) -> tuple[Key, ...]:
        return (Key("Ctrl+,", tr("Settings"), self.toggle),)

    def toggle(self) -> None:
        """Show the settings, or close them."""
        if not self.close():
            self.open()

    def open(self, page: str = "") -> SettingsDialog:
        """Show the settings at the right of the image, which goes on beside them.

        Args:
            page: the title of the one to begin with; the first, or the one that is open, if left
                out.
        """
        if self.dialog is not None:
            self.dialog.show_page(page)
            self.dialog.tabs.setFocus()
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
        self._beside.open(dialog)
        dialog.tabs.setFocus()
        return dialog

    def close(self) -> bool:
        """Close the settings; whether they were open."""
        if self.dialog is None:
            return False
        self.dialog.close()
        return True

    def refresh(self, status: PipelineStatus) -> None:
        """Say how engine and streams are going."""
        if self.dialog is not None:
            chooser = self._engines.chooser
            network = chooser.loaded if chooser is not None else ""
            self.dialog.show_status(status, self._streams.status, network)
            self.dialog.sound.show_microphone(self._microphone)

    def _closed(self, _: int) -> None:
        self.dialog = None
        self._beside.closed()
        self._window.setFocus()
        self._store.keep()
