"""`posecam process`: videos to sessions."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from posecam.commands import arguments, on_cluster
from posecam.commands import estimator as estimators
from posecam.commands.progress import shown_in

if TYPE_CHECKING:
    from posecam.offline.batch import Outcome
    from posecam.offline.process import ProcessSummary

#: Each is a process with a network of its own.
MOST_JOBS: Final = 64


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `run` takes."""
    parser.add_argument(
        "input",
        nargs="+",
        type=arguments.source,
        help="videos, a folder of videos or of images, address or demo",
    )
    parser.add_argument(
        "--out",
        type=arguments.new_folder,
        required=True,
        help="folder of the new session; of several, around them",
    )
    parser.add_argument("--overlay", action="store_true", help="also write overlay.mp4")
    parser.add_argument(
        "--solve",
        dest="solved",
        action="store_true",
        help="then look again and solve the motion of the whole take, as reprocess does",
    )
    parser.add_argument(
        "--jobs",
        type=arguments.whole(1, MOST_JOBS),
        help="of several, how many at once; default: all cores",
    )
    on_cluster.add_cluster(parser)
    estimators.add_arguments(parser)


def run(options: Mapping[str, Any]) -> int:
    """Make sessions, and print what is in them.

    Raises:
        PosecamError: the only input cannot be read, or nothing can be written.
    """
    from posecam.offline.batch import expand

    specs = expand(options["input"])
    if options["cluster"] is not None:
        return _process_on(specs, options)
    if len(specs) > 1 or specs != options["input"]:
        return _process_many(specs, options)
    from tqdm import tqdm

    from posecam.offline.process import process

    estimator = estimators.Maker.of(options, stand_in=True)()
    with tqdm(unit="frame", disable=None) as bar:
        summary = process(
            specs[0],
            options["out"],
            estimator,
            overlay=options["overlay"],
            on_progress=shown_in(bar),
        )
    if options["solved"]:
        from posecam.offline.reprocess import reprocess

        with tqdm(unit="frame", desc="again", disable=None) as bar:
            reprocess(options["out"], estimator, on_progress=shown_in(bar))
    _warn(summary.warnings)
    _say(summary)
    return 0


def _process_many(specs: Sequence[str], options: Mapping[str, Any]) -> int:
    from tqdm import tqdm

    from posecam.offline.batch import process_many

    make = estimators.Maker.of(options, stand_in=True)
    with tqdm(unit="frame", disable=None) as bar:

        def show(frames: int, expected: int, files: int) -> None:
            bar.total = expected
            bar.set_postfix_str(f"{files} of {len(specs)} done", refresh=False)
            bar.update(frames - bar.n)

        outcomes = process_many(
            specs,
            options["out"],
            make,
            overlay=options["overlay"],
            solved=options["solved"],
            jobs=options["jobs"],
            on_progress=show,
        )
    for outcome in outcomes:
        _say_outcome(outcome)
    count = {state: sum(o.state == state for o in outcomes) for state in ("done", "kept", "failed")}
    print(f"{count['done']} done, {count['kept']} there already, {count['failed']} failed")
    return 2 if count["failed"] else 0


def _process_on(specs: Sequence[str], options: Mapping[str, Any]) -> int:
    from posecam.offline.cluster import TABLE, digest, process_on

    make = estimators.Maker.of(options, stand_in=True)
    of = make.engine
    with on_cluster.shown("video", len(specs)) as show:
        rows = process_on(
            options["cluster"],
            specs,
            options["out"],
            make,
            how=digest(of.file, of.engine, of.precision, make.wanted, options["solved"]),
            overlay=options["overlay"],
            solved=options["solved"],
            jobs=options["jobs"],
            on_progress=show,
        )
    return on_cluster.told(rows, options["out"] / TABLE)


def _say_outcome(outcome: Outcome) -> None:
    if outcome.summary is not None:
        _warn(outcome.summary.warnings)
        _say(outcome.summary)
    elif outcome.state == "kept":
        print(f"{outcome.folder}: there already")
    else:
        _warn([str(outcome.problem)])


def _warn(sentences: Sequence[str]) -> None:
    for sentence in sentences:
        print(f"posecam: {sentence}", file=sys.stderr)


def _say(summary: ProcessSummary) -> None:
    print(f"{summary.folder}: {summary.frames} frames, a person in {summary.frames_with_person}")
    if summary.overlay is not None:
        print(f"{summary.overlay}")
