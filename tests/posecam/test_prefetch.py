"""Items that are made in a thread ahead of the one that reads them."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from posecam.prefetch import PREFETCHED, Prefetched
from tests.fakes.waiting import wait_until


def test_all_items_come_in_order_made_by_another_thread() -> None:
    makers: set[str] = set()

    def items() -> Iterator[int]:
        for number in range(50):
            makers.add(threading.current_thread().name)
            yield number

    with Prefetched(items()) as ready:
        assert list(ready) == list(range(50))
    assert makers == {"posecam-prefetch"}


def test_they_are_made_ahead_but_not_without_end() -> None:
    made: list[int] = []

    def items() -> Iterator[int]:
        for number in range(1000):
            made.append(number)
            yield number

    with Prefetched(items()) as ready:
        next(ready)
        # One was taken, so many lie ready, and one waits for room.
        wait_until(lambda: len(made) >= PREFETCHED + 1)
        assert len(made) <= PREFETCHED + 2
    assert len(made) <= PREFETCHED + 2


def test_what_goes_wrong_is_raised_in_its_place() -> None:
    def items() -> Iterator[str]:
        yield "good"
        raise ValueError("the disk is gone")

    with Prefetched(items()) as ready:
        assert next(ready) == "good"
        with pytest.raises(ValueError, match="the disk is gone"):
            next(ready)


def test_leaving_early_ends_the_thread_even_when_all_places_are_taken() -> None:
    before = threading.active_count()
    with Prefetched(iter(range(10_000))) as ready:
        next(ready)
    assert threading.active_count() == before


def test_after_the_end_there_is_no_more_however_often_it_is_asked() -> None:
    ready = Prefetched([1, 2])
    assert list(ready) == [1, 2]
    assert list(ready) == []
    ready.close()


def test_an_endless_row_is_made_ahead_by_as_much_as_is_asked_and_closed() -> None:
    made: list[int] = []
    before = threading.active_count()

    def items() -> Iterator[int]:
        while True:
            made.append(len(made))
            yield made[-1]

    ready = Prefetched(items(), ahead=2)
    wait_until(lambda: len(made) == 3)
    assert next(ready) == 0
    ready.close()
    ready.close()
    assert len(made) <= 4
    assert threading.active_count() == before
    assert list(ready) == []
