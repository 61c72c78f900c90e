"""Crowd-sourced labels, corrected and weighed by a network that has learnt them.

Errors of labels are few and each its own, so a network that has seen thousands of labels mostly
contradicts them. Its opinion counts only where it says the same of a photo and of its mirror image
and is sure of both; a network that confuses left and right does not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from training.datasets.records import Records
from training.datasets.teacher import (
    BELIEVED,
    DISBELIEVED,
    LIMB_PARTS,
    SURE,
    exchange_sides,
    trunk_px,
)

#: Two opinions nearer than this (in torso lengths) do not contradict each other.
_SAME = 0.25
#: How much a label still counts that is far from what the network is sure of.
_LEAST = 0.2


@dataclass(frozen=True, slots=True, eq=False)
class Opinion:
    """What a network says of the photos of a set, joint by joint.

    Attributes:
        joints: (N, 16, 2) px, from the photo and from its mirror image, their mean.
        sure: (N, 16) the lower of the two scores; 0 where the two contradict each other.
    """

    joints: NDArray[np.float32]
    sure: NDArray[np.float32]


def opinion(
    records: Records,
    plain: tuple[NDArray[np.floating], NDArray[np.floating]],
    mirrored: tuple[NDArray[np.floating], NDArray[np.floating]],
) -> Opinion:
    """The joint opinion of a photo's joints and scores, and of those of its mirror image."""
    body = slice(skeleton.COUNT)
    joints = plain[0][:, body], mirrored[0][:, body]
    apart = np.linalg.norm(joints[0] - joints[1], axis=-1) / trunk_px(records)[:, None]
    score = np.minimum(plain[1][:, body], mirrored[1][:, body])
    sure = np.where(np.nan_to_num(apart, nan=np.inf) < _SAME, score, 0)
    return Opinion(
        ((joints[0] + joints[1]) / 2).astype(np.float32), np.nan_to_num(sure).astype(np.float32)
    )


def corrected(records: Records, said: Opinion) -> tuple[Records, int, int]:
    """Records with exchanged sides put right and contradicted labels weighed less.

    Returns:
        The records, how many people had sides exchanged, and how many labels count less.
    """
    every, body = records.joints_2d.copy(), slice(skeleton.COUNT)
    joints, known = every[:, body], records.known[:, body]
    size = trunk_px(records)
    taught = np.concatenate([said.joints, said.sure[..., None]], -1)[:, list(skeleton.LIMBS)]
    whole = exchange_sides(joints, known, taught, size)
    outer = exchange_sides(joints, known, taught, size, [limb[:2] for limb in LIMB_PARTS])
    moved = (joints != records.joints_2d[:, body]).any(-1)
    far = np.linalg.norm(joints - said.joints, axis=-1) / size[:, None]
    doubt = np.clip((np.nan_to_num(far) - BELIEVED) / (DISBELIEVED - BELIEVED), 0, 1)
    doubted = known & (said.sure > SURE) & (doubt > 0)
    reliable = records.reliable.copy()
    reliable[:, body] = np.where(moved, known.astype(np.float32), reliable[:, body])
    reliable[:, body] *= np.where(doubted, 1 - (1 - _LEAST) * doubt, 1).astype(np.float32)
    out = replace(records, joints_2d=every, reliable=reliable)
    return out, len(np.union1d(whole, outer)), int(doubted.sum())
