"""`posecam run`: the window with the camera."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Any

from posecam.commands import arguments
from posecam.commands.estimator import EngineOptions, engine_options
from posecam.commands.from_fields import add_options
from posecam.gui.live.app import SCREENSHOT_AFTER
from posecam.streaming.options import (
    CAMERA_VIEWS,
    LOOPBACK,
    VMC_PORT,
    WEBSOCKET_PORT,
    StreamError,
    parse_address,
    parse_addresses,
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The keywords of `posecam.gui.live.app.run`, by their names."""
    parser.add_argument(
        "source",
        nargs="?",
        type=arguments.source,
        help="camera number or name, video file, folder of images, http(s)/rtsp address or 'demo';"
        " the last one used if left out, else the first camera, else the demo",
    )
    add_options(parser, EngineOptions)
    parser.add_argument(
        "--vmc",
        nargs="?",
        const=f"{LOOPBACK}:{VMC_PORT}",
        type=_addresses,
        metavar="HOST:PORT[,...]",
        help=f"send poses as VMC (default: {LOOPBACK}:{VMC_PORT}); to more addresses: the main"
        " person to the first, everybody else to one each",
    )
    parser.add_argument(
        "--websocket",
        nargs="?",
        const=str(WEBSOCKET_PORT),
        type=_address,
        metavar="[HOST:]PORT",
        help=f"offer poses as JSON over a WebSocket (default: {LOOPBACK}:{WEBSOCKET_PORT})",
    )
    parser.add_argument(
        "--virtual-camera",
        choices=CAMERA_VIEWS,
        help="be a camera in other programs: the video with skeletons, the 3D view, or the figure"
        " on a plain colour",
    )
    parser.add_argument(
        "--character",
        type=arguments.readable_file,
        metavar="FILE",
        help="a .glb or .vrm of your own in the place of the mannequin",
    )
    parser.add_argument(
        "--screenshot",
        type=arguments.new_file,
        metavar="FILE",
        help="save an image of the window and leave",
    )
    parser.add_argument(
        "--after",
        type=arguments.number(0, arguments.LONGEST_S),
        default=SCREENSHOT_AFTER,
        metavar="SECONDS",
        help=f"when to take the screenshot (default: {SCREENSHOT_AFTER:g})",
    )


def run(options: Mapping[str, Any]) -> int:
    """Open the window and stay until it is closed; the exit code.

    Raises:
        SourceError: what can never be opened, which needs no window.
        ArgumentsError, NetworkError: no such network.
        CharacterError: what cannot be moved.
    """
    engine_options(options)
    from posecam.capture import parse_spec
    from posecam.gui.live import app

    if options["source"] is not None:
        parse_spec(options["source"])
    if options["character"] is not None:
        from posecam.characters import read_character

        read_character(options["character"])
    return app.run(**options)


def _addresses(given: str) -> str:
    """One address or several of VMC, as they were written."""
    arguments.text(given)
    try:
        parse_addresses(given, VMC_PORT)
    except StreamError as error:
        raise argparse.ArgumentTypeError(
            f"is impossible: {str(error).removesuffix('.')}"
        ) from error
    return given


def _address(given: str) -> str:
    """An address of a stream, as it was written."""
    arguments.text(given)
    try:
        parse_address(given, WEBSOCKET_PORT)
    except StreamError as error:
        raise argparse.ArgumentTypeError(
            f"is impossible: {str(error).removesuffix('.')}"
        ) from error
    return given
