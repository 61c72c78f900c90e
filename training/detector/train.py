"""The detector's trainer.

python -m training detector train --run RUN --data DATA --rendered DIR ...

A run that was cut off goes on from `last.pt` in its folder; `curve.csv` has the losses.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import numpy as np
import torch
from torch import nn

from training.checkpoint import read_checkpoint, write_checkpoint
from training.datasets.store import cache_folder
from training.detector.compose import Composer
from training.detector.network import CONFIGURATION, SIZE, DetectorNetwork
from training.detector.people import Cutouts, Photos, photo_folders
from training.detector.surroundings import ASSETS, Surroundings
from training.detector.targets import Batch, detector_loss, make_batch
from training.knobs import Knob
from training.loop import Progress, fit, made_ahead
from training.optimise import MovingAverage, learning_rate


@dataclass(frozen=True, slots=True)
class TrainOptions:
    """One run. The command line is made of these fields."""

    run: Annotated[Path, Knob("folder of the run: checkpoints and curve")]
    data: Annotated[Path, Knob("folder with lspet, ccp and synth_assets")]
    rendered: Annotated[tuple[Path, ...], Knob("folders of `python -m training synthesize`")]
    movenet: Annotated[Path | None, Knob("folder of movenet-*.json and .bin")] = None
    start: Annotated[Path | None, Knob("checkpoint to begin from")] = None
    size: Annotated[tuple[int, int], Knob("height and width of the input, px", metavar="PX")] = SIZE
    steps: Annotated[int, Knob("of the optimiser in the whole run")] = 2500
    batch: Annotated[int, Knob("images a step")] = 24
    rate: Annotated[float, Knob("peak learning rate")] = 1.5e-3
    pretrained_rate: Annotated[float, Knob("the same of the pretrained parts")] = 2e-4
    hold_pretrained: Annotated[float, Knob("share of the run in which those do not move")] = 0.06
    ema_decay: Annotated[float, Knob("of the averaged weights", ("--average",))] = 0.998
    eval_interval: Annotated[int, Knob("steps between checkpoints", ("--every",))] = 100
    views: Annotated[int, Knob("backgrounds cut from the panoramas")] = 1000
    seed: Annotated[int, Knob("of scenes and of what starts from nothing")] = 1
    threads: Annotated[int, Knob("of PyTorch")] = 2


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
        self.progress = Progress(0, options.steps)
        resumed = read_checkpoint(self.last, CONFIGURATION) if self.last.is_file() else None
        if resumed is not None:
            self.network.load_state_dict(resumed["network"])
            self.progress.step = int(resumed["step"])
        elif options.start is not None:
            self.network.load_state_dict(load_network(options.start).state_dict())
        else:
            self.network.load_movenet(options.movenet or cache_folder() / "movenet")
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
        self.average = MovingAverage(self.network, options.ema_decay)
        if resumed is not None:
            self.optimiser.load_state_dict(resumed["optimiser"])
            self.average.state = resumed["average"]
            self.average.count = self.progress.step

    def learn(self, batch: Batch) -> dict[str, float]:
        """One step; the parts of the loss by name."""
        share = self.progress.share
        for group in self.optimiser.param_groups:
            group["lr"] = learning_rate(share, group["peak"], group["hold"])
        held = share < self.options.hold_pretrained
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
        self.progress.step += 1
        self.progress.images += len(batch.image)
        return parts

    def save(self) -> None:
        """Write a checkpoint so that a kill in the middle leaves the old one."""
        state = {
            "configuration": CONFIGURATION,
            "size": list(self.options.size),
            "step": self.progress.step,
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
    rng = np.random.default_rng([options.seed, trainer.progress.step])
    scenes = composer(options.data, options.rendered, options.size, options.views, options.seed)
    batches = made_ahead(lambda: make_batch([scenes.scene(rng) for _ in range(options.batch)]))
    try:
        fit(
            trainer,
            batches,
            eval_interval=options.eval_interval,
            curve=options.run / "curve.csv",
        )
    finally:
        batches.close()
