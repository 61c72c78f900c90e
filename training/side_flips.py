"""How often left and right change places in a video of which nothing is known."""

from __future__ import annotations

import numpy as np

from posecam import skeleton
from training.mocap_clips import ClipPredictions

_HIPS = [skeleton.INDEX["r_hip"], skeleton.INDEX["l_hip"]]
#: Hips nearer to each other than this, px, have no order: the person is seen from the side.
_APART_PX = 3.0


def side_flips(found: ClipPredictions) -> dict[str, float]:
    """Changes of the order of the hips in x from one frame to the next.

    Returns:
        `followed`: frames with a person; `side_flips`: of the same person's neighbouring frames,
        in how many the order changes, the hips more than 3 px apart in both; `side_flips_share`:
        the same in parts of the frames that are followed.
    """
    apart = found.joints_2d[:, _HIPS[0], 0] - found.joints_2d[:, _HIPS[1], 0]
    same = (found.person[1:] == found.person[:-1]) & (found.person[1:] >= 0)
    clear = np.minimum(np.abs(apart[1:]), np.abs(apart[:-1])) > _APART_PX
    flips = int((same & clear & (apart[1:] * apart[:-1] < 0)).sum())
    followed = int((found.person >= 0).sum())
    share = flips / followed if followed else float("nan")
    return {"followed": float(followed), "side_flips": float(flips), "side_flips_share": share}
