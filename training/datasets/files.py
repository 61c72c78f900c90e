"""Reading what labels are kept in, and finding the images they belong to."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from posecam.errors import PosecamError

_NUMBER = re.compile(r"(\d+)$")


def read_mat(path: Path) -> dict[str, Any]:
    """The arrays of a MATLAB file by name.

    Raises:
        PosecamError: it is missing or no MATLAB file before 7.3.
    """
    from scipy.io import loadmat
    from scipy.io.matlab import MatReadError

    try:
        return dict(loadmat(str(path)))
    except (MatReadError, ValueError, NotImplementedError, OSError) as error:
        raise PosecamError(f"{path} cannot be read as a MATLAB file ({error}).") from error


def read_json(path: Path) -> Any:
    """What a JSON file holds.

    Raises:
        PosecamError: it is missing or broken.
    """
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise PosecamError(f"{path} cannot be read ({error}).") from error


def frame_number(path: Path) -> int:
    """The number that an image's name ends in, -1 where it ends in none."""
    found = _NUMBER.search(path.stem)
    return int(found.group(1)) if found else -1


def frames_of_video(images: Iterable[Path], apart: int) -> list[tuple[int, Path]]:
    """Images of one video with the frame that each shows, at least `apart` frames apart.

    Names end in the frame's number; it counts from one, as ffmpeg does, unless there is a zero.
    """
    numbered = sorted((frame_number(path), path) for path in images)
    numbered = [(number, path) for number, path in numbered if number >= 0]
    first = 0 if numbered and numbered[0][0] == 0 else 1
    kept: list[tuple[int, Path]] = []
    for number, path in numbered:
        if not kept or number - first - kept[-1][0] >= apart:
            kept.append((number - first, path))
    return kept
