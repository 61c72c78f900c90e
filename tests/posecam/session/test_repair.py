"""What a crash has left becomes a whole session, and nothing that can be read is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import av
import numpy as np
import pytest

from posecam.errors import SessionError
from posecam.session import Recorder, Session, list_sessions, needs_repair, repair
from tests.posecam.session.sessions import contents, edit_manifest, numbers, record

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def crashed(tmp_path: Path) -> Path:
    """Killed in the middle of an image and of a line."""
    folder = record(tmp_path / "take")
    edit_manifest(folder, state="recording", counts={}, duration=None)
    for name, lost in (("video.mkv", 400), ("poses.jsonl", 1500), ("frames.jsonl", 10)):
        path = folder / name
        path.write_bytes(path.read_bytes()[:-lost])
    return folder


def duration_us(video: Path) -> int | None:
    with av.open(str(video)) as container:
        return container.duration


def test_a_crashed_session_is_made_whole(crashed: Path) -> None:
    before = Session.open(crashed)
    images = numbers(before)
    assert len(before.warnings) == 3
    assert needs_repair(crashed)

    wrong = repair(crashed)

    assert wrong == before.warnings
    assert not needs_repair(crashed)
    after = Session.open(crashed)
    assert after.warnings == []
    assert after.finished
    assert numbers(after) == images
    assert after.frame_ids.tolist() == before.frame_ids.tolist()
    assert np.array_equal(after.joints_3d, before.joints_3d, equal_nan=True)
    assert after.manifest.duration == pytest.approx(after.duration)
    assert after.manifest.counts["frames_written"] == 89
    assert duration_us(crashed / "video.mkv") == pytest.approx(len(images) / 30 * 1e6, rel=0.02)
    (summary,) = list_sessions(crashed.parent)
    assert summary.finished
    kept = (crashed / "broken-lines.txt").read_text()
    assert kept.startswith("frames.jsonl:\n{")
    assert '\nposes.jsonl:\n{"frame":8' in kept
    assert repair(crashed) == []


def test_without_a_manifest_it_is_made_anew(tmp_path: Path) -> None:
    folder = record(tmp_path / "take", 80, sizes=((176, 64), (176, 80)))
    before = Session.open(folder)
    (folder / "manifest.json").unlink()
    assert repair(folder) == ["manifest.json is missing or damaged."]
    after = Session.open(folder)
    assert after.warnings == []
    assert after.finished
    assert after.manifest.segments == before.manifest.segments
    assert after.manifest.created
    assert numbers(after) == list(range(80))


def test_a_video_that_cannot_be_read_is_left_alone(crashed: Path) -> None:
    (crashed / "video.mkv").write_bytes(b"no video at all")
    repair(crashed)
    assert (crashed / "video.mkv").read_bytes() == b"no video at all"
    assert len(Session.open(crashed)) == 89


def test_a_whole_session_is_not_touched(tmp_path: Path) -> None:
    folder = record(tmp_path / "take", 5)
    before = contents(folder)
    assert repair(folder) == []
    assert contents(folder) == before


def test_a_session_that_is_being_recorded_is_not_repaired(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path / "now", source="", info=None, engine={}, settings={})
    try:
        assert not needs_repair(tmp_path / "now")
        with pytest.raises(SessionError, match=r"now is being recorded: stop that first\.$"):
            repair(tmp_path / "now")
    finally:
        recorder.close()


FULL = """
import resource, signal, sys
from pathlib import Path
from posecam.errors import SessionError
from posecam.session import repair
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
try:
    repair(Path(sys.argv[1]))
except SessionError as error:
    print(error)
"""


@pytest.mark.parametrize("limit", [300, 9000, 40000])
def test_no_room_to_repair_is_a_sentence_and_loses_nothing(crashed: Path, limit: int) -> None:
    before = Session.open(crashed)
    images = numbers(before)
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(crashed), str(limit)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == f"The session {crashed} cannot be repaired: file too large.\n"
    after = Session.open(crashed)
    assert numbers(after) == images
    assert np.array_equal(after.joints_3d, before.joints_3d, equal_nan=True)
    assert not [p.name for p in crashed.iterdir() if p.name.startswith(".")]
    assert repair(crashed)
    assert numbers(Session.open(crashed)) == images
