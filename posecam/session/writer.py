"""The files of a session being written: the caller waits for the disk."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Mapping, Sequence
from dataclasses import replace
from io import FileIO
from pathlib import Path
from typing import Final

import av
import numpy as np
from numpy.typing import NDArray

from posecam.capture.sound import SoundBlock
from posecam.errors import SessionError
from posecam.files import new_file, private_folder
from posecam.pose import Pose
from posecam.session import room
from posecam.session.checked import SOUND
from posecam.session.lines import TIME_DIGITS, frame_line, pose_line
from posecam.session.lock import lock_session
from posecam.session.manifest import (
    FRAMES,
    POSES,
    Manifest,
    Marker,
    Segment,
    Sound,
    finish_manifest,
    video_name,
    write_manifest,
)
from posecam.session.sound import SoundWriter
from posecam.session.syncing import Syncing
from posecam.session.video import VideoWriter
from posecam.skeleton import KEYPOINT_NAMES

#: A pause longer than both of these opens a new video file: the camera was away, even if no one
#: had to open it again.
GAP_S: Final = 1.0
GAP_INTERVALS: Final = 10.0


class SessionWriter:
    """Writes manifest, video and lines of one session. For one thread.

    Frame numbers and times are those of the session: from 0, and growing.

    Args:
        folder: is created; may exist if it is empty.
        manifest: written at once.
        nominal_fps: of the source, for the header of the video; 0 if unknown.

    Raises:
        SessionError: the folder cannot be created or written, or holds something.
        OSError, av.FFmpegError: writing failed (of every method).
    """

    def __init__(self, folder: Path, manifest: Manifest, nominal_fps: float = 0.0) -> None:
        self.folder = folder
        self._manifest = manifest
        self._nominal_fps = nominal_fps
        self._video: VideoWriter | None = None
        self._sound: SoundWriter | None = None
        self._segment_start = 0.0
        self._last_time: float | None = None
        self._interval: float | None = None
        self._prepare()
        try:
            # Unbuffered: every line is with the system when its write returns.
            self._frames = new_file(folder / FRAMES)
            self._poses = new_file(folder / POSES)
            lock_session(self._frames)
            self._syncing = Syncing(folder)
            self._syncing.watch(FRAMES)
            self._syncing.watch(POSES)
        except OSError as error:
            raise _cannot_record(folder, error) from error

    def write_frame(
        self, number: int, seconds: float, image: NDArray[np.uint8], *, reopened: bool = False
    ) -> None:
        """Encode an image, then note it: a line in frames.jsonl means it is in the video.

        The newest image alone is still with the muxer, until the next one comes.

        Args:
            number, seconds: of the session.
            image: (H, W, 3) uint8 BGR.
            reopened: the source had to be opened again since the image before.
        """
        size = (image.shape[1], image.shape[0])
        away = reopened or self._after_a_gap(seconds)
        if self._video is None or self._video.size != size or away:
            gap = seconds - self._last_time if away and self._last_time is not None else 0.0
            self._open_segment(number, seconds, size, round(gap, TIME_DIGITS))
        assert self._video is not None
        pts = self._video.write(image, seconds - self._segment_start)
        segment = len(self._manifest.segments) - 1
        _append(self._frames, frame_line(number, seconds, segment, pts))
        if self._last_time is not None:
            self._interval = seconds - self._last_time
        self._last_time = seconds
        self._syncing.check()

    def write_result(
        self, number: int, seconds: float, skipped: int, poses: Sequence[Pose]
    ) -> None:
        """Append a line to poses.jsonl."""
        keypoints = max((len(pose.scores) for pose in poses), default=0)
        if keypoints > len(self._manifest.joint_names):
            names = KEYPOINT_NAMES[:keypoints]
            self._manifest = replace(self._manifest, joint_names=names)
            write_manifest(self.folder, self._manifest)
        _append(self._poses, pose_line(number, seconds, skipped, poses))

    def write_sound(self, block: SoundBlock, seconds: float, device: str) -> None:
        """Append sound; the first of it opens the file.

        Args:
            block: what was heard.
            seconds: of the session, when that was.
            device: name of the microphone.
        """
        if self._sound is None:
            self._sound = SoundWriter(self.folder / SOUND)
            self._syncing.watch(SOUND)
        before = self._sound.start
        self._sound.write(block.samples, block.rate, seconds)
        if before is None and self._sound.start is not None:
            sound = Sound(SOUND, device, round(self._sound.start, TIME_DIGITS))
            self._manifest = replace(self._manifest, sound=sound)
            write_manifest(self.folder, self._manifest)

    def end_sound(self, error: str | None = None) -> None:
        """Finish the sound track. May be repeated.

        Args:
            error: why it ends before the session or is not as it should be.
        """
        if error is not None:
            sound = self._manifest.sound or Sound(SOUND)
            self._manifest = replace(self._manifest, sound=replace(sound, error=error))
        sound_writer, self._sound = self._sound, None
        if sound_writer is not None:
            sound_writer.close()
            self._syncing.done(SOUND)

    def write_marker(self, seconds: float, name: str) -> None:
        """Note a moment of the session in the manifest, at once: a crash must not lose it."""
        markers = (*self._manifest.markers, Marker(seconds, name))
        self._manifest = replace(self._manifest, markers=markers)
        write_manifest(self.folder, self._manifest)

    def close(self) -> None:
        """Finish the files; lets go of all of them even where finishing one fails."""
        with contextlib.ExitStack() as rest:
            for let_go in (self._poses.close, self._frames.close, self._syncing.close):
                rest.callback(let_go)
            rest.callback(self.end_sound)
            if self._video is not None:
                video, self._video = self._video, None
                video.close()

    def finish(self, counts: Mapping[str, int], duration: float, error: str | None) -> None:
        """Write into the manifest that the session is complete, and how it went."""
        self._manifest = replace(
            self._manifest, state="finished", counts=counts, duration=duration, error=error
        )
        finish_manifest(self.folder, self._manifest)

    def _prepare(self) -> None:
        created = not self.folder.exists()
        try:
            private_folder(self.folder)
            room.check(self.folder)
            occupied = any(self.folder.iterdir())
        except OSError as error:
            if created:
                with contextlib.suppress(OSError):
                    self.folder.rmdir()
            raise _cannot_record(self.folder, error) from error
        if occupied:
            raise SessionError(
                f"The folder {self.folder} already holds something: record into a new one."
            )
        try:
            write_manifest(self.folder, self._manifest)
        except OSError as error:
            if created:
                self.folder.rmdir()
            raise _cannot_record(self.folder, error) from error

    def _after_a_gap(self, seconds: float) -> bool:
        if self._last_time is None or self._interval is None:
            return False
        pause = seconds - self._last_time
        return pause > GAP_S and pause > GAP_INTERVALS * self._interval

    def _open_segment(self, number: int, seconds: float, size: tuple[int, int], gap: float) -> None:
        if self._video is not None:
            self._video.close()
            self._video = None
            self._syncing.done(self._manifest.segments[-1].file)
        name = video_name(len(self._manifest.segments))
        segment = Segment(name, *size, number, seconds, gap)
        # At once, not at the end: a crash must not lose the size.
        self._manifest = replace(self._manifest, segments=(*self._manifest.segments, segment))
        write_manifest(self.folder, self._manifest)
        self._video = VideoWriter(self.folder / name, *size, self._nominal_fps)
        self._syncing.watch(name, first=True)
        self._segment_start = seconds
        self._interval = None


def _append(file: FileIO, line: bytes) -> None:
    """Write the whole line: a disk that fills up may take the half of it without an error."""
    if file.write(line) < len(line):
        raise OSError(errno.ENOSPC, "the disk is full")


def _cannot_record(folder: Path, error: OSError) -> SessionError:
    return SessionError(f"Nothing can be recorded into {folder}: {reason(error)}.")


def reason(error: Exception) -> str:
    """Why writing failed, for the end of a sentence."""
    if isinstance(error, OSError | av.FFmpegError) and error.strerror:
        return error.strerror[:1].lower() + error.strerror[1:]
    return f"{type(error).__name__} {error}".strip()
