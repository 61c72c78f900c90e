"""Videos with skeletons: every frame at its source's own time, whatever the rate."""

from __future__ import annotations

import contextlib
import itertools
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

import av
import numpy as np
import pytest

from posecam.capture import open_source
from posecam.estimation.estimator import Estimator
from posecam.export import export_session
from posecam.export.overlay_video import OverlayVideo
from posecam.offline.process import process
from posecam.session import Session
from tests.fakes.estimator import FakeEstimator
from tests.fakes.videos import numbered

RATES = {
    "variable": [0.0, 0.033, 0.05, 0.4, 0.433, 1.5, 1.51, 6.0, 6.1],
    "a frame in 2.5 s": [2.5 * k for k in range(8)],
    "NTSC": [k * 1001 / 30000 for k in range(30)],
    "slow motion": [k / 1200 for k in range(30)],
    "17.3 a second": [k / 17.3 for k in range(20)],
}


def film(path: Path, seconds: list[float]) -> Path:
    with av.open(str(path), "w") as container:
        stream: Any = container.add_stream("libx264", rate=30, options={"preset": "ultrafast"})
        stream.width, stream.height, stream.pix_fmt = 177 - 1, 64, "yuv420p"
        stream.codec_context.time_base = Fraction(1, 90000)
        for number, at in enumerate(seconds):
            frame = av.VideoFrame.from_ndarray(numbered(number), "bgr24")
            frame.pts, frame.time_base = round(at * 90000), Fraction(1, 90000)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def times_in(path: Path) -> list[float]:
    with av.open(str(path)) as container:
        return [float(frame.time) for frame in container.decode(video=0)]


@pytest.mark.parametrize("name", RATES)
def test_both_overlays_have_the_times_of_their_source(tmp_path: Path, name: str) -> None:
    clip = film(tmp_path / "clip.mp4", RATES[name])
    take = tmp_path / "take"
    process(str(clip), take, cast(Estimator, FakeEstimator()), overlay=True)
    source = open_source(str(clip))
    wanted = [frame.time for frame in iter(source.read, None)]
    source.close()
    assert wanted == pytest.approx(RATES[name], abs=1e-3)
    step = min(b - a for a, b in itertools.pairwise(wanted))

    at_once = times_in(take / "overlay.mp4")
    (path,) = export_session(Session.open(take), ["overlay"], tmp_path)

    assert at_once == pytest.approx(wanted, abs=min(0.002, 0.2 * step))
    assert times_in(path) == pytest.approx(wanted, abs=min(0.002, 0.2 * step))


def test_images_of_odd_and_other_sizes_are_fitted_in(tmp_path: Path) -> None:
    path = tmp_path / "10:30 .mp4"
    with OverlayVideo(path) as video:
        for k, size in enumerate([(121, 161), (121, 161), (60, 40), (400, 30), (1, 1)]):
            video.add(np.full((*size, 3), 200, np.uint8), k / 10)
    with av.open(f"file:{path}") as container:
        images = [frame.to_ndarray(format="gray") for frame in container.decode(video=0)]
    assert [image.shape for image in images] == [(122, 162)] * 5
    assert images[1][5:115, 5:155].min() > 180
    assert images[2][10:110, 60:100].min() > 180
    assert images[2][:, :30].max() < 40


def test_times_that_stand_still_or_go_back_still_grow(tmp_path: Path) -> None:
    path = tmp_path / "overlay.mp4"
    with OverlayVideo(path) as video:
        for seconds in (3.0, 3.0, 2.9, 3.1):
            video.add(np.zeros((64, 64, 3), np.uint8), seconds)
    assert video.count == 4
    found = times_in(path)
    assert found == pytest.approx([0, 0, 0, 0.1], abs=1e-3)
    assert min(b - a for a, b in itertools.pairwise(found)) > 0


def test_a_place_that_cannot_be_written_is_an_os_error(tmp_path: Path) -> None:
    video = OverlayVideo(tmp_path / "nowhere" / "overlay.mp4")
    with contextlib.suppress(OSError):  # the encoder may still hold all images back
        video.add(np.zeros((64, 64, 3), np.uint8), 0.0)
    with pytest.raises(OSError, match="No such file"):
        video.close()
    video.close()
