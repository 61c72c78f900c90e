"""Opening a session beside the window."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from PyQt6.QtCore import QMimeData

from posecam.estimation.calibration import Calibration
from posecam.estimation.options import EstimatorOptions
from posecam.gui.review.take import Take
from posecam.gui.shared.skeleton_panel import assumptions
from posecam.session import Result, Session
from posecam.session.listing import is_session


def dropped_session(mime: QMimeData | None) -> Path | None:
    """The first session among what is dragged; None where there is none."""
    places = [Path(url.toLocalFile()) for url in mime.urls()] if mime is not None else []
    return next((place for place in places if is_session(place)), None)


def load(folder: Path, poses: Literal["best"] | Result = "best", person: int | None = None) -> Take:
    """Read a session and work out what is costly of what the window shows: angles, stage.

    Args:
        folder: of the session.
        poses: which of its results.
        person: whom to look at; the main person of each frame where they are not in the result.

    Raises:
        SessionError: it cannot be read, holds no frames, or has no such result.
    """
    take = Take(Session.open(folder, poses))
    if person in take.people:
        take = Take(take.session, person)
    _ = take.angles, take.confidence, take.stage
    return take


def basis(take: Take) -> str:
    """What the figure rests on, as far as the session knows; "" where it does not."""
    settings = take.session.manifest.settings
    table: Any = settings.get("calibration")
    try:
        options = EstimatorOptions(
            subject_height_mm=float(settings["subject_height_cm"]) * 10,
            field_of_view_deg=float(settings["field_of_view_deg"]),
            calibration=Calibration.from_table(table) if isinstance(table, dict) else None,
        )
    except (KeyError, TypeError, ValueError):
        return ""
    return assumptions(options, "assumed" if take.floor is None else take.floor.level)
