"""The demonstration clip: one person moving in front of a fixed camera, without an end."""

from __future__ import annotations

import math
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.errors import PosecamError
from training.datasets.store import cache_folder
from training.synthesis import posing
from training.synthesis.bake import bodies_file
from training.synthesis.body import Bodies
from training.synthesis.camera import Camera, lens, look_at
from training.synthesis.clothes import Garment, read_wardrobe
from training.synthesis.light import plain_panorama, read_panoramas
from training.synthesis.motion import Key, Motion, walk_along
from training.synthesis.person import Clothes, Person, Posed, painted_regions
from training.synthesis.renderer import PLAIN, Floor, Material, Renderer
from training.synthesis.retarget import Posture, Rig, standing
from training.synthesis.rotations import unit, vector

WIDTH, HEIGHT, FPS, SECONDS = 960, 540, 30, 12
#: Drawn this many times larger and averaged, against jagged edges.
_OVERSAMPLING = 2
_CAMERA_HEIGHT_M, _DISTANCE_M, _FIELD_OF_VIEW_DEG = 1.2, 3.4, 66.0
_STAND = standing()


def make_demo(assets: Path | None, out: Path) -> None:
    """Write the clip as an H.264 .mp4.

    Raises:
        PosecamError: a package or a driver is missing, or out cannot be written.
    """
    bodies = Bodies(bodies_file(cache_folder()))
    person = demo_person(assets, bodies)
    panoramas = {p.name: p for p in read_panoramas(assets)} if assets else {}
    panorama = panoramas.get("lobby") or plain_panorama(np.random.default_rng(3))
    camera = demo_camera()
    size = (WIDTH * _OVERSAMPLING, HEIGHT * _OVERSAMPLING)
    renderer = Renderer(size, shadow_size=2048)
    heading = math.radians(240)
    background = panorama.view(camera, heading, float(camera.matrix[0, 0]))
    background = np.asarray(cv2.GaussianBlur(background, (0, 0), 2.0), dtype=np.uint8)
    # Many lamps light the room; one from the front and above stands for all of them.
    lamp = unit(vector(-0.45, -0.75, 1.3))
    light = replace(panorama.light(heading, 1.6), sun_direction=lamp)
    frames: list[NDArray[np.uint8]] = []
    for posed in demo_motion(person):
        feet = posed.joints[[skeleton.INDEX["l_ankle"], skeleton.INDEX["r_ankle"]]]
        down = feet[feet[:, 2] < feet[:, 2].min() + 0.04, :2]
        drawn = renderer.draw(posed.surfaces, camera, light, background, Floor(0.0, 0.3, down))
        small = cv2.resize(drawn.image, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA)
        frames.append(np.asarray(small, dtype=np.uint8))
    write_clip(out, frames)


def demo_motion(person: Person) -> list[Posed]:
    """The person in each frame of the clip, on the ground."""
    return keyed_motion(person, _keys(), SECONDS)


def keyed_motion(person: Person, keys: list[Key], seconds: int) -> list[Posed]:
    """A person who moves through key postures, feet that carry the weight in place."""
    motion = Motion(keys, seconds)
    postures = [motion.at(i / FPS) for i in range(seconds * FPS)]
    path = walk_along(np.stack([person.pose(p).joints for p in postures]))
    return [person.pose(p).moved(np.append(at, 0.0)) for p, at in zip(postures, path, strict=True)]


def demo_camera() -> Camera:
    """The camera of the clip."""
    eye = vector(0.0, -_DISTANCE_M, _CAMERA_HEIGHT_M)
    focal = WIDTH / 2 / math.tan(math.radians(_FIELD_OF_VIEW_DEG) / 2)
    rotation = look_at(eye, vector(0.0, 0.0, 0.97))
    return Camera(rotation, eye, lens(focal, ((WIDTH - 1) / 2, (HEIGHT - 1) / 2)), (WIDTH, HEIGHT))


