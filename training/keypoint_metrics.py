"""Figures of what goes beyond sixteen joints: feet, face, knuckles, the spread of depth, and up."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from training.datasets.records import Records
from training.metrics import normalised_errors, share_below
from training.predict import Predictions

_I = skeleton.KEYPOINT_INDEX
#: Keypoints that are told together.
PARTS: dict[str, tuple[int, ...]] = {
    "feet": tuple(
        _I[f"{side}_{end}"] for side in ("r", "l") for end in ("heel", "big_toe", "small_toe")
    ),
    "face": tuple(_I[name] for name in ("nose", "r_eye", "l_eye", "r_ear", "l_ear")),
    "hands": tuple(_I[f"{side}_{end}"] for side in ("r", "l") for end in ("index", "pinky")),
}
#: Of a Laplace distribution, 68 % lie within this many scales.
SCALES_68 = 1.139


def keypoint_figures(found: Predictions, records: Records) -> dict[str, float]:
    """Figures by name of a network that goes beyond the sixteen; none of another.

    - `pck@0.2 feet`, `face`, `hands`: within a fifth of the torso of their labels.
    - `depth_within_68`: share of depths of joints in the image that lie within the scale that
      should hold 68 % of them.
    - `up_median_deg`: angle between said and true direction away from the ground.
    """
    out: dict[str, float] = {}
    if found.joints_2d.shape[1] == skeleton.KEYPOINT_COUNT:
        errors = normalised_errors(found.joints_2d, records)
        for name, columns in PARTS.items():
            out[f"pck@0.2 {name}"] = share_below(errors[:, columns], 0.2)
    if np.isfinite(found.spread_px).any():
        out["depth_within_68"] = within_spread(found, records)
    if np.isfinite(found.up).any():
        angles = up_errors_deg(found.up, records.up)
        known = angles[np.isfinite(angles)]
        out["up_median_deg"] = float(np.median(known)) if len(known) else float("nan")
    return out


def within_spread(found: Predictions, records: Records) -> float:
    """Share of known depths, of joints in the image, within 1.139 of their Laplace scales."""
    count = found.depth_px.shape[1]
    off = np.abs(found.depth_px - records.depth_px[:, :count]) / found.spread_px
    truth = np.isfinite(records.joints_3d[:, :count]).all(-1)
    have = np.isfinite(off) & truth & records.known[:, :count]
    have[:, skeleton.ROOT] = False  # its depth is zero by definition
    return float((off[have] < SCALES_68).mean()) if have.any() else float("nan")


def up_errors_deg(said: NDArray[np.floating], true: NDArray[np.floating]) -> NDArray[np.floating]:
    """(N,) angles between (N, 3) unit vectors, degrees; NaN where one is unknown."""
    cosine = np.clip((said.astype(np.float64) * true).sum(-1), -1, 1)
    return np.asarray(np.degrees(np.arccos(cosine)))
