"""3D poses seen from everywhere, as the network would see them: what the lifter learns from.

No image is read. Every draw is a new pose, made of known ones (`varied`), and a new view of it:
turned about the vertical, tilted, near and far (perspective), mirrored, cropped as the tracker
crops, with the network's kind of error in the 2D joints, and with legs and hips out of the image.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
from torch import Tensor

from posecam import skeleton
from posecam.errors import PosecamError
from posecam.geometry import CROP_MARGIN
from training.datasets.records import Records
from training.network.lift import DEPTH_UNIT

_ROOT = skeleton.ROOT
_PARENTS = skeleton.KEYPOINT_PARENTS
_BODY = slice(skeleton.COUNT)


def _hanging_on(*names: str) -> list[int]:
    """Keypoints that move along when these turn, nearest first."""
    found: list[int] = []
    parents = [skeleton.KEYPOINT_INDEX[name] for name in names]
    while parents:
        parents = [child for child, parent in enumerate(_PARENTS) if parent in parents]
        found += parents
    return found


_LEGS = [skeleton.INDEX[n] for n in ("r_knee", "l_knee")] + _hanging_on("r_knee", "l_knee")
_FLIP = list(skeleton.KEYPOINT_FLIP)
_HIPS = [skeleton.INDEX[n] for n in ("r_hip", "l_hip", "pelvis")]
_TILT, _ROLL = 0.2, 0.25  # radians, standard deviation
_FAR, _NEAR = (3000.0, 7000.0), (1200.0, 2700.0)  # mm from the camera
_NEAR_SHARE, _CUT_SHARE, _CUT_HIPS_SHARE = 0.15, 0.2, 0.4
# Errors of 2D joints in `DEPTH_UNIT` of the side: usual, and of the one in twenty that is off.
_ERROR, _OFF_ERROR, _OFF_SHARE, _UNSEEN_ERROR = 0.12, 0.64, 0.05, 1.5
_UNSEEN_TRUST = 0.3
# How many people get an arm or two of another person's pose, and radians by which limbs turn.
_OTHER_ARMS_SHARE, _LIMB_TURN = 0.5, 0.2
_OTHER_ARM_CHANCE = 0.7  # of each arm
_ARMS = [_hanging_on(f"{side}_shoulder") for side in ("r", "l")]
_HEAD = [skeleton.INDEX["upper_neck"], *_hanging_on("upper_neck")]
# What turns about what, the whole before its parts.
_TURNING: dict[str, list[int]] = {
    **{
        f"{side}_{joint}": _hanging_on(f"{side}_{joint}")
        for joint in ("hip", "knee", "ankle", "shoulder", "elbow", "wrist")
        for side in ("r", "l")
    },
    "thorax": _HEAD,
}


def known_poses(sets: Sequence[Records]) -> Tensor:
    """(N, 31, 3) mm relative to the pelvis, of everybody whose sixteen joints are known in 3D.

    Keypoints beyond the sixteen are NaN where a set does not know them.

    Raises:
        PosecamError: there is no person.
    """
    poses = []
    for records in sets:
        joints = torch.from_numpy(records.joints_3d)
        poses.append(joints[joints[:, _BODY].isfinite().flatten(1).all(1)])
    out = torch.cat(poses) if poses else torch.zeros(0, skeleton.KEYPOINT_COUNT, 3)
    if not len(out):
        raise PosecamError("none of the sets has a person whose sixteen joints are known in 3D.")
    return out - out[:, _ROOT : _ROOT + 1]


def bone_ratios(poses: Tensor | None) -> Tensor:
    """(30,) median lengths of the table's bones over people, in parts of the mean of the sixteen's.

    A bone that no one knows, and all of them without poses, has its canonical length.
    """
    body = len(skeleton.BONES)
    table = torch.tensor([skeleton.KEYPOINTS[c].length_mm for c, _ in skeleton.KEYPOINT_BONES])
    table = table / table[:body].mean()
    if poses is None:
        return table
    child, parent = torch.tensor(skeleton.KEYPOINT_BONES).T
    median = (poses[:, child] - poses[:, parent]).norm(dim=-1).nanmedian(0).values
    ratios = median / median[:body].mean()
    return torch.where(ratios.isfinite(), ratios, table)


def turn(axis: int, angle: Tensor) -> Tensor:
    """(N, 3, 3) rotations about an axis."""
    c, s = angle.cos(), angle.sin()
    out = torch.zeros(len(angle), 3, 3)
    j, k = (axis + 1) % 3, (axis + 2) % 3
    out[:, axis, axis] = 1
    out[:, j, j], out[:, j, k], out[:, k, j], out[:, k, k] = c, -s, s, c
    return out


def varied(poses: Tensor, count: int) -> Tensor:
    """(count, 31, 3) mm: known poses with other people's arms and limbs turned a little.

    Every bone keeps its length.
    """
    body = poses[torch.randint(len(poses), (count,))].clone()
    given = torch.rand(count) < _OTHER_ARMS_SHARE
    other = poses[torch.randint(len(poses), (int(given.sum()),))]
    taker = body[given]
    turned = chest(taker).transpose(1, 2) @ chest(other)
    for arm in _ARMS:
        takes = torch.rand(len(taker)) < _OTHER_ARM_CHANCE
        above = [_PARENTS[joint] for joint in arm]
        bones = torch.einsum("nij,nkj->nki", turned, other[:, arm] - other[:, above])
        own = (taker[:, arm] - taker[:, above]).norm(dim=-1)
        bones *= (own / bones.norm(dim=-1).clamp_min(1e-6))[..., None]
        moved = taker.clone()
        for column, (joint, parent) in enumerate(zip(arm, above, strict=True)):
            moved[:, joint] = moved[:, parent] + bones[:, column]
        taker = torch.where(takes[:, None, None], moved, taker)
    body[given] = taker
    for name, rows in _TURNING.items():
        pivot = skeleton.INDEX[name]
        angles = torch.randn(3, count) * (_LIMB_TURN / math.sqrt(3))
        matrix = turn(0, angles[0]) @ turn(1, angles[1]) @ turn(2, angles[2])
        arms = body[:, rows] - body[:, pivot : pivot + 1]
        body[:, rows] = body[:, pivot : pivot + 1] + torch.einsum("nij,nkj->nki", matrix, arms)
    return body


def chest(bodies: Tensor) -> Tensor:
    """(N, 3, 3): its rows point to the chest's right, up and forward, of (N, K, 3) bodies."""
    at = skeleton.INDEX
    right = bodies[:, at["r_shoulder"]] - bodies[:, at["l_shoulder"]]
    spine = bodies[:, at["thorax"]] - bodies[:, at["pelvis"]]
    right = torch.nn.functional.normalize(right, dim=1)
    forward = torch.nn.functional.normalize(torch.linalg.cross(spine, right), dim=1)
    return torch.stack([right, torch.linalg.cross(right, forward), forward], 1)


