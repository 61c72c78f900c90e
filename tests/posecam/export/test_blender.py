"""Blender opens the BVH, where there is a Blender."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest

from posecam.export import export_session
from posecam.session import Session
from tests.posecam.export.bvh_reader import read_bvh
from tests.posecam.export.takes import COUNT, RATE

SCRIPT = Path(__file__).with_name("blender_heads.py")
BLENDER = shutil.which("blender")


@pytest.mark.skipif(BLENDER is None, reason="Blender is not installed")
def test_blender_puts_the_joints_where_they_belong(take: Session, tmp_path: Path) -> None:
    path, _ = export_session(take, ["bvh"], tmp_path)
    done = subprocess.run(
        [
            str(BLENDER), "--background", "--factory-startup", "--python-exit-code", "1",
            "--python", str(SCRIPT), "--", str(path),
        ],
        capture_output=True,
        text=True,
        check=True,
    )  # fmt: skip
    (line,) = (line for line in done.stdout.splitlines() if line.startswith("FOUND "))
    found = json.loads(line.removeprefix("FOUND "))
    assert found["result"] == ["FINISHED"]
    assert found["fps"] == pytest.approx(RATE, rel=1e-3)
    ours = read_bvh(path).positions()
    assert set(found["heads"]) == {name for name in ours if not name.endswith(" end")}
    for name, heads in found["heads"].items():
        x, y, z = np.array(heads).T  # metres, Z up
        assert len(x) == COUNT
        assert np.stack([x, z, -y], 1) == pytest.approx(ours[name] / 100, abs=1e-5)
