"""One-euro: a resting joint stops trembling, a moving one is not held back."""

from __future__ import annotations

import numpy as np

from posecam.estimation.smoothing import OneEuro, smoothing_factor

FPS = 30.0


def run(points: np.ndarray, smoothness: float, scale: float = 400.0) -> np.ndarray:
    smooth = OneEuro(smoothness)
    return np.stack([smooth(p, i / FPS, scale) for i, p in enumerate(points)])


def test_factor_is_that_of_a_first_order_low_pass() -> None:
    # tau = 1 / (2 pi fc); at fc = 1 Hz and 1 / (2 pi) s the new value counts half.
    assert float(smoothing_factor(1.0, 1 / (2 * np.pi))) == 0.5


def test_trembling_goes_down() -> None:
    rng = np.random.default_rng(0)
    noise = rng.normal(0, 1.0, (300, 16, 2)) + 100
    smoothed = run(noise, 0.5)
    assert smoothed[60:].std(0).mean() < 0.5 * noise[60:].std(0).mean()


def test_motion_is_followed_within_a_frame() -> None:
    # A wrist that crosses a body's length in a second.
    path = np.linspace(0, 400, 31)[:, None, None] * np.ones((1, 16, 2))
    smoothed = run(path, 0.5)
    behind = (path - smoothed)[15:, 0, 0].max()
    assert behind < 400 / FPS


def test_zero_smoothness_is_raw() -> None:
    rng = np.random.default_rng(0)
    points = rng.normal(size=(10, 16, 3))
    np.testing.assert_array_equal(run(points, 0.0), points)


def test_uneven_timestamps_and_pauses() -> None:
    smooth = OneEuro(0.8)
    smooth(np.zeros((16, 2)), 0.0, 100.0)
    near = smooth(np.full((16, 2), 10.0), 0.001, 100.0)
    assert near.max() < 5.0  # a millisecond later hardly anything can have happened
    far = smooth(np.full((16, 2), 90.0), 5.0, 100.0)
    np.testing.assert_array_equal(far, 90.0)  # after five seconds the past says nothing


def test_the_same_frame_twice_changes_nothing() -> None:
    smooth = OneEuro(0.5)
    first = smooth(np.zeros((16, 2)), 1.0, 100.0)
    again = smooth(np.full((16, 2), 50.0), 1.0, 100.0)
    np.testing.assert_array_equal(first, again)


def test_scale_free() -> None:
    rng = np.random.default_rng(2)
    walk = rng.normal(size=(100, 16, 2)).cumsum(0)
    near = run(walk * 10, 0.5, scale=1000.0)
    far = run(walk, 0.5, scale=100.0)
    np.testing.assert_allclose(near, far * 10, rtol=1e-6, atol=1e-6)
