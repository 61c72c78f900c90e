"""Clothes cut from the body's hulls: they end where the cut says and follow the body."""

from __future__ import annotations

import numpy as np
import pytest

from training.synthesis.body import Bodies
from training.synthesis.tailor import Cut, Tailor, random_cut


def _cut(bodies: Bodies, cut: Cut) -> list[tuple[np.ndarray, np.ndarray]]:
    """Vertices at rest that are drawn, and which of them are arms, of each garment."""
    shape = bodies.shape(0)
    made = Tailor(bodies).cut(np.random.default_rng(0), shape, cut)
    out = []
    for garment in made:
        rows = np.unique(garment.mesh.corners[garment.triangles])
        out.append((garment.fit(shape.vertices)[rows], garment.arms[rows]))
    return out


def test_longer_legs_and_sleeves_reach_farther(bodies: Bodies) -> None:
    ((short, short_arms),) = _cut(bodies, Cut(0.3, 0.3, 0.0, 0.0, 0.0, (0.005, 0.005)))
    ((long, long_arms),) = _cut(bodies, Cut(1.0, 1.0, 0.0, 0.0, 0.0, (0.005, 0.005)))
    assert long[~long_arms, 2].min() < short[~short_arms, 2].min() - 0.2
    assert np.abs(long[long_arms, 0]).max() > np.abs(short[short_arms, 0]).max() + 0.1


def test_a_skirt_is_a_garment_of_its_own_and_may_be_long(bodies: Bodies) -> None:
    made = Tailor(bodies).cut(
        np.random.default_rng(0), bodies.shape(0), Cut(0.4, 0.0, 0.95, 0.1, 0.0, (0.01, 0.01))
    )
    assert [g.name for g in made] == ["tights", "skirt"]
    assert made[1].long
    assert made[1].hems.ends[0] < made[0].hems.ends[0], "the skirt ends below the top's own end"


def test_loose_clothes_stand_off_the_body(bodies: Bodies) -> None:
    shape = bodies.shape(0)
    cut = Cut(1.0, 1.0, 0.0, 0.0, 0.0, (0.02, 0.02))
    garment = Tailor(bodies).cut(np.random.default_rng(0), shape, cut)[0]
    rows = np.unique(bodies.tights)
    off = np.linalg.norm(garment.fit(shape.vertices) - shape.vertices[rows], axis=1)
    assert 0.01 < np.median(off) < 0.04
    assert np.asarray(garment.weights.sum(1)).ravel() == pytest.approx(np.ones(len(rows)))


def test_cuts_vary() -> None:
    rng = np.random.default_rng(0)
    trousers = [random_cut(rng, skirt=False) for _ in range(60)]
    skirts = [random_cut(rng, skirt=True) for _ in range(60)]
    assert {c.skirt for c in trousers} == {0.0}
    assert len({c.leg for c in trousers}) > 3
    assert 5 < sum(c.skirt > 0.7 for c in skirts) < 50
