"""The detector's trainer.

python -m training detector train --run RUN --data DATA --rendered DIR ...

A run that was cut off goes on from `last.pt` in its folder; `curve.csv` has the losses.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn
from tqdm import tqdm

from training.checkpoint import read_checkpoint, write_checkpoint
from training.detector.compose import Composer
from training.detector.network import CONFIGURATION, SIZE, DetectorNetwork
from training.detector.people import Cutouts, Photos, photo_folders
from training.detector.surroundings import ASSETS, Surroundings
from training.detector.targets import Batch, detector_loss, make_batch
from training.optimise import MovingAverage, learning_rate
from training.prefetch import Prefetched


@dataclass(frozen=True, slots=True)
class TrainOptions:
    """One run. The command line is made of these fields."""

    run: Path
    data: Path
    rendered: tuple[Path, ...]
    movenet: Path
    start: Path | None = None
    size: tuple[int, int] = SIZE
    steps: int = 2500
    batch: int = 24
    rate: float = 1.5e-3
    pretrained_rate: float = 2e-4
    hold_pretrained: float = 0.06
    average: float = 0.998
    every: int = 100
    views: int = 1000
    seed: int = 1
    threads: int = 2


def composer(
    data: Path, rendered: tuple[Path, ...], size: tuple[int, int], views: int, seed: int
) -> Composer:
    """Scenes of what there is to train on; `views` backgrounds are cut from the panoramas."""
    photos = [Photos(folder, "train") for folder in photo_folders(data)]
    surroundings = Surroundings(data / ASSETS, photos, views=views, seed=seed)
    return Composer(Cutouts(rendered), photos, surroundings, size)


def load_network(checkpoint: Path) -> DetectorNetwork:
    """The network of a checkpoint with its averaged weights."""
    state = read_checkpoint(checkpoint, CONFIGURATION)
    height, width = state["size"]
    network = DetectorNetwork((int(height), int(width)))
    network.load_state_dict(state["average"])
    return network.eval()


class Trainer:
    """Weights, optimiser and moving average of a run, fresh or resumed."""

    def __init__(self, options: TrainOptions) -> None:
        self.options = options
        self.network = DetectorNetwork(options.size)
        self.last = options.run / "last.pt"
        self.step = 0
        resumed = read_checkpoint(self.last, CONFIGURATION) if self.last.is_file() else None
        if resumed is not None:
            self.network.load_state_dict(resumed["network"])
            self.step = int(resumed["step"])
        elif options.start is not None:
            self.network.load_state_dict(load_network(options.start).state_dict())
        else:
            self.network.load_movenet(options.movenet)
        for parameter in self.network.parameters():
            if parameter.ndim == 4:
                parameter.data = parameter.data.contiguous(memory_format=torch.channels_last)
        gentle = [p for part in self.network.pretrained_parts() for p in part.parameters()]
        known = {id(p) for p in gentle}
        fresh = [p for p in self.network.parameters() if id(p) not in known]
        self.optimiser = torch.optim.AdamW(
            [
                {"params": fresh, "peak": options.rate, "hold": 0.0},
                {
                    "params": gentle,
                    "peak": options.pretrained_rate,
                    "hold": options.hold_pretrained,
                },
            ],
            lr=0.0,
            weight_decay=1e-4,
        )
        self.average = MovingAverage(self.network, options.average)
        if resumed is not None:
            self.optimiser.load_state_dict(resumed["optimiser"])
            self.average.state = resumed["average"]
            self.average.count = self.step

    def learn(self, batch: Batch) -> dict[str, float]:
        """One step; the parts of the loss by name."""
        steps = self.options.steps
        for group in self.optimiser.param_groups:
            group["lr"] = learning_rate(self.step, steps, group["peak"], group["hold"])
        held = self.step < int(self.options.hold_pretrained * steps)
        for part in self.network.pretrained_parts():
            part.requires_grad_(not held)
        self.network.train()
        with torch.autocast("cpu", torch.bfloat16):
            maps = self.network(batch.image)
        total, parts = detector_loss(maps, batch)
        self.optimiser.zero_grad(set_to_none=True)
        torch.autograd.backward(total)
        nn.utils.clip_grad_norm_(self.network.parameters(), 10.0)
        self.optimiser.step()
        self.average.update(self.network)
        self.step += 1
        return parts

    def save(self) -> None:
        """Write a checkpoint so that a kill in the middle leaves the old one."""
        state = {
            "configuration": CONFIGURATION,
            "size": list(self.options.size),
            "step": self.step,
            "network": self.network.state_dict(),
            "average": self.average.state,
            "optimiser": self.optimiser.state_dict(),
        }
        write_checkpoint(self.last, state)


def train(options: TrainOptions) -> None:
    """Run or resume a training."""
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    options.run.mkdir(parents=True, exist_ok=True)
    trainer = Trainer(options)
    rng = np.random.default_rng([options.seed, trainer.step])
    scenes = composer(options.data, options.rendered, options.size, options.views, options.seed)
    batches = Prefetched(lambda: make_batch([scenes.scene(rng) for _ in range(options.batch)]))
    bar = tqdm(total=options.steps, initial=trainer.step, unit="step", mininterval=5)
    running: dict[str, float] = {}
    started, first = time.monotonic(), trainer.step
    try:
        for batch in batches:
            if trainer.step >= options.steps:
                break
            for key, value in trainer.learn(batch).items():
                running[key] = 0.98 * running.get(key, value) + 0.02 * value
            bar.update()
            bar.set_postfix({k: f"{v:.3f}" for k, v in running.items()}, refresh=False)
            if trainer.step % options.every == 0 or trainer.step == options.steps:
                trainer.save()
                speed = (trainer.step - first) * options.batch / (time.monotonic() - started)
                _note(options.run / "curve.csv", trainer.step, speed, running)
    finally:
        batches.close()
        bar.close()


def _note(path: Path, step: int, speed: float, losses: dict[str, float]) -> None:
    fresh = not path.is_file()
    with path.open("a", encoding="utf-8") as stream:
        if fresh:
            stream.write(",".join(["step", "images_per_s", *losses]) + "\n")
        figures = [f"{v:.4f}" for v in losses.values()]
        stream.write(",".join([str(step), f"{speed:.1f}", *figures]) + "\n")
