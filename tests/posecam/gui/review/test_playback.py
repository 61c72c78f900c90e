"""Playing, stepping, looping: which frame is shown when."""

from __future__ import annotations

import numpy as np

from posecam.gui.review.playback import Playback

FPS = 25


def playback(frames: int = 100) -> Playback:
    return Playback(np.arange(frames) / FPS)


def play(one: Playback, seconds: float, step: float = 0.01) -> list[int]:
    """Rows shown while a clock of its own goes on."""
    rows = [one.row]
    for tick in range(round(seconds / step) + 1):
        one.tick(100 + tick * step)
        if one.row != rows[-1]:
            rows.append(one.row)
    return rows


def test_every_frame_is_shown_at_the_speed_of_life() -> None:
    one = playback()
    one.play()
    assert play(one, 2.0) == list(range(2 * FPS + 1))
    assert one.playing


def test_a_tenth_of_the_speed_takes_ten_times_as_long() -> None:
    one = playback()
    one.speed = 0.1
    one.play()
    assert play(one, 2.01) == list(range(6))


def test_it_stops_at_the_end_and_plays_again_from_the_beginning() -> None:
    one = playback()
    one.speed = 2.0
    one.play()
    assert play(one, 3.0)[-1] == 99
    assert not one.playing
    one.play()
    assert (one.row, one.playing) == (0, True)


def test_a_loop_stays_in_its_range() -> None:
    one = playback()
    one.set_range(40, 20)
    one.set_loop(True)
    one.play()
    rows = play(one, 3.0)
    assert set(rows) == set(range(20, 41))
    assert rows.count(20) >= 3


def test_steps_stop_at_the_ends() -> None:
    one = playback(3)
    one.play()
    one.step(-1)
    assert (one.row, one.playing) == (0, False)
    one.step(5)
    assert one.row == 2


def test_a_long_gap_is_not_waited_for() -> None:
    one = Playback(np.concatenate([np.arange(10), 100 + np.arange(10)]) / 10.0)
    one.play()
    assert play(one, 2.6) == list(range(20))
