"""python -m training.synthesis: make the demonstration clip, or images to train on."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from posecam.errors import PosecamError

CALM = "all workers but one wait while the load average is above this"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training.synthesis", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)

    clip = commands.add_parser("demo-clip", help="render the demonstration clip")
    clip.add_argument("--assets", type=Path, help="folder of clothes, hair, skins and panoramas")
    clip.add_argument("--out", type=Path, required=True, help=".mp4 to write")

    images = commands.add_parser("synthesize", help="render an annotated folder of people")
    images.add_argument("--assets", type=Path, help="without: tailored clothes, plain rooms")
    images.add_argument("--mocap", type=Path, help="file of motion; without: made-up postures")
    images.add_argument("--count", type=int, required=True, help="images, or sequences")
    images.add_argument("--out", type=Path, required=True, help="folder to write or continue")
    images.add_argument("--workers", type=int, default=2)
    images.add_argument("--calm", type=float, metavar="LOAD", help=CALM)
    images.add_argument("--seed", type=int, default=0)
    images.add_argument("--sequences", action="store_true", help="16 frames of each person")

    again = commands.add_parser("annotate", help="annotate a rendered folder anew, not drawing it")
    again.add_argument("folder", type=Path)
    again.add_argument("--assets", type=Path, help="as it was rendered with")
    again.add_argument("--mocap", type=Path, help="as it was rendered with")

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
        elif command == "sheet":
            from training.synthesis.sheet import contact_sheet

            contact_sheet(**options)
        elif command == "annotate":
            from training.synthesis.annotate import annotate

            annotate(**options)
        else:
            from training.synthesis.generate import Job, synthesize

            workers, calm = options.pop("workers"), options.pop("calm")
            synthesize(Job(**options), workers, calm)
    except PosecamError as error:
        print(f"training.synthesis: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
