"""What holds for every session, manifest, settings file and row of times."""

from __future__ import annotations

import json
import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import fields
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from posecam import settings as settings_file
from posecam.bounds import bounds_of
from posecam.errors import SessionError
from posecam.export import FORMATS, export_session
from posecam.rate import usual_rate
from posecam.session import Session, list_sessions, repair
from posecam.session.lines import frame_line, json_line
from posecam.session.manifest import Manifest, find_manifest, write_manifest
from posecam.session.parse import growing
from posecam.settings import Settings
from posecam.skeleton import COUNT

#: The same examples every time, and no clock.
steady = settings(
    derandomize=True, max_examples=60, deadline=None, database=None,
    suppress_health_check=[HealthCheck.too_slow],
)  # fmt: skip
few = settings(steady, max_examples=12)

NUMBERS = st.one_of(
    st.none(),
    st.floats(-1e4, 1e4).map(lambda v: round(v, 2)),
    st.sampled_from([0, 0.0, 1, -1, 1e5]),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
TIMES = st.lists(st.floats(0, 1e6), max_size=12)


@contextmanager
def place() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "take"


def write(folder: Path, frames: list[bytes], poses: list[bytes]) -> None:
    folder.mkdir()
    write_manifest(folder, Manifest(created="2026-01-01T00:00:00+00:00", state="finished"))
    (folder / "frames.jsonl").write_bytes(b"".join(frames))
    (folder / "poses.jsonl").write_bytes(b"".join(poses))


def array(data: st.DataObject, *shape: int) -> Any:
    """Nested lists of numbers, some of them unknown; drawn from a few, for speed."""
    some = data.draw(st.lists(NUMBERS, min_size=1, max_size=6))
    rng = np.random.default_rng(data.draw(st.integers(0, 99)))
    return np.array(some, object)[rng.integers(len(some), size=shape)].tolist()


def person(data: st.DataObject) -> dict[str, Any]:
    scores = np.random.default_rng(data.draw(st.integers(0, 9))).random(COUNT).round(4)
    return {
        "id": data.draw(st.integers(0, 3)),
        "joints_2d": array(data, COUNT, 2),
        "joints_3d": array(data, COUNT, 3),
        "scores": scores.tolist(),
        "root": data.draw(st.none() | st.just([0.0, 0.0, 3000.0])),
        "box": None,
    }


# -- the reader ----------------------------------------------------------------------------------


@steady
@given(
    st.lists(st.integers(0, 50), unique=True, max_size=15).map(sorted),
    st.sets(st.integers(0, 14)),
    st.data(),
)
def test_what_is_written_is_read_and_what_is_damaged_is_counted(
    numbers: list[int], bad: set[int], data: st.DataObject
) -> None:
    frames = [frame_line(n, n / 30, 0, n * 33) for n in numbers]
    poses = [
        json_line({"frame": n, "time": n / 30, "skipped": 0, "people": [person(data)]})
        for n in numbers
    ]
    broken = [k for k in sorted(bad) if k < len(numbers)]
    for k in broken:
        frames[k] = json.dumps(data.draw(JSON)).encode() + b"\n"
    with place() as folder:
        write(folder, frames, poses)
        session = Session.open(folder)
        assert session.frame_ids.tolist() == numbers
        assert np.allclose(session.times, np.array(numbers) / 30)
        seen = [k for k in range(len(numbers)) if k not in broken]
        assert np.flatnonzero(session.image_places[:, 0] >= 0).tolist() == seen
        wrong = [w for w in session.warnings if "frames.jsonl" in w]
        assert bool(wrong) == bool(broken)
        assert repair(folder) == (session.warnings if broken else [])
        again = Session.open(folder)
        assert [w for w in again.warnings if "video" not in w] == []
        for field in fields(session.people):
            one, other = getattr(session.people, field.name), getattr(again.people, field.name)
            assert (one is None and other is None) or np.array_equal(one, other, equal_nan=True)


@steady
@given(st.binary(max_size=300), st.binary(max_size=300), st.lists(JSON, max_size=4))
@example(b"\xef\xbb\xbf", b"\xff\xfe", [])
def test_any_bytes_are_a_session_that_opens_and_can_be_repaired(
    frames: bytes, poses: bytes, lines: list[Any]
) -> None:
    with place() as folder:
        more = [json.dumps(line).encode() + b"\n" for line in lines]
        write(folder, [*more, frames], [*more, poses])
        session = Session.open(folder)
        assert (np.diff(session.times) >= 0).all()
        repair(folder)
        again = Session.open(folder)
        assert np.array_equal(session.frame_ids, again.frame_ids)
        assert not [w for w in again.warnings if "damaged" in w or "cut off" in w]


# -- the manifest --------------------------------------------------------------------------------


@steady
@given(st.dictionaries(st.sampled_from([f.name for f in fields(Manifest)]), JSON), st.text())
def test_any_manifest_is_read_or_refused_and_hides_no_other_session(
    values: dict[str, Any], word: str
) -> None:
    with place() as folder:
        write(folder, [frame_line(0, 0.0, 0, 0)], [])
        path = folder / "manifest.json"
        content = {**json.loads(path.read_text()), **values, word: 1}
        path.write_text(json.dumps(content), "utf-8")
        write(folder.with_name("other"), [], [])
        summaries = {s.name: s for s in list_sessions(folder.parent)}
        assert (summaries["other"].problem, summaries["other"].damage) == (None, "")
        try:
            found = find_manifest(folder)
        except SessionError:
            assert summaries["take"].problem
            return
        assert summaries["take"].damage == found.sentence
        with suppress(SessionError):  # of other joints
            repair(folder)
            repaired = find_manifest(folder)
            assert repaired.whole
            assert repaired.manifest is not None
            write_manifest(folder, repaired.manifest)
            assert find_manifest(folder) == repaired


# -- settings ------------------------------------------------------------------------------------


def chosen() -> st.SearchStrategy[Settings]:
    text = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=20)
    return st.builds(
        Settings,
        source=text.filter(lambda t: "://" not in t),
        mirror=st.booleans(),
        subject_height_cm=st.floats(*bounds_of(Settings, "subject_height_cm")),
        people=st.integers(1, int(bounds_of(Settings, "people")[1])),
        sessions_folder=text.filter(lambda t: "~" not in t and "\0" not in t),
        cameras=st.dictionaries(text, text, max_size=3),
    )


