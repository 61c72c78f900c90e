"""What may be chosen about a motion: bone names, rest pose, unit, rate, and a part of the take."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from posecam.cli import main
from posecam.errors import SessionError
from posecam.export import FORMATS, Options, export_session
from posecam.kinematics.armature import RESTS, Rest
from posecam.kinematics.bone_names import BONE_NAMES, BoneNames, renamed
from posecam.session import Session
from tests.fakes.motion import Array
from tests.posecam.export.bvh_reader import read_bvh
from tests.posecam.export.glb_reader import Glb
from tests.posecam.export.takes import COUNT, RATE


def places(session: Session, out: Path, options: Options) -> dict[str, Array]:
    bvh, _ = export_session(session, ["bvh"], out, options=options)
    return read_bvh(bvh).positions()


@pytest.mark.parametrize("rest", RESTS)
def test_every_rest_pose_gives_the_same_motion(take: Session, tmp_path: Path, rest: Rest) -> None:
    plain = places(take, tmp_path / "t", Options())
    other = places(take, tmp_path / rest / "x", Options(rest=rest))
    for name, place in plain.items():
        assert other[name] == pytest.approx(place, abs=0.02), name
    lowered = {"t": 0.0, "a": 45.0, "standing": 82.0}[rest]
    bvh = read_bvh(tmp_path / rest / "x" / "squats.bvh")
    (arm,) = (node for node in bvh.nodes if node.name == "LeftForeArm")
    x, y, _ = arm.offset
    assert np.degrees(np.arctan2(-y, x)) == pytest.approx(lowered, abs=0.1)


@pytest.mark.parametrize("names", BONE_NAMES)
def test_bones_are_called_as_a_rig_calls_them(
    take: Session, tmp_path: Path, names: BoneNames
) -> None:
    bvh, _, glb = export_session(take, ["bvh", "gltf"], tmp_path, options=Options(names=names))
    called = renamed(names)
    assert len(set(called.values())) == len(called)
    in_bvh = {node.name for node in read_bvh(bvh).nodes if not node.name.endswith(" end")}
    assert in_bvh == set(called.values())
    assert {node.get("name") for node in Glb(glb).said["nodes"]} == in_bvh | {"figure"}
    some = {
        "plain": {"Hips", "LeftToeBase"},
        "mixamo": {"mixamorig:Spine2", "mixamorig:LeftForeArm", "mixamorig:RightToeBase"},
        "unreal": {"pelvis", "spine_03", "clavicle_r", "lowerarm_l", "calf_r", "ball_l"},
        "vrm": {"hips", "chest", "leftUpperArm", "rightLowerLeg", "leftToes"},
        "rigify": {"spine.003", "upper_arm.L", "shin.R", "toe.L", "spine.006"},
    }
    assert some[names] <= in_bvh


@pytest.mark.parametrize(("unit", "size"), [("cm", 1.0), ("m", 0.01), ("mm", 10.0)])
def test_lengths_are_in_the_unit(take: Session, tmp_path: Path, unit: str, size: float) -> None:
    plain = places(take, tmp_path / "plain", Options())
    other = places(take, tmp_path / "other", Options(unit=unit))  # type: ignore[arg-type]
    for name, place in plain.items():
        assert other[name] == pytest.approx(place * size, abs=0.01 * size), name


def test_files_have_the_rate_that_was_asked_for(take: Session, tmp_path: Path) -> None:
    bvh, _, trc = export_session(take, ["bvh", "trc"], tmp_path, options=Options(fps=50))
    found = read_bvh(bvh)
    assert found.frame_time == pytest.approx(0.02)
    assert len(found.motion) == 2 * COUNT - 1
    plain = places(take, tmp_path / "plain", Options())
    assert found.positions()["LeftHand"][::2] == pytest.approx(plain["LeftHand"], abs=0.05)
    rows = [line.split("\t") for line in trc.read_text().splitlines()]
    assert rows[2][0] == "50.0000"
    assert all(cell for row in rows[6:] for cell in row)  # seen between frames, too


def test_a_part_of_a_take_is_written_alone(take: Session, tmp_path: Path) -> None:
    formats = [name for name in FORMATS if name != "overlay"]
    made = export_session(take, [*formats, "overlay"], tmp_path, span=(1.0, 2.0))
    by_ending = {path.name.split(".", 1)[1]: path for path in made}
    assert len(read_bvh(by_ending["bvh"]).motion) == RATE + 1
    said = json.loads(by_ending["json"].read_text())
    assert [frame["frame"] for frame in said["frames"]] == list(range(25, 51))
    with np.load(by_ending["npz"]) as content:
        assert content["frame_ids"].tolist() == list(range(25, 51))
        part = take.part(1.0, 2.0)
        assert content["joints_3d"] == pytest.approx(take.joints_3d[25:51])
        assert part.joints_2d == pytest.approx(take.joints_2d[25:51])
    assert len(list(part.video_frames())) == len(part) == 26
    assert len(take) == COUNT
    with pytest.raises(SessionError, match=r"between 9 and 12 s: it goes from 0\.00 to"):
        export_session(take, ["csv"], tmp_path / "none", span=(9.0, 12.0))


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"names": "maya"}, 'There is no set of bone names "maya": choose from plain, mixamo'),
        ({"rest": "sit"}, 'There is no rest pose "sit": choose from t, a, standing'),
        ({"unit": "inch"}, 'There is no unit "inch": choose from cm, m, mm'),
        ({"fps": 1e9}, "1e+09 samples a second cannot be written: choose 1 to 240"),
        ({"fps": float("nan")}, "nan samples a second cannot be written"),
    ],
)
def test_what_cannot_be_chosen_is_a_sentence(options: dict[str, object], sentence: str) -> None:
    with pytest.raises(SessionError) as raised:
        Options(**options)  # type: ignore[arg-type]
    assert str(raised.value).startswith(sentence)


@pytest.mark.parametrize(
    "wrong",
    [("--range", "5"), ("--range", "3:1"), ("--range", "a:b"), ("--range", "-1:2"), ("--fps", "0"),
     ("--names", "maya"), ("--rest", "x"), ("--unit", "ft"), ("--range", "1:2:3")],
)  # fmt: skip
def test_the_command_line_says_what_is_wrong(
    take: Session, tmp_path: Path, wrong: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "out")
    assert main(["export", str(take.folder), "--format", "bvh", "--out", out, *wrong]) == 2
    said = capsys.readouterr().err.strip()
    assert said.startswith(f"posecam: {wrong[0]} ")
    assert "\n" not in said


def test_the_command_line_writes_what_it_is_asked_for(take: Session, tmp_path: Path) -> None:
    choices = ["--names", "unreal", "--rest", "a", "--unit", "m", "--fps", "30", "--range", "1:"]
    arguments = ["export", str(take.folder), "--format", "bvh", "--out", str(tmp_path / "out")]
    assert main([*arguments, *choices]) == 0
    bvh = read_bvh(tmp_path / "out" / "squats.bvh")
    assert bvh.nodes[0].name == "pelvis"
    assert bvh.frame_time == pytest.approx(1 / 30, abs=1e-6)
    assert len(bvh.motion) == round((COUNT - 1 - RATE) / RATE * 30) + 1
    assert bvh.motion[0, 1] == pytest.approx(0.9, abs=0.2)
