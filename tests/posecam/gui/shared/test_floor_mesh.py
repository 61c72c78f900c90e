"""What lies on the floor of the 3D view: its disc, shadows and the arrow."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from posecam import skeleton
from posecam.gui.shared.floor_mesh import Facing, arrow_mesh, floor_disc, joined, shadows
from posecam.gui.shared.theme import DARK, LIGHT
from posecam.kinematics.grounding import Z_UP
from tests.fakes.standing import standing

FloatArray = NDArray[np.float32]
SURE = np.ones(skeleton.COUNT, np.float32)
I = skeleton.INDEX  # noqa: E741, as short as the table's rows
#: Metres in the view's world, the ankles at 8 cm.
SIXTEEN = (standing() @ Z_UP.T * 1e-3).astype(np.float32)
SIXTEEN[:, 2] += 0.08 - SIXTEEN[:, 2].min()


def shade(joints: FloatArray, scores: FloatArray, place: FloatArray) -> float:
    """The darkest vertex within 3 cm of a place on the floor."""
    mesh = shadows([(joints, scores)], dark=True)
    assert mesh is not None
    near = np.linalg.norm(mesh.vertices[:, :2] - place[:2], axis=1) < 0.03
    return float(mesh.colours[near, 3].max(initial=0.0))


def turned(joints: FloatArray, degrees: float) -> FloatArray:
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.asarray(joints @ np.array([[c, s, 0], [-s, c, 0], [0, 0, 1]]), np.float32)


def test_a_foot_on_the_floor_has_a_darker_shadow_than_one_in_the_air() -> None:
    ankle = I["r_ankle"]
    lifted = SIXTEEN.copy()
    lifted[[ankle, I["r_knee"]], 2] += 0.3
    lifted[ankle, 0] -= 0.5
    on = shade(SIXTEEN, SURE, SIXTEEN[ankle])
    assert shade(lifted, SURE, lifted[ankle]) < 0.5 * on


def test_what_is_not_seen_casts_no_shadow_and_no_person_none() -> None:
    scores = SURE.copy()
    scores[I["r_wrist"]] = 0
    out = SIXTEEN.copy()
    out[I["r_wrist"]] = [2.0, 2.0, 0.1]
    assert shade(out, SURE, out[I["r_wrist"]]) > 0.2
    assert shade(out, scores, out[I["r_wrist"]]) == 0
    assert shadows([], dark=True) is None


@pytest.mark.parametrize("degrees", [0, 90, 160, -70])
def test_the_arrow_points_where_the_person_faces(degrees: float) -> None:
    corners = Facing().arrow(turned(SIXTEEN, degrees), SURE, 0.0)
    assert corners is not None
    tip, notch = corners[0], corners[2]
    wanted = turned(np.array([[0, -1, 0]], np.float32), degrees)[0, :2]  # to the camera at 0
    way = (tip - notch) / np.linalg.norm(tip - notch)
    assert way @ wanted > 0.99


def test_the_arrow_turns_smoothly_and_starts_anew_after_a_pause() -> None:
    facing = Facing()
    first = facing.arrow(SIXTEEN, SURE, 0.0)
    soon = facing.arrow(turned(SIXTEEN, 90), SURE, 1 / 30)
    later = facing.arrow(turned(SIXTEEN, 90), SURE, 5.0)
    alone = Facing().arrow(turned(SIXTEEN, 90), SURE, 0.0)
    assert first is not None
    assert soon is not None
    assert later is not None
    assert np.linalg.norm(soon[0] - first[0]) < 0.3 * np.linalg.norm(later[0] - first[0])
    assert later == pytest.approx(alone)


def test_who_lies_on_their_side_or_is_hardly_seen_has_no_arrow() -> None:
    side = SIXTEEN[:, [2, 1, 0]]
    assert Facing().arrow(side, SURE, 0.0) is None
    assert Facing().arrow(SIXTEEN, np.zeros_like(SURE), 0.0) is None


def test_the_floor_is_lighter_than_what_is_behind_it_and_ends_softly() -> None:
    for theme in (DARK, LIGHT):
        mesh = floor_disc(theme)
        away = np.linalg.norm(mesh.vertices, axis=1)
        ground, floor = (
            [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
            for colour in (theme.stage, theme.floor)
        )
        assert (mesh.colours[0, :3] > ground).all()
        assert mesh.colours[0, :3] == pytest.approx(floor)
        edge = mesh.colours[away > away.max() - 1e-3, :3]
        assert edge == pytest.approx(np.broadcast_to(ground, edge.shape))


def test_two_meshes_become_one() -> None:
    corners = Facing().arrow(SIXTEEN, SURE, 0.0)
    assert corners is not None
    arrow, disc = arrow_mesh(corners, DARK), floor_disc(DARK)
    both = joined(disc, arrow)
    assert both.vertices[both.faces[-2:]] == pytest.approx(arrow.vertices[arrow.faces])
