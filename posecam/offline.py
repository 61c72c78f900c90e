"""Without a window: a video, folder or address to a session, every frame looked at."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import numpy as np

from posecam.ahead import read_ahead
from posecam.capture import open_source
from posecam.drawing import draw_poses
from posecam.errors import SessionError
from posecam.estimation.estimator import Estimator
from posecam.pose import FrameResult
from posecam.session.recorder import Recorder, RecorderStatus

OVERLAY: Final = "overlay.mp4"
_USUAL_FPS: Final = 30


@dataclass(frozen=True, slots=True)
class ProcessSummary:
    """How it went.

    Attributes:
        folder: the session.
        frames: read from the source.
        frames_with_person: of those.
        overlay: the video with the skeleton drawn in, where asked for.
        warnings: sentences on what was skipped or lost.
    """

    folder: Path
    frames: int
    frames_with_person: int
    overlay: Path | None
    warnings: tuple[str, ...]


class OverlayWriter:
    """An H.264 MP4 of frames with their skeletons."""

    def __init__(self, path: Path, fps: float) -> None:
        import av

        self.path = path
        self._container = av.open(str(path), "w")
        self._fps = fps or _USUAL_FPS
        self._stream: av.VideoStream | None = None

    def add(self, result: FrameResult) -> None:
        """Append a frame; the first one fixes the size."""
        import av

        picture = result.frame.image.copy()
        draw_poses(picture, result.poses, result.main_id)
        height, width = (side // 2 * 2 for side in picture.shape[:2])
        if self._stream is None:
            self._stream = self._container.add_stream("libx264", rate=round(self._fps))
            self._stream.width, self._stream.height = width, height
            self._stream.pix_fmt = "yuv420p"
            self._stream.options = {"crf": "21", "preset": "veryfast"}
        elif (width, height) != (self._stream.width, self._stream.height):
            import cv2

            size = (self._stream.width, self._stream.height)
            picture = np.asarray(cv2.resize(picture, size), np.uint8)
            height, width = picture.shape[:2]
        frame = av.VideoFrame.from_ndarray(picture[:height, :width], format="bgr24")
        self._container.mux(self._stream.encode(frame))

    def close(self) -> None:
        """Finish the file."""
        if self._stream is not None:
            self._container.mux(self._stream.encode())
        self._container.close()


def process(
    spec: str,
    out: Path,
    estimator: Estimator,
    *,
    overlay: bool = False,
    on_progress: Callable[[int, int], None] | None = None,
) -> ProcessSummary:
    """Look at every frame of a source and write a session.

    Args:
        spec: as `posecam.capture.open_source` takes it.
        out: folder of the session; must be new or empty.
        overlay: also write `overlay.mp4` into it.
        on_progress: called with (frames done, frames expected or -1).

    Raises:
        SourceError: the source cannot be opened.
        SessionError: the folder cannot be written, or the disk filled up; what was written stays.
    """
    source = open_source(spec)
    video: OverlayWriter | None = None
    recorder: Recorder | None = None
    frames = found = 0
    status = RecorderStatus()
    try:
        info = source.info()
        recorder = Recorder(
            out,
            source=source.name,
            info=info,
            engine={k: str(v) for k, v in asdict(estimator.engine.info).items()},
            settings=asdict(estimator.options),
            wait_for_room=True,
        )
        if overlay:
            video = OverlayWriter(out / OVERLAY, info.nominal_fps)
        pictures_of = iter(source.read, None)
        # A live source wants to be read by the thread that opened it.
        with nullcontext(pictures_of) if source.live else read_ahead(pictures_of) as pictures:
            for frame in pictures:
                result = estimator.update(frame)
                recorder.add_frame(frame)
                recorder.add_result(result)
                if video is not None:
                    video.add(result)
                frames += 1
                found += bool(result.poses)
                if on_progress is not None:
                    on_progress(frames, info.frame_count)
                if (error := recorder.status.error) is not None:
                    raise SessionError(error)
    except OSError as error:
        raise SessionError(f"{out} cannot be written ({error}).") from error
    finally:
        if recorder is not None:
            status = recorder.close()
        if video is not None:
            video.close()
        warnings = [source.warning] if source.warning else []
        source.close()
    if status.error is not None:
        raise SessionError(status.error)
    return ProcessSummary(
        out, frames, found, video.path if video is not None else None, tuple(warnings)
    )
