"""How an image network is wrong, as few numbers: what `simulate` makes noise of.

All in metres of the canonical body. Of each moment the error of 20 points in x, y and z is

    mean(true pose) + slow + quick

`mean` is linear in the true pose (depth that falls to the mean is a slope below zero), `slow`
drifts with a time constant, `quick` is new in each moment; both are Gaussian with a full covariance
over the points, for a body that is taken to lean forward too far does so as a whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from training.motion.observe import Observed
from training.motion.points import COUNT, FLIP, POINTS, SIDED, canonical_scale
from training.motion.stored import Stored

Array = NDArray[np.floating]
#: An error farther than this is a limb taken for another, not noise, m.
_FURTHEST = 0.35
#: Of the linear part, m2: poses vary by far more.
_RIDGE = 2e-4
_LAGS = (1, 3, 8)
_RATE = 30.0


@dataclass(frozen=True, slots=True, eq=False)
class Noise(Stored):
    """What was measured.

    Attributes:
        mean: (61, 60) from a true pose (x of all points, y, z, 1; m) to its mean error, likewise.
        slow, quick: (60, 60) covariances, m2.
        tau_s: time constant of `slow`.
        spread: (61, 20) from a true pose to the logarithm of the spread that is said of depth, and
        spread_off: (20,) standard deviation of what is left.
        score, score_off: (20,) mean and standard deviation of the scores' logits where seen, and
        score_lost, score_lost_off: where occluded.
        up_slow, up_quick: standard deviations of the error of up, radians.
        exchanged: share of moments with sides exchanged.
        moments: so many were measured.
    """

    WHAT: ClassVar[str] = "measured noise"

    mean: NDArray[np.float64]
    slow: NDArray[np.float64]
    quick: NDArray[np.float64]
    tau_s: NDArray[np.float64]
    spread: NDArray[np.float64]
    spread_off: NDArray[np.float64]
    score: NDArray[np.float64]
    score_off: NDArray[np.float64]
    score_lost: NDArray[np.float64]
    score_lost_off: NDArray[np.float64]
    up_slow: NDArray[np.float64]
    up_quick: NDArray[np.float64]
    exchanged: NDArray[np.float64]
    moments: NDArray[np.int64]


def measure(observed: Observed) -> tuple[Noise, list[str]]:
    """The noise of an image network, from moments of which some follow each other; and a table."""
    said, true = observed.joints[:, POINTS], observed.true[:, POINTS]
    scale = canonical_scale(true[:, :16].astype(np.float64))
    true = (true - true[:, 6:7]) * scale[:, None, None]
    said = said * scale[:, None, None]
    said = (
        said - said[:, 6:7] * (0, 0, 1) - observed.true[:, 6:7] * scale[:, None, None] * (1, 1, 0)
    )
    exchanged = _exchanged(said, true)
    error = said - true
    usable = np.isfinite(error).all((1, 2)) & ~exchanged & observed.inside[:, POINTS].all(1)
    pose = features(true)
    flat = error.transpose(0, 2, 1).reshape(len(error), -1)
    good = usable & (np.abs(flat) < _FURTHEST).all(1)
    mean = _ridge(pose[good], flat[good])
    rest = np.clip(flat - pose @ mean, -_FURTHEST, _FURTHEST)
    whole = rest[good].T @ rest[good] / good.sum()
    lagged = {lag: _lagged(rest, observed.sequence, good, lag) for lag in _LAGS}
    # Of the pairs alone, and brought to the whole's size: sequences are calmer than single images.
    trace = {lag: np.trace(both) / np.trace(own) for lag, (both, own) in lagged.items()}
    first, last = _LAGS[0], _LAGS[-1]
    decay = np.log(max(trace[first], 1e-3) / max(trace[last], 1e-3)) / ((last - first) / _RATE)
    tau = 1 / max(decay, 0.2)
    both, own = lagged[first]
    slow = both * np.exp(first / _RATE / tau)
    quick = _positive(own - slow)
    slow = _positive(slow)
    spread = np.log(np.maximum(observed.spread[:, POINTS] * scale[:, None], 1e-3))
    of_pose = _ridge(pose[good], spread[good])
    off = (spread - pose @ of_pose)[good].std(0)
    logit = _logit(observed.scores[:, POINTS])
    seen = observed.seen[:, POINTS]
    hidden = ~seen & observed.inside[:, POINTS]
    turned = np.arccos(np.clip((observed.up * observed.true_up).sum(-1), -1, 1))
    drift, jitter = _of_up(observed)
    noise = Noise(
        mean, slow, quick, np.array(tau), of_pose, off,
        *_by_point(logit, seen), *_by_point(logit, hidden),
        np.array(drift), np.array(jitter), np.array(exchanged.mean()),
        np.array(int(good.sum())),
    )  # fmt: skip

    def row(name: str, values: Array) -> str:
        return f"{name:26s}" + " ".join(f"{v:6.0f}" for v in values)

    deviation = np.sqrt(np.diag(whole)).reshape(3, COUNT) * 1000
    tilt = np.degrees(np.median(turned))
    table = [
        f"{int(good.sum())} of {len(observed)} moments",
        f"sides exchanged in {100 * exchanged.mean():.1f} %",
        f"slow errors last {tau:.2f} s; up is off by {tilt:.1f} degrees (median)",
        *(row(f"{n}, mm", deviation[i]) for i, n in enumerate("xyz")),
        row("z, quick, mm", np.sqrt(np.diag(quick)).reshape(3, COUNT)[2] * 1000),
        row("z, slow, mm", np.sqrt(np.diag(slow)).reshape(3, COUNT)[2] * 1000),
        row("z said of true, %", 100 + 100 * np.diag(mean[2 * COUNT : 3 * COUNT, 2 * COUNT :])),
        row("spread said, mm", np.exp(np.median(spread[good], 0)) * 1000),
    ]
    return noise, table


def features(true: Array) -> NDArray[np.float64]:
    """(N, 61) of (N, 20, 3) poses: x of all points, y, z, 1."""
    flat = true.transpose(0, 2, 1).reshape(len(true), -1)
    return np.concatenate([flat, np.ones((len(flat), 1))], 1)


def _ridge(pose: Array, wanted: Array) -> NDArray[np.float64]:
    square = pose.T @ pose / len(pose) + _RIDGE * np.diag([1.0] * (pose.shape[1] - 1) + [0.0])
    return np.asarray(np.linalg.solve(square, pose.T @ wanted / len(pose)))


def _exchanged(said: Array, true: Array) -> NDArray[np.bool_]:
    """Where exchanging left and right brings x and y clearly nearer."""
    as_is = np.linalg.norm((said - true)[:, SIDED, :2], axis=-1).mean(-1)
    other = np.linalg.norm((said[:, FLIP] - true)[:, SIDED, :2], axis=-1).mean(-1)
    return np.asarray((other < 0.6 * as_is) & (as_is > 0.06))


def _lagged(
    rest: Array, sequence: NDArray[np.int64], good: NDArray[np.bool_], lag: int
) -> tuple[Array, Array]:
    pairs = (sequence[lag:] == sequence[:-lag]) & (sequence[lag:] >= 0) & good[lag:] & good[:-lag]
    now, before = rest[lag:][pairs], rest[:-lag][pairs]
    both = now.T @ before / max(len(now), 1)
    own = (now.T @ now + before.T @ before) / max(2 * len(now), 1)
    return (both + both.T) / 2, own


def _positive(matrix: Array) -> NDArray[np.float64]:
    values, vectors = np.linalg.eigh((matrix + matrix.T) / 2)
    return np.asarray((vectors * np.maximum(values, 1e-8)) @ vectors.T)


def _logit(scores: Array) -> NDArray[np.float64]:
    p = np.clip(scores.astype(np.float64), 0.01, 0.99)
    return np.asarray(np.log(p / (1 - p)))


def _by_point(
    logit: Array, rows: NDArray[np.bool_]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    some = [logit[rows[:, i], i] if rows[:, i].sum() > 9 else np.zeros(1) for i in range(COUNT)]
    return np.array([s.mean() for s in some]), np.array([s.std() + 0.2 for s in some])


def _of_up(observed: Observed) -> tuple[float, float]:
    """Standard deviations, radians a coordinate, of what stays in a sequence and what does not."""
    off = (observed.up - observed.true_up).astype(np.float64)
    steps = (observed.sequence[1:] == observed.sequence[:-1]) & (observed.sequence[1:] >= 0)
    jitter = np.clip(np.diff(off, axis=0)[steps], -0.3, 0.3).std() / np.sqrt(2)
    whole = np.clip(off, -0.5, 0.5).std()
    return float(np.sqrt(max(whole**2 - jitter**2, 1e-6))), float(jitter)
