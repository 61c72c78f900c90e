"""A person stands: in the window, in the review, in files and in streams at one height."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import ezc3d  # type: ignore[import-untyped]
import numpy as np
import pytest

from posecam.estimation.calibration import Calibration
from posecam.export import export_session
from posecam.export.trajectory import make_trajectory
from posecam.gui.review.take import Take
from posecam.kinematics.floor import ANKLE_ABOVE_FLOOR_MM
from posecam.kinematics.grounding import levelling
from posecam.kinematics.stage import Stage
from posecam.session import Session
from posecam.skeleton import BONES, INDEX
from posecam.streaming.humanoid import Humanoid
from tests.fakes.motion import body, record_motion
from tests.posecam.export.bvh_reader import read_bvh
from tests.posecam.streaming.unity import forward

FRAMES = 60
#: The height of the feet is read from the image, whose pixels have two digits and are 50 mm wide.
NEAR_MM = 1.0


def level_camera(folder: Path) -> Session:
    return record_motion(folder, body(FRAMES), np.arange(FRAMES) / 30)


def tilted_camera(folder: Path) -> Session:
    """It looks down at a person who stands turned: one foot is further away, and seen higher."""
    down = math.radians(20)
    up = (0.0, -math.cos(down), -math.sin(down))
    calibration = Calibration(1700.0, 60.0, (1.0,) * len(BONES), up, 1500.0)
    return record_motion(
        folder,
        body(FRAMES, yaw=70) @ levelling(up),
        np.arange(FRAMES) / 30,
        settings={"calibration": calibration.table()},
    )


def ankles_mm(session: Session, out: Path) -> dict[str, tuple[float, float]]:
    """Way of showing a body -> heights of the ankles above its floor in the last frame."""
    poses = [session.people_at(row)[0] for row in range(FRAMES)]
    take = Take(session)
    feet = [INDEX["l_ankle"], INDEX["r_ankle"]]
    live, recorded = Stage(), take.stage
    for pose in poses:
        lived = live.place(pose, take.floor)
    reviewed = recorded.place(poses[-1], take.floor)
    made = {path.suffix: path for path in export_session(session, ["bvh", "c3d", "trc"], out)}
    places = read_bvh(made[".bvh"]).positions()
    row = made[".trc"].read_text().splitlines()[-1].split("\t")
    points = ezc3d.c3d(str(made[".c3d"]))["data"]["points"]
    floor = take.floor
    figure = Humanoid().update(poses[-1], floor.up) if floor else Humanoid().update(poses[-1])
    sent = {name: (*bone.position, *bone.rotation) for name, bone in figure.bones.items()}
    unity, _ = forward(sent, figure.root)
    sides = ("Left", "Right")
    found = {
        "live": [lived[k, 2] * 1e3 for k in feet],
        "review": [reviewed[k, 2] * 1e3 for k in feet],
        "bvh": [places[f"{side}Foot"][-1, 1] * 10 for side in sides],
        "trc": [float(row[2 + 3 * k + 1]) for k in feet],
        "c3d": [points[1, k, -1] for k in feet],
        "vmc": [unity[f"{side}Foot"][1] * 1e3 for side in sides],
    }
    return {name: (float(min(both)), float(max(both))) for name, both in found.items()}


@pytest.mark.parametrize("record", [level_camera, tilted_camera])
def test_both_feet_stand_at_one_height_everywhere(
    record: Callable[[Path], Session], tmp_path: Path
) -> None:
    heights = ankles_mm(record(tmp_path / "take"), tmp_path)
    at_rest = pytest.approx((ANKLE_ABOVE_FLOOR_MM, ANKLE_ABOVE_FLOOR_MM), abs=NEAR_MM)
    assert {name: both for name, both in heights.items() if both != at_rest} == {}


def test_review_and_files_agree_how_high_a_jump_is(tmp_path: Path) -> None:
    roots = np.tile([0.0, 0.0, 3000.0], (FRAMES, 1))
    roots[25:35, 1] = -200
    joints = body(FRAMES)
    session = record_motion(
        tmp_path / "take",
        joints,
        np.arange(FRAMES) / 30,
        roots=roots,
        with_images=joints + roots[:, None],
    )
    stage = Take(session).stage
    ankle = INDEX["l_ankle"]
    shown = [stage.place(session.people_at(row)[0])[ankle, 2] * 1e3 for row in range(FRAMES)]
    written = make_trajectory(session).joints[:, ankle, 1]
    np.testing.assert_allclose(shown, written, atol=NEAR_MM)
    assert shown[30] == pytest.approx(280, abs=NEAR_MM)
