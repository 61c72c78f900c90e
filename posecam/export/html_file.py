"""HTML: one page with the video, the 3D figure and the angles in step, for any browser, offline.

Everything is in the file: nothing is fetched, and the page forbids itself to try. The video is
H.264 with everybody's skeleton drawn in, packed harder where the page would otherwise be larger
than the recording's own video and `_SPARE_BYTES`. Motion and angles are whole numbers at a constant
rate, as columns of differences, deflated: see `packed`.
"""

from __future__ import annotations

import base64
import html
import json
import tempfile
import zlib
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.drawing import draw_poses
from posecam.errors import SessionError
from posecam.export.gait_file import moves_of
from posecam.export.options import Options
from posecam.export.overlay_video import OverlayVideo
from posecam.export.person import chosen, person_rows
from posecam.export.trajectory import Trajectory, floor_of, make_trajectory
from posecam.kinematics import ANGLES, joint_angles
from posecam.kinematics.grounding import levelled
from posecam.kinematics.moves import Moves
from posecam.rate import usual_rate
from posecam.resources import resource
from posecam.session import Session

#: What the page may be larger than the recording's video.
_SPARE_BYTES: Final = 2 * 2**20
#: Of the H.264 encoder: the first is hardly seen, each next one is tried where a page is too large.
_QUALITIES: Final = (23, 28, 33)
#: Samples of motion that a page holds at most; of a longer take it has fewer a second.
_MOST_SAMPLES: Final = 12_000
#: Stands for an angle that is not known.
_UNKNOWN: Final = -32768
_ANGLE_STEP_DEG: Final = 0.1


def write(session: Session, path: Path, options: Options) -> None:
    """Write the page.

    Raises:
        OSError: it cannot be written.
        SessionError: the person was never seen, or there are no images.
    """
    rate = min(usual_rate(session.times), _MOST_SAMPLES / max(session.duration, 1e-3))
    motion = make_trajectory(session, options.person, options.fps or rate)
    packed_motion = base64.b64encode(packed(motion, _angles(session, options, motion)))
    before, after = _template()
    own = [*session.video_paths(), *([session.sound] if session.sound is not None else [])]
    own_video = sum(file.stat().st_size for file in own)
    with tempfile.TemporaryDirectory() as folder:
        film = Path(folder) / "video.mp4"
        for quality in _QUALITIES:
            start = _write_video(session, options, film, quality)
            size = 4 * film.stat().st_size / 3 + len(packed_motion) + len(before) + len(after)
            if size <= own_video + _SPARE_BYTES:
                break
        facts = _facts(session, motion, start, moves_of(session, options))
        with path.open("wb") as out:
            out.write(before.replace(b"{title}", html.escape(session.name).encode()))
            out.write(_part("facts", "application/json", _json(facts)))
            out.write(_part("motion", "text/plain", packed_motion))
            out.write(_part("film", "text/plain", base64.b64encode(film.read_bytes())))
            out.write(after)


def packed(motion: Trajectory, angles: NDArray[np.int16]) -> bytes:
    """Motion and angles as the page unpacks them.

    Deflated: the (T, J, 3) joints in whole millimetres, X right, Y up, Z towards the camera, then
    the (T, A) angles in tenths of a degree, each column by itself as differences of 16 bits, low
    byte first; then T bytes, 1 where the person is seen.
    """
    joints = np.clip(np.round(motion.joints), -32767, 32767).astype(np.int16)
    columns = np.concatenate([joints.reshape(len(joints), -1), angles], axis=1)
    steps = np.diff(columns.view(np.uint16), axis=0, prepend=np.zeros((1, columns.shape[1]), "u2"))
    rows = np.ascontiguousarray(steps.T).astype("<u2")
    return zlib.compress(rows.tobytes() + motion.seen.astype(np.uint8).tobytes(), 9)


def _angles(session: Session, options: Options, motion: Trajectory) -> NDArray[np.int16]:
    """(T, A) of every angle in the frame next to each sample, tenths of a degree."""
    rows = person_rows(session, options.person)
    frames = session.people.frame_index[rows]
    joints = np.full((len(session), len(session.joint_names), 3), np.nan)
    joints[frames] = session.people.joints_3d[rows]
    found = joint_angles(levelled(joints, floor_of(session)))
    times = session.times - session.times[0]
    after = np.clip(np.searchsorted(times, motion.times), 1, max(len(times) - 1, 1))
    after = np.minimum(after, len(times) - 1)
    before = np.maximum(after - 1, 0)
    nearer = motion.times - times[before] < times[after] - motion.times
    near = np.where(nearer, before, after)
    table = np.stack([found[name][near] for name in ANGLES], axis=1)
    known = np.isfinite(table) & motion.seen[:, None]
    whole = np.round(np.where(known, table, 0.0) / _ANGLE_STEP_DEG)
    return np.where(known, np.clip(whole, -32767, 32767), _UNKNOWN).astype(np.int16)


def _write_video(session: Session, options: Options, path: Path, quality: int) -> float:
    """Write the film; returns the second of the session at which it begins.

    Raises:
        OSError: it cannot be written.
        SessionError: there are no images.
    """
    main = chosen(session, options.person)
    index_of = {int(number): index for index, number in enumerate(session.frame_ids)}
    start = 0.0
    with OverlayVideo(path, quality=quality, sound=session.sound) as video:
        for frame in session.video_frames():
            image = frame.image.copy()
            people = session.people_at(index_of[frame.frame_id])
            draw_poses(image, [p for p in people if np.isfinite(p.joints_2d).all()], main)
            if not video.count:
                start = frame.time - float(session.times[0])
            video.add(image, frame.time)
    if not video.count:
        raise SessionError(f"The session {session.folder} has no images: a page shows a video.")
    return start


def _facts(session: Session, motion: Trajectory, start: float, moves: Moves) -> dict[str, Any]:
    """What the page says and needs to know beside motion and video."""
    whole = motion.joints.shape[1] == skeleton.KEYPOINT_COUNT
    bones = skeleton.KEYPOINT_BONES if whole else skeleton.BONES
    first, last = float(session.times[0]), float(session.times[-1])
    return {
        "name": session.name,
        "created": session.manifest.created,
        "tags": list(session.manifest.tags),
        "markers": [
            {"seconds": round(marker.seconds - first, 3), "name": marker.name}
            for marker in session.manifest.markers
            if first <= marker.seconds <= last
        ],
        "rate": motion.rate,
        "samples": len(motion),
        "joints": motion.joints.shape[1],
        "bones": [list(bone) for bone in bones],
        "colours": [list(skeleton.COLOURS[skeleton.KEYPOINT_SIDES[c]]) for c, _ in bones],
        "sides": {side: list(skeleton.COLOURS[side]) for side in ("right", "left", "centre")},
        "root": skeleton.ROOT,
        "head": skeleton.INDEX["head_top"],
        "angles": list(ANGLES),
        "unknown": _UNKNOWN,
        "step": _ANGLE_STEP_DEG,
        "start": round(start, 4),
        "moves": moves.sentences(),
    }


def _template() -> tuple[bytes, bytes]:
    before, _, after = resource("share.html").read_bytes().partition(b"<!-- the recording -->\n")
    return before, after


def _json(facts: dict[str, Any]) -> bytes:
    """JSON that can stand in a page: nothing in it ends its element."""
    return (
        json.dumps(facts, separators=(",", ":"), allow_nan=False).replace("<", "\\u003c").encode()
    )


def _part(name: str, kind: str, content: bytes) -> bytes:
    return f'<script id="{name}" type="{kind}">'.encode() + content + b"</script>\n"
