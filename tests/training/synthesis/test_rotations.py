"""Rotations are rotations, and take what they are made for where it belongs."""

from __future__ import annotations

import math

import numpy as np
import pytest

from training.synthesis.rotations import (
    between,
    frame,
    random_turn,
    rotation_vector,
    shortest,
    turn,
    unit,
    vector,
)


@pytest.mark.parametrize("seed", range(5))
def test_all_are_proper_rotations(seed: int) -> None:
    rng = np.random.default_rng(seed)
    a, b = rng.normal(size=(2, 3))
    first, second = random_turn(rng, 80), random_turn(rng, 80)
    for r in (turn(a, 2.1), shortest(a, b), shortest(a, -a), frame(a, b),
              between(first, second, 0.3)):  # fmt: skip
        assert np.linalg.det(r) == pytest.approx(1.0)
        assert r @ r.T == pytest.approx(np.eye(3), abs=1e-9)
    assert shortest(a, b) @ unit(a) == pytest.approx(unit(b))
    assert frame(a, b)[:, 2] == pytest.approx(unit(a))


def test_turn_goes_round_the_right_way() -> None:
    assert turn(vector(0, 0, 1), math.pi / 2) @ vector(1, 0, 0) == pytest.approx(
        [0, 1, 0], abs=1e-9
    )


@pytest.mark.parametrize("angle", [1e-9, 0.4, 3.0, math.pi - 1e-6])
def test_rotation_vector_undoes_turn(angle: float) -> None:
    axis = unit(vector(0.3, -0.8, 0.5))
    found = rotation_vector(turn(axis, angle))
    assert turn(found, float(np.linalg.norm(found))) == pytest.approx(turn(axis, angle), abs=1e-4)


def test_between_starts_ends_and_halves() -> None:
    axis = vector(0, 1, 0)
    a, b = turn(axis, 0.2), turn(axis, 1.4)
    assert between(a, b, 0) == pytest.approx(a)
    assert between(a, b, 1) == pytest.approx(b)
    assert between(a, b, 0.5) == pytest.approx(turn(axis, 0.8))
