"""A body of sticks with the bones of the real one, so that nothing needs to be baked."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from posecam.errors import PosecamError
from training.synthesis.bake import FILE_NAME
from training.synthesis.body import Bodies
from training.synthesis.renderer import Renderer

# Bone: parent, head (m) at rest. Sides are mirrored below.
_MIDDLE = {
    "root": ("", (0.0, 0.0, 0.95)),
    "spine05": ("root", (0.0, 0.0, 0.95)),
    "spine04": ("spine05", (0.0, 0.01, 1.0)),
    "spine03": ("spine04", (0.0, 0.02, 1.08)),
    "spine02": ("spine03", (0.0, 0.03, 1.2)),
    "spine01": ("spine02", (0.0, 0.03, 1.3)),
    "neck01": ("spine01", (0.0, 0.0, 1.46)),
    "neck02": ("neck01", (0.0, -0.01, 1.49)),
    "neck03": ("neck02", (0.0, -0.02, 1.52)),
    "head": ("neck03", (0.0, -0.03, 1.56)),
}
_LEFT = {
    "pelvis": ("root", (0.03, 0.0, 0.95)),
    "upperleg01": ("pelvis", (0.10, 0.0, 0.93)),
    "upperleg02": ("upperleg01", (0.11, -0.01, 0.75)),
    "lowerleg01": ("upperleg02", (0.13, -0.03, 0.53)),
    "lowerleg02": ("lowerleg01", (0.14, -0.01, 0.3)),
    "foot": ("lowerleg02", (0.16, 0.01, 0.09)),
    "toe1-1": ("foot", (0.14, -0.13, 0.02)),
    "toe4-1": ("foot", (0.19, -0.12, 0.02)),
    "clavicle": ("spine01", (0.02, -0.02, 1.4)),
    "shoulder01": ("clavicle", (0.13, 0.0, 1.4)),
    "upperarm01": ("shoulder01", (0.17, 0.0, 1.38)),
    "upperarm02": ("upperarm01", (0.24, 0.0, 1.29)),
    "lowerarm01": ("upperarm02", (0.33, 0.0, 1.18)),
    "lowerarm02": ("lowerarm01", (0.38, -0.07, 1.12)),
    "wrist": ("lowerarm02", (0.45, -0.16, 1.06)),
    "finger2-1": ("wrist", (0.475, -0.25, 1.02)),
    "finger3-1": ("wrist", (0.48, -0.24, 1.01)),
    "finger3-2": ("finger3-1", (0.495, -0.28, 0.98)),
    "finger5-1": ("wrist", (0.50, -0.20, 0.99)),
    "eye": ("head", (0.03, -0.11, 1.61)),
}
_CUBE = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)], float)
_CUBE_FACES = np.array([
    [0, 1, 3], [0, 3, 2], [4, 6, 7], [4, 7, 5], [0, 4, 5], [0, 5, 1],
    [2, 3, 7], [2, 7, 6], [0, 2, 6], [0, 6, 4], [1, 5, 7], [1, 7, 3],
])  # fmt: skip


def _bones() -> dict[str, tuple[str, tuple[float, float, float]]]:
    bones = dict(_MIDDLE)
    for end, sign in (("L", 1.0), ("R", -1.0)):
        for name, (parent, (x, y, z)) in _LEFT.items():
            above = f"{parent}.{end}" if parent in _LEFT else parent
            bones[f"{name}.{end}"] = (above, (sign * x, y, z))
    return bones


def write_stick_body(path: Path) -> None:
    """Two bodies, the second a tenth larger: small cubes along each bone, moved by it."""
    bones = _bones()
    names = list(bones)
    heads = np.array([bones[n][1] for n in names])
    children: dict[str, list[int]] = {n: [] for n in names}
    for i, name in enumerate(names):
        if bones[name][0]:
            children[bones[name][0]].append(i)
    vertices: list[NDArray[np.float64]] = []
    faces: list[NDArray[np.int64]] = []
    owner: list[int] = []
    for i, name in enumerate(names):
        ends = [heads[c] for c in children[name]] or [heads[i] + (0, 0, 0.02)]
        if name == "head":
            ends = [heads[i] + (0, 0, 0.2)]
        thick = 0.02 if name.startswith(("eye", "finger", "toe")) else 0.06
        for end in ends:
            for share in np.linspace(0, 1, 5):
                faces.append(_CUBE_FACES + len(vertices) * 8)
                vertices.append(heads[i] * (1 - share) + end * share + _CUBE * thick)
                owner += [i] * 8
    points = np.concatenate(vertices)
    weights = np.zeros((len(points), 2), np.float32)
    weights[:, 0] = 1
    table = np.concatenate(faces).astype(np.int32)
    landmarks = _landmarks(points, np.array([names[i] for i in owner]))
    limbs = np.array([names[o].startswith(("upper", "lower", "spine")) for o in owner])
    legs = np.array([names[o].startswith(("upperleg", "lowerleg")) for o in owner])
    np.savez(
        path,
        vertices=np.round(np.stack([points, points * 1.1]) * 1e4).astype(np.int16),
        heads=np.stack([heads, heads * 1.1]).astype(np.float32),
        female=np.array([True, False]),
        bones=np.array(names),
        parents=np.array([names.index(bones[n][0]) if bones[n][0] else -1 for n in names]),
        faces=table,
        uv_faces=np.zeros_like(table),
        uv=np.zeros((1, 2), np.float32),
        weight_bones=np.stack([owner, np.zeros_like(owner)], 1).astype(np.int16),
        weights=weights,
        tights_faces=table[limbs[table].all(1)],
        skirt_faces=table[legs[table].all(1)],
        landmark_names=np.array(list(landmarks)),
        landmark_vertices=np.array(list(landmarks.values()), np.int32),
    )


def _landmarks(points: NDArray[np.float64], owner: NDArray[np.str_]) -> dict[str, list[int]]:
    """Four vertices of each point on the surface, farthest out in its direction."""
    wanted: dict[str, tuple[str, tuple[float, float, float]]] = {"nose": ("head", (0, -1, 0))}
    for side, end, sign in (("l", "L", 1), ("r", "R", -1)):
        wanted[f"{side}_eye"] = (f"eye.{end}", (0, -1, 0))
        wanted[f"{side}_ear"] = ("head", (sign, 0, 0))
        wanted[f"{side}_heel"] = (f"foot.{end}", (0, 1, -0.5))
        wanted[f"{side}_big_toe"] = (f"toe1-1.{end}", (0, -1, 0))
        wanted[f"{side}_small_toe"] = (f"toe4-1.{end}", (0, -1, 0))
    out = {}
    for name, (bone, direction) in wanted.items():
        rows = np.flatnonzero(owner == bone)
        out[name] = rows[np.argsort(-(points[rows] @ direction))[:4]].tolist()
    return out


@pytest.fixture(scope="session")
def mocap_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clip of a person walking along +x, and one standing still, arms level."""
    path = tmp_path_factory.mktemp("mocap") / "mocap.npz"
    write_mocap(path)
    return path


