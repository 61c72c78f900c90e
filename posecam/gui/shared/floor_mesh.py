"""What lies on the floor of the 3D view: its disc, the shadows, and the way the person faces.

No Qt. Metres in the view's world, Z up; meshes are flat and their colours hold how much of them
is seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.gui.shared.body_mesh import Mesh
from posecam.gui.shared.theme import Theme, opacity, rgb
from posecam.kinematics.stage import SOLE
from posecam.pose import HIDDEN_SCORE

FloatArray = NDArray[np.float32]

#: Radius of the disc.
DISC: Final = 2.1
#: What casts a shadow: keypoint, radius, and how high it is where the body touches the floor.
_PAIRED: Final = (
    ("heel", 0.055, 0.02), ("big_toe", 0.055, 0.02), ("small_toe", 0.055, 0.02),
    ("ankle", 0.075, SOLE), ("knee", 0.09, 0.06), ("wrist", 0.06, 0.03), ("elbow", 0.06, 0.04),
)  # fmt: skip
_CASTERS: Final = (
    *((f"{side}_{name}", radius, rests) for side in "rl" for name, radius, rests in _PAIRED),
    *(("pelvis", 0.17, 0.1), ("thorax", 0.17, 0.1), ("head_top", 0.10, 0.02)),
)
#: How fast a shadow fades with height, metres, and how much wider it grows.
_FADES_M, _WIDENS = 0.13, 0.32
#: The least share of the darkest that is worth drawing.
_FAINTEST: Final = 0.1
#: How dark a shadow is right below what touches the floor, in a dark and in a light theme.
_DARKEST: Final = {True: 0.62, False: 0.30}
_RINGS: Final = np.array([0.0, 0.4, 0.7, 1.0], np.float32)
_RING_SHADE: Final = np.array([1.0, 0.72, 0.28, 0.0], np.float32)
_SIDES: Final = 16
#: The arrow: tip, wings and notch, from the middle of the feet forward.
_ARROW: Final = np.array([[0.56, 0], [0.41, 0.085], [0.455, 0], [0.41, -0.085]], np.float32)
_ARROW_FACES: Final = np.array([[0, 1, 2], [0, 2, 3]], np.uint32)
#: Time constant of the arrow, and the longest pause over which it goes on, seconds.
_TURN_TAU, _PAUSE = 0.25, 0.5
#: Least length, metres, of hips and shoulders seen from above that says where a person faces.
_LEAST_ACROSS: Final = 0.15
_ANKLES: Final = [skeleton.INDEX["r_ankle"], skeleton.INDEX["l_ankle"]]


def _fan(rings: int, sides: int) -> NDArray[np.uint32]:
    """Triangles of a disc: its middle, then rings of `sides` vertices."""
    side = np.arange(sides)
    after = (side + 1) % sides
    parts = [np.stack([np.zeros(sides, int), 1 + side, 1 + after], 1)]
    for ring in range(rings - 1):
        a, b = 1 + ring * sides + side, 1 + ring * sides + after
        parts += [np.stack([a, a + sides, b], 1), np.stack([b, a + sides, b + sides], 1)]
    return np.concatenate(parts).astype(np.uint32)


def _spokes(rings: FloatArray, sides: int) -> FloatArray:
    """(1 + rings * sides, 2) vertices of a disc of radius 1."""
    angle = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    circle = np.stack([np.cos(angle), np.sin(angle)], 1)
    around = (rings[1:, None, None] * circle).reshape(-1, 2)
    return np.concatenate([np.zeros((1, 2)), around]).astype(np.float32)


_DISC: Final = _spokes(_RINGS, _SIDES)
_DISC_FACES: Final = _fan(len(_RINGS) - 1, _SIDES)
_DISC_SHADE: Final = np.concatenate([_RING_SHADE[:1], np.repeat(_RING_SHADE[1:], _SIDES)])


def floor_disc(theme: Theme, radius: float = DISC) -> Mesh:
    """The floor: lighter than what is behind it, of that colour at its edge."""
    rings = np.linspace(0, 1, 9, dtype=np.float32)
    flat = _spokes(rings, 48) * radius
    shown = 1 - np.clip((rings - 0.15) / 0.85, 0, 1) ** 1.5
    share = np.concatenate([shown[:1], np.repeat(shown[1:], 48)])[:, None]
    behind = rgb(theme.stage)
    colours = np.ones((len(flat), 4), np.float32)
    colours[:, :3] = behind + (rgb(theme.floor) - behind) * share
    return _flat(flat, colours, _fan(len(rings) - 1, 48))


def shadows(people: Sequence[tuple[FloatArray, FloatArray]], *, dark: bool) -> Mesh | None:
    """Blurred discs below feet, hands and bodies, darker the nearer they are to the floor.

    Args:
        people: (K, 3) joints and (K,) scores of each.
        dark: the theme.
    """
    found = [_cast(joints, scores) for joints, scores in people]
    if not found:
        return None
    places, radii, shades = (np.concatenate(part) for part in zip(*found, strict=True))
    flat = (places[:, None] + _DISC * radii[:, None, None]).reshape(-1, 2)
    colours = np.zeros((len(flat), 4), np.float32)
    colours[:, 3] = (shades[:, None] * _DISC_SHADE * _DARKEST[dark]).reshape(-1)
    first = np.arange(len(places), dtype=np.uint32)[:, None, None] * np.uint32(len(_DISC))
    return _flat(flat, colours, (first + _DISC_FACES).reshape(-1, 3))


def _cast(joints: FloatArray, scores: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """(N, 2) places, (N,) radii and (N,) shades 0..1 of one person's discs."""
    known = [row for row in _CASTER_ROWS if row[0] < len(joints)]
    index = [row[0] for row in known]
    radius, rests = np.array([row[1:] for row in known], np.float32).T
    height = np.maximum(joints[index, 2] - rests, 0)
    shade = (opacity(scores[index]) / (1 + height / _FADES_M)).astype(np.float32)
    seen = shade > _FAINTEST
    return joints[index, :2][seen], (radius + _WIDENS * height)[seen], shade[seen]


