"""BVH: what another reader finds in the file is what was recorded."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from posecam.errors import SessionError
from posecam.export import Options, Person, export_session
from posecam.export.person import person_rows, warning
from posecam.kinematics.bones import BONES
from posecam.session import Session
from posecam.skeleton import INDEX, ROOT
from tests.fakes.motion import Array, body, record_motion
from tests.posecam.export.bvh_reader import Bvh, read_bvh
from tests.posecam.export.takes import COUNT, RATE, squats

#: Name in the file -> joint of the table. "Head end" is the tip of the head; the hips are in the
#: middle of the two, where a body has its pelvis.
PLACES = {bone.name: bone.joint for bone in BONES if bone.joint in INDEX} | {
    "Head end": "head_top",
    "Hips": "pelvis",
}


def export(session: Session, out: Path, person: Person = None) -> Bvh:
    path, note = export_session(session, ["bvh"], out, options=Options(person=person))
    assert (path.name, note.name) == (f"{session.name}.bvh", f"{session.name}.bvh.txt")
    return read_bvh(path)


def errors_mm(bvh: Bvh, truth: Array) -> Array:
    """(T, joints): distances to (T, 16, 3) in the file's axes, the first hips moved there."""
    places = bvh.positions()
    moved = truth[0, ROOT] - 10 * places["Hips"][0]
    return np.stack(
        [
            np.linalg.norm(10 * places[name] + moved - truth[:, INDEX[joint]], axis=1)
            for name, joint in PLACES.items()
        ],
        1,
    )


def in_the_files_axes(session: Session) -> Array:
    """(T, 16, 3) mm of the main person, X right, Y up, Z towards the camera."""
    return np.asarray((session.joints_3d + session.roots[:, None]) * np.array([1.0, -1.0, -1.0]))


def test_joints_are_where_the_session_has_them(take: Session, tmp_path: Path) -> None:
    bvh = export(take, tmp_path)
    assert len(bvh.motion) == COUNT
    assert bvh.frame_time == pytest.approx(1 / RATE, rel=1e-6)
    errors = errors_mm(bvh, in_the_files_axes(take))
    # The lower spine has one length, and this person leans to the side by ten degrees.
    assert np.median(errors) < 0.2
    assert errors.max() < 2
    assert set(INDEX) - set(PLACES.values()) == {"thorax"}


def test_feet_stand_on_the_floor_under_a_pelvis_at_the_origin(
    take: Session, tmp_path: Path
) -> None:
    places = export(take, tmp_path).positions()
    assert places["Hips"][0, [0, 2]] == pytest.approx([0, 0], abs=1e-3)
    lowest = np.minimum(places["LeftFoot"][:, 1], places["RightFoot"][:, 1])
    assert np.percentile(lowest, 20) == pytest.approx(8, abs=0.01)


def test_noise_in_bone_lengths_is_taken_out_by_the_median(tmp_path: Path) -> None:
    shaken = squats() + np.random.default_rng(5).normal(0, 8, (COUNT, 16, 3))
    shaken -= shaken[:, ROOT : ROOT + 1]
    session = record_motion(tmp_path / "noisy", shaken, np.arange(COUNT) / RATE)
    bvh = export(session, tmp_path)
    assert np.median(errors_mm(bvh, in_the_files_axes(session))) < 15
    thigh = next(node for node in bvh.nodes if node.name == "LeftLeg")
    lengths = np.linalg.norm(shaken[:, INDEX["l_knee"]] - shaken[:, INDEX["l_hip"]], axis=1)
    assert 10 * np.linalg.norm(thigh.offset) == pytest.approx(np.median(lengths), abs=0.01)


def test_limbs_of_bodies_that_no_armature_fits_point_where_they_point(tmp_path: Path) -> None:
    shaken = squats() + np.random.default_rng(6).normal(0, 25, (COUNT, 16, 3))
    shaken -= shaken[:, ROOT : ROOT + 1]
    session = record_motion(tmp_path / "noisy", shaken, np.arange(COUNT) / RATE)
    places = export(session, tmp_path).positions()
    truth = in_the_files_axes(session)
    moved = truth[0, [INDEX["l_hip"], INDEX["r_hip"]]].mean(0) - 10 * places["Hips"][0]
    for start, end in (("UpLeg", "Leg"), ("Leg", "Foot"), ("Arm", "ForeArm"), ("ForeArm", "Hand")):
        for side in ("Left", "Right"):
            here = places[side + end] - places[side + start]
            tip = truth[:, INDEX[PLACES[side + end]]] - moved
            there = tip - 10 * places[side + start]
            cosine = (here * there).sum(1) / np.linalg.norm(here, axis=1)
            off = np.degrees(np.arccos(np.clip(cosine / np.linalg.norm(there, axis=1), -1, 1)))
            assert off.max() < 0.2, side + start


