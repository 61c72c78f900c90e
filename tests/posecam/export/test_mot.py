"""MOT: what a reader written after OpenSim's description finds is how the body was bent."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from posecam.export import Options, export_session
from posecam.session import Session
from tests.fakes.keypoints import with_extras
from tests.fakes.motion import Array, X, Y, about, body, record_motion
from tests.posecam.export.takes import COUNT, RATE

CAMERA = np.array([1.0, -1.0, -1.0])
#: Of the whole-body model of Rajagopal et al. (2016), both sides.
OF_THE_MODEL = {
    "pelvis_tilt", "pelvis_list", "pelvis_rotation", "pelvis_tx", "pelvis_ty", "pelvis_tz",
    "lumbar_extension", "lumbar_bending", "lumbar_rotation",
    *(f"{name}_{side}" for side in "rl" for name in (
        "hip_flexion", "hip_adduction", "hip_rotation", "knee_angle", "ankle_angle",
        "subtalar_angle", "mtp_angle", "arm_flex", "arm_add", "arm_rot", "elbow_flex", "pro_sup",
        "wrist_flex", "wrist_dev",
    )),
}  # fmt: skip


def read_mot(path: Path) -> tuple[dict[str, str], dict[str, Array]]:
    """Header and columns: `key=value` lines up to endheader, then names, then rows of numbers."""
    lines = path.read_text().splitlines()
    end = lines.index("endheader")
    header = dict(line.split("=", 1) for line in lines[1:end] if "=" in line)
    names = lines[end + 1].split("\t")
    rows = np.array([[float(cell) for cell in line.split("\t")] for line in lines[end + 2 :]])
    assert rows.shape == (int(header["nRows"]), int(header["nColumns"]))
    assert len(names) == len(set(names)) == int(header["nColumns"])
    return header, dict(zip(names, rows.T, strict=True))


def export(joints: Array, folder: Path, options: Options | None = None) -> dict[str, Array]:
    session = record_motion(folder / "take", joints, np.arange(len(joints)) / 30)
    (path,) = export_session(session, ["mot"], folder, options=options)
    return read_mot(path)[1]


def test_the_file_is_as_opensim_reads_it(take: Session, tmp_path: Path) -> None:
    (path,) = export_session(take, ["mot"], tmp_path)
    header, columns = read_mot(path)
    assert path.read_text().splitlines()[:2] == ["squats", "version=1"]
    assert header["inDegrees"] == "yes"
    assert columns.pop("time") == pytest.approx(np.arange(COUNT) / RATE, abs=1e-6)
    assert set(columns) == OF_THE_MODEL
    assert next(iter(columns)) == "pelvis_tilt"
    for name, values in columns.items():
        assert np.abs(np.diff(values)).max() < 40, name


@pytest.mark.parametrize("yaw", [0, 70, 180])
@pytest.mark.parametrize(
    ("bent", "wanted"),
    [
        ({"hip_flexion": 40, "knee": 60}, {"hip_flexion": 40, "knee_angle": 60}),
        ({"hip_abduction": 25, "knee": 30}, {"hip_adduction": -25, "hip_flexion": 0}),
        ({"thigh_twist": 20, "knee": 50}, {"hip_rotation": 20, "hip_adduction": 0}),
        ({"trunk_rotation": 25}, {"lumbar_rotation": 25, "lumbar_bending": 0}),
        ({"trunk_lateral": 12}, {"lumbar_bending": 12, "lumbar_rotation": 0}),
        ({"trunk_flexion": 30}, {"pelvis_tilt": -30, "lumbar_extension": 0}),
        ({"shoulder_elevation": 50, "shoulder_plane": 90, "elbow": 80},
         {"arm_flex": 50, "elbow_flex": 80, "arm_add": 0}),
        ({"shoulder_elevation": 45, "elbow": 60}, {"arm_add": -45, "elbow_flex": 60}),
        ({"shoulder_elevation": 5, "elbow": 90, "arm_twist": 30}, {"arm_rot": 30}),
    ],
)  # fmt: skip
def test_a_body_bent_by_known_angles_has_them(
    tmp_path: Path, yaw: float, bent: dict[str, float], wanted: dict[str, float]
) -> None:
    found = export(body(3, yaw=yaw, **bent), tmp_path)
    for name, degrees in wanted.items():
        sides = [name] if name in found else [f"{name}_r", f"{name}_l"]
        for side in sides:
            slack = 2.5 if name.startswith(("lumbar", "arm_rot")) else 1
            assert found[side] == pytest.approx(np.full(3, degrees), abs=slack), side
    assert found["pelvis_rotation"] == pytest.approx(np.zeros(3), abs=0.1)
    assert found["pelvis_ty"] == pytest.approx(found["pelvis_ty"][0] * np.ones(3), abs=1e-3)


def test_hands_and_feet_have_theirs(tmp_path: Path) -> None:
    still = body(3, shoulder_elevation=90) * CAMERA
    turned = with_extras(still, hand=about(X, 40)[0], foot=about(X, -45)[0])
    found = export(turned * CAMERA, tmp_path)
    for side in "rl":
        # Thumbs down from pointing ahead, toes up.
        assert found[f"pro_sup_{side}"] == pytest.approx(np.full(3, 90 + 40), abs=1.5)
        assert found[f"ankle_angle_{side}"] == pytest.approx(np.full(3, 45), abs=2)
    bowed = with_extras(still, hand=about(np.array([0.0, 0, 1]), -30)[0], foot=about(Y, 0)[0])
    other = export(bowed * CAMERA, tmp_path / "bowed")
    for side in "rl":
        assert other[f"wrist_flex_{side}"] == pytest.approx(np.full(3, 30), abs=1.5)
        assert other[f"ankle_angle_{side}"] == pytest.approx(np.zeros(3), abs=1.5)
    spread = with_extras(still, hand=about(Y, -20)[0])
    third = export(spread * CAMERA, tmp_path / "spread")
    for side in "rl":
        assert third[f"wrist_dev_{side}"] == pytest.approx(np.full(3, 20), abs=1.5)


def test_a_person_who_walks_forward_goes_along_x(tmp_path: Path) -> None:
    count = 30
    # Facing the camera, a metre nearer to it.
    roots = np.stack([np.zeros(count), np.full(count, 100.0), np.linspace(4000, 3000, count)], 1)
    session = record_motion(tmp_path / "walk", body(count), np.arange(count) / 30, roots=roots)
    (path,) = export_session(session, ["mot"], tmp_path)
    _, found = read_mot(path)
    assert found["pelvis_tx"][-1] - found["pelvis_tx"][0] > 0.5
    assert abs(found["pelvis_tz"][-1] - found["pelvis_tz"][0]) < 0.01
