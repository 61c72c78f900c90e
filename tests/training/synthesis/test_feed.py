"""People who are rendered while a network trains: through memory, from processes that may die."""

from __future__ import annotations

import csv
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

from posecam.errors import PosecamError
from training.__main__ import main
from training.datasets import read
from training.datasets.store import open_store
from training.network import build
from training.rendering.feed import RenderFeed, RenderOptions
from training.synthesis.generate import Job, Machine, synthesize

SMALL = "fast"
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def cache(bodies_path: Path, can_render: None, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("POSECAM_TRAINING_CACHE", str(bodies_path.parent))
    return bodies_path.parent


def until(true: Callable[[], bool], seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.02)


def runs(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_people_in_memory_are_those_of_a_folder(
    tmp_path: Path, cache: Path, mocap_path: Path
) -> None:
    synthesize(Job(tmp_path / "made", 3, 4, mocap=mocap_path), Machine(workers=1))
    records = read(tmp_path / "made")
    store = open_store(records, tmp_path / "cache")
    with RenderFeed(RenderOptions(2, keep=40, seed=3, mocap=mocap_path)) as feed:
        until(lambda: set(range(4)) <= set(feed.rows().tolist()))
        for name in ("box", "joints_2d", "known", "joints_3d", "depth_px", "reliable", "camera",
                     "up", "depth_weight"):  # fmt: skip
            np.testing.assert_array_equal(
                getattr(feed.records, name)[:4], getattr(records, name), err_msg=name
            )
        np.testing.assert_array_equal(feed.store.images[:4], store.images)
        np.testing.assert_array_equal(feed.store.matrices[:4], store.matrices)
        assert not list(Path("/dev/shm").glob("*posecam*"))


def test_the_oldest_give_way(cache: Path) -> None:
    with RenderFeed(RenderOptions(1, keep=4, seed=3)) as feed:
        until(lambda: feed.version(3) >= 2)
        first, version = feed.records.joints_3d[0].copy(), feed.version(0)
        until(lambda: feed.version(0) >= version + 2)
        assert not np.array_equal(first, feed.records.joints_3d[0])
        assert feed.next_number >= 5


def test_numbers_go_on_where_an_earlier_run_was(cache: Path) -> None:
    with RenderFeed(RenderOptions(1, keep=8, seed=3)) as feed:
        until(lambda: len(feed.rows()) == 8)
        fifth = feed.records.joints_3d[5].copy()
    with RenderFeed(RenderOptions(1, keep=8, seed=3, first=5)) as feed:
        until(lambda: feed.version(0) >= 2)
        assert feed.next_number > 5
        later = feed.records.joints_3d[0].copy()
    np.testing.assert_array_equal(later, fifth)


def test_a_worker_that_dies_is_started_again_once_and_then_named(
    cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with RenderFeed(RenderOptions(2, keep=400, seed=3)) as feed:
        until(lambda: len(feed.rows()) > 2)
        victim, other = feed.processes
        os.kill(victim, signal.SIGKILL)
        until(lambda: bool(len(feed.rows())) and victim not in feed.processes)
        assert len(feed.processes) == 2
        assert capsys.readouterr().err == ""
        before = feed.rendered
        until(lambda: feed.rendered > before + 4)
        (again,) = set(feed.processes) - {other}
        os.kill(again, signal.SIGKILL)
        until(lambda: bool(len(feed.rows())) and feed.processes == [other])
        said = capsys.readouterr().err
        assert said.count("Rendering worker 0 has ended twice (signal SIGKILL)") == 1
        before = feed.rendered
        until(lambda: feed.rendered > before + 2)
    assert not runs(other)


def test_why_no_person_can_be_rendered(cache: Path, tmp_path: Path) -> None:
    broken = tmp_path / "mocap.npz"
    broken.write_bytes(b"no motion")
    with (
        RenderFeed(RenderOptions(1, mocap=broken)) as feed,
        pytest.raises(PosecamError, match=r"no person can be rendered: .*mocap\.npz"),
    ):
        feed.wait()


def test_workers_end_with_a_trainer_that_is_killed(cache: Path) -> None:
    code = (
        "import time\n"
        "from training.rendering.feed import *\n"
        "feed = RenderFeed(RenderOptions(2, keep=16, seed=3))\n"
        "feed.wait()\n"
        "print(*feed.processes, flush=True)\n"
        "time.sleep(600)\n"
    )
    trainer = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, cwd=ROOT)
    assert trainer.stdout is not None
    workers = [int(word) for word in trainer.stdout.readline().split()]
    assert len(workers) == 2
    assert all(runs(w) for w in workers)
    trainer.kill()
    trainer.wait()
    trainer.stdout.close()
    until(lambda: not any(runs(w) for w in workers))


def train(run: Path, start: Path, steps: int, *more: str) -> int:
    return main(
        ["train", "--run", str(run), "--stage", "3", "--configuration", SMALL, "--size", "64",
         "--start", str(start), "--steps", str(steps), "--batch", "4", "--threads", "1", *more]
    )  # fmt: skip


@pytest.fixture
def start(tmp_path: Path) -> Path:
    torch.manual_seed(0)
    path = tmp_path / "start.pt"
    state = build(SMALL, 64).state_dict()
    torch.save({"configuration": SMALL, "size": 64, "stage": 0, "step": 0, "average": state}, path)
    return path


def test_a_network_learns_from_rendered_people_and_goes_on(
    tmp_path: Path, cache: Path, start: Path, annotated_folder: Path
) -> None:
    rendered = ["--render", "1", "--render-keep", "12", "--distil", str(start)]
    sets = ["--data", "rendered:0.6", f"{annotated_folder}:0.4"]
    assert train(tmp_path / "run", start, 3, *rendered, *sets) == 0
    first = torch.load(tmp_path / "run" / "last.pt", weights_only=True)
    assert first["rendered"] >= 12
    assert train(tmp_path / "run", start, 5, *rendered, *sets) == 0
    last = torch.load(tmp_path / "run" / "last.pt", weights_only=True)
    assert last["step"] == 5
    assert last["rendered"] >= first["rendered"] + 12
    with (tmp_path / "run" / "curve.csv").open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert float(rows[-1]["depth"]) > 0
    assert float(rows[-1]["up"]) > 0


def test_a_run_from_before_people_were_rendered_goes_on(
    tmp_path: Path, cache: Path, start: Path, annotated_folder: Path
) -> None:
    run = tmp_path / "run"
    assert train(run, start, 1, "--data", str(annotated_folder)) == 0
    state = torch.load(run / "last.pt", weights_only=True)
    del state["rendered"]
    torch.save(state, run / "last.pt")
    more = ("--render", "1", "--render-keep", "8", "--data", "rendered")
    assert train(run, start, 2, *more) == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--data", "rendered:1"], "give --render N"),
        (["--render", "2", "--data", "FOLDER"], "give their share"),
        (["--render", "-1", "--data", "rendered"], "is a number of processes"),
        (["--render", "1", "--data", "rendered", "--render-keep", "0"], "is a number of people"),
        (
            ["--render", "1", "--data", "rendered", "--render-assets", "/none"],
            "clothes/ is missing",
        ),
        (["--render", "1", "--data", "rendered", "--render-mocap", "/none"], "/none is not there"),
        (["--render", "1", "--data", "rendered:0"], "share, above 0"),
    ],
)
def test_mistakes_get_a_sentence(
    arguments: list[str], says: str, tmp_path: Path, cache: Path, start: Path,
    annotated_folder: Path, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    given = [a.replace("FOLDER", str(annotated_folder)) for a in arguments]
    assert train(tmp_path / "run", start, 1, *given) == 2
    assert says in capsys.readouterr().err
