"""The 3D figure as a person: its skin goes with the joints."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from posecam import skeleton
from posecam.gui.shared.mannequin import mannequin
from posecam.kinematics.grounding import Z_UP
from tests.fakes.standing import standing

FloatArray = NDArray[np.float32]
SURE = np.ones(skeleton.COUNT, np.float32)
I = skeleton.INDEX  # noqa: E741, as short as the table's rows
#: Metres in the view's world, the ankles at 8 cm.
SIXTEEN = (standing() @ Z_UP.T * 1e-3).astype(np.float32)
SIXTEEN[:, 2] += 0.08 - SIXTEEN[:, 2].min()


def around(vertices: FloatArray, point: FloatArray) -> float:
    """Metres from a point to the skin."""
    return float(np.linalg.norm(vertices - point, axis=1).min())


def test_the_skin_is_round_every_joint_of_a_limb() -> None:
    joints = SIXTEEN
    mesh = mannequin().mesh(joints, SURE)
    for name in ("r_wrist", "l_wrist", "r_knee", "l_elbow", "r_ankle", "l_hip"):
        assert around(mesh.vertices, joints[I[name]]) < 0.12, name
    assert mesh.vertices[:, 2].max() < joints[I["head_top"], 2] + 0.1


def test_the_skin_follows_one_arm_and_leaves_the_other() -> None:
    up = SIXTEEN.copy()
    up[I["l_elbow"]] = up[I["l_shoulder"]] + [0, 0, 0.28]
    up[I["l_wrist"]] = up[I["l_elbow"]] + [0, 0, 0.25]
    still, raised = (mannequin().mesh(joints, SURE).vertices for joints in (SIXTEEN, up))
    assert around(raised, up[I["l_wrist"]]) < 0.06
    assert around(still, SIXTEEN[I["l_wrist"]]) < 0.04
    assert around(raised, SIXTEEN[I["l_wrist"]]) > 0.08  # the thigh is left
    right = np.linalg.norm(still - SIXTEEN[I["r_wrist"]], axis=1) < 0.1
    assert np.abs(raised[right] - still[right]).max() < 0.02


def test_a_longer_shin_has_a_longer_skin_and_an_unsure_arm_is_faint() -> None:
    tall = SIXTEEN.copy()
    tall[:, 2] += 0.1
    for ankle in ("r_ankle", "l_ankle"):
        tall[I[ankle], 2] -= 0.1
    assert np.ptp(mannequin().mesh(tall, SURE).vertices[:, 2]) > 0.08 + np.ptp(
        mannequin().mesh(SIXTEEN, SURE).vertices[:, 2]
    )
    scores = SURE.copy()
    scores[I["l_wrist"]] = 0.0
    mesh = mannequin().mesh(SIXTEEN, scores)
    near = {
        side: np.linalg.norm(mesh.vertices - SIXTEEN[I[f"{side}_wrist"]], axis=1) < 0.08
        for side in "lr"
    }
    faint, plain = (mesh.colours[near[side], 3].mean() for side in "lr")
    assert faint < 0.4
    assert plain == pytest.approx(1)
