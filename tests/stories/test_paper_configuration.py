"""A person with Human3.6M and MPII on disk trains and scores the paper's network."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import torch

from tests.training import layouts
from training.__main__ import main


def test_two_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("POSECAM_TRAINING_CACHE", str(tmp_path / "cache"))
    h36m, mpii, run = tmp_path / "h36m", tmp_path / "mpii", tmp_path / "run"
    layouts.write_h36m(h36m)
    layouts.write_mpii(mpii)
    # Small images, so that it is done in seconds; nothing else differs from docs/training.md.
    code = main(
        ["train", "--run", str(run), "--configuration", "hourglass-2x256", "--stage", "3",
         "--data", f"{h36m}:0.5", f"{mpii}:0.5", "--check", str(h36m), str(mpii),
         "--rate", "2.5e-4", "--steps", "2", "--batch", "4", "--size", "64"]
    )  # fmt: skip
    assert code == 0
    with (run / "curve.csv").open(newline="") as stream:
        last = list(csv.DictReader(stream))[-1]
    for name in ("heatmap1", "heatmap2", "depth", "constraint"):
        assert float(last[name]) >= 0
    assert float(last["h36m pa_mpjpe_mm"]) > 0
    assert "mpii pck@0.5" in last
    state = torch.load(run / "last.pt", weights_only=True)
    assert (state["configuration"], state["step"]) == ("hourglass-2x256", 2)

    table = tmp_path / "paper.md"
    capsys.readouterr()
    code = main(
        ["evaluate", str(h36m), str(mpii), "--split", "val", "--network", str(run / "last.pt"),
         "--table", str(table), "--plots", str(tmp_path / "plots")]
    )  # fmt: skip
    assert code == 0
    out = capsys.readouterr().out
    assert "h36m_mpjpe_mm" in out
    assert "| pckh@0.5 |" in table.read_text()
    assert len(list((tmp_path / "plots").iterdir())) == 6
