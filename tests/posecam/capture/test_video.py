"""Video files: their own times, their rotation, and what is wrong with them in one sentence."""

from __future__ import annotations

import itertools
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
import pytest

from posecam.capture import open_source
from posecam.capture.video import VideoFile
from posecam.errors import SourceError
from posecam.pose import Frame
from tests.fakes.videos import number_in, numbered, rotate_mp4, steady, write_video


def read_all(path: Path) -> tuple[list[Frame], VideoFile]:
    source = VideoFile(path)
    frames = []
    while (frame := source.read()) is not None:
        frames.append(frame)
    source.close()
    return frames, source


@pytest.mark.parametrize("suffix", [".mp4", ".mkv"])
def test_every_frame_comes_once_in_order_with_its_time(tmp_path: Path, suffix: str) -> None:
    times = steady(50)
    frames, source = read_all(write_video(tmp_path / f"clip{suffix}", times))

    assert [f.frame_id for f in frames] == list(range(50))
    assert [number_in(f.image) for f in frames] == list(range(50))
    assert [f.time for f in frames] == pytest.approx([t / 1000 for t in times], abs=0.002)
    assert frames[0].image.dtype == np.uint8
    assert frames[0].image.flags.c_contiguous
    assert (source.info().width, source.info().height) == (176, 64)
    assert abs(source.info().frame_count - 50) <= 1
    assert source.skipped == 0
    assert source.warning == ""
    assert not source.live


def test_variable_frame_rate_is_kept(tmp_path: Path) -> None:
    times = [0, 33, 50, 400, 433, 1500, 1510]
    frames, _ = read_all(write_video(tmp_path / "vfr.mkv", times))
    assert [f.time for f in frames] == pytest.approx([t / 1000 for t in times], abs=0.002)


def test_a_file_that_starts_late_starts_at_zero(tmp_path: Path) -> None:
    frames, _ = read_all(write_video(tmp_path / "late.mkv", [5000 + t for t in steady(10)]))
    assert frames[0].time == 0.0
    assert frames[-1].time == pytest.approx(0.3, abs=0.002)


@pytest.mark.parametrize("clockwise", [90, 180, 270])
def test_rotation_is_applied_as_opencv_applies_it(tmp_path: Path, clockwise: int) -> None:
    path = write_video(tmp_path / "phone.mp4", steady(3))
    rotate_mp4(path, clockwise)

    frames, source = read_all(path)

    upright = np.rot90(numbered(0), -clockwise // 90)
    assert frames[0].image.shape == upright.shape
    assert np.abs(frames[0].image.astype(int) - upright).mean() < 12
    assert (source.info().height, source.info().width) == upright.shape[:2]
    assert frames[0].image.flags.c_contiguous
    reference = cv2.VideoCapture(str(path), cv2.CAP_FFMPEG)
    image = reference.read()[1]
    reference.release()
    assert np.abs(frames[0].image.astype(int) - image).mean() < 3


def test_a_damaged_packet_in_the_middle_is_counted_and_the_rest_is_read(tmp_path: Path) -> None:
    path = write_video(tmp_path / "clip.mkv", steady(60), keyframe_every=10)
    data = bytearray(path.read_bytes())
    # Three packets' worth of bytes: H.264 lengths inside them become nonsense.
    middle = len(data) // 2
    packet = data.index(b"\xa3", middle)
    data[packet + 8 : packet + 14] = b"\xff" * 6
    path.write_bytes(data)

    frames, source = read_all(path)

    assert source.skipped >= 1
    assert "damaged" in source.warning
    assert 50 <= len(frames) < 60
    assert [f.frame_id for f in frames] == list(range(len(frames)))
    assert number_in(frames[-1].image) == 59
    assert all(b.time > a.time for a, b in itertools.pairwise(frames))


@pytest.mark.parametrize("suffix", [".mkv", ".mp4", ".ts"])
def test_images_that_are_smeared_are_counted_in_a_sentence(tmp_path: Path, suffix: str) -> None:
    rng = np.random.default_rng(2)
    path = tmp_path / f"clip{suffix}"
    with av.open(str(path), "w") as container:
        stream: Any = container.add_stream("libx264", rate=25, options={"crf": "18", "g": "50"})
        stream.width, stream.height, stream.pix_fmt = 320, 240, "yuv420p"
        scene = rng.integers(0, 255, (30, 40, 3), np.uint8)
        packets: list[Any] = []
        for k in range(30):
            image = np.roll(np.asarray(cv2.resize(scene, (320, 240)), np.uint8), 3 * k, axis=1)
            frame = av.VideoFrame.from_ndarray(image, "bgr24").reformat(format="yuv420p")
            frame.pts, frame.time_base = k, Fraction(1, 25)
            packets += stream.encode(frame)
        packets += stream.encode(None)
        for k, packet in enumerate(packets):
            data = bytes(packet)
            if k in {10, 20}:  # its beginning stays whole
                rest = rng.integers(1, 255, len(data) - len(data) // 2, np.uint8)
                data = data[: len(data) // 2] + rest.tobytes()
            hurt = av.Packet(data)
            hurt.pts, hurt.dts, hurt.time_base = packet.pts, packet.dts, packet.time_base
            hurt.is_keyframe, hurt.stream = packet.is_keyframe, stream
            container.mux(hurt)

    frames, source = read_all(path)

    assert len(frames) == 30
    assert re.fullmatch(
        rf"clip{suffix} is damaged: [1-4] of 30 frames could only be decoded in part, and they and "
        r"those after them may be smeared\.",
        source.warning,
    )


def test_a_file_cut_in_half_gives_its_first_half_and_says_so(tmp_path: Path) -> None:
    path = write_video(tmp_path / "clip.mkv", steady(120))
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])

    frames, source = read_all(path)

    assert 30 < len(frames) < 90
    assert source.warning.startswith(f"clip.mkv is cut short: {len(frames)} of about 120 frames")


def test_an_mp4_without_its_index_is_a_sentence(tmp_path: Path) -> None:
    path = write_video(tmp_path / "clip.mp4", steady(30))
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(SourceError, match=r"clip\.mp4 is not a video, or it is damaged\.$"):
        open_source(str(path))


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("text.mp4", b"Dear diary,\n" * 500, r"text\.mp4 is not a video, or it is damaged\.$"),
        ("notes.txt", b"Dear diary,\n" * 500, r"notes\.txt is not a video: it holds no moving"),
        ("empty.mp4", b"", r"The file .*empty\.mp4 is empty\.$"),
        ("noise.avi", bytes(range(256)) * 64, r"noise\.avi is not a video, or it is damaged\.$"),
    ],
)
def test_what_is_no_video_is_a_sentence(
    tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(SourceError, match=sentence):
        open_source(str(path))


def test_a_video_with_a_header_and_no_frames_is_a_sentence(tmp_path: Path) -> None:
    path = write_video(tmp_path / "clip.mkv", steady(30))
    data = path.read_bytes()
    path.write_bytes(data[: data.index(b"\x1f\x43\xb6\x75")])  # up to the first cluster
    with pytest.raises(SourceError, match="holds no frame that can be read"):
        open_source(str(path))


def test_a_missing_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"There is no file or folder .*gone\.mp4\.$"):
        open_source(str(tmp_path / "gone.mp4"))
    with pytest.raises(SourceError, match=r"There is no file .*gone\.mp4\.$"):
        VideoFile(tmp_path / "gone.mp4")
