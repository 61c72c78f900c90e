"""The network's contract: what an .onnx file must be for the application to use it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal

from engines.engine import Engine, EngineError, Precision
from posecam import resources, skeleton
from posecam.errors import NetworkError
from posecam.pose import FloatArray

#: What the sixteen joints alone are told by, and what more keypoints, their spread and up are.
#: The first name is what files of before the second said.
CONTRACTS = ("posecam-1", "posecam-pose-2")
_OF_SIXTEEN = ("posecam-1", "posecam-pose-1")
#: What configurations are called in files made before there were several.
_EARLIER_NAMES = {"hourglass-lite": "balanced"}


def shipped_network(quality: str = resources.USUAL_QUALITY) -> Path:
    """The network of a quality that comes with the application.

    Raises:
        NetworkError: this installation has none of that quality; which it has.
    """
    try:
        return resources.network(quality)
    except FileNotFoundError as error:
        there = resources.networks()
        if not there:
            raise NetworkError(str(error)) from error
        raise NetworkError(
            f"This installation of posecam has no network of the quality {quality}: "
            f"it has {' and '.join(there)}."
        ) from error


def quality_of(metadata: Mapping[str, str]) -> str:
    """The quality that a network says it is of, as `resources.QUALITIES` names it; else its own
    word, "" where it says none."""
    said = metadata.get("configuration", "")
    return _EARLIER_NAMES.get(said, said)


def load_network(
    path: Path | None = None,
    backend: str = "auto",
    precision: Precision | Literal["auto"] = "auto",
    threads: int = 0,
    *,
    progress: Callable[[float], bool] | None = None,
) -> Engine:
    """An engine that runs a network of our contract.

    Args:
        path: the .onnx; the shipped one where None.
        backend, precision, threads, progress: see `engines.load`.

    Raises:
        NetworkError: no such file, no network, or a network of another kind.
    """
    from engines import load

    path = path or shipped_network()
    try:
        engine = load(path, backend, precision, threads, samples=demo_images, progress=progress)
    except EngineError as error:
        raise NetworkError(str(error)) from error
    try:
        check_contract(path.name, engine.metadata, engine.input_shape)
    except NetworkError:
        engine.close()
        raise
    return engine


def demo_images(shape: tuple[int, int, int]) -> FloatArray | None:
    """A few images of a person for networks to be compared on, (N, *shape) RGB 0..255.

    None where the demo clip does not ship or does not open.
    """
    from engines import samples

    try:
        return samples.few(resources.clip(), shape)
    except FileNotFoundError:
        return None


def run_network(engine: Engine, batch: FloatArray) -> dict[str, FloatArray]:
    """What an engine gives for a batch, as `Engine.run`, with an error that a person may read.

    Raises:
        NetworkError: the network failed.
    """
    try:
        return engine.run(batch)
    except EngineError as error:
        raise NetworkError(str(error)) from error


def check_contract(
    name: str, metadata: Mapping[str, str], input_shape: tuple[int, int, int]
) -> None:
    """Refuse a network that speaks of other joints or another input, saying why.

    Raises:
        NetworkError: the first thing that does not fit.
    """
    contract = metadata.get("contract")
    if contract not in (*_OF_SIXTEEN, *CONTRACTS):
        found = f"contract {contract!r}" if contract else "no contract at all"
        raise NetworkError(
            f"{name} is not a posecam network: it carries {found}, {CONTRACTS[1]!r} or "
            f"{CONTRACTS[0]!r} is needed."
        )
    try:
        names = tuple(json.loads(metadata.get("joint_names", "[]")))
        size = json.loads(metadata.get("input_size", "[]"))
    except ValueError as error:
        raise NetworkError(f"{name} carries unreadable metadata ({error}).") from error
    known = skeleton.NAMES if contract in _OF_SIXTEEN else skeleton.KEYPOINT_NAMES[: len(names)]
    if names != known or len(names) < skeleton.COUNT:
        raise NetworkError(
            f"{name} predicts other joints than the sixteen of MPII and what follows them "
            f"({len(names)} named)."
        )
    if tuple(size) != input_shape[1:] or input_shape[0] != 3:
        raise NetworkError(
            f"{name} says its input is {size} but the graph takes {list(input_shape)}."
        )