@steady
@given(chosen())
def test_settings_come_back_as_they_were(wanted: Settings) -> None:
    with place() as path:
        settings_file.save(wanted, path)
        assert settings_file.load(path) == (wanted, "")


@steady
@given(chosen(), chosen(), chosen())
def test_of_two_savers_each_keeps_what_it_changed(
    known: Settings, one: Settings, other: Settings
) -> None:
    with place() as path:
        settings_file.save(known, path)
        settings_file.save(one, path, since=known)
        settings_file.save(other, path, since=known)
        found = settings_file.load(path)[0]
    for name in ("source", "mirror", "subject_height_cm", "people", "sessions_folder"):
        values = [getattr(s, name) for s in (found, known, one, other)]
        assert values[0] == (values[3] if values[3] != values[1] else values[2])


@steady
@given(
    st.binary(max_size=200)
    | st.dictionaries(st.sampled_from([f.name for f in fields(Settings)]), JSON).map(
        lambda table: "\n".join(f"{k} = {json.dumps(v)}" for k, v in table.items()).encode()
    )
)
def test_any_settings_file_lets_the_program_start(content: bytes) -> None:
    with place() as path:
        path.write_bytes(content)
        loaded, warning = settings_file.load(path)
        loaded.sessions_path({})
        loaded.estimator_options()
        if warning:
            kept = [p for p in path.parent.iterdir() if ".bak" in p.name]
            assert [p.read_bytes() for p in kept] == [content]
        settings_file.save(loaded, path)
        tomllib.loads(path.read_text("utf-8"))


# -- times ---------------------------------------------------------------------------------------


@steady
@given(TIMES)
def test_as_many_times_as_can_be_are_kept_in_order(times: list[float]) -> None:
    kept = growing(np.array(times))
    assert (np.diff(np.array(times)[kept]) >= 0).all()
    more = combinations(times, int(kept.sum()) + 1)
    assert not any(all(a <= b for a, b in pairwise(row)) for row in more)


@steady
@given(TIMES)
def test_every_take_has_a_rate(times: list[float]) -> None:
    rate = usual_rate(np.sort(np.array(times)))
    assert np.isfinite(rate)
    assert rate > 0


# -- exports -------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", sorted(FORMATS))
@few
@given(st.lists(st.floats(0, 3).map(lambda t: round(t, 3)), min_size=1, max_size=8), st.data())
def test_every_session_is_exported_or_it_is_said_why(
    form: str, times: list[float], data: st.DataObject
) -> None:
    poses = [
        json_line(
            {
                "frame": k, "time": seconds, "skipped": 0,
                "people": [person(data) for _ in range(data.draw(st.integers(0, 2)))],
            }
        )
        for k, seconds in enumerate(sorted(times))
    ]  # fmt: skip
    with place() as folder:
        write(folder, [], poses)
        out = folder.with_name("out")
        session = Session.open(folder)
        assert len(session) == len(times)
        written: list[Path] = []
        with suppress(SessionError):
            written = export_session(session, [form], out)
        assert all(path.stat().st_size > 0 for path in written)
        # Of people who were never seen nothing is written, and no folder is made.
        assert sorted(out.iterdir() if out.exists() else ()) == sorted(written)
