"""Opening a session beside the window."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PyQt6.QtCore import QMimeData

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
    said = take.session.manifest.settings
    if not {"subject_height_mm", "subject_height_cm"} & said.keys():
        return ""
    from posecam.offline.reprocess import options_of

    options = options_of(take.session)
    return assumptions(options, "assumed" if take.floor is None else take.floor.level)
