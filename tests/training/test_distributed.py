"""Two processes take the steps of one, and a run may begin with small images."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

from posecam.errors import PosecamError
from tests.training import two_processes
from training.__main__ import main
from training.augment import Augmentation
from training.batches import MixedBatches
from training.checkpoint import of_size, saved_network
from training.datasets import read
from training.distributed import join
from training.network import build

SMALL = "hourglass-lite-small"
ROOT = Path(__file__).resolve().parents[2]
TORCHRUN = [sys.executable, "-m", "torch.distributed.run", "--nproc-per-node", "2"]


def torchrun(*arguments: str) -> None:
    """Two processes on this machine; they meet at a free port."""
    done = subprocess.run(
        [*TORCHRUN, "--standalone", *arguments], cwd=ROOT, capture_output=True, text=True,
        timeout=100, check=False, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]


def test_two_processes_take_the_steps_of_one(tmp_path: Path) -> None:
    alone, together = tmp_path / "alone.pt", tmp_path / "together.pt"
    two_processes.main(alone)
    torchrun(str(Path(two_processes.__file__)), str(together))
    one, two = (torch.load(path, weights_only=True) for path in (alone, together))
    for mine, theirs in zip(one["losses"], two["losses"], strict=True):
        assert theirs == pytest.approx(mine, rel=1e-5)
    assert one["losses"][0]["heatmap"] != pytest.approx(one["losses"][2]["heatmap"], rel=1e-3)
    for name, weight in one["weights"].items():
        torch.testing.assert_close(two["weights"][name], weight, rtol=1e-4, atol=1e-5)


def test_two_processes_share_the_samples_of_a_batch(
    annotated_folder: Path, training_cache: Path
) -> None:
    records = read(annotated_folder)

    def second(part: int, parts: int) -> np.ndarray:
        batches = MixedBatches(
            [(records, 1.0)], [], 0.0, 6, 64, Augmentation(), 3, None, part, parts
        )
        try:
            taken = iter(batches)
            next(taken)
            return next(taken).image.numpy()
        finally:
            batches.close()

    whole = second(0, 1)
    np.testing.assert_array_equal(second(0, 2), whole[0::2])
    np.testing.assert_array_equal(second(1, 2), whole[1::2])


@pytest.fixture
def start(tmp_path: Path) -> Path:
    """A checkpoint of random weights."""
    torch.manual_seed(0)
    path = tmp_path / "start.pt"
    state = {"configuration": SMALL, "stage": 0, "step": 0, "average": build(SMALL).state_dict()}
    torch.save(state, path)
    return path


def arguments(run: Path, start: Path, folder: Path, *more: str) -> list[str]:
    return [
        "train", "--run", str(run), "--configuration", SMALL, "--start", str(start), "--data",
        str(folder), "--steps", "1", "--batch", "4", "--threads", "1", *more,
    ]  # fmt: skip


def last_row(run: Path) -> dict[str, str]:
    with (run / "curve.csv").open(newline="") as stream:
        return list(csv.DictReader(stream))[-1]


def test_torchrun_trains_as_one_process_does(
    tmp_path: Path, annotated_folder: Path, training_cache: Path, start: Path
) -> None:
    alone, together = tmp_path / "alone", tmp_path / "together"
    # Without the two dashes torchrun takes --run for an option of its own.
    torchrun("-m", "--", "training", *arguments(together, start, annotated_folder))
    assert main(arguments(alone, start, annotated_folder)) == 0
    one, two = last_row(alone), last_row(together)
    # The first stack has no batch norm, and the second says nothing yet: only bf16 rounds.
    for name in ("heatmap1", "heatmap2"):
        assert float(two[name]) == pytest.approx(float(one[name]), rel=5e-3)
    states = [torch.load(run / "last.pt", weights_only=True) for run in (alone, together)]
    assert [state["step"] for state in states] == [1, 1]
    assert states[0]["network"].keys() == states[1]["network"].keys()


def test_a_run_may_begin_with_smaller_images(
    tmp_path: Path, annotated_folder: Path, training_cache: Path, start: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    run, later = tmp_path / "run", tmp_path / "later"
    assert main(arguments(run, start, annotated_folder, "--size", "128")) == 0
    state = torch.load(run / "last.pt", weights_only=True)
    assert state["size"] == 128
    assert saved_network(state).size == 128
    # The same run does not change its size; a new one begins from it, and nothing starts afresh.
    assert main(arguments(run, start, annotated_folder, "--size", "192")) == 2
    assert "has an input of 128 px, not 192" in capsys.readouterr().err
    assert main(arguments(later, run / "last.pt", annotated_folder, "--steps", "0")) == 0
    assert "afresh" not in capsys.readouterr().out
    assert main(["evaluate", str(annotated_folder), "--network", str(run / "last.pt")]) == 0


@pytest.mark.parametrize("configuration", [SMALL, "hourglass-2x256"])
def test_weights_fit_another_size(configuration: str) -> None:
    small, large = build(configuration, 128), build(configuration, 256)
    state = of_size(large, small.state_dict(), 128)
    large.load_state_dict(state)


def test_what_depends_on_the_size_says_about_the_same() -> None:
    torch.manual_seed(0)
    small, large = (build("hourglass-2x256", size) for size in (128, 256))
    key = "depth.out.weight"
    state = of_size(large, small.state_dict(), 128)
    assert {k: v.shape for k, v in state.items()} == {
        k: v.shape for k, v in large.state_dict().items()
    }
    weight = small.state_dict()[key]
    cells = 128 // 64
    maps = torch.randn(1, weight.shape[1] // cells**2, 1, 1).expand(-1, -1, cells, cells)
    finer = maps.repeat_interleave(2, 2).repeat_interleave(2, 3)
    torch.testing.assert_close(
        finer.flatten(1) @ state[key].T, maps.flatten(1) @ weight.T, rtol=1e-3, atol=1e-3
    )


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (["--size", "100"], "a multiple of 32, not 100"),
        (["--device", "cuda"], "there is no CUDA here"),
        (["--device", "tpu"], "choose cpu or cuda"),
    ],
)
def test_what_cannot_be_is_said(
    more: list[str], says: str, tmp_path: Path, annotated_folder: Path, training_cache: Path,
    start: Path, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    if "cuda" in more and torch.cuda.is_available():
        pytest.skip("there is a GPU in this machine")
    assert main(arguments(tmp_path / "run", start, annotated_folder, *more)) == 2
    assert says in capsys.readouterr().err


def test_a_single_process_asks_no_other() -> None:
    processes = join("cpu")
    assert (processes.rank, processes.count, processes.first) == (0, 1, True)
    assert processes.in_turn(lambda: 7) == 7
    with pytest.raises(PosecamError, match="choose cpu or cuda"):
        join("abacus")
