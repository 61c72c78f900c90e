"""A network asked twice, of a crop and of its mirror image: one look that is better than either."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.estimation.asked import Before
from posecam.skeleton import KEYPOINT_FLIP

FloatArray = NDArray[np.float32]

#: Crops in one call of an engine, as many as the contract has.
_MOST: Final = 4
#: Two looks mean the same place where they lie this near, as a share of the crop's side.
_SAME: Final = 0.06
#: A keypoint of which the two do not mean the same place is as sure as the surer one, times this.
_DOUBT: Final = 0.7


class Mirrored(Before):
    """An engine that runs every crop and its mirror image, and says the mean.

    Where the two do not mean the same place, the surer one is taken alone.
    """

    def run(self, batch: FloatArray) -> dict[str, FloatArray]:
        """The outputs for (N, 3, S, S) crops, as `Engine.run`.

        Raises:
            EngineError: the engine's own.
        """
        parts = [self._run(batch[at : at + _MOST // 2]) for at in range(0, len(batch), _MOST // 2)]
        return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}

    def _run(self, batch: FloatArray) -> dict[str, FloatArray]:
        both = np.ascontiguousarray(np.concatenate([batch, batch[..., ::-1]]))
        out = self._engine.run(both)
        straight = {name: values[: len(batch)] for name, values in out.items()}
        mirrored = {name: values[len(batch) :] for name, values in out.items()}
        return mean_of(straight, turned_back(mirrored, batch.shape[-1]), batch.shape[-1])

    def close(self) -> None:
        """Let go of the network."""
        self._engine.close()


def turned_back(said: Mapping[str, FloatArray], side: int) -> dict[str, FloatArray]:
    """What a network says of a mirror image, as it is of the image itself.

    Args:
        said: outputs of the contract.
        side: of the crop, px.
    """
    flip = np.array(KEYPOINT_FLIP[: said["scores"].shape[1]])
    out = dict(said)
    for name in ("joints", "scores", "spread"):
        if name in out:
            out[name] = out[name][:, flip]
    out["joints"][..., 0] = side - 1 - out["joints"][..., 0]
    if "up" in out:
        out["up"] = out["up"] * np.array([-1, 1, 1], np.float32)
    return out


def mean_of(
    one: Mapping[str, FloatArray], other: Mapping[str, FloatArray], side: int
) -> dict[str, FloatArray]:
    """What two looks at the same crops say together."""
    out = {name: (one[name] + other[name]) / 2 for name in one}
    apart = np.linalg.norm(one["joints"][..., :2] - other["joints"][..., :2], axis=-1)
    doubted = apart > _SAME * side
    surer = np.where(one["scores"] >= other["scores"], 0, 1)
    for name in ("joints", "scores", "spread"):
        if name in out:
            both = np.stack([one[name], other[name]])
            alone = both[surer, np.arange(len(surer))[:, None], np.arange(surer.shape[1])]
            out[name][doubted] = alone[doubted]
    out["scores"][doubted] *= np.float32(_DOUBT)
    if "up" in out:
        length = np.linalg.norm(out["up"], axis=-1, keepdims=True)
        out["up"] = (out["up"] / np.maximum(length, 1e-6)).astype(np.float32)
    return {name: np.ascontiguousarray(values, np.float32) for name, values in out.items()}
