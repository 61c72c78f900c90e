"""Programs that a test runs beside itself, for Qt asks for its sound server once in a process.

Each prints what it has seen as one line of JSON.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tests.fakes.claps import clap
from tests.fakes.pulse import RATE, Feeding
from tests.fakes.qt import prepare_qt

PATIENCE_S = 60.0


def until(condition: Callable[[], bool], what: str) -> None:
    """Let the windows live until something is so."""
    from PyQt6.QtWidgets import QApplication

    give_up = time.monotonic() + PATIENCE_S
    while not condition():
        if time.monotonic() > give_up:
            raise AssertionError(f"never: {what}")
        QApplication.processEvents()
        time.sleep(0.005)


class Claps:
    """A quiet world in which it claps when asked to."""

    def __init__(self) -> None:
        self._zero_ns = time.perf_counter_ns()
        self._at: list[float] = []
        self._sound = clap(0.5).astype(np.float32)
        self._hiss = np.random.default_rng(1)

    @property
    def zero_ns(self) -> int:
        return self._zero_ns

    def now(self) -> float:
        """Clap a moment from now; the second at which that is."""
        at = (time.perf_counter_ns() - self._zero_ns) / 1e9 + 0.2
        self._at.append(at)
        return at

    def heard(self, start: float, count: int, rate: float) -> NDArray[np.float32]:
        """The world."""
        out = (0.0005 * self._hiss.standard_normal(count)).astype(np.float32)
        for at in self._at:
            first = round((at - start) * rate)
            begin, end = max(first, 0), min(first + len(self._sound), count)
            if begin < end:
                out[begin:end] += self._sound[begin - first : end - first]
        return out


def take_by_claps(sessions: str, pipe: str, image: str) -> dict[str, Any]:
    """Two claps make a take, in the real window."""
    window, claps, feeding = _window(sessions, pipe)
    try:
        until(window.bar.record.isEnabled, "an image")
        page = window.open_settings("Sound").sound
        page.microphone.setCurrentIndex(1)
        page.microphone.activated.emit(1)
        page.clap.click()
        until(lambda: page.level.value() > -80 and bool(page.state.text()), "the meter")
        _live(1.5)
        window.grab().save(image)
        started = claps.now()
        until(lambda: window.recording.running, "a take")
        _live(3.0)
        ended = claps.now()
        until(lambda: window.recording.last is not None, "its end")
        _live(0.3)
        return {
            "folder": str(window.recording.last),
            "between": ended - started,
            "told": window.notice.label.text(),
            "microphones": [page.microphone.itemText(k) for k in range(page.microphone.count())],
        }
    finally:
        window.close()
        feeding.stop()


def unplugged(sessions: str, pipe: str, server: str) -> dict[str, Any]:
    """The microphone is unplugged in the middle of a take."""
    import subprocess

    from posecam.settings import SoundSettings

    window, _, feeding = _window(sessions, pipe)
    try:
        until(window.bar.record.isEnabled, "an image")
        window.store.change(sound=SoundSettings(True, "test_microphone", "Microphone"))
        until(lambda: window.microphone.microphone.take_level() > 0, "sound")
        window.takes.begin()
        until(lambda: window.recording.running, "a take")
        _live(2.0)
        subprocess.run(["pactl", "unload-module", server], check=True)
        until(lambda: bool(window.microphone.microphone.problem), "a word about it")
        told = window.notice.label.text()
        _live(1.0)
        window.takes.stop()
        until(lambda: window.recording.last is not None, "its end")
        _live(0.3)
        return {
            "folder": str(window.recording.last),
            "told": told,
            "end": window.notice.label.text(),
        }
    finally:
        window.close()
        feeding.stop()


def reviewed(folder: str, image: str) -> dict[str, Any]:
    """A take is played in the window of recordings, and what the loudspeaker plays is heard."""
    import subprocess
    import threading

    prepare_qt()
    from PyQt6.QtWidgets import QApplication

    from posecam.capture.sound import SoundClock
    from posecam.gui.review.window import ReviewWindow
    from posecam.gui.shared.gl_support import probe
    from posecam.gui.shared.style import apply, choose, current_theme

    app = QApplication(["posecam"])
    choose("dark")
    apply(app, current_theme())
    _KEPT.append(app)
    monitor = subprocess.Popen(
        ["parec", "--device", "test_loudspeaker.monitor", "--format=s16le", f"--rate={RATE}",
         "--channels=1", "--latency-msec=20", "--raw"], stdout=subprocess.PIPE,
    )  # fmt: skip
    clicks: list[float] = []  # when the loudspeaker clicks

    def listen() -> None:
        clock = SoundClock(RATE)
        assert monitor.stdout is not None
        while raw := monitor.stdout.read(960):
            samples = np.frombuffer(raw, "<i2") / 32768
            start_ns = clock.arrived(len(samples), time.perf_counter_ns())
            for k in np.flatnonzero(np.abs(samples) > 0.1):
                at = start_ns / 1e9 + k / RATE
                if not clicks or at - clicks[-1] > 0.3:
                    clicks.append(at)

    window = ReviewWindow(Path(folder).parent, current_theme(), probe())
    listener = threading.Thread(target=listen)
    listener.start()
    try:
        window.resize(1000, 700)
        window.show()
        window.open(Path(folder))
        until(lambda: window.state.playback is not None and not window.busy, "the take")
        until(lambda: not window.player.work.busy, "its sound")
        _live(0.5)
        playback = window.state.playback
        assert playback is not None
        seen: list[tuple[float, float]] = []  # on the clock, of the take
        window.player.toggle()

        def played() -> bool:
            seen.append((time.perf_counter(), playback.seconds))
            return not playback.playing

        until(played, "its end")
        window.grab().save(image)
        spoken = len(clicks)
        window.player.seek(0)
        window.player.set_speed(2.0)
        window.player.toggle()
        _live(1.5)
        window.player.pause()
        window.player.set_speed(1.0)
        window.player.transport.sound.click()
        window.player.seek(0)
        window.player.toggle()
        _live(1.5)
        clock, place = np.array(seen).T
        return {
            "clicks": np.interp(clicks[:spoken], clock, place).tolist(),
            "while silent": len(clicks) - spoken,
        }
    finally:
        window.close()
        monitor.terminate()
        listener.join()


def _live(seconds: float) -> None:
    end = time.monotonic() + seconds
    until(lambda: time.monotonic() > end, "the time")


def _window(sessions: str, pipe: str) -> tuple[Any, Claps, Feeding]:
    """The window with a person in the image, and a world that is heard."""
    import os

    prepare_qt()
    from PyQt6.QtWidgets import QApplication

    from posecam.gui.live.main_window import MainWindow
    from posecam.gui.shared.settings_store import SettingsStore
    from posecam.gui.shared.style import apply, choose, current_theme
    from posecam.settings import SESSIONS_VARIABLE, Settings
    from tests.fakes.estimator import FakeEstimator

    os.environ[SESSIONS_VARIABLE] = sessions
    app = QApplication(["posecam"])
    choose("dark")
    apply(app, current_theme())
    _KEPT.append(app)
    claps = Claps()
    feeding = Feeding(Path(pipe), RATE, claps.zero_ns, claps.heard)
    window = MainWindow(FakeEstimator, SettingsStore(Settings(theme="dark")))
    window.resize(1000, 620)
    window.show()
    window.start("demo")
    return window, claps, feeding


_KEPT: list[object] = []


def main() -> None:
    name, *words = sys.argv[1:]
    print(json.dumps(globals()[name](*words)))


if __name__ == "__main__":
    main()
