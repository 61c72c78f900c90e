"""How many images a second each part of a training makes: what a run is limited by."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import torch
from tqdm import tqdm

from posecam import skeleton
from training.batches import Batch
from training.device_batches import DeviceBatches
from training.distributed import join
from training.network import build
from training.options import TrainOptions
from training.rendering.feed import RenderFeed
from training.trainer import Trainer

_WARM_UP, _LEAST_STEPS = 2, 2


def speed(
    configuration: str = "balanced",
    batch: int = 256,
    size: int | None = None,
    device: str = "cpu",
    seconds: float = 6.0,
    *,
    compile: bool = False,  # noqa: A002  # the option's name
    threads: int = 2,
) -> float:
    """Images a second of the trainer's step alone, on made-up images; printed and returned.

    0 where the memory of the GPU does not hold the batch.

    Raises:
        PosecamError: no such configuration or device.
    """
    torch.set_num_threads(threads)
    context = join(device)
    network = build(configuration, size)
    with tempfile.TemporaryDirectory() as folder:
        start = Path(folder) / "start.pt"
        state = {"configuration": configuration, "size": network.size, "stage": 3, "step": 0}
        torch.save(state | {"average": network.state_dict()}, start)
        options = TrainOptions(
            Path(folder), stage=3, configuration=configuration, size=size, start=start,
            batch=batch, device=device, compile=compile, hold_pretrained=1.0, hold_norms=True,
        )  # fmt: skip
        trainer = Trainer(options, Path(folder), None, context)
    made = _made_up(batch, network.size).to(context.device)
    for _ in range(_WARM_UP):
        trainer.learn(made)
    _wait(context.device)
    begun, steps = time.perf_counter(), 0
    while steps < _LEAST_STEPS or time.perf_counter() - begun < seconds:
        trainer.learn(made)
        _wait(context.device)
        steps += 1
    found = steps * batch / (time.perf_counter() - begun) if trainer.most >= batch else 0.0
    how = ", compiled" if compile else ""
    print(f"{configuration} {network.size} px, batch {batch}{how}: {found:.1f} images/s")
    return found


def compiled_speed(configuration: str, batch: int, device: str, limit_s: float) -> float | None:
    """The same of the compiled network in a process of its own; None where it takes too long."""
    command = [sys.executable, "-m", "training", "speed", "--configuration", configuration,
               "--batch", str(batch), "--device", device, "--compile"]  # fmt: skip
    root = Path(__file__).resolve().parents[1]
    try:
        done = subprocess.run(
            command, cwd=root, timeout=limit_s, capture_output=True, text=True, check=True
        )
        return float(done.stdout.strip().splitlines()[-1].rpartition(":")[2].split()[0])
    except (subprocess.SubprocessError, ValueError, IndexError):
        return None


def render_speed(feed: RenderFeed, seconds: float) -> float:
    """People a second that the workers render now."""
    begun, before = time.perf_counter(), feed.rendered
    time.sleep(seconds)
    feed.rows()
    return (feed.rendered - before) / (time.perf_counter() - begun)


def gather_speed(batches: DeviceBatches, seconds: float) -> float:
    """Images a second that the processor gathers, draws and labels."""
    begun, images = time.perf_counter(), 0
    for raw in batches:
        images += len(raw)
        if time.perf_counter() - begun > seconds:
            break
    return images / (time.perf_counter() - begun)


def augment_speed(batches: DeviceBatches, device: torch.device, seconds: float) -> float:
    """Images a second that the device changes."""
    raw = next(iter(batches))
    raw.to(device)
    _wait(device)
    begun, images = time.perf_counter(), 0
    while time.perf_counter() - begun < seconds:
        raw.to(device)
        _wait(device)
        images += len(raw)
    return images / (time.perf_counter() - begun)


def peak_memory_gb(device: torch.device) -> float:
    """Most memory of the device that was in use, GB; 0 on a processor."""
    return torch.cuda.max_memory_allocated(device) / 1e9 if device.type == "cuda" else 0.0


def best_batch(speeds: dict[int, float], gain: float = 1.05) -> int:
    """The batch that is fastest; a larger one must be faster by `gain` than the next smaller."""
    fitting = sorted(b for b, found in speeds.items() if found > 0)
    if not fitting:
        return min(speeds)
    best = fitting[0]
    for batch in fitting[1:]:
        if speeds[batch] > speeds[best] * gain:
            best = batch
    return best


def _made_up(count: int, size: int) -> Batch:
    keypoints = skeleton.KEYPOINT_COUNT
    torch.manual_seed(0)
    known = torch.ones(count, keypoints)
    image = torch.rand(count, 3, size, size) * 255
    return Batch(
        image=image.contiguous(memory_format=torch.channels_last),
        joints=torch.rand(count, keypoints, 2) * size,
        weight=known,
        inside=known.bool(),
        depth=torch.rand(count, keypoints),
        depth_weight=known * (torch.arange(count)[:, None] % 2),
        up=torch.tensor([0.0, -1.0, 0.0]).expand(count, 3).contiguous(),
    )


def _wait(device: torch.device) -> None:
    if device.type == "cuda":
        torch.cuda.synchronize(device)


def tell(text: str) -> None:
    """A line above any progress bar, at once."""
    tqdm.write(text)
    sys.stdout.flush()


def process_age_s() -> float:
    """Seconds since this program was started; 0 where the system does not say."""
    try:
        started = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[19])
        up = float(Path("/proc/uptime").read_text().split()[0])
        return max(up - started / os.sysconf("SC_CLK_TCK"), 0.0)
    except (OSError, ValueError, IndexError):
        return 0.0
