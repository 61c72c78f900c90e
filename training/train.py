"""The trainer, from top to bottom; `trainer` has its step.

    python -m training train --stage 1 --run RUN --data DATA/lspet:0.6 ...

Stage 1 learns 2D on photos, stage 2 adds depth and which way is up where a set knows them, stage 3
adds the geometric constraint where none does. Everything a run needs to go on is in its folder:
`last.pt` (weights, optimiser, moving average, step) and `curve.csv`.
"""

from __future__ import annotations

import itertools
import math
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import numpy as np
import torch

from posecam import skeleton
from posecam.errors import PosecamError
from training.anatomy import anatomical
from training.batches import Batch, MixedBatches, Share, read_negatives
from training.checkpoint import (
    read_checkpoint,
)
from training.datasets import Records, read
from training.datasets.anatomy import read_offsets
from training.device_batches import DeviceBatches, RawBatch
from training.distributed import DistributedContext, join
from training.keypoint_metrics import keypoint_figures
from training.loop import fit
from training.metrics import summary
from training.network import Deployed, Network, build
from training.options import TrainOptions, chosen_strength
from training.predict import Predictions, predict
from training.relabel import relabel
from training.rendering.feed import RenderFeed, RenderOptions
from training.rendering.reservoir import NAME as RENDERED
from training.trainer import Trainer
from training.views import known_poses

#: Batches of which norms take their statistics that an exported file has lost.
_SETTLING = 16


def parse_set(text: str, split: str, teacher: bool) -> tuple[Records, float]:
    """`DIR`, `DIR:share` to records and share."""
    path, weight = split_share(text)
    return read(Path(path), split, teacher), weight


def split_share(text: str) -> tuple[str, float]:
    """`NAME` or `NAME:share`; the share is 1 if absent."""
    path, _, share = text.rpartition(":")
    try:
        return (path, float(share)) if path else (text, 1.0)
    except ValueError:
        return text, 1.0


def with_trust(records: Records, teacher_depth: float) -> Records:
    """Records whose depth counts this much where it is a teacher's opinion."""
    opinion = ~np.isfinite(records.joints_3d).any((1, 2))
    weight = records.depth_weight * np.where(opinion, np.float32(teacher_depth), np.float32(1))
    return replace(records, depth_weight=weight)


def check_network(network: Network, records: Records) -> tuple[dict[str, float], Predictions]:
    """Figures of the network as it would be exported, where its weights are."""
    device = next(network.parameters()).device
    deployed = Deployed(network).eval().to(device)

    def run(images: np.ndarray) -> dict[str, np.ndarray]:
        with torch.no_grad(), torch.autocast(device.type, torch.bfloat16):
            batch = torch.from_numpy(images).to(device)
            given = deployed(batch.contiguous(memory_format=torch.channels_last))
        named = zip(deployed.outputs, given, strict=True)
        return {name: out.float().cpu().numpy() for name, out in named}

    found = predict(run, network.size, records, batch=16, progress=False)
    told = summary(found.joints_2d, found.joints_3d, records)
    return told | keypoint_figures(found, records), found


def train(
    options: TrainOptions,
    cache: Path,
    feed: RenderFeed | None = None,
    until: float | None = None,
) -> None:
    """Run or resume one stage, alone or with the other processes of a torchrun.

    Args:
        feed: who renders what `rendered` stands for, in place of workers of the run's own.
        until: `time.monotonic()` at which the run ends, in place of the options' minutes.
    """
    context = join(options.device)
    try:
        if options.batch % context.count:
            raise PosecamError(
                f"a batch of {options.batch} cannot be shared by {context.count} processes."
            )
        torch.set_num_threads(options.threads)
        torch.manual_seed(options.seed)
        torch.backends.cudnn.benchmark = True  # the shapes stay the same
        if feed is not None:
            _train_with(feed, options, cache, context, until)
            return
        own = render_feed(options, context)
        try:
            _train_with(own, options, cache, context, until)
        finally:
            if own is not None:
                own.close()
    finally:
        context.leave()


def render_feed(options: TrainOptions, context: DistributedContext) -> RenderFeed | None:
    """Workers that render what `rendered` of the options stands for.

    Raises:
        PosecamError: the options do not fit each other, or nothing can be rendered.
    """
    shares = [split_share(text) for text in options.data]
    asked = any(path == RENDERED and share > 0 for path, share in shares)
    if not options.render:
        if asked and not Path(RENDERED).is_dir():
            raise PosecamError("--data rendered needs processes that render: give --render N.")
        return None
    if not asked:
        raise PosecamError(
            "--render makes people for --data rendered:SHARE; give their share, above 0."
        )
    if context.count > 1:
        raise PosecamError("--render is for a run of one process.")
    last, first = options.run / "last.pt", 0
    if last.is_file():
        first = int(read_checkpoint(last).get("rendered", 0))
    return RenderFeed(
        RenderOptions(
            workers=options.render,
            keep=options.render_keep,
            seed=options.render_seed,
            first=first,
            assets=options.render_assets,
            mocap=options.render_mocap,
            device=options.render_device,
        )
    )


