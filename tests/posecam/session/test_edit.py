"""Trimming, renaming, noting, deleting: nothing is lost, and the source stays as it was."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import av
import numpy as np
import pytest

from posecam.errors import SessionError
from posecam.session import (
    Deleted,
    Recorder,
    Session,
    delete,
    list_sessions,
    rename,
    restore,
    set_note,
    thumbnail,
    trim,
)
from posecam.session.edit import empty_trash, trashed
from tests.fakes.people import make_frame, make_result
from tests.posecam.session.sessions import contents, edit_manifest, numbers, record

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return record(tmp_path / "take")


@pytest.mark.parametrize(
    ("first", "last"), [(0, 89), (1, 2), (29, 61), (30, 30), (31, 40), (45, 89), (59, 60), (88, 89)]
)
def test_a_trimmed_session_has_every_image_and_pose_of_the_stretch(
    folder: Path, tmp_path: Path, first: int, last: int
) -> None:
    before = contents(folder)
    out = trim(folder, first / 30, last / 30, tmp_path / "cut")

    assert out == tmp_path / "cut"
    assert contents(folder) == before
    whole, cut = Session.open(folder), Session.open(out)
    kept = slice(first, last + 1)
    assert cut.warnings == []
    assert cut.finished
    assert numbers(cut) == list(range(first, last + 1))
    assert cut.frame_ids.tolist() == list(range(last - first + 1))
    assert cut.times == pytest.approx(whole.times[kept] - whole.times[first], abs=2e-6)
    assert np.array_equal(cut.joints_3d, whole.joints_3d[kept])
    assert np.array_equal(cut.joints_2d, whole.joints_2d[kept])
    assert [f.frame_id for f in cut.video_frames()] == cut.frame_ids.tolist()
    assert cut.manifest.cut_from["name"] == "take"
    assert cut.manifest.engine == whole.manifest.engine
    assert cut.manifest.duration == pytest.approx(cut.duration)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["cut", "take"]


def test_a_player_finds_nothing_of_what_was_cut_off(folder: Path, tmp_path: Path) -> None:
    out = trim(folder, 41 / 30, 70 / 30, tmp_path / "cut")
    with av.open(str(out / "video.mkv")) as container:
        frames = list(container.decode(video=0))
        assert container.duration == pytest.approx(1e6, rel=0.05)
    assert len(frames) == 30
    assert frames[0].pts == 0


def test_from_the_first_key_frame_on_the_images_are_copied_bit_by_bit(
    folder: Path, tmp_path: Path
) -> None:
    def packets(path: Path) -> list[bytes]:
        with av.open(str(path)) as container:
            return [bytes(p) for p in container.demux(video=0) if p.size]

    out = trim(folder, 20 / 30, 80 / 30, tmp_path / "cut")
    assert packets(out / "video.mkv")[10:] == packets(folder / "video.mkv")[30:81]


def test_a_video_of_another_encoder_is_compressed_anew(folder: Path, tmp_path: Path) -> None:
    """With key frames elsewhere and images that lean on later ones."""
    other = tmp_path / "other.mkv"
    with av.open(str(folder / "video.mkv")) as old, av.open(str(other), "w") as new:
        options = {"preset": "fast", "bf": "2", "g": "25"}
        stream = new.add_stream("libx264", rate=30, options=options)
        stream.width, stream.height, stream.pix_fmt = 176, 64, "yuv420p"
        for frame in old.decode(video=0):
            new.mux(stream.encode(frame))
        new.mux(stream.encode(None))
    other.replace(folder / "video.mkv")
    assert numbers(Session.open(folder)) == list(range(90))
    out = trim(folder, 33 / 30, 77 / 30, tmp_path / "cut")
    assert numbers(Session.open(out)) == list(range(33, 78))


def test_several_video_files_and_the_gap_between_them(tmp_path: Path) -> None:
    folder = record(
        tmp_path / "take", 180, away=range(60, 120), sizes=((176, 64), (176, 80), (175, 63))
    )
    whole = Session.open(folder)
    assert len(whole.gaps) == 1
    out = trim(folder, 50 / 30, 150 / 30, tmp_path / "cut")
    cut = Session.open(out)
    assert numbers(cut) == [*range(50, 60), *range(120, 151)]
    assert cut.frame_ids.tolist() == [*range(10), *range(70, 101)]
    assert np.array(cut.gaps) == pytest.approx(np.array([[9 / 30, 70 / 30]]), abs=1e-5)
    assert cut.warnings == []
    sizes = {frame.size for frame in cut.video_frames()}
    assert sizes == {(176, 64), (175, 63)}
    late = Session.open(trim(folder, 130 / 30, 150 / 30, tmp_path / "late"))
    assert late.gaps == ()
    assert numbers(late) == list(range(130, 151))


def test_a_cut_of_a_cut(folder: Path, tmp_path: Path) -> None:
    once = trim(folder, 10 / 30, 70 / 30, tmp_path / "once")
    twice = trim(once, 15 / 30, 40 / 30, tmp_path / "twice")
    assert numbers(Session.open(twice)) == list(range(25, 51))


def test_without_a_video_the_poses_are_trimmed(folder: Path, tmp_path: Path) -> None:
    (folder / "video.mkv").unlink()
    cut = Session.open(trim(folder, 1, 2, tmp_path / "cut"))
    assert len(cut) == 31
    assert np.isfinite(cut.joints_3d).all()


def test_an_unfinished_session_is_trimmed_too(folder: Path, tmp_path: Path) -> None:
    edit_manifest(folder, state="recording", counts={}, duration=None)
    video = folder / "video.mkv"
    video.write_bytes(video.read_bytes()[:-3000])
    have = numbers(Session.open(folder))
    cut = Session.open(trim(folder, 1, 99, tmp_path / "cut"))
    assert numbers(cut) == have[30:]
    assert len(cut) == 60


def test_what_cannot_be_trimmed_is_a_sentence(folder: Path, tmp_path: Path) -> None:
    before = contents(folder)
    with pytest.raises(SessionError, match=r"has no frame between 7\.00 and 8\.00 s\.$"):
        trim(folder, 8, 7, tmp_path / "cut")
    with pytest.raises(SessionError, match=r"take is there already and was not replaced\.$"):
        trim(folder, 0, 1, folder)
    with pytest.raises(SessionError, match=r"^There is no session folder"):
        trim(tmp_path / "gone", 0, 1, tmp_path / "cut")
    assert contents(folder) == before
    assert [p.name for p in tmp_path.iterdir()] == ["take"]


FULL = """
import resource, signal, sys
from pathlib import Path
from posecam.errors import SessionError
from posecam.session import trim
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]),) * 2)
try:
    trim(Path(sys.argv[1]), 0.5, 2.5, Path(sys.argv[2]))
