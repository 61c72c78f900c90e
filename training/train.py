"""The trainer, from top to bottom.

    python -m training train --stage 1 --run RUN --data DATA/lspet:0.6 ...

Stage 1 learns 2D on photos, stage 2 adds depth where a set knows it, stage 3 adds the geometric
constraint where none does. Everything a run needs to go on is in its folder: `last.pt` (weights,
optimiser, moving average, step) and `curve.csv`.
"""

from __future__ import annotations

import csv
import math
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from tqdm import tqdm

from posecam.errors import PosecamError
from training.augment import Augmentation
from training.batches import Batch, MixedBatches, read_negatives
from training.checkpoint import (
    load_what_fits,
    of_size,
    read_checkpoint,
    saved_network,
    write_checkpoint,
)
from training.datasets import Records, read
from training.distributed import Processes, join
from training.metrics import summary
from training.network import Deployed, Network, build
from training.network.lite import HourglassLite
from training.network.movenet import fetch, load_head, load_trunk, read_arrays
from training.optimise import MovingAverage, learning_rate, parameter_groups
from training.predict import Predictions, predict
from training.second_look import second_look
from training.stages import STAGES, Stage, batch_losses
from training.views import known_poses


@dataclass(frozen=True, slots=True)
class TrainOptions:
    """One run. The command line is made of these fields."""

    run: Path
    stage: int = 1
    configuration: str = "hourglass-lite"
    data: tuple[str, ...] = ()
    check: tuple[str, ...] = ()
    negatives: tuple[Path, ...] = ()
    negative_share: float = 0.04
    movenet: Path | None = None
    start: Path | None = None
    mend: Path | None = None
    any_turn: float | None = None
    steps: int = 4000
    batch: int = 32
    rate: float | None = None
    pretrained_rate: float | None = None
    hold_pretrained: float | None = None
    only_depth: bool = False
    teacher_depth: float = 0.0
    sigma: float = 1.75
    average: float = 0.998
    every: int = 500
    check_count: int = 300
    seed: int = 1
    threads: int = 2
    size: int | None = None
    device: str = "cpu"
    strength: Augmentation = field(default_factory=Augmentation)


def parse_set(text: str, split: str, teacher: bool) -> tuple[Records, float]:
    """`DIR`, `DIR:share` to records and share."""
    path, _, share = text.rpartition(":")
    if not path:
        path, share = text, "1"
    try:
        weight = float(share)
    except ValueError:
        path, weight = text, 1.0
    return read(Path(path), split, teacher), weight


def with_trust(records: Records, teacher_depth: float) -> Records:
    """Records whose depth counts this much where it is a teacher's opinion."""
    opinion = ~np.isfinite(records.joints_3d).any((1, 2))
    weight = records.depth_weight * np.where(opinion, np.float32(teacher_depth), np.float32(1))
    return replace(records, depth_weight=weight)


