"""Videos on the workers of a cluster: each whole or not there, whatever becomes of a worker."""

from __future__ import annotations

import errno
import json
import shutil
from dataclasses import replace
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from posecam import __version__
from posecam.cli import main
from posecam.cluster import ClusterError, check_workers
from posecam.commands.estimator import EngineOptions, Maker
from posecam.errors import PosecamError
from posecam.estimation.estimator import Estimator
from posecam.estimation.options import EstimatorOptions
from posecam.offline import worker
from posecam.offline.cluster import TABLE, process_on
from posecam.offline.task import MADE_FROM, Task, run
from posecam.session import Session
from tests.fakes.cluster import running
from tests.fakes.videos import beginning_of_the_demo

FRAMES = 6
#: Nothing is measured first, which on several workers at once would take long.
MAKER = Maker(EngineOptions(engine="openvino", precision="fp32"), EstimatorOptions())


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return beginning_of_the_demo(tmp_path_factory.mktemp("clip") / "clip.mkv", FRAMES)


@pytest.fixture
def task(clip: Path, tmp_path: Path) -> Task:
    video = tmp_path / "clip.mkv"
    shutil.copy(clip, video)
    return Task(str(video), str(tmp_path / "out" / "clip"), how="so")


@pytest.fixture(autouse=True)
def used_estimator(estimator: Estimator, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tasks in this process take the one that other tests have."""
    monkeypatch.setattr(worker, "estimator_of", lambda *_: estimator)


def never(_threads: int) -> Estimator:
    raise AssertionError("a worker's estimator is made once")


def test_a_video_becomes_a_session_and_a_row(task: Task) -> None:
    row = run(task, 1, never)
    assert (row.state, row.problem, row.frames, row.people) == ("done", "", FRAMES, 1)
    assert row.duration_s == pytest.approx((FRAMES - 1) / 30, abs=0.01)
    assert row.confidence is not None
    assert 0.5 < row.confidence <= 1
    assert len(row.sha256) == 64
    assert Session.open(Path(task.folder)).finished
    again = run(task, 1, never)
    assert again.state == "kept"
    assert replace(again, state="done", worked_s=row.worked_s) == row


def test_another_video_or_other_options_are_no_retry(task: Task) -> None:
    run(task, 1, never)
    before = (Path(task.folder) / MADE_FROM).read_bytes()
    assert "other options" in run(replace(task, how="otherwise"), 1, never).problem
    with Path(task.video).open("ab") as file:
        file.write(b"\0")
    assert "another video" in run(task, 1, never).problem
    assert (Path(task.folder) / MADE_FROM).read_bytes() == before


def test_what_is_no_finished_session_is_let_alone(task: Task) -> None:
    folder = Path(task.folder)
    folder.mkdir(parents=True)
    (folder / "precious.txt").write_text("mine")
    assert "no finished session" in run(task, 1, never).problem
    assert [p.name for p in folder.iterdir()] == ["precious.txt"]


def test_a_damaged_note_of_what_it_was_made_from_is_told(task: Task) -> None:
    run(task, 1, never)
    for damage in ("{", "[]", json.dumps({"how": 1}), json.dumps({"row": [], "how": 1})):
        (Path(task.folder) / MADE_FROM).write_text(damage)
        row = run(task, 1, never)
        assert row.state == "failed"
        assert MADE_FROM in row.problem


def test_a_full_disk_leaves_nothing_half(task: Task, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_folder: Path) -> None:
        raise OSError(errno.ENOSPC, "the disk is full")

    monkeypatch.setattr("posecam.session.room.check", full)
    row = run(task, 1, never)
    assert row.state == "failed"
    assert "disk is full" in row.problem
    assert list(Path(task.folder).parent.iterdir()) == []


def test_a_worker_of_another_version_is_told(task: Task) -> None:
    row = run(replace(task, version="9.9.9"), 1, never)
    assert row.problem.endswith("the task is of 9.9.9: install the same on all.")
    assert not Path(task.folder).exists()


def test_a_scheduler_that_is_not_there_is_one_sentence(
    clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("posecam.cluster._PATIENCE_S", 0.5)
    with pytest.raises(ClusterError, match=r"There is no Dask scheduler at tcp://127.0.0.1:9"):
        process_on("tcp://127.0.0.1:9", [str(clip)], tmp_path / "out", MAKER)


def test_without_its_packages_a_cluster_is_refused(
    clip: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refuse(_name: str) -> None:
        raise ImportError

    monkeypatch.setattr("posecam.cluster.importlib.import_module", refuse)
    words = ["process", str(clip), "--out", str(tmp_path / "out"), "--cluster", "local"]
    assert main(words) == 2
    assert "pip install 'posecam[cluster]'" in capsys.readouterr().err


def test_a_worker_that_is_killed_costs_the_video_that_it_was_at(clip: Path, tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    pq = pytest.importorskip("pyarrow.parquet")
    videos, out = tmp_path / "videos", tmp_path / "out"
    videos.mkdir()
    names = [f"{number}.mkv" for number in range(6)]
    for name in names:
        shutil.copy(clip, videos / name)
    killed: list[int] = []
    with running(tmp_path, workers=2) as cluster:

        def kill_one(finished: int, _of: int, _frames: int) -> None:
            if finished == 2 and not killed:
                cluster.kill(0)
                killed.append(0)

        rows = process_on(
            cluster.address,
            [str(videos / name) for name in names],
            out,
            MAKER,
            how="so",
            on_progress=kill_one,
        )
    assert killed
    assert [(row.state, row.problem) for row in rows] == [("done", "")] * len(names)
    assert sorted(p.name for p in out.iterdir()) == [*"012345", TABLE]
    assert all(len(Session.open(out / name)) == FRAMES for name in "012345")
    table = pq.read_table(out / TABLE).to_pylist()
    assert [row["video"] for row in table] == [str(videos / name) for name in names]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (PackageNotFoundError("posecam"), "tcp://b:1 has no posecam, this is"),
        ("0.0.9", "tcp://b:1 has posecam 0.0.9, this is"),
    ],
)
def test_a_worker_that_could_not_read_its_task_is_refused_before(answer: object, said: str) -> None:
    class Client:
        def run(self, *_: object, **__: object) -> dict[str, object]:
            return {"tcp://a:1": __version__, "tcp://b:1": answer}

    with pytest.raises(ClusterError, match=said):
        check_workers(Client())


def test_the_error_of_a_cluster_is_one_that_people_see() -> None:
    assert issubclass(ClusterError, PosecamError)
