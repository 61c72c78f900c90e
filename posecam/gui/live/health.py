"""How well it goes, in one colour and a few words. Plain functions, no widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from posecam.gui.live.messages import is_lost
from posecam.gui.shared.translation import tr
from posecam.live.status import PipelineStatus

#: Milliseconds from camera to screen from which one sees oneself late.
LATE_MS: Final = 200.0
#: Share of the camera's frames with a pose below which movement is seen in steps.
FEW: Final = 0.5

Level = Literal["good", "fair", "bad"]


@dataclass(frozen=True, slots=True)
class Health:
    """One look at everything.

    Attributes:
        level: "good", "fair": it works, but; "bad": something does not run.
        words: what it is about, in a few words.
    """

    level: Level
    words: str


def health(status: PipelineStatus) -> Health:
    """The worst that there is to say of camera, network and delay."""
    state = status.capture
    if status.engine.kind == "failed":
        return Health("bad", tr("No network"))
    if is_lost(status) or (state is not None and state.kind == "lost"):
        return Health("bad", tr("No video"))
    if state is None or state.kind != "live":
        return Health("fair", tr("Waiting for video"))
    if status.engine.kind == "loading":
        return Health("fair", tr("Network loading"))
    if status.camera_fps > 0 and status.network_fps < FEW * status.camera_fps:
        return Health(
            "fair",
            tr(
                "{seen:.0f} of {all:.0f} frames a second",
                seen=status.network_fps,
                all=status.camera_fps,
            ),
        )
    if status.paint_ms.median > LATE_MS:
        return Health("fair", tr("{ms:.0f} ms late", ms=status.paint_ms.median))
    return Health("good", tr("All well"))
