"""How far the engines are from the network that was trained, in pixels and in millimetres.

That the exported file is the checkpoint's network is in `test_train_and_export`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from training.__main__ import main
from training.agreement import agreement
from training.evaluate import shipped_network


def test_engines_are_compared_in_pixels_and_millimetres(
    annotated_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = agreement(annotated_folder, None, None, 2)
    (exact,) = (row for row in found if (row.backend, row.precision) == ("onnxruntime", "fp32"))
    assert exact.distance_px == exact.distance_mm == 0  # it is the reference itself
    quantised = [row for row in found if row.precision == "int8"]
    assert quantised
    assert all(row.network.startswith("balanced.int8") for row in quantised)
    assert all(0 < row.distance_px < 5 for row in quantised)
    said = capsys.readouterr().out.splitlines()
    assert said[0] == f"{shipped_network().name} on 2 images, beside fp32"
    assert sum(" fp32 " in line for line in said[2:]) >= 1
    assert len(said[2:]) >= len(found)


def test_what_cannot_be_compared(
    tmp_path: Path, annotated_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    absent = tmp_path / "absent.onnx"
    assert main(["agreement", str(annotated_folder), "--network", str(absent)]) == 2
    assert capsys.readouterr().err == f"training: There is no network file {absent}.\n"
