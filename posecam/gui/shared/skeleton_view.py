"""The 3D figure: an OpenGL view with a floor, a shaded body and a camera that goes round it."""

from __future__ import annotations

import logging
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PyQt6.QtWidgets import QWidget

from posecam import skeleton
from posecam.characters import Character
from posecam.errors import PosecamError
from posecam.estimation.options import MOST_PEOPLE
from posecam.gui.shared.body_mesh import DETAILS, BodyMesh, Mesh
from posecam.gui.shared.character_layer import CharacterLayer
from posecam.gui.shared.figure_item import FigureItem
from posecam.gui.shared.floor_item import FloorItem
from posecam.gui.shared.floor_mesh import Facing
from posecam.gui.shared.mannequin import Mannequin, mannequin
from posecam.gui.shared.orbit_canvas import OrbitCanvas
from posecam.gui.shared.theme import Theme, rgb
from posecam.gui.shared.translation import tr
from posecam.kinematics.stage import Stage, place_beside
from posecam.pose import HIDDEN_SCORE, FrameResult, Pose
from posecam.settings import ViewPlace

LOG = logging.getLogger(__name__)
FloatArray = NDArray[np.float32]

#: How much of their colour those have who are not the main person.
OTHERS_OPACITY = 0.38
#: How solid the ghost is, that lies over the main person or stands beside.
GHOST_OPACITY = 0.30
#: How far to the right of the main person it stands beside them, metres.
BESIDE = 0.9
#: What is left of the colour of a figure that is not of now, over the ground's.
STALE_OPACITY = 0.4
_LEGS = [skeleton.INDEX[f"{side}_{name}"] for side in "rl" for name in ("knee", "ankle")]


