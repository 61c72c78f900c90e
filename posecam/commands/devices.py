"""`posecam devices`: the cameras."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Any


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """It takes none."""


def run(_options: Mapping[str, Any]) -> int:
    """Print what `posecam run` opens each by, and its name."""
    from posecam.capture import list_cameras

    cameras = list_cameras()
    for camera in cameras:
        print(f"{camera.spec}\t{camera.name}")
    if not cameras:
        print("No camera was found; `posecam run demo` shows the demo clip.")
    return 0
