"""`posecam reprocess`: the network over recorded sessions again, every frame, without lag."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Any

from posecam.commands import arguments
from posecam.commands import estimator as estimators
from posecam.commands.progress import shown_in


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `run` takes."""
    parser.add_argument("session", nargs="+", type=arguments.existing_folder)
    parser.add_argument(
        "--no-solve",
        dest="solved",
        action="store_false",
        help="look once at every frame and smooth, in place of twice and solving the whole take",
    )
    estimators.add_arguments(parser)


def run(options: Mapping[str, Any]) -> int:
    """Run the network on sessions again, and print how much more was seen.

    Raises:
        PosecamError: a session cannot be read or written; those before it are done.
    """
    from tqdm import tqdm

    from posecam.offline.reprocess import options_of, reprocess
    from posecam.session.reader import Session

    engine = None
    for folder in options["session"]:
        wanted = estimators.chosen(options, options_of(Session.open(folder)))
        if engine is None:
            engine = estimators.Maker.of(options, stand_in=True)()
        engine.options = wanted
        with tqdm(unit="frame", desc=folder.name, disable=None) as bar:
            summary = reprocess(folder, engine, solved=options["solved"], on_progress=shown_in(bar))
        print(
            f"{folder}: {summary.frames} frames, a person in {summary.frames_with_person}; "
            f"live it was {summary.frames_live} frames"
        )
    return 0
