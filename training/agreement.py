"""How far apart the engines place the joints of real people, in pixels and in millimetres.

    python -m training agreement DATA/lspet [--checkpoint CHECKPOINT]

The reference is the checkpoint in PyTorch, or else the network in fp32.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engines import agreement as engines_agreement
from engines.bench import reference
from engines.choose import candidates, load_candidate
from engines.engine import EngineError, Precision
from engines.fastest import run_all
from posecam import skeleton
from posecam.errors import PosecamError
from posecam.geometry import millimetres_per_unit
from training.datasets import read
from training.evaluate import runner, shipped_network
from training.quantise import crops


@dataclass(frozen=True, slots=True)
class Agreement:
    """One engine beside the reference.

    Attributes:
        network: the file that ran.
        hint: the arithmetic where that is not quantised.
        distance_px: median over joints in the image, px of the input.
        distance_mm: median over joints in 3D, relative to the pelvis.
    """

    backend: str
    precision: Precision
    distance_px: float
    distance_mm: float
    network: str
    hint: Precision | None


def agreement(
    folder: Path, network: Path | None = None, checkpoint: Path | None = None, count: int = 64
) -> list[Agreement]:
    """Print and return how far every engine here is from the reference, on the validation split.

    Args:
        folder: labelled images of people, as `training evaluate` takes them.
        network: an .onnx; the shipped one where None.
        checkpoint: what the network was exported from.
        count: of images.

    Raises:
        PosecamError: the folder, the network or the checkpoint is no good.
    """
    network = network or shipped_network()
    try:
        ways = candidates(network, built=False)
        _, size = runner(network, "fp32")
        images = crops(read(folder, "val"), size, count)
        expected = _in_pytorch(checkpoint, images) if checkpoint else reference(network, images)
    except EngineError as error:
        raise PosecamError(str(error)) from error
    if expected is None:
        raise PosecamError("Nothing here runs the network in fp32, so there is no reference.")
    found = []
    print(f"{network.name} on {len(images)} images, beside {checkpoint or 'fp32'}")
    width = max(len(way.network.name) for way in ways)
    print(f"{'backend':<12} {'precision':<10} {'network':<{width}} {'px':>8} {'mm':>8}")
    for way in ways:
        beside = f", {way.hint}" if way.precision == "int8" else ""
        title = f"{way.backend:<12} {way.precision + beside:<10} {way.network.name:<{width}}"
        try:
            engine = load_candidate(way)
            try:
                outputs = run_all(engine, images)
            finally:
                engine.close()
        except EngineError as error:
            print(f"{title} {error}")
            continue
        distance = engines_agreement.distance_px(outputs, expected)
        if distance is None:
            raise PosecamError(f"The outputs of {network.name} are no joints.")
        apart = np.linalg.norm(millimetres(outputs) - millimetres(expected), axis=-1)
        row = Agreement(
            way.backend,
            way.precision,
            distance,
            float(np.median(apart)),
            way.network.name,
            way.hint,
        )
        print(f"{title} {row.distance_px:>8.3f} {row.distance_mm:>8.2f}")
        found.append(row)
    return found


def millimetres(outputs: engines_agreement.Outputs) -> NDArray[np.float64]:
    """(N, 16, 3) mm relative to the pelvis of what a network gives."""
    joints = outputs["joints"].astype(np.float64)
    solid = joints - joints[:, skeleton.ROOT : skeleton.ROOT + 1]
    scale = [millimetres_per_unit(*one) for one in zip(solid, outputs["scores"], strict=True)]
    return np.asarray(solid * np.array(scale)[:, None, None])


def _in_pytorch(checkpoint: Path, images: NDArray[np.float32]) -> engines_agreement.Outputs:
    run, _ = runner(checkpoint, "fp32")
    parts = [run(images[i : i + 1]) for i in range(len(images))]
    return {name: np.concatenate([part[name] for part in parts]) for name in ("joints", "scores")}
