"""python -m training.synthesis: make the demonstration clip, or images to train on."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from posecam.errors import PosecamError


def add_synthesize(parser: argparse.ArgumentParser) -> None:
    """Options of `synthesize`."""
    add = parser.add_argument
    add("--assets", type=Path, help="clothes, hair, skins, panoramas; without: plain ones")
    add("--mocap", type=Path, help="file of motion; without: made-up postures only")
    add("--count", type=int, required=True, help="images, or sequences")
    add("--out", type=Path, required=True, help="annotated folder to write or to continue")
    add("--seed", type=int, default=0)
    add("--sequences", action="store_true", help="16 frames of each person, 30 a second")
    add("--workers", type=int, default=2, help="processes; default: %(default)s")
    add("--cluster", metavar="local|ADDRESS", help="on the workers of Dask, e.g. tcp://HOST:8786")
    add("--calm", type=float, metavar="LOAD", help="all workers but one wait above this load")
    add("--device", type=int, help="EGL device that draws, 0 the first; default: as EGL likes")


def run_synthesize(options: dict[str, Any]) -> None:
    """What `synthesize` does with its options.

    Raises:
        PosecamError: as `training.synthesis.generate.synthesize` does.
    """
    from training.synthesis.generate import Job, Machine, synthesize

    machine = Machine(**{k: options.pop(k) for k in ("workers", "calm", "device")})
    cluster = options.pop("cluster")
    if cluster is None:
        synthesize(Job(**options), machine)
        return
    from training.synthesis.on_cluster import synthesize_on

    synthesize_on(cluster, Job(**options), machine)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training.synthesis", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)

    clip = commands.add_parser("demo-clip", help="render the demonstration clip")
    clip.add_argument("--assets", type=Path, help="folder of clothes, hair, skins and panoramas")
    clip.add_argument("--out", type=Path, required=True, help=".mp4 to write")

    clips = commands.add_parser(
        "clips", help="render clips whose joints are known, to be judged by"
    )
    clips.add_argument("--out", type=Path, required=True, help="folder for NAME.mp4 and its truth")
    clips.add_argument("--assets", type=Path, help="folder of clothes, hair, skins and panoramas")
    clips.add_argument("--mocap", type=Path, help="file of motion, for pan and cartwheel")
    clips.add_argument(
        "names",
        nargs="+",
        help="demo (the truth of the shipped clip alone), pan, cartwheel, sitting",
    )

    images = commands.add_parser("synthesize", help="render an annotated folder of people")
    add_synthesize(images)

    again = commands.add_parser("annotate", help="write the annotations of a rendered folder again")
    again.add_argument("folder", type=Path)
    again.add_argument("--assets", type=Path, help="as it was rendered with")
    again.add_argument("--mocap", type=Path, help="as it was rendered with")

    figure = commands.add_parser("mannequin", help="make the body that the 3D view shows")
    figure.add_argument("--bodies", type=Path, help="baked bodies; by default those of the cache")
    figure.add_argument("--out", type=Path, required=True, help=".glb to write")

    sheet = commands.add_parser("sheet", help="show 36 images of an annotated folder")
    sheet.add_argument("folder", type=Path)
    sheet.add_argument("--out", type=Path, required=True, help="image to write")
    sheet.add_argument("--first", type=int, default=0)
    sheet.add_argument("--plain", action="store_true", help="without keypoints")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; 2 where the person must change something."""
    options = vars(_parser().parse_args(arguments))
    command = options.pop("command")
    try:
        if command == "demo-clip":
            from training.synthesis.demo import make_demo

            make_demo(**options)
        elif command == "clips":
            from training.synthesis.clips import make_clips

            make_clips(**options)
        elif command == "mannequin":
            from training.synthesis.mannequin import bake_mannequin

            bake_mannequin(**options)
        elif command == "sheet":
            from training.synthesis.sheet import contact_sheet

            contact_sheet(**options)
        elif command == "annotate":
            from training.synthesis.annotate import annotate

            annotate(**options)
        else:
            run_synthesize(options)
    except PosecamError as error:
        print(f"training.synthesis: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
