"""What is written over the video, from the pipeline's state. Plain functions, no widget."""

from __future__ import annotations

from typing import Final, Literal

from posecam.gui.shared.translation import mark, tr, tr_core
from posecam.live.status import PipelineStatus

#: Seconds without a person before the person is told what to do.
NO_PERSON_AFTER = 1.5


#: States of a source in which nothing new is seen, though it is not over.
_LOST: Final = frozenset({"stalled", "frozen", "reconnecting", "lost"})

#: What a person may do about a source: try it at once, open it anew, pick another, see the demo.
Remedy = Literal["now", "again", "other", "demo"]
REMEDY_WORDS: Final[dict[Remedy, str]] = {
    "now": mark("Try now"),
    "again": mark("Try again"),
    "other": mark("Other source…"),
    "demo": mark("Show the demo"),
}


def is_lost(status: PipelineStatus) -> bool:
    """Whether what is shown is old: the camera is gone, or sends nothing new."""
    return status.capture is not None and status.capture.kind in _LOST


def overlay_remedies(status: PipelineStatus) -> tuple[Remedy, ...]:
    """What to offer beside the message."""
    kind = status.capture.kind if status.capture is not None else "opening"
    if kind == "reconnecting":
        return "now", "other"
    if kind in ("stalled", "frozen"):
        return "again", "other"
    return ("again", "other", "demo") if kind == "lost" else ()


def overlay_message(status: PipelineStatus) -> tuple[str, str]:
    """Headline and sentence for a source that gives no video; ("", "") for one that does."""
    state = status.capture
    if state is None:
        return "", ""
    if state.kind == "opening":
        return tr("Opening…"), tr_core(state.source)
    if state.kind in ("stalled", "frozen"):
        return tr("Video frozen"), tr_core(state.message)
    if state.kind == "reconnecting":
        headline = tr("No video") if state.frames == 0 else tr("Camera disconnected")
        return headline, tr_core(state.message)
    if state.kind == "lost":
        return tr("Can't open this source"), tr_core(state.message)
    return "", ""


def status_badge(status: PipelineStatus, cameras: bool) -> tuple[str, str]:
    """The word in the corner and its meaning, where what is shown is the demo."""
    state = status.capture
    if state is None or state.info is None or not state.info.is_demo:
        return "", ""
    if cameras:
        return tr("DEMO"), tr("This is the demo clip, not your camera")
    return tr("DEMO"), tr("No camera was found: this is the demo clip")


def status_hint(status: PipelineStatus, no_person_for: float) -> str:
    """One line on what is missing for a skeleton to be seen.

    Args:
        status: of the pipeline.
        no_person_for: seconds since a person was seen.
    """
    state = status.capture
    if state is None or state.kind != "live":
        return ""
    if state.note:
        return tr_core(state.note)
    if status.engine.kind == "loading":
        return tr("Loading the pose model…")
    if status.engine.kind == "failed":
        return tr("No poses: the pose model is not running")
    if no_person_for > NO_PERSON_AFTER and status.network_fps > 0:
        return tr("No person detected. Step back until your hips are in view")
    return ""
