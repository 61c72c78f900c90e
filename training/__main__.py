"""python -m training: everything about networks, from images to the files that ship."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from posecam.errors import PosecamError

#: Commands whose options are the arguments of a function; it is imported when it is called.
_FUNCTIONS = {
    "agreement": "agreement.agreement",
    "bundle": "bundle.bundle",
    "deepen": "deepen.deepen",
    "evaluate": "evaluate.evaluate",
    "export": "export.export",
    "lift": "lift.lift",
    "mean": "soup.mean",
    "quantise": "quantise.quantise",
    "scale-depth-correction": "scale_depth_correction.scale_depth_correction",
    "temper": "scale_depth_correction.scale_depth_correction",
    "halve": "half.halve",
    "speed": "speed.speed",
    "unpack": "unpack.unpack",
}

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)

    _add_train(commands, words)
    evaluate = commands.add_parser("evaluate", help="score a network on labelled images")
    evaluate.add_argument(
        "folders", nargs="+", type=Path, metavar="FOLDER", help="or a video: its side flips"
    )
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
    evaluate.add_argument(
        "--takes", type=Path, metavar="DIR", help="score NAME.npz of clips with marker mocap"
    )

    export = commands.add_parser("export", help="write the .onnx of a checkpoint")
    export.add_argument("checkpoint", type=Path)
    export.add_argument("--out", type=Path, required=True)
    export.add_argument("--data-names", default="", help="training data, for the file's metadata")
    export.add_argument("--metrics", default="", help="figures, for the file's metadata")
    _add_depth(commands)
    mean = commands.add_parser("mean", help="average the weights of checkpoints of one line")
    mean.add_argument("checkpoints", nargs="+", type=Path, metavar="CHECKPOINT")
    mean.add_argument("--out", type=Path, required=True, help="checkpoint to write")
    for name, text in (
        ("scale-depth-correction", "correct the lifter's depth less than was learnt"),
        ("temper", argparse.SUPPRESS),
    ):
        scaled = commands.add_parser(name, help=text)
        scaled.add_argument("checkpoint", type=Path)
        scaled.add_argument("--share", type=float, required=True, help="of the correction, 0..1")
        scaled.add_argument("--out", type=Path, required=True, help="checkpoint to write")

    anatomy = commands.add_parser("anatomy", help="how far labels are from the centres of joints")
    anatomy.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    anatomy.add_argument(
        "--network", type=Path, required=True, help="trained on rendered people alone; .onnx or .pt"
    )
    anatomy.add_argument("--out", type=Path, required=True, help="file for `train --anatomy`")
    anatomy.add_argument("--count", type=int, default=1500, help="of photos; default: 1500")

    quantise = commands.add_parser("quantise", help="write the INT8 forms of an exported network")
    quantise.add_argument("network", type=Path)
    quantise.add_argument("--data", type=Path, required=True, help="images to calibrate on")
    quantise.add_argument("--out", type=Path, help="of the processor's form")

    agreement = commands.add_parser("agreement", help="how far apart the engines place the joints")
    agreement.add_argument("folder", type=Path, help="labelled images of people")
    agreement.add_argument("--network", type=Path, help=".onnx; default: the shipped one")
    agreement.add_argument("--checkpoint", type=Path, help="what it was exported from, to compare")
    agreement.add_argument("--count", type=int, default=64, help="of images; default: 64")

    _add_machine(commands, words)

    from training.synthesis.__main__ import add_synthesize

    add_synthesize(commands.add_parser("synthesize", help="render people with known keypoints"))
    commands.add_parser("detector", help="the person detector, with commands of its own")
    commands.add_parser("motion", help="the network over time, with commands of its own")
    return parser


def _add_depth(commands: Commands) -> None:
    """What trains depth alone."""
    lift = commands.add_parser("lift", help="train the part that lifts 2D joints, on 3D poses")
    lift.add_argument("checkpoint", type=Path)
    lift.add_argument("--data", nargs="+", type=Path, required=True, help="annotated folders")
    lift.add_argument("--out", type=Path, required=True, help="checkpoint to write")
    lift.add_argument("--steps", type=int, default=3000)
    deepen = commands.add_parser("deepen", help="train depth and up on kept features of images")
    deepen.add_argument("checkpoint", type=Path)
    deepen.add_argument("--data", nargs="+", required=True, metavar="DIR:SHARE", help="sets")
    deepen.add_argument("--features", type=Path, required=True, help="folder to keep them in")
    deepen.add_argument("--out", type=Path, required=True, help="checkpoint to write")
    deepen.add_argument("--count", type=int, default=60000, help="of samples; default: 60000")
    deepen.add_argument("--steps", type=int, default=6000, help="of learning; default: 6000")
    deepen.add_argument("--minutes", type=float, help="of learning, if that ends before the steps")
    deepen.add_argument(
        "--held-out",
        nargs="*",
        type=Path,
        default=[],
        metavar="DIR",
        help="sets to tell the spread by",
    )
    deepen.add_argument("--batch", type=int, default=256)
    deepen.add_argument("--anatomy", type=Path, metavar="FILE", help="as of `train`")
    deepen.add_argument("--anatomy-trust", type=float, default=1.0)
    deepen.add_argument("--seed", type=int, default=1)
    deepen.add_argument("--threads", type=int, default=2, help="of PyTorch; default: 2")


def _add_bundle(commands: Commands) -> None:
    bundle = commands.add_parser("bundle", help="pack a training for a machine without a network")
    bundle.add_argument("--out", type=Path, required=True, help="folder of the parts, new")
    bundle.add_argument("--data", nargs="*", type=Path, default=[], metavar="DIR", help="sets")
    bundle.add_argument(
        "--extra", nargs="*", type=Path, default=[], metavar="PATH", help="taken as they are"
    )
    bundle.add_argument("--part-mb", type=int, default=50, help="size of a part; default: 50")
    bundle.add_argument("--side", type=int, default=384, help="of photos, px; default: 384")
    bundle.add_argument("--bodies", type=int, help="of a file of baked bodies; default: all")
    unpack = commands.add_parser("unpack", help="check and unpack a bundle")
    unpack.add_argument("folder", type=Path)
    unpack.add_argument("--into", type=Path, required=True)


def _add_machine(commands: Commands, words: Sequence[str]) -> None:
    """What helps to use a machine for a short time."""
    _add_bundle(commands)
    half = commands.add_parser("halve", help="write averaged weights alone, in half precision")
    half.add_argument("checkpoint", type=Path)
    half.add_argument("--out", type=Path, required=True)
    half.add_argument("--most-mb", type=float, default=16.0, help="of a file; default: 16")
    speed = commands.add_parser("speed", help="images a second of the trainer's step")
    speed.add_argument("--configuration", default="balanced")
    speed.add_argument("--batch", type=int, default=256)
    speed.add_argument("--size", type=int, help="of the input, px")
    speed.add_argument("--device", default="cpu", help="cpu or cuda")
    speed.add_argument("--seconds", type=float, default=6.0, help="to measure; default: 6")
    speed.add_argument("--compile", action="store_true")
    speed.add_argument("--threads", type=int, default=2, help="of PyTorch; default: 2")
    budget = commands.add_parser("budget", help="unpack, measure, train and score in so much time")
    if "budget" in words[:1]:
        from training.budget import BudgetOptions
        from training.knobs import add_knobs

        add_knobs(budget, BudgetOptions)


def _add_train(commands: Commands, words: Sequence[str]) -> None:
    train = commands.add_parser("train", help="run or resume one stage")
    if "train" in words[:1]:  # its knobs are read from the trainer, which imports PyTorch
        from training.knobs import add_knobs
        from training.options import TrainOptions

        add_knobs(train, TrainOptions)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; 2 where the person must change something."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    own = words[:1] in (["detector"], ["motion"])  # have parsers of their own
    options = {} if own else vars(_parser(words).parse_args(words))
    command = words[0] if own else options.pop("command")
    try:
        if command == "train":
            from training.datasets.store import cache_folder
            from training.knobs import from_arguments
            from training.options import TrainOptions
            from training.train import train

            train(from_arguments(TrainOptions, options), cache_folder())
        elif command == "budget":
            from training.budget import BudgetOptions, budget
            from training.knobs import from_arguments
            from training.speed import process_age_s

            budget(from_arguments(BudgetOptions, options), process_age_s())
        elif command == "detector":
            from training.detector.commands import main as detector

            detector(words[1:])
        elif command == "motion":
            from training.motion.commands import main as motion

            motion(words[1:])
        elif command == "anatomy":
            from training.anatomy import anatomy
            from training.datasets.store import cache_folder

            anatomy(**options, cache=cache_folder())
        elif command == "synthesize":
            from training.synthesis.__main__ import run_synthesize

            run_synthesize(options)
        else:
            module, function = _FUNCTIONS[command].rsplit(".", 1)
            getattr(import_module(f"training.{module}"), function)(**options)
    except PosecamError as error:
        print(f"training: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
