"""Train depth and up on what a 2D network sees, kept once (`training.features`).

    python -m training deepen CHECKPOINT --data synth:0.7 lspet:0.3 --features FOLDER \
        --count 60000 --out CHECKPOINT

The 2D network and the lifter stay as they are; `train` can go on from what is written.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from tqdm import tqdm

from posecam import skeleton
from posecam.errors import PosecamError
from training.augment import NONE
from training.checkpoint import load_what_fits, read_checkpoint, saved_network, write_checkpoint
from training.datasets import read
from training.datasets.store import cache_folder
from training.features import KeptFeatures, keep_features
from training.keypoint_metrics import SCALES_68
from training.loop import Progress
from training.network.lift import clamped_spread
from training.network.lite import HourglassLite
from training.network.upright import UpHead
from training.optimise import learning_rate
from training.options import TrainOptions
from training.stages import STAGES, depth_losses
from training.train import training_sets
from training.views import bone_ratios, known_poses

_RATE = 1e-3
_DECAY = 0.05
#: Of all samples, to measure what features are like.
_MEASURED = 2048
#: Samples of people held out, and the trust in a depth from which on it counts for the spread.
_HELD_OUT, _CERTAIN = 1024, 0.5


def deepen(
    checkpoint: Path,
    data: Sequence[str],
    features: Path,
    out: Path,
    count: int = 60000,
    held_out: Sequence[Path] = (),
    steps: int = 6000,
    minutes: float | None = None,
    batch: int = 256,
    seed: int = 1,
    threads: int = 2,
    anatomy: Path | None = None,
    anatomy_trust: float = 1.0,
) -> None:
    """Write a checkpoint whose depth and up are learnt anew.

    Args:
        data: `DIR:SHARE`, sets with their share of the samples.
        features: folder that what the network sees is kept in; a run that was cut off goes on.
        count: of samples to look at.
        held_out: people who are not in `data`, whose depth is known: the spread is brought to what
            their errors are, since those of people learnt from are smaller.
        steps, minutes: of learning, after that; whichever ends first.
        anatomy, anatomy_trust: as of `train`.

    Raises:
        PosecamError: no checkpoint, one of a network without a lifter, or nothing to learn from.
    """
    if count < 1 or steps < 1 or (minutes is not None and minutes <= 0):
        raise PosecamError("--count, --steps and --minutes are more than 0.")
    torch.set_num_threads(threads)
    torch.manual_seed(seed)
    state = read_checkpoint(checkpoint)
    network = saved_network(state)
    if not isinstance(network, HourglassLite):
        raise PosecamError(f"{checkpoint} is a {state['configuration']}, which has no lifter.")
    load_what_fits(network, state["average"])
    cache = cache_folder()
    options = TrainOptions(features, data=tuple(data), anatomy=anatomy, anatomy_trust=anatomy_trust)
    sets = training_sets(options, cache)
    poses = known_poses([records for records, _ in sets])
    parts = keep_features(network, sets, count, features, seed=seed, cache=cache)
    network.fusion = network.fusion.anew()
    network.up = UpHead(network.fusion.width)
    progress = Progress(0, steps, budget_s=None if minutes is None else 60 * minutes)
    error = learn(network, KeptFeatures(parts), bone_ratios(poses), progress, batch, seed)
    if held_out:
        others = [(read(folder, "all"), 1.0) for folder in held_out]
        unseen = keep_features(
            network, others, _HELD_OUT, features / "held-out", cache=cache, strength=NONE
        )
        calibrate(network, KeptFeatures(unseen))
    state["average"] = network.state_dict()
    state["network"] = state["average"]
    state.pop("optimiser", None)
    write_checkpoint(out, state)
    print(f"{out}: depth loss {error:.4f}")


def learn(
    network: HourglassLite,
    kept: KeptFeatures,
    canonical: Tensor,
    progress: Progress,
    batch: int,
    seed: int,
) -> float:
    """Train depth and up of the network in place; the last smoothed loss of depth.

    Args:
        canonical: (30,) of `bone_ratios`.
    """
    rng = np.random.default_rng(seed)
    fusion, stage = network.fusion, STAGES[3]
    seen, _ = kept.draw(min(_MEASURED, len(kept)), rng)
    fusion.standard.settle(seen.under)
    fusion.standard_whole.settle(seen.whole)
    network.eval().requires_grad_(False)
    parts = network.depth_parts()
    for part in parts:
        part.train().requires_grad_(True)
    parameters = [p for part in parts for p in part.parameters()]
    optimiser = torch.optim.AdamW(parameters, lr=_RATE, weight_decay=_DECAY)
    running = float("nan")
    progress.start()
    with tqdm(desc="depth", total=progress.steps, unit="step", mininterval=10) as bar:
        while not progress.done:
            for group in optimiser.param_groups:
                group["lr"] = learning_rate(progress.share, _RATE)
            seen, labels = kept.draw(batch, rng)
            with torch.autocast("cpu", torch.bfloat16):
                output = network.tell([], seen)
            loss, said = depth_losses(output, labels, stage, network.size, canonical)
            optimiser.zero_grad(set_to_none=True)
            torch.autograd.backward(loss)
            nn.utils.clip_grad_norm_(parameters, 5.0)
            optimiser.step()
            progress.step += 1
            value = float(said["depth"])
            running = value if math.isnan(running) else 0.98 * running + 0.02 * value
            bar.set_postfix(depth=f"{running:.4f}", up=f"{float(said['up']):.3f}", refresh=False)
            bar.update()
    network.requires_grad_(True)
    return running


@torch.no_grad()
def calibrate(network: HourglassLite, kept: KeptFeatures) -> float:
    """Widen or narrow the spread to what these people's errors are; by how much it was."""
    seen, labels = kept.draw(len(kept), np.random.default_rng(0))
    output = network.eval().tell([], seen)
    known = (labels.depth_weight > _CERTAIN) & (
        torch.arange(labels.depth.shape[1]) != skeleton.ROOT
    )
    share = (output.depth - labels.depth).abs() * torch.exp(-clamped_spread(output.spread))
    factor = float(share[known].quantile(0.68)) / SCALES_68
    network.fusion.spread.bias.add_(math.log(factor))
    tqdm.write(f"depth of people held out: the spread is {factor:.2f} times what was learnt")
    return factor
