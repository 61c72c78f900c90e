"""A video file as a source, with the times that the file gives its frames."""

from __future__ import annotations

from pathlib import Path

import av

from posecam.capture.allowed import of_a_file
from posecam.capture.decoded import DecodedSource
from posecam.capture.libav import Decoder, NotAVideoError
from posecam.errors import SourceError


class VideoFile(DecodedSource):
    """A `Source` over a video file: the film in it, as players show it.

    Args:
        path: the file.
        name: how to call it, the file's name by default.
        is_demo: for `SourceInfo`.

    Raises:
        SourceError: the file cannot be read, is no video, or holds no frame.
    """

    def __init__(self, path: Path, name: str | None = None, *, is_demo: bool = False) -> None:
        nothing = f"The video {path} holds no frame that can be read."
        super().__init__(
            name or path.name, _open(path), live=False, nothing=nothing, is_demo=is_demo
        )

    def _check_end(self, error: Exception | None) -> None:
        """Whatever ends a file, what was read of it counts."""


def _open(path: Path) -> Decoder:
    if path.is_dir():
        raise SourceError(f"{path} is a folder, not a video file.")
    if path.is_file() and path.stat().st_size == 0:
        raise SourceError(f"The file {path} is empty.")
    try:
        # A playlist may name other files and hosts: only the file itself is to be read.
        return Decoder(path, of_a_file())
    except NotAVideoError as error:
        raise SourceError(f"{path} is not a video: it holds {error}.") from error
    except FileNotFoundError as error:
        raise SourceError(f"There is no file {path}.") from error
    except PermissionError as error:
        raise SourceError(f"The file {path} may not be read: permission denied.") from error
    except av.error.EOFError as error:
        raise SourceError(f"The video {path} holds no frame that can be read.") from error
    except av.error.InvalidDataError as error:
        raise SourceError(f"{path} is not a video, or it is damaged.") from error
    except av.error.ArgumentError as error:
        raise SourceError(
            f"{path} is no video that is read: it is a list of others, or of another format."
        ) from error
    except (OSError, ValueError, av.FFmpegError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise SourceError(f"The video {path} cannot be opened: {reason}.") from error
