"""python -m training detector: train, evaluate, export, scenes."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training detector", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    data_help = "folder with lspet, ccp and synth_assets"
    rendered_help = "folders of `python -m training synthesize`"

    train = commands.add_parser("train", help="run or resume a training")
    if "train" in words[:1]:  # its knobs are read from the trainer, which imports PyTorch
        from training.detector.train import TrainOptions
        from training.knobs import add_knobs

        add_knobs(train, TrainOptions)

    evaluate = commands.add_parser("evaluate", help="score a detector, draw what it finds")
    evaluate.add_argument("--network", type=Path, required=True, help=".onnx")
    evaluate.add_argument("--data", type=Path, help=data_help)
    evaluate.add_argument("--rendered", type=Path, nargs="+", default=(), help=rendered_help)
    evaluate.add_argument("--clip", type=Path, help="a video")
    evaluate.add_argument("--truth", type=Path, help="who is in it: first_frame,last_frame,people")
    evaluate.add_argument("--sheet", type=Path, help="image of its frames with boxes to write")
    evaluate.add_argument("--threshold", type=float, default=argparse.SUPPRESS)
    evaluate.add_argument("--precision", default="fp32")
    evaluate.add_argument("--count", type=int, default=argparse.SUPPRESS, help="images of a kind")

    export = commands.add_parser("export", help="write the .onnx of a checkpoint")
    export.add_argument("checkpoint", type=Path)
    export.add_argument("--out", type=Path, required=True)
    export.add_argument("--data-names", default="", help="training data, for the file's metadata")
    export.add_argument("--metrics", default="", help="figures, for the file's metadata")

    scenes = commands.add_parser("scenes", help="draw what is trained on, with its boxes")
    scenes.add_argument("--data", type=Path, required=True, help=data_help)
    scenes.add_argument("--rendered", type=Path, nargs="+", required=True, help=rendered_help)
    scenes.add_argument("--out", type=Path, required=True, help="image to write")
    scenes.add_argument("--count", type=int, default=argparse.SUPPRESS)
    scenes.add_argument("--seed", type=int, default=argparse.SUPPRESS)
    return parser


def main(arguments: Sequence[str]) -> None:
    """Run a command.

    Raises:
        PosecamError: the person must change something.
    """
    options = vars(_parser(arguments).parse_args(arguments))
    command = options.pop("command")
    if "rendered" in options:
        options["rendered"] = tuple(options["rendered"])
    if command == "train":
        from training.detector.train import TrainOptions, train
        from training.knobs import from_arguments

        train(from_arguments(TrainOptions, options))
    elif command == "evaluate":
        from training.detector.evaluate import evaluate

        evaluate(**options)
    elif command == "scenes":
        from training.detector.sheet import draw_scenes

        draw_scenes(**options)
    else:
        from training.detector.export import export

        export(**options)
