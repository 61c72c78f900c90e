"""`posecam bench`: measures the whole pipeline, a session, or the windows, as text or JSON."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Any

from posecam.commands import arguments, estimator


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `run` takes."""
    parser.add_argument(
        "input",
        type=arguments.source,
        help="video, folder of images, demo; with --session a session",
    )
    parser.add_argument("--frames", type=arguments.whole(1), help="stop after so many")
    parser.add_argument(
        "--truth", type=arguments.readable_file, metavar="CSV", help="who is in view of the clip"
    )
    parser.add_argument(
        "--steadiness", action="store_true", help="jitter, lag and bone lengths, raw and smoothed"
    )
    parser.add_argument(
        "--plot", type=arguments.new_file, metavar="PNG", help="with --steadiness: draw it"
    )
    parser.add_argument(
        "--session",
        action="store_true",
        help="time to open a session and to step through it; INPUT is one, or how many minutes "
        "of one to make for it",
    )
    parser.add_argument(
        "--without-index",
        action="store_true",
        help="with --session --window: open it from its lines, as after a crash",
    )
    parser.add_argument("--json", action="store_true")
    parser.add_argument(
        "--window", action="store_true", help="with the window, until it is painted"
    )
    parser.add_argument(
        "--seconds",
        type=arguments.number(1, arguments.LONGEST_S),
        default=10.0,
        help="with --window; default: 10",
    )
    parser.add_argument("--angles", action="store_true", help="with --window: read angles live")
    estimator.add_arguments(parser)


def run(options: Mapping[str, Any]) -> int:
    """Measure and print.

    Raises:
        PosecamError: something of it cannot be read, made, shown or written.
    """
    if options["session"]:
        from posecam.commands import bench_session

        return bench_session.run(options)
    if options["window"]:
        from posecam.commands import bench_window

        return bench_window.run(options)
    from posecam.commands import bench_clip

    return bench_clip.run(options, lambda: estimator.make(options))
