"""How sure a joint must be to be drawn, and in what colour: shared by the video and the 3D view."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.pose import HIDDEN_SCORE, SURE_SCORE

FloatArray = NDArray[np.float32]

#: Opacity of what is only just drawn.
FAINTEST = 0.22

_BONES = np.array(skeleton.BONES)


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours of the window as #rrggbb."""

    dark: bool
    ground: str
    panel: str
    raised: str
    line: str
    text: str
    muted: str
    accent: str
    chosen: str  # ground of a switch that is on
    record: str
    stage: str  # behind the 3D figure
    floor: str  # below it
    grid: str


DARK = Theme(
    dark=True,
    ground="#0e1115",
    panel="#161a20",
    raised="#20262e",
    line="#2a313b",
    text="#e8ebf0",
    muted="#929cab",
    accent="#4c9dff",
    chosen="#1d3a5c",
    record="#f04a51",
    stage="#14181e",
    floor="#343d4a",
    grid="#56647a",
)
LIGHT = Theme(
    dark=False,
    ground="#f1f3f6",
    panel="#ffffff",
    raised="#e9ecf1",
    line="#d5dae2",
    text="#1a1f27",
    muted="#5d6878",
    accent="#1769d6",
    chosen="#d3e4fb",
    record="#d62f37",
    stage="#e3e7ec",
    floor="#fbfcfd",
    grid="#97a3b4",
)


def opacity(scores: FloatArray) -> FloatArray:
    """Scores to opacity: 0 below HIDDEN_SCORE, FAINTEST..1 up to SURE_SCORE, then 1."""
    share = np.clip((scores - HIDDEN_SCORE) / (SURE_SCORE - HIDDEN_SCORE), 0.0, 1.0)
    return np.where(scores < HIDDEN_SCORE, 0.0, FAINTEST + (1.0 - FAINTEST) * share).astype(
        np.float32
    )


def bone_opacity(scores: FloatArray, bones: NDArray[np.int64] = _BONES) -> FloatArray:
    """(B,) opacity of bones, the sixteen joints' by default: that of the less certain end.

    Args:
        scores: (K,) of all joints that the bones name, or more.
        bones: (B, 2) ends of each.
    """
    return opacity(scores[bones].min(1))


def joint_opacity(scores: FloatArray, bones: NDArray[np.int64] = _BONES) -> FloatArray:
    """(J,) opacity of the joints up to the last that the bones name.

    No joint floats alone where none of its bones is drawn.
    """
    shown = bone_opacity(scores, bones)
    held = np.zeros(int(bones.max()) + 1, np.float32)
    for ends in bones.T:
        np.maximum.at(held, ends, shown)
    return np.minimum(opacity(scores[: len(held)]), held)


def rgb(colour: str) -> FloatArray:
    """#rrggbb as three numbers in 0..1."""
    return np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)], np.float32)