def write_mocap(path: Path) -> None:
    """Two clips of 40 frames at 30 fps in the layout of the motion-capture file."""
    sides = {"l": 1.0, "r": -1.0}
    names = ["pelvis", "spine", "thorax", "neck", "head", "head_top"]
    names += [f"{j}_{s}" for s in ("r", "l") for j in (
        "hip", "knee", "ankle", "heel", "toe", "shoulder", "elbow", "wrist", "hand")]  # fmt: skip
    frames, index = 40, {n: i for i, n in enumerate(names)}
    relative = np.zeros((2, frames, len(names), 3))
    for name, z in (("spine", 0.25), ("thorax", 0.5), ("neck", 0.5), ("head", 0.6),
                    ("head_top", 0.8)):  # fmt: skip
        relative[:, :, index[name], 2] = z
    for side, sign in sides.items():
        for name, y, z in (("hip", 0.12, 0), ("shoulder", 0.18, 0.5)):
            relative[:, :, index[f"{name}_{side}"]] = (0, y * sign, z)
        swing = 0.4 * np.sin(np.arange(frames) * 0.25) * sign
        thigh = np.stack([np.sin(swing), np.zeros(frames), -np.cos(swing)], 1) * 0.443
        shin = np.stack([np.sin(swing - 0.2), np.zeros(frames), -np.cos(swing - 0.2)], 1) * 0.452
        for clip in range(2):
            hip = relative[clip, :, index[f"hip_{side}"]]
            relative[clip, :, index[f"knee_{side}"]] = hip + (
                thigh if clip == 0 else (0, 0, -0.443)
            )
            knee = relative[clip, :, index[f"knee_{side}"]]
            ankle = knee + (shin if clip == 0 else (0, 0, -0.452))
            relative[clip, :, index[f"ankle_{side}"]] = ankle
            relative[clip, :, index[f"toe_{side}"]] = np.add(ankle, (0.17, 0, -0.06))
            shoulder = relative[clip, :, index[f"shoulder_{side}"]]
            down = (0, 0, -1) if clip == 0 else (0, sign, 0)
            relative[clip, :, index[f"elbow_{side}"]] = shoulder + np.multiply(down, 0.283)
            relative[clip, :, index[f"wrist_{side}"]] = shoulder + np.multiply(down, 0.54)
    relative[:, :, [index["heel_l"], index["heel_r"]]] = np.nan
    root = np.zeros((2, frames, 3))
    root[..., 2] = 0.93
    root[0, :, 0] = np.arange(frames) * 1.2 / 30
    np.savez(
        path,
        root=root.reshape(-1, 3).astype(np.float32),
        relative=relative.reshape(-1, len(names), 3).astype(np.float16),
        joint_names=np.array(names),
        start=np.array([0, frames]),
        length=np.array([frames, frames]),
    )


@pytest.fixture(scope="session")
def bodies_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of bodies in a cache folder."""
    path = tmp_path_factory.mktemp("bodies") / FILE_NAME
    write_stick_body(path)
    return path


@pytest.fixture(scope="session")
def bodies(bodies_path: Path) -> Bodies:
    """The two stick bodies."""
    return Bodies(bodies_path)


@pytest.fixture(scope="session")
def can_render() -> None:
    """Skip where there is no OpenGL to render with."""
    pytest.importorskip("moderngl", reason="the extra 'synthesis' is not installed")
    try:
        Renderer((8, 8)).close()
    except PosecamError as error:
        pytest.skip(str(error))
