"""The slot between capture and estimation."""

from __future__ import annotations

import itertools
import threading
import time

import numpy as np
import pytest

from posecam.capture import LatestFrame
from posecam.pose import Frame

IMAGE = np.zeros((4, 4, 3), np.uint8)


def frame(number: int) -> Frame:
    return Frame(IMAGE, number, number / 60, time.perf_counter_ns())


def test_the_newest_frame_wins_and_the_others_are_counted() -> None:
    slot = LatestFrame()
    for number in range(5):
        slot.put(frame(number))
    newest = slot.wait(-1, 0)
    assert newest is not None
    assert newest.frame_id == 4
    assert slot.wait(4, 0) is None
    assert slot.counts == (5, 1, 4)


def test_waiting_ends_with_the_next_frame_or_the_time() -> None:
    slot = LatestFrame()
    started = time.monotonic()
    assert slot.wait(-1, 0.05) is None
    assert 0.04 < time.monotonic() - started < 1

    later = threading.Timer(0.05, slot.put, [frame(0)])
    later.start()
    arrived = slot.wait(-1, 5)
    later.join()
    assert arrived is not None
    assert time.monotonic() - started < 2


def test_closing_wakes_a_waiting_reader() -> None:
    slot = LatestFrame()
    later = threading.Timer(0.05, slot.close)
    later.start()
    started = time.monotonic()
    assert slot.wait(-1, 10) is None
    assert time.monotonic() - started < 2
    later.join()
    slot.put(frame(1))
    assert slot.wait(-1, 0) is None


def test_a_cleared_slot_gives_nothing_old() -> None:
    slot = LatestFrame()
    slot.put(frame(7))
    slot.clear()
    assert slot.wait(-1, 0) is None


def test_a_slow_reader_never_gets_an_old_frame() -> None:
    """At 100 frames a second and 50 ms a pass, what is read is at most one interval old."""
    slot = LatestFrame()
    stop = threading.Event()

    def produce() -> None:
        number = 0
        while not stop.wait(0.01):
            slot.put(frame(number))
            number += 1

    producer = threading.Thread(target=produce)
    producer.start()
    ages, ids, last = [], [], -1
    for _ in range(20):
        got = slot.wait(last, 1.0)
        assert got is not None
        ages.append((time.perf_counter_ns() - got.captured_ns) / 1e6)
        ids.append(last := got.frame_id)
        time.sleep(0.05)
    stop.set()
    producer.join()

    assert all(b > a for a, b in itertools.pairwise(ids))
    put, taken, overwritten = slot.counts
    assert taken == 20
    assert overwritten > 20
    assert put - taken - overwritten in {0, 1}
    # A busy machine may delay one pass; a queue would make every pass older than the last.
    assert np.median(ages) < 20
    assert np.median(ages[-5:]) < 20


def test_what_is_in_the_slot_cannot_be_written_to() -> None:
    slot = LatestFrame()
    slot.put(Frame(np.zeros((4, 4, 3), np.uint8), 0, 0.0, 0))
    taken = slot.wait(-1, 0)
    assert taken is not None
    with pytest.raises(ValueError, match="read-only"):
        taken.image[0, 0] = 255
