"""Sessions of numbered images to edit."""

from __future__ import annotations

import json
from pathlib import Path

from posecam.capture import SourceInfo
from posecam.session import Recorder, Session
from tests.fakes.people import make_frame, make_result
from tests.fakes.videos import number_in


def record(
    folder: Path,
    frames: int = 90,
    *,
    away: range = range(0),
    sizes: tuple[tuple[int, int], ...] = ((176, 64),),
    unlooked: range = range(0),
) -> Path:
    """A session of images that tell their number, 30 a second, one person in each.

    Args:
        frames: of the source.
        away: frames that never came.
        sizes: of the images; the take is shared out among them.
        unlooked: frames without a pose.
    """
    info = SourceInfo(*sizes[0], 30.0)
    recorder = Recorder(
        folder, source="camera 0", info=info, engine={"backend": "test"}, settings={},
        wait_for_room=True,
    )  # fmt: skip
    for number in range(frames):
        if number in away:
            continue
        frame = make_frame(number, size=sizes[number * len(sizes) // frames])
        recorder.add_frame(frame)
        if number not in unlooked:
            recorder.add_result(make_result(frame))
    assert recorder.close().error is None
    return folder


def numbers(session: Session) -> list[int]:
    """What the images of a session say of themselves."""
    return [number_in(frame.image) for frame in session.video_frames()]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its name."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def edit_manifest(folder: Path, **changes: object) -> None:
    path = folder / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **changes}))
