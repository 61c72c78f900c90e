"""glTF: what other readers find in the file is what was recorded."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import trimesh
from scipy.spatial.transform import Rotation

from posecam.export import export_session
from posecam.kinematics.bones import BONES
from posecam.session import Session
from posecam.skeleton import INDEX
from tests.fakes.motion import Array, body, record_motion
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
    (person,) = scene.geometry.values()
    # A T as high as from the sole to the top of the head, as wide as two arms; Y up.
    low, high = scene.bounds
    width, height, depth = high - low
    assert height == pytest.approx(1.72, abs=0.1)
    assert width == pytest.approx(1.8, abs=0.12)
    assert depth < 0.35
    # It is closed but for the eyes and looks outwards, or it would be seen from inside.
    assert person.volume == pytest.approx(0.07, abs=0.02)
    heights = person.vertices[:, 1] - low[1]
    soles = heights < 0.005
    assert soles.sum() > 50
    assert np.ptp(person.vertices[soles, 2]) > 0.2  # from heel to toes


def skinned(glb: Glb, moment: int) -> Array:
    """(V, 3) metres where the figure's points are, as a viewer moves them."""
    nodes, (skin,) = glb.said["nodes"], glb.said["skins"]
    (primitive,) = glb.said["meshes"][0]["primitives"]
    attributes = {name: glb.numbers(at) for name, at in primitive["attributes"].items()}
    inverse = glb.numbers(skin["inverseBindMatrices"]).reshape(-1, 4, 4).transpose(0, 2, 1)
    moved = np.zeros((len(nodes), 4, 4))
    own = {(c["target"]["node"], c["target"]["path"]): c["sampler"]
           for c in glb.said["animations"][0]["channels"]}  # fmt: skip
    samplers = glb.said["animations"][0]["samplers"]

    def at(node: int, path: str) -> Array:
        values: Array = glb.numbers(samplers[own[node, path]]["output"])[moment]
        return values

    def walk(node: int, before: Array) -> None:
        matrix = np.eye(4)
        matrix[:3, :3] = Rotation.from_quat(at(node, "rotation")).as_matrix()
        here = at(node, "translation") if node == 0 else nodes[node]["translation"]
        matrix[:3, 3] = here
        moved[node] = before @ matrix
        for child in nodes[node].get("children", ()):
            walk(child, moved[node])

    walk(0, np.eye(4))
    matrices = np.stack([moved[joint] for joint in skin["joints"]]) @ inverse
    shares = attributes["WEIGHTS_0"] / 255
    assert shares.sum(1) == pytest.approx(np.ones(len(shares)))
    rows = attributes["JOINTS_0"].astype(int)
    points = np.concatenate([attributes["POSITION"], np.ones((len(shares), 1))], 1)
    return np.asarray(np.einsum("vk,vkij,vj->vi", shares, matrices[rows], points)[:, :3])


def test_a_viewer_shows_a_person_around_the_joints_whose_soles_are_on_the_floor(
    take: Session, tmp_path: Path
) -> None:
    (path,) = export_session(take, ["gltf"], tmp_path)
    assert path.stat().st_size < 400_000
    glb = Glb(path)
    _, places = glb.joints()
    for moment in (0, 50):
        points = skinned(glb, moment)
        for name in ("LeftForeArm", "LeftHand", "RightHand", "RightLeg", "RightFoot"):
            away = np.linalg.norm(points - places[name][moment], axis=1).min()
            assert 0.01 < away < 0.07, (moment, name)
        assert points[:, 1].min() == pytest.approx(0, abs=0.02)


def test_the_body_has_the_proportions_of_the_take(tmp_path: Path) -> None:
    long = body(30)
    long[:, [INDEX["r_ankle"], INDEX["l_ankle"]], 1] += 120  # the camera's y goes down
    sizes = []
    for name, joints in (("usual", body(30)), ("long", long)):
        session = record_motion(tmp_path / name, joints, np.arange(30) / 30)
        (path,) = export_session(session, ["gltf"], tmp_path)
        glb = Glb(path)
        points = skinned(glb, 0)
        _, places = glb.joints()
        knee = places["RightLeg"][0, 1]
        sizes.append((knee - points[:, 1].min(), points[:, 1].max() - knee))
    (shin, above), (longer, same) = sizes
    assert longer - shin == pytest.approx(0.12, abs=0.03)
    assert same == pytest.approx(above, abs=0.06)


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
