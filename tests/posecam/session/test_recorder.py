"""Recording and reading back."""

from __future__ import annotations

import csv
import json
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest

import posecam
from posecam.capture import SourceInfo
from posecam.errors import SessionError
from posecam.export import FORMATS, export_session
from posecam.pose import Frame
from posecam.session import Recorder, Session, list_sessions
from posecam.session import recorder as recorder_module
from posecam.skeleton import NAMES
from tests.fakes.people import make_frame, make_pose, make_result
from tests.fakes.videos import number_in

INFO = SourceInfo(176, 64, 30.0)


def recorder(folder: Path, *, wait_for_room: bool = True) -> Recorder:
    return Recorder(
        folder,
        source="camera 0",
        info=INFO,
        engine={"backend": "openvino", "precision": "bf16"},
        settings={"smoothness": 0.5},
        wait_for_room=wait_for_room,
    )


def test_what_is_recorded_is_read_back(tmp_path: Path) -> None:
    recording = recorder(tmp_path / "one")
    for number in range(40):
        frame = make_frame(number)
        recording.add_frame(frame)
        if number % 2 == 0:
            recording.add_result(make_result(frame, people=number // 2 % 3, skipped=number % 2))
    status = recording.close()
    session = Session.open(tmp_path / "one")

    assert status.error is None
    assert (status.frames_written, status.poses_written) == (40, 20)
    assert (status.frames_dropped, status.poses_dropped) == (0, 0)
    assert status.seconds == pytest.approx(39 / 30, abs=1e-6)
    assert status.bytes == sum(p.stat().st_size for p in (tmp_path / "one").iterdir())
    assert session.warnings == []
    assert session.finished
    assert session.joint_names == NAMES
    assert session.frame_ids.tolist() == list(range(40))
    assert session.times == pytest.approx(np.arange(40) / 30, abs=1e-6)
    assert session.estimated.tolist() == [n % 2 == 0 for n in range(40)]
    assert [len(people) for people in session.frames] == [
        n // 2 % 3 if n % 2 == 0 else 0 for n in range(40)
    ]
    second = session.frames[4][1]
    expected = make_pose(make_frame(4), 1)
    for name in ("joints_2d", "joints_3d", "scores", "root", "box"):
        assert getattr(second, name) == pytest.approx(getattr(expected, name), abs=0.01)
    assert (second.person_id, second.frame_id) == (1, 4)
    assert session.joints_2d.shape == (40, 16, 2)
    assert np.isnan(session.joints_3d[0]).all()
    assert session.joints_3d[2] == pytest.approx(make_pose(make_frame(2)).joints_3d)
    assert session.duration == pytest.approx(39 / 30, abs=1e-6)


def test_the_video_has_every_image_at_its_time(tmp_path: Path) -> None:
    times = [0, 0.033, 0.07, 0.5, 0.5004, 0.9, 0.95]
    recording = recorder(tmp_path / "one")
    for number, seconds in enumerate(times):
        recording.add_frame(make_frame(number, seconds))
    recording.close()

    frames = list(Session.open(tmp_path / "one").video_frames())
    assert [f.frame_id for f in frames] == list(range(7))
    assert [number_in(f.image) for f in frames] == list(range(7))
    assert [f.time for f in frames] == times

    with av.open(str(tmp_path / "one" / "video.mkv")) as container:
        stream = container.streams.video[0]
        assert stream.codec_context.name == "h264"
        assert stream.time_base == Fraction(1, 1000)
        shown = [frame.time for frame in container.decode(stream)]
    assert shown == pytest.approx(times, abs=0.0011)
    assert all(b > a for a, b in pairwise(shown))


def test_the_session_begins_at_zero_whenever_recording_begins(tmp_path: Path) -> None:
    recording = recorder(tmp_path / "one")
    recording.add_result(make_result(make_frame(498)))  # still under way when Record was pressed
    for number in range(500, 510):
        frame = make_frame(number)
        recording.add_frame(frame)
        recording.add_result(make_result(frame))
    recording.close()
    session = Session.open(tmp_path / "one")
    assert session.frame_ids.tolist() == list(range(10))
    assert session.times[:2] == pytest.approx([0, 1 / 30], abs=1e-5)
    assert [f.frame_id for f in session.video_frames()] == list(range(10))
    assert session.joints_2d[3, 0, 0] == 503


def test_the_manifest_is_there_from_the_start_and_says_everything(tmp_path: Path) -> None:
    recording = recorder(tmp_path / "one")
    early = json.loads((tmp_path / "one" / "manifest.json").read_text())
    recording.add_frame(make_frame(0))
    recording.close()
    late = json.loads((tmp_path / "one" / "manifest.json").read_text())

    assert early["state"] == "recording"
    assert early["version"] == 1
    assert datetime.fromisoformat(early["created"]).tzinfo is not None
    assert early["source"] == {
        "name": "camera 0",
        "width": 176,
        "height": 64,
        "nominal_fps": 30.0,
        "frame_count": -1,
        "is_demo": False,
        "pixel_format": "",
    }
    assert early["engine"]["backend"] == "openvino"
    assert early["settings"] == {"smoothness": 0.5}
    assert early["joint_names"] == list(NAMES)
    assert {"joints_2d", "joints_3d", "scores", "time", "root", "box"} <= set(early["units"])
    assert late["state"] == "finished"
    assert late["counts"]["frames_written"] == 1
    assert late["created"] == early["created"]
    assert not list((tmp_path / "one").glob(".part*"))


def test_a_new_size_opens_a_new_video_file(tmp_path: Path) -> None:
    recording = recorder(tmp_path / "one")
    for number in range(10):
        recording.add_frame(make_frame(number, size=(176, 64) if number < 6 else (192, 80)))
    recording.close()
    session = Session.open(tmp_path / "one")

    assert [p.name for p in session.video_paths()] == ["video.mkv", "video_001.mkv"]
    frames = list(session.video_frames())
    assert [f.frame_id for f in frames] == list(range(10))
    assert [f.size for f in frames] == [(176, 64)] * 6 + [(192, 80)] * 4
    assert [s.first_frame for s in session.manifest.segments] == [0, 6]


def test_a_camera_that_was_away_opens_a_new_video_file(tmp_path: Path) -> None:
    recording = recorder(tmp_path / "one")
    for number in range(10):
        recording.add_frame(make_frame(number, number / 30 + (4 if number > 6 else 0)))
    recording.close()
    session = Session.open(tmp_path / "one")
    assert [p.name for p in session.video_paths()] == ["video.mkv", "video_001.mkv"]
    frames = list(session.video_frames())
    assert [number_in(f.image) for f in frames] == list(range(10))
    assert [f.time for f in frames] == pytest.approx(session.times.tolist())


def test_a_slow_source_is_not_a_camera_that_was_away(tmp_path: Path) -> None:
    recording = recorder(tmp_path / "one")
    for number in range(6):
        recording.add_frame(make_frame(number, number * 2.0))
    recording.close()
    assert len(Session.open(tmp_path / "one").video_paths()) == 1


def test_odd_sizes_come_back_as_they_were(tmp_path: Path) -> None:
    recording = recorder(tmp_path / "one")
    recording.add_frame(make_frame(5, 0.0, (177, 65)))
    recording.close()
    (frame,) = Session.open(tmp_path / "one").video_frames()
    assert frame.size == (177, 65)
    assert number_in(frame.image) == 5
    assert frame.image.flags.c_contiguous


def test_what_is_not_a_number_is_null_and_comes_back_as_nan(tmp_path: Path) -> None:
    recording = recorder(tmp_path / "one")
    frame = make_frame(0)
    result = make_result(frame)
    pose = result.poses[0]
    for array, value in ((pose.root, np.nan), (pose.joints_3d, np.inf)):
        array.flags.writeable = True
        array[0] = value
    recording.add_frame(frame)
    recording.add_result(result)
    recording.close()

    text = (tmp_path / "one" / "poses.jsonl").read_text()
    assert "NaN" not in text
    assert "Infinity" not in text
    back = Session.open(tmp_path / "one").frames[0][0]
    assert np.isnan(back.root[0])
    assert np.isnan(back.joints_3d[0]).all()
    assert np.isfinite(back.joints_3d[1:]).all()


def test_the_caller_never_waits_and_drops_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Noise at 1080p takes the encoder far longer than the caller: the queue is full at once."""
    monkeypatch.setattr(recorder_module, "MAX_BYTES", 20 * 2**20)
    image = np.random.default_rng(0).integers(0, 256, (1080, 1920, 3), np.uint8)
    recording = recorder(tmp_path / "one", wait_for_room=False)
    slowest = 0.0
    for number in range(60):
        began = time.perf_counter()
        recording.add_frame(Frame(image, number, number / 30, 0))
        slowest = max(slowest, time.perf_counter() - began)
    status = recording.close()

    assert slowest < 0.1
    assert status.frames_dropped > 20
    assert status.frames_written + status.frames_dropped == 60
    assert status.error is None
    session = Session.open(tmp_path / "one")
    assert len(session) == status.frames_written
    assert session.manifest.counts["frames_dropped"] == status.frames_dropped


def test_a_file_is_waited_for_instead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recorder_module, "MAX_FRAMES", 2)
    recording = recorder(tmp_path / "one")
    for number in range(100):
        recording.add_frame(make_frame(number))
    status = recording.close()
    assert (status.frames_written, status.frames_dropped) == (100, 0)


def test_closing_twice_and_adding_after_it_is_harmless(tmp_path: Path) -> None:
    recording = recorder(tmp_path / "one")
    recording.add_frame(make_frame(0))
    assert recording.close() == recording.close()
    recording.add_frame(make_frame(1))
    recording.add_result(make_result(make_frame(1)))
    assert recording.status.frames_written == 1
    assert not [t for t in threading.enumerate() if t.name == "posecam-recorder"]


def test_a_recording_without_a_frame_is_a_session_of_none(tmp_path: Path) -> None:
    recorder(tmp_path / "one").close()
    session = Session.open(tmp_path / "one")
    assert len(session) == 0
    assert session.frames == []
    assert session.joints_2d.shape == (0, 16, 2)
    assert list(session.video_frames()) == []


@pytest.mark.parametrize("prepare", [Path.mkdir, lambda _: None])
def test_a_new_or_empty_folder_is_taken(tmp_path: Path, prepare: Callable[[Path], object]) -> None:
    prepare(tmp_path / "one")
    recorder(tmp_path / "one").close()
    assert (tmp_path / "one" / "manifest.json").exists()


def test_a_folder_that_holds_something_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "keep.txt").write_text("mine")
    with pytest.raises(SessionError, match=r"already holds something: record into a new one\.$"):
        recorder(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["keep.txt"]


def test_a_place_that_is_no_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    for place in (tmp_path / "file", tmp_path / "file" / "session"):
        with pytest.raises(SessionError, match=r"^Nothing can be recorded into .*\.$"):
            recorder(place)


def reopened(frame: Frame, opening: int) -> Frame:
    return replace(frame, opening=opening)


def test_where_the_source_was_away_is_marked_however_short_it_was(tmp_path: Path) -> None:
    recording = recorder(tmp_path / "one")
    for number in range(20):
        late = 0.4 if number >= 12 else 0.0
        frame = reopened(make_frame(number, number / 30 + late), 3 if number < 12 else 4)
        recording.add_frame(frame)
        recording.add_result(make_result(frame))
    recording.close()

    session = Session.open(tmp_path / "one")
    assert [s.first_frame for s in session.manifest.segments] == [0, 12]
    assert [s.gap for s in session.manifest.segments] == [0, pytest.approx(0.4 + 1 / 30, abs=1e-5)]
    ((last, following),) = session.gaps
    assert last == pytest.approx(session.times[11], abs=1e-5)
    assert following == pytest.approx(session.times[12], abs=1e-5)
    (summary,) = list_sessions(tmp_path)
    assert summary.gaps == 1
    frames = list(session.video_frames())
    assert [number_in(f.image) for f in frames] == list(range(20))
    assert [f.time for f in frames] == pytest.approx(session.times.tolist())


def test_another_size_alone_is_no_gap(tmp_path: Path) -> None:
    recording = recorder(tmp_path / "one")
    for number in range(4):
        recording.add_frame(make_frame(number, size=(176, 64) if number < 2 else (192, 80)))
    recording.close()
    session = Session.open(tmp_path / "one")
    assert [s.gap for s in session.manifest.segments] == [0, 0]
    assert session.gaps == ()


def test_a_recording_that_begins_after_a_reconnection_has_no_gap(tmp_path: Path) -> None:
    recording = recorder(tmp_path / "one")
    for number in range(4):
        recording.add_frame(reopened(make_frame(number + 100), 7))
    recording.close()
    assert Session.open(tmp_path / "one").gaps == ()


def test_the_exports_keep_the_times_over_a_gap_and_a_new_size(tmp_path: Path) -> None:
    """Unplugged for a second, back with another resolution: no format hides it."""
    recording = recorder(tmp_path / "one")
    seconds = [n / 30 + (1.5 if n >= 15 else 0.0) for n in range(30)]
    for number, at in enumerate(seconds):
        size = (176, 64) if number < 15 else (208, 96)
        frame = reopened(make_frame(number, at, size), int(number >= 15))
        recording.add_frame(frame)
        recording.add_result(make_result(frame))
    recording.close()

    session = posecam.open(tmp_path / "one")
    ((last, following),) = session.gaps
    assert (last, following) == pytest.approx((14 / 30, 2.0), abs=1e-5)
    written = export_session(session, list(FORMATS), tmp_path / "files")
    assert {path.suffix for path in written} >= {".csv", ".npz", ".json", ".bvh", ".trc", ".mp4"}
    arrays = np.load(tmp_path / "files" / "one.npz")
    assert arrays["times"] == pytest.approx(seconds, abs=1e-5)
    with (tmp_path / "files" / "one.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert [float(row["time_s"]) for row in rows] == pytest.approx(seconds, abs=1e-5)
    content = json.loads((tmp_path / "files" / "one.json").read_text())
    assert [f["time"] for f in content["frames"]] == pytest.approx(seconds, abs=1e-5)
    with av.open(str(tmp_path / "files" / "one.overlay.mp4")) as container:
        shown = [frame.time for frame in container.decode(video=0)]
    assert shown == pytest.approx(seconds, abs=0.002)
    note = (tmp_path / "files" / "one.bvh.txt").read_text()
    assert "0.47" in note
    assert "2.00" in note


def test_segments_of_a_later_version_are_read_without_what_is_unknown(tmp_path: Path) -> None:
    recording = recorder(tmp_path / "one")
    recording.add_frame(make_frame(0))
    recording.close()
    path = tmp_path / "one" / "manifest.json"
    content = json.loads(path.read_text())
    content["segments"][0]["codec"] = "av2"
    path.write_text(json.dumps(content))
    session = Session.open(tmp_path / "one")
    assert session.warnings == []
    assert session.manifest.segments[0].width == 176