def test_twist_of_the_thigh_comes_from_the_knee(tmp_path: Path) -> None:
    bend = np.concatenate([np.linspace(0, 90, 40), np.linspace(90, 0, 40)])
    joints = body(80, hip_flexion=bend / 2, thigh_twist=35, knee=bend, elbow=60, arm_twist=-25)
    session = record_motion(tmp_path / "in", joints, np.arange(80) / 30)
    bvh = export(session, tmp_path)
    columns = _columns(bvh)
    # All of the twist is in the thigh, even where the leg is straight, and none in the knee.
    inward = {"Left": -1, "Right": 1}
    for side, sign in inward.items():
        thigh, knee = columns[f"{side}UpLeg"], columns[f"{side}Leg"]
        assert thigh["Y"] == pytest.approx(np.full(80, sign * 35.0), abs=0.1)
        assert thigh["X"] == pytest.approx(-bend / 2, abs=0.1)
        assert knee["X"] == pytest.approx(bend, abs=0.1)
        assert np.abs([knee["Y"], knee["Z"]]).max() < 0.1
        fore = columns[f"{side}ForeArm"]
        assert np.hypot(fore["Y"], fore["Z"]) == pytest.approx(np.full(80, 60.0), abs=0.1)
        assert np.abs(fore["X"]).max() < 0.1


def test_a_knee_bent_the_wrong_way_does_not_turn_the_thigh_round(tmp_path: Path) -> None:
    session = record_motion(
        tmp_path / "back", body(60, knee=np.linspace(60, -30, 60)), np.arange(60) / 30
    )
    columns = _columns(export(session, tmp_path))
    assert np.abs(columns["LeftUpLeg"]["Y"]).max() < 0.1
    assert columns["LeftLeg"]["X"] == pytest.approx(np.linspace(60, -30, 60), abs=0.1)


def test_angles_never_jump(tmp_path: Path) -> None:
    count = 300
    t = np.linspace(0, 1, count)
    joints = body(
        count,
        yaw=1080 * t,
        trunk_flexion=100 * t,
        hip_flexion=130 * t,
        hip_abduction=60 * np.sin(9 * t),
        knee=30 + 100 * t,
        shoulder_elevation=170 * np.sin(3 * t) ** 2,
        shoulder_plane=100 * t,
        arm_twist=80 * np.sin(7 * t),
        elbow=90,
    )
    bvh = export(record_motion(tmp_path / "spin", joints, np.arange(count) / 30), tmp_path)
    assert np.median(errors_mm(bvh, joints * [1, -1, -1])) < 0.2
    assert np.abs(np.diff(bvh.motion, axis=0)).max() < 45
    assert _columns(bvh)["Hips"]["Y"][-1] == pytest.approx(1080, abs=0.5)


def test_a_long_absence_holds_the_pose_and_is_noted(tmp_path: Path) -> None:
    times = np.arange(90) / 30
    seen = [not 30 <= k < 60 and k not in {10, 11} for k in range(90)]
    joints = body(90, yaw=np.arange(90.0))
    session = record_motion(tmp_path / "away", joints, times, seen=seen)
    bvh = export(session, tmp_path)
    yaw = _columns(bvh)["Hips"]["Y"]
    assert len(yaw) == 90
    assert yaw[:30] == pytest.approx(np.arange(30), abs=0.05)  # two frames are bridged
    assert yaw[30:60] == pytest.approx(np.full(30, 29), abs=0.05)
    assert yaw[60:] == pytest.approx(np.arange(60, 90), abs=0.05)
    remarks = (tmp_path / "away.bvh.txt").read_text()
    assert "0.97 to 2.00" in remarks
    assert "centimetres" in remarks
    assert "Y up" in remarks


def test_uneven_timestamps_become_an_even_rate(tmp_path: Path) -> None:
    steps = np.tile([0.033, 0.033, 0.034], 30)
    times = np.concatenate([[0], np.cumsum(steps)])
    times = np.delete(times, [20, 21, 50])
    joints = body(len(times), yaw=90 * times)
    bvh = export(record_motion(tmp_path / "uneven", joints, times), tmp_path)
    assert bvh.frame_time == pytest.approx(1 / 30, rel=1e-3)
    assert len(bvh.motion) == 91
    yaw = _columns(bvh)["Hips"]["Y"]
    assert yaw == pytest.approx(90 * bvh.frame_time * np.arange(91), abs=0.2)


