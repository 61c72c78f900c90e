"""Cycles with Qt's objects in them are taken away by Qt's thread, whichever thread allocates."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PyQt6.QtCore import QObject
from pytestqt.qtbot import QtBot

from posecam.gui.shared.garbage import GarbageCollector


class Cycle(QObject):
    """Refers to itself, and tells in which thread it goes."""

    died_in: list[int]

    def __init__(self, died_in: list[int]) -> None:
        super().__init__()
        self.itself, self.died_in = self, died_in

    def __del__(self) -> None:
        self.died_in.append(threading.get_ident())


@pytest.fixture
def collector(qapp: object) -> Iterator[GarbageCollector]:
    one = GarbageCollector()
    yield one
    one.close()
    assert gc.isenabled()


def test_another_thread_that_allocates_takes_nothing_away(
    qtbot: QtBot, collector: GarbageCollector
) -> None:
    died_in: list[int] = []
    for _ in range(20):
        Cycle(died_in)
    other = threading.Thread(target=lambda: [[] for _ in range(200_000)])
    other.start()
    other.join()
    assert died_in == []
    kept = [[] for _ in range(2_000)]  # type: list[list[int]]
    qtbot.waitUntil(lambda: len(died_in) == 20, timeout=5000)
    assert set(died_in) == {threading.get_ident()}
    assert kept
