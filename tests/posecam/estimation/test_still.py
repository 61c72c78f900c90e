"""An image that stands still: the figure is at once where it settles, with the shipped networks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import numpy as np
import pytest
from numpy.typing import NDArray

from posecam.capture import open_source
from posecam.contract import load_network
from posecam.estimation.estimator import Estimator, EstimatorOptions
from posecam.offline.smoothing import TrackPoses, smooth_offline
from posecam.pose import Frame, Pose
from posecam.skeleton import COUNT
from tests.posecam.estimation.test_estimator import SpotDetector, SpotEngine, frame

FRAMES = 40
#: Frames of the clip that ships, in which a person stands, moves and turns.
STILLS = (10, 80, 150)


@pytest.fixture(scope="module")
def stills() -> dict[int, NDArray[np.uint8]]:
    source = open_source("demo")
    images = {f.frame_id: f.image for f in islice(iter(source.read, None), max(STILLS) + 1)}
    source.close()
    return {number: images[number] for number in STILLS}


@pytest.fixture(scope="module")
def real() -> Iterator[Estimator]:
    estimator = Estimator(load_network())
    yield estimator
    estimator.close()


def watched(estimator: Estimator, image: NDArray[np.uint8]) -> list[Pose]:
    """The main person of an image that is there for more than a second."""
    estimator.reset()
    results = [estimator.update(Frame(image, k, k / 30, 0)) for k in range(FRAMES)]
    return [result.poses[0] for result in results]


def apart(one: NDArray[np.floating], other: NDArray[np.floating]) -> float:
    """Mean distance of the sixteen joints, mm."""
    return float(np.linalg.norm((one - other)[:COUNT], axis=1).mean())


@pytest.mark.parametrize("number", STILLS)
def test_the_first_frame_stands_where_the_figure_settles(
    real: Estimator, stills: dict[int, NDArray[np.uint8]], number: int
) -> None:
    real.options = EstimatorOptions()
    poses = watched(real, stills[number])
    # Crops that differ by a hundredth of their side move wrists and ankles in depth.
    assert apart(poses[0].joints_3d, poses[-1].joints_3d) < 18


def test_so_it_does_looked_at_again(real: Estimator, stills: dict[int, NDArray[np.uint8]]) -> None:
    image = stills[STILLS[0]]
    real.options = EstimatorOptions(smoothness=0.0)
    poses = watched(real, image)
    raw = TrackPoses(
        np.array([p.time for p in poses]),
        *(
            np.array([getattr(p, name) for p in poses], np.float64)
            for name in ("joints_2d", "joints_3d", "scores", "root")
        ),
    )
    made = smooth_offline(raw, (image.shape[1], image.shape[0]), EstimatorOptions())
    assert apart(made.joints_3d[0], made.joints_3d[-1]) < 10


def test_a_newcomer_is_looked_at_twice_once() -> None:
    engine = SpotEngine()
    estimator = Estimator(engine, EstimatorOptions(smoothness=0.0), SpotDetector())
    crops = [estimator.update(frame(k, 300.0)).poses[0].box for k in range(6)]
    assert len(engine.batches) == 7
    sides = np.array([box[2] for box in crops])
    assert sides == pytest.approx(sides[-1], rel=0.01)
