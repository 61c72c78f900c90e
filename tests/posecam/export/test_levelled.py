"""A camera that looks down on a person who stands: files say so, and angles do not lean."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from posecam.export import export_session
from posecam.gui.review.take import Take
from posecam.kinematics.grounding import levelling
from posecam.session import Session
from tests.fakes.motion import body, record_motion

UP = (0.0, -float(np.cos(0.4)), -float(np.sin(0.4)))


@pytest.fixture
def looked_down_on(tmp_path: Path) -> Session:
    return record_motion(
        tmp_path / "down", body(90) @ levelling(UP), np.arange(90) / 30, settings={}
    )


def test_the_trunk_is_upright_in_review_and_table(looked_down_on: Session, tmp_path: Path) -> None:
    assert Take(looked_down_on).angles["trunk_inclination"].max() < 5
    (path,) = export_session(looked_down_on, ["angles"], tmp_path)
    with path.open(newline="") as file:
        leans = [float(row["trunk_inclination_deg"]) for row in csv.DictReader(file)]
    assert max(leans) < 5


def test_npz_names_up_and_where_it_comes_from(looked_down_on: Session, tmp_path: Path) -> None:
    (path,) = export_session(looked_down_on, ["npz"], tmp_path)
    with np.load(path) as arrays:
        assert str(arrays["level"]) == "estimated"
        assert arrays["up"] == pytest.approx(UP, abs=0.08)
