"""People seen from behind, and sides that flip in a video, are told apart."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from posecam import skeleton
from tests.fakes.standing import standing
from training.__main__ import main
from training.back_views import back_view_figures, facing, from_behind
from training.datasets.records import Records, make_records
from training.mocap_clips import ClipPredictions
from training.predict import Predictions
from training.side_flips import side_flips

DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo.mp4"
FLIP = list(skeleton.FLIP)


def turned(degrees: float) -> np.ndarray:
    """(16, 3) mm of a person who has turned about the vertical; at 0 they face the camera."""
    a = np.radians(degrees)
    about = np.array([[np.cos(a), 0, np.sin(a)], [0, 1, 0], [-np.sin(a), 0, np.cos(a)]])
    return np.asarray(standing() @ about.T)


def people(*degrees: float, away: tuple[float, float, float] = (0, 0, 4000)) -> Records:
    """Records of people whose camera is known; image px are a tenth of a mm at the pelvis."""
    solid = np.stack([turned(d) for d in degrees]) + away
    focal = 400.0
    flat = solid[..., :2] / solid[..., 2:] * focal + 200
    return make_records(
        "people", [Path("x.jpg")] * len(degrees), flat, np.ones(flat.shape[:2], bool),
        joints_3d=solid, camera=np.tile([focal, 200.0, 200.0], (len(degrees), 1)),
    )  # fmt: skip


def said(records: Records, exchanged: list[bool]) -> Predictions:
    """The truth, with left and right exchanged where asked."""
    flat = records.joints_2d[:, : skeleton.COUNT].copy()
    solid = records.joints_3d[:, : skeleton.COUNT].copy()
    flat[exchanged], solid[exchanged] = flat[exchanged][:, FLIP], solid[exchanged][:, FLIP]
    n = len(records)
    nothing = np.full((n, skeleton.COUNT), np.nan, np.float32)
    return Predictions(
        flat, solid, np.ones_like(nothing), (), nothing, nothing, np.full((n, 3), np.nan)
    )


def test_who_faces_the_camera_and_who_does_not() -> None:
    assert facing(turned(0)[None])[0] @ [0, 0, -1] > 0.95
    records = people(0, 50, 90, 150, 180, 215, 270)
    assert from_behind(records).tolist() == [False, False, False, True, True, True, False]


def test_behind_is_as_the_ray_to_the_person_has_it() -> None:
    # 45 degrees to the right in a wide lens, facing straight away from the image plane's normal
    # is 45 degrees off the ray; turned by 30 more it is 75.
    aside = (4000.0, 0.0, 4000.0)
    assert from_behind(people(180, away=aside)).tolist() == [True]
    near, far = (bool(from_behind(people(180 + s * 30, away=aside))[0]) for s in (1, -1))
    assert near != far


def test_exchanged_sides_of_back_views_are_a_share_of_the_back_views() -> None:
    records = people(0, 0, 180, 180, 180, 180)
    figures = back_view_figures(said(records, [True, False, True, False, False, False]), records)
    assert figures["back_views"] == 4
    assert figures["swapped_back"] == pytest.approx(0.25)
    assert figures["pck@0.2 back"] < 1
    right = back_view_figures(said(records, [True] * 2 + [False] * 4), records)
    assert right["swapped_back"] == 0
    assert right["pck@0.2 back"] == 1
    assert right["pa_mpjpe_back_seen_mm"] == pytest.approx(0, abs=1e-3)


def test_a_set_without_3d_has_no_back_views() -> None:
    records = people(180)
    flat = replace(records, joints_3d=np.full_like(records.joints_3d, np.nan))
    assert back_view_figures(said(records, [False]), flat) == {}


def walking(apart: list[float], person: list[int]) -> ClipPredictions:
    """Someone whose right hip is so many px to the right of the left one."""
    joints = np.zeros((len(apart), skeleton.COUNT, 2))
    joints[:, skeleton.INDEX["r_hip"], 0] = apart
    count = len(apart)
    nothing = np.full((count, 3), np.nan)
    solid = np.zeros((count, skeleton.COUNT, 3))
    return ClipPredictions(np.arange(count) / 30, solid, nothing, joints, np.array(person))


def test_a_side_flip_is_a_clear_change_of_order_of_one_person() -> None:
    assert side_flips(walking([9, -9, 9, 9], [1] * 4))["side_flips"] == 2
    assert side_flips(walking([9, 2, -9, -9], [1] * 4))["side_flips"] == 0  # by the side
    assert side_flips(walking([9, -9], [1, 2]))["side_flips"] == 0  # another person
    gone = side_flips(walking([9, -9, -9, 9], [1, -1, -1, 1]))
    assert gone == {"followed": 2, "side_flips": 0, "side_flips_share": 0}


def test_a_video_is_scored_without_truth(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    demo = cv2.VideoCapture(str(DEMO))
    frames = [demo.read()[1] for _ in range(24)]
    demo.release()
    short = tmp_path / "short.avi"
    size = (frames[0].shape[1], frames[0].shape[0])
    writer = cv2.VideoWriter(str(short), cv2.VideoWriter.fourcc(*"MJPG"), 30, size)
    for frame in [*frames, *[np.zeros_like(frames[0])] * 3]:
        writer.write(frame)
    writer.release()
    assert main(["evaluate", str(short), "--json"]) == 0
    line = json.loads(capsys.readouterr().out)
    assert line["set"] == "short"
    assert (line["images"], line["followed"], line["side_flips"]) == (27, 24, 0)


def test_what_is_no_video_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "clip.mp4").write_bytes(b"nothing")
    assert main(["evaluate", str(tmp_path / "clip.mp4")]) == 2
    assert "cannot be read as a video" in capsys.readouterr().err
