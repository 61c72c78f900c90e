"""Sessions looked at again on the workers of a cluster, whatever becomes of worker and disk."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from posecam.cli import main
from posecam.commands.estimator import EngineOptions, Maker
from posecam.estimation.estimator import Estimator
from posecam.estimation.options import EstimatorOptions
from posecam.offline import worker
from posecam.offline.batch import sessions_in
from posecam.offline.cluster import SESSIONS_TABLE, process_on, reprocess_on, table_of
from posecam.offline.process import process
from posecam.offline.reprocess_task import REPROCESSED_FROM, SessionTask, run
from posecam.session import Session
from posecam.session.manifest import OFFLINE_POSES, POSES
from tests.fakes.cluster import running
from tests.fakes.small_disk import can_make_one, seen_by
from tests.fakes.videos import beginning_of_the_demo

FRAMES = 6
#: Nothing is measured first, which on several workers at once would take long.
MAKER = Maker(EngineOptions(engine="openvino", precision="fp32"), EstimatorOptions())


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return beginning_of_the_demo(tmp_path_factory.mktemp("clip") / "clip.mkv", FRAMES)


@pytest.fixture(scope="module")
def recorded(clip: Path, estimator: Estimator) -> Path:
    estimator.reset()
    return process(str(clip), clip.parent / "take", estimator).folder


@pytest.fixture
def take(recorded: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(recorded, tmp_path / "takes" / "take"))


@pytest.fixture(autouse=True)
def used_estimator(estimator: Estimator, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tasks in this process take the one that other tests have."""
    monkeypatch.setattr(worker, "estimator_of", lambda *_: estimator)


def never(_threads: int) -> Estimator:
    raise AssertionError("a worker's estimator is made once")


def test_a_session_gets_new_poses_and_a_row_and_keeps_both(take: Path) -> None:
    task = SessionTask(str(take), how="so")
    row = run(task, 1, never)
    assert (row.state, row.problem, row.frames, row.frames_live) == ("done", "", FRAMES, FRAMES)
    assert row.frames_with_person == FRAMES
    assert row.people == 1
    assert Session.open(take).result == "offline"
    before = (take / OFFLINE_POSES).stat().st_mtime_ns
    again = run(task, 1, never)
    assert replace(again, state="done", worked_s=row.worked_s) == row
    assert again.state == "kept"
    assert (take / OFFLINE_POSES).stat().st_mtime_ns == before, "nothing was written"


@pytest.mark.parametrize(
    "change",
    [{"how": "otherwise"}, {"solved": False}, {"options": {"smoothness": 0.2}}],
    ids=["network", "solver", "options"],
)
def test_another_network_or_other_options_make_it_again(
    take: Path, change: Mapping[str, Any]
) -> None:
    task = SessionTask(str(take), how="so")
    assert run(task, 1, never).state == "done"
    assert run(replace(task, **change), 1, never).state == "done"
    assert run(replace(task, **change), 1, never).state == "kept"


def test_what_is_not_what_was_made_is_made_again(take: Path) -> None:
    task = SessionTask(str(take), how="so")
    run(task, 1, never)
    made = (take / OFFLINE_POSES).read_bytes()
    (take / OFFLINE_POSES).write_bytes(made[: len(made) // 2])
    assert run(task, 1, never).state == "done"
    assert (take / OFFLINE_POSES).read_bytes() == made
    (take / OFFLINE_POSES).unlink()
    assert run(task, 1, never).state == "done"
    for damage in ("{", "[]", json.dumps({"how": 1})):
        (take / REPROCESSED_FROM).write_text(damage)
        assert run(task, 1, never).state == "done"
    lines = (take / POSES).read_bytes().splitlines(keepends=True)
    (take / POSES).write_bytes(b"".join(lines[:-1]))
    assert run(task, 1, never).frames_live == FRAMES - 1


def test_what_is_no_session_is_told(tmp_path: Path) -> None:
    row = run(SessionTask(str(tmp_path / "none"), how="so"), 1, never)
    assert (row.state, row.frames) == ("failed", 0)
    assert "none" in row.problem
    wrong = run(SessionTask(str(tmp_path), how="so", version="9.9.9"), 1, never)
    assert wrong.problem.endswith("install the same on all.")


def test_a_folder_of_sessions_stands_for_them(take: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(take, take.with_name("another")))
    (take.parent / "notes").mkdir()
    assert sessions_in([take.parent]) == [other, take]
    assert sessions_in([take, take, tmp_path / "none"]) == [take, tmp_path / "none"]
    assert table_of([take, other]) == take.parent / SESSIONS_TABLE


def test_a_worker_that_is_killed_costs_the_session_that_it_was_at(
    recorded: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("distributed")
    pq = pytest.importorskip("pyarrow.parquet")
    takes = [Path(shutil.copytree(recorded, tmp_path / "takes" / name)) for name in "abcd"]
    killed: list[int] = []
    with running(tmp_path, workers=2) as cluster:

        def kill_one(_finished: int, _of: int, _frames: int) -> None:
            if not killed:
                cluster.kill(0)
                killed.append(0)

        rows = reprocess_on(cluster.address, takes, MAKER, how="so", on_progress=kill_one)
        # Who was killed may have been done, and its session is then found as it is.
        assert all(row.state in ("done", "kept") and not row.problem for row in rows)
        assert len(rows) == 4
        assert all(Session.open(take).result == "offline" for take in takes)
        assert not list(tmp_path.glob("takes/*/.part*"))
        table = pq.read_table(tmp_path / "takes" / SESSIONS_TABLE).to_pylist()
        assert [row["session"] for row in table] == [str(take) for take in takes]
        words = ["reprocess", str(tmp_path / "takes"), "--cluster", cluster.address]
        fixed = ["--engine", "openvino", "--precision", "fp32", "--no-solve"]
        assert main([*words, *fixed]) == 0
        assert "4 done, 0 there already, 0 failed" in capsys.readouterr().out


@pytest.mark.skipif(not can_make_one(), reason="this system mounts no small disk for a person")
def test_a_full_disk_of_a_worker_leaves_nothing_half_and_is_made_up_for(
    recorded: Path, clip: Path, tmp_path: Path
) -> None:
    pytest.importorskip("distributed")
    pytest.importorskip("pyarrow")
    out = tmp_path / "out"
    take = Path(shutil.copytree(recorded, out / "take"))
    with running(tmp_path, workers=0) as cluster:
        cluster.start_worker(full=out)
        (video,) = process_on(cluster.address, [str(clip)], out, MAKER)
        (session,) = reprocess_on(cluster.address, [take], MAKER)
        assert (video.state, session.state) == ("failed", "failed")
        assert "disk is full" in video.problem
        assert "cannot be written: no space left on device" in session.problem
        there = seen_by(cluster.workers[0].pid, out)
        assert sorted(p.name for p in there.iterdir()) == ["filler", "take"]
        assert not (there / "take" / OFFLINE_POSES).exists()
        assert not list((there / "take").glob(".part*"))
        cluster.start_worker()
        cluster.kill(0)
        (session,) = reprocess_on(cluster.address, [take], MAKER)
    assert (session.state, Session.open(take).result) == ("done", "offline")
