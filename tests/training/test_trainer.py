"""A step on a GPU: batches that are halved, compiled networks, images that are changed there."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from posecam.errors import PosecamError
from training.__main__ import main
from training.augment import Augmentation
from training.batches import Batch, MixedBatches
from training.compiled import Compiled
from training.datasets import read
from training.network import build
from training.network.lite import HourglassLite
from training.options import TrainOptions
from training.stages import STAGES, batch_losses
from training.trainer import Trainer
from training.views import bone_ratios

SMALL = "fast"


@pytest.fixture
def start(tmp_path: Path) -> Path:
    torch.manual_seed(0)
    path = tmp_path / "start.pt"
    state = build(SMALL, 64).state_dict()
    torch.save({"configuration": SMALL, "size": 64, "stage": 0, "step": 0, "average": state}, path)
    return path


@pytest.fixture
def batch(annotated_folder: Path, training_cache: Path) -> Batch:
    """Eight samples of 64 px."""
    batches = MixedBatches([(read(annotated_folder), 1.0)], [], 0.0, 8, 64, Augmentation(), 1)
    try:
        return next(iter(batches))
    finally:
        batches.close()


def a_trainer(tmp_path: Path, start: Path, **more: object) -> Trainer:
    options = TrainOptions(
        tmp_path / "run", stage=3, configuration=SMALL, size=64, start=start, batch=8, **more  # type: ignore[arg-type]
    )  # fmt: skip
    return Trainer(options, tmp_path / "cache")


class Memory:
    """A GPU that holds so many images."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, images: int) -> None:
        self.asked: list[int] = []
        forward = HourglassLite.forward

        def limited(network: HourglassLite, image: Tensor) -> object:
            self.asked.append(len(image))
            if len(image) > images:
                raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2 GiB.")
            return forward(network, image)

        monkeypatch.setattr(HourglassLite, "forward", limited)


def test_a_batch_that_memory_does_not_hold_is_halved_and_stays_so(
    tmp_path: Path, start: Path, batch: Batch, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    trainer = a_trainer(tmp_path, start)
    memory = Memory(monkeypatch, 3)
    assert trainer.learn(batch)["heatmap1"] > 0
    assert memory.asked == [8, 4, 2]
    said = capsys.readouterr().out
    assert "does not hold the batch: it is 4 now" in said
    assert "it is 2 now" in said
    trainer.learn(batch)
    assert memory.asked == [8, 4, 2, 2]
    assert trainer.progress.step == 2
    assert trainer.progress.images == 4


def test_not_one_image_fits(
    tmp_path: Path, start: Path, batch: Batch, monkeypatch: pytest.MonkeyPatch
) -> None:
    trainer = a_trainer(tmp_path, start)
    Memory(monkeypatch, 0)
    with pytest.raises(PosecamError, match="no free memory for 1 image"):
        trainer.learn(batch)


def test_a_compiled_network_is_the_network(batch: Batch) -> None:
    torch.manual_seed(0)
    network = build(SMALL, 64).eval()
    compiled = Compiled(network, backend="eager")
    with torch.no_grad():
        torch.testing.assert_close(compiled(batch.image).depth, network(batch.image).depth)
    assert not compiled.given_up


def test_a_network_that_cannot_be_compiled_is_run_as_it_is(
    batch: Batch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("no compiler here\nand more lines")

    network = build(SMALL, 64).eval()
    compiled = Compiled(network, backend=broken)
    with torch.no_grad():
        for _ in range(2):
            torch.testing.assert_close(compiled(batch.image).depth, network(batch.image).depth)
    said = capsys.readouterr().out
    assert said.count("The network is not compiled") == 1
    assert "no compiler here" in said
    assert compiled.given_up


def test_the_constraint_counts_only_who_has_no_depth(batch: Batch) -> None:
    network = build(SMALL, 64)
    canonical = bone_ratios(None)
    rows = np.arange(8) % 2 == 0
    depth_weight = batch.depth_weight.clone()
    depth_weight[torch.from_numpy(rows)] = 0
    mixed = Batch(batch.image, batch.joints, batch.weight, batch.inside, batch.depth,
                  depth_weight, batch.up)  # fmt: skip
    with torch.no_grad():
        network.eval()
        _, parts, _ = batch_losses(network, mixed, STAGES[3], 1.75, canonical)
        few = Batch(*(getattr(mixed, n)[torch.from_numpy(rows)] for n in Batch.__slots__))
        _, alone, _ = batch_losses(network, few, STAGES[3], 1.75, canonical)
        _, none, _ = batch_losses(network, batch, STAGES[3], 1.75, canonical)
    torch.testing.assert_close(parts["constraint"], alone["constraint"], rtol=2e-2, atol=1e-4)
    assert float(parts["constraint"]) > 0
    assert float(none["constraint"]) == 0


@pytest.mark.parametrize("where", ["device", "processor"])
def test_images_are_changed_where_it_is_asked(
    where: str, tmp_path: Path, start: Path, annotated_folder: Path, training_cache: Path
) -> None:
    run = tmp_path / "run"
    for steps in (2, 4):
        assert main(
            ["train", "--run", str(run), "--stage", "3", "--configuration", SMALL, "--size", "64",
             "--start", str(start), "--data", str(annotated_folder), "--steps", str(steps),
             "--batch", "4", "--threads", "1", "--augment", where]
        ) == 0  # fmt: skip
    with (run / "curve.csv").open(newline="") as stream:
        last = list(csv.DictReader(stream))[-1]
    assert last["step"] == "4"
    assert float(last["depth"]) > 0
    assert float(last["images_per_s"]) > 0


def test_an_unknown_place_is_named(
    tmp_path: Path, start: Path, annotated_folder: Path, training_cache: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    code = main(
        ["train", "--run", str(tmp_path / "run"), "--configuration", SMALL, "--size", "64",
         "--start", str(start), "--data", str(annotated_folder), "--augment", "moon"]
    )  # fmt: skip
    assert code == 2
    assert "--augment is processor or device, not moon" in capsys.readouterr().err
