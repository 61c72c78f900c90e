"""The options that choose a network and say how it is used, and the estimator they describe."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from posecam.errors import PosecamError
from posecam.skeleton import CANONICAL_HEIGHT_MM

if TYPE_CHECKING:
    from posecam.estimation.estimator import Estimator, EstimatorOptions


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `make` takes."""
    parser.add_argument("--network", type=Path, help="an .onnx instead of the shipped one")
    parser.add_argument("--engine", default="auto", help="openvino, onnxruntime or auto")
    parser.add_argument("--precision", default="auto", help="int8, bf16, fp32 or auto")
    parser.add_argument("--threads", type=int, default=0, help="of the engine; 0: choose")
    height = f"of the person; default {CANONICAL_HEIGHT_MM / 10:g}, the mean of Human3.6M"
    parser.add_argument("--height", type=float, metavar="CM", help=height)
    parser.add_argument(
        "--fov", type=float, metavar="DEG", help="of the camera, along the longer side"
    )
    parser.add_argument("--smoothness", type=float, metavar="0..1", help="0 is raw")


def chosen(options: Mapping[str, Any], base: EstimatorOptions | None = None) -> EstimatorOptions:
    """The estimator's options that were given, over those of `base`.

    Raises:
        PosecamError: one is beyond what is possible.
    """
    from posecam.estimation.options import EstimatorOptions

    given: dict[str, float] = {}
    for option, name, factor, low, high in (
        ("height", "subject_height_mm", 10.0, 40, 280),
        ("fov", "field_of_view_deg", 1.0, 10, 170),
        ("smoothness", "smoothness", 1.0, 0, 1),
    ):
        if options[option] is None:
            continue
        number = float(options[option])
        if not low <= number <= high:
            raise PosecamError(f"--{option} is {number:g}; it must be between {low} and {high}.")
        given[name] = number * factor
    return replace(base or EstimatorOptions(), **given)  # type: ignore[arg-type]


def make(options: Mapping[str, Any], base: EstimatorOptions | None = None) -> Estimator:
    """The estimator that the command line describes.

    Raises:
        PosecamError: an option is impossible, or the network cannot be run.
    """
    from posecam.estimation.estimator import Estimator
    from posecam.network import load_network

    wanted = chosen(options, base)
    engine = load_network(
        options["network"], str(options["engine"]), options["precision"], int(options["threads"])
    )
    return Estimator(engine, wanted)


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the estimator in a worker process."""

    options: Mapping[str, Any]

    def __call__(self, threads: int) -> Estimator:
        """With so many threads, unless a number was asked for."""
        return make({**self.options, "threads": self.options["threads"] or threads})
