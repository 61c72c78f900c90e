"""What `posecam bench` is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from posecam.bounds import Asked, asked, bounded
from posecam.commands import arguments


@dataclass(frozen=True, slots=True)
class BenchOptions:
    """What to measure, and of what."""

    input: str = asked(
        Asked(
            "video, folder of images, demo; with --session a session",
            read=arguments.source,
            positional=True,
        )
    )
    frames: int | None = asked(Asked("stop after so many", read=arguments.whole(1)), None)
    truth: Path | None = asked(
        Asked("who is in view of the clip", unit="CSV", read=arguments.readable_file), None
    )
    steadiness: bool = asked(Asked("jitter, lag, bone lengths, sides, lean, feet and floor"), False)
    plot: Path | None = asked(
        Asked("with --steadiness: draw it", unit="PNG", read=arguments.new_file), None
    )
    session: bool = asked(
        Asked(
            "time to open a session and to step through it; INPUT is one, or how many minutes "
            "of one to make for it"
        ),
        False,
    )
    without_index: bool = asked(
        Asked("with --session --window: open it from its lines, as after a crash"), False
    )
    json: bool = asked(Asked("print one object instead of lines"), False)
    window: bool = asked(Asked("with the window, until it is painted"), False)
    seconds: float = bounded(
        10.0, 1, arguments.LONGEST_S, how=Asked("with --window; default: {default}")
    )
    angles: bool = asked(Asked("with --window: read angles live"), False)
    remote: bool = asked(
        Asked("with --window: as long again with a telephone as remote, in turns"), False
    )
