"""`posecam bench`: measures the whole pipeline, a session, or the windows, as text or JSON."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Any

from posecam.commands import estimator
from posecam.commands.bench_options import BenchOptions
from posecam.commands.from_fields import add_options, values_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `run` takes."""
    add_options(parser, BenchOptions)
    estimator.add_arguments(parser)


def run(options: Mapping[str, Any]) -> int:
    """Measure and print.

    Raises:
        PosecamError: something of it cannot be read, made, shown or written.
    """
    asked = BenchOptions(**values_of(BenchOptions, options))
    make = estimator.Maker.of(options)
    if asked.session:
        from posecam.commands import bench_session

        return bench_session.run(asked)
    if asked.window:
        from posecam.commands import bench_window

        return bench_window.run(asked, make)
    from posecam.commands import bench_clip

    return bench_clip.run(asked, make)
