"""`posecam review`: the window of recordings, without a camera."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Any

from posecam.commands import arguments


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `run` takes."""
    parser.add_argument(
        "session", nargs="?", type=arguments.existing_folder, help="to open at once"
    )
    parser.add_argument(
        "--folder",
        type=arguments.existing_folder,
        help="of recordings; default: that of the settings",
    )
    parser.add_argument(
        "--character",
        type=arguments.readable_file,
        metavar="FILE",
        help="a .glb or .vrm of your own in the place of the mannequin",
    )
    parser.add_argument(
        "--screenshot", type=arguments.new_file, metavar="FILE", help="save an image and leave"
    )


def run(options: Mapping[str, Any]) -> int:
    """Open the window and stay until it is closed; the exit code.

    Raises:
        CharacterError: what cannot be moved.
    """
    from posecam.gui.review import app

    character = options["character"]
    if character is not None:
        from posecam.characters import read_character

        read_character(character)
    return app.run(options["session"], options["folder"], options["screenshot"], character)
