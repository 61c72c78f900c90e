"""CSV, JSON and NPZ say what was recorded; what holds for every format."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from posecam import export
from posecam.cli import main
from posecam.errors import SessionError
from posecam.export import FORMATS, Options, csv_file, export_session
from posecam.session import Recorder, Session
from posecam.skeleton import H36M_NAMES, INDEX, NAMES
from tests.fakes.people import make_frame, make_pose, make_result

ROOT = Path(__file__).resolve().parents[3]
PEOPLE = [1, 0, 2, 1, 1]
#: The formats that hold one person's motion.
MOTION = ["bvh", "c3d", "trc", "angles", "overlay", "html"]


def record(folder: Path, people: list[int | None]) -> Session:
    """A session with that many people in each frame; None: the frame was not looked at."""
    recorder = Recorder(
        folder, source="camera 0", info=None, engine={}, settings={}, wait_for_room=True
    )
    for number, count in enumerate(people):
        frame = make_frame(number)
        recorder.add_frame(frame)
        if count is not None:
            recorder.add_result(make_result(frame, count))
    recorder.close()
    return Session.open(folder)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return record(tmp_path / "walk", [*PEOPLE, None])


def test_json_has_one_entry_for_every_frame(session: Session, tmp_path: Path) -> None:
    (path,) = export_session(session, ["json"], tmp_path / "out")
    content = json.loads(path.read_text(), parse_constant=pytest.fail)

    assert path.name == "walk.json"
    assert set(content) == {"joint_names", "units", "frames"}
    assert content["joint_names"] == list(NAMES)
    assert [frame["frame"] for frame in content["frames"]] == [0, 1, 2, 3, 4, 5]
    assert [frame["time"] for frame in content["frames"]] == pytest.approx(
        [n / 30 for n in range(6)], abs=1e-6
    )
    assert [len(frame["people"]) for frame in content["frames"]] == [1, 0, 2, 1, 1, 0]
    assert all(set(frame) == {"frame", "time", "people"} for frame in content["frames"])
    second = content["frames"][2]["people"][1]
    expected = make_pose(make_frame(2), 1)
    assert set(second) == {"id", "joints_2d", "joints_3d", "scores"}
    assert second["id"] == 1
    assert np.array(second["joints_2d"]) == pytest.approx(expected.joints_2d, abs=0.01)
    assert np.array(second["joints_3d"]) == pytest.approx(expected.joints_3d, abs=0.1)
    assert np.array(second["scores"]) == pytest.approx(expected.scores, abs=1e-4)


def test_csv_has_units_in_its_header_and_empty_cells_for_no_person(
    session: Session, tmp_path: Path
) -> None:
    (path,) = export_session(session, ["csv"], tmp_path / "out")
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file))

    assert list(rows[0])[:9] == [
        "frame",
        "time_s",
        "person",
        "r_ankle_x_px",
        "r_ankle_y_px",
        "r_ankle_x_mm",
        "r_ankle_y_mm",
        "r_ankle_z_mm",
        "r_ankle_score",
    ]
    assert len(rows[0]) == 3 + 16 * 6 + 3
    assert [(row["frame"], row["person"]) for row in rows] == [
        ("0", "0"), ("1", ""), ("2", "0"), ("2", "1"), ("3", "0"), ("4", "0"), ("5", ""),
    ]  # fmt: skip
    assert all(not value for key, value in rows[1].items() if key not in {"frame", "time_s"})
    knee, pose = INDEX["l_knee"], make_pose(make_frame(2), 1)
    row = rows[3]
    assert float(row["l_knee_x_px"]) == pytest.approx(pose.joints_2d[knee, 0], abs=0.01)
    assert float(row["l_knee_z_mm"]) == pytest.approx(pose.joints_3d[knee, 2], abs=0.1)
    assert float(row["l_knee_score"]) == pytest.approx(pose.scores[knee], abs=1e-4)
    assert float(row["root_z_mm"]) == 3000
    assert float(row["time_s"]) == pytest.approx(2 / 30, abs=1e-6)


def test_npz_has_the_main_person_and_everybody(session: Session, tmp_path: Path) -> None:
    (path,) = export_session(session, ["npz"], tmp_path / "out")
    with np.load(path) as data:
        content = dict(data)

    assert content["joint_names"].tolist() == list(NAMES)
    assert "mm" in str(content["units"])
    assert content["frame_ids"].tolist() == [0, 1, 2, 3, 4, 5]
    assert content["times"] == pytest.approx(np.arange(6) / 30, abs=1e-6)
    assert content["person_ids"].tolist() == [0, -1, 0, 0, 0, -1]
    assert content["joints_2d"].shape == (6, 16, 2)
    assert content["joints_3d"].shape == (6, 16, 3)
    assert content["scores"].shape == (6, 16)
    assert np.isnan(content["joints_3d"][[1, 5]]).all()
    assert content["joints_3d"][2] == pytest.approx(make_pose(make_frame(2)).joints_3d)
    assert content["people_frame_ids"].tolist() == [0, 2, 2, 3, 4]
    assert content["people_ids"].tolist() == [0, 0, 1, 0, 0]
    assert content["people_joints_2d"][2] == pytest.approx(
        make_pose(make_frame(2), 1).joints_2d, abs=0.01
    )


def test_joints_in_the_order_of_human36m(session: Session, tmp_path: Path) -> None:
    out = tmp_path / "h36m"
    export_session(session, ["csv", "json", "npz"], out, options=Options(order="h36m"))
    with np.load(out / "walk.npz") as data:
        content = dict(data)
    assert content["joint_names"].tolist() == list(H36M_NAMES)
    joints, ours = content["joints_3d"][0], session.joints_3d[0]
    assert joints.shape == (17, 3)
    for index, name in enumerate(H36M_NAMES):
        if name in NAMES and name != "thorax":
            assert joints[index] == pytest.approx(ours[INDEX[name]])
    middle = (ours[INDEX["pelvis"]] + ours[INDEX["upper_neck"]]) / 2
    assert joints[H36M_NAMES.index("spine")] == pytest.approx(middle)
    entry = json.loads((out / "walk.json").read_text())["frames"][0]["people"][0]
    assert np.array(entry["joints_3d"]) == pytest.approx(joints, abs=0.1)
    assert len(entry["joints_2d"]) == len(entry["scores"]) == 17
    with (out / "walk.csv").open(newline="") as file:
        row = next(csv.DictReader(file))
    assert float(row["nose_x_mm"]) == pytest.approx(joints[H36M_NAMES.index("nose"), 0], abs=0.1)
    assert len(row) == 3 + 17 * 6 + 3

    with pytest.raises(SessionError, match=r"no order of joints .* choose from mpii, h36m"):
        Options(order="coco")  # type: ignore[arg-type]


@pytest.mark.parametrize("name", MOTION)
def test_no_person_ever_seen_is_a_sentence(tmp_path: Path, name: str) -> None:
    session = record(tmp_path / "empty", [0, None, 0])
    with pytest.raises(SessionError, match=r"^No person was seen in .* no motion to export\.$"):
        export_session(session, [name], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_package_that_is_missing_is_named(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = {**export._KNOWN, "csv": export.Format(csv_file.write, "csv", needs="no_such_package")}
    monkeypatch.setattr(export, "_KNOWN", known)
    with pytest.raises(
        SessionError, match=r'"csv" needs the package no_such_package.*posecam\[csv'
    ):
        export_session(session, ["csv"], tmp_path / "out")


def test_all_formats_at_once(session: Session, tmp_path: Path) -> None:
    paths = export_session(session, [*FORMATS, "csv"], tmp_path / "deep" / "out")
    assert [p.name for p in paths][:3] == ["walk.csv", "walk.json", "walk.npz"]
    assert {p.name.removeprefix("walk.") for p in paths} == {
        *(format_.ending for format_ in FORMATS.values()),
        "bvh.txt",
    }
    assert sorted(p.name for p in (tmp_path / "deep" / "out").iterdir()) == sorted(
        p.name for p in paths
    )


def test_the_command_line_names_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["export", "--help"])
    words = capsys.readouterr().out.replace(",", " ").split()
    assert set(FORMATS) <= set(words)


@pytest.mark.parametrize(("name", "said"), [("csv", False), ("trc", True), ("csv,angles", True)])
def test_the_command_line_says_whose_motion_a_file_of_one_person_holds(
    name: str, said: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record(tmp_path / "take", [2, 2, 1, 2])
    folder = str(tmp_path / "take")
    assert main(["export", folder, "--format", name, "--out", str(tmp_path / "out")]) == 0
    assert ("2 people were seen: this is person" in capsys.readouterr().err) == said


def test_what_is_there_is_replaced_only_when_asked(session: Session, tmp_path: Path) -> None:
    (tmp_path / "walk.json").write_text("mine")
    with pytest.raises(SessionError, match=r"walk\.json is there already and was not replaced\.$"):
        export_session(session, ["csv", "json"], tmp_path)
    assert (tmp_path / "walk.json").read_text() == "mine"
    assert not (tmp_path / "walk.csv").exists()
    export_session(session, ["csv", "json"], tmp_path, force=True)
    assert json.loads((tmp_path / "walk.json").read_text())["frames"]


@pytest.mark.parametrize(("formats", "sentence"), [(["bvhx"], "no format"), ([], "No format")])
def test_an_unknown_format_is_a_sentence(
    session: Session, tmp_path: Path, formats: list[str], sentence: str
) -> None:
    with pytest.raises(SessionError, match=rf"{sentence}.*choose from csv, json, npz"):
        export_session(session, formats, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_session_without_frames_is_a_sentence(tmp_path: Path) -> None:
    session = record(tmp_path / "nothing", [])
    with pytest.raises(SessionError, match=r"has no frames: there is nothing to export\.$"):
        export_session(session, ["json"], tmp_path / "out")


def test_a_place_that_is_no_folder_is_a_sentence(session: Session, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(SessionError, match=r"file cannot be written: .*\.$"):
        export_session(session, ["json"], tmp_path / "file")


FULL = """
import resource, signal, sys
from pathlib import Path
from posecam.errors import SessionError
from posecam.export import Options, export_session
from posecam.session import Session
session = Session.open(Path(sys.argv[1]))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20))
try:
    export_session(session, [sys.argv[3]], Path(sys.argv[2]), force=True)
except SessionError as error:
    print(error)
"""


@pytest.mark.parametrize("name", list(FORMATS))
def test_no_room_is_a_sentence_and_leaves_nothing_half_written(
    session: Session, tmp_path: Path, name: str
) -> None:
    out = tmp_path / "out"
    written = export_session(session, [name], out)
    before = written[0]
    content = before.read_bytes()
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(session.folder), str(out), name],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == f"{before} cannot be written: file too large.\n"
    assert done.stderr == ""
    assert sorted(out.iterdir()) == sorted(written)
    assert before.read_bytes() == content
