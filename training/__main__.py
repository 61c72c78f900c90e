"""python -m training: everything about networks, from pictures to the files that ship."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from posecam.errors import PosecamError

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)

    _add_train(commands)
    evaluate = commands.add_parser("evaluate", help="score a network on labelled pictures")
    evaluate.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    evaluate.add_argument("--split", default="all", choices=("all", "train", "val"))
    evaluate.add_argument("--network", type=Path, help=".onnx or .pt; default: the shipped one")
    evaluate.add_argument("--predictions", type=Path, help="write joints to this .npz")
    evaluate.add_argument("--precision", default="fp32")
    evaluate.add_argument("--json", action="store_true", help="one line a set")
    evaluate.add_argument("--teacher", action="store_true", help="truth is what teacher.npz says")
    evaluate.add_argument(
        "--table", type=Path, metavar="FILE.md", help="write figures, by joint too"
    )
    evaluate.add_argument(
        "--plots", type=Path, metavar="DIR", help="write sheets of the worst people"
    )

    export = commands.add_parser("export", help="write the .onnx of a checkpoint")
    export.add_argument("checkpoint", type=Path)
    export.add_argument("--out", type=Path, required=True)
    export.add_argument("--data-names", default="", help="training data, for the file's metadata")
    export.add_argument("--metrics", default="", help="figures, for the file's metadata")
    lift = commands.add_parser("lift", help="train the part that lifts 2D joints, on 3D poses")
    lift.add_argument("checkpoint", type=Path)
    lift.add_argument("--data", nargs="+", type=Path, required=True, help="annotated folders")
    lift.add_argument("--out", type=Path, required=True, help="checkpoint to write")
    lift.add_argument("--steps", type=int, default=3000)

    mean = commands.add_parser("mean", help="average the weights of checkpoints of one line")
    mean.add_argument("checkpoints", nargs="+", type=Path, metavar="CHECKPOINT")
    mean.add_argument("--out", type=Path, required=True, help="checkpoint to write")
    temper = commands.add_parser("temper", help="correct the lifter's depth less than was learnt")
    temper.add_argument("checkpoint", type=Path)
    temper.add_argument("--share", type=float, required=True, help="of the correction, 0..1")
    temper.add_argument("--out", type=Path, required=True, help="checkpoint to write")

    quantise = commands.add_parser("quantise", help="write the INT8 forms of an exported network")
    quantise.add_argument("network", type=Path)
    quantise.add_argument("--data", type=Path, required=True, help="pictures to calibrate on")
    quantise.add_argument("--out", type=Path, help="of the processor's form")

    agreement = commands.add_parser("agreement", help="how far apart the engines place the joints")
    agreement.add_argument("folder", type=Path, help="labelled pictures of people")
    agreement.add_argument("--network", type=Path, help=".onnx; default: the shipped one")
    agreement.add_argument("--checkpoint", type=Path, help="what it was exported from, to compare")
    agreement.add_argument("--count", type=int, default=64, help="of pictures; default: 64")

    from training.synthesis.__main__ import add_synthesize

    add_synthesize(commands.add_parser("synthesize", help="render people with known keypoints"))
    commands.add_parser("detector", help="the person detector, with commands of its own")
    return parser


def _add_train(commands: Commands) -> None:
    train = commands.add_parser("train", help="run or resume one stage")
    train.add_argument("--run", type=Path, required=True, help="folder of the run")
    train.add_argument("--stage", type=int, default=1)
    train.add_argument("--configuration", default="hourglass-lite")
    train.add_argument("--data", nargs="+", default=[], metavar="DIR[:SHARE]")
    train.add_argument("--check", nargs="*", default=[], metavar="DIR", help="sets to score on")
    train.add_argument("--negatives", nargs="*", type=Path, default=[], metavar="DIR")
    train.add_argument("--negative-share", type=float, default=0.04)
    train.add_argument("--only-depth", action="store_true", help="move the depth module alone")
    train.add_argument("--movenet", type=Path, help="folder of movenet-*.json and .bin")
    train.add_argument("--start", type=Path, help="checkpoint to begin from")
    train.add_argument(
        "--mend", type=Path, metavar="NETWORK", help="whose opinion mends labels; .onnx or .pt"
    )
    for name, kind in (
        ("steps", int), ("batch", int), ("every", int), ("check-count", int), ("seed", int),
        ("threads", int), ("rate", float), ("pretrained-rate", float), ("hold-pretrained", float),
        ("average", float), ("sigma", float), ("any-turn", float), ("teacher-depth", float),
        ("size", int), ("device", str),
    ):  # fmt: skip
        train.add_argument(f"--{name}", type=kind, default=argparse.SUPPRESS)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; 2 where the person must change something."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    own = words[:1] == ["detector"]  # has a parser of its own
    options = {} if own else vars(_parser().parse_args(words))
    command = "detector" if own else options.pop("command")
    try:
        if command == "train":
            from training.datasets.store import cache_folder
            from training.train import TrainOptions, train

            tuples = {"data", "check", "negatives"}
            given = {k: tuple(v) if k in tuples else v for k, v in options.items()}
            known = {f.name for f in fields(TrainOptions)}
            chosen: dict[str, Any] = {k: v for k, v in given.items() if k in known}
            train(TrainOptions(**chosen), cache_folder())
        elif command == "detector":
            from training.detector.commands import main as detector

            detector(words[1:])
        elif command == "evaluate":
            from training.evaluate import evaluate

            evaluate(**options)
        elif command == "lift":
            from training.lift import lift

            lift(**options)
        elif command == "mean":
            from training.soup import mean

            mean(**options)
        elif command == "temper":
            from training.temper import temper

            temper(**options)
        elif command == "quantise":
            from training.quantise import quantise

            quantise(**options)
        elif command == "agreement":
            from training.agreement import agreement

            agreement(**options)
        elif command == "synthesize":
            from training.synthesis.generate import Job, Machine, synthesize

            machine = {k: options.pop(k) for k in ("workers", "calm", "device")}
            synthesize(Job(**options), Machine(**machine))
        else:
            from training.export import export

            export(**options)
    except PosecamError as error:
        print(f"training: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
