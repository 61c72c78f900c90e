"""The body that shows a pose."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pygltflib
import pytest

from posecam.errors import PosecamError
from posecam.kinematics.skin import read_skin, usual_skin
from posecam.resources import resource


def test_a_body_of_its_own_lengths_stays_as_it_rests() -> None:
    skin = usual_skin()
    points, normals = skin.moved(skin.stretches(skin.lengths), skin.places)
    assert points == pytest.approx(skin.points, abs=1e-5)
    assert normals == pytest.approx(skin.normals, abs=1e-5)


def test_left_and_right_show_their_colours_and_the_trunk_none() -> None:
    skin = usual_skin()
    accents, x = skin.accents(), skin.points[:, 0]
    assert accents[x > 0.7].min() > 0.4
    assert accents[x < -0.7].max() < -0.4
    chest = (np.abs(x) < 0.05) & (skin.points[:, 1] > 1.0)
    assert np.abs(accents[chest]).max() < 0.1


def test_a_file_that_is_no_figure_is_refused_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "broken.glb"
    path.write_bytes(b"glTF" + bytes(40))
    with pytest.raises(PosecamError, match=r"The figure in broken\.glb cannot be read \(.*\)\."):
        read_skin(path)


def test_the_body_is_read_without_the_package_that_files_need() -> None:
    code = (
        "import sys; from posecam.kinematics.skin import usual_skin; usual_skin();"
        "sys.exit('pygltflib' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_body_is_that_which_a_reader_of_such_files_finds() -> None:
    document = pygltflib.GLTF2.load_binary(str(resource("mannequin.glb")))
    accessor = document.accessors[document.meshes[0].primitives[0].attributes.POSITION]
    skin = usual_skin()
    assert len(skin.points) == accessor.count
    assert accessor.max is None or skin.points.max(0) == pytest.approx(accessor.max, abs=1e-4)
    assert len(skin.faces) * 3 == document.accessors[document.meshes[0].primitives[0].indices].count
