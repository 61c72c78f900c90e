"""The clock of a file may start again, jump, stumble or wrap: its frames' times go on."""

from __future__ import annotations

import functools
import itertools
import threading
import time
from fractions import Fraction
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from posecam.capture import CaptureThread, LatestFrame, open_source
from posecam.capture.file_times import LEAST_STEP_S, FileTimes
from posecam.capture.video import VideoFile
from posecam.pose import Frame
from tests.fakes.videos import number_in, numbered, steady, write_video


def placed(stamps: list[float | None], step: float = 0.1, *, restarts: bool = False) -> list[float]:
    times = FileTimes(step, restarts=restarts)
    return [times.next(stamp) for stamp in stamps]


def grid(count: int, start: float = 0.0, step: float = 0.1) -> list[float | None]:
    return [start + k * step for k in range(count)]


def test_steady_and_variable_times_stay_as_they_are() -> None:
    assert placed(grid(5, start=7.0)) == pytest.approx([0, 0.1, 0.2, 0.3, 0.4])
    stamps: list[float | None] = [0, 0.033, 0.05, 0.4, 0.433, 9.0, 9.01, 95.0]
    assert placed(stamps) == pytest.approx(stamps)


@pytest.mark.parametrize("again", [0.0, 1.4, 3.3, -50.0])
def test_a_clock_that_starts_again_goes_on_by_the_usual_step(again: float) -> None:
    stamps = [*grid(40), *grid(40, again), *grid(10, again - 1)]
    assert np.diff(placed(stamps)) == pytest.approx(0.1)


@pytest.mark.parametrize("jump", [700.0, 3 * 3600.0, 10 * 86400.0])
@pytest.mark.parametrize("restarts", [True, False])
def test_a_jump_ahead_is_left_out_and_told(jump: float, restarts: bool) -> None:
    times = FileTimes(0.1, restarts=restarts)
    found = [times.next(stamp) for stamp in [*grid(20), *grid(20, jump)]]
    assert np.diff(found) == pytest.approx(0.1)
    ((at, length),) = times.jumps
    assert at == pytest.approx(1.9)
    assert length == pytest.approx(jump - 2.0)
    assert times.read_s == pytest.approx(jump + 2.0)


def test_a_pause_is_left_out_sooner_where_clocks_are_set() -> None:
    stamps = [*grid(20), *grid(20, 62.0)]
    assert placed(stamps)[20] == pytest.approx(62.0)
    assert placed(stamps, restarts=True)[20] == pytest.approx(2.0)


@pytest.mark.parametrize("wrong", [0.0, -1e6, 5e3, 1e7])
def test_one_wrong_timestamp_moves_only_its_own_frame(wrong: float) -> None:
    stamps = grid(60)
    stamps[30] = wrong
    times = FileTimes(0.1)
    found = [times.next(stamp) for stamp in stamps]
    assert found == pytest.approx([0.1 * k for k in range(60)], abs=0.02)
    assert times.jumps == []


def test_frames_out_of_order_or_of_one_time_still_grow() -> None:
    found = placed([0.0, 0.1, 0.1, 0.2, 0.3, 0.25, 0.4, None, 0.6])
    assert min(b - a for a, b in itertools.pairwise(found)) >= LEAST_STEP_S - 1e-9
    assert found[-1] == pytest.approx(0.6)


def test_fast_films_keep_their_short_steps() -> None:
    stamps = grid(40, step=1 / 1200)
    assert placed(stamps, 1 / 1200) == pytest.approx(stamps)
    stamps[20] = stamps[19]
    found = placed(stamps, 1 / 1200)
    assert np.diff(found).min() > 0.0003
    assert found[21:] == pytest.approx(stamps[21:])


def test_slow_films_keep_their_long_steps() -> None:
    assert np.diff(placed(grid(8, step=900.0), 900.0)) == pytest.approx(900.0)


