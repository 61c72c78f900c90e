"""MakeHuman's garments: read, fitted, refused where their parts do not belong together."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from posecam.errors import PosecamError
from training.synthesis.body import Bodies
from training.synthesis.clothes import Garment, read_obj, read_wardrobe

OBJ = """v 0 0 0
v 1 0 0
v 1 1 0
v 0 1 0
vt 0 0
vt 1 0
vt 1 1
vt 0 1
f 1/1 2/2 3/3 4/4
"""
MHCLO = """# a comment
name patch
obj_file patch.obj
x_scale 0 1 1.0
verts 0
material patch.mhmat
5
6
7 8 9 0.5 0.25 0.25 0.0 0.0 1.0
3 4 5 1.0 0.0 0.0 0.0 0.5 0.0

delete_verts
2 10 - 12
"""


def _write(folder: Path, mhclo: str = MHCLO) -> Path:
    folder.mkdir(parents=True)
    (folder / f"{folder.name}.mhclo").write_text(mhclo)
    (folder / "patch.obj").write_text(OBJ)
    cv2.imwrite(str(folder / "diffuse.png"), np.full((4, 4, 3), 200, np.uint8))
    return folder


def test_polygons_are_fanned(tmp_path: Path) -> None:
    vertices, mesh = read_obj(_write(tmp_path / "patch") / "patch.obj")
    assert vertices.shape == (4, 3)
    assert mesh.faces.tolist() == [[0, 1, 2], [0, 2, 3]]
    assert mesh.normals(vertices) == pytest.approx(np.tile([0, 0, 1.0], (4, 1)))


def test_a_garment_follows_the_body(tmp_path: Path, bodies: Bodies) -> None:
    garment = Garment(_write(tmp_path / "patch"), bodies)
    body = bodies.shape(0).vertices
    fitted = garment.fit(body)
    assert fitted[0] == pytest.approx(body[5])
    # MakeHuman's z is ahead (-y here), in decimetres.
    middle = 0.5 * body[7] + 0.25 * body[8] + 0.25 * body[9]
    assert fitted[2] == pytest.approx(middle + np.array([0, -0.1, 0]))
    assert fitted[3] == pytest.approx(body[3] + (0, 0, 0.05))
    assert garment.hidden.tolist() == [2, 10, 11, 12]
    assert np.asarray(garment.weights.sum(1)).ravel() == pytest.approx(np.ones(4))


def test_missing_vertices_are_refused(tmp_path: Path, bodies: Bodies) -> None:
    folder = _write(tmp_path / "patch", MHCLO.replace("6\n7 8 9", "7 8 9"))
    with pytest.raises(PosecamError, match=r"4 vertices but 3 ties"):
        Garment(folder, bodies)


def test_a_wardrobe_sorts_by_kind(tmp_path: Path, bodies: Bodies) -> None:
    for name in ("clothes/female_suit", "clothes/male_suit", "clothes/shoes01", "hair/long01"):
        _write(tmp_path / name)
    (tmp_path / "skins").mkdir()
    for name in ("young_female.png", "young_male.png", "special_male.png"):
        (tmp_path / "skins" / name).touch()
    wardrobe = read_wardrobe(tmp_path, bodies)
    assert [g.name for g in wardrobe.outfits] == ["female_suit", "male_suit"]
    assert [g.name for g in wardrobe.shoes] == ["shoes01"]
    assert [p.name for p in wardrobe.skins(female=True)] == ["young_female.png"]
    assert [p.name for p in wardrobe.skins(female=False)] == ["young_male.png"]
    rng = np.random.default_rng(0)
    assert wardrobe.pick_hair(rng, female=False) is None
    picked = wardrobe.pick_hair(rng, female=True)
    assert picked is not None
    assert picked.name == "long01"
