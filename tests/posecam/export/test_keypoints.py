"""What files hold of a recording of thirty-one keypoints."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest

from posecam.export import Options, export_session, to_dataframe
from posecam.session import Session
from posecam.skeleton import COUNT, H36M_NAMES, KEYPOINT_COUNT, KEYPOINT_NAMES
from tests.fakes.people import make_frame, make_pose, make_whole_pose
from tests.posecam.session.test_keypoints import record


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Four frames of thirty-one keypoints and one of sixteen."""
    return Session.open(record(tmp_path / "walk", [*[make_whole_pose] * 4, make_pose]))


def test_csv_has_columns_for_every_keypoint_by_its_name(session: Session, tmp_path: Path) -> None:
    (path,) = export_session(session, ["csv"], tmp_path / "out")
    rows = list(csv.DictReader(path.open(newline="")))
    assert {f"{name}_x_mm" for name in KEYPOINT_NAMES} <= set(rows[0])
    toe = KEYPOINT_NAMES.index("l_big_toe")
    assert float(rows[3]["l_big_toe_x_mm"]) == 100 * toe
    assert float(rows[4]["r_ankle_y_px"]) == 0
    assert rows[4]["l_big_toe_x_mm"] == ""
    assert float(rows[4]["l_big_toe_score"]) == 0


def test_tidy_has_a_row_for_every_keypoint(session: Session, tmp_path: Path) -> None:
    (path,) = export_session(session, ["tidy"], tmp_path / "out")
    rows = list(csv.DictReader(path.open(newline="")))
    assert [row["joint"] for row in rows] == list(KEYPOINT_NAMES) * 5


def test_json_names_the_keypoints_and_says_how_sure_depth_and_up_are(
    session: Session, tmp_path: Path
) -> None:
    (path,) = export_session(session, ["json"], tmp_path / "out")
    content = json.loads(path.read_text(), parse_constant=pytest.fail)
    assert content["joint_names"] == list(KEYPOINT_NAMES)
    (person,) = content["frames"][1]["people"]
    expected = make_whole_pose(make_frame(1))
    np.testing.assert_allclose(person["joints_3d"], expected.joints_3d, atol=0.01)
    assert person["spread"] == [k + 1 for k in range(KEYPOINT_COUNT)]
    assert person["up"] == [0.6, -0.8, 0]
    assert person["up_score"] == 0.75
    (short,) = content["frames"][4]["people"]
    assert short["joints_3d"][COUNT:] == [[None] * 3] * (KEYPOINT_COUNT - COUNT)
    assert not {"spread", "up", "up_score"} & set(short)


def test_npz_has_all_of_it_as_arrays(session: Session, tmp_path: Path) -> None:
    (path,) = export_session(session, ["npz"], tmp_path / "out")
    with np.load(path) as content:
        assert content["joint_names"].tolist() == list(KEYPOINT_NAMES)
        assert content["joints_3d"].shape == (5, KEYPOINT_COUNT, 3)
        assert content["people_spread"].shape == (5, KEYPOINT_COUNT)
        np.testing.assert_allclose(content["people_up"][0], [0.6, -0.8, 0])
        assert content["people_up_score"].tolist()[:4] == [0.75] * 4
        assert np.isnan(content["people_up"][4]).all()


def test_a_table_has_the_columns_of_the_csv(session: Session) -> None:
    table = to_dataframe(session)
    assert table["nose_x_mm"].tolist()[:4] == [2200] * 4


def test_the_order_of_human36m_has_its_seventeen(session: Session, tmp_path: Path) -> None:
    paths = export_session(
        session, ["csv", "json", "npz"], tmp_path / "out", options=Options(order="h36m")
    )
    assert json.loads(paths[1].read_text())["joint_names"] == list(H36M_NAMES)
    with np.load(paths[2]) as content:
        assert content["people_spread"].shape == (5, len(H36M_NAMES))
    header = paths[0].read_text().splitlines()[0].split(",")
    assert sum(column.endswith("_score") for column in header) == len(H36M_NAMES)


@pytest.mark.parametrize("name", ["bvh", "gltf", "usd", "c3d", "trc", "mot", "angles", "overlay"])
def test_every_other_format_can_still_be_made(session: Session, tmp_path: Path, name: str) -> None:
    paths = export_session(session, [name], tmp_path / "out")
    assert all(path.stat().st_size > 0 for path in paths)
