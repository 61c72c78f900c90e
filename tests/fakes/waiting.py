"""Waiting for something to come true, without sleeping for longer than it takes."""

from __future__ import annotations

import time
from collections.abc import Callable


def wait_until(condition: Callable[[], bool], timeout: float = 5.0) -> None:
    """Return as soon as the condition holds; fail the test if it never does."""
    give_up = time.monotonic() + timeout
    while not condition():
        if time.monotonic() > give_up:
            raise AssertionError("it did not come true in time")
        time.sleep(0.005)
