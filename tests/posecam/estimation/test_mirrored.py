"""A crop and its mirror image: two looks, one answer."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
import pytest

from engines.engine import Engine, EngineInfo
from posecam.estimation.mirrored import Mirrored, turned_back
from posecam.pose import FloatArray
from posecam.skeleton import KEYPOINT_FLIP

SIDE = 64


class Biased:
    """Sees a keypoint for each bright spot, all a little to the right of where it is.

    The spots' red is the number of the keypoint, in a mirrored image that of the other side.
    """

    metadata: ClassVar[dict[str, str]] = {}
    input_shape = (3, SIDE, SIDE)
    info = EngineInfo("test", "1", "none", "fp32", "biased.onnx", "ab")

    def __init__(self, count: int, bias: float = 1.5) -> None:
        self.count, self.bias = count, bias
        self.sizes: list[int] = []
        #: Of the mirrored image alone.
        self.jump: tuple[int, float, float] | None = None
        self.closed = False

    def run(self, batch: FloatArray) -> dict[str, FloatArray]:
        self.sizes.append(len(batch))
        joints = np.zeros((len(batch), self.count, 3), np.float32)
        scores = np.full((len(batch), self.count), 0.8, np.float32)
        up = np.tile(np.array([0.6, -0.8, 0.0], np.float32), (len(batch), 1))
        for row, image in enumerate(batch):
            mirrored = image[1, 0, 0] == 0  # the mark is in the other corner
            for k in range(self.count):
                shown = KEYPOINT_FLIP[k] if mirrored else k
                y, x = np.argwhere(image[0] == shown + 1)[0]
                joints[row, k] = x + self.bias, y, float(shown)
            if mirrored:
                up[row, 0] *= -1
                if self.jump is not None:
                    joint, by, score = self.jump
                    joints[row, KEYPOINT_FLIP[joint], 0] += by
                    scores[row, KEYPOINT_FLIP[joint]] = score
        spread = np.full((len(batch), self.count), 3.0, np.float32)
        sure = np.full(len(batch), 0.9, np.float32)
        return {"joints": joints, "scores": scores, "spread": spread, "up": up, "up_score": sure}

    def close(self) -> None:
        self.closed = True


def crops(count: int, keypoints: int) -> FloatArray:
    rng = np.random.default_rng(0)
    out = np.zeros((count, 3, SIDE, SIDE), np.float32)
    out[:, 1, 0, 0] = 1
    for image in out:
        places = rng.permutation((SIDE - 20) ** 2)[:keypoints]
        for k, place in enumerate(places.tolist()):
            image[0, 10 + place // (SIDE - 20), 10 + place % (SIDE - 20)] = k + 1
    return out


def places(batch: FloatArray, keypoints: int) -> FloatArray:
    found = [[np.argwhere(image[0] == k + 1)[0][::-1] for k in range(keypoints)] for image in batch]
    return np.array(found, np.float32)


@pytest.mark.parametrize("keypoints", [16, 31])
@pytest.mark.parametrize("people", [1, 2, 3, 4])
def test_what_a_network_sees_too_far_to_one_side_cancels(keypoints: int, people: int) -> None:
    network = Biased(keypoints)
    batch = crops(people, keypoints)
    out = Mirrored(network).run(batch)
    assert np.allclose(out["joints"][..., :2], places(batch, keypoints))
    assert np.array_equal(out["joints"][0, :, 2], np.arange(keypoints))
    assert np.allclose(out["scores"], 0.8)
    assert np.allclose(out["up"], [0.6, -0.8, 0])
    assert max(network.sizes) <= 4
    assert sum(network.sizes) == 2 * people
    assert {name: values.shape for name, values in out.items()} == {
        name: values.shape for name, values in network.run(batch).items()
    }


@pytest.mark.parametrize(("score", "right"), [(0.95, False), (0.3, True)])
def test_where_the_two_disagree_the_surer_one_is_believed_and_less(
    score: float, right: bool
) -> None:
    network = Biased(16, bias=0.0)
    network.jump = (10, 20.0, score)
    batch = crops(1, 16)
    out = Mirrored(network).run(batch)
    where = places(batch, 16)[0, 10, 0]
    # The mirror image's right is the image's left.
    assert out["joints"][0, 10, 0] == pytest.approx(where if right else where - 20)
    assert out["scores"][0, 10] == pytest.approx(0.7 * max(score, 0.8))
    others = np.arange(16) != 10
    assert np.allclose(out["joints"][0, others, :2], places(batch, 16)[0, others])


def test_it_is_an_engine_and_closes_its_network() -> None:
    network = Biased(16)
    twice = Mirrored(network)
    assert isinstance(twice, Engine)
    assert (twice.info, twice.input_shape) == (network.info, (3, SIDE, SIDE))
    twice.close()
    assert network.closed


def test_turning_back_twice_changes_nothing() -> None:
    said = Biased(31).run(crops(1, 31))
    again = turned_back(turned_back({k: v.copy() for k, v in said.items()}, SIDE), SIDE)
    for name, values in said.items():
        assert np.allclose(again[name], values), name
