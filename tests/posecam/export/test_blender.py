"""Blender opens BVH and glTF, where there is a Blender."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from posecam.export import Options, export_session
from posecam.session import Session
from tests.fakes.motion import Array
from tests.posecam.export.bvh_reader import read_bvh
from tests.posecam.export.takes import COUNT, RATE

SCRIPT = Path(__file__).with_name("blender_heads.py")
#: Where `make test` puts Blender as a package, with a Python of its own.
PACKAGE = Path(__file__).resolve().parents[3] / ".venv-blender" / "bin" / "python"
PROGRAM = shutil.which("blender")

pytestmark = pytest.mark.skipif(
    PROGRAM is None and not PACKAGE.exists(), reason="Blender is not installed: see `make test`"
)


def opened(path: Path, *more: str) -> dict[str, Any]:
    command = [str(PACKAGE), str(SCRIPT)]
    if not PACKAGE.exists():
        command = [
            str(PROGRAM), "--background", "--factory-startup", "--python-exit-code", "1",
            "--python", str(SCRIPT),
        ]  # fmt: skip
    done = subprocess.run(
        [*command, "--", str(path), *more], capture_output=True, text=True, check=True
    )
    (line,) = (line for line in done.stdout.splitlines() if line.startswith("FOUND "))
    found: dict[str, Any] = json.loads(line.removeprefix("FOUND "))
    assert found["result"] == ["FINISHED"]
    return found


def fbx_command() -> str:
    """What docs/formats.md has after `python -c`."""
    text = (Path(__file__).resolve().parents[3] / "docs" / "formats.md").read_text()
    (command,) = re.findall(r'^python -c "(import bpy; .*)"$', text, re.MULTILINE)
    return str(command)


@pytest.mark.skipif(not PACKAGE.exists(), reason="Blender is no package here: see `make test`")
def test_fbx_made_by_the_documented_command_moves_as_the_take(
    take: Session, tmp_path: Path
) -> None:
    rate = 30
    bvh, _, glb = export_session(take, ["bvh", "gltf"], tmp_path, options=Options(fps=rate))
    fbx = glb.with_suffix(".fbx")
    command = fbx_command().replace("exports/NAME", str(glb.with_suffix("")))
    script = Path(__file__).with_name("blender_fbx.py")
    done = subprocess.run(
        [str(PACKAGE), str(script), "--", str(fbx), command],
        capture_output=True,
        text=True,
        check=True,
    )
    (line,) = (line for line in done.stdout.splitlines() if line.startswith("FOUND "))
    found = json.loads(line.removeprefix("FOUND "))
    assert found["fps"] == pytest.approx(rate)
    ours = read_bvh(bvh).positions()
    heads = found["heads"]
    assert set(heads) == {name for name in ours if not name.endswith(" end")}
    off = []
    for name, places in heads.items():
        x, y, z = np.array(places).T
        assert len(x) == len(ours[name])
        off.append(np.linalg.norm(np.stack([x, z, -y], 1) - ours[name] / 100, axis=1))
    assert np.median(off) < 0.001
    assert np.max(off) < 0.005
    assert found["meshes"] == ["figure"]


def check(found: dict[str, Any], ours: dict[str, Array]) -> None:
    assert found["fps"] == pytest.approx(RATE, rel=1e-3)
    assert set(found["heads"]) == {name for name in ours if not name.endswith(" end")}
    for name, heads in found["heads"].items():
        x, y, z = np.array(heads).T  # metres, Z up
        assert len(x) == COUNT
        assert np.stack([x, z, -y], 1) == pytest.approx(ours[name] / 100, abs=2e-5)


def test_blender_puts_the_joints_of_bvh_where_they_belong(take: Session, tmp_path: Path) -> None:
    bvh, _ = export_session(take, ["bvh"], tmp_path)
    check(opened(bvh), read_bvh(bvh).positions())


@pytest.mark.skipif(not PACKAGE.exists(), reason="Debian's Blender reads no USD: see `make test`")
def test_blender_puts_the_joints_of_usd_there(take: Session, tmp_path: Path) -> None:
    bvh, _, usd = export_session(take, ["bvh", "usd"], tmp_path)
    found = opened(usd, str(round(RATE)))
    check(found, read_bvh(bvh).positions())
    assert "Figure" in found["meshes"]


def test_blender_puts_the_joints_of_gltf_there_too(take: Session, tmp_path: Path) -> None:
    bvh, _, glb = export_session(take, ["bvh", "gltf"], tmp_path)
    found = opened(glb, str(round(RATE)), str(Path(np.__file__).parents[1]))
    check(found, read_bvh(bvh).positions())
    assert "figure" in found["meshes"]
