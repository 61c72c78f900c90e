"""Overlay: an MP4 of the video with everybody's skeleton drawn in, and the 3D figure beside it.

H.264 with the session's own times, and its sound as AAC where a microphone was on. The figure is
that of the main person, or of the one asked for, as sticks or as a character,
moved to the middle of its stage; its left half is as large as the first image, later ones of
another size are fitted in.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from posecam.characters import read_character
from posecam.drawing import draw_poses, fit_into
from posecam.errors import SessionError
from posecam.export.character_figure import CharacterFigure
from posecam.export.figure import Figure, Image
from posecam.export.options import Options
from posecam.export.overlay_video import OverlayVideo
from posecam.export.person import chosen, person_rows
from posecam.export.trajectory import in_the_world
from posecam.session import Session


def write(session: Session, path: Path, options: Options) -> None:
    """Write the file frame by frame.

    Raises:
        OSError: it cannot be written.
        SessionError: the person was never seen, or there are no images.
        CharacterError: the character cannot be read.
    """
    with OverlayVideo(path, sound=session.sound) as video:
        for image, seconds in drawn_frames(session, options):
            video.add(image, seconds)
    if not video.count:
        raise SessionError(
            f"The session {session.folder} has no images: its overlay cannot be drawn."
        )


def drawn_frames(session: Session, options: Options) -> Iterator[tuple[Image, float]]:
    """(image, seconds) of every image of the video: (H, W + H, 3) BGR, the sides even.

    Raises:
        SessionError: the person was never seen.
        CharacterError: the character cannot be read.
    """
    character = None if options.character is None else read_character(options.character)
    rows = person_rows(session, options.person)
    joints, scores, _ = in_the_world(session, rows)
    row_of = {int(index): k for k, index in enumerate(session.people.frame_index[rows])}
    index_of = {int(number): index for index, number in enumerate(session.frame_ids)}
    figure: Figure | None = None
    width = height = 0
    for frame in session.video_frames():
        index = index_of[frame.frame_id]
        image = frame.image.copy()
        people = [p for p in session.people_at(index) if np.isfinite(p.joints_2d).all()]
        draw_poses(image, people, chosen(session, options.person))
        if figure is None:
            height, width = (side + side % 2 for side in image.shape[:2])
            figure = Figure(height) if character is None else CharacterFigure(height, character)
        row = row_of.get(index)
        beside = (
            figure.draw(None) if row is None else figure.draw(joints[row], scores[row], frame.time)
        )
        yield np.hstack([fit_into(image, width, height), beside]), frame.time
