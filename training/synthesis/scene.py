"""One picture with its truth: person, surroundings, light, camera, and what goes wrong."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.geometry import joints_box
from training.synthesis import spoil
from training.synthesis.body import Array, Bodies
from training.synthesis.camera import Camera
from training.synthesis.clothes import Wardrobe, read_wardrobe
from training.synthesis.furniture import Boxes, furnish
from training.synthesis.light import Light, Panorama, plain_panorama, read_panoramas, read_picture
from training.synthesis.person import Posed, dress
from training.synthesis.poses import PoseBank, random_heading, sample_situation
from training.synthesis.renderer import Floor, Renderer, Surface
from training.synthesis.retarget import Rig
from training.synthesis.rotations import unit, vector
from training.synthesis.shots import desk_camera, room_camera, seen_joints

#: Side of the pictures, px, and of what is rendered for them.
SIZE = 256
_DRAWN = 384
_DESK_SHARE = 0.24
_SECOND_PERSON_SHARE = 0.14
_COVER_SHARE = 0.15
_ATTEMPTS = 6
#: A joint is hidden when something is this much nearer to the camera; joints lie inside the
#: body, those of the trunk deeper.
_DEEP_M, _SHALLOW_M = 0.17, 0.10
_DEEP = np.isin(skeleton.NAMES, ("pelvis", "thorax", "r_hip", "l_hip", "upper_neck"))


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """A picture and its truth.

    Attributes:
        picture: (SIZE, SIZE, 3) uint8 RGB.
        mask: (SIZE, SIZE) where the person is seen.
        joints_2d: (16, 2) px; 0 behind the camera.
        visible: (16,) in the picture.
        occluded: (16,) in the picture, but something is in front.
        joints_3d: (16, 3) mm, camera frame.
        box: (4,) x, y, w, h round the joints in the picture, px.
        camera: (3, 3) from camera frame to pixels.
        nose: (3,) unit direction that the face looks in, camera frame.
    """

    picture: NDArray[np.uint8]
    mask: NDArray[np.bool_]
    joints_2d: Array
    visible: NDArray[np.bool_]
    occluded: NDArray[np.bool_]
    joints_3d: Array
    box: Array
    camera: Array
    nose: Array


class Studio:
    """Everything that pictures are made of; make one in each process."""

    def __init__(self, bodies: Path, assets: Path | None) -> None:
        """Read bodies and assets and open a renderer.

        Raises:
            PosecamError: something cannot be read or drawn.
        """
        self._bodies = Bodies(bodies)
        self._rig, self._boxes = Rig(self._bodies), Boxes()
        self._wardrobe, self._bank = Wardrobe(), None
        self._panoramas: list[Panorama] = []
        self._photos: list[NDArray[np.uint8]] = []
        if assets is not None:
            self._wardrobe = read_wardrobe(assets, self._bodies)
            self._panoramas = read_panoramas(assets)
            self._photos = [read_picture(p) for p in sorted((assets / "photos").glob("*.jpg"))]
            self._bank = PoseBank(assets / "posebank.npz")
        self._renderer = Renderer((_DRAWN, _DRAWN))

    def close(self) -> None:
        """Release the renderer."""
        self._renderer.close()

    def sample(self, rng: np.random.Generator) -> Sample:
        """A picture that shows enough of its person."""
        for _ in range(_ATTEMPTS):
            made = self._try(rng)
            shown = made.visible & ~made.occluded
            if shown.sum() >= 5 and shown.sum() >= 0.4 * made.visible.sum():
                break
        return made

    def _try(self, rng: np.random.Generator) -> Sample:
        desk = rng.random() < _DESK_SHARE
        posed, things = self._person(rng, desk=desk)
        posed = posed.wanted()
        camera = (desk_camera if desk else room_camera)(rng, posed.joints, SIZE)
        surfaces = [*posed.surfaces, *things]
        if rng.random() < _SECOND_PERSON_SHARE:
            surfaces += self._second(rng, posed, camera, desk=desk).surfaces
        background, light = self._surroundings(rng, camera)
        floor = Floor(0.0, rng.uniform(0.25, 0.65), _contacts(posed.joints))
        drawn = self._renderer.draw(surfaces, camera, light, background, floor)
        local, pixels, visible = seen_joints(camera, posed.joints)
        small = (SIZE, SIZE)
        picture = spoil.as_picture(cv2.resize(drawn.picture, small, interpolation=cv2.INTER_AREA))
        mask = cv2.resize(drawn.mask.astype(np.uint8) * 255, small, interpolation=cv2.INTER_AREA)
        occluded = _behind(drawn.depth, local, pixels, visible)
        if rng.random() < _COVER_SHARE:
            picture, over = spoil.cover(rng, picture, self._photos)
            at = np.clip(np.rint(pixels).astype(int), 0, SIZE - 1)
            occluded |= visible & over[at[:, 1], at[:, 0]]
            mask[over] = 0
        picture = spoil.noise(rng, spoil.blur(rng, spoil.expose(rng, picture)))
        box = np.zeros(4)
        if visible.any():
            box = np.asarray(joints_box(pixels, visible), dtype=np.float64)
        return Sample(
            picture,
            mask > 127,
            pixels,
            visible,
            occluded,
            local * 1000,
            box,
            camera.matrix,
            camera.rotation @ posed.nose,
        )

    def _person(self, rng: np.random.Generator, *, desk: bool) -> tuple[Posed, list[Surface]]:
        number = int(rng.integers(len(self._bodies)))
        person = dress(rng, self._bodies, self._rig, self._wardrobe, number)
        situation = sample_situation(rng, self._bank, desk=desk)
        posture = situation.posture
        if not situation.facing:
            posture = random_heading(rng, posture)
        return furnish(rng, self._boxes, person.pose(posture), situation.furniture)

    def _second(
        self, rng: np.random.Generator, first: Posed, camera: Camera, *, desk: bool
    ) -> Posed:
        """Somebody else beside or behind the person, seldom in front."""
        other, _ = self._person(rng, desk=False)
        away = first.joints[skeleton.ROOT] - camera.position
        away = unit(vector(away[0], away[1], 0.0))
        side = vector(away[1], -away[0], 0.0) * float(rng.choice([-1, 1]))
        behind = rng.uniform(0.5, 2.5) if desk else rng.uniform(-0.4, 2.0)
        shift = away * behind + side * rng.uniform(0.45, 1.4)
        return other.moved(shift).tagged("'")

    def _surroundings(
        self, rng: np.random.Generator, camera: Camera
    ) -> tuple[NDArray[np.uint8], Light]:
        yaw = rng.uniform(0, 2 * math.pi)
        if self._panoramas:
            panorama = self._panoramas[int(rng.integers(len(self._panoramas)))]
        else:
            panorama = plain_panorama(rng)
        light = panorama.light(yaw, rng.uniform(0.9, 2.0))
        if light.sun_direction[2] < 0.25 or rng.random() < 0.3:
            towards = vector(rng.normal(), rng.normal(), rng.uniform(0.5, 2))
            light = replace(light, sun_direction=unit(towards))
        if float(light.sun.mean()) < 0.3 * panorama.mean:
            light = replace(light, sun=np.full(3, panorama.mean) * rng.uniform(0.2, 2))
        if self._photos and rng.random() < 0.25:
            return spoil.cut(rng, self._photos, (SIZE, SIZE)), light
        # The panorama has few pixels: it is seen through a wider lens than the person.
        widest = SIZE / 2 / math.tan(math.radians(rng.uniform(45, 95)) / 2)
        focal = min(float(camera.matrix[0, 0]), widest)
        return panorama.view(camera, yaw, focal), light


def _contacts(joints: Array) -> Array:
    """(N, 2) where the feet, or what else is low, touch the floor."""
    low = np.argsort(joints[:, 2])[:4]
    return np.asarray(joints[low][joints[low, 2] < 0.16, :2])


def _behind(
    depth: NDArray[np.float32], local: Array, pixels: Array, visible: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """(16,) joints in the picture that something stands before."""
    scale = depth.shape[0] / SIZE
    at = np.clip(((pixels + 0.5) * scale).astype(int), 0, depth.shape[0] - 1)
    play = np.where(_DEEP, _DEEP_M, _SHALLOW_M)
    return np.asarray(visible & (depth[at[:, 1], at[:, 0]] < local[:, 2] - play))
