"""Postures of motion capture: directions kept, sides right, steps found."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from posecam.errors import PosecamError
from training.synthesis.mocap import Mocap, facing_ahead


def test_bones_point_where_the_capture_says(mocap_path: Path) -> None:
    mocap = Mocap(mocap_path)
    posture = mocap.posture(45)  # stands, arms level, facing +x
    assert posture.bones["l_upper_arm"] == pytest.approx([0, 1, 0], abs=1e-3)
    assert posture.bones["r_forearm"] == pytest.approx([0, -1, 0], abs=1e-3)
    assert -posture.pelvis[:, 1] == pytest.approx([1, 0, 0], abs=0.1)
    ahead = facing_ahead(posture)
    assert -ahead.pelvis[:, 1] == pytest.approx([0, -1, 0], abs=0.1)
    assert ahead.bones["l_upper_arm"] == pytest.approx([1, 0, 0], abs=1e-3), "left is at +x"
    assert np.linalg.det(posture.chest) == pytest.approx(1.0)


def test_walking_is_what_moves(mocap_path: Path) -> None:
    walking = Mocap(mocap_path).walking
    assert set(walking) == set(range(40))


def test_stretches_stay_within_a_clip(mocap_path: Path) -> None:
    mocap = Mocap(mocap_path)
    for seed in range(20):
        rows = mocap.stretch(np.random.default_rng(seed), 16)
        assert np.diff(rows).tolist() == [1] * 15
        assert rows[0] // 40 == rows[-1] // 40


def test_a_file_of_another_kind_is_named(tmp_path: Path) -> None:
    path = tmp_path / "other.npz"
    np.savez(path, poses=np.zeros(3))
    with pytest.raises(PosecamError, match=r"other\.npz cannot be read"):
        Mocap(path)
