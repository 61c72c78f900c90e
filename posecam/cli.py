"""The command line: run, process, export, bench, devices."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from posecam import __version__
from posecam.errors import PosecamError
from posecam.log import keep_log
from posecam.skeleton import CANONICAL_HEIGHT_MM

if TYPE_CHECKING:
    from posecam.estimation.estimator import Estimator

_FORMATS = "csv, json, npz, bvh, c3d, trc, angles, overlay or all; commas between"
_COMMANDS = ("run", "process", "export", "bench", "devices")


def _engine_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--network", type=Path, help="an .onnx instead of the shipped one")
    parser.add_argument("--engine", default="auto", help="openvino, onnxruntime or auto")
    parser.add_argument("--precision", default="auto", help="fp32, bf16 or auto")
    parser.add_argument("--threads", type=int, default=0, help="of the engine; 0: choose")
    height = f"of the person; default {CANONICAL_HEIGHT_MM / 10:g}, the mean of Human3.6M"
    parser.add_argument("--height", type=float, metavar="CM", help=height)
    parser.add_argument("--fov", type=float, metavar="DEG", help="of the camera, horizontal")
    parser.add_argument("--smoothness", type=float, metavar="0..1", help="0 is raw")


def _parser() -> argparse.ArgumentParser:
    from posecam.commands.bench_arguments import add_arguments as add_bench_arguments
    from posecam.gui.options import add_arguments

    parser = argparse.ArgumentParser(
        prog="posecam",
        description="Live 3D motion capture from one ordinary webcam, offline.",
        epilog="Without a command the window opens.",
    )
    parser.add_argument("--version", action="version", version=f"posecam {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    add_arguments(commands.add_parser("run", help="open the window (the default)"))

    process = commands.add_parser("process", help="a video or folder to a session, no window")
    process.add_argument("input", help="video, folder of images, address or demo")
    process.add_argument("--out", type=Path, required=True, help="folder of the new session")
    process.add_argument("--overlay", action="store_true", help="also write overlay.mp4")
    _engine_arguments(process)

    export = commands.add_parser("export", help="a session to files for other programs")
    export.add_argument("session", type=Path)
    export.add_argument("--format", default="all", metavar="NAMES", help=_FORMATS)
    export.add_argument("--order", default="mpii", choices=("mpii", "h36m"), help="of the joints")
    export.add_argument("--person", type=int, help="number of the person; default: the main one")
    export.add_argument("--out", type=Path, required=True, help="folder to write into")
    export.add_argument("--force", action="store_true", help="replace files that exist")

    bench = commands.add_parser("bench", help="measure the whole pipeline on a clip")
    add_bench_arguments(bench)
    bench.add_argument("--window", action="store_true", help="with the window, until it is painted")
    bench.add_argument("--seconds", type=float, default=10.0, help="with --window; default: 10")
    _engine_arguments(bench)

    commands.add_parser("devices", help="list the cameras")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command. 0: done; 2: the person must change something; 130: interrupted."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0] not in _COMMANDS and given[0] not in ("-h", "--help", "--version")):
        given.insert(0, "run")
    options = vars(_parser().parse_args(given))
    command = options.pop("command")
    keep_log()
    try:
        return _DO[command](options)
    except PosecamError as error:
        print(f"posecam: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("posecam: interrupted; what was written so far is kept.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _estimator(options: dict[str, object]) -> Estimator:
    from posecam.estimation.estimator import Estimator, EstimatorOptions
    from posecam.network import load_network

    engine = load_network(
        options["network"],  # type: ignore[arg-type]
        str(options["engine"]),
        options["precision"],  # type: ignore[arg-type]
        int(options["threads"]),  # type: ignore[call-overload]
    )
    chosen: dict[str, Any] = {}
    for option, name, factor, low, high in (
        ("height", "subject_height_mm", 10.0, 40, 280),
        ("fov", "field_of_view_deg", 1.0, 10, 170),
        ("smoothness", "smoothness", 1.0, 0, 1),
    ):
        value = options[option]
        if value is None:
            continue
        number = float(value)  # type: ignore[arg-type]
        if not low <= number <= high:
            raise PosecamError(f"--{option} is {number:g}; it must be between {low} and {high}.")
        chosen[name] = number * factor
    return Estimator(engine, EstimatorOptions(**chosen))


def _run(options: dict[str, object]) -> int:
    from posecam.gui.app import run

    return run(**options)  # type: ignore[arg-type]


def _process(options: dict[str, object]) -> int:
    from tqdm import tqdm

    from posecam.offline import process

    with tqdm(unit="frame", disable=None) as bar:

        def show(done: int, expected: int) -> None:
            if expected > 0 and bar.total is None:
                bar.total = expected
            bar.update(done - bar.n)

        summary = process(
            str(options["input"]),
            Path(str(options["out"])),
            _estimator(options),
            overlay=bool(options["overlay"]),
            on_progress=show,
        )
    for warning in summary.warnings:
        print(f"posecam: {warning}", file=sys.stderr)
    print(f"{summary.folder}: {summary.frames} frames, a person in {summary.frames_with_person}")
    if summary.overlay is not None:
        print(f"{summary.overlay}")
    return 0


def _export(options: dict[str, object]) -> int:
    from posecam.export import FORMATS, export_session
    from posecam.session.reader import Session

    wanted = str(options["format"])
    formats = list(FORMATS) if wanted == "all" else [f.strip() for f in wanted.split(",")]
    session = Session.open(Path(str(options["session"])))
    for warning in session.warnings:
        print(f"posecam: {warning}", file=sys.stderr)
    out = Path(str(options["out"]))
    person = options["person"]
    paths = export_session(
        session,
        formats,
        out,
        force=bool(options["force"]),
        order="h36m" if options["order"] == "h36m" else "mpii",
        person=None if person is None else int(str(person)),
    )
    for path in paths:
        print(path)
    return 0


def _bench_window(options: dict[str, object]) -> int:
    from posecam.capture import mask_password
    from posecam.gui.window_bench import measure

    result = measure(
        str(options["input"]), float(str(options["seconds"])), lambda: _estimator(options)
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


def _bench(options: dict[str, object]) -> int:
    if options["window"]:
        return _bench_window(options)
    if options["session"]:
        from posecam.commands.bench_session import run as run_session

        return run_session(options)
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
    "process": _process,
    "export": _export,
    "bench": _bench,
    "devices": _devices,
}
