"""Calibrating as the window offers it: begin, call off, keep what was measured, forget it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from posecam.estimation.calibration import Calibration
from posecam.gui.live.guide import Guide, calibrated_sentence
from posecam.gui.shared.notice_bar import NoticeBar
from posecam.gui.shared.video_view import VideoView
from posecam.pose import FrameResult
from posecam.settings import Settings


class CalibrationControl:
    """Between the guide over the video, the notice bar and the settings.

    Args:
        video: shows what to do.
        notice: says what was measured.
        settings: as they are now.
        source: name of the source that is open now.
        keep: takes changed settings.
        apply: lets what is running follow: while it is measured, nothing measured before counts.
    """

    def __init__(
        self,
        video: VideoView,
        notice: NoticeBar,
        *,
        settings: Callable[[], Settings],
        source: Callable[[], str],
        keep: Callable[[Settings], None],
        apply: Callable[[], None],
    ) -> None:
        self._notice, self._settings, self._source = notice, settings, source
        self._keep, self._apply = keep, apply
        self._guide = Guide(video, self._done)

    @property
    def running(self) -> bool:
        return self._guide.running

    def add(self, result: FrameResult) -> None:
        """Look at the next frame's result."""
        self._guide.add(result)

    def start(self) -> None:
        """Guide the person through three seconds of standing upright."""
        settings = self._settings()
        self._guide.start(settings.subject_height_cm * 10, settings.field_of_view_deg)
        self._apply()
        self._notice.say(
            f"Calibrating for a height of {settings.subject_height_cm:g} cm: "
            "step back until you are seen from head to foot.",
            "Cancel",
            self.stop,
        )

    def stop(self) -> None:
        """Call it off."""
        if self.running:
            self._guide.cancel()
            self._notice.hide()
            self._apply()

    def _done(self, calibration: Calibration) -> None:
        self._keep(
            replace(self._settings(), calibration=calibration, calibrated_source=self._source())
        )
        self._apply()
        self._notice.say(calibrated_sentence(calibration), "Undo", self.forget)

    def forget(self) -> None:
        """Go back to assumed proportions and a level camera."""
        self._notice.hide()
        self._keep(replace(self._settings(), calibration=None, calibrated_source=""))
        self._apply()
