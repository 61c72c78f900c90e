"""The image of a frame is the one that players show, whatever the container says of it."""

from __future__ import annotations

import gc
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import psutil
import pytest
from numpy.typing import NDArray

from posecam.capture.display import Display
from posecam.capture.libav import Decoder
from posecam.capture.tone import HLG, PQ, to_sdr
from posecam.capture.video import VideoFile
from posecam.errors import SourceError
from tests.fakes.videos import lay_mp4, numbered, steady, write_video

Image = NDArray[np.uint8]


def images_of(path: Path) -> list[Image]:
    source = VideoFile(path)
    images = []
    while (frame := source.read()) is not None:
        images.append(frame.image)
    source.close()
    return images


def far(one: Image, other: Image) -> float:
    """Mean difference, grey levels."""
    assert one.shape == other.shape
    return float(np.abs(one.astype(int) - other).mean())


def encoded(
    path: Path,
    images: list[Image],
    codec: str = "libx264",
    prepare: Callable[[Any], object] = id,
    **options: str,
) -> Path:
    """A film of the images at 25 a second; `prepare` is given the stream."""
    with av.open(str(path), "w") as container:
        stream: Any = container.add_stream(codec, rate=25, options=options)
        stream.height, stream.width = images[0].shape[:2]
        stream.pix_fmt = "yuv420p"
        prepare(stream)
        for k, image in enumerate(images):
            frame = av.VideoFrame.from_ndarray(image, "bgr24").reformat(format="yuv420p")
            frame.pts, frame.time_base = k, Fraction(1, 25)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


#: (a, b, c, d) of a display matrix, and what it does.
LAID: list[tuple[tuple[float, float, float, float], Callable[[Image], Image]]] = [
    ((1, 0, 0, 1), lambda x: x),
    ((-1, 0, 0, 1), lambda x: x[:, ::-1]),
    ((1, 0, 0, -1), lambda x: x[::-1]),
    ((-1, 0, 0, -1), lambda x: x[::-1, ::-1]),
    ((0, 1, 1, 0), lambda x: x.transpose(1, 0, 2)),
    ((0, 1, -1, 0), lambda x: np.rot90(x, -1)),
    ((0, -1, 1, 0), np.rot90),
    ((0, -1, -1, 0), lambda x: x.transpose(1, 0, 2)[::-1, ::-1]),
    ((0.996, 0.087, -0.087, 0.996), lambda x: x),  # five degrees
    ((0.087, -0.996, 0.996, 0.087), np.rot90),
]


@pytest.mark.parametrize(("turn", "shown"), LAID)
def test_a_display_matrix_is_obeyed_whichever_of_the_eight_it_is(
    tmp_path: Path,
    turn: tuple[float, float, float, float],
    shown: Callable[[Image], Image],
) -> None:
    path = write_video(tmp_path / "phone.mp4", steady(3))
    plain = images_of(path)[0]
    lay_mp4(path, turn)
    image = images_of(path)[0]
    assert far(image, shown(plain)) < 1
    assert image.flags.c_contiguous