class SkeletonView(OrbitCanvas):
    """Draws the main person of a result, standing on the floor, and the others beside, faintly.

    One whose number is negative is a ghost: a body that is seen through.

    Attributes:
        has_ghost: one is shown.
    """

    def __init__(self, theme: Theme, samples: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(samples, parent)
        self.setMinimumSize(160, 80)
        self.setAccessibleName(tr("3D view"))
        self._body = BodyMesh()
        self._details = BodyMesh(rings=3, sides=7, ball_rings=5, parts=DETAILS)
        self._stage = Stage()
        self._plain_body = BodyMesh(rings=5, sides=7, ball_rings=5)
        self._mirror = self._stale = self._beside = self.has_ghost = False
        self._mannequin = _shipped_mannequin()
        self._result: FrameResult | None = None
        self._theme = theme
        self._ground = rgb(theme.stage)
        self._facing = Facing()
        self._floor = FloorItem()
        self.figure, self.details, self._ghost = FigureItem(), FigureItem(), FigureItem()
        self._others = [FigureItem() for _ in range(MOST_PEOPLE - 1)]
        figures = (self.figure, self.details, *self._others, self._ghost)
        self._layer = CharacterLayer()
        items = (*self._floor.items, self._layer.item)
        for item in (*items, *(item for one in figures for item in one.items)):
            self.addItem(item)
        self.set_theme(theme)

    # -- what to show -------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        self._theme, self._ground = theme, rgb(theme.stage)
        self.setBackgroundColor(theme.stage)
        self.set_ink(theme.muted)
        self._floor.set_theme(theme)
        self._draw(self._result)

    def set_mirror(self, mirror: bool) -> None:
        """Swap the image's left and right, so that the view from the front moves as a mirror."""
        self._mirror = mirror
        if self._result is not None:
            self._draw(self._result)

    @property
    def sticks(self) -> bool:
        """Whether the main person is drawn as bones and joints in place of a body."""
        return self._mannequin is None

    def set_sticks(self, sticks: bool) -> None:
        self._mannequin = None if sticks else _shipped_mannequin()
        self._draw(self._result)

    def place(self) -> ViewPlace:
        """Where the camera is and what it looks at, to be kept."""
        return replace(self.camera_place(), sticks=self.sticks)

    def set_place(self, place: ViewPlace) -> None:
        self.set_camera_place(place)
        if place.sticks != self.sticks:
            self.set_sticks(place.sticks)

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def character(self) -> Character | None:
        """What the main person is drawn as."""
        return self._layer.character

    def set_character(self, character: Character | None) -> None:
        """Draw the main person as that character; None: as the mannequin."""
        self._layer.set_character(character)
        self._draw(self._result)

    def set_beside(self, beside: bool) -> None:
        """Let the ghost stand to the right of the main person, or where they stand."""
        self._beside = beside
        self._draw(self._result)
        self.framing.tighten()
        self._follow()

    def set_stale(self, stale: bool) -> None:
        """Grey the figure: what is shown is not what is in front of the camera now."""
        if stale != self._stale:
            self._stale = stale
            self._draw(self._result)

    def set_stage(self, stage: Stage) -> None:
        """Let something else say where on the floor the figure stands."""
        self._stage = stage
        self.framing.clear()
        self.framing.expect(*stage.reach)

    def show_result(self, result: FrameResult | None) -> None:
        """Draw the main person; no person, or None, leaves the floor alone."""
        if result is None:
            self._stage.clear()
            self.framing.clear()
            self.framing.expect(*self._stage.reach)
        self._result = result
        if self.isVisible():
            self._draw(result)

    def _draw(self, result: FrameResult | None) -> None:
        placed = self._worn(self._placed(result))
        self._floor.show_shadows([(joints, pose.scores) for pose, joints in placed])
        self._draw_main(placed[0] if placed else None)
        self.has_ghost = any(pose.person_id < 0 for pose, _ in placed)
        others = [one for one in placed[1:] if one[0].person_id >= 0]
        for number, item in enumerate(self._others):
            item.show(self._other_mesh(*others[number]) if number < len(others) else None)
        ghosts = [one for one in placed[1:] if one[0].person_id < 0]
        self._ghost.show(self._ghost_mesh(*ghosts[0]) if ghosts else None)
        kept = placed[:1] + ghosts
        self.framing.add([_in_view(*one) for one in kept], kept[0][0].time if kept else 0.0)
        self.advance()

    def _placed(self, result: FrameResult | None) -> list[tuple[Pose, FloatArray]]:
        """Everybody with their joints in the world, mirrored where the view is; main first."""
        if result is None or not result.poses:
            return []
        main = result.poses[0]
        joints = self._stage.place(main, result.floor)
        placed = [(main, joints)]
        for pose in result.poses[1:MOST_PEOPLE]:
            beside = place_beside(pose, main, joints, result.floor)
            if beside is not None:
                if pose.person_id < 0 and self._beside:
                    beside[:, 0] += BESIDE
                placed.append((pose, beside))
        return [(pose, self._seen(there)) for pose, there in placed]

    def _worn(self, placed: list[tuple[Pose, FloatArray]]) -> list[tuple[Pose, FloatArray]]:
        """Let the character go as the main person does, who then takes its size."""
        if not placed or self.sticks or self._layer.character is None:
            self._layer.hide()
            return placed
        pose, joints = placed[0]
        own, stale = self._seen(joints.copy()), self._stale
        scale = self._layer.show(pose, own, self._ground, mirror=self._mirror, stale=stale)
        return [(pose, joints * scale), *placed[1:]]

    def _draw_main(self, main: tuple[Pose, FloatArray] | None) -> None:
        """The main person as a body or as sticks, and the way they face."""
        if main is None:
            self.figure.show(None)
            self.details.show(None)
            self._facing.clear()
            self._floor.show_arrow(None)
            return
        pose, joints = main
        self._floor.show_arrow(self._arrow(pose, joints))
        if self._layer.shown:
            self.figure.show(None)
            self.details.show(None)
            return
        whole = self._mannequin is None and len(pose.scores) == skeleton.KEYPOINT_COUNT
        self.figure.show(self._grey(self._mesh_of(joints, pose.scores)))
        details = self._details.mesh(joints, pose.scores, self._ground) if whole else None
        self.details.show(None if details is None else self._grey(details))

    def _arrow(self, pose: Pose, joints: FloatArray) -> FloatArray | None:
        """(4, 2) on the floor; a mirror changes left and right of a person, not their front."""
        corners = self._facing.arrow(self._seen(joints.copy()), pose.scores, pose.time)
        return None if corners is None else self._seen(corners)

    def _mesh_of(self, joints: FloatArray, scores: FloatArray) -> Mesh:
        """A body of its own, or sticks where these are asked for."""
        if self._mannequin is None:
            return self._body.mesh(joints, scores, self._ground)
        mesh = self._mannequin.mesh(self._seen(joints.copy()), scores)
        self._seen(mesh.vertices)
        self._seen(mesh.normals)
        return mesh

    def _other_mesh(self, pose: Pose, joints: FloatArray) -> Mesh:
        """A faint figure, faded towards the ground."""
        mesh = self._plain_body.mesh(joints, pose.scores, self._ground)
        solid = mesh.colours[:, :3]
        solid += (self._ground - solid) * (1 - OTHERS_OPACITY)
        return self._grey(mesh)

    def _ghost_mesh(self, pose: Pose, joints: FloatArray) -> Mesh:
        """A figure that is seen through."""
        mesh = self._mesh_of(joints, pose.scores)
        mesh.colours[:, 3] = np.minimum(mesh.colours[:, 3], GHOST_OPACITY)
        return mesh

    def _seen(self, joints: FloatArray) -> FloatArray:
        """The joints, left for right where the view is a mirror."""
        if self._mirror:
            joints[:, 0] *= -1
        return joints

    def _grey(self, mesh: Mesh) -> Mesh:
        """The same mesh, without its colours where it is not of now."""
        if self._stale:
            colours = mesh.colours[:, :3]
            grey = colours.mean(1, keepdims=True)
            colours[:] = self._ground + STALE_OPACITY * (grey - self._ground)
        return mesh


def _shipped_mannequin() -> Mannequin | None:
    """The body that ships, where its file is whole; there are sticks without it."""
    try:
        return mannequin()
    except (PosecamError, FileNotFoundError) as error:
        LOG.warning("The 3D view draws sticks: %s", error)
        return None


def _in_view(pose: Pose, joints: FloatArray) -> FloatArray:
    """(N, 3) joints that the camera has to keep: those that are seen, and the legs."""
    kept = pose.scores >= HIDDEN_SCORE
    kept[_LEGS] = True
    return joints[kept]
