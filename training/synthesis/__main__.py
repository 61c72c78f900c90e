"""python -m training.synthesis: make the demonstration clip, or pictures to train on."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from posecam.errors import PosecamError


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training.synthesis", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)

    clip = commands.add_parser("demo-clip", help="render the demonstration clip")
    clip.add_argument("--assets", type=Path, help="folder of clothes, hair, skins and panoramas")
    clip.add_argument("--out", type=Path, required=True, help=".mp4 to write")

    pictures = commands.add_parser("synthesize", help="render an annotated folder of people")
    pictures.add_argument("--assets", type=Path, help="without: painted clothes, plain rooms")
    pictures.add_argument("--count", type=int, required=True)
    pictures.add_argument("--out", type=Path, required=True, help="folder to write or continue")
    pictures.add_argument("--workers", type=int, default=2)
    pictures.add_argument("--seed", type=int, default=0)

    sheet = commands.add_parser("sheet", help="show 36 pictures of an annotated folder")
    sheet.add_argument("folder", type=Path)
    sheet.add_argument("--out", type=Path, required=True, help="picture to write")
    sheet.add_argument("--first", type=int, default=0)
    sheet.add_argument("--plain", action="store_true", help="without joints")
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
        else:
            from training.synthesis.generate import synthesize

            synthesize(**options)
    except PosecamError as error:
        print(f"training.synthesis: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
