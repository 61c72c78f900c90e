"""What a person may choose about an export."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from posecam.errors import SessionError
from posecam.skeleton import H36M_NAMES, NAMES, to_h36m

#: The joints of MPII and what follows them, as the network speaks, or the seventeen of Human3.6M.
Order = Literal["mpii", "h36m"]
ORDERS: Final[tuple[Order, ...]] = get_args(Order)


#: Whose motion a format with one person holds, see `Options`.
Person = int | Literal["main"] | None


@dataclass(frozen=True, slots=True)
class Options:
    """Choices that hold for every format that has them.

    Attributes:
        order: of the joints, in CSV, JSON, NPZ, C3D and TRC.
        person: the one whose motion goes into BVH, glTF, C3D, TRC, angles and the figure of the
            overlay, which hold one person: a number; "main": the main person of each frame, who
            may change; None: the person seen longest.

    Raises:
        SessionError: there is no such order.
    """

    order: Order = "mpii"
    person: Person = None

    def __post_init__(self) -> None:
        if self.order not in ORDERS:
            raise SessionError(
                f'There is no order of joints "{self.order}": choose from {", ".join(ORDERS)}.'
            )

    @property
    def joint_names(self) -> tuple[str, ...]:
        """Of what `ordered` makes of the sixteen joints."""
        return self.names_of(NAMES)

    def names_of(self, joint_names: tuple[str, ...]) -> tuple[str, ...]:
        """Of what `ordered` makes of joints of these names."""
        return joint_names if self.order == "mpii" else H36M_NAMES

    def ordered(self, joints: NDArray[np.floating]) -> NDArray[np.floating]:
        """(..., K, D) joints in the order asked for: the same or (..., 17, D)."""
        return joints if self.order == "mpii" else to_h36m(joints)

    def ordered_scores(self, scores: NDArray[np.floating]) -> NDArray[np.floating]:
        """(..., K) scores in the order asked for; a point between two joints has their mean."""
        return self.ordered(scores[..., None])[..., 0]