except SessionError as error:
    print(error)
"""


@pytest.mark.parametrize("limit", [300, 5000, 20000])
def test_no_room_for_a_cut_is_a_sentence_and_leaves_nothing(
    folder: Path, tmp_path: Path, limit: int
) -> None:
    before = contents(folder)
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(folder), str(tmp_path / "cut"), str(limit)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == f"{tmp_path / 'cut'} cannot be written: file too large.\n"
    assert contents(folder) == before
    assert [p.name for p in tmp_path.iterdir()] == ["take"]


def test_renaming(folder: Path, tmp_path: Path) -> None:
    record(tmp_path / "taken", 2)
    new = rename(folder, "  Squats, third try ")
    assert new == tmp_path / "Squats, third try"
    assert Session.open(new).name == "Squats, third try"
    assert rename(new, "Squats, third try") == new
    for name in ("", "  ", "a/b", "a\\b", "..", ".hidden", "a\nb", "x" * 200, "end."):
        with pytest.raises(SessionError, match=r"^A session's name "):
            rename(new, name)
    with pytest.raises(SessionError, match=r'^There is already a session "taken"\.$'):
        rename(new, "taken")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["Squats, third try", "taken"]


def test_a_note_is_kept_and_listed(folder: Path) -> None:
    before = contents(folder)
    set_note(folder, "  the left knee hurts\n")
    assert Session.open(folder).manifest.note == "the left knee hurts"
    assert list_sessions(folder.parent)[0].note == "the left knee hurts"
    set_note(folder, "")
    after = contents(folder)
    assert before.keys() == after.keys()
    assert all(after[name] == before[name] for name in before if name != "manifest.json")
    (folder / "manifest.json").unlink()
    with pytest.raises(SessionError, match=r"has no manifest that can be read: repair it first\.$"):
        set_note(folder, "lost")


def test_what_was_deleted_can_be_brought_back(folder: Path, tmp_path: Path) -> None:
    before = contents(folder)
    deleted = delete(folder)
    assert list_sessions(tmp_path) == []
    assert trashed(tmp_path) == [deleted]
    again = record(folder, 3)
    with pytest.raises(SessionError, match=r'^There is a new session "take": rename it first\.$'):
        restore(deleted)
    second = delete(again)
    assert trashed(tmp_path) == [second, deleted]
    assert restore(deleted) == folder
    assert contents(folder) == before
    (second.folder.parent / "not ours").mkdir()
    assert trashed(tmp_path) == [second]
    empty_trash(trashed(tmp_path))
    assert trashed(tmp_path) == []
    assert [path.name for path in second.folder.parent.iterdir()] == ["not ours"]
    with pytest.raises(SessionError, match=r"^away is not in the trash any more\.$"):
        restore(Deleted(tmp_path / "away", second.folder))


def test_the_trash_knows_when_and_how_much_and_goes_when_it_is_empty(
    folder: Path, tmp_path: Path
) -> None:
    size = sum(len(content) for content in contents(folder).values())
    (outside := tmp_path / "outside").mkdir()
    (outside / "kept").write_text("kept")
    (tmp_path / "link").symlink_to(outside)
    deleted = delete(folder)
    link = delete(tmp_path / "link")
    assert (deleted.bytes(), link.bytes()) == (size, 0)
    assert abs((deleted.when - datetime.now().astimezone()).total_seconds()) < 60
    empty_trash([link, deleted])
    assert not (tmp_path / ".trash").exists()
    assert (outside / "kept").exists()


def test_what_cannot_be_removed_from_the_trash_is_a_sentence(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deleted = delete(folder)

    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("posecam.session.edit.shutil.rmtree", refuse)
    with pytest.raises(SessionError, match=r"^take cannot be removed from the trash: permission"):
        empty_trash([deleted])
    assert restore(deleted) == folder


def test_sessions_from_elsewhere_are_listed_among_the_others(folder: Path, tmp_path: Path) -> None:
    other = record(tmp_path / "far" / "other", 2)
    gone = tmp_path / "far" / "gone"
    found = list_sessions(tmp_path, [other, gone, folder, tmp_path / "far"])
    assert [s.name for s in found] == ["other", "take"]
    assert [s.folder for s in list_sessions(tmp_path / "none", [folder])] == [folder]


def test_a_session_that_is_being_recorded_is_let_alone(tmp_path: Path) -> None:
    folder = tmp_path / "now"
    recorder = Recorder(folder, source="camera 0", info=None, engine={}, settings={})
    try:
        assert list_sessions(tmp_path)[0].recording
        for change in (
            lambda: rename(folder, "then"),
            lambda: set_note(folder, "now"),
            lambda: delete(folder),
        ):
            with pytest.raises(SessionError, match=r"now is being recorded: stop that first\.$"):
                change()
        frame = make_frame(0)
        recorder.add_frame(frame)
        recorder.add_result(make_result(frame))
    finally:
        status = recorder.close()
    assert status.error is None
    assert not list_sessions(tmp_path)[0].recording
    assert len(Session.open(rename(folder, "then"))) == 1


def test_a_small_image_is_drawn_once(folder: Path) -> None:
    path = thumbnail(folder)
    assert path == folder / "thumbnail.jpg"
    made = path.stat().st_mtime_ns
    assert path.read_bytes()[:2] == b"\xff\xd8"
    assert thumbnail(folder) == path
    assert path.stat().st_mtime_ns == made
    assert Session.open(folder).warnings == []


def test_without_an_image_there_is_no_small_one(folder: Path, tmp_path: Path) -> None:
    (folder / "video.mkv").unlink()
    assert thumbnail(folder) is None
    assert thumbnail(tmp_path / "gone") is None
    assert thumbnail(record(tmp_path / "nothing", 0)) is None
