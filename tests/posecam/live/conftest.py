"""Pipelines that end with their test, and a clip for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from posecam.live.pipeline import Pipeline
from tests.fakes.estimator import FakeEstimator
from tests.fakes.videos import steady, write_video

Start = Callable[..., Pipeline]


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(write_video(tmp_path_factory.mktemp("clip") / "clip.mp4", steady(60)))


@pytest.fixture
def start() -> Iterator[Start]:
    made: list[Pipeline] = []

    def make(make_estimator: Callable[[], FakeEstimator], **options: object) -> Pipeline:
        made.append(Pipeline(make_estimator, **options))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for pipeline in made:
        assert pipeline.close(3.0)
