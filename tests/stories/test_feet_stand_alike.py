"""A person stands: in the window, in the review, in files and in streams at one height."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from posecam.export import export_session
from posecam.gui.review.take import Take
from posecam.kinematics.grounding import ANKLE_ABOVE_FLOOR_MM
from posecam.kinematics.stage import Stage
from posecam.session import Session
from posecam.skeleton import INDEX
from posecam.streaming.humanoid import Humanoid
from tests.fakes.motion import body, record_motion
from tests.posecam.export.bvh_reader import read_bvh
from tests.posecam.streaming.unity import forward

FRAMES = 60
#: The height of the feet is read from the image, whose pixels have two digits and are 50 mm wide.
NEAR_MM = 1.0


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    return record_motion(
        tmp_path_factory.mktemp("standing") / "take", body(FRAMES), np.arange(FRAMES) / 30
    )


def ankles_mm(session: Session, out: Path) -> dict[str, float]:
    """Way of showing a body -> height of the lower ankle above its floor in the last frame."""
    poses = [session.people_at(row)[0] for row in range(FRAMES)]
    feet = [INDEX["r_ankle"], INDEX["l_ankle"]]
    live, recorded = Stage(), Take(session).stage
    for pose in poses:
        lived = live.place(pose)
    reviewed = recorded.place(poses[-1])
    bvh, _, trc = export_session(session, ["bvh", "trc"], out)
    places = read_bvh(bvh).positions()
    row = trc.read_text().splitlines()[-1].split("\t")
    figure = Humanoid().update(poses[-1])
    sent = {name: (*bone.position, *bone.rotation) for name, bone in figure.bones.items()}
    unity, _ = forward(sent, figure.root)
    return {
        "live": float(lived[feet, 2].min()) * 1e3,
        "review": float(reviewed[feet, 2].min()) * 1e3,
        "bvh": min(places[f"{side}Foot"][-1, 1] for side in ("Left", "Right")) * 10,
        "trc": min(float(row[2 + 3 * k + 1]) for k in feet),
        "vmc": min(unity[f"{side}Foot"][1] for side in ("Left", "Right")) * 1e3,
    }


def test_a_foot_stands_at_one_height_everywhere(session: Session, tmp_path: Path) -> None:
    heights = ankles_mm(session, tmp_path)
    assert heights == pytest.approx(dict.fromkeys(heights, ANKLE_ABOVE_FLOOR_MM), abs=NEAR_MM)
