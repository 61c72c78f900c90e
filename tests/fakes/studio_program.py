"""A person who records like a studio: a program of its own, for Qt asks for its sound server once.

Prints what it has seen as one line of JSON.
"""

from __future__ import annotations

import json
import os
import sys
from functools import partial
from pathlib import Path
from typing import Any, Final

from tests.fakes.browser import PHONE, Browser
from tests.fakes.pulse import RATE, Feeding
from tests.fakes.qt import prepare_qt
from tests.fakes.sound_programs import Claps, until

COUNTDOWN_S: Final = 3
LENGTH_S: Final = 4
MARKED_S: Final = (1.0, 2.5)


def main(sessions: str, pipe: str, profile: str, images: str) -> dict[str, Any]:
    """Two takes in the real window: one from the keyboard, one from a telephone."""
    prepare_qt()
    from PyQt6.QtWidgets import QApplication

    from posecam.gui.live.main_window import MainWindow
    from posecam.gui.shared.settings_store import SettingsStore
    from posecam.gui.shared.style import apply, choose, current_theme
    from posecam.live.engine_choice import EngineChooser
    from posecam.live.take_settings import TakeSettings
    from posecam.settings import SESSIONS_VARIABLE, Settings, SoundSettings

    os.environ[SESSIONS_VARIABLE] = sessions
    app = QApplication(["posecam"])
    choose("dark")
    apply(app, current_theme())
    claps = Claps()
    feeding = Feeding(Path(pipe), RATE, claps.zero_ns, claps.heard)
    take = TakeSettings(countdown_s=COUNTDOWN_S, length_s=LENGTH_S, volume=0.9, name="squat")
    sound = SoundSettings(True, "test_microphone", "Microphone")
    settings = Settings(theme="dark", take=take, sound=sound)
    window = MainWindow(EngineChooser().make, SettingsStore(settings))
    window.resize(1280, 760)
    window.show()
    window.activateWindow()
    try:
        window.start("demo")
        until(lambda: bool(window.video.result and window.video.result.poses), "a person")
        until(lambda: window.microphone.microphone.take_level() > 0, "the microphone")
        seen = _from_the_keyboard(window, claps, Path(images))
        seen |= _in_review(window, Path(images))
        window.store.change(take=TakeSettings(volume=0.0, name="squat"))
        return seen | _from_a_telephone(window, Path(profile), Path(images))
    finally:
        window.close()
        feeding.stop()
        app.processEvents()


def _from_the_keyboard(window: Any, claps: Claps, images: Path) -> dict[str, Any]:
    from PyQt6.QtCore import Qt

    from tests.fakes.hands import key

    key(window, Qt.Key.Key_R)
    until(lambda: window.takes.left == COUNTDOWN_S - 1, "the countdown")
    window.grab().save(str(images / "countdown.png"))
    until(lambda: window.recording.running, "a take")
    for number, seconds in enumerate(MARKED_S):
        until(partial(_has_run, window, seconds), "its clock")
        key(window, Qt.Key.Key_K)
        if not number:
            claps.now()
    window.grab().save(str(images / "recording.png"))
    until(lambda: not window.recording.running, "an end by itself")
    until(lambda: window.recording.last is not None, "the take")
    return {"take": str(window.recording.last), "told": window.notice.label.text()}


def _has_run(window: Any, seconds: float) -> bool:
    recorded = window.takes.recorded
    return recorded is not None and recorded.seconds >= seconds


def _has_moved(review: Any, row: int) -> bool:
    return review.state.row != row and not review.busy


def _in_review(window: Any, images: Path) -> dict[str, Any]:
    from PyQt6.QtCore import Qt

    from tests.fakes.hands import key

    window.recordings.show(window.recording.last)
    review = window.recordings.review
    until(lambda: review.state.take is not None and not review.busy, "the recording")
    rows: list[int] = []
    for _ in MARKED_S:
        key(review.player.video, Qt.Key.Key_PageDown)
        until(partial(_has_moved, review, rows[-1] if rows else 0), "a marker")
        rows.append(review.state.row)
    review.grab().save(str(images / "review.png"))
    times = [float(review.state.take.times[row]) for row in rows]
    review.close()
    return {"marked": times}


def _from_a_telephone(window: Any, profile: Path, images: Path) -> dict[str, Any]:
    dialog, first = window.remote.open(), window.recording.last
    until(lambda: dialog.code.text.startswith("http://"), "a code")
    phone = Browser(profile, PHONE, phone=True)
    try:
        phone.go(dialog.code.text)
        until(lambda: phone.text("#state") == "Connected", "the telephone")
        until(lambda: not phone.value("document.getElementById('record').disabled"), "a button")
        phone.tap("#waits button:nth-child(1)")
        phone.tap("#record")
        until(lambda: phone.text("#record") == "Stop", "a take from the telephone")
        until(partial(_has_run, window, 1.0), "its clock")
        phone.screenshot(images / "telephone.png")
        phone.tap("#record")
        until(lambda: window.recording.last not in {None, first}, "its end")
        until(lambda: phone.text("#record") == "Start", "the button again")
        return {"second": str(window.recording.last), "errors": phone.errors}
    finally:
        phone.close()


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:])))
