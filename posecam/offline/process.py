"""Without a window: a video, folder or address to a session, every frame looked at."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from posecam.capture import open_source
from posecam.drawing import draw_poses
from posecam.errors import PosecamError, SessionError
from posecam.estimation.estimator import Estimator
from posecam.export.overlay_video import OverlayVideo
from posecam.files import new_file
from posecam.prefetch import Prefetched
from posecam.session.recorder import Recorder
from posecam.session.recorder_items import RecorderStatus

OVERLAY: Final = "overlay.mp4"


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
    video: OverlayVideo | None = None
    recorder: Recorder | None = None
    frames = found = 0
    status = RecorderStatus()
    early: str | None = None
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
            new_file(out / OVERLAY).close()
            video = OverlayVideo(out / OVERLAY)
        images_of = iter(source.read, None)
        # A live source wants to be read by the thread that opened it.
        with nullcontext(images_of) if source.live else Prefetched(images_of) as images:
            for frame in images:
                result = estimator.update(frame)
                recorder.add_frame(frame)
                recorder.add_result(result)
                if video is not None:
                    image = result.frame.image.copy()
                    draw_poses(image, result.poses, result.main_id)
                    video.add(image, frame.time)
                frames += 1
                found += bool(result.poses)
                if on_progress is not None:
                    on_progress(frames, info.frame_count)
                _go_on(recorder.status)
        if video is not None:
            video.close()
    except OSError as error:
        early = f"Writing has failed after {frames} frames of {source.name} ({error})."
        raise SessionError(f"{out} cannot be written ({error}).") from error
    except BaseException as error:
        if isinstance(error, PosecamError):
            early = str(error)
        elif not (source.live and isinstance(error, KeyboardInterrupt)):  # how a live one ends
            why = "Interrupted" if isinstance(error, KeyboardInterrupt) else type(error).__name__
            early = f"{why} after {frames} frames of {source.name}."
        raise
    finally:
        if recorder is not None:
            status = recorder.close(early)
        if video is not None:
            with suppress(OSError):
                video.close()
        warnings = [source.warning] if source.warning else []
        source.close()
    _go_on(status)
    return ProcessSummary(
        out, frames, found, video.path if video is not None else None, tuple(warnings)
    )


def _go_on(status: RecorderStatus) -> None:
    if status.error is not None:
        raise SessionError(status.error)
