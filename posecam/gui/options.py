"""The options of `posecam run`. Imports no Qt, so that the command line stays quick."""

from __future__ import annotations

import argparse
from pathlib import Path

#: Seconds that `--screenshot` waits when nothing else is said.
SCREENSHOT_AFTER = 5.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options that `posecam.gui.app.run` takes as keywords of the same names."""
    parser.add_argument(
        "source",
        nargs="?",
        help="camera number or name, video file, folder of images, http(s)/rtsp address or 'demo';"
        " the last one used if left out, else the first camera, else the demo",
    )
    parser.add_argument("--network", type=Path, help="an .onnx file instead of the shipped one")
    parser.add_argument("--engine", default="auto", help="backend to run it with (default: auto)")
    parser.add_argument("--precision", default="auto", help="arithmetic (default: auto)")
    parser.add_argument("--threads", type=int, default=0, help="threads of the engine; 0: choose")
    parser.add_argument(
        "--screenshot", type=Path, metavar="FILE", help="save the window as a picture and leave"
    )
    parser.add_argument(
        "--after",
        type=float,
        default=SCREENSHOT_AFTER,
        metavar="SECONDS",
        help=f"when to take the screenshot (default: {SCREENSHOT_AFTER:g})",
    )
