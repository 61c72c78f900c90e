"""A video becomes a session, the session every format, and other programs' readers open each.

With POSECAM_STORY_CLIP set it is that clip, else the beginning of the demo.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import av
import c3d  # type: ignore[import-untyped]
import ezc3d  # type: ignore[import-untyped]
import numpy as np
import pandas as pd
import pytest
import trimesh

from posecam.cli import main
from posecam.export import FORMATS
from posecam.export.trajectory import make_trajectory
from posecam.kinematics.bones import BONES
from posecam.session import Session
from posecam.skeleton import BONES as SKELETON
from posecam.skeleton import INDEX, NAMES, ROOT
from tests.fakes.motion import Array
from tests.fakes.videos import beginning_of_the_demo
from tests.posecam.export.bvh_reader import read_bvh
from tests.posecam.export.glb_reader import Glb
from tests.posecam.export.test_markers import MARKERS, read_trc

# The reader c3d expects analog data, and no padding up to the end of a block.
pytestmark = [
    pytest.mark.filterwarnings("ignore:No analog data:UserWarning"),
    pytest.mark.filterwarnings("ignore:incomplete reading of data blocks:UserWarning"),
]


@pytest.fixture(scope="module")
def take(tmp_path_factory: pytest.TempPathFactory) -> Session:
    place = tmp_path_factory.mktemp("story")
    clip = os.environ.get("POSECAM_STORY_CLIP") or str(beginning_of_the_demo(place / "d.mkv", 60))
    assert main(["process", clip, "--out", str(place / "take")]) == 0
    session = Session.open(place / "take")
    assert session.warnings == []
    return session


@pytest.fixture(scope="module")
def files(take: Session, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    out = tmp_path_factory.mktemp("files")
    assert main(["export", str(take.folder), "--format", "all", "--out", str(out)]) == 0
    found = {name: out / f"take.{form.ending}" for name, form in FORMATS.items()}
    least = {"gait": 30}  # a heading, where no person walks
    assert all(path.stat().st_size > least.get(name, 500) for name, path in found.items())
    assert {
        "bvh",
        "gltf",
        "usd",
        "c3d",
        "trc",
        "mot",
        "csv",
        "tidy",
        "json",
        "npz",
        "angles",
        "gait",
        "overlay",
        "html",
    } == set(found)
    return found


@pytest.fixture(scope="module")
def truth(take: Session) -> Array:
    """(T, 16, 3) mm relative to the pelvis, x right, y up, z towards the camera: the session's
    bones, each of its median length, one after another from the pelvis."""
    joints = make_trajectory(take).joints[:, : len(NAMES)]
    out = np.zeros_like(joints)
    laid = {ROOT}
    while len(laid) < len(NAMES):
        for child, parent in SKELETON:
            if parent in laid and child not in laid:
                bone = joints[:, child] - joints[:, parent]
                length = np.linalg.norm(bone, axis=1, keepdims=True)
                out[:, child] = out[:, parent] + bone / length * np.median(length)
                laid.add(child)
    return out


def same_extent(take: Session, count: int, seconds: float) -> None:
    """As long as the session, but for one frame, and without a frame missing."""
    step = take.duration / (len(take) - 1)
    assert abs(count - len(take)) <= 1
    assert seconds == pytest.approx(take.duration, abs=step)


def near(places: Array, truth: Array, rows: list[int]) -> float:
    """Median distance of these joints of (T, 16, 3) from the truth, mm, relative to the pelvis."""
    off = (places - places[:, [ROOT]] - truth)[:, rows]
    return float(np.median(np.linalg.norm(off, axis=2)))


def by_joint(places: dict[str, Array]) -> Array:
    """(T, 16, 3) of the places of an armature's joints and its "Head end"."""
    (count,) = {len(place) for place in places.values()}
    out = np.full((count, len(NAMES), 3), np.nan)
    for bone in BONES:
        if bone.joint in INDEX:
            out[:, INDEX[bone.joint]] = places[bone.name]
    out[:, INDEX["pelvis"]] = places["Hips"]
    # The middle of the shoulders is no joint of the armature.
    out[:, INDEX["thorax"]] = (places["LeftArm"] + places["RightArm"]) / 2
    if "Head end" in places:
        out[:, INDEX["head_top"]] = places["Head end"]
    return out


