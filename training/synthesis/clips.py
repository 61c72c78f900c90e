"""Clips of one person whose joints are known, to judge the application by.

A hand-held pan along a walk, a cartwheel, sitting down and getting up; and the truth of the clip
that ships. Beside `NAME.mp4` lies `NAME_truth.npz` as `training.mocap_clips` reads it, with `feet`
(T, 4, 3) m, heel and ball of the right foot, then of the left, and `up` (T, 3) away from the
ground in the camera frame.
"""

from __future__ import annotations

import math
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.errors import PosecamError
from training.datasets.store import cache_folder
from training.synthesis import posing
from training.synthesis.bake import bodies_file
from training.synthesis.body import Array, Bodies
from training.synthesis.camera import Camera, lens, look_at
from training.synthesis.demo import (
    FPS,
    demo_camera,
    demo_motion,
    demo_person,
    keyed_motion,
    write_clip,
)
from training.synthesis.furniture import Boxes
from training.synthesis.light import Panorama, plain_panorama, read_panoramas
from training.synthesis.mocap import LEG_M, Mocap
from training.synthesis.motion import Key
from training.synthesis.person import Person, Posed
from training.synthesis.renderer import Floor, Material, Renderer, Surface
from training.synthesis.retarget import Posture, standing
from training.synthesis.rotations import UP, turn, unit, vector

WIDTH, HEIGHT = 640, 480
_SHIPPED: Final = Path(__file__).resolve().parents[2] / "resources" / "demo.mp4"
_FIELD_OF_VIEW_DEG: Final = 60.0
#: Of the motion capture: a walk across the room, a cartwheel.
_WALK, _CART = "02_01", "cart"
_LEG = [skeleton.INDEX[n] for n in ("l_hip", "l_knee", "l_ankle")]
_FEET: Final = [
    [skeleton.KEYPOINT_INDEX[f"{side}_{part}"] for part in parts]
    for side in "rl"
    for parts in (("heel", "heel"), ("big_toe", "small_toe"))
]
#: World (z up, y away) to the axes of truths (y up): rows.
_TO_Y_UP: Final = np.array([[1.0, 0, 0], [0, 0, 1], [0, -1, 0]])
_SEAT_M: Final = 0.45


def make_clips(
    names: Sequence[str], out: Path, assets: Path | None = None, mocap: Path | None = None
) -> None:
    """Render clips into a folder.

    Args:
        names: of `demo`, `pan`, `cartwheel` and `sitting`.

    Raises:
        PosecamError: a name is unknown, a file or a driver is missing, or out cannot be written.
    """
    unknown = sorted(set(names) - {"demo", *_FILMS})
    if unknown:
        known = ", ".join(["demo", *_FILMS])
        raise PosecamError(f"There is no clip {', '.join(unknown)}: choose of {known}.")
    if mocap is None and {"pan", "cartwheel"} & set(names):
        raise PosecamError("pan and cartwheel are motion capture: give its file with --mocap.")
    bodies = Bodies(bodies_file(cache_folder()))
    person = demo_person(assets, bodies)
    try:
        out.mkdir(parents=True, exist_ok=True)
        if "demo" in names:
            shutil.copyfile(_SHIPPED, out / "demo.mp4")
    except OSError as error:
        raise PosecamError(f"{out} cannot be written ({error}).") from error
    panorama = _panorama(assets)
    for name in names:
        if name == "demo":
            posed = demo_motion(person)
            cameras = [demo_camera()] * len(posed)
        else:
            posed, cameras = _FILMS[name](person, None if mocap is None else Mocap(mocap))
            things = [_stool()] if name == "sitting" else []
            write_clip(out / f"{name}.mp4", _render(posed, cameras, panorama, things))
        _write_truth(out / f"{name}_truth.npz", posed, cameras)


def _pan(person: Person, mocap: Mocap | None) -> tuple[list[Posed], list[Camera]]:
    """A walk that a camera in the hand of one who stands follows."""
    posed = _captured(person, mocap, _WALK, math.pi / 2)
    rng = np.random.default_rng(7)
    count = len(posed)
    times = np.arange(count) / FPS
    shake = np.zeros((count, 6))
    for frequency in (0.4, 1.1, 2.7):  # the sway of a body and the tremor of a hand
        phase = rng.uniform(0, 2 * math.pi, 6)
        shake += np.sin(2 * math.pi * frequency * times[:, None] + phase) * 0.35 / frequency
    middle = np.array([p.joints[skeleton.ROOT] for p in posed])
    follows = np.stack([np.convolve(np.pad(m, 20, "edge"), np.ones(41) / 41, "valid")
                        for m in middle.T], 1)  # fmt: skip
    start = np.median(middle, axis=0)
    cameras = []
    for k in range(count):
        eye = vector(start[0], start[1] - 3.6, 1.55) + 0.012 * shake[k, :3]
        target = follows[k] * [1, 1, 0] + UP * 0.95 + 0.03 * shake[k, 3:]
        cameras.append(_camera(eye, target, math.radians(2.0 * shake[k, 5])))
    return posed, cameras


def _cartwheel(person: Person, mocap: Mocap | None) -> tuple[list[Posed], list[Camera]]:
    posed = _captured(person, mocap, _CART, 0.0)
    middle = np.array([p.joints[skeleton.ROOT] for p in posed])
    centre = (middle.max(0) + middle.min(0)) / 2
    camera = _camera(centre * [1, 1, 0] + vector(0, -5.2, 1.1), centre * [1, 1, 0] + UP * 0.9)
    return posed, [camera] * len(posed)


