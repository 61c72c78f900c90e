"""The mean of checkpoints."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from training.__main__ import main
from training.network import build

SMALL = "hourglass-lite-small"


def checkpoint(path: Path, seed: int, size: int, configuration: str = SMALL) -> dict[str, object]:
    torch.manual_seed(seed)
    state = build(configuration, size).state_dict()
    torch.save(
        {"configuration": configuration, "size": size, "stage": 1, "step": seed, "average": state},
        path,
    )
    return state


def test_the_mean_lies_in_the_middle_and_has_the_last_ones_size(tmp_path: Path) -> None:
    paths = [tmp_path / "a.pt", tmp_path / "b.pt"]
    first, last = checkpoint(paths[0], 1, 128), checkpoint(paths[1], 2, 192)
    out = tmp_path / "out.pt"
    assert main(["mean", *map(str, paths), "--out", str(out)]) == 0
    state = torch.load(out, weights_only=True)
    assert state["size"] == 192
    assert state["step"] == 2
    name = "trunk.stem.0.weight" if "trunk.stem.0.weight" in first else "trunk.stem.weight"
    one, two, middle = first[name], last[name], state["average"][name]
    assert isinstance(one, torch.Tensor)
    assert isinstance(two, torch.Tensor)
    torch.testing.assert_close(middle, (one + two) / 2)
    build(SMALL, 192).load_state_dict(state["average"])


def test_what_cannot_be_averaged_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = tmp_path / "one.pt", tmp_path / "other.pt"
    checkpoint(one, 1, 128)
    checkpoint(other, 1, 128, "hourglass-lite")
    out = tmp_path / "out.pt"
    for paths, says in (
        ([one], "two checkpoints"),
        ([one, other], "not of hourglass-lite"),
        ([one, tmp_path / "absent.pt"], "no checkpoint"),
    ):
        assert main(["mean", *map(str, paths), "--out", str(out)]) == 2
        assert says in capsys.readouterr().err
    assert not out.exists()