_CASTER_ROWS: Final = [
    (skeleton.KEYPOINT_INDEX[name], radius, rests) for name, radius, rests in _CASTERS
]


class Facing:
    """Which way a person faces, from one moment to the next, without trembling."""

    def __init__(self) -> None:
        self._way: FloatArray | None = None
        self._time = 0.0

    def clear(self) -> None:
        """Forget the person."""
        self._way = None

    def arrow(self, joints: FloatArray, scores: FloatArray, seconds: float) -> FloatArray | None:
        """(4, 2) corners of the arrow on the floor; None while it cannot be told.

        Args:
            joints: (K, 3), scores: (K,) of the person.
            seconds: of this moment.
        """
        across = np.zeros(2, np.float32)
        for part in ("hip", "shoulder"):
            ends = [skeleton.INDEX[f"{side}_{part}"] for side in "lr"]
            if scores[ends].min() >= HIDDEN_SCORE:
                across += joints[ends[0], :2] - joints[ends[1], :2]
        long = float(np.linalg.norm(across))
        if long < _LEAST_ACROSS:
            return None
        way = np.array([across[1], -across[0]], np.float32) / long
        step = seconds - self._time
        if self._way is not None and 0 <= step <= _PAUSE:
            way = self._way + (way - self._way) * np.float32(1 - np.exp(-step / _TURN_TAU))
            way /= max(float(np.linalg.norm(way)), 1e-3)
        self._way, self._time = way, seconds
        seen = scores[_ANKLES].min() >= HIDDEN_SCORE
        middle = joints[_ANKLES].mean(0) if seen else joints[skeleton.ROOT]
        turn = np.array([way, [-way[1], way[0]]], np.float32)
        return np.asarray(middle[:2] + _ARROW @ turn, np.float32)


def arrow_mesh(corners: FloatArray, theme: Theme) -> Mesh:
    """The arrow of `Facing.arrow`, in the theme's colour."""
    colours = np.full((len(corners), 4), 0.85, np.float32)
    colours[:, :3] = rgb(theme.muted)
    return _flat(corners, colours, _ARROW_FACES)


def joined(one: Mesh, other: Mesh) -> Mesh:
    """Both in one mesh, the other drawn later."""
    return Mesh(
        np.concatenate([one.vertices, other.vertices]),
        np.concatenate([one.normals, other.normals]),
        np.concatenate([one.colours, other.colours]),
        np.concatenate([one.faces, other.faces + np.uint32(len(one.vertices))]),
    )


def _flat(places: FloatArray, colours: FloatArray, faces: NDArray[np.uint32]) -> Mesh:
    vertices = np.zeros((len(places), 3), np.float32)
    vertices[:, :2] = places
    return Mesh(vertices, np.zeros_like(vertices), colours, faces)
