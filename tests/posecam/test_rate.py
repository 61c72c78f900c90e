"""How often something happens, by the times that are given."""

from __future__ import annotations

import pytest

from posecam.rate import Rate


def told(times: list[float], **options: float) -> Rate:
    rate = Rate(**options)
    for seconds in times:
        rate.add(seconds)
    return rate


def test_a_rate_is_intervals_over_their_time() -> None:
    rate = told([10 + 0.04 * k for k in range(20)])
    assert rate.value(10.8) == pytest.approx(25)


def test_only_the_window_before_the_newest_counts() -> None:
    slow = [0.1 * k for k in range(50)]
    fast = [slow[-1] + 0.02 * k for k in range(1, 101)]
    assert told(slow + fast, window_s=2.0).value(fast[-1]) == pytest.approx(50)
    assert told(slow + fast, window_s=4.0).value(fast[-1]) == pytest.approx(30)


@pytest.mark.parametrize("times", [[], [3.0], [3.0, 3.0]])
def test_before_two_moments_there_is_no_rate(times: list[float]) -> None:
    rate = told(times)
    assert rate.value(3.0) == 0
    assert not rate.silent(3.0)


def test_what_is_slower_than_the_window_still_has_a_rate() -> None:
    rate = told([0.0, 5.0, 10.0], window_s=2.0)
    assert rate.value(10.0) == pytest.approx(0.2)


def test_after_a_silence_the_rate_is_0() -> None:
    rate = told([0.04 * k for k in range(26)], silent_s=0.6)
    assert not rate.silent(1.59)
    assert rate.value(1.59) == pytest.approx(25)
    assert rate.silent(1.61)
    assert rate.value(1.61) == 0


def test_the_slow_are_silent_after_three_of_their_intervals() -> None:
    rate = told([0.0, 1.0, 2.0, 3.0], silent_s=0.6)
    assert not rate.silent(6.0)
    assert rate.silent(6.001)


def test_one_gap_makes_no_slow_source() -> None:
    rate = told([0.0, 0.04, 60.0], silent_s=0.6)
    assert rate.silent(60.7)


def test_cleared_it_begins_anew() -> None:
    rate = told([0.0, 0.5, 1.0])
    rate.clear()
    assert rate.value(1.0) == 0
    rate.add(7.0)
    rate.add(7.1)
    assert rate.value(7.1) == pytest.approx(10)
