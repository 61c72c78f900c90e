"""Recordings of thirty-one keypoints, of sixteen, and of both."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from posecam.pose import Frame, FrameResult, Pose
from posecam.session import Recorder, Session, index, repair, trim
from posecam.skeleton import COUNT, KEYPOINT_COUNT, KEYPOINT_NAMES, NAMES
from tests.fakes.people import make_frame, make_pose, make_whole_pose

ARRAYS = ("joints_2d", "joints_3d", "scores", "root", "box", "spread", "up", "contacts")


def record(folder: Path, makers: Sequence[Callable[[Frame], Pose] | None]) -> Path:
    """A recording whose frames each show a person made by one of these; None: no person."""
    recorder = Recorder(
        folder, source="camera 0", info=None, engine={}, settings={}, wait_for_room=True
    )
    for number, make in enumerate(makers):
        frame = make_frame(number)
        recorder.add_frame(frame)
        poses = () if make is None else (make(frame),)
        recorder.add_result(FrameResult(frame, poses))
    assert recorder.close().error is None
    return folder


def check(pose: Pose, expected: Pose) -> None:
    for name in ARRAYS:
        wanted, found = getattr(expected, name), getattr(pose, name)
        if wanted is None:
            assert found is None, name
        else:
            np.testing.assert_allclose(found, wanted, atol=0.01, err_msg=name)
    assert pose.up_score == pytest.approx(expected.up_score)


def test_all_that_a_network_says_of_thirty_one_is_read_back(tmp_path: Path) -> None:
    folder = record(tmp_path / "one", [make_whole_pose] * 3)
    session = Session.open(folder)
    assert session.warnings == []
    assert session.joint_names == session.manifest.joint_names == KEYPOINT_NAMES
    assert session.joints_2d.shape == (3, KEYPOINT_COUNT, 2)
    for number in range(3):
        (pose,) = session.people_at(number)
        check(pose, make_whole_pose(make_frame(number)))


def test_a_recording_of_sixteen_is_as_it_ever_was(tmp_path: Path) -> None:
    folder = record(tmp_path / "one", [make_pose] * 3)
    session = Session.open(folder)
    assert session.joint_names == session.manifest.joint_names == NAMES
    assert session.joints_3d.shape == (3, COUNT, 3)
    assert session.people.spread is None
    check(session.people_at(2)[0], make_pose(make_frame(2)))
    line = json.loads((folder / "poses.jsonl").read_text().splitlines()[0])
    assert not {"spread", "up", "up_score", "contacts"} & set(line["people"][0])


@pytest.mark.parametrize("wide_first", [True, False])
def test_another_network_may_take_over_in_the_middle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, wide_first: bool
) -> None:
    monkeypatch.setattr(index, "_WORTH_IT", 1)
    makers = [make_whole_pose] * 40 + [make_pose] * 40
    makers = makers if wide_first else makers[::-1]
    folder = record(tmp_path / "one", [None, *makers])
    for _ in ("from the lines", "from the index"):
        session = Session.open(folder)
        assert session.warnings == []
        assert session.joint_names == session.manifest.joint_names == KEYPOINT_NAMES
        for number, make in enumerate(makers, 1):
            check(session.people_at(number)[0], make(make_frame(number)))
        short = 80 if wide_first else 1
        assert np.isnan(session.joints_3d[short, COUNT:]).all()
        assert (session.scores[short, COUNT:] == 0).all()
        assert np.isfinite(session.joints_3d[short, :COUNT]).all()
        with monkeypatch.context() as patch:
            patch.setattr(index, "parse_lines", pytest.fail)
            Session.open(folder)


def test_the_names_are_on_disk_as_soon_as_the_first_line_that_needs_them(tmp_path: Path) -> None:
    folder = tmp_path / "one"
    recorder = Recorder(
        folder, source="camera 0", info=None, engine={}, settings={}, wait_for_room=True
    )
    frame = make_frame(0)
    recorder.add_frame(frame)
    recorder.add_result(FrameResult(frame, (make_whole_pose(frame),)))
    while recorder.status.poses_written < 1:
        pass
    content = json.loads((folder / "manifest.json").read_text())
    recorder.close()
    assert content["state"] == "recording"
    assert content["joint_names"] == list(KEYPOINT_NAMES)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("spread", [1.0] * 30),
        ("spread", [1e9] * 31),
        ("spread", "wide"),
        ("up", [0, -1]),
        ("up", [0, -1, "high"]),
        ("up_score", [0.5]),
        ("up_score", True),
        ("contacts", [0.5] * 3),
        ("contacts", [0.5, 0.5, 0.5, "down"]),
        ("scores", [0.5] * 32),
        ("scores", [0.5] * 15),
        ("joints_3d", [[0, 0, 0]] * 16),
    ],
)
def test_a_line_with_something_else_in_it_is_left_out(
    tmp_path: Path, name: str, value: object
) -> None:
    folder = record(tmp_path / "one", [make_whole_pose] * 5)
    lines = (folder / "poses.jsonl").read_text().splitlines()
    line = json.loads(lines[2])
    line["people"][0][name] = value
    lines[2] = json.dumps(line)
    (folder / "poses.jsonl").write_text("\n".join(lines) + "\n")
    session = Session.open(folder)
    assert session.warnings == ["1 damaged line of poses.jsonl is left out."]
    assert [len(people) for people in session.frames] == [1, 1, 0, 1, 1]
    check(session.people_at(4)[0], make_whole_pose(make_frame(4)))


def test_a_part_of_a_recording_has_them_too(tmp_path: Path) -> None:
    folder = record(tmp_path / "one", [make_whole_pose] * 10)
    part = Session.open(trim(folder, 2 / 30, 7 / 30, tmp_path / "part"))
    assert part.joint_names == part.manifest.joint_names == KEYPOINT_NAMES
    pose = part.people_at(0)[0]
    np.testing.assert_allclose(pose.joints_3d, make_whole_pose(make_frame(2)).joints_3d, atol=0.1)
    assert pose.up_score == 0.75


def test_without_its_manifest_a_recording_still_has_them(tmp_path: Path) -> None:
    folder = record(tmp_path / "one", [make_whole_pose] * 4)
    (folder / "manifest.json").unlink()
    assert Session.open(folder).joint_names == KEYPOINT_NAMES
    repair(folder)
    assert Session.open(folder).joints_2d.shape == (4, KEYPOINT_COUNT, 2)
