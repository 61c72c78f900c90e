"""What the network says of one person over a take, as the solver wants it: rays and depths."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.geometry import focal_length_px
from posecam.skeleton import BONES, COUNT, ROOT

Array = NDArray[np.float64]

_CHILD, _PARENT = np.array(BONES).T
#: How far off the depth of each bone's end is against its beginning, mm at the canonical height,
#: where the network does not say: standard deviation of the sixteen-joint network on rendered
#: people.
_UNSURE_MM: Final = np.array(
    [90, 70, 11, 11, 70, 90, 75, 9, 45, 75, 85, 24, 24, 85, 75], np.float64
)
#: Errors of single images are far from normal; in the middle, where most are, they are smaller.
_CORE: Final = 0.6
_LAPLACE: Final = 2**0.5
#: The end of a bone is at least so much of its own spread less sure than its beginning.
_LEAST_OWN: Final = 0.5
# A joint of this score counts fully, of none hardly.
_FULL_SCORE, _LEAST_SHARE = 0.5, 0.05


@dataclass(frozen=True, slots=True, eq=False)
class Sightings:
    """M looks at one person, in the order of time.

    Attributes:
        times: (M,) seconds, growing.
        rays: (M, 16, 2) x and y of the joints' rays where z is 1, camera frame.
        towards: (M, 3) unit vector through the middle of the crop: depth runs along it.
        depth: (M, 15) of each bone's end less its beginning, as a share of the pelvis' own.
        spread_mm: (M, 15) standard deviation of that, mm.
        trust: (M, 16) 0..1, by score.
        scale: (M,) mm of a focal length's share: the pelvis is so deep, by its bones alone.
        body: (M, 16, 3) mm relative to the pelvis, as the network says.
        up: (M, 3) unit vector away from the ground; NaN where the network does not say.
        up_trust: (M,) 0..1.
    """

    times: Array
    rays: Array
    towards: Array
    depth: Array
    spread_mm: Array
    trust: Array
    scale: Array
    body: Array
    up: Array
    up_trust: Array

    def rows(self, of: slice) -> Sightings:
        """A stretch of them."""
        return Sightings(*(getattr(self, name)[of] for name in self.__slots__))


def sightings(
    times: Array,
    joints_2d: Array,
    joints_3d: Array,
    scores: Array,
    scale: Array,
    boxes: Array,
    spread: Array | None,
    up: Array,
    up_score: Array,
    frame_size: tuple[int, int],
    field_of_view_deg: float,
) -> Sightings:
    """Of poses that nothing was smoothed in, see `Sightings`.

    Args:
        times: (M,) seconds.
        joints_2d: (M, K, 2) px; the sixteen first, here and below.
        joints_3d: (M, K, 3) mm relative to the pelvis, camera frame, as the network says it.
        scores: (M, K).
        scale: (M,) mm of a px at the pelvis' depth, that `joints_3d` were made with.
        boxes: (M, 4) px, of the crops.
        spread: (M, K) mm, Laplace scale of the depths; None where the network does not say.
        up: (M, 3), NaN where the network does not say.
        up_score: (M,).
        frame_size: width and height, px.
    """
    focal = focal_length_px(frame_size, field_of_view_deg)
    middle = (np.array(frame_size) - 1) / 2
    rays = (joints_2d[:, :COUNT] - middle) / focal
    crop = (boxes[:, :2] + boxes[:, 2:] / 2 - middle) / focal
    ahead = np.concatenate([crop, np.ones((len(crop), 1))], axis=1)
    length = np.linalg.norm(ahead, axis=1, keepdims=True)
    towards = ahead / length
    far = focal * scale
    deep = (joints_3d[:, :COUNT] * towards[:, None]).sum(-1) / (far[:, None] * length)
    if spread is None:
        unsure = np.broadcast_to(_UNSURE_MM, (len(times), len(BONES)))
    else:
        own, before = spread[:, _CHILD], spread[:, _PARENT]
        unsure = _LAPLACE * np.sqrt(np.maximum(own**2 - before**2, (_LEAST_OWN * own) ** 2))
    return Sightings(
        times,
        rays,
        towards,
        deep[:, _CHILD] - deep[:, _PARENT],
        _CORE * np.maximum(unsure, 5.0),
        np.clip(scores[:, :COUNT] / _FULL_SCORE, _LEAST_SHARE, 1.0),
        far,
        joints_3d[:, :COUNT] - joints_3d[:, [ROOT]],
        up,
        up_score,
    )
