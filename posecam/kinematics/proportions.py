"""How long the bones of people are relative to each other, between the centres of their joints.

Mean and spread of the rendered bodies (`training/synthesis`), whose joints are where anatomy has
them: hips closer together and shoulders further apart than the marks on photos. Both sides of a
person are alike.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.skeleton import BONE_LENGTHS_MM, BONES, INDEX

#: Name of the child's joint, without its side; mm where the fifteen bones add up to the canonical
#: skeleton's; standard deviation as a share. Hips and shoulders, which no one measures from
#: outside, vary as little as their joints do; all others about half as much again as bodies do.
_TABLE: Final = (
    ("ankle", 421.6, 0.03),
    ("knee", 407.4, 0.04),
    ("hip", 103.0, 0.02),
    ("thorax", 510.5, 0.04),
    ("upper_neck", 48.0, 0.10),
    ("head_top", 280.0, 0.06),
    ("wrist", 251.6, 0.03),
    ("elbow", 291.4, 0.03),
    ("shoulder", 194.0, 0.02),
)
PARTS: Final = tuple(name for name, _, _ in _TABLE)
#: PART_OF[b] is the row of `PARTS` that bone b of `skeleton.BONES` belongs to.
PART_OF: Final = np.array(
    [
        next(k for k, name in enumerate(PARTS) if INDEX.get(name, -1) == child or
             child in (INDEX.get(f"r_{name}", -1), INDEX.get(f"l_{name}", -1)))
        for child, _ in BONES
    ]
)  # fmt: skip
#: How many bones each part is: one or two.
TIMES: Final = np.bincount(PART_OF).astype(np.float64)
_MM: Final = np.array([mm for _, mm, _ in _TABLE])
#: (9,) mm at the canonical height, both ends of a bone at the centres of its joints.
PART_LENGTHS_MM: Final[NDArray[np.float64]] = _MM * (BONE_LENGTHS_MM.sum() / float(_MM @ TIMES))
#: (9,) standard deviation of the logarithm between people.
PART_SPREAD: Final[NDArray[np.float64]] = np.array([share for _, _, share in _TABLE])