def demo_person(assets: Path | None, bodies: Bodies) -> Person:
    """A woman of ordinary build in sports clothes; painted clothes without assets."""
    number = min((i for i in range(len(bodies)) if bodies.shape(i).female),
                 key=lambda i: _oddness(bodies, i))  # fmt: skip
    shape, rig = bodies.shape(number), Rig(bodies)
    upper, lower = (0.72, 0.15, 0.07), (0.03, 0.045, 0.09)
    iris = (0.08, 0.05, 0.02)
    if assets is None:
        body = Material((0.82, 0.62, 0.5), upper, lower, (1.0, 1.0), PLAIN, 0.08, painted=True)
        regions = painted_regions(np.random.default_rng(0), bodies, shape)
        return Person(bodies, rig, shape, Clothes([], regions, body, iris))
    wardrobe = read_wardrobe(assets, bodies)
    named = {g.name: g for g in (*wardrobe.outfits, *wardrobe.shoes, *wardrobe.hair)}
    skins = {p.name: p for p in wardrobe.skins_female}
    hair = (0.16, 0.09, 0.045)
    materials = (
        ("female_casualsuit01", Material(Path(), upper, lower, (1.0, 0.0), PLAIN)),
        ("shoes01", Material(Path(), gloss=0.15, wrinkles=0.0)),
        (
            "ponytail01",
            Material(Path(), hair, hair, (0.8, 0.8), gloss=0.08, cutoff=0.35, wrinkles=0.0),
        ),
    )
    try:
        garments: list[tuple[Garment, Material]] = [
            (named[n], replace(material, texture=named[n].texture)) for n, material in materials
        ]
        skin = skins["young_lightskinned_female_diffuse2.png"]
    except KeyError as error:
        raise PosecamError(f"{assets} lacks {error}, which the clip needs.") from error
    body = Material(skin, gloss=0.08, painted=True)
    bare = np.zeros(len(shape.vertices))
    return Person(bodies, rig, shape, Clothes(garments, bare, body, iris))


def _oddness(bodies: Bodies, number: int) -> float:
    """How far a body is from 1.68 m and from a slim build."""
    points = bodies.shape(number).vertices[bodies.is_skin]
    height = float(np.ptp(points[:, 2]))
    depth = float(np.ptp(points[np.abs(points[:, 0]) < 0.08][:, 1]))
    return 3 * abs(height - 1.68) + abs(depth / height - 0.165)


def _keys() -> list[Key]:
    """Wave, two squats, arms overhead, a step to each side, a full turn."""
    keys = [Key(0.0, _STAND)]
    keys += [Key(0.75 + 0.27 * k, _wave(22.0 if k % 2 else -20.0)) for k in range(5)]
    keys += [
        Key(2.45, _STAND), Key(2.75, _STAND), Key(3.5, _squat()), Key(3.7, _squat()),
        Key(4.35, _STAND), Key(5.05, _squat()), Key(5.25, _squat()), Key(5.95, _STAND),
        Key(6.35, _arms(90)), Key(6.75, _arms(172)), Key(6.95, _arms(172)), Key(7.35, _arms(90)),
        Key(7.75, _STAND),
        Key(8.05, _lift("r", 22, 12)), Key(8.35, _lunge("r")), Key(8.6, _lunge("r")),
        Key(8.9, _lift("r", 22, 12)), Key(9.15, _STAND),
        Key(9.35, _lift("l", 22, 12)), Key(9.65, _lunge("l")), Key(9.85, _lunge("l")),
        Key(10.1, _lift("l", 22, 12)), Key(10.3, _STAND),
    ]  # fmt: skip
    for k in range(1, 6):
        side = "l" if k % 2 else "r"
        heading = 2 * math.pi * k / 6
        keys.append(Key(10.3 + 0.25 * k, _lift(side, 26, 4, swing=True), heading))
    keys.append(Key(11.8, _STAND, 2 * math.pi))
    return keys


