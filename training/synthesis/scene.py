"""One image with its truth: person, surroundings, light, camera, and what goes wrong."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.geometry import joints_box
from training.synthesis import degrade
from training.synthesis.body import Array, Bodies
from training.synthesis.camera import Camera
from training.synthesis.clothes import Wardrobe, read_wardrobe
from training.synthesis.furniture import Boxes, furnish
from training.synthesis.light import Light, Panorama, plain_panorama, read_image, read_panoramas
from training.synthesis.mocap import Mocap
from training.synthesis.person import Person, Posed, dress
from training.synthesis.poses import Situation, View, random_heading, sample_situation
from training.synthesis.renderer import Floor, Renderer, Surface
from training.synthesis.retarget import Rig
from training.synthesis.rotations import UP, unit, vector
from training.synthesis.shots import Shot, seen_joints, shoot
from training.synthesis.tailor import Tailor

#: Side of the images, px, and of what is rendered for them.
SIZE = 256
_DRAWN = 384
_SECOND_PERSON_SHARE = 0.14
_COVER_SHARE = 0.15
_SMALL_SHARE = 0.14
_ATTEMPTS = 6
#: A keypoint is hidden when something is this much nearer to the camera, m: joints lie inside the
#: body, those of the trunk deeper, under clothes; the other keypoints are on its surface.
_PLAY_M = {
    "pelvis": 0.19, "thorax": 0.21, "hip": 0.15, "upper_neck": 0.13, "head_top": 0.14,
    "shoulder": 0.11, "knee": 0.12, "elbow": 0.08, "ankle": 0.08, "wrist": 0.06,
    "heel": 0.05, "toe": 0.05, "nose": 0.03, "eye": 0.03, "ear": 0.04, "index": 0.04,
    "pinky": 0.04,
}  # fmt: skip
_PLAY = np.array(
    [next(v for k, v in _PLAY_M.items() if n.endswith(k)) for n in skeleton.KEYPOINT_NAMES]
)
_JOINTS = slice(skeleton.COUNT)


@dataclass(frozen=True, slots=True, eq=False)
class Truth:
    """What is known of an image without drawing it.

    Attributes:
        joints_2d: (31, 2) px; 0 behind the camera.
        visible: (31,) in the image.
        joints_3d: (31, 3) mm, camera frame.
        box: (4,) x, y, w, h round those of the sixteen joints that are in the image, px.
        camera: (3, 3) from camera frame to pixels.
        up: (3,) unit vector away from the ground, camera frame.
        field_of_view_deg: of the whole frame that the image is cut from, along its longer side.
        frame_size: (2,) of that frame, px of the image.
        distance: from the camera to the pelvis, mm.
    """

    joints_2d: Array
    visible: NDArray[np.bool_]
    joints_3d: Array
    box: Array
    camera: Array
    up: Array
    field_of_view_deg: float
    frame_size: Array
    distance: float


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """An image and its truth.

    Attributes:
        image: (SIZE, SIZE, 3) uint8 RGB.
        mask: (SIZE, SIZE) where the person is seen.
        occluded: (31,) in the image, but something is in front.
    """

    image: NDArray[np.uint8]
    mask: NDArray[np.bool_]
    occluded: NDArray[np.bool_]
    truth: Truth


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """All that is drawn, before it is drawn.

    Attributes:
        surfaces: of the person, of furniture and of other people.
        joints: (31, 3) m, in the world.
        shot: the camera.
    """

    surfaces: list[Surface]
    joints: Array
    shot: Shot

    def truth(self) -> Truth:
        """What is known without drawing."""
        camera = self.shot.camera
        local, pixels, visible = seen_joints(camera, self.joints)
        box = np.zeros(4)
        if visible[_JOINTS].any():
            box = np.asarray(joints_box(pixels[_JOINTS], visible[_JOINTS]), dtype=np.float64)
        return Truth(
            pixels,
            visible,
            local * 1000,
            box,
            camera.matrix,
            camera.rotation @ UP,
            self.shot.field_of_view_deg,
            self.shot.frame_size,
            float(np.linalg.norm(local[skeleton.ROOT])) * 1000,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Surroundings:
    """What is behind a person and lights them; the same for all frames of a sequence."""

    background: NDArray[np.uint8]
    light: Light
    shadow: float


class Studio:
    """Everything that images are made of; make one in each process."""

    def __init__(
        self,
        bodies: Path,
        assets: Path | None,
        mocap: Path | None = None,
        device: int | None = None,
    ) -> None:
        """Read bodies, assets and motion; device is the renderer's, opened at the first image.

        Raises:
            PosecamError: something cannot be read.
        """
        self._bodies = Bodies(bodies)
        self._rig, self._boxes, self._tailor = Rig(self._bodies), Boxes(), Tailor(self._bodies)
        self._wardrobe = Wardrobe()
        self._panoramas: list[Panorama] = []
        self._photos: list[NDArray[np.uint8]] = []
        if assets is not None:
            self._wardrobe = read_wardrobe(assets, self._bodies)
            self._panoramas = read_panoramas(assets)
            self._photos = [read_image(p) for p in sorted((assets / "photos").glob("*.jpg"))]
        self.mocap = None if mocap is None else Mocap(mocap)
        self._renderer: Renderer | None = None
        self._device = device

    def close(self) -> None:
        """Release the renderer, if anything was drawn."""
        if self._renderer is not None:
            self._renderer.close()

    def renderer(self) -> Renderer:
        """The renderer, opened now if nothing was drawn yet.

        Raises:
            PosecamError: nothing can be drawn on this machine or this device.
        """
        if self._renderer is None:
            self._renderer = Renderer((_DRAWN, _DRAWN), device=self._device)
        return self._renderer

    def sample(self, seed: int, number: int) -> tuple[Sample, int]:
        """Image `number` of a seed, and how many tries showed too little of its person.

        Raises:
            PosecamError: nothing can be drawn on this machine.
        """
        for attempt in range(_ATTEMPTS):
            scene = self.scene(seed, number, attempt)
            rng = np.random.default_rng([seed, number, attempt, 1])
            made = self.draw(rng, scene, self.surroundings(rng, scene.shot.camera))
            if shows_enough(made):
                break
        return made, attempt

    def scene(self, seed: int, number: int, attempt: int) -> Scene:
        """What image `number` shows; it depends on these three numbers alone."""
        rng = np.random.default_rng([seed, number, attempt, 0])
        situation = sample_situation(rng, self.mocap)
        person = self.person(rng)
        view = situation.view
        if person.long_dress and view in {View.ANY, View.FRONT} and rng.random() < 0.45:
            view = View.BEHIND
        posed, things = furnish(
            rng, self._boxes, person.pose(situation.posture), situation.furniture
        )
        shot = shoot(rng, posed.joints, view, SIZE)
        surfaces = [*posed.in_mask().surfaces, *things]
        if rng.random() < _SECOND_PERSON_SHARE:
            surfaces += self._second(rng, posed, shot.camera, desk=view is View.DESK).surfaces
        return Scene(surfaces, posed.joints, shot)

    def person(self, rng: np.random.Generator) -> Person:
        """A random body in random clothes."""
        number = int(rng.integers(len(self._bodies)))
        return dress(rng, self._bodies, self._rig, self._wardrobe, self._tailor, number)

    def draw(
        self,
        rng: np.random.Generator,
        scene: Scene,
        around: Surroundings,
        grain_rng: np.random.Generator | None = None,
    ) -> Sample:
        """The image of a scene, degraded as a camera's would be.

        grain_rng, where given, changes the grain of the noise alone.

        Raises:
            PosecamError: nothing can be drawn on this machine.
        """
        renderer = self.renderer()
        camera, truth = scene.shot.camera, scene.truth()
        floor = Floor(0.0, around.shadow, _contacts(scene.joints[_JOINTS]))
        drawn = renderer.draw(scene.surfaces, camera, around.light, around.background, floor)
        small = (SIZE, SIZE)
        image = degrade.as_image(cv2.resize(drawn.image, small, interpolation=cv2.INTER_AREA))
        mask = cv2.resize(drawn.mask, small, interpolation=cv2.INTER_AREA)
        occluded = _behind(drawn.depth_at, truth)
        if rng.random() < _COVER_SHARE:
            image, over = degrade.cover(rng, image, self._photos)
            at = np.clip(np.rint(truth.joints_2d).astype(int), 0, SIZE - 1)
            occluded |= truth.visible & over[at[:, 1], at[:, 0]]
            mask[over] = 0
        image = degrade.blur(rng, degrade.expose(rng, image))
        if rng.random() < _SMALL_SHARE:
            image = degrade.shrink(rng, image)
        return Sample(degrade.noise(rng, image, grain_rng), mask > 127, occluded, truth)

    def _second(
        self, rng: np.random.Generator, first: Posed, camera: Camera, *, desk: bool
    ) -> Posed:
        """Another person beside or behind the first, seldom in front."""
        situation: Situation = sample_situation(rng, self.mocap)
        posed = self.person(rng).pose(random_heading(rng, situation.posture))
        away = first.joints[skeleton.ROOT] - camera.position
        away = unit(vector(away[0], away[1], 0.0))
        side = vector(away[1], -away[0], 0.0) * float(rng.choice([-1, 1]))
        behind = rng.uniform(0.5, 2.5) if desk else rng.uniform(-0.4, 2.0)
        shift = away * behind + side * rng.uniform(0.45, 1.4)
        return posed.moved(shift).tagged("'")

    def surroundings(self, rng: np.random.Generator, camera: Camera) -> Surroundings:
        """A background with its light, as this camera sees it."""
        yaw = rng.uniform(0, 2 * math.pi)
        if self._panoramas:
            panorama = self._panoramas[int(rng.integers(len(self._panoramas)))]
        else:
            panorama = plain_panorama(rng)
        light = panorama.light(yaw, math.exp(rng.uniform(math.log(1.0), math.log(2.7))))
        if light.sun_direction[2] < 0.25 or rng.random() < 0.4:
            towards = vector(rng.normal(), rng.normal(), rng.uniform(0.3, 2))
            light = replace(light, sun_direction=unit(towards))
        if float(light.sun.mean()) < 0.3 * panorama.mean:
            light = replace(light, sun=np.full(3, panorama.mean) * rng.uniform(0.2, 2.5))
        warm = np.exp(rng.normal() * 0.12 * np.array([1.0, 0.0, -1.0]))
        light = replace(light, sun=light.sun * warm, ambient=light.ambient / np.sqrt(warm))
        shadow = rng.uniform(0.25, 0.65)
        if self._photos and rng.random() < 0.3 and _is_level(camera):
            return Surroundings(degrade.cut(rng, self._photos, (SIZE, SIZE)), light, shadow)
        # The panorama has few pixels: it is seen through a wider lens than the person.
        widest = SIZE / 2 / math.tan(math.radians(rng.uniform(36, 88)) / 2)
        focal = min(float(camera.matrix[0, 0]), widest)
        return Surroundings(panorama.view(camera, yaw, focal), light, shadow)


def shows_enough(sample: Sample) -> bool:
    """Whether a person could be recognised: some of the sixteen joints are seen."""
    visible = sample.truth.visible[_JOINTS]
    shown = visible & ~sample.occluded[_JOINTS]
    return bool(shown.sum() >= 5 and shown.sum() >= 0.4 * visible.sum())


def _is_level(camera: Camera) -> bool:
    """Whether a photograph, which is level, can be its background."""
    up = camera.rotation @ UP
    return bool(abs(up[0]) < 0.09 and abs(up[2]) < 0.22)


def _contacts(joints: Array) -> Array:
    """(N, 2) where the feet, or what else is low, touch the floor."""
    low = np.argsort(joints[:, 2])[:4]
    return np.asarray(joints[low][joints[low, 2] < 0.16, :2])


def _behind(depth_at: Callable[[NDArray[np.intp]], Array], truth: Truth) -> NDArray[np.bool_]:
    """(31,) keypoints in the image that something stands before.

    The middle of nine samples about each keypoint is compared, against the noise of edges.
    """
    scale = _DRAWN / SIZE
    at = ((truth.joints_2d + 0.5) * scale).astype(int)
    around = np.stack(np.meshgrid((-1, 0, 1), (-1, 0, 1)), axis=-1).reshape(1, 9, 2)
    near = np.clip(at[:, None] + around, 0, _DRAWN - 1)
    depth = np.median(depth_at(near), axis=1)
    return np.asarray(truth.visible & (depth < truth.joints_3d[:, 2] / 1000 - _PLAY))