def test_one_person_of_two_is_chosen_by_number(tmp_path: Path) -> None:
    ids = [0] * 15 + [4] * 15
    joints = body(30, yaw=np.repeat([0, 50], 15))
    session = record_motion(tmp_path / "two", joints, np.arange(30) / 30, person_ids=ids)
    first = _columns(export(session, tmp_path / "first"))["Hips"]["Y"]
    assert (round(first[0]), round(first[-1])) == (0, 0)
    assert "person 0, seen longest" in (tmp_path / "first" / "two.bvh.txt").read_text()
    fourth = _columns(export(session, tmp_path / "fourth", person=4))["Hips"]["Y"]
    assert fourth == pytest.approx(np.full(30, 50), abs=0.05)
    assert "person 4" in (tmp_path / "fourth" / "two.bvh.txt").read_text()
    with pytest.raises(SessionError, match=r"Person 9 was never seen in .* \(seen: 0, 4\)\.$"):
        export_session(session, ["bvh"], tmp_path / "ninth", options=Options(person=9))
    assert not (tmp_path / "ninth").exists()


def test_another_in_the_first_place_for_a_moment_does_not_take_the_motion_away(
    tmp_path: Path,
) -> None:
    """A person seven metres aside is alone in view for a third of a second."""
    ids = [0] * 40 + [4] * 10 + [0] * 40
    roots = np.array([[7000 if number else 0, 100, 4000] for number in ids], np.float64)
    session = record_motion(
        tmp_path / "two", body(90), np.arange(90) / 30, person_ids=ids, roots=roots
    )
    for person in (None, "main", 0):
        bvh = export(session, tmp_path / str(person), person=person)
        assert np.ptp(bvh.motion[:, 0]) < 1  # cm across
    assert session.main_changes == []
    assert np.isnan(session.joints_3d[40:50]).all()
    assert np.isfinite(session.joints_3d[50:]).all()


def test_the_main_person_who_changes_is_warned_of(tmp_path: Path) -> None:
    ids = [0] * 40 + [4] * 50
    session = record_motion(tmp_path / "two", body(90), np.arange(90) / 30, person_ids=ids)
    ((seconds, number),) = session.main_changes
    assert (seconds, number) == pytest.approx((40 / 30, 4), abs=1e-3)
    assert "changes once, first to person 4 at 1.3 s" in warning(session, "main")
    assert warning(session, None) == "2 people were seen: this is person 4, seen longest."
    assert warning(session, 0) == ""
    rows = person_rows(session, "main")
    assert session.people.ids[rows].tolist() == ids


def test_the_file_to_the_letter(tmp_path: Path) -> None:
    session = record_motion(tmp_path / "still", body(2), [0.0, 0.04])
    export(session, tmp_path)
    text = (tmp_path / "still.bvh").read_text()
    assert text.startswith(GOLDEN_START)
    motion = text[text.index("MOTION") :].splitlines()
    assert motion[:3] == ["MOTION", "Frames: 2", "Frame Time: 0.04000000"]
    # On its feet at the origin, arms from the T down: 8 cm of foot, 45.4 of shin, 44.3 of thigh.
    assert motion[3].startswith("0.0000 97.7000 0.0000 0.0000 0.0000 0.0000 ")
    assert motion[3] == motion[4]


GOLDEN_START = """\
HIERARCHY
ROOT Hips
{
	OFFSET 0.0000 0.0000 0.0000
	CHANNELS 6 Xposition Yposition Zposition Yrotation Zrotation Xrotation
	JOINT LeftUpLeg
	{
		OFFSET 13.3000 0.0000 0.0000
		CHANNELS 3 Xrotation Zrotation Yrotation
		JOINT LeftLeg
		{
			OFFSET 0.0000 -44.3000 0.0000
			CHANNELS 3 Xrotation Zrotation Yrotation
			JOINT LeftFoot
			{
				OFFSET 0.0000 -45.4000 0.0000
				CHANNELS 3 Xrotation Zrotation Yrotation
				JOINT LeftToeBase
				{
					OFFSET 0.0000 -4.6000 13.8000
					CHANNELS 3 Xrotation Zrotation Yrotation
					End Site
					{
						OFFSET 0.0000 -1.5000 4.0000
					}
				}
			}
		}
	}
	JOINT RightUpLeg
"""


def _columns(bvh: Bvh) -> dict[str, dict[str, Array]]:
    """name -> axis -> (T,) degrees."""
    found: dict[str, dict[str, Array]] = {}
    column = 0
    for node in bvh.nodes:
        for channel in node.channels:
            if channel.endswith("rotation"):
                found.setdefault(node.name, {})[channel[0]] = bvh.motion[:, column]
            column += 1
    return found
