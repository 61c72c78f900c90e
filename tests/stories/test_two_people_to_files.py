"""Two people in one clip: both are recorded, both drawn, each exported by their number."""

from __future__ import annotations

import csv
from pathlib import Path

import av
import numpy as np
import pytest

from posecam.cli import main
from posecam.session import Session
from posecam.skeleton import ROOT
from tests.fakes.crossing import crossing


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    path = tmp_path / "two.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=30)
        stream.width, stream.height, stream.pix_fmt = 960, 540, "yuv420p"
        for moment in crossing(24, start=300.0):
            if abs(moment.middles[0] - moment.middles[1]) > 120:
                frame = av.VideoFrame.from_ndarray(moment.frame.image, format="bgr24")
                container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return path


def test_both_are_recorded_drawn_and_exported(
    clip: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    take = tmp_path / "take"
    assert main(["process", str(clip), "--out", str(take), "--overlay"]) == 0
    session = Session.open(take)
    ids, counts = np.unique(session.people.ids, return_counts=True)
    often = ids[counts >= 10]
    assert len(often) == 2
    for number in often.tolist():
        out = tmp_path / f"files{number}"
        arguments = ["--format", "bvh,csv", "--person", str(number), "--out", str(out)]
        assert main(["export", str(take), *arguments]) == 0
        assert {".bvh", ".csv"} <= {path.suffix for path in out.iterdir()}
        with next(out.glob("*.csv")).open(newline="") as file:
            rows = list(csv.DictReader(file))
        assert len(rows) >= 10
    # Both skeletons are in the overlay: at both pelvises the image differs from the video's.
    with av.open(str(take / "overlay.mp4")) as drawn, av.open(str(clip)) as plain:
        pair = zip(drawn.decode(video=0), plain.decode(video=0), strict=True)
        changed = np.zeros((540, 960))
        for k, (over, under) in enumerate(pair):
            if k == 5:
                difference = over.to_ndarray(format="gray").astype(int)
                changed = np.abs(difference - under.to_ndarray(format="gray"))
    poses = session.people_at(5)
    assert len(poses) == 2
    strokes = []
    for pose in poses:
        x, y = np.round(pose.joints_2d[ROOT]).astype(int)
        around = changed[y - 12 : y + 13, x - 12 : x + 13]
        strokes.append(int((around > 40).sum()))
    assert strokes[0] > 1.3 * strokes[1] > 0  # the main person first, and thicker
