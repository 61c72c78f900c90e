"""A small image of a session for lists, drawn once and kept in its folder."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np

from posecam.errors import SessionError
from posecam.files import atomic_write
from posecam.session.manifest import refuse_links
from posecam.session.reader import Session

THUMBNAIL: Final = "thumbnail.jpg"
#: Longer side, px.
SIDE: Final = 320
_QUALITY: Final = 80
#: Of all frames with a person, the one this far in: the beginning is a person walking away.
_SHARE: Final = 0.4


def thumbnail(folder: Path) -> Path | None:
    """The small JPEG of a session with the skeletons drawn in; made if it is not there yet.

    Takes a moment the first time: not for the thread that draws a window.

    Returns:
        Its path; None where the session has no image, cannot be read or cannot be written.
    """
    path = folder / THUMBNAIL
    try:
        refuse_links(folder)
        if path.exists():
            return path
        session = Session.open(folder)
        return _draw(session, path)
    except (SessionError, OSError):
        return None


def _draw(session: Session, path: Path) -> Path | None:
    import cv2

    from posecam.drawing import draw_poses

    present = np.flatnonzero(session.main_rows >= 0)
    rows = present if len(present) else np.arange(len(session))
    if not len(rows):
        return None
    row = int(rows[int(_SHARE * (len(rows) - 1))])
    frame = next(session.video_frames(int(session.frame_ids[row])), None)
    if frame is None:
        return None
    row = int(np.searchsorted(session.frame_ids, frame.frame_id))
    image = frame.image.copy()
    draw_poses(image, [p for p in session.people_at(row) if np.isfinite(p.joints_2d).all()])
    scale = min(1.0, SIDE / max(image.shape[:2]))
    height, width = (max(1, round(scale * side)) for side in image.shape[:2])
    small = cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA)
    done, data = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])
    if not done:
        return None
    with atomic_write(path) as part:
        part.write_bytes(data.tobytes())
    return path
