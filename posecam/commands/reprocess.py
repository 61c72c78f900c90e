"""`posecam reprocess`: the network over recorded sessions again, every frame, without lag."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from posecam.commands import arguments, on_cluster
from posecam.commands import estimator as estimators
from posecam.commands.from_fields import values_of
from posecam.commands.process import MOST_JOBS
from posecam.commands.progress import shown_in
from posecam.estimation.options import EstimatorOptions


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `run` takes."""
    parser.add_argument(
        "session",
        nargs="+",
        type=arguments.existing_folder,
        help="a recording, or a folder of recordings",
    )
    parser.add_argument(
        "--no-solve",
        dest="solved",
        action="store_false",
        help="look once at every frame and smooth, in place of twice and solving the whole take",
    )
    parser.add_argument(
        "--jobs",
        type=arguments.whole(1, MOST_JOBS),
        help="of --cluster local, how many at once; default: all cores",
    )
    on_cluster.add_cluster(parser)
    estimators.add_arguments(parser)


def run(options: Mapping[str, Any]) -> int:
    """Run the network on sessions again, and print how much more was seen.

    Raises:
        PosecamError: a session cannot be read or written; those before it are done.
    """
    from tqdm import tqdm

    from posecam.offline.batch import sessions_in
    from posecam.offline.reprocess import options_of, reprocess
    from posecam.session.reader import Session

    folders = sessions_in(options["session"])
    if options["cluster"] is not None:
        return _on_cluster(folders, options)
    engine = None
    for folder in folders:
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


def _on_cluster(folders: Sequence[Path], options: Mapping[str, Any]) -> int:
    from posecam.offline.cluster import digest, reprocess_on, table_of

    make = estimators.Maker.of(options, stand_in=True)
    of = make.engine
    with on_cluster.shown("recording", len(folders)) as show:
        rows = reprocess_on(
            options["cluster"],
            folders,
            make,
            how=digest(of.file, of.engine, of.precision),
            options=values_of(EstimatorOptions, options),
            solved=options["solved"],
            jobs=options["jobs"],
            on_progress=show,
        )
    return on_cluster.told(rows, table_of(folders))
