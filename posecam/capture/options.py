"""What is asked of a camera: size, rate and pixel format, as data and as a line of text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, Self

from posecam.errors import SourceError

AUTOMATIC: Final = "automatic"
#: The pixel formats worth offering, the best first. Compressed images come before others:
#: uncompressed, a USB 2 camera reaches 5 to 10 frames a second at 720p.
FORMATS: Final = ("MJPG", "H264", "NV12", "YUYV")
#: Larger images cost time and tell the network nothing: it looks at some 256 px of a person.
_LARGEST: Final = (1920, 1080)
_SMALLEST: Final = (320, 180)
_LEAST_FPS: Final = 14.0
_MOST_FPS: Final = 61.0
_SHAPE: Final = re.compile(
    r"(?:(?P<width>\d{1,5})\s*[x×]\s*(?P<height>\d{1,5}))?"
    r"\s*(?:@\s*(?P<fps>\d{1,3}(?:\.\d+)?)(?:\s*fps)?)?"
    r"\s*(?P<fourcc>[A-Za-z]{2}[A-Za-z0-9]{2}|[Hh]26[45])?",
)


@dataclass(frozen=True, slots=True)
class CaptureOptions:
    """What to ask a camera for; it gives what it can. Other sources are as they are.

    Attributes:
        width, height: px; 0 leaves them to the application.
        fps: frames a second; 0 likewise.
        fourcc: pixel format, four letters as OpenCV names it; "" likewise.
    """

    width: int = 0
    height: int = 0
    fps: float = 0.0
    fourcc: str = ""

    def __str__(self) -> str:
        """ "1280x720@30 MJPG", with what is left to the application left out."""
        size = f"{self.width}x{self.height}" if self.width and self.height else ""
        rate = f"@{self.fps:g}" if self.fps else ""
        return " ".join(part for part in (size + rate, self.fourcc) if part) or AUTOMATIC

    @classmethod
    def parse(cls, text: str) -> Self:
        """Understand what `str` writes; "" and "automatic" leave everything to the application.

        Raises:
            SourceError: it says something else.
        """
        text = text.strip()
        if not text or text.lower() == AUTOMATIC:
            return cls()
        found = _SHAPE.fullmatch(text)
        if found is None:
            raise SourceError(
                f'"{text}" is no format of a camera: write it as 1280x720@30 MJPG, '
                "any part of which may be left out."
            )
        width, height, fps, fourcc = found.groups()
        return cls(int(width or 0), int(height or 0), float(fps or 0), (fourcc or "").upper())


#: What most webcams can, for where the system does not say what this one can.
COMMON_MODES: Final = tuple(
    CaptureOptions(*mode, "MJPG")
    for mode in ((640, 480, 30), (1280, 720, 30), (1280, 720, 60), (1920, 1080, 30))
)


def modes_worth_offering(found: Iterable[CaptureOptions] = ()) -> list[CaptureOptions]:
    """Of all modes of a camera those that are of use here, small ones first.

    Of each size the highest rate, and 30 a second where that is more, each in the best of the
    formats that has it. Very small, very large and very slow ones are left out, unless there are no
    others.

    Args:
        found: every mode that the system lists; none: what most webcams can.
    """
    known = [_rounded(mode) for mode in found if mode.width and mode.height]
    if not known:
        return list(COMMON_MODES)
    useful = [mode for mode in known if _is_useful(mode)] or known
    best: dict[tuple[int, int, float], CaptureOptions] = {}
    for mode in sorted(useful, key=_rank, reverse=True):
        best[mode.width, mode.height, mode.fps] = mode
    offered = []
    for mode in best.values():
        rates = [m.fps for m in best.values() if (m.width, m.height) == (mode.width, mode.height)]
        if mode.fps == max(rates) or (mode.fps == 30 and max(rates) > 30):
            offered.append(mode)
    return sorted(offered, key=lambda mode: (mode.width * mode.height, mode.fps))


def _rounded(mode: CaptureOptions) -> CaptureOptions:
    """Rates such as 29.97 and 30.00003 are one to a person."""
    return replace(mode, fps=float(round(mode.fps)), fourcc=mode.fourcc.upper())


def _is_useful(mode: CaptureOptions) -> bool:
    return (
        _SMALLEST[0] <= mode.width <= _LARGEST[0]
        and _SMALLEST[1] <= mode.height <= _LARGEST[1]
        and (not mode.fps or _LEAST_FPS <= mode.fps <= _MOST_FPS)
        and (not mode.fourcc or mode.fourcc in FORMATS)
    )


def _rank(mode: CaptureOptions) -> int:
    return FORMATS.index(mode.fourcc) if mode.fourcc in FORMATS else len(FORMATS)
