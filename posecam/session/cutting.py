"""Cutting a stretch out of a video file without touching the images more than needed.

From the first key frame of the stretch on the compressed images are copied as they are. Those
before it, less than a second, are compressed anew in the same way, for they cannot be decoded
without the images that are cut off. Where the file was compressed in another way than this
program does it, all of the stretch is compressed anew.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final

import av
from av.video.stream import VideoStream

from posecam.capture.av_path import av_path
from posecam.errors import SessionError
from posecam.files import atomic_write, new_file
from posecam.session.sound import open_sound
from posecam.session.video import MUXER, TIME_BASE, VideoWriter, images_between, open_video

_LEAD: Final = ".lead.mkv"
#: Bytes that a file of ours takes besides its images: for each, and at its beginning.
_FOR_EACH, _FOR_ALL = 64, 4096


def cut_video(
    source: Path, target: Path, span: tuple[int, int], size: tuple[int, int], fps: float
) -> None:
    """Write the images of a stretch to a new file, in which the first one is at 0 ms.

    Args:
        source, target: video files of a session; the target's folder holds a third one meanwhile.
        span: milliseconds of the first and the last image.
        size: width and height of the images.
        fps: that the header names, 0 if unknown.

    Raises:
        SessionError: the source cannot be read.
        OSError: the target cannot be written.
    """
    first, last = span
    try:
        key, follows = _first_key(source, first)
    except (OSError, av.FFmpegError) as error:
        raise SessionError(f"The video {source} cannot be read.") from error
    if follows:
        key = min(key, last + 1) if key is not None else last + 1
        lead = target.with_name(_LEAD) if key > first else None
        try:
            if lead is not None:
                _compress(source, lead, (first, key - 1), first, size, fps)
            if key > last and lead is not None:
                lead.rename(target)  # both are in a folder that is still being written
                return
            if lead is None or _header(lead) == _header(source):
                _copy(lead, source, target, (key, last), first)
                return
        finally:
            if lead is not None:
                lead.unlink(missing_ok=True)
    _compress(source, target, span, first, size, fps)


def _first_key(path: Path, first: int) -> tuple[int | None, bool]:
    """Time of the first key frame at or after `first` ms, None if there is none, and whether the
    file's images come in the order of their times."""
    with open_video(path) as container:
        stream = container.streams.video[0]
        container.seek(first, stream=stream)
        for packet in container.demux(stream):
            if packet.pts is None:
                continue
            if stream.time_base != TIME_BASE or packet.dts not in (None, packet.pts):
                return None, False
            if packet.is_keyframe and packet.pts >= first:
                return packet.pts, True
    return None, True


def _header(path: Path) -> bytes | None:
    with open_video(path) as container:
        return container.streams.video[0].codec_context.extradata


def _compress(
    source: Path,
    target: Path,
    span: tuple[int, int],
    zero: int,
    size: tuple[int, int],
    fps: float,
) -> None:
    """Write the images of a stretch, compressed anew; `zero` ms becomes 0."""
    writer = VideoWriter(target, *size, fps)
    width, height = size
    try:
        for image, ms in images_between(source, *span):
            if image.shape[0] >= height and image.shape[1] >= width:  # else it is damaged
                writer.write(image[:height, :width], (ms - zero) / 1000)
    finally:
        writer.close()


def _copy(lead: Path | None, source: Path, target: Path, span: tuple[int, int], zero: int) -> None:
    """Write all of `lead`, then the stretch of `source` as it is; `zero` ms becomes 0."""
    new_file(target).close()
    with (
        open_video(source) as container,
        av.open(av_path(target), "w", format="matroska", options=MUXER) as out,
    ):
        stream = container.streams.video[0]
        written = out.add_stream_from_template(stream)
        assert isinstance(written, VideoStream)
        if lead is not None:
            with open_video(lead) as before:
                for packet in before.demux(video=0):
                    if packet.pts is not None:
                        packet.stream = written
                        out.mux(packet)
        container.seek(span[0], stream=stream)
        for packet in container.demux(stream):
            if packet.pts is None or packet.pts < span[0]:
                continue
            if packet.pts > span[1]:
                break
            packet.pts = packet.dts = packet.pts - zero
            packet.stream = written
            out.mux(packet)


def remux(path: Path) -> None:
    """Write a video file anew that a crash has cut off: with its length, and quick to search.

    The compressed images stay as they are. A file that cannot be read, or of which some would
    be lost because it is damaged inside, is left alone.

    Raises:
        OSError: it cannot be written; the old one is as it was.
    """
    with suppress(_DamagedError), atomic_write(path) as part:
        try:
            _rewrite(path, part)
        except av.FFmpegError as error:
            if isinstance(error, OSError):
                raise
            raise _DamagedError from error


def remux_sound(path: Path) -> None:
    """The same of a sound file.

    Raises:
        OSError: it cannot be written; the old one is as it was.
    """
    with suppress(_DamagedError), atomic_write(path) as part:
        try:
            with (
                open_sound(path) as container,
                av.open(av_path(part), "w", format="matroska") as out,
            ):
                written = out.add_stream_from_template(container.streams.audio[0])
                with suppress(av.error.InvalidDataError):  # the cut
                    for packet in container.demux(audio=0):
                        if packet.pts is not None and not packet.is_corrupt:
                            packet.stream = written
                            out.mux(packet)
        except av.FFmpegError as error:
            if isinstance(error, OSError):
                raise
            raise _DamagedError from error


class _DamagedError(Exception):
    """A video that is better left as it is."""


def _rewrite(path: Path, part: Path) -> None:
    try:
        source = open_video(path)
    except OSError as error:
        raise _DamagedError from error
    with source as container, av.open(av_path(part), "w", format="matroska") as out:
        stream = container.streams.video[0]
        written = out.add_stream_from_template(stream)
        largest, explained, left_out = 0, _FOR_ALL, False
        with suppress(av.error.InvalidDataError):  # the cut
            for packet in container.demux(stream):
                if packet.pts is None or packet.is_corrupt:
                    left_out = left_out or packet.size > 0
                elif left_out:
                    raise _DamagedError  # others may need it
                else:
                    largest, explained = max(largest, packet.size), explained + packet.size
                    explained += _FOR_EACH
                    packet.stream = written
                    out.mux(packet)
    if path.stat().st_size > explained + 2 * largest:  # more than the image that was cut off
        raise _DamagedError
