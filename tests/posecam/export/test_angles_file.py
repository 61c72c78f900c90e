"""The file of angles says what the joints say."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from posecam.export import Options, export_session
from posecam.kinematics import ANGLES
from posecam.skeleton import NAMES
from tests.fakes.motion import body, record_motion


def test_angles_and_speeds_in_a_table(tmp_path: Path) -> None:
    times = np.arange(30) / 30
    knee = np.linspace(0, 87, 30)
    session = record_motion(
        tmp_path / "bend", body(30, knee=knee), times, seen=[k != 4 for k in range(30)]
    )
    (path,) = export_session(session, ["angles"], tmp_path)
    assert path.name == "bend.angles.csv"
    table = pd.read_csv(path)
    moving = [name for name in NAMES if name != "pelvis"]
    assert list(table) == [
        "frame", "time_s", "person", *(f"{name}_deg" for name in ANGLES),
        *(f"{name}_speed_mm_s" for name in moving),
    ]  # fmt: skip
    assert table["frame"].tolist() == list(range(30))
    assert table["time_s"].to_numpy() == pytest.approx(times, abs=1e-6)
    assert table.iloc[4, 2:].isna().all()
    seen = table.drop(index=4)
    assert seen["l_knee_flexion_deg"].to_numpy() == pytest.approx(np.delete(knee, 4), abs=0.02)
    # The shin turns by 90 degrees a second.
    assert table["l_ankle_speed_mm_s"][10:].to_numpy() == pytest.approx(454 * np.pi / 2, rel=0.01)
    assert table["l_knee_speed_mm_s"][10:].abs().max() < 5


def test_one_person_by_number(tmp_path: Path) -> None:
    session = record_motion(tmp_path / "two", body(4), np.arange(4) / 30, person_ids=[0, 0, 3, 3])
    (path,) = export_session(session, ["angles"], tmp_path, options=Options(person=3))
    assert pd.read_csv(path)["person"].fillna(-1).tolist() == [-1, -1, 3, 3]
