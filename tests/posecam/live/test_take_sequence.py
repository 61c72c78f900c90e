"""A take begins after its countdown and ends by itself: told the time, without a clock."""

from __future__ import annotations

from posecam.live.take_sequence import LEFT_S, Step, TakeSequence
from posecam.live.take_settings import TakeSettings


def running(settings: TakeSettings) -> TakeSequence:
    """One whose take has just begun at second 0."""
    sequence = TakeSequence()
    sequence.begin(0.0, settings)
    while not sequence.look(1000.0, None).start:
        pass
    return sequence


def test_each_second_of_the_countdown_ticks_once() -> None:
    sequence = TakeSequence()
    sequence.begin(100.0, TakeSettings(countdown_s=3))
    ticks, started = [], 0.0
    for step in range(0, 400, 4):
        found = sequence.look(100.0 + step / 100, None)
        if found.tick:
            ticks.append((step / 100, found.tick))
        if found.start:
            started = step / 100
    assert ticks == [(0.0, 3), (1.0, 2), (2.0, 1)]
    assert started == 3.0
    assert not sequence.counting


def test_without_a_countdown_it_begins_at_once() -> None:
    sequence = TakeSequence()
    sequence.begin(5.0, TakeSettings())
    assert sequence.look(5.0, None) == Step(start=True)
    assert sequence.look(5.1, None) == Step()


def test_a_countdown_that_is_called_off_starts_nothing() -> None:
    sequence = TakeSequence()
    sequence.begin(0.0, TakeSettings(countdown_s=5))
    sequence.look(1.0, None)
    sequence.cancel()
    assert sequence.left(1.0) == 0
    assert sequence.look(60.0, None) == Step()


def test_a_take_ends_at_its_length_and_not_before() -> None:
    sequence = running(TakeSettings(length_s=10))
    assert sequence.look(0.0, 9.99) == Step()
    assert sequence.look(0.0, 10.0) == Step(end="length")


def test_a_take_ends_when_the_person_has_left() -> None:
    sequence = running(TakeSettings(ends_when_left=True))
    sequence.add_result(50.0, seen=True)
    sequence.add_result(50.0 + LEFT_S - 0.1, seen=False)
    assert sequence.look(0.0, 5.0) == Step()
    sequence.add_result(51.0, seen=True)  # only behind a chair
    sequence.add_result(51.0 + LEFT_S - 0.1, seen=False)
    assert sequence.look(0.0, 5.0) == Step()
    sequence.add_result(51.0 + LEFT_S, seen=False)
    assert sequence.look(0.0, 5.0) == Step(end="left")


def test_a_person_who_has_not_come_yet_has_not_left() -> None:
    sequence = running(TakeSettings(ends_when_left=True))
    for second in range(60):
        sequence.add_result(float(second), seen=False)
    assert sequence.look(0.0, 60.0) == Step()


def test_no_person_before_the_take_does_not_end_it() -> None:
    sequence = TakeSequence()
    sequence.begin(0.0, TakeSettings(countdown_s=5, ends_when_left=True))
    sequence.add_result(1.0, seen=True)
    sequence.add_result(4.9, seen=False)
    assert sequence.look(5.0, None) == Step(start=True)
    assert sequence.look(5.1, 0.1) == Step()


def test_a_film_that_starts_again_has_lost_no_one() -> None:
    sequence = running(TakeSettings(ends_when_left=True))
    sequence.add_result(90.0, seen=True)
    sequence.add_result(0.0, seen=False)
    sequence.add_result(LEFT_S + 1, seen=False)
    assert sequence.look(0.0, 5.0) == Step()


def test_a_take_goes_on_where_nothing_was_asked_for() -> None:
    sequence = running(TakeSettings())
    sequence.add_result(0.0, seen=True)
    sequence.add_result(100.0, seen=False)
    assert sequence.look(0.0, 3600.0) == Step()
