"""Markers and tags: in the manifest at once, through a cut and a repair, and never in the way."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from posecam.errors import SessionError
from posecam.session import Recorder, Session, repair, trim
from posecam.session.checked import LONGEST_TAG, MOST_MARKERS
from posecam.session.manifest import Marker
from posecam.session.naming import LONGEST_NAME, new_folder
from tests.fakes.people import make_frame, make_result
from tests.fakes.waiting import wait_until
from tests.posecam.session.sessions import edit_manifest, record

NOW = datetime(2026, 3, 1, 12, 30, 5, tzinfo=UTC)


def recorder(folder: Path) -> Recorder:
    return Recorder(
        folder,
        source="camera 0",
        info=None,
        engine={},
        settings={},
        tags=("left knee", "after"),
        wait_for_room=True,
    )


def feed(recording: Recorder, numbers: range) -> None:
    for number in numbers:
        frame = make_frame(number)
        recording.add_frame(frame)
        recording.add_result(make_result(frame))


def test_markers_lie_at_the_frames_that_were_newest(tmp_path: Path) -> None:
    recording = recorder(tmp_path / "take")
    assert not recording.mark()  # there is no frame yet to mark
    feed(recording, range(10, 20))
    assert recording.mark()
    feed(recording, range(20, 40))
    assert recording.mark("knee in")
    assert recording.status.markers == 2
    assert recording.close().error is None
    assert not recording.mark()
    manifest = Session.open(tmp_path / "take").manifest
    assert manifest.tags == ("left knee", "after")
    assert [(round(m.seconds * 30), m.name) for m in manifest.markers] == [
        (9, ""),
        (29, "knee in"),
    ]


def test_a_crash_does_not_lose_markers(tmp_path: Path) -> None:
    folder = tmp_path / "take"
    recording = recorder(folder)
    feed(recording, range(30))
    recording.mark("before the crash")
    wait_until(lambda: "before the crash" in (folder / "manifest.json").read_text())
    content = json.loads((folder / "manifest.json").read_text())
    assert content["state"] == "recording"
    recording.close()
    edit_manifest(folder, state="recording", duration=None, counts={})  # as a crash leaves it
    repair(folder)
    manifest = Session.open(folder).manifest
    assert [marker.name for marker in manifest.markers] == ["before the crash"]
    assert manifest.tags == ("left knee", "after")


def test_a_cut_keeps_the_markers_inside_it(tmp_path: Path) -> None:
    folder = record(tmp_path / "take")
    markers = [{"seconds": s, "name": n} for s, n in ((0.5, "a"), (1.5, "b"), (2.5, "c"))]
    edit_manifest(folder, markers=markers, tags=["squat"])
    trim(folder, 1.0, 2.0, tmp_path / "cut")
    manifest = Session.open(tmp_path / "cut").manifest
    assert manifest.markers == (Marker(0.5, "b"),)
    assert manifest.tags == ("squat",)


def test_sessions_from_before_there_were_markers_are_read(tmp_path: Path) -> None:
    folder = record(tmp_path / "take")
    path = folder / "manifest.json"
    content = json.loads(path.read_text())
    del content["markers"], content["tags"]
    path.write_text(json.dumps(content))
    session = Session.open(folder)
    assert not session.warnings
    assert (session.manifest.markers, session.manifest.tags) == ((), ())


@pytest.mark.parametrize(
    ("changes", "kept", "words"),
    [
        ({"markers": "many"}, (), "markers is not a list"),
        ({"markers": [{"seconds": -1}, {"seconds": 1}]}, (Marker(1),), "markers[0].seconds"),
        ({"markers": [{"name": "x"}]}, (), "markers[0] is not a marker"),
        ({"markers": [{"seconds": 2}, {"seconds": 1}]}, (Marker(1), Marker(2)), ""),
        ({"markers": [{"seconds": 0}] * (MOST_MARKERS + 1)}, (), "markers is not a list"),
        ({"markers": [{"seconds": 1, "name": "x" * 999}]}, (Marker(1),), "markers[0].name"),
        ({"tags": "squat"}, (), "tags is not a list"),
        ({"tags": ["x" * (LONGEST_TAG + 1)]}, (), "tags is not a text"),
    ],
)
def test_what_is_wrong_with_them_is_told_and_left_out(
    tmp_path: Path, changes: dict[str, object], kept: tuple[Marker, ...], words: str
) -> None:
    folder = record(tmp_path / "take", 5)
    edit_manifest(folder, **changes)
    session = Session.open(folder)
    assert session.manifest.markers == kept
    assert session.manifest.tags == ()
    assert words in " ".join(session.warnings)
    assert bool(session.warnings) == bool(words)


def test_takes_of_a_name_are_numbered(tmp_path: Path) -> None:
    assert new_folder(tmp_path, NOW, "squat").name == "squat 01"
    for name in ("squat 01", "Squat 07", "squat 12b", "squat jump 40", "squat"):
        (tmp_path / name).mkdir()
    assert new_folder(tmp_path, NOW, " squat ").name == "squat 08"
    assert new_folder(tmp_path / "not there", NOW, "squat").name == "squat 01"


def test_takes_without_a_name_are_called_by_date_and_time(tmp_path: Path) -> None:
    first = new_folder(tmp_path, NOW)
    assert first.name == "2026-03-01_12-30-05"
    first.mkdir()
    assert new_folder(tmp_path, NOW).name == "2026-03-01_12-30-05_2"


@pytest.mark.parametrize("name", ["a/b", "..", "x" * LONGEST_NAME, "tab\there"])
def test_a_name_that_no_folder_can_have_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(SessionError, match="name"):
        new_folder(tmp_path, NOW, name)
