"""What follows at once from a setting that has changed: engine, streams and theme."""

from __future__ import annotations

from PyQt6.QtCore import QObject, pyqtSignal
from PyQt6.QtWidgets import QApplication

from posecam.gui.live.engine_control import EngineControl
from posecam.gui.live.stream_control import StreamControl
from posecam.gui.shared import style
from posecam.gui.shared.settings_store import SettingsStore
from posecam.settings import Settings
from posecam.streaming.options import StreamOptions


class SettingsEffects(QObject):
    """Carries changes of the settings to the parts that they are of.

    Args:
        store: has the settings.
        engines: run the network.
        streams: send to other programs.
        options: what is sent at first, in place of what the settings say.
        parent: the window.
    """

    theme_changed = pyqtSignal(object)

    def __init__(
        self,
        store: SettingsStore,
        engines: EngineControl,
        streams: StreamControl,
        options: StreamOptions | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._engines, self._streams = engines, streams
        self._options = options or store.value.streams.options
        store.changed.connect(self._changed)
        hints = QApplication.styleHints()
        if hints is not None:
            hints.colorSchemeChanged.connect(self._scheme_changed)

    def start_streams(self) -> None:
        """Send what is switched on."""
        self._streams.apply(self._options)

    def _changed(self, before: Settings, after: Settings) -> None:
        if (after.engine, after.precision) != (before.engine, before.precision):
            self._engines.choose(after.engine, after.precision)
        if after.quality != before.quality:
            self._engines.choose_quality(after.quality)
        if after.theme != before.theme:
            style.choose(after.theme)
            self._scheme_changed()
        if after.streams != before.streams:
            self._options = after.streams.options
            self.start_streams()

    def _scheme_changed(self, _: object = None) -> None:
        theme, app = style.current_theme(), QApplication.instance()
        self.theme_changed.emit(theme)
        assert isinstance(app, QApplication)
        style.apply(app, theme)