def _train_with(
    feed: RenderFeed | None,
    options: TrainOptions,
    cache: Path,
    context: DistributedContext,
    until: float | None,
) -> None:
    # In turn: what the first process computes is kept for the others.
    sets = context.in_turn(lambda: training_sets(options, cache))
    options.run.mkdir(parents=True, exist_ok=True)
    body = slice(skeleton.COUNT)
    solid = [r for r, _ in sets if np.isfinite(r.joints_3d[:, body]).all((1, 2)).any()]
    shares: list[Share] = list(sets)
    if feed is not None:
        feed.wait()
        solid.append(feed.records.take(feed.rows()))
        own = [split_share(text)[1] for text in options.data if split_share(text)[0] == RENDERED]
        shares.append((feed, sum(own)))
    poses = known_poses(solid) if solid else None
    trainer = context.in_turn(lambda: Trainer(options, cache, poses, context, feed))
    batches = context.in_turn(lambda: _batches(shares, trainer, cache))
    start = options.start
    try:
        if trainer.progress.step == 0 and start is not None and start.suffix == ".onnx":
            trainer.settle(itertools.islice(batches, _SETTLING))
        if until is not None:
            left = max(until - time.monotonic(), 0.0)
            trainer.progress.budget_s = trainer.progress.seconds + left
        fit(
            trainer,
            batches,
            eval_interval=options.eval_interval,
            curve=options.run / "curve.csv",
            evaluate=scores(trainer, validation_sets(options)),
            first=context.first,
        )
    finally:
        batches.close()


class Batches(Protocol):
    """Batches without end."""

    def __iter__(self) -> Iterator[Batch | RawBatch]:
        """The batches."""

    def close(self) -> None:
        """End the thread that makes them."""


def _batches(shares: list[Share], trainer: Trainer, cache: Path) -> Batches:
    options, context = trainer.options, trainer.context
    gpu = context.device.type == "cuda"
    negatives = read_negatives(options.negatives)
    size, strength = trainer.network.size, chosen_strength(options)
    seed, share = options.seed + trainer.progress.step, options.negative_share
    where = options.augment or ("device" if gpu and context.count == 1 else "processor")
    if where == "device":
        if context.count > 1:
            raise PosecamError("--augment device is for a run of one process.")
        return DeviceBatches(
            shares, negatives, share, options.batch, size, strength, seed, cache, pin=gpu
        )
    if where != "processor":
        raise PosecamError(f"--augment is processor or device, not {where}.")
    return MixedBatches(
        shares, negatives, share, options.batch, size, strength, seed, cache,
        context.rank, context.count,
    )  # fmt: skip


def training_sets(options: TrainOptions, cache: Path) -> list[tuple[Records, float]]:
    """What is trained on, with its shares: labels corrected and moved as the options ask."""
    sets = []
    offsets = read_offsets(options.anatomy) if options.anatomy else {}
    for text in options.data:
        if options.render and split_share(text)[0] == RENDERED:
            continue
        records, share = parse_set(text, "train", teacher=True)
        records = with_trust(records, options.teacher_depth)
        if options.relabel is not None:
            records = relabel(records, options.relabel, cache)
        if records.name in offsets:
            records = anatomical(records, offsets[records.name], cache, options.anatomy_trust)
        sets.append((records, share))
    if (
        sets
        and not options.render
        and not any(records.known[:, skeleton.COUNT :].any() for records, _ in sets)
    ):
        print(
            f"None of the sets knows more than the {skeleton.COUNT} joints: the other keypoints "
            "stay what they begin as."
        )
    return sets


def validation_sets(options: TrainOptions) -> list[Records]:
    """What is scored on: so many images of each set."""
    sets = [parse_set(text, "val", teacher=False)[0] for text in options.val]
    thin = np.random.RandomState(0)
    return [c.take(np.sort(thin.permutation(len(c))[: options.val_count])) for c in sets]


def scores(trainer: Trainer, sets: list[Records]) -> Callable[[], dict[str, float]]:
    """What scores the averaged weights on every set."""
    shadow = build(trainer.options.configuration, trainer.options.size)
    shadow.to(trainer.context.device)

    def evaluate() -> dict[str, float]:
        shadow.load_state_dict(trainer.average.state)
        row: dict[str, float] = {}
        for records in sets:
            figures, _ = check_network(shadow, records)
            row |= {f"{records.name} {k}": v for k, v in figures.items() if math.isfinite(v)}
        return row

    return evaluate
