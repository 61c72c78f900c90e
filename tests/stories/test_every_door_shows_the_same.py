"""One odd film through every door, live, processed or reviewed: it is the same everywhere."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any, cast

import av
import numpy as np
from numpy.typing import NDArray

from posecam.capture import CaptureThread, LatestFrame
from posecam.capture.video import VideoFile
from posecam.estimation.estimator import Estimator
from posecam.gui.review.frame_images import FrameImages
from posecam.offline.process import process
from posecam.pose import Frame
from posecam.session import Session
from tests.fakes.estimator import FakeEstimator
from tests.fakes.videos import lay_mp4, numbered

COUNT = 12


def film(path: Path) -> Path:
    """Of pixels twice as high as wide, to be shown transposed, at changing intervals."""
    with av.open(str(path), "w") as container:
        stream: Any = container.add_stream("libx264", rate=25)
        stream.width, stream.height, stream.pix_fmt = 176, 64, "yuv420p"
        stream.codec_context.sample_aspect_ratio = Fraction(1, 2)
        stream.codec_context.time_base = Fraction(1, 1000)
        for k in range(COUNT):
            frame = av.VideoFrame.from_ndarray(numbered(k), "bgr24")
            frame.pts, frame.time_base = 40 * k + 5 * (k % 3), Fraction(1, 1000)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    lay_mp4(path, (0, 1, 1, 0))
    return path


def same(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> bool:
    """Whether they are one image, but for what compressing it once more costs."""
    return one.shape == other.shape and float(np.abs(one.astype(int) - other).mean()) < 4


def test_live_processed_and_reviewed_it_is_the_same_film(tmp_path: Path) -> None:
    clip = film(tmp_path / "odd.mp4")
    source = VideoFile(clip)
    truth = list(iter(source.read, None))
    source.close()
    assert [frame.image.shape for frame in truth] == [(176, 128, 3)] * COUNT

    live: list[Frame] = []
    thread = CaptureThread(str(clip), LatestFrame(), pace=False, on_frame=live.append)
    thread.start()
    thread.join(20)
    process(str(clip), tmp_path / "take", cast(Estimator, FakeEstimator()))
    session = Session.open(tmp_path / "take")
    again = list(session.video_frames())
    images = FrameImages(session)
    # Backwards, so that it has to jump.
    reviewed = [images.get(row) for row in reversed(range(COUNT))][::-1]
    images.close()

    assert len(live) == len(again) == COUNT
    for frame, now, recorded, shown in zip(truth, live, again, reviewed, strict=True):
        assert np.array_equal(now.image, frame.image)
        assert now.time == frame.time
        assert same(recorded.image, frame.image)
        assert abs(recorded.time - frame.time) < 0.0011
        assert shown is not None
        assert same(shown, frame.image)
        assert np.array_equal(shown, recorded.image)
