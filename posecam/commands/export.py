"""`posecam export`: a session to files for other programs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from typing import Any, Literal

from posecam.commands import arguments

_FORMATS = (
    "csv, json, npz, tidy, bvh, gltf, usd, c3d, trc, mot, angles, gait, overlay, html or all;"
    " commas between"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `run` takes."""
    parser.add_argument("session", type=arguments.existing_folder)
    parser.add_argument(
        "--format", type=arguments.text, default="all", metavar="NAMES", help=_FORMATS
    )
    parser.add_argument("--order", default="mpii", choices=("mpii", "h36m"), help="of the joints")
    parser.add_argument(
        "--poses",
        choices=("live", "offline"),
        help="as seen while recording, or by reprocess; default: this where there is one",
    )
    parser.add_argument(
        "--person",
        type=arguments.person,
        help="whose motion formats for one person hold: a number, or main; default: the one"
        " seen longest",
    )
    parser.add_argument(
        "--range",
        type=arguments.span,
        metavar="START:END",
        help="seconds of the recording; default: all of it",
    )
    parser.add_argument(
        "--names",
        default="plain",
        choices=("plain", "mixamo", "unreal", "vrm", "rigify"),
        help="of the bones, as these rigs have them",
    )
    parser.add_argument(
        "--rest",
        default="t",
        choices=("t", "a", "standing"),
        help="pose in which the skeleton rests",
    )
    parser.add_argument(
        "--unit", default="cm", choices=("cm", "m", "mm"), help="of lengths in BVH and USD"
    )
    parser.add_argument(
        "--markers",
        default="opensim",
        choices=("opensim", "plain"),
        help="names of the points of C3D and TRC",
    )
    parser.add_argument(
        "--fps",
        type=arguments.number(1, 240),
        help="of formats at a constant rate; default: the recording's own",
    )
    parser.add_argument(
        "--character",
        type=arguments.readable_file,
        metavar="FILE",
        help="a .glb or .vrm that the figure of the overlay is drawn as",
    )
    parser.add_argument(
        "--out", type=arguments.new_folder, required=True, help="folder to write into"
    )
    parser.add_argument("--force", action="store_true", help="replace files that exist")


def run(options: Mapping[str, Any]) -> int:
    """Write the files, and print where they are.

    Raises:
        PosecamError: the session cannot be read, or a file not written.
    """
    from posecam.export import FORMATS, Options, export_session
    from posecam.export.person import warning
    from posecam.session.reader import RESULT_WORDS, Session

    wanted = options["format"]
    formats = list(FORMATS) if wanted == "all" else [f.strip() for f in wanted.split(",")]
    poses: Literal["best", "live", "offline"] = options["poses"] or "best"
    session = Session.open(options["session"], poses)
    for sentence in session.warnings:
        print(f"posecam: {sentence}", file=sys.stderr)
    if poses == "best" and session.other_result is not None:
        print(
            f"posecam: this is the {RESULT_WORDS[session.result]}; "
            f"--poses {session.other_result} exports the {RESULT_WORDS[session.other_result]}.",
            file=sys.stderr,
        )
    person = options["person"]
    of_one = any(name in FORMATS and FORMATS[name].of_one for name in formats)
    if of_one and (said := warning(session, person)):
        print(f"posecam: {said}", file=sys.stderr)
    paths = export_session(
        session,
        formats,
        options["out"],
        force=options["force"],
        options=Options(
            order=options["order"],
            person=person,
            names=options["names"],
            rest=options["rest"],
            unit=options["unit"],
            markers=options["markers"],
            fps=options["fps"],
            character=options["character"],
        ),
        span=options["range"],
    )
    for path in paths:
        print(path)
    return 0
