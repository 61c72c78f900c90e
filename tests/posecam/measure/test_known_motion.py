"""Steady without lag: the figures that docs/steadiness.md states, held on every change."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from posecam.errors import PosecamError
from posecam.estimation.options import EstimatorOptions
from posecam.geometry import bone_lengths
from posecam.measure.known_motion import KnownMotion, filtered, judge, walking
from posecam.measure.plots import draw
from posecam.measure.steadiness import less, raw


@pytest.fixture(scope="module")
def motion() -> KnownMotion:
    return walking()


def test_the_truth_is_a_walk(motion: KnownMotion) -> None:
    lengths = bone_lengths(motion.joints_3d)
    np.testing.assert_allclose(lengths, np.broadcast_to(lengths[0], lengths.shape), rtol=1e-9)
    assert np.abs(np.diff(motion.joints_2d[motion.standing], axis=0)).max() == 0
    raw_again = judge(motion, motion.joints_2d, motion.joints_3d)
    assert raw_again.jitter_px < 1e-6
    assert raw_again.lag_frames == pytest.approx(0, abs=0.03)


def test_a_delay_is_seen_as_lag(motion: KnownMotion) -> None:
    late = np.concatenate([motion.joints_2d[:1], motion.joints_2d[:1], motion.joints_2d[:-2]])
    assert judge(motion, late, motion.joints_3d).lag_frames == pytest.approx(2, abs=0.1)


def test_jitter_goes_down_by_seven_tenths_with_less_than_a_frame_of_lag(
    motion: KnownMotion,
) -> None:
    usual = EstimatorOptions()
    without = judge(motion, *filtered(motion, raw(usual)))
    with_it = judge(motion, *filtered(motion, usual))
    assert less(without.jitter_px, with_it.jitter_px) >= 0.70
    assert less(without.jitter_mm, with_it.jitter_mm) >= 0.70
    assert with_it.worst_lag_frames <= 1.0
    assert with_it.bone_cv <= 0.03 < without.bone_cv


def test_smoother_is_calmer_and_later(motion: KnownMotion) -> None:
    light, heavy = (
        judge(motion, *filtered(motion, EstimatorOptions(smoothness=s))) for s in (0.2, 1.0)
    )
    assert heavy.jitter_px < light.jitter_px
    assert light.lag_frames < heavy.lag_frames <= 1.0


def test_the_plot_is_an_image(motion: KnownMotion, tmp_path: Path) -> None:
    draw(tmp_path / "plot.png", motion, EstimatorOptions())
    image = cv2.imread(str(tmp_path / "plot.png"))
    assert image is not None
    assert len(np.unique(image.reshape(-1, 3), axis=0)) > 20
    with pytest.raises(PosecamError, match="cannot be written"):
        draw(tmp_path / "missing" / "plot.png", motion, EstimatorOptions())