def shifted(path: Path, starts_s: list[float], frames_each: int = 10) -> Path:
    """Numbered frames at 10 a second, whose clock is set anew at every one of the starts."""
    with av.open(str(path), "w") as container:
        codec = "mpeg2video" if path.suffix == ".mpg" else "libx264"
        stream: Any = container.add_stream(codec, rate=10)
        stream.width, stream.height, stream.pix_fmt = 176, 64, "yuv420p"
        stream.gop_size = 5
        stream.codec_context.max_b_frames = 0
        packets = []
        for k in range(frames_each * len(starts_s)):
            frame = av.VideoFrame.from_ndarray(numbered(k), "bgr24").reformat(format="yuv420p")
            frame.pts, frame.time_base = k, Fraction(1, 10)
            packets += stream.encode(frame)
        packets += stream.encode(None)
        for k, packet in enumerate(packets):
            seconds = starts_s[k // frames_each] + (k % frames_each) / 10
            packet.time_base = Fraction(1, 90000)
            packet.pts = packet.dts = round(seconds * 90000)
            container.mux(packet)
    return path


def joined(path: Path, parts: int) -> Path:
    """Files of ten frames each, one after the other, as camcorders and `cat` make them."""
    data = b""
    for k in range(parts):
        part = path.with_name(f"part{k}{path.suffix}")
        with av.open(str(part), "w") as container:
            codec = "mpeg2video" if path.suffix == ".mpg" else "libx264"
            stream: Any = container.add_stream(codec, rate=25)
            stream.width, stream.height, stream.pix_fmt = 176, 64, "yuv420p"
            for n in range(10):
                image = numbered(10 * k + n)
                frame = av.VideoFrame.from_ndarray(image, "bgr24").reformat(format="yuv420p")
                frame.pts, frame.time_base = n, Fraction(1, 25)
                container.mux(stream.encode(frame))
            container.mux(stream.encode(None))
        data += part.read_bytes()
    path.write_bytes(data)
    return path


def read(path: Path) -> tuple[list[Frame], str]:
    source = VideoFile(path)
    frames = list(iter(source.read, None))
    source.close()
    return frames, source.warning


@pytest.mark.parametrize("suffix", [".ts", ".mpg"])
@pytest.mark.parametrize("parts", [2, 3])
def test_joined_files_play_through(tmp_path: Path, suffix: str, parts: int) -> None:
    frames, warning = read(joined(tmp_path / f"joined{suffix}", parts))
    assert [number_in(f.image) for f in frames] == list(range(10 * parts))
    assert np.diff([f.time for f in frames]) == pytest.approx(0.04, abs=0.005)
    assert warning == ""


@pytest.mark.parametrize(
    ("suffix", "jump"), [(".mkv", 3 * 3600.0), (".mkv", 10 * 86400.0), (".mp4", 3 * 3600.0)]
)
def test_a_file_whose_clock_jumps_is_read_with_a_sentence(
    tmp_path: Path, suffix: str, jump: float
) -> None:
    frames, warning = read(shifted(tmp_path / f"jump{suffix}", [0.0, jump]))
    assert len(frames) == 20
    assert np.diff([f.time for f in frames]) == pytest.approx(0.1, abs=0.002)
    unit = "3.0 hours" if jump < 86400 else "10.0 days"
    assert warning == (
        f"The clock of jump{suffix} jumps ahead by {unit} after 0.9 s: that time is left out."
    )


@pytest.mark.parametrize("before_s", [0.5, 1.7])
def test_a_clock_that_wraps_is_no_damage(tmp_path: Path, before_s: float) -> None:
    path = shifted(tmp_path / "wrap.ts", [2**33 / 90000 - before_s], 40)
    frames, warning = read(path)
    assert len(frames) == 40
    assert np.diff([f.time for f in frames]) == pytest.approx(0.1, abs=0.002)
    assert warning == ""


def test_a_long_pause_is_not_waited_for(tmp_path: Path) -> None:
    path = write_video(tmp_path / "pause.mkv", [*steady(6), *(400_000 + t for t in steady(6))])
    done = threading.Event()
    found: list[Frame] = []

    def take(frame: Frame) -> None:
        found.append(frame)
        if len(found) == 12:
            done.set()

    thread = CaptureThread(str(path), LatestFrame(), on_frame=take)
    began = time.monotonic()
    thread.start()
    assert done.wait(8)
    thread.stop()
    assert time.monotonic() - began > 0.3  # but the frames around it are paced
    assert found[6].time == pytest.approx(400, abs=0.01)


def test_a_film_behind_an_address_has_the_frames_and_times_of_the_same_file(tmp_path: Path) -> None:
    path = shifted(tmp_path / "jump.mkv", [0.0, 3 * 3600.0])
    on_disk, warning = read(path)
    handler = functools.partial(Silent, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        source = open_source(f"http://127.0.0.1:{server.server_address[1]}/jump.mkv")
        frames = list(iter(source.read, None))
        source.close()
        server.shutdown()
        thread.join()
    assert not source.live
    assert [number_in(f.image) for f in frames] == [number_in(f.image) for f in on_disk]
    assert [f.time for f in frames] == pytest.approx([f.time for f in on_disk])
    assert source.warning == warning.replace("jump.mkv", source.name)
    assert "jumps ahead by 3.0 hours" in warning


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing of requests."""
