"""Baked bodies: pivots at the joint centres, bones of people's lengths, points on the surface."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from posecam.errors import PosecamError
from training.bundle import bundle
from training.synthesis.bake import anatomical_pivots, lengths, stretch
from training.synthesis.body import Bodies
from training.unpack import unpack

EVEN = dict.fromkeys(("thigh", "shin", "upper_arm", "forearm", "collar", "spine"), 1.0)


def _length(heads: np.ndarray, bodies: Bodies, first: str, second: str) -> float:
    return float(np.linalg.norm(heads[bodies.index[first]] - heads[bodies.index[second]]))


def test_pivots_move_to_the_joint_centres_on_both_sides_alike(bodies: Bodies) -> None:
    shape, index = bodies.shape(0), bodies.index
    moved = anatomical_pivots(bodies.bones, shape.vertices, shape.heads, 0.0) - shape.heads
    hip, knee, shoulder = (
        moved[index[f"{n}.L"]] for n in ("upperleg01", "lowerleg01", "upperarm01")
    )
    assert hip[0] < 0, "the hips come nearer to each other"
    assert knee[2] < -0.01, "the knee goes down"
    assert shoulder[0] > 0, "the shoulders move apart"
    assert shoulder[2] > 0
    others = [
        i for n, i in index.items() if not n.startswith(("upperleg01", "lowerleg01", "upperarm01"))
    ]
    assert not moved[others].any()
    for name in ("upperleg01", "lowerleg01", "upperarm01"):
        left, right = moved[index[f"{name}.L"]], moved[index[f"{name}.R"]]
        assert left == pytest.approx(right * (-1, 1, 1), abs=1e-6)


def test_stretching_by_one_changes_nothing(bodies: Bodies) -> None:
    shape, dense = bodies.shape(0), bodies.weights.toarray()
    vertices, heads = stretch(
        bodies.bones, bodies.parents, dense, shape.vertices, shape.heads, EVEN
    )
    assert vertices == pytest.approx(shape.vertices)
    assert heads == pytest.approx(shape.heads)


def test_a_stretched_bone_is_longer_and_carries_what_hangs_on_it(bodies: Bodies) -> None:
    shape, dense = bodies.shape(0), bodies.weights.toarray()
    vertices, heads = stretch(
        bodies.bones, bodies.parents, dense, shape.vertices, shape.heads, EVEN | {"thigh": 1.1}
    )
    for first, second, factor in (
        ("upperleg01.L", "lowerleg01.L", 1.1),
        ("lowerleg01.R", "foot.R", 1.0),
        ("upperarm01.L", "lowerarm01.L", 1.0),
    ):
        before = _length(shape.heads, bodies, first, second)
        assert _length(heads, bodies, first, second) == pytest.approx(before * factor, rel=1e-3)
    foot = bodies.main_bone == "foot.L"
    shift = heads[bodies.index["foot.L"]] - shape.heads[bodies.index["foot.L"]]
    assert vertices[foot] - shape.vertices[foot] == pytest.approx(np.tile(shift, (foot.sum(), 1)))


def test_lengths_vary_about_those_of_people() -> None:
    rng = np.random.default_rng(0)
    drawn = [lengths(rng) for _ in range(200)]
    for name in EVEN:
        values = np.array([d[name] for d in drawn])
        assert 0.01 < values.std() < 0.08
        assert 0.95 < values.mean() < 1.15


def test_a_bundle_takes_some_of_the_bodies(tmp_path: Path, bodies_path: Path) -> None:
    bundle(tmp_path / "parts", extra=[bodies_path], bodies=1)
    unpack(tmp_path / "parts", tmp_path / "there")
    few, all_of_them = Bodies(tmp_path / "there" / "extra" / bodies_path.name), Bodies(bodies_path)
    assert (len(few), len(all_of_them)) == (1, 2)
    np.testing.assert_array_equal(few.shape(0).vertices, all_of_them.shape(0).vertices)
    with pytest.raises(PosecamError, match="has 2 bodies, not 3"):
        bundle(tmp_path / "more", extra=[bodies_path], bodies=3)
