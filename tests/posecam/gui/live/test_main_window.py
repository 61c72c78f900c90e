from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PyQt6.QtCore import QMimeData, QPointF, Qt, QUrl
from PyQt6.QtGui import QDropEvent
from PyQt6.QtWidgets import QDoubleSpinBox
from pytestqt.qtbot import QtBot

from posecam import settings as settings_file
from posecam.errors import NetworkError
from posecam.gui.live.main_window import MainWindow
from posecam.gui.live.settings_dialog import SettingsDialog
from posecam.gui.shared.settings_store import SettingsStore
from posecam.session.reader import Session
from posecam.settings import SESSIONS_VARIABLE, ReviewSettings, Settings
from posecam.skeleton import CANONICAL_HEIGHT_MM
from tests.fakes.estimator import FakeEstimator
from tests.fakes.hands import click, key

OpenWindow = Callable[..., MainWindow]


def shows_a_pose(window: MainWindow) -> bool:
    return bool(window.video.result and window.video.result.poses)


def test_a_video_is_shown_with_skeletons_and_figures(
    open_window: OpenWindow, clip: str, qtbot: QtBot
) -> None:
    window = open_window()
    window.start(clip)
    qtbot.waitUntil(lambda: shows_a_pose(window))
    qtbot.waitUntil(lambda: "fake · fp32" in window.status_line.engine.text())
    qtbot.waitUntil(lambda: window.status_line.network.text() > "network 1")
    qtbot.waitUntil(lambda: "p95" in window.status_line.latency.text())
    assert window.video.message == ("", "")
    assert window.bar.chooser.combo.currentText() == "clip.mp4"


def test_record_makes_a_session_and_says_where_it_is(
    open_window: OpenWindow, clip: str, sessions: Path, qtbot: QtBot
) -> None:
    window = open_window()
    assert not window.bar.record.isEnabled()
    window.start(clip)
    qtbot.waitUntil(window.bar.record.isEnabled)
    click(window.bar.record)
    assert window.bar.record.isChecked()
    qtbot.waitUntil(lambda: window.bar.record.text() == "Stop 00:01", timeout=4000)
    click(window.bar.record)
    qtbot.waitUntil(window.notice.isVisible)
    assert not window.bar.record.isChecked()
    (folder,) = sessions.iterdir()
    assert str(folder) in window.notice.label.text()
    assert window.notice.button.text() == "Open recording"
    session = Session.open(folder)
    assert not session.warnings
    assert len(session.frame_ids) > 20
    assert session.manifest.settings["smoothness"] == window.settings.smoothness


