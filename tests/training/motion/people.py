"""Mocap of a person who walks to and fro and bends the knees, and errors of the simplest kind."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from posecam import skeleton
from training.motion.noise import Noise
from training.motion.observe import Observed
from training.motion.points import COUNT

_NAMES = (
    "pelvis", "hip_r", "knee_r", "ankle_r", "heel_r", "toe_r", "hip_l", "knee_l", "ankle_l",
    "heel_l", "toe_l", "spine", "thorax", "neck", "head", "head_top", "shoulder_r", "elbow_r",
    "wrist_r", "hand_r", "shoulder_l", "elbow_l", "wrist_l", "hand_l",
)  # fmt: skip
_FRAMES = 120


def write_mocap(path: Path, clips: int = 12) -> Path:
    """A file of the form of mocap30.npz: squats on feet that stand, facing along y."""
    t = np.arange(_FRAMES) / 30
    bend = 0.5 * (1 - np.cos(2 * np.pi * t / 2))  # 0..1
    points = {name: np.zeros((_FRAMES, 3)) for name in _NAMES}
    down = 0.895 - 0.35 * bend
    for side, x in (("r", 0.12), ("l", -0.12)):
        points[f"ankle_{side}"] = np.stack([0 * t + x, 0 * t, 0 * t + 0.09], 1)
        points[f"toe_{side}"] = np.stack([0 * t + x, 0 * t + 0.17, 0 * t + 0.03], 1)
        points[f"hip_{side}"] = np.stack([0 * t + x, 0 * t, 0.09 + down], 1)
        middle = (points[f"ankle_{side}"] + points[f"hip_{side}"]) / 2
        reach = np.sqrt(np.maximum(0.4475**2 - (down / 2) ** 2, 0))
        points[f"knee_{side}"] = middle + np.stack([0 * t, reach, 0 * t], 1)
        points[f"shoulder_{side}"] = np.stack([0 * t + 1.5 * x, 0 * t, 0.59 + down], 1)
        points[f"elbow_{side}"] = np.stack([0 * t + 1.7 * x, 0 * t, 0.31 + down], 1)
        points[f"wrist_{side}"] = np.stack([0 * t + 1.7 * x, 0.25 * bend, 0.06 + down], 1)
    for name, z in (("pelvis", 0.09), ("spine", 0.3), ("thorax", 0.59), ("neck", 0.59),
                    ("head", 0.69), ("head_top", 0.89)):  # fmt: skip
        points[name][:, 2] = z + down
    world = np.stack([points[n] for n in _NAMES], 1)
    root = world[:, 0]
    relative = world - root[:, None]
    relative[:, [4, 9]] = np.nan
    np.savez(
        path,
        root=np.tile(root, (clips, 1)).astype(np.float32),
        relative=np.tile(relative, (clips, 1, 1)).astype(np.float16),
        joint_names=np.array(_NAMES),
        start=np.arange(clips) * _FRAMES,
        length=np.full(clips, _FRAMES),
        clip=np.array([f"squat {i}" for i in range(clips)]),
    )
    return path


def lengths() -> np.ndarray:
    """(19,) m, of `points.BONES`."""
    return np.array(
        [0.12, 0.43, 0.43, 0.08, 0.21, 0.12, 0.43, 0.43, 0.08, 0.21, 0.49, 0.05, 0.23,
         0.17, 0.28, 0.25, 0.17, 0.28, 0.25], np.float32
    )  # fmt: skip


def noise(depth_m: float = 0.0, fall: float = 0.0) -> Noise:
    """Slow errors of depth of so many metres, and a depth that is told too small by a share."""
    mean = np.zeros((3 * COUNT + 1, 3 * COUNT))
    depth = np.arange(2 * COUNT, 3 * COUNT)
    mean[depth, depth] = -fall
    slow = np.zeros((3 * COUNT, 3 * COUNT))
    slow[depth, depth] = depth_m**2
    spread = np.zeros((3 * COUNT + 1, COUNT))
    spread[-1] = np.log(0.05)
    one = np.ones(COUNT)
    return Noise(
        mean, slow, np.zeros_like(slow), np.array(0.5), spread, 0 * one, 2 * one, 0.1 * one,
        -one, 0.1 * one, np.array(0.0), np.array(0.0), np.array(0.0), np.array(1),
    )  # fmt: skip


def observed(
    moments: int = 40, sequences: int = 4, fall: float = 0.0, jitter: float = 0.0, seed: int = 0
) -> Observed:
    """People whose depth is told too small by a share, and trembles, in a straight view."""
    rng = np.random.default_rng(seed)
    count = moments * sequences
    base = np.zeros((skeleton.KEYPOINT_COUNT, 3))
    flat = {
        "r_ankle": (-0.08, 0.4), "r_knee": (-0.08, 0.2), "r_hip": (-0.06, 0.0),
        "l_hip": (0.06, 0.0), "l_knee": (0.08, 0.2), "l_ankle": (0.08, 0.4), "pelvis": (0, 0),
        "thorax": (0, -0.24), "upper_neck": (0, -0.27), "head_top": (0, -0.37),
        "r_wrist": (-0.12, 0.0), "r_elbow": (-0.12, -0.1), "r_shoulder": (-0.09, -0.24),
        "l_shoulder": (0.09, -0.24), "l_elbow": (0.12, -0.1), "l_wrist": (0.12, 0.0),
    }  # fmt: skip
    for name, at in flat.items():
        base[skeleton.KEYPOINT_INDEX[name], :2] = at
    base[skeleton.COUNT :, :2] = base[0, :2] + rng.normal(0, 0.02, (15, 2))
    true = base + rng.normal(0, 0.03, (count, *base.shape))
    true[:, skeleton.ROOT] = 0
    said = true.copy()
    said[..., 2] *= 1 - fall
    drift = rng.normal(0, 1, (sequences, 1, *base.shape[:1])) * 0.01
    said[..., 2] += (drift + np.zeros((1, moments, 1))).reshape(count, -1)
    said[..., 2] += rng.normal(0, 1, said.shape[:2]) * jitter
    said[:, skeleton.ROOT, 2] = 0
    up = np.tile([0.0, -1, 0], (count, 1))
    every = np.ones((count, skeleton.KEYPOINT_COUNT), bool)
    return Observed(
        joints=said.astype(np.float32), spread=np.full(every.shape, 0.02, np.float32),
        scores=np.full(every.shape, 0.8, np.float32), up=up.astype(np.float32),
        up_score=np.ones(count, np.float32), true=true.astype(np.float32), seen=every,
        inside=every, true_up=up.astype(np.float32),
        lens=np.tile([1.2, 0.1, -0.05], (count, 1)).astype(np.float32),
        sequence=np.repeat(np.arange(sequences), moments),
        time=np.tile(np.arange(moments) / 30, sequences).astype(np.float32),
    )  # fmt: skip
