"""Depth and up learnt from what a 2D network sees, kept once."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from training.__main__ import main
from training.augment import NONE
from training.batches import MixedBatches
from training.checkpoint import averaged_network, read_checkpoint
from training.datasets import read
from training.features import PART, KeptFeatures, as_records, as_samples, keep_features
from training.network import build
from training.network.lite import HourglassLite

SMALL = "fast"


def saved(tmp_path: Path) -> tuple[HourglassLite, Path]:
    torch.manual_seed(3)
    network = build(SMALL)
    assert isinstance(network, HourglassLite)
    path = tmp_path / "start.pt"
    torch.save(
        {"configuration": SMALL, "stage": 3, "step": 9, "average": network.state_dict()}, path
    )
    return network.eval(), path


def test_kept_features_tell_what_the_image_told(annotated_folder: Path, tmp_path: Path) -> None:
    network, _ = saved(tmp_path)
    torch.nn.init.normal_(network.fusion.out.weight, std=0.01)
    batches = MixedBatches(
        [(read(annotated_folder), 1.0)], [], 0.0, 4, network.size, NONE, 1, tmp_path
    )
    batch = next(iter(batches))
    batches.close()
    with torch.no_grad():
        whole = network(batch.image)
        seen, labels = as_samples(as_records(network.see(batch.image)[1], batch))
        told = network.tell([], seen)
    torch.testing.assert_close(told.depth, whole.depth, rtol=0, atol=0.01)
    torch.testing.assert_close(told.up, whole.up, rtol=0, atol=0.01)
    torch.testing.assert_close(labels.depth, batch.depth, rtol=0, atol=0.01)
    torch.testing.assert_close(labels.joints, batch.joints)


def test_looking_goes_on_where_it_was_cut_off(annotated_folder: Path, tmp_path: Path) -> None:
    network, _ = saved(tmp_path)
    sets = [(read(annotated_folder), 1.0)]
    whole = keep_features(network, sets, PART + 1, tmp_path / "whole", cache=tmp_path)
    assert [part.name for part in whole] == ["00000.npy", "00001.npy"]
    before = [part.read_bytes() for part in whole]
    whole[1].unlink()
    assert keep_features(network, sets, PART + 1, tmp_path / "whole", cache=tmp_path) == whole
    assert [part.read_bytes() for part in whole] == before
    assert len(KeptFeatures(whole)) == 2 * PART


def test_depth_is_learnt_and_nothing_else_moves(
    annotated_folder: Path, tmp_path: Path, training_cache: Path
) -> None:
    before, start = saved(tmp_path)
    out = tmp_path / "out.pt"
    command = ["deepen", str(start), "--data", str(annotated_folder), "--count", "64"]
    command += ["--features", str(tmp_path / "kept"), "--steps", "60", "--batch", "32"]
    assert main([*command, "--threads", "1", "--out", str(out)]) == 0
    after = averaged_network(read_checkpoint(out))
    old, new = before.state_dict(), after.state_dict()
    moved = {name.split(".")[0] for name in old if not torch.equal(old[name], new[name])}
    assert moved == {"fusion", "up"}
    assert isinstance(after, HourglassLite)
    assert after.fusion.standard.deviation.ne(1).any()
    kept = KeptFeatures(sorted((tmp_path / "kept").glob("*.npy")))
    seen, labels = kept.draw(64, np.random.default_rng(5))
    with torch.no_grad():
        told = after.eval().tell([], seen)
    known = labels.depth_weight > 0.5

    def error(depth: torch.Tensor) -> float:
        return float((depth - labels.depth)[known].abs().mean())

    assert error(told.depth) < 0.8 * error(seen.lifted)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--minutes", "0"], "--count, --steps and --minutes are more than 0"),
        (["--count", "0"], "--count, --steps and --minutes are more than 0"),
        (["--features", "/proc/kept", "--count", "2"], "cannot be kept in /proc/kept"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(
    annotated_folder: Path, tmp_path: Path, training_cache: Path,
    capsys: pytest.CaptureFixture[str], words: list[str], sentence: str,
) -> None:  # fmt: skip
    _, start = saved(tmp_path)
    command = ["deepen", str(start), "--data", str(annotated_folder), "--out", "out.pt"]
    command += ["--features", str(tmp_path / "kept")]
    assert main([*command, *words]) == 2
    assert sentence in capsys.readouterr().err
