"""The options of `posecam run`. Imports no Qt, so that the command line stays quick."""

from __future__ import annotations

import argparse
from pathlib import Path

from posecam.streaming.options import LOOPBACK, VMC_PORT, WEBSOCKET_PORT

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
    parser.add_argument("--engine", help="backend to run it with; auto for the fastest here")
    parser.add_argument("--precision", help="arithmetic; auto for the fastest that is as exact")
    parser.add_argument("--threads", type=int, default=0, help="threads of the engine; 0: choose")
    parser.add_argument(
        "--vmc",
        nargs="?",
        const=f"{LOOPBACK}:{VMC_PORT}",
        metavar="HOST:PORT",
        help=f"send poses as VMC (default: {LOOPBACK}:{VMC_PORT})",
    )
    parser.add_argument(
        "--websocket",
        nargs="?",
        const=str(WEBSOCKET_PORT),
        metavar="[HOST:]PORT",
        help=f"offer poses as JSON over a WebSocket (default: {LOOPBACK}:{WEBSOCKET_PORT})",
    )
    parser.add_argument(
        "--screenshot", type=Path, metavar="FILE", help="save an image of the window and leave"
    )
    parser.add_argument(
        "--after",
        type=float,
        default=SCREENSHOT_AFTER,
        metavar="SECONDS",
        help=f"when to take the screenshot (default: {SCREENSHOT_AFTER:g})",
    )
