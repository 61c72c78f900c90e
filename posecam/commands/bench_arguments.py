"""The options of `posecam bench`, apart from what they start: the command line opens at once."""

from __future__ import annotations

import argparse

from posecam.commands import arguments


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
