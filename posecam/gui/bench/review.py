"""How long a recording takes to open and to be stepped through, in the real window."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from posecam.errors import PosecamError
from posecam.gui.shared.application import missing_screen, start_application
from posecam.measure.sessions import most_memory
from posecam.pose import FrameResult
from posecam.session.index import forget

if TYPE_CHECKING:
    from posecam.gui.review.window import ReviewWindow

_STEPS = 100
_PATIENCE_S = 30.0


@dataclass(frozen=True, slots=True)
class ReviewBench:
    """Measured from asking until image, figure and plot are painted.

    Attributes:
        frames: of the recording.
        open_s: seconds until its first frame is painted, for the second time in the process,
        indexed: with or without the index beside its lines, see `posecam.session.index`.
        jump_ms: "median" and "p95" of going to a frame anywhere,
        on_ms, back_ms: to the next, to the one before.
        memory_mb: most that the process ever took; None where the system does not say.
    """

    frames: int
    open_s: float
    indexed: bool
    jump_ms: dict[str, float]
    on_ms: dict[str, float]
    back_ms: dict[str, float]
    memory_mb: float | None


def measure(folder: Path, *, indexed: bool = True) -> ReviewBench:
    """Open a recording and go about in it.

    Args:
        folder: of the recording.
        indexed: False to remove its index before the opening that is measured.

    Raises:
        PosecamError: there is no screen, or the recording cannot be shown.
    """
    if sentence := missing_screen():
        raise PosecamError(sentence)

    from posecam.gui.review.window import ReviewWindow
    from posecam.gui.shared.gl_support import probe

    _app, theme = start_application()  # must outlive the window
    window = ReviewWindow(folder.resolve().parent, theme, probe())
    window.show()
    try:
        return measure_window(window, folder.resolve(), indexed=indexed)
    finally:
        window.close()


def measure_window(
    window: ReviewWindow, folder: Path, steps: int = _STEPS, *, indexed: bool = True
) -> ReviewBench:
    """Measure in a window that is shown.

    Raises:
        PosecamError: the recording cannot be shown.
    """
    with _painted(window) as until:
        for _ in range(2):
            if not indexed:
                forget(folder)
            began = time.perf_counter()
            window.open(folder)
            until(0)
            opened = time.perf_counter() - began
            settle(window)
        player, take = window.player, window.state.take
        assert take is not None
        count = len(take.times)

        def go(rows: Iterator[int], move: Callable[[int], None]) -> dict[str, float]:
            spent = []
            for row in rows:
                start = time.perf_counter()
                move(row)
                until(row)
                spent.append((time.perf_counter() - start) * 1e3)
            return {
                "median": float(np.percentile(spent, 50)),
                "p95": float(np.percentile(spent, 95)),
            }

        anywhere = np.random.default_rng(0).choice(count, min(steps, count), replace=False).tolist()
        jump = go(iter(anywhere), player.seek)
        middle = count // 2
        player.seek(middle)
        until(middle)
        ahead = range(middle + 1, min(middle + 1 + steps, count))
        on = go(iter(ahead), lambda _: player.step(1))
        back = go(reversed(range(middle, middle + len(ahead))), lambda _: player.step(-1))
        return ReviewBench(count, opened, indexed, jump, on, back, most_memory())


@contextmanager
def _painted(window: ReviewWindow) -> Iterator[Callable[[int], None]]:
    """Gives a function that waits until a row has been painted."""
    from PyQt6.QtCore import QEventLoop, QTimer

    loop, patience = QEventLoop(), QTimer()
    patience.setSingleShot(True)
    patience.timeout.connect(loop.quit)
    painted: list[float] = []

    def note(result: FrameResult) -> None:
        painted.append(result.frame.time)
        loop.quit()

    def until(row: int) -> None:
        patience.start(round(_PATIENCE_S * 1000))
        while window.state.take is None or float(window.state.take.times[row]) not in painted[-1:]:
            loop.exec()
            if not patience.isActive():
                raise PosecamError(window.player.video.message[1] or "Nothing was shown.")
        patience.stop()
        painted.clear()

    window.player.video.on_painted = note
    try:
        yield until
    finally:
        window.player.video.on_painted = None


def settle(window: ReviewWindow) -> None:
    """Wait until nothing is read or measured any more."""
    from PyQt6.QtCore import QCoreApplication

    patience = time.perf_counter() + _PATIENCE_S
    while window.busy and time.perf_counter() < patience:
        QCoreApplication.processEvents()
        time.sleep(0.005)