@pytest.mark.parametrize("suffix", [".mp4", ".mov", ".mkv", ".avi", ".ts", ".mpg"])
@pytest.mark.parametrize(
    ("stored", "pixel", "shown"),
    [((144, 108), Fraction(4, 3), (192, 108)), ((256, 72), Fraction(1, 2), (256, 144))],
)
def test_pixels_become_square_whatever_the_container(
    tmp_path: Path,
    suffix: str,
    stored: tuple[int, int],
    pixel: Fraction,
    shown: tuple[int, int],
) -> None:
    width, height = stored
    image = np.full((height, width, 3), 60, np.uint8)
    image[:, : width // 2] = 200

    def narrow(stream: Any) -> None:
        stream.codec_context.sample_aspect_ratio = pixel

    codec = "mpeg2video" if suffix == ".mpg" else "libx264"
    path = encoded(tmp_path / f"clip{suffix}", [image] * 5, codec, narrow)
    found = images_of(path)[2]
    assert (found.shape[1], found.shape[0]) == shown
    assert found[:, : shown[0] // 2 - 6].min() > 180
    assert found[:, shown[0] // 2 + 6 :].max() < 80


def test_square_pixels_are_made_before_the_image_is_turned(tmp_path: Path) -> None:
    def narrow(stream: Any) -> None:
        stream.codec_context.sample_aspect_ratio = Fraction(2, 1)

    path = encoded(tmp_path / "clip.mp4", [np.full((96, 64, 3), 90, np.uint8)] * 3, prepare=narrow)
    lay_mp4(path, (0, 1, -1, 0))
    assert images_of(path)[0].shape == (128, 96, 3)


@pytest.mark.parametrize("pixel", [Fraction(1, 100), Fraction(500, 1)])
def test_a_pixel_of_an_absurd_shape_is_taken_for_square(tmp_path: Path, pixel: Fraction) -> None:
    def narrow(stream: Any) -> None:
        stream.codec_context.sample_aspect_ratio = pixel

    path = encoded(tmp_path / "clip.mkv", [np.full((64, 96, 3), 90, np.uint8)] * 3, prepare=narrow)
    assert images_of(path)[0].shape == (64, 96, 3)


def bar(at: float) -> Image:
    """A bright bar whose left edge is at a place, before grey."""
    image = np.full((96, 176, 3), 70, np.uint8)
    image[20:76, round(at) : round(at) + 24] = 220
    return image


def woven(first_top: bool, speed: float = 4.0, count: int = 16) -> list[Image]:
    """Frames of two fields each, in which the bar moves by `speed` px from field to field."""
    frames = []
    for k in range(count):
        early, late = bar(10 + 2 * k * speed), bar(10 + (2 * k + 1) * speed)
        frame = late.copy()
        start = 0 if first_top else 1
        frame[start::2] = early[start::2]
        frames.append(frame)
    return frames


def camcorder(path: Path, first_top: bool) -> Path:
    """Such frames as MPEG-2, of 25 a second."""

    def weave(stream: Any) -> None:
        stream.bit_rate = 4_000_000
        stream.gop_size = 4

    return encoded(path, woven(first_top), "mpeg2video", weave, flags="+ildct+ilme")


def comb(image: Image) -> float:
    """How much lines differ more from those beside them than from those after."""
    lines = image[24:72].astype(int)
    return float(np.abs(lines[1:] - lines[:-1]).mean() - np.abs(lines[2:] - lines[:-2]).mean())


@pytest.mark.parametrize("suffix", [".mpg", ".ts", ".mkv"])
@pytest.mark.parametrize("first_top", [True, False])
def test_fields_taken_one_after_the_other_are_no_comb(
    tmp_path: Path, suffix: str, first_top: bool
) -> None:
    path = camcorder(tmp_path / f"camcorder{suffix}", first_top)
    with av.open(str(path)) as container:
        raw = [
            np.asarray(frame.to_ndarray(format="bgr24"), np.uint8)
            for frame in container.decode(video=0)
        ]

    source = VideoFile(path)
    frames = list(iter(source.read, None))
    source.close()

    assert len(frames) == len(raw) == 16
    settled = slice(5, 15)  # which field comes first is seen after a few frames
    assert np.mean([comb(image) for image in raw[settled]]) > 6
    assert np.mean([comb(frame.image) for frame in frames[settled]]) < 1.5
    assert np.diff([frame.time for frame in frames]) == pytest.approx(0.04, abs=0.002)


def test_a_live_stream_of_fields_holds_no_frame_back(tmp_path: Path) -> None:
    with av.open(str(camcorder(tmp_path / "camcorder.mkv", True))) as container:
        display = Display(container.streams.video[0], live=True)
        for frame in container.decode(video=0):
            (shown,) = display.frames(frame)
            assert shown.time == pytest.approx(frame.time)
            image = display.image(shown)
            assert image.shape == (96, 176, 3)
            assert comb(image) < 1.5


def from_sdr(linear: NDArray[np.float64], transfer: int) -> NDArray[np.float64]:
    """Light, in shares of white, of BT.709 as a camera's HLG or PQ in BT.2020."""
    wide = np.linalg.inv(
        np.array(
            [[1.6605, -0.5876, -0.0728], [-0.1246, 1.1329, -0.0083], [-0.0182, -0.1006, 1.1187]]
        )
    )
    light = 203.0 * linear @ wide.T
    if transfer == PQ:
        power = (light / 10000) ** (1305 / 8192)
        value = (107 / 128 + 2413 / 128 * power) / (1 + 2392 / 128 * power)
        return np.asarray(value ** (2523 / 32))
    luminance = (light / 1000) @ np.array([0.2627, 0.6780, 0.0593])
    scene = light / 1000 * np.maximum(luminance, 1e-9)[..., None] ** (-1 / 6)
    root = np.sqrt(3 * scene)
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    return np.asarray(
        np.where(scene <= 1 / 12, root, a * np.log(np.maximum(12 * scene - b, 1e-9)) + c)
    )


@pytest.mark.parametrize("transfer", [PQ, HLG])
def test_hdr_becomes_the_light_that_sdr_would_have(transfer: int) -> None:
    rng = np.random.default_rng(3)
    linear = rng.uniform(0.01, 0.5, (200, 3))  # below where highlights bend
    shown = to_sdr(from_sdr(linear, transfer), transfer)
    wanted = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    assert np.abs(shown - wanted).max() < 0.004
    white = to_sdr(from_sdr(np.array([[1.0, 1.0, 1.0], [4.0, 4.0, 4.0]]), transfer), transfer)
    assert 0.8 < white[0].min() <= white[0].max() < 0.95
    assert white[0].max() < white[1].max() <= 1.0


@pytest.mark.parametrize(("transfer", "name"), [(PQ, "smpte2084"), (HLG, "arib-std-b67")])
@pytest.mark.parametrize(("codec", "suffix"), [("libx265", ".mov"), ("libx265", ".mkv")])
def test_a_film_in_hdr_is_shown_as_sdr(
    tmp_path: Path, transfer: int, name: str, codec: str, suffix: str
) -> None:
    linear = np.zeros((64, 96, 3))
    linear[:, :48] = (0.40, 0.20, 0.12)
    linear[:, 48:] = (0.05, 0.10, 0.30)
    signal = from_sdr(linear, transfer)
    path = tmp_path / f"phone{suffix}"
    with av.open(str(path), "w") as container:
        options = {
            "x265-params": f"log-level=none:transfer={name}:colorprim=bt2020:colormatrix=bt2020nc:"
            "range=limited",
            "crf": "10",
        }
        stream: Any = container.add_stream(codec, rate=25, options=options)
        stream.width, stream.height, stream.pix_fmt = 96, 64, "yuv420p10le"
        stream.codec_context.color_trc = transfer
        stream.codec_context.colorspace = 9
        stream.codec_context.color_primaries = 9
        rgb = np.round(signal * 65535).astype(np.uint16)
        for k in range(6):
            plain = av.VideoFrame.from_ndarray(rgb, "rgb48le")
            frame = plain.reformat(format="yuv420p10le", dst_colorspace="bt2020")
            frame.pts, frame.time_base = k, Fraction(1, 25)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))

    image = images_of(path)[3]

    curve = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    for left in (10, 60):
        found = image[20:44, left : left + 24, ::-1].reshape(-1, 3).mean(0)
        assert found == pytest.approx(255 * curve[30, left + 10], abs=6)


def two_tracks(path: Path, films: list[tuple[tuple[int, int], bool]]) -> Path:
    """Several video tracks: (size, whether it is the default one) each."""
    with av.open(str(path), "w") as container:
        streams: list[Any] = []
        for size, default in films:
            stream: Any = container.add_stream("libx264", rate=25)
            stream.width, stream.height = size
            stream.pix_fmt = "yuv420p"
            stream.disposition = av.stream.Disposition.default if default else 0
            streams.append(stream)
        for k in range(5):
            for (size, _), stream in zip(films, streams, strict=True):
                frame = av.VideoFrame.from_ndarray(numbered(k, size), "bgr24")
                frame.pts, frame.time_base = k, Fraction(1, 25)
                container.mux(stream.encode(frame))
        for stream in streams:
            container.mux(stream.encode(None))
    return path


@pytest.mark.parametrize("suffix", [".mkv", ".mp4"])
@pytest.mark.parametrize(
    ("films", "size"),
    [
        ([((176, 64), False), ((192, 96), True)], (192, 96)),
        ([((176, 64), True), ((192, 96), True)], (192, 96)),
        ([((192, 96), True), ((176, 64), True)], (192, 96)),
    ],
)
def test_of_several_tracks_the_film_is_taken(
    tmp_path: Path, suffix: str, films: list[tuple[tuple[int, int], bool]], size: tuple[int, int]
) -> None:
    images = images_of(two_tracks(tmp_path / f"clip{suffix}", films))
    assert len(images) == 5
    assert images[0].shape[1::-1] == size


def with_cover(path: Path, *, film: bool) -> Path:
    """A cover, and a film or a second of sound."""
    cover = np.full((300, 300, 3), 120, np.uint8)
    with av.open(str(path), "w") as container:
        image: Any = container.add_stream("mjpeg", rate=1)
        image.width = image.height = 300
        image.pix_fmt = "yuvj420p"
        image.disposition = av.stream.Disposition.attached_pic
        other: Any = container.add_stream("libx264" if film else "aac", rate=25 if film else 44100)
        if film:
            other.width, other.height, other.pix_fmt = 176, 64, "yuv420p"
        frame = av.VideoFrame.from_ndarray(cover, "bgr24").reformat(format="yuvj420p")
        frame.pts = 0
        container.mux(image.encode(frame))
        container.mux(image.encode(None))
        for k in range(25):
            if film:
                part: Any = av.VideoFrame.from_ndarray(numbered(k), "bgr24")
                part.pts, part.time_base = k, Fraction(1, 25)
            else:
                part = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.float32), "fltp", "mono")
                part.sample_rate = 44100
                part.pts = 1024 * k
            container.mux(other.encode(part))
        container.mux(other.encode(None))
    return path


