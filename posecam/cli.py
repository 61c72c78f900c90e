"""The command line: run, review, process, reprocess, export, bench, devices."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from posecam import __version__
from posecam.commands import arguments
from posecam.errors import PosecamError
from posecam.log import keep_log
from posecam.shutdown import Ended, ended_by_signals

if TYPE_CHECKING:
    from posecam.estimation.estimator import Estimator

_FORMATS = "csv, json, npz, bvh, gltf, c3d, trc, angles, overlay or all; commas between"
_COMMANDS = ("run", "review", "process", "reprocess", "export", "bench", "devices")


def _parser() -> argparse.ArgumentParser:
    from posecam.commands import estimator
    from posecam.commands.bench_arguments import add_arguments as add_bench_arguments
    from posecam.commands.process import add_process_arguments, add_reprocess_arguments
    from posecam.commands.run import add_arguments

    parser = arguments.Parser(
        prog="posecam",
        description="Live 3D motion capture from one ordinary webcam, offline.",
        epilog="Without a command the window opens.",
    )
    parser.add_argument("--version", action="version", version=f"posecam {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    add_arguments(commands.add_parser("run", help="open the window (the default)"))

    review = commands.add_parser("review", help="look at recordings, without a camera")
    review.add_argument(
        "session", nargs="?", type=arguments.existing_folder, help="to open at once"
    )
    review.add_argument(
        "--folder",
        type=arguments.existing_folder,
        help="of recordings; default: that of the settings",
    )
    review.add_argument(
        "--screenshot", type=arguments.new_file, metavar="FILE", help="save an image and leave"
    )

    add_process_arguments(commands.add_parser("process", help="videos to sessions, no window"))
    add_reprocess_arguments(
        commands.add_parser("reprocess", help="look at sessions again: every frame, with hindsight")
    )

    export = commands.add_parser("export", help="a session to files for other programs")
    export.add_argument("session", type=arguments.existing_folder)
    export.add_argument(
        "--format", type=arguments.text, default="all", metavar="NAMES", help=_FORMATS
    )
    export.add_argument("--order", default="mpii", choices=("mpii", "h36m"), help="of the joints")
    export.add_argument(
        "--poses",
        choices=("live", "offline"),
        help="as seen while recording, or by reprocess; default: this where there is one",
    )
    export.add_argument(
        "--person",
        type=arguments.person,
        help="whose motion formats for one person hold: a number, or main; default: the one"
        " seen longest",
    )
    export.add_argument(
        "--out", type=arguments.new_folder, required=True, help="folder to write into"
    )
    export.add_argument("--force", action="store_true", help="replace files that exist")

    bench = commands.add_parser("bench", help="measure the whole pipeline on a clip")
    add_bench_arguments(bench)
    bench.add_argument("--window", action="store_true", help="with the window, until it is painted")
    bench.add_argument(
        "--seconds",
        type=arguments.number(1, arguments.LONGEST_S),
        default=10.0,
        help="with --window; default: 10",
    )
    bench.add_argument("--angles", action="store_true", help="with --window: read angles live")
    estimator.add_arguments(bench)

    commands.add_parser("devices", help="list the cameras")
    return parser


def main(words: Sequence[str] | None = None) -> int:
    """Run a command. 0: done; 2: the person must change something; 128 + n: ended by signal n."""
    given = list(sys.argv[1:] if words is None else words)
    if not given or (given[0] not in _COMMANDS and given[0] not in ("-h", "--help", "--version")):
        given.insert(0, "run")
    keep_log()
    try:
        options = vars(_parser().parse_args(given))
        command = options.pop("command")
        with ended_by_signals():
            return _DO[command](options)
    except PosecamError as error:
        print(f"posecam: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt as error:
        with contextlib.suppress(OSError):  # the terminal may have gone
            print("posecam: interrupted; what was written so far is kept.", file=sys.stderr)
        return 128 + (error.number if isinstance(error, Ended) else signal.SIGINT)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _estimator(options: dict[str, object]) -> Estimator:
    from posecam.commands.estimator import make

    return make(options)


def _run(options: dict[str, object]) -> int:
    from posecam.capture import parse_spec

    if options["source"] is not None:
        parse_spec(str(options["source"]))  # what can never be opened needs no window
    from posecam.gui.live.app import run

    return run(**options)  # type: ignore[arg-type]


def _review(options: dict[str, object]) -> int:
    from posecam.gui.review.app import run

    return run(**options)  # type: ignore[arg-type]


def _process(options: dict[str, object]) -> int:
    from posecam.commands.process import process

    return process(options)


def _reprocess(options: dict[str, object]) -> int:
    from posecam.commands.process import reprocess

    return reprocess(options)


def _export(options: dict[str, object]) -> int:
    from posecam.export import FORMATS, OF_ONE, Person, export_session
    from posecam.export.person import warning
    from posecam.session.reader import RESULT_WORDS, Session

    wanted = str(options["format"])
    formats = list(FORMATS) if wanted == "all" else [f.strip() for f in wanted.split(",")]
    poses: Literal["best", "live", "offline"] = "best"
    if options["poses"] is not None:
        poses = "live" if options["poses"] == "live" else "offline"
    session = Session.open(Path(str(options["session"])), poses)
    for sentence in session.warnings:
        print(f"posecam: {sentence}", file=sys.stderr)
    if poses == "best" and session.other_result is not None:
        print(
            f"posecam: this is the {RESULT_WORDS[session.result]}; "
            f"--poses {session.other_result} exports the {RESULT_WORDS[session.other_result]}.",
            file=sys.stderr,
        )
    out = Path(str(options["out"]))
    person: Person = options["person"]  # type: ignore[assignment]
    if OF_ONE.intersection(formats) and (said := warning(session, person)):
        print(f"posecam: {said}", file=sys.stderr)
    paths = export_session(
        session,
        formats,
        out,
        force=bool(options["force"]),
        order="h36m" if options["order"] == "h36m" else "mpii",
        person=person,
    )
    for path in paths:
        print(path)
    return 0


def _bench_window(options: dict[str, object]) -> int:
    from posecam.capture import mask_password
    from posecam.gui.bench.live import measure

    result = measure(
        str(options["input"]),
        float(str(options["seconds"])),
        lambda: _estimator(options),
        angles=bool(options["angles"]),
    )
    if options["json"]:
        print(json.dumps(asdict(result)))
        return 0
    print(
        f"{mask_password(str(options['input']))}: {result.camera_fps:.1f} fps, "
        f"painted {result.painted_fps:.1f} fps, {result.dropped} frames dropped"
    )
    print(
        f"latency, frame to screen: median {result.latency_ms['median']:.1f} ms, "
        f"p95 {result.latency_ms['p95']:.1f} ms"
    )
    return 0


def _bench_review(folder: Path, options: Mapping[str, object]) -> int:
    from posecam.gui.bench.review import measure

    result = measure(folder, indexed=not options["without_index"])
    if options["json"]:
        print(json.dumps(asdict(result)))
        return 0
    how = "" if result.indexed else " without its index"
    print(
        f"{folder.name}: {result.frames} frames, first one painted after {result.open_s:.2f} s{how}"
    )
    for words, figures in (
        ("anywhere", result.jump_ms),
        ("one frame on", result.on_ms),
        ("one frame back", result.back_ms),
    ):
        print(f"{words}: median {figures['median']:.0f} ms, p95 {figures['p95']:.0f} ms")
    if result.memory_mb is not None:
        print(f"memory, at most: {result.memory_mb:.0f} MB")
    return 0


def _bench(options: dict[str, object]) -> int:
    if options["session"]:
        from posecam.commands.bench_session import run as run_session

        return run_session(options, _bench_review)
    if options["window"]:
        return _bench_window(options)
    from posecam.commands.bench import run

    return run(options, lambda: _estimator(options))


def _devices(_options: dict[str, object]) -> int:
    from posecam.capture import list_cameras

    cameras = list_cameras()
    for camera in cameras:
        print(f"{camera.spec}\t{camera.name}")
    if not cameras:
        print("No camera was found; `posecam run demo` shows the demo clip.")
    return 0


_DO = {
    "run": _run,
    "review": _review,
    "process": _process,
    "reprocess": _reprocess,
    "export": _export,
    "bench": _bench,
    "devices": _devices,
}
