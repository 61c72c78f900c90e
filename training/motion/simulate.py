"""Moments as the image network would tell them, of mocap seen by any camera, beside the truth.

Everything is in metres of the canonical body at the pelvis' distance, as
`posecam.estimation.motion` makes it of observations.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.motion.clips import LEG_M, OTHER_BONE, RATE, Clips, placed
from training.motion.noise import Noise
from training.motion.points import ARMS, COUNT, FLIP, INDEX, LEGS, ROOT

Array = NDArray[np.float32]
#: The window: ticks before the moment, and after it; `TICK_S` apart.
PAST, FUTURE = 18, 8
TICKS = PAST + 1 + FUTURE
TICK_S = 1 / 30
#: Of a tick: x, y, z, spread, score of all points, up with its score, the pelvis' way in the image,
#: whether there is such a moment; and of the person the bones' lengths, of the camera the ray
#: through the crop and the nearness, alike in all ticks.
BONES_AT = 5 * COUNT + 7
FEATURES = BONES_AT + 19 + 3
_FEET = np.array([INDEX[n] for n in ("r_heel", "r_big_toe", "l_heel", "l_big_toe")])
_BELOW = np.array([i for i in LEGS if i not in (INDEX["r_hip"], INDEX["l_hip"])])


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Windows and what is true of their moment.

    Attributes:
        windows: (B, 1, TICKS, FEATURES).
        depth: (B, 20) to be added to the depth that was said, m.
        up: (B, 3) in the frame of the crop.
        touching: (B, 4) heel and toe of r and l.
        velocity: (B, 3) of the pelvis, m/s, in the frame of the crop.
        exchanged: (B, 2) whether left and right of arms, of legs are.
        true: (B, 20, 3) m as the crop has it, sides as they are told.
    """

    windows: Array
    depth: Array
    up: Array
    touching: Array
    velocity: Array
    exchanged: Array
    true: Array


