"""A recording looked at again from its window: the two results shown, compared and exported."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PyQt6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from posecam.capture import open_source
from posecam.estimation.estimator import Estimator
from posecam.gui.review.export_dialog import ExportDialog
from posecam.gui.review.take import Take
from posecam.gui.review.window import ReviewWindow
from posecam.session import Recorder, Session
from tests.fakes.hands import click
from tests.fakes.motion import body, record_motion
from tests.posecam.session.sessions import contents

FRAMES = 20

Review = Callable[[Path], ReviewWindow]


@pytest.fixture
def take(tmp_path: Path, estimator: Estimator) -> Path:
    """The beginning of the demo, of which every other frame was looked at live."""
    estimator.reset()
    source = open_source("demo")
    recorder = Recorder(
        tmp_path / "takes" / "take", source="demo", info=source.info(), engine={}, settings={},
        wait_for_room=True,
    )  # fmt: skip
    for number in range(FRAMES):
        frame = source.read()
        assert frame is not None
        recorder.add_frame(frame)
        if number % 2 == 0:
            result = estimator.update(frame)
            # Another person beside, whom looking again does not see.
            other = replace(result.poses[0], person_id=7)
            recorder.add_result(replace(result, poses=(*result.poses, other)))
    source.close()
    assert recorder.close().error is None
    return tmp_path / "takes" / "take"


@pytest.fixture
def window(open_review: Review, take: Path, qtbot: QtBot) -> ReviewWindow:
    one = open_review(take.parent)
    one.open(take)
    qtbot.waitUntil(lambda: one.state.row == 0 and not one.busy)
    return one


def offline(window: ReviewWindow) -> bool:
    """Whether the reprocessed result is shown, and nothing goes on."""
    return window.state.take is not None and window.state.take.session.offline and not window.busy


def says(dialog: ExportDialog, words: str) -> bool:
    return words in dialog.said.text()


def reprocess(window: ReviewWindow, qtbot: QtBot) -> None:
    click(window.head.reprocess)
    qtbot.waitUntil(lambda: window.results.folder is None, timeout=30_000)
    qtbot.waitUntil(lambda: not window.busy)


def choose(combo: QComboBox, words: str) -> None:
    combo.setCurrentIndex(combo.findText(words))
    combo.activated.emit(combo.currentIndex())


def ghost_of(window: ReviewWindow) -> np.ndarray | None:
    """(16, 3) mm of the second figure."""
    result = window.player.video.result
    assert result is not None
    poses = window.player.with_ghost(result).poses
    return poses[1].joints_3d if [p.person_id for p in poses] == [0, -1] else None


def test_it_is_reprocessed_shown_compared_and_switched(
    window: ReviewWindow, take: Path, qtbot: QtBot
) -> None:
    window.player.seek(6)
    window.state.set_range_end(True)
    qtbot.waitUntil(lambda: window.state.row == 6 and not window.busy)
    assert not window.head.result.isVisible()
    window.details.note.setPlainText("half typed")
    click(window.head.reprocess)
    assert window.results.isVisible()
    qtbot.waitUntil(lambda: window.results.bar.maximum() == FRAMES, timeout=30_000)
    assert "Reprocessing take: " in window.results.label.text()
    qtbot.waitUntil(lambda: window.results.folder is None, timeout=30_000)
    qtbot.waitUntil(lambda: not window.busy)
    assert not window.results.isVisible()

    live, again = Session.open(take, poses="live"), Session.open(take, poses="offline")
    assert window.state.take is not None
    assert window.state.take.session.offline
    assert window.state.row == 6
    assert window.state.playback is not None
    assert window.state.playback.range == (6, FRAMES - 1)
    assert window.details.note.toPlainText() == "half typed"
    assert window.head.result.isVisible()
    assert window.head.result.currentText() == "Reprocessed result"
    assert f"Shown: the reprocessed result, {FRAMES} frames" in window.details.facts.text()
    result = window.player.video.result
    assert result is not None
    assert np.array_equal(result.poses[0].joints_3d, again.joints_3d[6])

    assert f"all {FRAMES} frames have poses, live it was 10" in window.notice.label.text()
    click(window.notice.button)
    qtbot.waitUntil(lambda: window.state.ghost is not None and not window.busy)
    assert window.head.compare.currentText() == "The live result"
    assert not window.head.shift.isVisible()
    assert window.plot.names.count("Dashed: live result") == 1
    assert np.array_equal(ghost_of(window), live.joints_3d[6])  # type: ignore[arg-type]

    choose(window.head.result, "Live result")
    qtbot.waitUntil(lambda: not offline(window) and not window.busy)
    assert window.head.compare.currentText() == "The reprocessed result"
    assert window.plot.names.count("Dashed: reprocessed result") == 1
    assert np.array_equal(ghost_of(window), again.joints_3d[6])  # type: ignore[arg-type]
    assert window.state.row == 6
    assert "Shown: the live result, 10 frames" in window.details.facts.text()
    # A person whom looking again has not seen: shown live, and no ghost of them.
    window.state.look_at(7)
    assert window.head.person.currentText() == "Person 7"
    assert window.state.ghost is not None
    choose(window.head.result, "Reprocessed result")
    qtbot.waitUntil(lambda: offline(window))
    assert window.state.take.person is None
    choose(window.head.compare, "Nothing")
    assert window.plot.names == ["Right knee flexion", "Left knee flexion"]

    reprocess(window, qtbot)  # a second time: the same, and shown
    assert window.state.take.session.offline


def test_cancelled_it_stays_as_it_was(window: ReviewWindow, take: Path, qtbot: QtBot) -> None:
    before = contents(take)
    click(window.head.reprocess)
    click(window.head.reprocess)
    assert "one at a time" in window.notice.label.text()
    click(window.head.delete)
    window.details.name.setText("elsewhere")
    window.details.name.editingFinished.emit()
    assert "is being reprocessed" in window.notice.label.text()
    assert window.details.name.text() == "take"
    click(window.results.cancel)
    qtbot.waitUntil(lambda: window.results.folder is None, timeout=30_000)
    assert window.notice.label.text() == "take stays as it was."
    assert contents(take).keys() - before.keys() <= {"thumbnail.jpg"}
    assert take.is_dir()
    assert not window.head.result.isVisible()


def test_the_window_can_be_closed_meanwhile(window: ReviewWindow, take: Path) -> None:
    click(window.head.reprocess)
    window.close()  # leaves no thread
    assert not (take / "poses.offline.jsonl").exists()


def test_what_cannot_be_reprocessed_is_a_sentence(
    window: ReviewWindow, take: Path, qtbot: QtBot
) -> None:
    (take / "video.mkv").unlink()
    reprocess(window, qtbot)
    assert "has no images that can be read" in window.notice.label.text()


def test_another_recording_may_be_looked_at_meanwhile(
    window: ReviewWindow, take: Path, takes: Path, qtbot: QtBot
) -> None:
    click(window.head.reprocess)
    window.open(takes / "first")
    qtbot.waitUntil(lambda: window.results.folder is None, timeout=30_000)
    qtbot.waitUntil(lambda: window.state.row == 0 and not window.busy)
    assert window.state.folder == takes / "first"
    assert "take is reprocessed" in window.notice.label.text()
    assert window.notice.button.text() == ""
    assert Session.open(take).offline


def test_results_that_know_different_frames(window: ReviewWindow, take: Path, qtbot: QtBot) -> None:
    """The lines of one were lost, say, but not of the other."""
    lines = (take / "poses.jsonl").read_bytes().splitlines(keepends=True)
    more = {**json.loads(lines[-1]), "frame": FRAMES + 4, "time": 0.8}
    text = b"".join([*lines, json.dumps(more).encode() + b"\n"])
    (take / "poses.offline.jsonl").write_bytes(text)
    window.player.seek(6)
    qtbot.waitUntil(lambda: window.state.row == 6 and not window.busy)
    window.results.show_result("offline")
    qtbot.waitUntil(lambda: offline(window))
    qtbot.waitUntil(lambda: window.state.row == 6 and not window.busy)
    assert window.state.take is not None
    assert len(window.state.take.times) == FRAMES + 1


def test_the_export_dialog_writes_the_result_that_is_chosen(
    window: ReviewWindow, take: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = window.open_export()
    assert dialog is not None
    assert not dialog.poses.isEnabled()
    assert dialog.poses.currentText() == "Live result"
    dialog.close()
    reprocess(window, qtbot)
    dialog = window.open_export()
    assert dialog is not None
    for name, box in dialog.formats.items():
        box.setChecked(name == "npz")
    dialog.out.setText(str(tmp_path / "out"))
    dialog.force.setChecked(True)
    assert dialog.poses.isEnabled()
    assert dialog.poses.currentText() == "Reprocessed result"
    for words, result in (("reprocessed", "offline"), ("live", "live")):
        dialog.poses.setCurrentIndex(dialog.poses.findData(result))
        click(dialog.start)
        qtbot.waitUntil(partial(says, dialog, f"of the {words} result"))
        written = np.load(tmp_path / "out" / "take.npz")["joints_3d"]
        session = Session.open(take, poses="live" if result == "live" else "offline")
        assert np.array_equal(written, session.joints_3d, equal_nan=True)
    click(dialog.leave)


def test_a_recording_with_skipped_frames_offers_to_reprocess(
    window: ReviewWindow, qtbot: QtBot
) -> None:
    assert f"{FRAMES // 2} of {FRAMES} frames were skipped" in window.notice.label.text()
    assert window.notice.button.text() == "Reprocess"
    click(window.notice.button)
    qtbot.waitUntil(lambda: window.results.folder is None and offline(window), timeout=30_000)
    folder = window.state.folder
    assert folder is not None
    window.notice.hide()
    window.open(folder)
    qtbot.waitUntil(lambda: window.state.row == 0 and not window.busy)
    assert not window.notice.isVisible()  # there is nothing left to reprocess


def test_an_export_is_of_the_person_seen_longest_and_warns_of_a_main_person_who_changes(
    tmp_path: Path, qtbot: QtBot
) -> None:
    ids = [0] * 40 + [4] * 50
    session = record_motion(tmp_path / "two", body(90), np.arange(90) / 30, person_ids=ids)
    dialog = ExportDialog(Take(session), tmp_path / "out")
    qtbot.addWidget(dialog)
    dialog.show()
    names = [dialog.person.itemText(k) for k in range(dialog.person.count())]
    assert names == [
        "Person 4, seen for 00:01", "Person 0, seen for 00:01", "Main person",
    ]  # fmt: skip
    assert dialog.person.currentData() == 4
    assert not dialog.warning.isVisible()
    choose(dialog.person, "Main person")
    assert "changes once" in dialog.warning.text()
    assert dialog.warning.isVisible()
    choose(dialog.person, names[0])
    for name, box in dialog.formats.items():
        box.setChecked(name == "bvh")
    click(dialog.start)
    qtbot.waitUntil(lambda: says(dialog, "files are in"))
    assert "Person: person 4." in (tmp_path / "out" / "two.bvh.txt").read_text()
    dialog.close()


def test_an_export_can_be_of_the_range_and_for_another_rig(tmp_path: Path, qtbot: QtBot) -> None:
    session = record_motion(tmp_path / "walk", body(90), np.arange(90) / 30)
    dialog = ExportDialog(Take(session), tmp_path / "out", span=(1.0, 2.0))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.only_range.text() == "Only the range, 1.00 to 2.00 s"
    assert dialog.only_range.isChecked()
    choose(dialog.names, "VRM humanoid")
    choose(dialog.rest, "A: arms 45° below")
    choose(dialog.unit, "Metres")
    choose(dialog.rate, "60 a second")
    for name, box in dialog.formats.items():
        box.setChecked(name == "bvh")
    click(dialog.start)
    qtbot.waitUntil(lambda: says(dialog, "files are in"))
    text = (tmp_path / "out" / "walk.bvh").read_text()
    assert "JOINT leftUpperArm" in text
    assert "Frames: 61" in text
    note = (tmp_path / "out" / "walk.bvh.txt").read_text()
    assert "metres" in note
    assert "Rest pose: A" in note
    dialog.close()
    whole = ExportDialog(Take(session), tmp_path / "out")
    qtbot.addWidget(whole)
    whole.show()
    assert not whole.only_range.isVisible()