def _wave(swing: float) -> Posture:
    chest = posing.lean(left=-3, twist=4)
    bones = _STAND.bones | posing.arm("r", (78, 18), (165 + swing * 0.2, 15), chest)
    fore = bones["r_forearm"] + chest @ vector(-math.sin(math.radians(swing)), 0, 0)
    bones["r_forearm"] = fore / np.linalg.norm(fore)
    return replace(
        _STAND, chest=chest, head=posing.lean(left=-6), bones=bones,
        pronation=_STAND.pronation | {"r": math.radians(165)}, curl={"l": 0.35, "r": 0.0},
    )  # fmt: skip


def _squat() -> Posture:
    pelvis, chest = posing.lean(forward=28), posing.lean(forward=36)
    bones = posing.leg("l", 84, 16, 108, np.eye(3)) | posing.leg("r", 84, 16, 108, np.eye(3))
    for side in ("l", "r"):
        bones |= posing.arm(side, (84, 86), (90, 96), np.eye(3))
    return replace(_STAND, pelvis=pelvis, chest=chest, head=posing.lean(forward=6), bones=bones,
                   curl={"l": 0.1, "r": 0.1})  # fmt: skip


def _arms(elevation: float) -> Posture:
    bones = dict(_STAND.bones)
    for side in ("l", "r"):
        bones |= posing.arm(side, (elevation, 8), (elevation + 4, 12), np.eye(3))
    return replace(_STAND, head=posing.lean(forward=-8 * elevation / 172), bones=bones,
                   curl={"l": 0.05, "r": 0.05})  # fmt: skip


def _lift(side: str, flexion: float, spread: float, *, swing: bool = False) -> Posture:
    """One foot off the floor."""
    bones = _STAND.bones | posing.leg(side, flexion, spread, flexion + 22, np.eye(3))
    other = "l" if side == "r" else "r"
    if swing:
        bones |= posing.arm(other, (28, 80), (62, 92), np.eye(3))
        bones |= posing.arm(side, (26, -60), (30, 70), np.eye(3))
    else:
        for arm in ("l", "r"):
            bones |= posing.arm(arm, (45, 20), (62, 60), np.eye(3))
    return replace(_STAND, bones=bones)


def _lunge(side: str) -> Posture:
    """Sideways: one knee bent over its foot, the other leg stretched."""
    other = "l" if side == "r" else "r"
    out = 1.0 if side == "l" else -1.0
    bones = posing.leg(side, 44, 38, 62, np.eye(3), toes_out=0)
    stretched = vector(-0.52 * out, -0.06, -0.85)
    bones |= {
        f"{other}_thigh": stretched, f"{other}_shin": stretched + vector(0, 0.08, 0),
        f"{other}_foot": _STAND.bones[f"{other}_foot"],
    }  # fmt: skip
    for arm in ("l", "r"):
        bones |= posing.arm(arm, (86, 8), (90, 14), np.eye(3))
    bones = {n: v / np.linalg.norm(v) for n, v in bones.items()}
    return replace(_STAND, pelvis=posing.lean(forward=10), chest=posing.lean(12, 4 * out),
                   head=posing.lean(forward=2), bones=bones, curl={"l": 0.1, "r": 0.1})  # fmt: skip


def write_clip(out: Path, frames: list[NDArray[np.uint8]]) -> None:
    """Write frames (H, W, 3) RGB, all of one size, as H.264.

    Raises:
        PosecamError: it cannot be written.
    """
    import av

    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with av.open(str(out), "w") as container:
            stream = container.add_stream("libx264", rate=Fraction(FPS))
            stream.height, stream.width = frames[0].shape[:2]
            stream.pix_fmt = "yuv420p"
            stream.options = {"crf": "19", "preset": "slow", "movflags": "+faststart"}
            for frame in frames:
                container.mux(stream.encode(av.VideoFrame.from_ndarray(frame, format="rgb24")))
            container.mux(stream.encode())
    except OSError as error:
        raise PosecamError(f"The clip cannot be written to {out} ({error}).") from error
