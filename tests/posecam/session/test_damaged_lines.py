"""Lines and indices that cannot be: counted, passed over, and repaired by the same judge."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from posecam.session import Session, repair
from posecam.session import index as index_file
from posecam.session.lines import frame_line
from posecam.session.parse import growing
from tests.posecam.session.sessions import numbers, record


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return record(tmp_path / "take", 30)


def edit(path: Path, change: Callable[[list[bytes]], list[bytes]]) -> None:
    path.write_bytes(b"".join(change(path.read_bytes().splitlines(keepends=True))))


def put(path: Path, line: int, **values: object) -> None:
    """Change what a line says."""

    def change(lines: list[bytes]) -> list[bytes]:
        lines[line] = json.dumps({**json.loads(lines[line]), **values}).encode() + b"\n"
        return lines

    edit(path, change)


BAD_LINES: dict[str, dict[str, Any]] = {
    "time 1e7": {"time": 1e7},
    "time 1e9": {"time": 1e9},
    "time 1e308": {"time": 1e308},
    "time -5": {"time": -5},
    "time nan": {"time": "nan"},
    "time NaN": {"time": float("nan")},
    "time text": {"time": "0.3"},
    "time true": {"time": True},
    "time back": {"time": 0.01},
    "time ahead": {"time": 3000.0},
    "frame -1": {"frame": -1},
    "frame text": {"frame": "9"},
    "frame 64 bits": {"frame": 2**64},
    "frame 400 digits": {"frame": 10**400},
}


@pytest.mark.parametrize("name", ["frames.jsonl", "poses.jsonl"])
@pytest.mark.parametrize("values", BAD_LINES.values(), ids=BAD_LINES)
def test_a_bad_line_is_counted_and_passed_over_and_repaired_alike(
    folder: Path, name: str, values: dict[str, Any]
) -> None:
    put(folder / name, 9, **values)
    session = Session.open(folder)
    assert session.warnings == [f"1 damaged line of {name} is left out."]
    assert (np.diff(session.times) >= 0).all()
    assert session.times[-1] < 1
    assert len(session) == 30  # the other file knows the frame
    assert (session.image_places[9, 0] < 0) == (name == "frames.jsonl")
    assert session.estimated[9] == (name == "frames.jsonl")
    kept = (folder / name).read_bytes().splitlines()
    assert repair(folder) == session.warnings
    assert (folder / name).read_bytes().splitlines() == [*kept[:9], *kept[10:]]
    assert kept[9] in (folder / "broken-lines.txt").read_bytes()
    assert Session.open(folder).warnings == []
    assert repair(folder) == []


@pytest.mark.parametrize(
    "values",
    [
        {"video": 10_000_000},
        {"video": -1},
        {"video": 0.5},
        {"pts": -1},
        {"pts": 1e3},
        {"pts": None},
    ],
)
def test_a_place_in_the_video_that_cannot_be_is_damage(
    folder: Path, values: dict[str, Any]
) -> None:
    put(folder / "frames.jsonl", 9, **values)
    session = Session.open(folder)
    assert session.warnings == ["1 damaged line of frames.jsonl is left out."]
    assert len(session.video_paths()) == 1
    assert numbers(session) == [*range(9), *range(10, 30)]


def test_a_video_file_of_a_high_number_is_one_that_is_missing(folder: Path) -> None:
    put(folder / "frames.jsonl", 9, video=99_999)
    session = Session.open(folder)
    assert session.warnings == ["The video is missing: video_99999.mkv."]
    assert len(session.video_paths()) == 1


def person(**values: object) -> dict[str, object]:
    whole = {
        "id": 0,
        "joints_2d": [[1.0, 2.0]] * 16,
        "joints_3d": [[1.0, 2.0, 3.0]] * 16,
        "scores": [0.5] * 16,
        "root": None,
        "box": None,
    }
    return {**whole, **values}


@pytest.mark.parametrize(
    "people",
    [
        5,
        None,
        {},
        [5],
        [None],
        [person(joints_2d=[[1e30, 0.0]] * 16)],
        [person(joints_3d=[[1e300, 0.0, 0.0]] * 16)],
        [person(joints_3d=[["1", "2", "nan"]] * 16)],
        [person(joints_3d=[[True, False, True]] * 16)],
        [person(scores=[0.5] * 15)],
        [person(scores="0123456789abcdef")],
        [person(root=[1.0, 2.0], box=[1.0] * 5)],
        [person(root={"x": 1})],
        [person(id=-1)],
        [person(id="0")],
        [person(id=2**31)],
        [{"id": 0}],
    ],
)
def test_people_that_cannot_be_are_damage(folder: Path, people: object) -> None:
    put(folder / "poses.jsonl", 9, people=people)
    session = Session.open(folder)
    assert session.warnings == ["1 damaged line of poses.jsonl is left out."]
    assert np.flatnonzero(~session.estimated).tolist() == [9]
    assert repair(folder) == session.warnings
    assert Session.open(folder).warnings == []


def test_what_is_not_known_of_a_person_is_no_damage(folder: Path) -> None:
    put(folder / "poses.jsonl", 9, people=[person(joints_3d=[[None] * 3] * 16)])
    session = Session.open(folder)
    assert session.warnings == []
    assert np.isnan(session.joints_3d[9]).all()


@pytest.mark.parametrize("name", ["frames.jsonl", "poses.jsonl"])
@pytest.mark.parametrize(
    ("change", "left"),
    [
        (lambda data: b"\xef\xbb\xbf" + data, 29),
        (lambda data: data.decode().encode("utf-16"), 0),
        (lambda data: bytes(3 * 2**20) + b"\n" + data, 30),
        (lambda data: data.replace(b"\n", b"\r\n"), 30),
        (lambda data: data.replace(b"\n", b" ", 1), 28),
        (lambda data: b"[" * 50_000 + b"\n" + data, 30),
    ],
    ids=["bom", "utf-16", "zeros", "crlf", "joined", "deep"],
)
def test_reader_and_repair_agree_on_every_form_of_text(
    folder: Path, name: str, change: Callable[[bytes], bytes], left: int
) -> None:
    (folder / name).write_bytes(change((folder / name).read_bytes()))

    def count(session: Session) -> int:
        places = session.image_places[:, 0] >= 0
        return int(np.sum(places if name == "frames.jsonl" else session.estimated))

    session = Session.open(folder)
    assert count(session) == left
    wrong = list(session.warnings)
    assert repair(folder) == wrong
    session = Session.open(folder)
    assert count(session) == left
    assert session.warnings == []


def test_the_most_of_a_row_that_grows_is_kept() -> None:
    assert growing(np.array([])).tolist() == []
    assert growing(np.array([1.0, 1.0, 2.0])).all()
    values = np.array([0.0, 9.0, 1.0, 2.0, 0.5, 3.0, 3.0, -1.0])
    assert values[growing(values)].tolist() == [0.0, 1.0, 2.0, 3.0, 3.0]


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("frame_ids", lambda a: a[::-1].copy()),
        ("frame_ids", lambda a: a.astype(np.float64)),
        ("frame_ids", lambda a: a[:-1]),
        ("times", lambda a: a * np.nan),
        ("times", lambda a: a + 1e9),
        ("estimated", lambda a: a.astype(np.uint8)),
        ("images", lambda a: a.ravel()),
        ("images", lambda a: a + 10_000_000),
        ("people_frame_index", lambda a: a + 1),
        ("people_ids", lambda a: a - 1),
        ("people_joints_2d", lambda a: a[:, :3]),
        ("people_joints_2d", lambda a: a * np.float32(1e30)),
        ("people_scores", lambda a: a.astype(object)),
        ("about", lambda _: np.array("[]")),
        ("about", lambda _: np.array(5)),
    ],
)
def test_an_index_that_cannot_be_is_thrown_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, change: Callable[[Any], Any]
) -> None:
    monkeypatch.setattr(index_file, "_WORTH_IT", 1)
    folder = record(tmp_path / "take", 30)
    path = folder / "index.npz"
    with np.load(path) as kept:
        arrays = {key: kept[key] for key in kept.files}
    whole = path.read_bytes()
    arrays[name] = change(arrays[name])
    np.savez(path, **arrays)
    session = Session.open(folder)
    assert session.warnings == []
    assert numbers(session) == list(range(30))
    assert path.read_bytes()[:100] == whole[:100]  # made anew
    np.savez_compressed(path, **{**arrays, name: np.zeros(10**7)})
    assert len(Session.open(folder)) == 30


def test_a_video_file_for_every_frame_is_read_in_no_time(tmp_path: Path) -> None:
    folder = record(tmp_path / "take", 3)
    lines = [frame_line(k, k / 30, k, 0) for k in range(40_000)]
    (folder / "frames.jsonl").write_bytes(b"".join(lines))
    session = Session.open(folder)
    assert len(list(session.images())) == 40_000
    assert len(list(session.video_frames())) == 1
