"""How long sessions take to open and to step through, and how much memory that needs."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

import av
import numpy as np
from av.video.stream import VideoStream

from posecam.capture.av_path import av_path
from posecam.measure.known_motion import FPS, walking
from posecam.session.lines import TIME_DIGITS, frame_line, json_line, rounded
from posecam.session.manifest import FRAMES, POSES, Manifest, Segment, video_name, write_manifest
from posecam.session.reader import Session
from posecam.session.video import TIME_BASE, VideoWriter

_SIZE: Final = (1280, 720)
_STEPS: Final = 40


@dataclass(frozen=True, slots=True)
class SessionBench:
    """Figures of one session.

    Attributes:
        minutes, frames: how long it is.
        first_open_s: seconds to open it where no index lies beside its lines,
        open_s: and where one does.
        step_ms: median and 95th percentile of decoding the image of a frame anywhere.
        memory_mb: most that the process ever took; None where the system does not say.
    """

    minutes: float
    frames: int
    first_open_s: float
    open_s: float
    step_ms: dict[str, float]
    memory_mb: float | None


def measure(folder: Path) -> SessionBench:
    """Open a session twice and look at images all over it.

    Raises:
        SessionError: it cannot be read.
    """
    from posecam.session.index import forget

    forget(folder)
    spent: list[float] = []
    for _ in range(2):
        begun = time.perf_counter()
        session = Session.open(folder)
        _ = session.joints_3d, session.joints_2d, session.scores, session.main_rows
        spent.append(time.perf_counter() - begun)
    rng = np.random.default_rng(0)
    steps = []
    for number in rng.choice(session.frame_ids, min(_STEPS, len(session)), replace=False).tolist():
        begun = time.perf_counter()
        next(session.video_frames(number, number), None)
        steps.append((time.perf_counter() - begun) * 1e3)
    median, late = np.percentile(steps, [50, 95]) if steps else (0.0, 0.0)
    return SessionBench(
        minutes=session.duration / 60,
        frames=len(session),
        first_open_s=spent[0],
        open_s=spent[1],
        step_ms={"median": float(median), "p95": float(late)},
        memory_mb=most_memory(),
    )


def most_memory() -> float | None:
    """Megabytes that the process took at most; None where the system does not say."""
    if sys.platform == "win32":
        return None
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (2**20 if sys.platform == "darwin" else 2**10)


def make_session(folder: Path, minutes: float) -> Path:
    """A session of a person walking, 1280 x 720 at 30 a second, made in seconds.

    The same ten seconds again and again, in the images too.

    Raises:
        OSError: it cannot be written.
    """
    count = max(1, round(minutes * 60 * FPS))
    folder.mkdir(parents=True)
    motion = walking()
    people = []
    rng = np.random.default_rng(0)
    for k in range(len(motion.times)):
        low, high = motion.joints_2d[k].min(0), motion.joints_2d[k].max(0)
        person = {
            "id": 0,
            "joints_2d": rounded(motion.joints_2d[k], 2),
            "joints_3d": rounded(motion.joints_3d[k], 1),
            "scores": rounded(rng.uniform(0.4, 1.0, len(motion.joints_2d[k])), 4),
            "root": [0.0, 0.0, 4500.0],
            "box": rounded(np.concatenate([low, high - low]), 2),
        }
        people.append(json_line({"people": [person]})[1:])  # without the brace
    with (folder / FRAMES).open("wb") as frames, (folder / POSES).open("wb") as poses:
        for number in range(count):
            seconds = round(number / FPS, TIME_DIGITS)
            frames.write(frame_line(number, seconds, 0, round(seconds * 1000)))
            start = f'{{"frame":{number},"time":{seconds},"skipped":0,'.encode()
            poses.write(start + people[number % len(people)])
    _write_video(folder / video_name(0), count)
    write_manifest(
        folder,
        Manifest(
            created=datetime.now().astimezone().isoformat(timespec="milliseconds"),
            source={"name": "synthetic walk", "nominal_fps": FPS},
            state="finished",
            segments=(Segment(video_name(0), *_SIZE, 0, 0.0),),
            counts={"frames_written": count, "poses_written": count},
            duration=round((count - 1) / FPS, TIME_DIGITS),
        ),
    )
    return folder


def _write_video(path: Path, count: int) -> None:
    """Ten seconds are compressed, then copied as often as it takes: they begin with a key frame."""
    once = path.with_name(".once.mkv")
    writer = VideoWriter(once, *_SIZE, FPS)
    try:
        for number, image in enumerate(_images(min(count, len(walking().times)))):
            writer.write(image, number / FPS)
    finally:
        writer.close()
    try:
        with (
            av.open(av_path(once)) as source,
            av.open(av_path(path), "w", format="matroska") as out,
        ):
            stream = source.streams.video[0]
            packets = [(bytes(p), p.is_keyframe) for p in source.demux(stream) if p.size]
            written = out.add_stream_from_template(stream)
            assert isinstance(written, VideoStream)
            for number in range(count):
                data, key = packets[number % len(packets)]
                packet = av.Packet(data)
                packet.stream, packet.time_base = written, TIME_BASE
                packet.pts = packet.dts = round(number / FPS * 1000)
                packet.is_keyframe = key
                out.mux(packet)
    finally:
        once.unlink(missing_ok=True)


def _images(count: int) -> Iterator[np.ndarray[tuple[int, ...], np.dtype[np.uint8]]]:
    width, height = _SIZE
    ground = np.zeros((height, width, 3), np.uint8)
    ground[:] = (np.add.outer(np.arange(height), np.arange(width)) // 8 % 200)[..., None]
    for number in range(count):
        image = ground.copy()
        left = 4 * number % (width - 200)
        image[100:600, left : left + 200] = (40, number % 250, 200)
        yield image