def check_network(network: Network, records: Records) -> tuple[dict[str, float], Predictions]:
    """Figures of the network as it would be exported, where its weights are."""
    device = next(network.parameters()).device
    deployed = Deployed(network).eval().to(device)

    def run(images: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        with torch.no_grad(), torch.autocast(device.type, torch.bfloat16):
            pictures = torch.from_numpy(images).to(device)
            joints, scores = deployed(pictures.contiguous(memory_format=torch.channels_last))
        return joints.float().cpu().numpy(), scores.float().cpu().numpy()

    found = predict(run, network.size, records, batch=16, progress=False)
    return summary(found.joints_2d, found.joints_3d, records), found


def load_start(network: Network, options: TrainOptions, cache: Path) -> None:
    """Weights to begin with: a checkpoint, or MoveNet's public ones."""
    if options.start is not None:
        start = read_checkpoint(options.start, options.configuration)
        weights = of_size(network, start["average"], saved_network(start).size)
        new = load_what_fits(network, weights)
        if new:
            print(f"{options.start} has no {', '.join(sorted(new))}: these parts start afresh.")
    elif isinstance(network, HourglassLite):
        folder = options.movenet or cache / "movenet"
        fetch(folder)
        width = "thunder" if network.trunk.stem.out_channels > 32 else "lightning"
        arrays = read_arrays(folder / f"movenet-{width}.json")
        load_trunk(network.trunk, arrays)
        load_head(network.head, arrays)


def chosen_stage(options: TrainOptions) -> Stage:
    """The stage with what the command line changed of it."""
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
    """How pictures are spoiled, with what the command line changed of it."""
    if options.any_turn is None:
        return options.strength
    if not 0 <= options.any_turn <= 1:
        raise PosecamError(
            f"--any-turn is a share of the pictures, 0 to 1, not {options.any_turn}."
        )
    return replace(options.strength, any_turn=options.any_turn)


class Trainer:
    """Weights, optimiser and moving average of a run, fresh or resumed."""

    def __init__(
        self,
        options: TrainOptions,
        cache: Path,
        poses: Tensor | None = None,
        processes: Processes | None = None,
    ) -> None:
        self.options = options
        self.poses = poses
        self.processes = processes or Processes()
        self.stage = chosen_stage(options)
        self.network = build(options.configuration, options.size)
        self.last = options.run / "last.pt"
        self.step = 0
        resumed: dict[str, Any] | None = None
        if self.last.is_file():
            resumed = read_checkpoint(self.last, options.configuration)
            size = saved_network(resumed).size
            if size != self.network.size:
                raise PosecamError(
                    f"{self.last} has an input of {size} px, not {self.network.size}: begin a new "
                    f"run with --start {self.last}."
                )
            self.network.load_state_dict(resumed["network"])
            self.step = int(resumed["step"])
        else:
            load_start(self.network, options, cache)
        self.network.to(self.processes.device)
        if self.processes.count > 1 and self.processes.device.type == "cuda":
            nn.SyncBatchNorm.convert_sync_batchnorm(self.network)  # type: ignore[no-untyped-call]
        for parameter in self.network.parameters():
            if parameter.ndim == 4:
                parameter.data = parameter.data.contiguous(memory_format=torch.channels_last)
        self.optimiser = torch.optim.AdamW(parameter_groups(self.network, self.stage), lr=0.0)
        self.average = MovingAverage(self.network, options.average)
        if resumed is not None:
            self.optimiser.load_state_dict(resumed["optimiser"])
            self.average.state = {
                k: v.to(self.processes.device) for k, v in resumed["average"].items()
            }
            self.average.count = self.step
            # The peaks are this run's, not the earlier one's.
            fresh = parameter_groups(self.network, self.stage)
            for group, wanted in zip(self.optimiser.param_groups, fresh, strict=True):
                group["peak"] = wanted["peak"]

    def learn(self, batch: Batch) -> dict[str, float]:
        """One step; the parts of the loss by name."""
        steps = self.options.steps
        held = self.step < int(self.stage.hold_pretrained * steps)
        for group in self.optimiser.param_groups:
            hold = self.stage.hold_pretrained if group["name"] == "pretrained" else 0.0
            group["lr"] = learning_rate(self.step, steps, group["peak"], hold)
        for part in self.network.pretrained_parts():
            part.requires_grad_(not held)
        self.network.train()
        if self.stage.only_depth:
            self.network.eval().requires_grad_(False)
            for part in self.network.depth_parts():
                part.train().requires_grad_(True)
        for part in self.network.still_parts():
            part.eval().requires_grad_(False)
        batch = batch.to(self.processes.device)
        total, parts = batch_losses(self.network, batch, self.stage, self.options.sigma, self.poses)
        self.optimiser.zero_grad(set_to_none=True)
        torch.autograd.backward(total)
        self.processes.average_gradients(self.network)
        nn.utils.clip_grad_norm_(self.network.parameters(), 5.0)
        self.optimiser.step()
        self.processes.average_buffers(self.network)
        self.average.update(self.network)
        self.step += 1
        return self.processes.mean(parts)


def train(options: TrainOptions, cache: Path) -> None:
    """Run or resume one stage, alone or with the other processes of a torchrun."""
    processes = join(options.device)
    try:
        _train(options, cache, processes)
    finally:
        processes.leave()


def _train(options: TrainOptions, cache: Path, processes: Processes) -> None:
    if options.batch % processes.count:
        raise PosecamError(
            f"a batch of {options.batch} cannot be shared by {processes.count} processes."
        )
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    sets = [parse_set(text, "train", teacher=True) for text in options.data]
    sets = [(with_trust(records, options.teacher_depth), share) for records, share in sets]
    mend = options.mend
    if mend is not None:
        # In turn: what the first process is told is kept for the others.
        sets = processes.in_turn(lambda: [(second_look(r, mend, cache), s) for r, s in sets])
    checks = [parse_set(text, "val", teacher=False)[0] for text in options.check]
    thin = np.random.RandomState(0)
    checks = [c.take(np.sort(thin.permutation(len(c))[: options.check_count])) for c in checks]
    options.run.mkdir(parents=True, exist_ok=True)
    solid = [r for r, _ in sets if np.isfinite(r.joints_3d).all((1, 2)).any()]
    poses = known_poses(solid) if solid else None
    trainer = processes.in_turn(lambda: Trainer(options, cache, poses, processes))
    batches = processes.in_turn(
        lambda: MixedBatches(
            sets,
            read_negatives(options.negatives),
            options.negative_share,
            options.batch,
            trainer.network.size,
            chosen_strength(options),
            options.seed + trainer.step,
            cache,
            processes.rank,
            processes.count,
        )
    )
    shadow = build(options.configuration, options.size).to(processes.device)
    bar = tqdm(
        total=options.steps, initial=trainer.step, unit="step", mininterval=5,
        disable=not processes.first,
    )  # fmt: skip
    running: dict[str, float] = {}
    started, first = time.monotonic(), trainer.step
    try:
        if trainer.step == 0 and processes.first:
            report(options, 0, {}, trainer.average, shadow, checks, 0.0)
        for batch in batches:
            if trainer.step >= options.steps:
                break
            for key, value in trainer.learn(batch).items():
                running[key] = 0.98 * running.get(key, value) + 0.02 * value
            bar.update()
            bar.set_postfix({k: f"{v:.3f}" for k, v in running.items()}, refresh=False)
            due = trainer.step % options.every == 0 or trainer.step == options.steps
            if due and processes.first:
                speed = (trainer.step - first) * options.batch / (time.monotonic() - started)
                save(trainer)
                report(options, trainer.step, running, trainer.average, shadow, checks, speed)
    finally:
        batches.close()
        bar.close()


def save(trainer: Trainer) -> None:
    """Write everything that the run needs to go on."""
    write_checkpoint(
        trainer.last,
        {
            "configuration": trainer.options.configuration,
            "size": trainer.network.size,
            "stage": trainer.options.stage,
            "step": trainer.step,
            "network": trainer.network.state_dict(),
            "average": trainer.average.state,
            "optimiser": trainer.optimiser.state_dict(),
        },
    )


def report(
    options: TrainOptions,
    step: int,
    losses: dict[str, float],
    average: MovingAverage,
    shadow: Network,
    checks: list[Records],
    speed: float,
) -> None:
    """One line of the curve: losses and the figures of the averaged weights on every check set."""
    shadow.load_state_dict(average.state)
    row: dict[str, float] = {"step": step, "images_per_s": round(speed, 1), **losses}
    for records in checks:
        figures, _ = check_network(shadow, records)
        row |= {f"{records.name} {k}": v for k, v in figures.items() if math.isfinite(v)}
    row = {k: round(v, 4) for k, v in row.items()}
    tqdm.write("  ".join(f"{k} {v:g}" for k, v in row.items()))
    path = options.run / "curve.csv"
    lines: list[dict[str, object]] = []
    if path.is_file():
        with path.open(newline="") as stream:
            lines = list(csv.DictReader(stream))
    lines.append(dict(row))
    names = list(dict.fromkeys(key for line in lines for key in line))
    with path.open("w", newline="") as stream:
        writer = csv.DictWriter(stream, names)
        writer.writeheader()
        writer.writerows(lines)