def test_bvh(take: Session, files: dict[str, Path], truth: Array) -> None:
    bvh = read_bvh(files["bvh"])
    same_extent(take, len(bvh.motion), (len(bvh.motion) - 1) * bvh.frame_time)
    off = near(10 * by_joint(bvh.positions()), truth, list(range(len(NAMES))))
    print(f"BVH: {off:.3f} mm from the session's joints, median")
    assert off < 5


def test_gltf(take: Session, files: dict[str, Path], truth: Array) -> None:
    times, places = Glb(files["gltf"]).joints()
    same_extent(take, len(times), times[-1])
    known = [k for k, name in enumerate(NAMES) if name != "head_top"]
    assert near(1000 * by_joint(places), truth, known) < 5
    scene = trimesh.load(files["gltf"])
    assert isinstance(scene, trimesh.Scene)
    assert set(scene.graph.nodes) >= {bone.name for bone in BONES}


def test_c3d_by_two_readers(take: Session, files: dict[str, Path]) -> None:
    trajectory = make_trajectory(take)
    content = ezc3d.c3d(str(files["c3d"]))
    point = content["parameters"]["POINT"]
    markers = point["LABELS"]["value"]
    assert markers[: len(MARKERS)] == MARKERS
    assert len(markers) == len(take.joint_names)
    assert point["UNITS"]["value"] == ["mm"]
    points = content["data"]["points"][:3].transpose(2, 1, 0)
    same_extent(take, len(points), (len(points) - 1) / point["RATE"]["value"][0])
    assert points[trajectory.seen] == pytest.approx(trajectory.joints[trajectory.seen], abs=0.01)
    with files["c3d"].open("rb") as file:
        other = c3d.Reader(file)
        frames = np.stack([found[:, :3] for _, found, _ in other.read_frames()])
        assert [label.strip() for label in other.point_labels] == markers
        assert other.point_rate == pytest.approx(trajectory.rate, rel=1e-4)
    assert frames[trajectory.seen] == pytest.approx(trajectory.joints[trajectory.seen], abs=0.01)


def test_trc(take: Session, files: dict[str, Path]) -> None:
    trajectory = make_trajectory(take)
    header, names, times, places = read_trc(files["trc"])
    assert (header["Units"], names[: len(MARKERS)]) == ("mm", MARKERS)
    assert len(names) == len(take.joint_names)
    assert int(header["NumFrames"]) == len(times)
    same_extent(take, len(times), times[-1])
    # Written with tenths of a millimetre.
    assert places[trajectory.seen] == pytest.approx(trajectory.joints[trajectory.seen], abs=0.06)


def test_tables(take: Session, files: dict[str, Path]) -> None:
    joints = [f"{name}_{axis}_mm" for name in take.joint_names for axis in "xyz"]
    table = pd.read_csv(files["csv"])
    main_rows = table.drop_duplicates("frame")
    same_extent(take, len(main_rows), main_rows["time_s"].iloc[-1])
    found = main_rows[joints].to_numpy().reshape(take.joints_3d.shape)
    assert found == pytest.approx(take.joints_3d, abs=0.1, nan_ok=True)
    angles = pd.read_csv(files["angles"])
    same_extent(take, len(angles), angles["time_s"].iloc[-1])
    assert angles["l_knee_flexion_deg"].between(0, 180).sum() > 0.9 * len(take)


def test_json_and_npz(take: Session, files: dict[str, Path]) -> None:
    content = json.loads(files["json"].read_text())
    assert content["joint_names"] == list(take.joint_names)
    assert content["units"]["joints_3d"].startswith("mm relative to the pelvis")
    same_extent(take, len(content["frames"]), content["frames"][-1]["time"])
    with np.load(files["npz"]) as arrays:
        assert arrays["joint_names"].tolist() == list(take.joint_names)
        same_extent(take, len(arrays["times"]), arrays["times"][-1])
        assert np.array_equal(arrays["joints_3d"], take.joints_3d, equal_nan=True)


def test_overlay(take: Session, files: dict[str, Path]) -> None:
    with av.open(str(files["overlay"])) as container:
        frames = list(container.decode(video=0))
    same_extent(take, len(frames), frames[-1].time - frames[0].time)
    (image,) = (frame.image for frame in take.video_frames(0, 0))
    assert frames[0].width > image.shape[1]