def _sitting(person: Person, _mocap: Mocap | None) -> tuple[list[Posed], list[Camera]]:
    """Twice down on a stool and up again, turned a little from the camera."""
    stand, low = standing(), _seated(8.0)
    keys = [
        Key(0.0, stand, 0.5), Key(1.0, stand, 0.5), Key(1.7, _seated(42.0, 60.0), 0.5),
        Key(2.3, low, 0.5), Key(4.0, low, 0.5), Key(4.5, _seated(42.0, 62.0), 0.5),
        Key(5.2, stand, 0.5), Key(5.9, stand, 0.5),
    ]  # fmt: skip
    posed = keyed_motion(person, keys, 6)
    camera = _camera(vector(0.0, -3.3, 1.2), vector(0.0, 0.0, 0.85))
    return posed, [camera] * len(posed)


def _seated(forward: float, bend: float = 88.0) -> Posture:
    bones = dict(standing().bones)
    for side in ("l", "r"):
        bones |= posing.leg(side, bend * 0.97, 9, bend, np.eye(3))
        bones |= posing.arm(side, (30, 80), (62, 88), np.eye(3))
    return replace(
        standing(), pelvis=posing.lean(forward * 0.7), chest=posing.lean(forward), bones=bones
    )


_FILMS: Final[dict[str, Callable[[Person, Mocap | None], tuple[list[Posed], list[Camera]]]]] = {
    "pan": _pan,
    "cartwheel": _cartwheel,
    "sitting": _sitting,
}


def _captured(person: Person, mocap: Mocap | None, clip: str, heading: float) -> list[Posed]:
    """A clip of the capture in which the person's way at first leads along `heading` from -y."""
    assert mocap is not None
    start, length = mocap.clips[mocap.number(clip)]
    rows = np.arange(start, start + length)
    path = mocap.root[rows] - mocap.root[rows[0]]
    way = path[-1, :2] if np.linalg.norm(path[-1, :2]) > 0.5 else np.array([0.0, -1.0])
    about = turn(UP, heading - math.atan2(way[0], -way[1]))
    posed = [person.pose_at(mocap.posture(int(row)).turned(about)) for row in rows]
    hip, knee, ankle = (posed[0].joints[j] for j in _LEG)
    leg = float(np.linalg.norm(hip - knee) + np.linalg.norm(knee - ankle))
    shifts = path @ about.T * (leg / LEG_M) - np.stack([p.joints[skeleton.ROOT] for p in posed])
    floor = [float(p.points[:, 2].min() + s[2]) for p, s in zip(posed, shifts, strict=True)]
    shifts[:, 2] -= np.percentile(floor, 10)
    return [p.moved(s) for p, s in zip(posed, shifts, strict=True)]


def _camera(eye: Array, target: Array, roll: float = 0.0) -> Camera:
    focal = WIDTH / 2 / math.tan(math.radians(_FIELD_OF_VIEW_DEG) / 2)
    centre = ((WIDTH - 1) / 2, (HEIGHT - 1) / 2)
    return Camera(look_at(eye, target, roll), eye, lens(focal, centre), (WIDTH, HEIGHT))


def _stool() -> Surface:
    """What is sat on, behind the heels."""
    grey = (0.35, 0.3, 0.25)
    material = Material((0.6, 0.6, 0.6), grey, grey, (1.0, 1.0), wrinkles=0.0, gloss=0.05)
    axes = turn(UP, 0.5)
    middle = axes @ vector(0.0, 0.42, 0.0)
    parts = [(middle + UP * (_SEAT_M - 0.03), vector(0.22, 0.2, 0.03))]
    parts += [
        (middle + axes @ vector(0.18 * x, 0.16 * y, _SEAT_M / 2), vector(0.02, 0.02, _SEAT_M / 2))
        for x in (-1, 1)
        for y in (-1, 1)
    ]
    return Boxes().surface("stool", parts, axes, replace(material, upper=grey, lower=grey))


def _panorama(assets: Path | None) -> Panorama:
    found = {} if assets is None else {p.name: p for p in read_panoramas(assets)}
    return found.get("lobby") or plain_panorama(np.random.default_rng(3))


def _render(
    posed: Sequence[Posed], cameras: Sequence[Camera], panorama: Panorama, things: list[Surface]
) -> list[NDArray[np.uint8]]:
    heading = math.radians(240)
    light = replace(panorama.light(heading, 1.6), sun_direction=unit(vector(-0.45, -0.75, 1.3)))
    renderer = Renderer((WIDTH, HEIGHT), shadow_size=1024)
    frames = []
    for one, camera in zip(posed, cameras, strict=True):
        background = panorama.view(camera, heading, float(camera.matrix[0, 0]))
        background = np.asarray(cv2.GaussianBlur(background, (0, 0), 1.5), dtype=np.uint8)
        low = one.joints[one.joints[:, 2] < 0.12, :2][:4]
        floor = Floor(0.0, 0.3, low)
        drawn = renderer.draw([*one.surfaces, *things], camera, light, background, floor)
        frames.append(drawn.image.copy())
    renderer.close()
    return frames


def _write_truth(path: Path, posed: Sequence[Posed], cameras: Sequence[Camera]) -> None:
    joints = np.array([p.joints for p in posed]) @ _TO_Y_UP.T
    np.savez_compressed(
        path,
        names=np.array([skeleton.NAMES[k] for k in skeleton.LIMBS]),
        joints=joints[:, skeleton.LIMBS].astype(np.float32),
        feet=joints[:, _FEET].mean(2).astype(np.float32),
        time=(np.arange(len(posed)) / FPS).astype(np.float32),
        offset=np.float32(0),
        up=np.array([camera.rotation @ UP for camera in cameras], np.float32),
    )
