"""Recordings that come from elsewhere, or are damaged: nothing leads out of them, hangs or lies."""

from __future__ import annotations

import json
import os
import shutil
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from posecam.errors import SessionError
from posecam.export import FORMATS, export_session
from posecam.session import (
    Session,
    delete,
    list_sessions,
    needs_repair,
    rename,
    repair,
    set_note,
    thumbnail,
    trim,
    video,
)
from tests.posecam.session.sessions import contents, numbers, record

TAKE = Path(__file__).resolve().parents[2] / "data" / "take"
NAMES = (
    "manifest.json", "frames.jsonl", "poses.jsonl", "poses.offline.jsonl", "video.mkv",
    "index.npz", "thumbnail.jpg", "broken-lines.txt",
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A session of thirty frames beside another one."""
    record(tmp_path / "other", 5)
    return record(tmp_path / "take", 30)


def spoil(folder: Path, **values: object) -> None:
    path = folder / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **values}))


# -- links ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_a_link_in_a_session_is_never_followed(folder: Path, tmp_path: Path, name: str) -> None:
    target = tmp_path / "target"
    target.write_text("mine")
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(target)
    sentence = rf"^The session .* is not opened: {name} in it is a link\.$"
    for job in (
        lambda: Session.open(folder),
        lambda: repair(folder),
        lambda: needs_repair(folder),
        lambda: set_note(folder, "a note"),
        lambda: trim(folder, 0, 1, tmp_path / "new"),
    ):
        with pytest.raises(SessionError, match=sentence):
            job()
    assert thumbnail(folder) is None
    assert target.read_text() == "mine"
    assert not (tmp_path / "new").exists()
    assert {s.name: bool(s.problem) for s in list_sessions(tmp_path)} == {
        "take": True,
        "other": False,
    }


@pytest.mark.skipif(sys.platform == "win32", reason="no such things there")
@pytest.mark.parametrize("name", NAMES)
def test_pipes_and_endless_devices_are_not_waited_for(
    folder: Path, tmp_path: Path, name: str
) -> None:
    for make in (os.mkfifo, lambda path: Path(path).symlink_to("/dev/zero")):
        (folder / name).unlink(missing_ok=True)
        make(folder / name)
        with pytest.raises(SessionError, match="is not opened"):
            Session.open(folder)
        assert thumbnail(folder) is None
        assert len(list_sessions(tmp_path)) == 2


def test_a_session_with_a_link_can_still_be_put_away(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_text("mine")
    (folder / "video.mkv").unlink()
    (folder / "video.mkv").symlink_to(target)
    gone = delete(rename(folder, "received"))
    assert gone.bytes() < 1_000_000
    assert target.read_text() == "mine"


def test_a_link_to_the_folder_of_a_session_is_a_persons_own(folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "elsewhere"
    place.mkdir()
    (place / "linked").symlink_to(folder)
    assert [s.problem for s in list_sessions(place)] == [None]
    assert len(Session.open(place / "linked")) == 30


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_recording_is_for_its_owner_alone(folder: Path, tmp_path: Path) -> None:
    thumbnail(folder)
    new = trim(folder, 0.2, 0.5, tmp_path / "cuts" / "new")
    for place in (folder, new, new.parent):
        assert stat.S_IMODE(place.stat().st_mode) == 0o700
    files = [*folder.iterdir(), *new.iterdir()]
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


# -- the manifest --------------------------------------------------------------------------------

DEEP: Any = 1
for _ in range(200):
    DEEP = {"deeper": DEEP}

BAD_VALUES: dict[str, tuple[str, Any]] = {
    "created-null": ("created", None),
    "created-text": ("created", "yesterday"),
    "created-0001": ("created", "0001-01-01T00:00:00"),
    "source-5": ("source", 5),
    "source-name": ("source", {"name": ["x"]}),
    "source-rate": ("source", {"name": "x", "nominal_fps": [30]}),
    "source-nan": ("source", {"name": "x", "nominal_fps": float("nan")}),
    "counts-list": ("counts", []),
    "counts-text": ("counts", {"frames_written": "many"}),
    "counts-digits": ("counts", {"frames_written": 10**400}),
    "settings-list": ("settings", [1]),
    "settings-deep": ("settings", DEEP),
    "settings-height": ("settings", {"subject_height_cm": "tall"}),
    "engine-list": ("engine", {"backend": ["x"]}),
    "state": ("state", "lost"),
    "state-list": ("state", []),
    "segments-5": ("segments", 5),
    "segments-null": ("segments", [None]),
    "segments-file": ("segments", [{"file": "../../x.mkv", "width": 1, "height": 1,
                                    "first_frame": 0, "start": 0.0}]),
    "segments-size": ("segments", [{"file": "video.mkv", "width": -1, "height": 64,
                                    "first_frame": 0, "start": 0.0}]),
    "segments-keys": ("segments", [{"file": "video.mkv"}]),
    "duration-text": ("duration", "long"),
    "duration-huge": ("duration", 1e308),
    "error-5": ("error", 5),
    "note-list": ("note", ["x"]),
    "note-half": ("note", "\ud800"),
    "cut_from-5": ("cut_from", 5),
    "units-5": ("units", 5),
    "joint_names-5": ("joint_names", 5),
}  # fmt: skip


@pytest.mark.parametrize(("name", "value"), BAD_VALUES.values(), ids=BAD_VALUES)
def test_a_wrong_value_in_a_manifest_is_damage_that_repair_mends(
    folder: Path, tmp_path: Path, name: str, value: object
) -> None:
    spoil(folder, **{name: value})
    before = (folder / "manifest.json").read_bytes()
    summaries = {s.name: s for s in list_sessions(tmp_path)}
    assert summaries["take"].damage.startswith("manifest.json is damaged: ")
    assert name in summaries["take"].damage
    assert not summaries["take"].finished
    assert (summaries["other"].damage, summaries["other"].finished) == ("", True)

    session = Session.open(folder)
    assert len(session) == 30
    assert session.warnings[0] == summaries["take"].damage
    with pytest.raises(SessionError, match="repair it first"):
        set_note(folder, "a note")
    trim(folder, 0.2, 0.5, tmp_path / "new")

    assert repair(folder)[0] == summaries["take"].damage
    assert (folder / "manifest.json.damaged").read_bytes() == before
    session = Session.open(folder)
    assert session.warnings == []
    assert [s.damage for s in list_sessions(tmp_path)] == ["", "", ""]
    assert session.manifest.counts["frames_written"] == 30
    assert session.manifest.segments[0].width == 176
    assert numbers(session) == list(range(30))


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"format": "posecam session", "version": 1, "counts": ' + b"9" * 10_000 + b"}",
        b"[]",
        b"\x00" * 100,
        b" " * (9 * 2**20),
    ],
    ids=["deep list", "deep table", "digits", "list", "zeros", "large"],
)
def test_a_manifest_that_is_none_is_damage_that_repair_mends(
    folder: Path, tmp_path: Path, content: bytes
) -> None:
    (folder / "manifest.json").write_bytes(content)
    assert {s.name: s.damage for s in list_sessions(tmp_path)} == {
        "take": "manifest.json is missing or damaged.",
        "other": "",
    }
    assert len(Session.open(folder)) == 30
    repair(folder)
    assert Session.open(folder).warnings == []
    assert (folder / "manifest.json.damaged").read_bytes() == content


def test_one_folder_that_cannot_be_looked_into_hides_no_other(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = os.scandir

    def guarded(path: Any) -> Any:
        if Path(path) == folder:
            raise PermissionError(13, "Permission denied")
        return whole(path)

    monkeypatch.setattr(os, "scandir", guarded)
    problems = {s.name: s.problem for s in list_sessions(tmp_path)}
    assert problems["other"] is None
    assert problems["take"] == f"The session {folder} cannot be read: permission denied."


# -- an old session ------------------------------------------------------------------------------


def test_a_session_of_the_first_format_opens_as_before(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(TAKE, tmp_path / "take"))
    before = contents(folder)
    session = Session.open(folder)
    assert session.warnings == []
    assert (session.finished, session.offline, len(session)) == (True, True, 15)
    assert session.frame_ids.tolist() == [*range(7), *range(17, 25)]
    assert session.gaps == ((0.2, 0.566667),)
    assert session.manifest.note == "a note"
    assert session.manifest.cut_from["name"] == "whole"
    assert session.manifest.settings["subject_height_cm"] == 175.0
    assert session.joints_2d[:, 0, 0].tolist() == [*range(3, 10), *range(20, 28)]
    assert len(list(session.video_frames())) == 15
    (summary,) = list_sessions(tmp_path)
    assert (summary.finished, summary.damage, summary.problem) == (True, "", None)
    assert (summary.frames, summary.gaps) == (15, 1)
    assert not needs_repair(folder)
    assert repair(folder) == []
    assert contents(folder) == before


# -- the video -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [b"", b"no video at all", bytes(5000), b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n"],
    ids=["empty", "text", "zeros", "playlist"],
)
def test_a_video_that_is_none_is_said_and_the_poses_are_read(
    folder: Path, tmp_path: Path, content: bytes
) -> None:
    (folder / "video.mkv").write_bytes(content)
    session = Session.open(folder)
    assert session.warnings == ["The video cannot be read: video.mkv."]
    assert len(session.frames) == 30
    assert list(session.video_frames()) == []
    assert thumbnail(folder) is None
    with pytest.raises(SessionError, match=r"^The video .*video\.mkv cannot be read\.$"):
        trim(folder, 0.2, 0.5, tmp_path / "new")
    assert not (tmp_path / "new").exists()
    (folder / "manifest.json").unlink()
    repair(folder)
    assert (folder / "video.mkv").read_bytes() == content


def test_a_video_that_is_damaged_inside_is_not_cut_short_by_repair(folder: Path) -> None:
    data = bytearray((folder / "video.mkv").read_bytes())
    data[len(data) // 3 : len(data) // 2] = bytes(len(data) // 2 - len(data) // 3)
    (folder / "video.mkv").write_bytes(data)
    spoil(folder, state="recording")
    before = numbers(Session.open(folder))
    assert 5 < len(before) < 30
    repair(folder)
    assert Session.open(folder).finished
    assert numbers(Session.open(folder)) == before


def test_images_larger_than_any_cameras_are_not_decoded(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(video, "_MOST_PIXELS", 176 * 64 - 1)
    assert Session.open(folder).warnings == ["The video cannot be read: video.mkv."]
    assert list(Session.open(folder).video_frames()) == []


@pytest.mark.parametrize("size", [(1, 1), (1, 300), (3000, 1)])
def test_images_of_a_single_line_of_pixels_are_images(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    folder = record(tmp_path / "take", 10, sizes=(size,))
    session = Session.open(folder)
    assert session.warnings == []
    assert [frame.size for frame in session.video_frames()] == [size] * 10
    assert thumbnail(folder) is not None
    export_session(session, list(FORMATS), tmp_path / "out")
    assert len(Session.open(trim(folder, 0.1, 0.2, tmp_path / "new"))) == 4


@pytest.mark.parametrize("value", [None, 0.0])
def test_a_take_without_3d_is_a_sentence_in_what_needs_it(
    folder: Path, tmp_path: Path, value: float | None
) -> None:
    path = folder / "poses.jsonl"
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    for line in lines:
        line["people"][0]["joints_3d"] = [[value] * 3] * 16
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    session = Session.open(folder)
    assert session.warnings == []
    for form in ("bvh", "gltf", "usd", "c3d", "trc", "mot", "overlay", "html"):
        with pytest.raises(SessionError, match=r"The 3D poses of the session .* are empty"):
            export_session(session, [form], tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []
    assert export_session(session, ["csv", "json", "npz", "angles"], tmp_path / "out")


def test_a_video_of_a_codec_that_there_is_not_cannot_be_read(folder: Path) -> None:
    path = folder / "video.mkv"
    path.write_bytes(path.read_bytes().replace(b"V_MPEG4/ISO/AVC", b"V_MPEG9/ISO/XYZ"))
    assert Session.open(folder).warnings == ["The video cannot be read: video.mkv."]
    assert list(Session.open(folder).video_frames()) == []


def test_a_tag_that_is_no_unicode_keeps_no_video_from_being_read(folder: Path) -> None:
    path = folder / "video.mkv"
    data = path.read_bytes()
    path.write_bytes(data.replace(b"Lavc", b"L\xe4vc").replace(b"Lavf", b"L\xe4vf"))
    assert path.read_bytes() != data
    assert Session.open(folder).warnings == []
    assert numbers(Session.open(folder)) == list(range(30))