class Simulator:
    """Makes batches of windows.

    Args:
        bodies: (N, 19) lengths of bones, m.
        seed: of the random numbers.
        depth_errors: errors of depth are this share of those measured, at least and at most.
    """

    def __init__(
        self,
        clips: Clips,
        bodies: Array,
        noise: Noise,
        seed: int,
        depth_errors: tuple[float, float] = (0.15, 1.1),
    ) -> None:
        self._depth_errors = depth_errors
        self._clips, self._bodies, self._noise = clips, bodies, noise
        self._rng = np.random.default_rng(seed)
        self._slow = np.linalg.cholesky(noise.slow + 1e-7 * np.eye(len(noise.slow))).astype(
            np.float32
        )
        self._quick = np.linalg.cholesky(noise.quick + 1e-7 * np.eye(len(noise.slow))).astype(
            np.float32
        )
        self._long = clips.span[clips.span[:, 1] > 2]
        self._share = self._long[:, 1] / self._long[:, 1].sum()

    def batch(self, count: int) -> Batch:
        """`count` windows."""
        rng = self._rng
        bones, root, touching, velocity = self._stretches(count)
        lengths = self._bodies[rng.integers(len(self._bodies), size=count)]
        lengths = lengths * np.exp(rng.normal(0, 0.02, lengths.shape)).astype(np.float32)
        lengths = np.asarray((lengths + lengths[:, OTHER_BONE]) / 2, np.float32)
        body = placed(bones, lengths)
        leg = (lengths[:, 1] + lengths[:, 2]) / LEG_M
        path = root * leg[:, None, None]
        seen = self._camera(body, path)
        joints, spread, score, up = self._said(seen["joints"], seen["up"])
        exchanged = self._exchange(joints, spread, score)
        true = seen["joints"][:, PAST].copy()
        for column, group in enumerate((ARMS, LEGS)):
            rows = exchanged[:, PAST, column] > 0
            true[np.ix_(rows, group)] = true[np.ix_(rows, FLIP[group])]
        self._lose(joints, spread, score)
        windows = self._windows(joints, spread, score, up, seen, lengths)
        now = seen["turn"] @ seen["camera"]
        return Batch(
            windows,
            true[..., 2] - windows[:, 0, PAST, 2 * COUNT : 3 * COUNT],
            seen["up"][:, PAST, :3],
            touching,
            np.einsum("bij,bj->bi", now, velocity * leg[:, None]).astype(np.float32),
            exchanged[:, PAST],
            true,
        )

    def _stretches(self, count: int) -> tuple[Array, Array, Array, Array]:
        """Bones, way of the pelvis, contacts and velocity of pieces of clips, any way round."""
        rng = self._rng
        clip = rng.choice(len(self._long), size=count, p=self._share)
        start, length = self._long[clip].T
        speed = np.exp(rng.normal(0, 0.25, count))
        moment = rng.uniform(0, length - 1)
        at = moment[:, None] + (np.arange(TICKS) - PAST) * (speed * TICK_S * RATE)[:, None]
        at = np.clip(at, 0, (length - 1.001)[:, None])
        low = at.astype(int)
        part = (at - low).astype(np.float32)[..., None]
        rows = start[:, None] + low
        c = self._clips
        bones = c.bones[rows] * (1 - part[..., None]) + c.bones[rows + 1] * part[..., None]
        bones /= np.maximum(np.linalg.norm(bones, axis=-1, keepdims=True), 1e-6)
        root = c.root[rows] * (1 - part) + c.root[rows + 1] * part
        near = start + np.round(at[:, PAST]).astype(int)
        touching = c.touching[near]
        before, after = root[:, PAST - 1], root[:, PAST + 1]
        velocity = (after - before) / (2 * TICK_S)
        mirrored = rng.random(count) < 0.5
        bones[mirrored] = bones[mirrored][:, :, OTHER_BONE] * np.array([-1, 1, 1], np.float32)
        root[mirrored] *= (-1, 1, 1)
        velocity[mirrored] *= (-1, 1, 1)
        touching = np.where(mirrored[:, None], touching[:, [2, 3, 0, 1]], touching)
        root = root - root[:, PAST : PAST + 1]
        return bones, root, touching.astype(np.float32), velocity

    def _camera(self, body: Array, path: Array) -> dict[str, Array]:
        """The body as any camera sees it, in the frame of a crop.

        Returns:
            `joints` (B, T, 20, 3) x and y from the pelvis at its distance, and depth along the ray
            through the crop's middle, m; `up` (B, T, 3); `camera` (B, 3, 3) from the world; `turn`
            (B, 3, 3) from the camera to the crop of the moment; `way` (B, T, 2) of the pelvis in
            the image, m; `ray` (B, 2) through the crop of the moment; `near` (B,) 1 / m.
        """
        rng, count = self._rng, len(body)
        yaw = rng.uniform(-np.pi, np.pi, count)
        pitch = np.clip(rng.normal(np.radians(6), np.radians(14), count), -0.7, 0.7)
        roll = rng.normal(0, np.radians(4), count)
        camera = _rotation(roll, 2) @ _rotation(pitch, 0) @ _LEVEL @ _rotation(yaw, 2)
        camera = camera.astype(np.float32)
        distance = np.exp(rng.uniform(np.log(1.3), np.log(6.0), count))
        ray = rng.normal(0, 0.22, (count, 2)).clip(-0.5, 0.5)
        pelvis = np.concatenate([ray, np.ones((count, 1))], 1) * distance[:, None]
        way = np.einsum("bij,btj->bti", camera, path) + pelvis[:, None]
        way[..., 2] = np.maximum(way[..., 2], 0.7)
        solid = np.einsum("bij,btkj->btki", camera, body) + way[:, :, None]
        flat = solid[..., :2] / np.maximum(solid[..., 2:], 0.3)
        middle = (flat[:, :, :16].max(2) + flat[:, :, :16].min(2)) / 2
        ahead = np.concatenate([middle, np.ones((*middle.shape[:2], 1))], -1)
        ahead /= np.linalg.norm(ahead, axis=-1, keepdims=True)
        depth = np.einsum("btki,bti->btk", solid - way[:, :, None], ahead)
        about = way[:, :, :2] / way[:, :, 2:]
        joints = np.concatenate(
            [(flat - about[:, :, None]) * way[:, :, None, 2:], depth[..., None]], -1
        )
        turns = crop_rotations(ahead.reshape(-1, 3)).reshape(count, TICKS, 3, 3)
        up = np.einsum("btij,bj->bti", turns, camera[:, :, 2])
        return {
            "joints": joints.astype(np.float32),
            "up": up.astype(np.float32),
            "camera": camera,
            "turn": turns[:, PAST].astype(np.float32),
            "way": ((about - about[:, PAST : PAST + 1]) * way[:, PAST : PAST + 1, 2:]).astype(
                np.float32
            ),
            "ray": middle[:, PAST].astype(np.float32),
            "near": (1 / way[:, PAST, 2]).astype(np.float32),
        }

    def _said(self, joints: Array, up: Array) -> tuple[Array, Array, Array, Array]:
        """What the image network says: joints, spread, score, up with its score."""
        rng, noise = self._rng, self._noise
        count = len(joints)
        flat = joints.transpose(0, 1, 3, 2).reshape(count, TICKS, -1)
        pose = np.concatenate([flat, np.ones((count, TICKS, 1), np.float32)], -1)
        keep = float(np.exp(-TICK_S / noise.tau_s))
        drift = rng.standard_normal((count, TICKS, flat.shape[-1]), np.float32) @ self._slow.T
        for tick in range(1, TICKS):
            drift[:, tick] = keep * drift[:, tick - 1] + np.sqrt(1 - keep**2) * drift[:, tick]
        quick = rng.standard_normal(drift.shape, np.float32) @ self._quick.T
        least, most = np.log([self._depth_errors, _FLAT_ERRORS]).T
        gain = np.exp(rng.uniform(least, most, (count, 2)))
        by = np.repeat(gain[:, [1, 1, 0]], COUNT, axis=1)[:, None].astype(np.float32)
        mean = (
            pose
            @ noise.mean.astype(np.float32)
            * rng.uniform(0, 1.5, (count, 1, 1)).astype(np.float32)
        )
        jitter = rng.uniform(0.4, 1.2, (count, 1, 1)).astype(np.float32)
        wrong = mean + drift * by + quick * by * jitter
        said = joints + wrong.reshape(count, TICKS, 3, COUNT).transpose(0, 1, 3, 2)
        said = said - said[:, :, ROOT : ROOT + 1]
        spread = pose @ noise.spread.astype(np.float32)
        spread = spread + (rng.normal(0, 1, (count, 1, COUNT)) * noise.spread_off).astype(
            np.float32
        )
        spread = np.exp(spread + 0.3 * np.log(gain[:, 0])[:, None, None].astype(np.float32))
        logit = noise.score + noise.score_off * (
            0.7 * rng.normal(0, 1, (count, 1, COUNT))
            + 0.5 * rng.normal(0, 1, (count, TICKS, COUNT))
        )
        score = (1 / (1 + np.exp(-logit))).astype(np.float32)
        off = rng.normal(0, 1, (count, 1, 3)) * noise.up_slow * gain[:, 1, None, None]
        off = off + rng.normal(0, 1, (count, TICKS, 3)) * noise.up_quick
        told = up + off.astype(np.float32)
        told /= np.linalg.norm(told, axis=-1, keepdims=True)
        sure = np.clip(rng.normal(0.7, 0.2, (count, 1, 1)), 0, 1).repeat(TICKS, 1)
        return said, spread, score, np.concatenate([told, sure], -1).astype(np.float32)

    def _exchange(self, joints: Array, spread: Array, score: Array) -> Array:
        """Exchange left and right of arms and legs for stretches, in place; (B, T, 2) where."""
        rng, count = self._rng, len(joints)
        which = rng.random(count)
        arms, legs = which < 0.12, (which > 0.05) & (which < 0.17)
        ends = np.sort(rng.integers(-6, TICKS + 6, (count, 2)), 1)
        ticks = np.arange(TICKS)
        there = (ticks >= ends[:, :1]) & (ticks < ends[:, 1:])
        where = np.stack([there & arms[:, None], there & legs[:, None]], -1)
        for column, group in enumerate((ARMS, LEGS)):
            b, t = np.nonzero(where[..., column])
            for values in (joints, spread, score):
                values[b[:, None], t[:, None], group] = values[b[:, None], t[:, None], FLIP[group]]
        return where.astype(np.float32)

    def _lose(self, joints: Array, spread: Array, score: Array) -> None:
        """Limbs that are cut off by the edge of the image, or not seen, in place."""
        rng, count = self._rng, len(joints)
        kind = rng.random(count)
        lost = np.zeros((count, TICKS, COUNT), bool)
        ends = np.sort(rng.integers(-10, TICKS + 10, (count, 2)), 1)
        ticks = np.arange(TICKS)
        there = (ticks >= ends[:, :1]) & (ticks < ends[:, 1:])
        webcam = kind < 0.08
        lost[np.ix_(webcam, np.arange(TICKS), _BELOW)] = True
        for number in np.flatnonzero((kind > 0.08) & (kind < 0.25)):
            group = (ARMS, LEGS)[int(rng.integers(2))]
            some = group[rng.random(len(group)) < 0.5]
            lost[number][np.ix_(there[number], some)] = True
        lost[..., ROOT] = False
        amount = lost.sum()
        off = rng.normal(0, 0.12, (count, 1, COUNT, 3)) + rng.normal(0, 0.05, joints.shape)
        joints += np.where(lost[..., None], off, 0).astype(np.float32)
        score[lost] = np.where(rng.random(amount) < 0.5, 0, rng.uniform(0, 0.25, amount))
        spread[lost] *= 1.5

    def _windows(
        self,
        joints: Array,
        spread: Array,
        score: Array,
        up: Array,
        seen: dict[str, Array],
        lengths: Array,
    ) -> Array:
        rng, count = self._rng, len(joints)
        scale = np.exp(rng.normal(0, 0.06, (count, 1, 1, 1))).astype(np.float32)
        known = lengths * np.exp(rng.normal(0, 0.05, (count, 19))).astype(np.float32)
        known = np.where(
            rng.random((count, 1)) < 0.2, self._bodies.mean(0), (known + known[:, OTHER_BONE]) / 2
        )
        joints = joints * scale
        spread = spread * scale[..., 0]
        way = seen["way"] * scale[..., 0]
        feet = rng.random(count) < 0.3
        for values in (joints, spread, score):
            values[np.ix_(feet, np.arange(TICKS), _FEET)] = 0
        spread[rng.random(count) < 0.2] = 0
        up[rng.random(count) < 0.3] = 0
        told = np.concatenate(
            [
                joints[..., 0], joints[..., 1], joints[..., 2], spread, score, up, way,
                np.ones((count, TICKS, 1), np.float32),
            ],
            -1,
        )  # fmt: skip
        self._slow_cameras(told)
        rest = np.concatenate([known, seen["ray"], seen["near"][:, None]], -1)
        windows = np.concatenate([told, rest[:, None].repeat(TICKS, 1)], -1).astype(np.float32)
        windows[rng.random(count) < 0.75, PAST + 1 :] = 0
        short = np.flatnonzero(rng.random(count) < 0.25)
        for number, ticks in zip(short, rng.integers(0, PAST + 1, len(short)), strict=True):
            windows[number, :ticks] = 0
        return windows[:, None]

    def _slow_cameras(self, told: Array) -> None:
        """Frames that come half as often, in place: what lies between is interpolated."""
        slow = np.flatnonzero(self._rng.random(len(told)) < 0.25)
        phase = self._rng.integers(2, size=len(slow))
        for number, first in zip(slow, phase, strict=True):
            ticks = np.arange(TICKS)
            kept = ticks[(ticks - PAST - first) % 2 == 0]
            kept = np.union1d(kept, [PAST])
            before = kept[np.clip(np.searchsorted(kept, ticks, "right") - 1, 0, len(kept) - 1)]
            after = kept[np.clip(np.searchsorted(kept, ticks), 0, len(kept) - 1)]
            part = ((ticks - before) / np.maximum(after - before, 1))[:, None]
            told[number] = told[number, before] * (1 - part) + told[number, after] * part


