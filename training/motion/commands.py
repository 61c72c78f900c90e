"""python -m training motion: measure, train, export, evaluate."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training motion", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)

    measure = commands.add_parser("measure", help="how an image network errs on rendered people")
    measure.add_argument("folders", nargs="+", type=Path, help="rendered, some of them sequences")
    measure.add_argument("--network", type=Path, required=True, help=".onnx that tells up")
    measure.add_argument("--out", type=Path, required=True, help="folder to write")
    measure.add_argument("--count", type=int, help="images of a folder at most")

    train = commands.add_parser("train", help="train on mocap seen with those errors")
    train.add_argument("measured", type=Path, help="folder that `measure` wrote")
    train.add_argument("--mocap", type=Path, required=True, help="mocap30.npz")
    train.add_argument(
        "--bodies", type=Path, nargs="+", required=True, help="rendered folders, for proportions"
    )
    train.add_argument("--out", type=Path, required=True, help="checkpoint to write")
    if "train" in words[:1]:  # its knobs are read from the trainer, which imports PyTorch
        from training.knobs import add_knobs
        from training.motion.train import Recipe

        add_knobs(train, Recipe)

    export = commands.add_parser("export", help="write the .onnx of a checkpoint")
    export.add_argument("checkpoint", type=Path)
    export.add_argument("--out", type=Path, required=True)
    export.add_argument(
        "--depth-trust",
        type=float,
        default=0.0,
        help="share of the errors that it expects; default: 0, depth is left as it is",
    )
    export.add_argument("--metrics", default="", help="figures, for the file's metadata")

    evaluate = commands.add_parser("evaluate", help="clips with marker mocap, without and with it")
    evaluate.add_argument("folder", type=Path, help="clips with their truth")
    evaluate.add_argument("--network", type=Path, required=True, help="image network, .onnx")
    evaluate.add_argument("--motion", type=Path, required=True, help="motion network, .onnx")
    return parser


def main(arguments: Sequence[str]) -> None:
    """Run a command.

    Raises:
        PosecamError: the person must change something.
    """
    options = vars(_parser(arguments).parse_args(arguments))
    command = options.pop("command")
    if command == "measure":
        from training.motion.measure import measure

        measure(**options)
    elif command == "train":
        from training.knobs import from_arguments
        from training.motion.train import Recipe, train

        files = {n: options.pop(n) for n in ("measured", "mocap", "bodies", "out")}
        train(**files, recipe=from_arguments(Recipe, options))
    elif command == "export":
        from training.motion.export import export

        export(**options)
    else:
        from training.motion.evaluate import evaluate

        evaluate(**options)
