"""The guided calibration: says what to do until a person has stood as they should."""

from __future__ import annotations

from collections.abc import Callable

from posecam.estimation.calibration import Calibration, Calibrator
from posecam.gui.shared.translation import mark, tr, tr_core, tr_marked
from posecam.gui.shared.video_view import VideoView
from posecam.pose import FrameResult

READY = mark("Stand upright, facing the camera, seen from head to foot.")
STILL = mark("Good. Stand still…")


class Guide:
    """Watches results until a person has stood as they should, and says over the video what to do.

    Args:
        video: shows the words.
        finished: told the result.
    """

    def __init__(self, video: VideoView, finished: Callable[[Calibration], None]) -> None:
        self._video, self._finished = video, finished
        self._calibrator: Calibrator | None = None

    @property
    def running(self) -> bool:
        return self._calibrator is not None

    def start(self, height_mm: float, field_of_view_deg: float) -> None:
        """Begin, or begin anew."""
        self._calibrator = Calibrator(height_mm, field_of_view_deg)
        self._video.set_guide(tr_marked(READY), 0.0)

    def cancel(self) -> None:
        self._calibrator = None
        self._video.set_guide("")

    def add(self, result: FrameResult) -> None:
        """Look at the next frame's result."""
        if self._calibrator is None:
            return
        step = self._calibrator.add(result)
        if step.done is not None:
            self.cancel()
            self._finished(step.done)
            return
        self._video.set_guide(tr_core(step.problem) or tr_marked(STILL), step.progress)


def calibrated_sentence(calibration: Calibration) -> str:
    """What was measured, in one sentence."""
    tilt = calibration.tilt_deg
    level = tr("level")
    if tilt >= 1:
        level = tr("tilted {angle:.0f}° down", angle=tilt)
    elif tilt <= -1:
        level = tr("tilted {angle:.0f}° up", angle=-tilt)
    return tr(
        "Calibrated: your proportions are measured; the camera is {level} and about "
        "{height:.1f} m above the floor.",
        level=level,
        height=calibration.camera_height_mm / 1000,
    )
