"""Train the motion network on mocap seen through the noise of an image network."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from pickle import UnpicklingError
from typing import Annotated, Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from posecam.errors import PosecamError
from training.knobs import Knob
from training.motion.clips import read_bodies, read_clips
from training.motion.measure import NOISE, SEEN
from training.motion.network import OUTPUTS, MotionNetwork
from training.motion.noise import Noise
from training.motion.observe import Observed
from training.motion.points import COUNT, ROOT
from training.motion.seen import Seen
from training.motion.simulate import PAST, Batch, Simulator

_LEAST_SPREAD = 0.008
#: Of the spread that was there nothing is taken above this share, all below the other.
_SURE, _FADE = 0.97, 0.1
#: Figures are told after such a share of the run.
_TELL = 0.1


@dataclass(frozen=True, slots=True)
class Recipe:
    """One run. The command line is made of these fields."""

    minutes: Annotated[float, Knob("of one core: the rate falls with it")] = 5.0
    batch: Annotated[int, Knob("windows a step")] = 256
    rendered: Annotated[int, Knob("of them, rendered people as the image network told them")] = 64
    depth_errors: Annotated[
        tuple[float, float],
        Knob("share of the measured errors of depth, at least and at most", metavar="SHARE"),
    ] = (0.15, 1.1)
    echoes: Annotated[int, Knob("steps with the same windows: to make them takes as long")] = 2
    rate: Annotated[float, Knob("peak learning rate")] = 2.5e-3
    ema_decay: Annotated[float, Knob("of the averaged weights")] = 0.995
    start: Annotated[Path | None, Knob("checkpoint to begin from")] = None
    seed: Annotated[int, Knob("of windows and weights")] = 0
    threads: Annotated[int, Knob("of PyTorch")] = 1


def losses(found: dict[str, Tensor], batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """Mean negative log-likelihoods, by name, of what is known."""
    wanted = batch["depth"]
    known = batch["given"] & wanted.isfinite()
    known[:, ROOT] = False
    wanted = wanted.nan_to_num()
    moved = batch["touching"].isfinite().all(-1)

    def laplace(off: Tensor, spread: Tensor) -> Tensor:
        return ((off.abs() + _LEAST_SPREAD) / spread + spread.log())[known].mean()

    up = (found["up"] - batch["up"]).norm(dim=-1)
    touching, exchanged = (
        functional.binary_cross_entropy(found[n][moved], batch[n][moved])
        for n in ("touching", "exchanged")
    )
    velocity = functional.smooth_l1_loss(
        found["velocity"][moved], batch["velocity"][moved], beta=0.2
    )
    return {
        "depth": laplace(found["depth"] - wanted, found["depth_spread"]),
        "said": laplace(wanted, found["said_spread"]),
        "up": 0.3 * (up / found["up_spread"][:, 0] + 2 * found["up_spread"][:, 0].log()).mean(),
        "touching": touching,
        "velocity": velocity,
        "exchanged": 0.5 * exchanged,
    }


def tensors(batch: Batch) -> dict[str, Tensor]:
    """The truth of a batch; `given` says which points were told at all."""
    made = {
        n: torch.from_numpy(getattr(batch, n))
        for n in ("depth", "up", "touching", "velocity", "exchanged", "windows")
    }
    now = made["windows"][:, 0, PAST]
    made["given"] = now[:, :COUNT].abs() + now[:, COUNT : 2 * COUNT].abs() > 0
    return made


def gated(
    found: dict[str, Tensor] | dict[str, NDArray[np.float32]], trust: float = 1.0
) -> NDArray[np.float32]:
    """(N, 20) m to add to the depth: nothing where that is not surer than what was said.

    Args:
        trust: errors of what is said are this share of what the network takes them for. Of two
            Gaussians, what was said and what motion makes likely, the first then counts for more.
    """
    depth, after, before = (np.asarray(found[n]) for n in ("depth", "depth_spread", "said_spread"))
    share = after / before
    left = share**2
    weight = trust**2 / np.maximum(trust**2 * (1 - left) + left, 1e-6)
    return np.asarray(depth * weight * np.clip((_SURE - share) / _FADE, 0, 1), np.float32)


def score(network: MotionNetwork, batch: Batch) -> dict[str, float]:
    """Figures on windows that the network did not learn from."""
    network.eval()
    t = tensors(batch)
    with torch.no_grad():
        found = dict(zip(OUTPUTS, network(t["windows"]), strict=True))
    network.train()
    given = (t["given"] & t["depth"].isfinite()).numpy().copy()
    given[:, ROOT] = False
    off, moved = t["depth"].numpy(), t["touching"].isfinite().all(-1)
    angle = (found["up"] * t["up"]).sum(-1).clamp(-1, 1).acos()
    told = t["windows"][:, 0, PAST, 5 * COUNT : 5 * COUNT + 3]
    known = told.abs().sum(-1) > 0
    before = (told * t["up"]).sum(-1)[known].clamp(-1, 1).acos()
    figures = {
        "said_mm": 1000 * float(np.abs(off)[given].mean()),
        "found_mm": 1000 * float(np.abs(off - found["depth"].numpy())[given].mean()),
        "taken_mm": 1000 * float(np.abs(off - gated(found))[given].mean()),
        "said_up_deg": float(np.degrees(before.median().item())),
        "up_deg": float(np.degrees(angle.median().item())),
    }
    if not moved.any():
        return figures

    def right(name: str) -> float:
        return float(((found[name] > 0.5).float() == t[name])[moved].float().mean())

    slip = (found["velocity"] - t["velocity"])[moved].norm(dim=-1)
    return figures | {
        "touching": right("touching"),
        "exchanged": right("exchanged"),
        "velocity_m_s": float(slip.median()),
    }


def joined(batches: Sequence[Batch]) -> Batch:
    """The windows of several batches in one."""
    return Batch(
        **{f.name: np.concatenate([getattr(b, f.name) for b in batches]) for f in fields(Batch)}
    )


def read_checkpoint(path: Path) -> dict[str, Any]:
    """What `train` wrote: the state of the `network`, and mean `lengths` of bones, m.

    Raises:
        PosecamError: it is no such checkpoint.
    """
    try:
        state: dict[str, Any] = torch.load(path, weights_only=True)
        MotionNetwork().load_state_dict(state["network"])
        return {"network": state["network"], "lengths": [float(v) for v in state["lengths"]]}
    except (
        OSError,
        LookupError,
        TypeError,
        RuntimeError,
        ValueError,
        EOFError,
        UnpicklingError,
    ) as error:
        raise PosecamError(f"{path} is no checkpoint of the motion network.") from error


def train(
    measured: Path,
    mocap: Path,
    bodies: Sequence[Path],
    out: Path,
    recipe: Recipe | None = None,
) -> None:
    """Train and write the averaged weights.

    Args:
        measured: folder that `measure` wrote.
        mocap: the sequences.
        bodies: rendered folders, for people's proportions.

    Raises:
        PosecamError: a file is no good.
    """
    recipe = recipe or Recipe()
    torch.manual_seed(recipe.seed)
    torch.set_num_threads(recipe.threads)
    clips, held = read_clips(mocap)
    lengths = read_bodies(bodies)
    mean = lengths.mean(0)
    noise, observed = Noise.load(measured / NOISE), Observed.load(measured / SEEN)
    simulator = Simulator(clips, lengths, noise, recipe.seed, recipe.depth_errors)
    real = Seen(observed, mean, recipe.seed, held=False)
    judged = {
        "mocap": Simulator(held, lengths, noise, 10_000).batch(2048),
        "rendered": Seen(observed, mean, 10_000, held=True).batch(2048),
    }
    network = MotionNetwork()
    if recipe.start is None:
        network.normalise(torch.from_numpy(simulator.batch(1024).windows))
    else:
        network.load_state_dict(read_checkpoint(recipe.start)["network"])
    averaged = MotionNetwork()
    averaged.load_state_dict(network.state_dict())
    optimiser = torch.optim.AdamW(network.parameters(), lr=recipe.rate, weight_decay=0.01)
    print(f"{sum(p.numel() for p in network.parameters())} weights, {len(real)} rendered moments")
    begun, step, told = time.process_time(), 0, 0.0
    batch: dict[str, Tensor] = {}

    def tell() -> None:
        state = {"network": averaged.state_dict(), "lengths": [float(v) for v in mean]}
        torch.save(state, out)
        for name, windows in judged.items():
            figures = {k: round(v, 3) for k, v in score(averaged, windows).items()}
            print(f"step {step}, held-out {name}: {figures}", flush=True)

    while (share := (time.process_time() - begun) / (60 * recipe.minutes)) < 1:
        rate = recipe.rate * min((step + 1) / 100, 0.5 * (1 + math.cos(math.pi * share)) + 0.01)
        for group in optimiser.param_groups:
            group["lr"] = rate
        if step % recipe.echoes == 0:
            parts = [simulator.batch(recipe.batch - recipe.rendered)]
            if recipe.rendered:
                parts.append(real.batch(recipe.rendered))
            batch = tensors(joined(parts))
        found = dict(zip(OUTPUTS, network(batch["windows"]), strict=True))
        loss = sum(losses(found, batch).values(), torch.zeros(()))
        optimiser.zero_grad()
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        step += 1
        keep = min(recipe.ema_decay, 1 - 1 / (step + 1))
        with torch.no_grad():
            for a, b in zip(averaged.parameters(), network.parameters(), strict=True):
                a.lerp_(b, 1 - keep)
        if share - told > _TELL:
            told = share
            tell()
    tell()
