"""Labels that mark what is seen from outside, brought to the centres of the joints.

Who clicks on a hip clicks on the outside of the body; rendered people and OpenSim mean the centre
of the joint. Where a network that was trained on rendered people alone and the labels disagree, the
disagreement has a constant part in the body's own frame. `measure` finds it by least squares over
many photos, `moved_to_centres` moves labels by it.

The frame of a joint: x outward (to the person's own right for the right one), y up along the trunk,
for an ankle along the shin, z forward; the unit is the trunk's length.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.errors import PosecamError
from training.datasets.records import Records

Array = NDArray[np.floating]
_I = skeleton.INDEX
#: Joints that have an offset, each of both sides.
JOINTS = ("hip", "shoulder", "ankle")
#: A difference beyond this, in trunk lengths, is a mistake of one of the two and tells nothing.
_TOO_FAR = 0.35
_LEAST_SCORE, _FEWEST = 0.5, 50
_ROUNDS = 8


@dataclass(frozen=True, slots=True, eq=False)
class Pose:
    """What a network says of the photos of a set: where its labels lie in the body.

    Attributes:
        joints: (N, 16, 3) px of the image; depth in px, away from the camera positive.
        scores: (N, 16).
    """

    joints: Array
    scores: Array


def frames(joints: Array, joint: str, side: str) -> Array:
    """(N, 3, 3) axes of a joint as columns, times the trunk's length: px of the image.

    Args:
        joints: (N, 16, 3) px, y down, z away.
        joint, side: of `JOINTS`, and "r" or "l".
    """
    trunk = joints[:, _I["thorax"]] - joints[:, _I["pelvis"]]
    length = np.linalg.norm(trunk, axis=-1, keepdims=True)
    ends = "shoulder" if joint == "shoulder" else "hip"
    right = joints[:, _I[f"r_{ends}"]] - joints[:, _I[f"l_{ends}"]]
    shin = joints[:, _I[f"{side}_knee"]] - joints[:, _I[f"{side}_ankle"]]
    up = shin if joint == "ankle" else trunk
    up = up / (np.linalg.norm(up, axis=-1, keepdims=True) + 1e-9)
    right = right - (right * up).sum(-1, keepdims=True) * up
    right = right / (np.linalg.norm(right, axis=-1, keepdims=True) + 1e-9)
    # The image's x, y (down) and z (away) are right-handed: forward is up x right.
    forward = np.cross(up, right)
    outward = right if side == "r" else -right
    return np.asarray(np.stack([outward, up, forward], -1) * length[:, None])


def measure(records: Records, pose: Pose) -> dict[str, list[float]]:
    """(3,) offset of each joint from its label to what the network says, in trunk lengths.

    Raises:
        PosecamError: too few photos on which both are sure.
    """
    found = {}
    for joint in JOINTS:
        rows, apart = [], []
        for side in "rl":
            column = _I[f"{side}_{joint}"]
            axes = frames(pose.joints, joint, side)
            length = np.linalg.norm(axes[:, :, 1], axis=-1)
            off = pose.joints[:, column, :2] - records.joints_2d[:, column]
            good = records.known[:, column] & (pose.scores[:, column] > _LEAST_SCORE) & (length > 1)
            good &= np.linalg.norm(off, axis=-1) < _TOO_FAR * length
            scale = length[good, None]
            rows.append(axes[good, :2] / scale[..., None])
            apart.append(off[good] / scale)
        matrix, wanted = np.concatenate(rows), np.concatenate(apart)
        if len(matrix) < _FEWEST:
            raise PosecamError(
                f"{records.name}: only {len(matrix)} {joint}s on which label and network are sure; "
                f"{_FEWEST} are needed."
            )
        found[joint] = [round(float(v), 4) for v in _fitted(matrix, wanted)]
    return found


def _fitted(matrix: Array, wanted: Array) -> Array:
    """(3,) least absolute distances by weighted least squares, of (M, 2, 3) and (M, 2)."""
    weight = np.ones(len(matrix))
    offset = np.zeros(3)
    for _ in range(_ROUNDS):
        left = np.einsum("m,mij,mik->jk", weight, matrix, matrix)
        right = np.einsum("m,mij,mi->j", weight, matrix, wanted)
        offset = np.linalg.solve(left + 1e-9 * np.eye(3), right)
        rest = np.linalg.norm(wanted - matrix @ offset, axis=-1)
        weight = 1 / np.maximum(rest, 0.01)
    return offset


def moved_to_centres(
    records: Records, pose: Pose, offsets: Mapping[str, list[float]], trust: float = 1.0
) -> Records:
    """Records whose labels are moved by the offsets; the pelvis and the thorax move with them.

    Args:
        trust: what a moved label counts, as a share of what it did.
    """
    joints, reliable = records.joints_2d.copy(), records.reliable.copy()
    for joint, offset in offsets.items():
        for side in "rl":
            column = _I[f"{side}_{joint}"]
            shift = frames(pose.joints, joint, side)[:, :2] @ np.asarray(offset)
            sure = records.known[:, column] & (pose.scores[:, column] > _LEAST_SCORE)
            sure &= np.isfinite(shift).all(-1)
            joints[sure, column] += shift[sure].astype(np.float32)
            reliable[sure, column] *= np.float32(trust)
    for middle, part in (("pelvis", "hip"), ("thorax", "shoulder")):
        ends = [_I[f"r_{part}"], _I[f"l_{part}"]]
        shift = (joints[:, ends] - records.joints_2d[:, ends]).mean(1)
        both = records.known[:, [*ends, _I[middle]]].all(-1)
        joints[both, _I[middle]] += shift[both]
    return replace(records, joints_2d=joints, reliable=reliable)


def write_offsets(
    path: Path, network: str, offsets: Mapping[str, Mapping[str, list[float]]]
) -> None:
    """Offsets of sets by name, and the network that told them.

    Raises:
        PosecamError: the file cannot be written.
    """
    text = json.dumps({"network": network, "unit": "trunk lengths", "sets": offsets}, indent=1)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise PosecamError(f"{path} cannot be written ({error}).") from error


def read_offsets(path: Path) -> dict[str, dict[str, list[float]]]:
    """Offsets of joints by set.

    Raises:
        PosecamError: it is missing or broken.
    """
    try:
        sets = json.loads(path.read_text(encoding="utf-8"))["sets"]
        found = {
            str(name): {str(j): [float(v) for v in offset] for j, offset in joints.items()}
            for name, joints in sets.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise PosecamError(f"{path} holds no offsets ({error!r}).") from error
    for joints in found.values():
        if not set(joints) <= set(JOINTS) or any(len(offset) != 3 for offset in joints.values()):
            raise PosecamError(f"{path}: offsets are three numbers of {', '.join(JOINTS)}.")
    return found
