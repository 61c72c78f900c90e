"""Any image of a session by the row of its frame, without decoding the whole video. No Qt."""

from __future__ import annotations

import contextlib
from collections import OrderedDict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import av
import numpy as np
from numpy.typing import NDArray

from posecam.capture.libav import NotAVideoError
from posecam.session import Session
from posecam.session.manifest import video_name
from posecam.session.video import open_decoder

#: Decoded images that are kept: a few seconds before and after, so that a step back is quick.
MAX_BYTES: Final = 64 * 2**20
#: Further ahead than this, milliseconds, a jump to a key frame is quicker than decoding on.
_JUMP_MS: Final = 1500


class _File:
    """One video file, and how far it has been decoded."""

    def __init__(self, path: Path) -> None:
        # Several frames at once would hold back as many, and after every jump.
        self.decoder = open_decoder(path, one_at_a_time=True)
        self.at: int | None = None
        self._frames: Iterator[av.VideoFrame] | None = None

    def seek(self, ms: int) -> None:
        """Go to the last key frame up to there."""
        self._frames, self.at = None, None
        self.decoder.seek(ms / 1000)

    def next(self) -> tuple[int, av.VideoFrame] | None:
        """(ms, frame) of the next frame; None at the end, or where the file is damaged."""
        if self._frames is None:
            self._frames = self.decoder.frames()
        for frame in self._frames:
            if frame.pts is not None and frame.time is not None:
                self.at = round(frame.time * 1000)
                return self.at, frame
        self._frames, self.at = None, None
        return None

    def close(self) -> None:
        self._frames = None
        self.decoder.close()


class FrameImages:
    """Decodes single images of a session. For one thread at a time."""

    def __init__(self, session: Session, max_bytes: int = MAX_BYTES) -> None:
        self._session = session
        self._max_bytes = max_bytes
        self._bytes = 0
        self._files: dict[int, _File | None] = {}
        self._kept: OrderedDict[tuple[int, int], av.VideoFrame] = OrderedDict()
        self._sizes = {s.file: (s.width, s.height) for s in session.manifest.segments}
        #: Images decoded so far, for measuring.
        self.decoded = 0

    def has(self, row: int) -> bool:
        """Whether the video holds an image of that frame."""
        return bool(self._session.image_places[row, 0] >= 0)

    def get(self, row: int) -> NDArray[np.uint8] | None:
        """(H, W, 3) uint8 BGR of that row of `Session.frame_ids`; None where there is none."""
        segment, ms = (int(value) for value in self._session.image_places[row])
        if segment < 0:
            return None
        file = self._file(segment)
        if file is None:
            return None
        frame = self._kept.get((segment, ms))
        if frame is None:
            with contextlib.suppress(av.FFmpegError):
                frame = self._decode(file, segment, ms)
        else:
            self._kept.move_to_end((segment, ms))
        if frame is None:
            return None
        width, height = self._sizes.get(video_name(segment), (None, None))
        image = file.decoder.image(frame)[:height, :width]
        return np.ascontiguousarray(image, dtype=np.uint8)

    def close(self) -> None:
        """Let go of the files."""
        for file in self._files.values():
            if file is not None:
                file.close()
        self._files.clear()
        self._kept.clear()
        self._bytes = 0

    def _decode(self, file: _File, segment: int, ms: int) -> av.VideoFrame | None:
        if file.at is None or not file.at < ms <= file.at + _JUMP_MS:
            file.seek(ms)
        while (found := file.next()) is not None:
            at, frame = found
            self.decoded += 1
            self._keep((segment, at), frame)
            if at == ms:
                return frame
            if at > ms:
                return None
        return None

    def _file(self, segment: int) -> _File | None:
        if segment not in self._files:
            self._files[segment] = None
            with contextlib.suppress(OSError, ValueError, NotAVideoError, av.FFmpegError):
                self._files[segment] = _File(self._session.folder / video_name(segment))
        return self._files[segment]

    def _keep(self, key: tuple[int, int], frame: av.VideoFrame) -> None:
        if key in self._kept:
            return
        size = frame.width * frame.height * 3 // 2  # yuv420p
        self._kept[key] = frame
        self._bytes += size
        while self._bytes > self._max_bytes and len(self._kept) > 1:
            _, old = self._kept.popitem(last=False)
            self._bytes -= old.width * old.height * 3 // 2