def test_a_cover_is_no_film(tmp_path: Path) -> None:
    images = images_of(with_cover(tmp_path / "clip.mp4", film=True))
    assert len(images) == 25
    assert images[0].shape == (64, 176, 3)


@pytest.mark.parametrize("name", ["song.m4a", "song.mp4"])
def test_a_song_with_a_cover_holds_no_moving_images(tmp_path: Path, name: str) -> None:
    path = with_cover(tmp_path / "song.mp4", film=False).rename(tmp_path / name)
    with pytest.raises(SourceError, match="holds no moving pictures"):
        VideoFile(path)


def test_a_decoder_may_be_closed_while_its_threads_complain(tmp_path: Path) -> None:
    rng = np.random.default_rng(5)
    images = [rng.integers(0, 255, (240, 320, 3), np.uint8) for _ in range(12)]
    path = encoded(tmp_path / "noise.mkv", images, g="4")
    data = bytearray(path.read_bytes())
    for at in rng.integers(2000, len(data) - 2000, 400):
        data[at] ^= 0x55
    path.write_bytes(data)
    for stop in range(12):
        decoder = Decoder(path)
        frames = decoder.frames()
        for _ in range(stop):
            next(frames, None)
        if stop % 3 == 0:
            continue  # forgotten
        frames.close()
        decoder.close()
        decoder.close()


def test_no_frame_stays_in_memory_until_the_garbage_collector_comes(tmp_path: Path) -> None:
    clip = write_video(tmp_path / "clip.mp4", steady(200, 30), (640, 480))
    process = psutil.Process()
    gc.disable()
    try:
        source = VideoFile(clip)
        for _ in range(50):
            source.read()
        before = process.memory_info().rss
        while source.read() is not None:
            pass
        assert process.memory_info().rss - before < 20e6  # 150 frames would be 69 MB
    finally:
        gc.enable()
        source.close()
