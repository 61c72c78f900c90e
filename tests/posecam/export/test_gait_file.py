"""The file of steps and jumps says what the motion does."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from posecam.export import export_session
from posecam.session import Session
from tests.fakes.motion import body, record_motion
from tests.posecam.kinematics.test_gait import STEP_S, walking


def test_steps_and_stances_in_a_table(tmp_path: Path) -> None:
    times, joints = walking(4.0)
    session = record_motion(tmp_path / "walk", joints, times)
    (path,) = export_session(session, ["gait"], tmp_path)
    assert path.name == "walk.gait.csv"
    table = pd.read_csv(path)
    assert list(table) == ["what", "foot", "start_s", "end_s", "value", "unit"]
    steps = table[table.what == "step"]
    assert set(steps.foot) == {"right", "left"}
    assert steps.value.to_numpy() == pytest.approx(np.full(len(steps), STEP_S), abs=0.03)
    assert (steps.value - (steps.end_s - steps.start_s)).abs().max() < 1e-3
    assert set(table[table.what == "stance"].unit) == {"%"}


def test_a_person_who_stands_has_an_empty_table(tmp_path: Path) -> None:
    session: Session = record_motion(tmp_path / "still", body(60), np.arange(60) / 30)
    (path,) = export_session(session, ["gait"], tmp_path)
    assert path.read_text().splitlines() == ["what,foot,start_s,end_s,value,unit"]
