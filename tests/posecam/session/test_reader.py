"""Sessions that are not as they should be."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from posecam.errors import SessionError
from posecam.session import Recorder, Session, list_sessions
from tests.fakes.people import make_frame, make_result


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A session of 30 frames with one person in each."""
    return make_session(tmp_path / "one", 30)


def make_session(folder: Path, frames: int, created: datetime | None = None) -> Path:
    recorder = Recorder(
        folder,
        source="camera 0",
        info=None,
        engine={},
        settings={},
        started_wall=created,
        wait_for_room=True,
    )
    for number in range(frames):
        frame = make_frame(number)
        recorder.add_frame(frame)
        recorder.add_result(make_result(frame))
    assert recorder.close().error is None
    return folder


def rewrite(path: Path, change: Callable[[list[bytes]], list[bytes]]) -> None:
    path.write_bytes(b"".join(change(path.read_bytes().splitlines(keepends=True))))


def edit_manifest(folder: Path, **changes: object) -> None:
    path = folder / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **changes}))


def test_a_cut_last_line_is_left_out(folder: Path) -> None:
    rewrite(folder / "poses.jsonl", lambda lines: [*lines[:-1], lines[-1][:100]])
    session = Session.open(folder)
    assert session.warnings == ["The last line of poses.jsonl was cut off and is left out."]
    assert len(session) == 30
    assert [bool(people) for people in session.frames] == [True] * 29 + [False]


def test_broken_lines_in_the_middle_are_left_out(folder: Path) -> None:
    rewrite(
        folder / "poses.jsonl",
        lambda lines: [*lines[:5], b"\xff\xfe garbage\n", b"[]\n", b'{"frame": 6}\n', *lines[7:]],
    )
    session = Session.open(folder)
    assert session.warnings == ["3 damaged lines of poses.jsonl are left out."]
    assert [i for i, people in enumerate(session.frames) if not people] == [5, 6]


def test_without_a_manifest_the_poses_are_still_read(folder: Path) -> None:
    (folder / "manifest.json").unlink()
    session = Session.open(folder)
    assert session.warnings == ["manifest.json is missing or damaged."]
    assert len(session.frames) == 30
    assert len(list(session.video_frames())) == 30


@pytest.mark.parametrize("content", [b"", b"{", b"[1]"])
def test_a_damaged_manifest_is_as_none(folder: Path, content: bytes) -> None:
    (folder / "manifest.json").write_bytes(content)
    session = Session.open(folder)
    assert session.warnings == ["manifest.json is missing or damaged."]
    assert len(session) == 30


def test_without_the_video_the_poses_are_still_read(folder: Path) -> None:
    (folder / "video.mkv").unlink()
    session = Session.open(folder)
    assert session.warnings == ["The video is missing: video.mkv."]
    assert list(session.video_frames()) == []
    assert len(session.frames) == 30


def test_a_cut_video_gives_its_beginning(folder: Path) -> None:
    video = folder / "video.mkv"
    video.write_bytes(video.read_bytes()[: video.stat().st_size // 2])
    frames = list(Session.open(folder).video_frames())
    assert 5 < len(frames) < 25
    assert [f.frame_id for f in frames] == list(range(len(frames)))


def test_without_frames_the_poses_are_still_read(folder: Path) -> None:
    (folder / "frames.jsonl").unlink()
    session = Session.open(folder)
    assert "frames.jsonl is missing." in session.warnings
    assert session.frame_ids.tolist() == list(range(30))


def test_an_unfinished_session_says_so(folder: Path) -> None:
    edit_manifest(folder, state="recording", counts={}, duration=None)
    session = Session.open(folder)
    assert not session.finished
    assert session.warnings == ["The recording was not finished: its last moments may be missing."]
    (summary,) = list_sessions(folder.parent)
    assert not summary.finished
    assert summary.frames == 30
    assert summary.duration == pytest.approx(29 / 30, abs=1e-5)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"version": 99}, r"by a later version of posecam \(format 99; this one reads up to 1\)"),
        ({"format": "something else"}, r"is not a session of posecam"),
        ({"joint_names": ["nose"]}, r"has other joints than this posecam knows\.$"),
    ],
)
def test_another_kind_of_session_is_a_sentence(
    folder: Path, changes: dict[str, object], sentence: str
) -> None:
    edit_manifest(folder, **changes)
    with pytest.raises(SessionError, match=sentence):
        Session.open(folder)


def test_what_is_no_session_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SessionError, match=r"^There is no session folder .*gone\.$"):
        Session.open(tmp_path / "gone")
    with pytest.raises(SessionError, match=r"is not a session: it holds no manifest\.json and no"):
        Session.open(tmp_path)


def test_unknown_keys_of_the_manifest_are_ignored(folder: Path) -> None:
    edit_manifest(folder, later_addition=1)
    assert Session.open(folder).warnings == []


def test_sessions_are_listed_newest_first(tmp_path: Path) -> None:
    now = datetime.now().astimezone()
    make_session(tmp_path / "a", 10, now)
    make_session(tmp_path / "b", 20, now - timedelta(hours=1))
    make_session(tmp_path / ".part.c", 5, now)
    (tmp_path / "not one").mkdir()
    (tmp_path / "file.txt").touch()

    first, second = list_sessions(tmp_path)

    assert (first.name, second.name) == ("a", "b")
    assert (first.frames, second.frames) == (10, 20)
    assert first.created == now.replace(microsecond=now.microsecond // 1000 * 1000)
    assert first.source == "camera 0"
    assert first.finished
    assert first.duration == pytest.approx(0.3, abs=1e-5)
    assert first.bytes > 1000
    assert first.problem is None


def test_a_later_session_is_listed_with_its_problem(folder: Path) -> None:
    edit_manifest(folder, version=99)
    (summary,) = list_sessions(folder.parent)
    assert summary.problem is not None
    assert "later version" in summary.problem


def test_a_folder_of_sessions_that_is_not_there_has_none(tmp_path: Path) -> None:
    assert list_sessions(tmp_path / "gone") == []


def test_every_frame_knows_the_place_of_its_image(folder: Path) -> None:
    rewrite(folder / "frames.jsonl", lambda lines: [*lines[:10], *lines[11:]])
    places = Session.open(folder).image_places
    assert places.shape == (30, 2)
    assert places[10].tolist() == [-1, -1]  # its poses are there, its image is not
    assert places[[0, 9, 29]].tolist() == [[0, 0], [0, 300], [0, 967]]
