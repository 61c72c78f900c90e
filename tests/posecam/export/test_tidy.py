"""A tidy table: one row a joint, which groups and filters without reshaping."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from posecam.cli import main
from posecam.export import Options, export_session
from posecam.session import Recorder, Session
from posecam.skeleton import H36M_NAMES, NAMES
from tests.fakes.people import make_frame, make_result

PEOPLE = (1, 0, 2)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    recorder = Recorder(
        tmp_path / "walk", source="camera 0", info=None, engine={}, settings={}, wait_for_room=True
    )
    for number, count in enumerate(PEOPLE):
        frame = make_frame(number)
        recorder.add_frame(frame)
        recorder.add_result(make_result(frame, count))
    recorder.close()
    return Session.open(tmp_path / "walk")


def test_every_joint_of_every_person_has_a_row(session: Session, tmp_path: Path) -> None:
    (path,) = export_session(session, ["tidy"], tmp_path)
    assert path.name == "walk.tidy.csv"
    table = pd.read_csv(path)
    assert list(table) == [
        "frame", "time_s", "person", "joint", "x_px", "y_px", "x_mm", "y_mm", "z_mm", "score",
    ]  # fmt: skip
    assert list(table["joint"][: len(NAMES)]) == list(NAMES)
    assert table.groupby("frame")["person"].nunique().to_dict() == {0: 1, 2: 2}
    for frame, pose in ((f, pose) for f in (0, 2) for pose in session.people_at(f)):
        rows = table[(table["frame"] == frame) & (table["person"] == pose.person_id)]
        assert rows[["x_px", "y_px"]].to_numpy() == pytest.approx(pose.joints_2d, abs=0.01)
        assert rows[["x_mm", "y_mm", "z_mm"]].to_numpy() == pytest.approx(pose.joints_3d, abs=0.1)
        assert rows["score"].to_numpy() == pytest.approx(pose.scores, abs=1e-4)


def test_the_other_order_of_joints(session: Session, tmp_path: Path) -> None:
    (path,) = export_session(session, ["tidy"], tmp_path, options=Options(order="h36m"))
    with path.open(newline="") as file:
        joints = [row["joint"] for row in csv.DictReader(file)]
    assert joints == list(H36M_NAMES) * sum(PEOPLE)


def test_what_is_not_a_number_is_an_empty_cell(session: Session, tmp_path: Path) -> None:
    poses = session.folder / "poses.jsonl"
    poses.write_text(re.sub(r'"scores":\[[^,]+', '"scores":[null', poses.read_text(), count=1))
    again = Session.open(session.folder)
    assert np.isnan(again.people.scores[0, 0])
    (path,) = export_session(again, ["tidy"], tmp_path)
    with path.open(newline="") as file:
        assert next(csv.DictReader(file))["score"] == ""


def test_from_the_command_line(session: Session, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert main(["export", str(session.folder), "--format", "tidy", "--out", str(out)]) == 0
    assert (out / "walk.tidy.csv").is_file()
