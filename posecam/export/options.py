"""What a person may choose about an export."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from posecam.errors import SessionError
from posecam.export.markers import MARKER_NAMES, MarkerNames, marker_name
from posecam.kinematics.armature import RESTS, Rest
from posecam.kinematics.bone_names import BONE_NAMES, BoneNames
from posecam.skeleton import H36M_NAMES, NAMES, to_h36m

#: The joints of MPII and what follows them, as the network speaks, or the seventeen of Human3.6M.
Order = Literal["mpii", "h36m"]
ORDERS: Final[tuple[Order, ...]] = get_args(Order)


#: Whose motion a format with one person holds, see `Options`.
Person = int | Literal["main"] | None


#: Of lengths in BVH and USD, and how many of them a millimetre has.
Unit = Literal["cm", "m", "mm"]
UNITS_PER_MM: Final[Mapping[Unit, float]] = {"cm": 0.1, "m": 0.001, "mm": 1.0}
#: What one of them is.
METRES: Final[Mapping[Unit, float]] = {"cm": 0.01, "m": 1.0, "mm": 0.001}
#: Samples a second that a file may be asked for.
FPS: Final = (1.0, 240.0)


@dataclass(frozen=True, slots=True)
class Options:
    """Choices that hold for every format that has them.

    Attributes:
        order: of the joints, in CSV, JSON, NPZ, C3D and TRC.
        person: the one whose motion goes into BVH, glTF, USD, C3D, TRC, MOT, angles and the figure
            of the overlay, which hold one person: a number; "main": the main person of each frame,
            who may change; None: the person seen longest.
        names: what the bones of BVH, glTF and USD are called.
        rest: the pose that the skeleton of BVH, glTF and USD rests in.
        unit: of lengths in BVH and USD.
        markers: what the points of C3D and TRC are called.
        character: .glb or .vrm that the figure of the overlay is drawn as; None: as sticks.
        fps: samples a second of BVH, glTF, USD, C3D, TRC and MOT; None: the take's own usual rate.

    Raises:
        SessionError: there is no such order, name, pose, unit or rate.
    """

    order: Order = "mpii"
    person: Person = None
    names: BoneNames = "plain"
    rest: Rest = "t"
    unit: Unit = "cm"
    markers: MarkerNames = "opensim"
    fps: float | None = None
    character: Path | None = None

    def __post_init__(self) -> None:
        for what, value, choices in (
            ("order of joints", self.order, ORDERS),
            ("set of bone names", self.names, BONE_NAMES),
            ("rest pose", self.rest, RESTS),
            ("unit", self.unit, tuple(UNITS_PER_MM)),
            ("set of marker names", self.markers, MARKER_NAMES),
        ):
            if value not in choices:
                raise SessionError(
                    f'There is no {what} "{value}": choose from {", ".join(choices)}.'
                )
        low, high = FPS
        if self.fps is not None and not low <= self.fps <= high:
            raise SessionError(
                f"{self.fps:g} samples a second cannot be written: choose {low:g} to {high:g}."
            )

    def resting(self, rest: Rest) -> Options:
        """The same with another rest pose."""
        return replace(self, rest=rest)

    @property
    def joint_names(self) -> tuple[str, ...]:
        """Of what `ordered` makes of the sixteen joints."""
        return self.names_of(NAMES)

    def names_of(self, joint_names: tuple[str, ...]) -> tuple[str, ...]:
        """Of what `ordered` makes of joints of these names."""
        return joint_names if self.order == "mpii" else H36M_NAMES

    def markers_of(self, joint_names: tuple[str, ...]) -> list[str]:
        """What the points are called that `ordered` makes of joints of these names."""
        return [marker_name(name, self.markers) for name in self.names_of(joint_names)]

    def ordered(self, joints: NDArray[np.floating]) -> NDArray[np.floating]:
        """(..., K, D) joints in the order asked for: the same or (..., 17, D)."""
        return joints if self.order == "mpii" else to_h36m(joints)

    def ordered_scores(self, scores: NDArray[np.floating]) -> NDArray[np.floating]:
        """(..., K) scores in the order asked for; a point between two joints has their mean."""
        return self.ordered(scores[..., None])[..., 0]