def test_a_sessions_folder_that_cannot_be_written_is_a_sentence(
    open_window: OpenWindow,
    clip: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    (tmp_path / "file").write_text("")
    window = open_window()
    monkeypatch.setenv(SESSIONS_VARIABLE, str(tmp_path / "file"))
    window.start(clip)
    qtbot.waitUntil(window.bar.record.isEnabled)
    click(window.bar.record)
    assert window.notice.isVisible()
    assert str(tmp_path / "file") in window.notice.label.text()
    assert not window.bar.record.isChecked()
    qtbot.waitUntil(lambda: shows_a_pose(window))


def test_opening_another_source_ends_the_recording_and_keeps_it(
    open_window: OpenWindow, clip: str, sessions: Path, qtbot: QtBot
) -> None:
    window = open_window()
    window.start(clip)
    qtbot.waitUntil(lambda: shows_a_pose(window))
    window.refresh()
    key(window, Qt.Key.Key_R)
    qtbot.waitUntil(
        lambda: (r := window.pipeline.status().recording) is not None and r.frames_written > 5
    )
    window.open_source(clip)
    qtbot.waitUntil(lambda: "Recorded" in window.notice.label.text())
    (folder,) = sessions.iterdir()
    assert len(Session.open(folder).frame_ids) > 5


def test_closing_while_recording_keeps_the_session(
    open_window: OpenWindow, clip: str, sessions: Path, qtbot: QtBot
) -> None:
    window = open_window()
    window.start(clip)
    qtbot.waitUntil(lambda: shows_a_pose(window))
    window.refresh()
    window.bar.record.click()
    qtbot.waitUntil(
        lambda: (r := window.pipeline.status().recording) is not None and r.frames_written > 5
    )
    before = time.monotonic()
    window.close()
    assert time.monotonic() - before < 2
    (folder,) = sessions.iterdir()
    assert not Session.open(folder).warnings
    assert not [t for t in threading.enumerate() if t.name.startswith("posecam")]


def test_an_address_that_refuses_is_a_sentence_and_is_tried_again(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    window = open_window()
    window.start(f"http://127.0.0.1:{port}/video")
    qtbot.waitUntil(lambda: window.video.message[0] == "No video", timeout=10_000)
    assert "127.0.0.1" in window.video.message[1]
    assert not window.bar.record.isEnabled()


def test_a_file_that_is_not_there_is_a_sentence(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window()
    window.start(str(tmp_path / "missing.mp4"))
    qtbot.waitUntil(lambda: "missing.mp4" in window.video.message[1])


def test_a_password_in_an_address_is_never_shown(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    window.start("http://me:hunter2@127.0.0.1:9/video")
    qtbot.waitUntil(lambda: window.video.message[0] == "No video", timeout=10_000)
    chooser = window.bar.chooser.combo
    texts = [chooser.itemText(i) for i in range(chooser.count())]
    assert not any("hunter2" in text for text in (*texts, *window.video.message))


def test_a_network_that_cannot_be_loaded_is_a_sentence_and_the_video_goes_on(
    open_window: OpenWindow, clip: str, qtbot: QtBot
) -> None:
    def load() -> FakeEstimator:
        raise NetworkError("other.onnx is not a posecam network: it carries no contract at all.")

    window = open_window(load)
    window.start(clip)
    qtbot.waitUntil(window.notice.isVisible)
    assert "no contract at all" in window.notice.label.text()
    qtbot.waitUntil(lambda: window.video.result is not None)
    qtbot.waitUntil(lambda: window.video.hint.startswith("No poses"))


def test_where_no_person_is_seen_the_person_is_told_what_to_do(
    open_window: OpenWindow, clip: str, qtbot: QtBot
) -> None:
    window = open_window(lambda: FakeEstimator(no_person=True))
    window.start(clip)
    qtbot.waitUntil(lambda: "hips" in window.video.hint, timeout=4000)


def test_a_video_that_ended_can_be_played_again(
    open_window: OpenWindow, clip: str, qtbot: QtBot
) -> None:
    window = open_window()
    window.start(clip)
    qtbot.waitUntil(window.notice.isVisible, timeout=8000)
    assert "ended" in window.notice.label.text()
    click(window.notice.button)
    assert not window.notice.isVisible()
    qtbot.waitUntil(
        lambda: window.video.result is not None and window.video.result.frame.frame_id < 80
    )


def test_the_mirror_answers_to_its_key(open_window: OpenWindow) -> None:
    window = open_window(settings=Settings(mirror=True))
    key(window, Qt.Key.Key_M)
    assert window.settings == Settings(mirror=False)
    assert not window.bar.mirror.isChecked()


def test_a_camera_is_a_mirror_and_a_video_is_not(open_window: OpenWindow, clip: str) -> None:
    window = open_window()
    assert window.bar.mirror.isChecked()
    window.open_source(clip)
    assert not window.bar.mirror.isChecked()
    key(window, Qt.Key.Key_M)
    assert window.bar.mirror.isChecked()
    window.open_source("0")
    assert window.bar.mirror.isChecked()
    assert window.settings == Settings(mirror=True, mirror_videos=True)


@pytest.mark.usefixtures("needs_gl")
def test_the_figure_answers_to_keys(open_window: OpenWindow) -> None:
    window = open_window()
    turning = [window.panel.turning]
    key(window, Qt.Key.Key_Space)
    turning.append(window.panel.turning)
    assert turning == [True, False]
    key(window, Qt.Key.Key_3)
    assert window.panel.place().elevation > 80
    key(window, Qt.Key.Key_1)
    assert window.panel.place().azimuth == -90


def test_settings_survive_a_restart(
    open_window: OpenWindow, clip: str, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "config" / "settings.toml"
    window = open_window(settings=settings_file.load(path)[0], settings_path=path)
    window.sources.choose(clip)
    window.bar.mirror.click()
    dialog = window.open_settings()
    dialog.height_cm.setValue(184)
    dialog.smoothness.setValue(80)
    dialog.close()
    window.setGeometry(60, 40, 900, 560)
    window.split.setSizes([300, 600])
    window.panel.look_from("side")
    qtbot.wait(50)
    split = window.split.sizes()[0] / sum(window.split.sizes())
    window.close()

    loaded, warning = settings_file.load(path)
    assert not warning
    assert (loaded.source, loaded.mirror, loaded.mirror_videos) == (clip, True, True)
    assert (loaded.subject_height_cm, loaded.smoothness) == (184, 0.8)
    again = MainWindow(FakeEstimator, SettingsStore(loaded, path))
    qtbot.addWidget(again)
    again.show()
    qtbot.waitExposed(again)
    assert (again.width(), again.height()) == (900, 560)
    assert again.split.sizes()[0] / sum(again.split.sizes()) == pytest.approx(split, abs=0.02)
    assert again.panel.place() == loaded.view
    assert "184 cm" in again.panel.note.text()
    again.close()


def test_what_the_window_of_recordings_wrote_meanwhile_survives(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    path = tmp_path / "settings.toml"
    window = open_window(settings=settings_file.load(path)[0], settings_path=path)
    first = window.open_settings()
    first.height_cm.setValue(184)
    first.close()
    review = ReviewSettings(list_width=333)
    settings_file.save(replace(settings_file.load(path)[0], review=review), path)
    second = window.open_settings()
    second.smoothness.setValue(80)
    second.close()
    window.close()
    loaded = settings_file.load(path)[0]
    assert (loaded.subject_height_cm, loaded.smoothness) == (184, 0.8)
    assert loaded.review == review


def test_the_dialog_reaches_the_estimator_at_once(
    open_window: OpenWindow, clip: str, qtbot: QtBot
) -> None:
    estimator = FakeEstimator()
    window = open_window(lambda: estimator)
    window.start(clip)
    qtbot.waitUntil(lambda: shows_a_pose(window))
    dialog = window.open_settings()
    assert isinstance(dialog, SettingsDialog)
    assert isinstance(dialog.height_cm, QDoubleSpinBox)
    dialog.height_cm.setValue(150)
    dialog.field_of_view.setValue(90)
    qtbot.waitUntil(lambda: estimator.options.subject_height_mm == 1500)
    qtbot.waitUntil(lambda: estimator.options.field_of_view_deg == 90)
    assert "150 cm" in window.panel.note.text()
    dialog.defaults.click()
    qtbot.waitUntil(lambda: estimator.options.subject_height_mm == CANONICAL_HEIGHT_MM)
    dialog.close()


def test_with_no_camera_the_demo_is_opened_and_the_choice_is_not_kept(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "settings.toml"
    window = open_window(settings=Settings(source="0"), settings_path=path)
    window.sources._waiting = True
    window.sources.cameras_found([])
    assert window.bar.chooser.combo.currentText() == "Demo clip"
    window.close()
    assert settings_file.load(path)[0].source == "0"


def test_the_first_camera_is_taken_where_there_is_one_and_the_last_used_before_it(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    for kept, opened in (("", "Front camera"), ("Desk camera", "Desk camera")):
        window = open_window(settings=Settings(source=kept))
        window.sources._waiting = True
        window.sources.cameras_found(
            [("Front camera", "Front camera"), ("Desk camera", "Desk camera")]
        )
        assert window.bar.chooser.combo.currentText() == opened
        window.close()


def test_a_video_dropped_on_the_window_is_opened(
    open_window: OpenWindow, clip: str, qtbot: QtBot
) -> None:
    window = open_window()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(clip)])
    window.dropEvent(
        QDropEvent(
            QPointF(50, 50),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    qtbot.waitUntil(lambda: shows_a_pose(window))


def test_the_window_closes_quickly_while_the_network_still_loads(
    open_window: OpenWindow, clip: str, qtbot: QtBot
) -> None:
    go_on = threading.Event()

    def load() -> FakeEstimator:
        go_on.wait(10)
        return FakeEstimator()

    window = open_window(load)
    window.start(clip)
    qtbot.waitUntil(lambda: window.video.result is not None)
    qtbot.waitUntil(lambda: "Loading" in window.video.hint)
    before = time.monotonic()
    window.close()
    assert time.monotonic() - before < 2.5
    go_on.set()


def test_a_window_whose_screen_is_gone_comes_back_where_it_is_seen(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    away = Settings()
    away = replace(away, window=replace(away.window, x=9000, y=9000, width=900, height=560))
    window = MainWindow(FakeEstimator, SettingsStore(away))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    screen = window.screen()
    assert screen is not None
    assert screen.availableGeometry().intersects(window.frameGeometry())
    window.close()
