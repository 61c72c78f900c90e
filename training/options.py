"""Every knob of a training run, named and explained; the command line is made of these fields."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated

from posecam.errors import PosecamError
from training.augment import Augmentation
from training.knobs import Knob
from training.stages import STAGES, Stage


@dataclass(frozen=True, slots=True)
class TrainOptions:
    """One run."""

    run: Annotated[Path, Knob("folder of the run: checkpoints and curve")]
    stage: Annotated[
        int, Knob("1: 2D; 2: depth and up too; 3: the geometric constraint as well")
    ] = 1
    configuration: Annotated[str, Knob("fast, balanced, best or hourglass-2x256")] = "balanced"
    size: Annotated[
        int | None, Knob("side of the input, px; the configuration's own if absent")
    ] = None

    # Data.
    data: Annotated[
        tuple[str, ...],
        Knob("sets to train on; rendered: people of --render", metavar="DIR[:SHARE]"),
    ] = ()
    val: Annotated[tuple[str, ...], Knob("sets to score on", ("--check",), "DIR")] = ()
    val_count: Annotated[int, Knob("images of each set to score on", ("--check-count",))] = 300
    negatives: Annotated[
        tuple[Path, ...], Knob("folders of images without people", metavar="DIR")
    ] = ()
    negative_share: Annotated[float, Knob("of a batch that shows no person")] = 0.04
    relabel: Annotated[
        Path | None,
        Knob("network whose opinion corrects labels; .onnx or .pt", ("--mend",), "NETWORK"),
    ] = None
    anatomy: Annotated[
        Path | None,
        Knob("offsets that bring labels to joint centres, from `anatomy`", metavar="FILE"),
    ] = None
    anatomy_trust: Annotated[float, Knob("what a moved label counts, 0..1")] = 1.0
    teacher_depth: Annotated[float, Knob("weight of a teacher's depth beside a known one")] = 0.0
    full_rotation_prob: Annotated[
        float | None, Knob("share of images that turn by any angle", ("--any-turn",))
    ] = None

    # People rendered meanwhile.
    render: Annotated[int, Knob("processes that render people for `rendered` of --data")] = 0
    render_keep: Annotated[int, Knob("rendered people kept in memory, the newest")] = 60_000
    render_seed: Annotated[int, Knob("of rendered people")] = 2027
    render_assets: Annotated[
        Path | None, Knob("clothes, hair, skins, panoramas; plain ones if absent", metavar="DIR")
    ] = None
    render_mocap: Annotated[
        Path | None, Knob("file of motion; made-up postures if absent", metavar="FILE")
    ] = None
    render_device: Annotated[int | None, Knob("EGL device that draws, 0 the first")] = None

    # Where to begin.
    start: Annotated[Path | None, Knob("checkpoint or .onnx to begin from")] = None
    movenet: Annotated[Path | None, Knob("folder of movenet-*.json and .bin")] = None

    # How long and how fast.
    steps: Annotated[int, Knob("of the optimiser in the whole run")] = 4000
    minutes: Annotated[
        float | None, Knob("of training in the whole run, if that ends before the steps")
    ] = None
    batch: Annotated[int, Knob("images a step")] = 32
    rate: Annotated[float | None, Knob("peak learning rate; the stage's own if absent")] = None
    pretrained_rate: Annotated[
        float | None, Knob("the same of parts that start from public weights")
    ] = None
    hold_pretrained: Annotated[
        float | None, Knob("share of the run during which those parts do not move; 1: never")
    ] = None
    hold_norms: Annotated[
        bool, Knob("norms keep the statistics that they start with: short runs")
    ] = False
    only_depth: Annotated[bool, Knob("move depth and up alone")] = False
    sigma: Annotated[float, Knob("of the heatmaps' Gaussians, cells of 4 px")] = 1.75
    ema_decay: Annotated[float, Knob("of the moving average of the weights", ("--average",))] = (
        0.998
    )

    # A larger network's opinion.
    distil: Annotated[
        Path | None, Knob("network to learn from on every image; .onnx or .pt", metavar="NETWORK")
    ] = None
    distil_weight: Annotated[float, Knob("of its heatmaps beside the labels'")] = 0.5

    # The machine.
    eval_interval: Annotated[
        int, Knob("steps between two scores and checkpoints", ("--every",))
    ] = 500
    half: Annotated[
        Path | None,
        Knob("at every checkpoint, write averaged weights in half precision too", metavar="FILE"),
    ] = None
    seed: Annotated[int, Knob("of samples and of what starts from nothing")] = 1
    threads: Annotated[int, Knob("of PyTorch; one where others use the machine")] = 2
    device: Annotated[str, Knob("cpu or cuda")] = "cpu"
    compile: Annotated[bool, Knob("compile the network first: pays in long runs on a GPU")] = False
    augment: Annotated[
        str | None,
        Knob("where images are changed: processor, or device; device on a GPU if absent"),
    ] = None

    strength: Augmentation = field(default_factory=Augmentation)


def chosen_stage(options: TrainOptions) -> Stage:
    """The stage with what the command line changed of it.

    Raises:
        PosecamError: there is no such stage.
    """
    if options.stage not in STAGES:
        raise PosecamError(f"there is no stage {options.stage}; choose from {list(STAGES)}.")
    given = {
        name: getattr(options, name) for name in ("rate", "pretrained_rate", "hold_pretrained")
    }
    changed = {name: value for name, value in given.items() if value is not None}
    stage = replace(STAGES[options.stage], **changed)
    if options.only_depth:
        stage = replace(stage, only_depth=True, heatmap=0.0)
    return stage


def chosen_strength(options: TrainOptions) -> Augmentation:
    """How images are spoiled, with what the command line changed of it.

    Raises:
        PosecamError: a share outside 0..1.
    """
    share = options.full_rotation_prob
    if share is None:
        return options.strength
    if not 0 <= share <= 1:
        raise PosecamError(f"--full-rotation-prob is a share of the images, 0 to 1, not {share}.")
    return replace(options.strength, full_rotation_prob=share)
