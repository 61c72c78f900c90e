"""The index beside the lines: as they are, or not used."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from posecam.cli import main
from posecam.measure.sessions import make_session
from posecam.session import People, Session, index
from tests.fakes.people import make_frame, make_result
from tests.posecam.session.sessions import contents, numbers, record

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(autouse=True)
def any_length(monkeypatch: pytest.MonkeyPatch) -> None:
    """An index for short sessions too."""
    monkeypatch.setattr(index, "_WORTH_IT", 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return record(tmp_path / "take", 180, away=range(60, 120), unlooked=range(20, 30))


def same(one: Session, other: Session) -> bool:
    arrays = [(getattr(one, n), getattr(other, n)) for n in ("frame_ids", "times", "estimated")]
    names = [f.name for f in fields(People)]
    said = [[n for n in names if getattr(s.people, n) is not None] for s in (one, other)]
    arrays += [(getattr(one.people, n), getattr(other.people, n)) for n in said[0]]
    return (
        said[0] == said[1]
        and all(np.array_equal(a, b, equal_nan=True) and a.dtype == b.dtype for a, b in arrays)
        and one.warnings == other.warnings
        and list(one.images()) == list(other.images())
    )


def parsed(folder: Path) -> Session:
    """The session from its lines alone."""
    index.forget(folder)
    return Session.open(folder)


def test_a_recording_leaves_an_index_that_says_what_the_lines_say(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (folder / "index.npz").exists()
    with monkeypatch.context() as patch:
        patch.setattr(index, "parse_lines", pytest.fail)
        quick = Session.open(folder)
        images = numbers(quick)
    assert images == [*range(60), *range(120, 180)]
    assert quick.estimated.sum() == 110
    assert same(quick, parsed(folder))
    with pytest.raises(ValueError, match="read-only"):
        quick.people.joints_3d[0] = 0


@pytest.mark.parametrize("name", ["poses.jsonl", "frames.jsonl"])
def test_lines_that_have_changed_are_read_again(folder: Path, name: str) -> None:
    lines = (folder / name).read_bytes().splitlines(keepends=True)
    (folder / name).write_bytes(b"".join([*lines[:50], b"garbage\n", *lines[51:]]))
    session = Session.open(folder)
    assert session.warnings == [f"1 damaged line of {name} is left out."]
    assert same(session, parsed(folder))
    assert Session.open(folder).warnings == session.warnings  # from the new index


def test_a_change_that_keeps_the_size_is_noticed(folder: Path) -> None:
    path = folder / "poses.jsonl"
    text = path.read_bytes()
    path.write_bytes(text.replace(b'"id":0', b'"id":7', 1))
    os.utime(path, ns=(1, 1))
    assert Session.open(folder).people.ids[0] == 7


@pytest.mark.parametrize("damage", [b"", b"PK", None])
def test_a_damaged_index_is_made_anew(folder: Path, damage: bytes | None) -> None:
    path = folder / "index.npz"
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2] if damage is None else damage)
    assert len(Session.open(folder)) == 120
    assert path.read_bytes()[:2] == b"PK"
    assert path.stat().st_size == len(whole)


def test_a_folder_that_cannot_be_written_is_read_all_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.forget(folder)
    before = contents(folder)

    def full(*_args: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(np, "savez", full)
    assert len(Session.open(folder)) == 120
    assert contents(folder) == before


def test_lines_of_a_strange_form_are_counted_one_by_one(folder: Path) -> None:
    path = folder / "poses.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    lines[3] = lines[3].replace(b'"scores":[', b'"scores":[1.0,')
    lines[4] = lines[4].replace(b'"people":[', b'"people":[7,')
    lines[5] = lines[5].replace(b'"time":', b'"tim":')
    lines[6] = lines[6].replace(b'"root":[1.5,2.5,3000.0]', b'"root":null')
    path.write_bytes(b"".join(lines))
    session = Session.open(folder)
    assert session.warnings == ["3 damaged lines of poses.jsonl are left out."]
    assert np.flatnonzero(~session.estimated[:10]).tolist() == [3, 4, 5]
    assert np.isnan(session.roots[6]).all()
    assert np.isfinite(session.joints_3d[6]).all()
    assert make_result(make_frame(7)).poses[0].joints_2d[0, 0] == session.joints_2d[7, 0, 0]


def test_of_several_lines_of_a_frame_the_last_counts(folder: Path) -> None:
    once = Session.open(folder)
    for name in ("frames.jsonl", "poses.jsonl"):
        lines = (folder / name).read_bytes().splitlines(keepends=True)
        old = [lines[5].replace(b'"id":0', b'"id":9').replace(b'"time":0.1', b'"time":0.7')]
        (folder / name).write_bytes(b"".join([*lines[40:], *old, *lines[:40], lines[7]]))
    assert same(once, Session.open(folder))


def test_numbers_beyond_all_bounds_are_left_out(folder: Path) -> None:
    huge = str(2**63).encode()
    for name in ("frames.jsonl", "poses.jsonl"):
        lines = (folder / name).read_bytes().splitlines(keepends=True)
        lines[3] = lines[3].replace(b'"frame":3', b'"frame":' + huge)
        (folder / name).write_bytes(b"".join(lines))
    session = Session.open(folder)
    assert 3 not in session.frame_ids
    assert len(session) == 119
    assert session.warnings == [
        "1 damaged line of frames.jsonl is left out.",
        "1 damaged line of poses.jsonl is left out.",
    ]


def test_a_session_made_to_measure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = make_session(tmp_path / "walk", 0.4)
    session = Session.open(folder)
    assert session.warnings == []
    assert len(session) == 720
    assert [f.frame_id for f in session.video_frames()] == list(range(720))
    assert main(["bench", str(folder), "--session", "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["frames"] == 720
    assert 0 < result["open_s"] < result["first_open_s"]
    assert main(["bench", "0", "--session"]) == 2
    assert "make it 1 to 240" in capsys.readouterr().err


def test_half_an_hour_opens_within_a_second_in_little_memory() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "posecam", "bench", "30", "--session", "--json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    result = json.loads(done.stdout)
    assert result["frames"] == 54_000
    assert result["open_s"] < 1
    assert result["first_open_s"] < 2  # without its index; 0.6 s on a calm machine
    assert result["step_ms"]["median"] < 500
    assert result["memory_mb"] < 500
