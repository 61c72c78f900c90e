"""A person has no webcam: their telephone, which plays a clip of someone moving, is the camera."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import av
import cv2
import numpy as np
import pytest
from PyQt6.QtCore import Qt
from pytestqt.qtbot import QtBot

from posecam.gui.live.main_window import MainWindow
from posecam.gui.shared.settings_store import SettingsStore
from posecam.live.engine_choice import EngineChooser
from posecam.pose import FloatArray
from posecam.resources import clip
from posecam.session.reader import Session
from posecam.settings import Settings, settings_path
from posecam.streaming.certificate import spki_hash
from tests.fakes.browser import PHONE, Browser
from tests.fakes.hands import click, key


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, sessions: Path) -> Iterator[MainWindow]:
    """With the network that ships, on a machine without a camera."""
    monkeypatch.setattr("posecam.gui.live.source_chooser.list_cameras", list)
    opened = MainWindow(EngineChooser().make, SettingsStore(Settings()))
    qtbot.addWidget(opened)
    opened.show()
    with qtbot.waitActive(opened):
        opened.activateWindow()
        opened.setFocus()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def person(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo clip as Chromium's pretended camera plays it."""
    path = tmp_path_factory.mktemp("clip") / "person.mjpeg"
    with av.open(str(clip())) as source, path.open("wb") as made:
        for frame in source.decode(video=0):
            small = frame.reformat(640, 360, "bgr24").to_ndarray()
            made.write(cv2.imencode(".jpg", small)[1].tobytes())
    return path


def telephone(profile: Path, person: Path) -> Browser:
    """A telephone whose person has gone on past the warning, and given it the camera."""
    switches = (
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        f"--use-file-for-fake-video-capture={person}",
        f"--ignore-certificate-errors-spki-list={spki_hash(settings_path().parent / 'remote.pem')}",
    )
    return Browser(profile, PHONE, phone=True, switches=switches)


def test_the_figure_follows_a_telephones_camera(
    window: MainWindow, sessions: Path, qtbot: QtBot, tmp_path: Path, person: Path
) -> None:
    window.start()
    qtbot.waitUntil(lambda: bool(window.video.result and window.video.result.poses), timeout=60_000)
    assert window.sources.spec == "demo"
    key(window, Qt.Key.Key_P)
    dialog = window.remote.dialog
    assert dialog is not None
    click(dialog.camera)
    qtbot.waitUntil(lambda: dialog.code.text.startswith("https://"), timeout=10_000)
    assert "not private" in dialog.words.text()

    phone = telephone(tmp_path / "phone", person)
    try:
        phone.go(dialog.code.text)
        qtbot.waitUntil(lambda: phone.text("#state") == "Connected", timeout=20_000)
        phone.tap("#camera")
        qtbot.waitUntil(lambda: window.sources.spec.startswith("phone:"), timeout=20_000)
        name = window.sources.spec.removeprefix("phone:")
        assert window.bar.chooser.combo.currentText() == name
        assert (name, f"phone:{name}") in window.bar.chooser.cameras

        def poses() -> FloatArray | None:
            result = window.video.result
            if result is None or not result.poses or result.frame.size != (640, 360):
                return None
            return result.poses[0].joints_2d

        qtbot.waitUntil(lambda: poses() is not None, timeout=40_000)
        first = poses()
        assert first is not None
        qtbot.waitUntil(
            lambda: (now := poses()) is not None and np.abs(now - first).max() > 20,
            timeout=20_000,
        )
        state = window.pipeline.status().capture
        assert state is not None
        assert state.info is not None
        assert (state.info.width, state.info.height) == (640, 360)
        qtbot.waitUntil(lambda: " fps, " in phone.text("#state"), timeout=10_000)
        click(window.bar.record)
        qtbot.waitUntil(
            lambda: (r := window.takes.recorded) is not None and r.seconds > 2, timeout=20_000
        )
        click(window.bar.record)
        qtbot.waitUntil(lambda: "Recorded" in window.notice.label.text(), timeout=8000)
        assert phone.errors == []
    finally:
        phone.close()

    def kind() -> str:
        state = window.pipeline.status().capture
        return state.kind if state is not None else ""

    qtbot.waitUntil(lambda: kind() == "reconnecting", timeout=10_000)
    qtbot.waitUntil(lambda: window.bar.chooser.cameras == [], timeout=10_000)
    (folder,) = sessions.iterdir()
    session = Session.open(folder)
    assert session.manifest.source["name"] == name
    assert not session.warnings
    steps = np.diff(session.times)
    assert (steps > 0).all()  # by the telephone's own clock

    again = telephone(tmp_path / "again", person)
    try:
        again.go(dialog.code.text)
        qtbot.waitUntil(lambda: again.text("#state") == "Connected", timeout=20_000)
        again.tap("#camera")
        qtbot.waitUntil(lambda: kind() == "live", timeout=20_000)
        assert window.sources.spec == f"phone:{name}"
        again.tap("#camera")
        qtbot.waitUntil(lambda: kind() == "reconnecting", timeout=10_000)
        assert again.value("document.getElementById('view').hidden")
    finally:
        again.close()
