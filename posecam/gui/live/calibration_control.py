"""Calibrating as the window offers it: begin, call off, keep what was measured, forget it."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import QObject, pyqtSignal

from posecam.estimation.calibration import Calibration
from posecam.gui.live.guide import Guide, calibrated_sentence
from posecam.gui.shared.keys import Key
from posecam.gui.shared.notice_bar import NoticeBar
from posecam.gui.shared.settings_store import SettingsStore
from posecam.gui.shared.translation import tr
from posecam.gui.shared.video_view import VideoView
from posecam.pose import FrameResult


class CalibrationControl(QObject):
    """Between the guide over the video, the notice bar and the settings.

    Args:
        video: shows what to do.
        notice: says what was measured.
        store: has the height to measure for, and keeps what was measured.
        source: name of the source that is open now.
    """

    running_changed = pyqtSignal()  # while it is measured, nothing measured before counts

    def __init__(
        self,
        video: VideoView,
        notice: NoticeBar,
        store: SettingsStore,
        source: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._notice, self._store, self._source = notice, store, source
        self._guide = Guide(video, self._done)

    def keys(self) -> tuple[Key, ...]:
        return (Key("C", tr("Calibrate"), self.start),)

    @property
    def running(self) -> bool:
        return self._guide.running

    def add(self, result: FrameResult) -> None:
        """Look at the next frame's result."""
        self._guide.add(result)

    def start(self) -> None:
        """Guide the person through three seconds of standing upright."""
        settings = self._store.value
        self._guide.start(settings.subject_height_cm * 10, settings.field_of_view_deg)
        self.running_changed.emit()
        self._notice.say(
            tr(
                "Calibrating for a height of {height:g} cm: step back until you "
                "are seen from head to foot.",
                height=settings.subject_height_cm,
            ),
            tr("Cancel"),
            self.stop,
        )

    def stop(self) -> None:
        """Call it off."""
        if self.running:
            self._guide.cancel()
            self._notice.hide()
            self.running_changed.emit()

    def _done(self, calibration: Calibration) -> None:
        self._store.keep(calibration=calibration, calibrated_source=self._source())
        self.running_changed.emit()
        self._notice.say(calibrated_sentence(calibration), tr("Undo"), self.forget)

    def forget(self) -> None:
        """Go back to assumed proportions and a level camera."""
        self._notice.hide()
        self._store.keep(calibration=None, calibrated_source="")
