"""Images on the workers of a cluster: the same as without, whatever becomes of worker and disk."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from posecam.errors import PosecamError
from tests.fakes.cluster import Cluster, running
from tests.fakes.small_disk import can_make_one, seen_by
from training.synthesis import generate, on_cluster
from training.synthesis.__main__ import main
from training.synthesis.generate import Job, Machine, part_of
from training.synthesis.on_cluster import TABLE

ONE = Machine(workers=1)


@pytest.fixture(autouse=True)
def small_chunks(bodies_path: Path, can_render: None, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    pytest.importorskip("pyarrow")
    monkeypatch.setenv("POSECAM_TRAINING_CACHE", str(bodies_path.parent))
    monkeypatch.setattr(generate, "CHUNK", 2)


def killing_one(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Kill the first worker once a chunk is done."""
    killed: list[int] = []

    def merge_is_due(_fresh: int, _made: float, _chunk: int) -> bool:
        if not killed:
            cluster.kill(0)
            killed.append(0)
        return True

    monkeypatch.setattr(on_cluster, "merge_is_due", merge_is_due)
    return killed


def test_a_worker_that_is_killed_costs_a_chunk_and_all_is_as_without_a_cluster(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pyarrow.parquet as pq

    alone, out = tmp_path / "alone", tmp_path / "out"
    generate.synthesize(Job(alone, 5, 8), ONE)
    with running(tmp_path, workers=2) as cluster:
        killed = killing_one(cluster, monkeypatch)
        words = ["synthesize", "--out", str(out), "--seed", "5", "--cluster", cluster.address]
        assert main([*words, "--count", "8"]) == 0
        assert killed
        assert main([*words, "--count", "8"]) == 0
    for folder in ("images", "masks", "parts"):
        made, wanted = ({p.name: p for p in (d / folder).iterdir()} for d in (out, alone))
        assert made.keys() == wanted.keys()
        for name in [] if folder == "parts" else made:
            assert made[name].read_bytes() == wanted[name].read_bytes(), name
    with np.load(out / "annotations.npz") as made, np.load(alone / "annotations.npz") as wanted:
        assert set(made.files) == set(wanted.files)
        for key in wanted.files:
            assert np.array_equal(made[key], wanted[key]), key
    table = pq.read_table(out / TABLE).to_pylist()
    assert [(row["first"], row["count"], row["state"]) for row in table] == [
        (first, 2, "kept") for first in (0, 2, 4, 6)
    ]


@pytest.mark.skipif(not can_make_one(), reason="this system mounts no small disk for a person")
def test_a_full_disk_of_a_worker_is_told_and_made_up_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    generate.begin(Job(out, 5, 2))
    with running(tmp_path, workers=0) as cluster:
        words = ["synthesize", "--out", str(out), "--seed", "5", "--cluster", cluster.address]
        cluster.start_worker(full=out)
        assert main([*words, "--count", "2"]) == 2
        said = capsys.readouterr().err
        assert "2 of 2 images were not made" in said
        assert "No space left on device" in said
        there = seen_by(cluster.workers[0].pid, out)
        assert list((there / "parts").iterdir()) == []
        assert not (out / "annotations.npz").exists()
        cluster.start_worker()
        cluster.kill(0)
        assert main([*words, "--count", "2"]) == 0
    assert part_of(out, 0, 2).is_file()
    with np.load(out / "annotations.npz") as table:
        assert table["files"].tolist() == ["0000000.jpg", "0000001.jpg"]


def test_a_cluster_that_is_not_there_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("posecam.cluster._PATIENCE_S", 0.5)
    with pytest.raises(PosecamError, match=r"There is no Dask scheduler at tcp://127.0.0.1:9"):
        on_cluster.synthesize_on("tcp://127.0.0.1:9", Job(tmp_path / "out", 0, 1), ONE)


def test_a_worker_says_what_is_wrong_with_its_chunk(tmp_path: Path) -> None:
    chunk = on_cluster.Chunk(Job(tmp_path, 0, 1), 0, 1, tmp_path / "no bodies.npz")
    row = on_cluster.render(chunk, 1)
    assert (row.first, row.count, row.state) == (0, 1, "failed")
    assert "no bodies.npz" in row.problem
