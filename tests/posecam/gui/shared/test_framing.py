"""The 3D camera keeps a person whole, and what they reach."""

from __future__ import annotations

import math

import numpy as np
import pytest
from numpy.typing import NDArray

from posecam import skeleton
from posecam.gui.shared.framing import Framing
from posecam.kinematics.grounding import Z_UP
from tests.fakes.standing import standing

FloatArray = NDArray[np.float32]
I = skeleton.INDEX  # noqa: E741, as short as the table's rows
#: Metres in the view's world, the ankles at 8 cm.
SIXTEEN = (standing() @ Z_UP.T * 1e-3).astype(np.float32)
SIXTEEN[:, 2] += 0.08 - SIXTEEN[:, 2].min()
#: Tangents of half the angles of a square image.
HALF = math.tan(math.radians(16.5))


def arms_up() -> FloatArray:
    up = SIXTEEN.copy()
    for side in "lr":
        up[I[f"{side}_elbow"]] = up[I[f"{side}_shoulder"]] + [0, 0, 0.28]
        up[I[f"{side}_wrist"]] = up[I[f"{side}_elbow"]] + [0, 0, 0.25]
    return up


def seen(
    framing: Framing,
    joints: FloatArray,
    azimuth: float = -65,
    elevation: float = 12,
    above: float = 0.0,
    wide: float = HALF,
) -> FloatArray:
    """(K, 2) places of joints in the image, -1..1 from edge to edge, up positive."""
    centre, distance = framing.camera(elevation, wide, HALF, above)
    a, e = math.radians(azimuth), math.radians(elevation)
    towards = np.array([math.cos(e) * math.cos(a), math.cos(e) * math.sin(a), math.sin(e)])
    aside = np.array([-math.sin(a), math.cos(a), 0])
    up = np.cross(towards, aside)
    from_centre = joints - np.array(centre)
    depth = distance - from_centre @ towards
    return np.stack([from_centre @ aside / depth / wide, from_centre @ up / depth / HALF], 1)


@pytest.mark.parametrize("azimuth", [-90, -65, 0, 120])
@pytest.mark.parametrize("elevation", [-20, 4, 12, 45, 89])
@pytest.mark.parametrize("wide", [HALF, 0.4 * HALF, 2 * HALF])
def test_the_whole_body_is_in_the_image_from_everywhere(
    azimuth: float, elevation: float, wide: float
) -> None:
    for joints in (SIXTEEN, arms_up()):
        framing = Framing()
        framing.add([joints + np.array([0.7, -0.4, 0], np.float32)], 0.0)
        there = joints + np.array([0.7, -0.4, 0])
        assert np.abs(seen(framing, there, azimuth, elevation, wide=wide)).max() < 1


def test_a_standing_person_fills_the_image_and_stands_in_its_middle() -> None:
    framing = Framing()
    framing.add([SIXTEEN], 0.0)
    places = seen(framing, SIXTEEN)
    assert np.ptp(places[:, 1]) > 1.4
    assert abs(places[:, 1].max() + places[:, 1].min()) < 0.25


def test_what_covers_the_upper_edge_does_not_cover_the_head() -> None:
    framing = Framing()
    framing.add([SIXTEEN], 0.0)
    assert seen(framing, SIXTEEN, above=0.2)[:, 1].max() < 0.6


def test_raised_arms_are_in_view_as_they_rise_and_the_camera_comes_back_slowly() -> None:
    framing = Framing()
    for frame in range(30):
        framing.add([SIXTEEN], frame / 30)
    _, near = framing.camera(12, HALF, HALF)
    for frame in range(30, 60):
        share = np.float32(min((frame - 30) / 12, 1.0))
        rising = SIXTEEN + share * (arms_up() - SIXTEEN)
        framing.add([rising], frame / 30)
        assert np.abs(seen(framing, rising)).max() < 1
    _, far = framing.camera(12, HALF, HALF)
    assert far > near + 0.2
    framing.add([SIXTEEN], 2.0)
    _, soon = framing.camera(12, HALF, HALF)
    assert far - soon < 0.05
    framing.tighten()
    framing.add([SIXTEEN], 2.1)
    assert framing.camera(12, HALF, HALF)[1] == pytest.approx(near, abs=0.05)


def test_it_follows_a_walk_and_starts_anew_after_a_pause() -> None:
    framing = Framing()
    step = np.array([1.2 / 30, 0, 0], np.float32)
    for frame in range(90):
        there = SIXTEEN + frame * step
        framing.add([there], frame / 30)
        assert np.abs(seen(framing, there)).max() < 1
    framing.add([SIXTEEN], 60.0)
    assert framing.camera(12, HALF, HALF)[0][0] == pytest.approx(0, abs=0.02)


def test_two_are_both_in_view_and_a_take_is_framed_for_all_of_it() -> None:
    other = SIXTEEN + np.array([1.0, 0, 0], np.float32)
    framing = Framing()
    framing.add([SIXTEEN, other], 0.0)
    assert np.abs(seen(framing, np.concatenate([SIXTEEN, other]))).max() < 1
    take = Framing()
    take.expect(0.8, 2.3)
    take.add([SIXTEEN], 0.0)
    assert take.camera(12, HALF, HALF)[1] > framing.camera(12, HALF, HALF)[1] - 1
    assert np.abs(seen(take, arms_up())).max() < 1


def test_without_a_person_nothing_is_known() -> None:
    framing = Framing()
    framing.add([], 0.0)
    assert not framing.known
