"""The figures beside others are what they say."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.scores import LIMBS, aligned_distance, scores
from tests.fakes.motion import body


def test_turning_scaling_and_shifting_cost_nothing() -> None:
    truth = body(1)[0][:16] + np.arange(16.0)[:, None] * (0, 0, 10)
    turn = np.array([[0.0, -1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
    assert aligned_distance(0.3 * truth @ turn + 70, truth) == pytest.approx(0, abs=1e-6)
    assert aligned_distance(truth * (1, 1, -1), truth) > 1  # a mirror image is none


def test_a_person_who_was_not_found_counts_as_wrong() -> None:
    truth_3d = np.stack([body(1)[0][:16]] * 2).astype(float)
    truth_2d = truth_3d[..., :2]
    found_2d = truth_2d[:, list(LIMBS)].copy()
    found_3d = truth_3d[:, list(LIMBS)].copy()
    found_2d[1], found_3d[1] = np.nan, np.nan
    found_2d[0, 0] += 10_000
    seen = np.ones((2, 16), bool)
    seen[0, LIMBS[1]] = False
    result = scores(found_2d, found_3d, joints_2d=truth_2d, visible=seen, joints_3d=truth_3d)
    assert (result.images, result.found) == (2, 1)
    assert result.pck == pytest.approx(10 / 23)
    assert result.pa_mpjpe_mm == pytest.approx(0, abs=1e-6)
    assert scores(found_2d, found_3d, joints_2d=truth_2d, visible=seen, joints_3d=None) is not None
