"""Overlay: an MP4 of the video with everybody's skeleton drawn in, and the 3D figure beside it.

H.264 with the session's own times. The figure is that of the main person, or of the one asked for,
moved to the middle of its stage; its left half is as large as the first picture, later ones of
another size are fitted in.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from posecam.drawing import draw_poses
from posecam.errors import SessionError
from posecam.export.figure import Figure, Picture
from posecam.export.options import Options
from posecam.export.track import in_the_world, person_rows
from posecam.session import Session

if TYPE_CHECKING:
    import av

_TIME_BASE: Final = Fraction(1, 1000)
_ENCODER: Final = {"crf": "21", "preset": "veryfast"}


def write(session: Session, path: Path, options: Options) -> None:
    """Write the file picture by picture.

    Raises:
        OSError: it cannot be written.
        SessionError: the person was never seen, or there are no pictures.
    """
    import av

    try:
        with av.open(str(path), "w", format="mp4", options={"movflags": "faststart"}) as container:
            count = _encode(container, drawn_frames(session, options))
    except av.FFmpegError as error:
        code = error.errno if isinstance(error.errno, int) else errno.EIO
        raise OSError(code, error.strerror or "no reason given") from error
    if not count:
        raise SessionError(
            f"The session {session.folder} has no pictures: its overlay cannot be drawn."
        )


def drawn_frames(session: Session, options: Options) -> Iterator[tuple[Picture, float]]:
    """(picture, seconds) of every picture of the video: (H, W + H, 3) BGR, the sides even.

    Raises:
        SessionError: the person was never seen.
    """
    rows = person_rows(session, options.person)
    joints, scores, _ = in_the_world(session, rows)
    row_of = {int(index): k for k, index in enumerate(session.people.frame_index[rows])}
    index_of = {int(number): index for index, number in enumerate(session.frame_ids)}
    figure: Figure | None = None
    width = height = 0
    for frame in session.video_frames():
        index = index_of[frame.frame_id]
        picture = frame.image.copy()
        people = [p for p in session.people_at(index) if np.isfinite(p.joints_2d).all()]
        draw_poses(picture, people, options.person)
        if figure is None:
            height, width = (side + side % 2 for side in picture.shape[:2])
            figure = Figure(height)
        row = row_of.get(index)
        beside = figure.draw(None) if row is None else figure.draw(joints[row], scores[row])
        yield np.hstack([_fitted(picture, width, height), beside]), frame.time


def _fitted(picture: Picture, width: int, height: int) -> Picture:
    """The whole picture, as large as it fits into that size, in the middle of black."""
    import cv2

    scale = min(width / picture.shape[1], height / picture.shape[0])
    if 0 <= scale - 1 < 2 / min(width, height):
        scale = 1.0  # only made even
    else:
        picture = np.asarray(cv2.resize(picture, None, fx=scale, fy=scale), np.uint8)
    out = np.zeros((height, width, 3), np.uint8)
    h, w = min(picture.shape[0], height), min(picture.shape[1], width)
    top, left = (height - h) // 2, (width - w) // 2
    out[top : top + h, left : left + w] = picture[:h, :w]
    return out


def _encode(
    container: av.container.OutputContainer, frames: Iterator[tuple[Picture, float]]
) -> int:
    """Encode the pictures with their times; returns how many there were."""
    import av

    stream: av.VideoStream | None = None
    count, last, start = 0, -1, 0.0
    for picture, seconds in frames:
        if stream is None:
            stream = container.add_stream("libx264", rate=30, options=dict(_ENCODER))
            stream.width, stream.height = picture.shape[1], picture.shape[0]
            stream.pix_fmt = "yuv420p"
            stream.codec_context.time_base = _TIME_BASE
            start = seconds
        frame = av.VideoFrame.from_ndarray(picture, format="bgr24")
        last = max(last + 1, round((seconds - start) * 1000))
        frame.pts, frame.time_base = last, _TIME_BASE
        container.mux(stream.encode(frame))
        count += 1
    if stream is not None:
        container.mux(stream.encode(None))
    return count
