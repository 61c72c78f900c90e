"""The character in the place of the mannequin: posed by the main person, drawn by the driver."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.characters import Character, Puppet
from posecam.gui.shared.character_item import CharacterItem
from posecam.gui.shared.theme import opacity
from posecam.kinematics.bones import BY_NAME
from posecam.pose import Pose

FloatArray = NDArray[np.float32]

#: From the armature's world (Y up) to the view's (Z up); both are right-handed.
_TO_VIEW: Final = np.array([[1, 0, 0], [0, 0, -1], [0, 1, 0]], np.float32)
#: The least that is left of what is not seen at all.
_GUESS: Final = 0.22
#: What is left of one that is not of now.
_STALE: Final = 0.4


class CharacterLayer:
    """Attributes: item, to be added to a view."""

    def __init__(self) -> None:
        self.item = CharacterItem()
        self.item.setVisible(False)
        self._puppet: Puppet | None = None
        self._ends: list[list[int]] = []

    @property
    def character(self) -> Character | None:
        return self._puppet.character if self._puppet is not None else None

    def set_character(self, character: Character | None) -> None:
        """Wear that one; None: none."""
        self._puppet = Puppet(character) if character is not None else None
        self._ends = [_ends(name) for name in character.bones] if character is not None else []
        self.item.set_character(character)
        if character is None:
            self.hide()

    @property
    def shown(self) -> bool:
        return bool(self.item.visible())

    def hide(self) -> None:
        self.item.setVisible(False)

    def show(
        self, pose: Pose, joints: FloatArray, ground: FloatArray, *, mirror: bool, stale: bool
    ) -> float:
        """Draw it in a pose.

        Args:
            pose: of the main person.
            joints: (K, 3) theirs, metres in the view's world, Z up, not mirrored.
            ground: (3,) colour that what is unsure fades towards.
            mirror: left for right.
            stale: grey and faint.

        Returns:
            Its size over the person's, by which its place is as well nearer to the origin.
        """
        assert self._puppet is not None
        world, scores = (joints @ _TO_VIEW).astype(np.float64) * 1e3, pose.scores
        moved = _TO_VIEW @ self._puppet.pose(pose.time, world, scores.astype(np.float64))
        if mirror:
            moved[:, 0] *= -1
        known = np.array([scores[rows].min() for rows in self._ends], np.float32)
        shown = _GUESS + (1 - _GUESS) * opacity(known)
        if stale:
            shown = shown * _STALE
        self.item.set_pose(moved, shown, ground, mirrored=mirror, stale=stale)
        self.item.setVisible(True)
        return self._puppet.ratio


def _ends(name: str) -> list[int]:
    """The joints among the sixteen that say how sure a bone is."""
    bone = BY_NAME[name]
    named = (bone.joint, bone.tip, f"{bone.joint[:1]}_shoulder" if "collar" in bone.joint else "")
    found = [skeleton.INDEX[key] for key in named if key in skeleton.INDEX]
    return found or [skeleton.INDEX["pelvis"]]
