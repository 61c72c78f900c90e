"""Ranges, repetitions and speeds of known motions."""

from __future__ import annotations

import itertools
import math
import time
from pathlib import Path

import numpy as np
import pytest

from posecam.kinematics import find_repetitions, joint_angles, range_of_motion, speeds
from tests.fakes.motion import body

TIMES = np.arange(300) / 30  # ten seconds


def squats(times: np.ndarray = TIMES, period: float = 2.0, depth: float = 100) -> np.ndarray:
    return depth * (1 - np.cos(2 * np.pi * times / period)) / 2


def test_repetitions_are_counted_from_joints() -> None:
    knee = joint_angles(body(300, knee=squats(), hip_flexion=squats() / 2))["r_knee_flexion"]
    found = find_repetitions(TIMES, knee)
    assert len(found) == 5
    assert [r.peak for r in found] == pytest.approx([1, 3, 5, 7, 9], abs=0.05)
    assert [r.peak_value for r in found] == pytest.approx([100] * 5, abs=1)
    assert all(r.start < r.peak < r.end for r in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_noise_and_outliers_count_nothing() -> None:
    rng = np.random.default_rng(0)
    values = squats() + rng.normal(0, 8, len(TIMES))
    values[rng.choice(len(TIMES), 10, replace=False)] += 150
    assert len(find_repetitions(TIMES, values)) == 5
    assert find_repetitions(TIMES, rng.normal(10, 2, len(TIMES))) == []


def test_standing_for_long_around_a_few_repetitions() -> None:
    values = np.concatenate([np.zeros(3000), squats(), np.zeros(3000)])
    assert len(find_repetitions(np.arange(6300) / 30, values)) == 5


def test_halves_at_the_ends() -> None:
    # From the bottom of one squat to the bottom of another: two halves and four whole.
    values = squats(TIMES + 1)
    assert len(find_repetitions(TIMES, values)) == 4
    assert find_repetitions(TIMES, np.linspace(0, 100, 300)) == []
    # On the way up when it begins, and on the way down when it ends: as a person would count them.
    begun = find_repetitions(TIMES[:45], squats(TIMES[:45] + 0.45))
    assert [r.start for r in begun] == [0]
    cut = slice(0, 46)  # a second and a half: up, and half way down
    assert len(find_repetitions(TIMES[cut], squats()[cut])) == 1


@pytest.mark.parametrize(("seconds", "count"), [(5.0, 2), (5.15, 2), (5.3, 3), (5.6, 3), (6.0, 3)])
def test_the_last_one_counts_once_it_has_turned(seconds: float, count: int) -> None:
    """The take ends while a person comes up from their third squat."""
    kept = seconds >= TIMES
    assert len(find_repetitions(TIMES[kept], squats()[kept])) == count
    # The same seen backward: it begins while a person goes down into the first one.
    assert len(find_repetitions(TIMES[kept], squats()[kept][::-1])) == count


def test_of_a_repetition_cut_in_two_one_part_counts() -> None:
    values = squats(period=2.5)
    for cut in range(10, 290):
        first, second = (
            len(find_repetitions(TIMES[part], values[part]))
            for part in (slice(0, cut), slice(cut, 300))
        )
        from_top = abs(TIMES[cut] % 2.5 - 1.25)
        if from_top > 0.4:
            assert first + second == 4, cut
        else:
            assert first + second in {3, 4}, cut


def test_both_ends_and_both_sides_are_treated_alike() -> None:
    """Every stretch of a set of squats, forward and backward, on a right knee and a left one."""
    rng = np.random.default_rng(0)
    right = squats(period=2.5) + rng.normal(0, 1, len(TIMES))
    left = 8 + 0.9 * squats(TIMES - 0.02, period=2.5) + rng.normal(0, 1, len(TIMES))
    differ = total = 0
    for first in range(0, 280, 3):
        for last in range(first + 20, 301, 7):
            times, one, two = TIMES[first:last], right[first:last], left[first:last]
            count = len(find_repetitions(times, one))
            assert len(find_repetitions(times, one[::-1])) == count
            differ += count != len(find_repetitions(times, two))
            total += 1
    assert differ < 0.03 * total


def test_much_smaller_movements_beside_large_ones_are_none() -> None:
    values = squats()
    for share, count in ((0.6, 4), (0.8, 5)):
        values[120:180] = share * squats()[120:180]
        assert len(find_repetitions(TIMES, values)) == count


def test_half_an_hour_takes_milliseconds() -> None:
    times = np.arange(54_000) / 30
    values = squats(times) + np.random.default_rng(0).normal(0, 3, len(times))
    spent = []
    for _ in range(5):
        begun = time.perf_counter()
        found = find_repetitions(times, values)
        spent.append(time.perf_counter() - begun)
    assert len(found) == 900
    assert min(spent) < 0.01


@pytest.mark.parametrize("fps", [4, 12, 30, 60, 240])
def test_a_glitch_is_taken_out_at_every_rate(fps: int) -> None:
    times = np.arange(10 * fps) / fps
    values = squats(times)
    glitch = max(1, round(0.07 * fps))
    values[8 * fps : 8 * fps + glitch] += 170
    assert len(find_repetitions(times, values)) == 5


def test_trembling_at_a_threshold_counts_once() -> None:
    values = np.concatenate([np.zeros(60), 65 + 5 * np.sin(np.arange(60)), np.full(60, 100.0)])
    values = np.concatenate([values, 65 + 5 * np.sin(np.arange(60)), np.zeros(60)])
    assert len(find_repetitions(TIMES, values)) == 1


def test_thresholds_may_be_given_and_gaps_are_passed_over() -> None:
    values = squats(depth=40)
    values[50:60] = np.nan
    assert len(find_repetitions(TIMES, values, low=10, high=30)) == 5
    assert find_repetitions(TIMES, values, low=10, high=60) == []
    assert find_repetitions(TIMES, values, low=30, high=10) == []
    assert find_repetitions(TIMES, np.full(300, np.nan)) == []


def test_range_of_motion() -> None:
    found = range_of_motion(np.array([np.nan, 3, -2, 5, np.nan]))
    assert (found.low, found.high, found.span) == (-2, 5, 7)
    assert math.isnan(range_of_motion(np.array([np.nan])).span)


def test_speeds_use_the_real_times() -> None:
    times = np.array([0.0, 0.1, 0.15, 0.4, 0.5, 0.9])
    points = np.stack([300 * times, 400 * times, 0 * times], 1)
    assert speeds(times, points) == pytest.approx(np.full(6, 500.0))
    assert speeds(times, points[:, None]).shape == (6, 1)
    assert speeds(times, -20 * times) == pytest.approx(np.full(6, -20.0))
    points[0] = np.nan
    assert np.isnan(speeds(times, points)).tolist() == [True, True, *[False] * 4]
    assert np.isnan(speeds(times[:1], points[:1])).all()


def test_squats_of_a_video_are_counted_as_a_person_counts_them() -> None:
    """Knees as the network sees them in squats.mp4: down three times, coming up at the end."""
    path = Path(__file__).resolve().parents[2] / "data" / "squats_knees.csv"
    times, left, right = np.loadtxt(path, delimiter=",", skiprows=1).T
    for knee in (left, right):
        found = find_repetitions(times, knee)
        assert [round(r.peak, 1) for r in found] == pytest.approx([2.0, 6.8, 11.8], abs=0.5)


def test_at_two_moments_of_one_time_there_is_no_speed() -> None:
    rate = speeds(np.array([0.0, 0.1, 0.1, 0.2, 0.3]), np.arange(5.0))
    assert np.isnan(rate[[1, 2]]).all()
    assert rate[[0, 3, 4]] == pytest.approx([10.0, 10.0, 10.0])
