"""glTF: what other readers find in the file is what was recorded."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import trimesh

from posecam.export import export_session
from posecam.kinematics.bones import BONES
from posecam.session import Session
from tests.fakes.motion import body, record_motion
from tests.posecam.export.bvh_reader import read_bvh
from tests.posecam.export.glb_reader import Glb
from tests.posecam.export.takes import COUNT, RATE


def test_the_joints_move_as_those_of_the_bvh(take: Session, tmp_path: Path) -> None:
    bvh, _, path = export_session(take, ["bvh", "gltf"], tmp_path)
    assert path.name == "squats.glb"
    glb = Glb(path)
    times, places = glb.joints()
    assert times == pytest.approx(np.arange(COUNT) / RATE, abs=1e-5)
    ours = read_bvh(bvh).positions()
    assert set(places) == {bone.name for bone in BONES}
    for name, place in places.items():
        assert place == pytest.approx(ours[name] / 100, abs=2e-5)
    extras = glb.said["asset"]["extras"]
    assert "metres" in extras["units"]
    assert "Y up" in extras["units"]
    assert (extras["session"], extras["rate"]) == ("squats", pytest.approx(RATE))


def test_another_reader_finds_the_figure_in_its_rest_pose(take: Session, tmp_path: Path) -> None:
    (path,) = export_session(take, ["gltf"], tmp_path)
    scene = trimesh.load(path)
    assert isinstance(scene, trimesh.Scene)
    assert set(scene.graph.nodes) >= {bone.name for bone in BONES}
    parts = list(scene.geometry.values())
    assert len(parts) == 3
    # A T as high as from the sole to the top of the head, as wide as two arms; Y up.
    low, high = scene.bounds
    width, height, depth = high - low
    assert height == pytest.approx(1.72, abs=0.1)
    assert width == pytest.approx(1.5, abs=0.12)
    assert depth < 0.25  # feet
    # Every double pyramid is closed and looks outwards, or it would be seen from inside.
    for part in parts:
        corners = part.triangles.reshape(-1, 8, 3, 3)
        areas = np.cross(corners[:, :, 1] - corners[:, :, 0], corners[:, :, 2] - corners[:, :, 0])
        assert areas.sum(1) == pytest.approx(np.zeros((len(areas), 3)), abs=1e-6)
        assert ((areas * corners.mean(2)).sum((1, 2)) > 0).all()


def test_turns_of_more_than_half_a_circle_are_smooth(tmp_path: Path) -> None:
    t = np.linspace(0, 1, 90)
    joints = body(90, yaw=1000 * t, trunk_flexion=60 * t, knee=60, shoulder_elevation=100 * t)
    session = record_motion(tmp_path / "spin", joints, np.arange(90) / 30)
    (path,) = export_session(session, ["gltf"], tmp_path)
    glb = Glb(path)
    for channel in glb.said["animations"][0]["channels"]:
        if channel["target"]["path"] == "rotation":
            sampler = glb.said["animations"][0]["samplers"][channel["sampler"]]
            turns = glb.numbers(sampler["output"])
            assert np.linalg.norm(turns, axis=1) == pytest.approx(np.ones(90), abs=1e-5)
            # In between a reader goes the short way.
            assert (turns[1:] * turns[:-1]).sum(1).min() > 0.9


def test_a_long_absence_is_noted(tmp_path: Path) -> None:
    seen = [not 30 <= k < 60 for k in range(90)]
    session = record_motion(tmp_path / "away", body(90), np.arange(90) / 30, seen=seen)
    (path,) = export_session(session, ["gltf"], tmp_path)
    (gap,) = Glb(path).said["asset"]["extras"]["not_seen_s"]
    assert gap == pytest.approx([29 / 30, 2.0], abs=0.01)