#: The same of x and y: real joints are told less exactly than those that the network learnt from.
_FLAT_ERRORS = (0.6, 2.2)
#: World (z up) to a level camera (x right, y down, z away) that looks along the world's y.
_LEVEL = np.array([[1.0, 0, 0], [0, 0, -1], [0, 1, 0]])


def _rotation(angle: NDArray[np.floating], axis: int) -> NDArray[np.float64]:
    c, s, i = np.cos(angle), np.sin(angle), np.arange(len(angle))
    out = np.tile(np.eye(3), (len(angle), 1, 1))
    a, b = (axis + 1) % 3, (axis + 2) % 3
    out[i, a, a], out[i, a, b], out[i, b, a], out[i, b, b] = c, -s, s, c
    return out


def crop_rotations(rays: NDArray[np.floating]) -> NDArray[np.float64]:
    """(N, 3, 3) `posecam.geometry.crop_rotation` of (N, 3) unit rays through the crops' middles."""
    x, y, z = rays.T
    zero = np.zeros_like(x)
    # The axis is ray x z = (y, -x, 0), of length sine.
    cross = np.stack(
        [np.stack(row, -1) for row in ((zero, zero, -x), (zero, zero, -y), (x, y, zero))], -2
    )
    return np.asarray(np.eye(3) + cross + cross @ cross / (1 + z)[:, None, None])