def _filled(body: Tensor) -> tuple[Tensor, Tensor]:
    """Bodies with unknown keypoints laid on what they hang on, and (N, 31) which they were."""
    unknown = ~body.isfinite().all(-1)
    if unknown.any():
        for keypoint in range(skeleton.COUNT, skeleton.KEYPOINT_COUNT):
            held = body[:, _PARENTS[keypoint]]
            body[:, keypoint] = torch.where(unknown[:, keypoint, None], held, body[:, keypoint])
    return body, unknown


def views(poses: Tensor, count: int, size: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Random views of random poses.

    Returns:
        positions (count, 31, 2) input px, scores (count, 31), depth (count, 31) in `DEPTH_UNIT`
        of the side, and weight (count, 31) of each depth.
    """
    body = varied(poses, count)
    body, unknown = _filled(body)
    mirrored = torch.rand(count) < 0.5
    body[mirrored] = body[mirrored][:, _FLIP] * torch.tensor([-1.0, 1.0, 1.0])
    unknown[mirrored] = unknown[mirrored][:, _FLIP]
    view = turn(2, torch.randn(count) * _ROLL) @ turn(0, torch.randn(count) * _TILT)
    view = view @ turn(1, torch.rand(count) * 2 * math.pi)
    body = torch.einsum("nij,nkj->nki", view, body)

    near = torch.rand(count, 1) < _NEAR_SHARE
    low, high = (torch.where(near, _NEAR[i], _FAR[i]) for i in (0, 1))
    distance = low + (high - low) * torch.rand(count, 1)
    shrink = distance / (distance + body[..., 2]).clamp_min(_NEAR[0] / 4)
    flat = body[..., :2] * shrink[..., None]
    extent = (flat[:, _BODY].amax(1) - flat[:, _BODY].amin(1)).amax(1)
    side = extent * CROP_MARGIN * torch.exp(torch.randn(count) * 0.12)
    unit = side[:, None] * DEPTH_UNIT  # mm in one unit
    flat, depth = flat / unit[..., None], body[..., 2] / unit

    scores = 0.55 + 0.45 * torch.rand(count, skeleton.KEYPOINT_COUNT)
    off = torch.rand(count, skeleton.KEYPOINT_COUNT) < _OFF_SHARE
    error = torch.where(off, _OFF_ERROR, _ERROR)
    scores = torch.where(off, scores * 0.5, scores)
    unseen = unknown.clone()
    cut = torch.rand(count) < _CUT_SHARE
    unseen[:, _LEGS] |= cut[:, None]
    unseen[:, _HIPS] |= (cut & (torch.rand(count) < _CUT_HIPS_SHARE))[:, None]
    error = torch.where(unseen, _UNSEEN_ERROR, error)
    scores = torch.where(unseen, 0.15 * torch.rand_like(scores), scores)
    flat = flat + torch.randn_like(flat) * error[..., None]
    weight = torch.where(unseen, _UNSEEN_TRUST, 1.0).masked_fill(unknown, 0.0)
    return flat * (DEPTH_UNIT * size), scores, depth, weight
