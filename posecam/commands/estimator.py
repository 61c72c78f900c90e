"""The options that choose a network and say how it is used, and the estimator they describe."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from posecam.bounds import bounds_of
from posecam.commands import arguments
from posecam.estimation.options import EstimatorOptions
from posecam.skeleton import CANONICAL_HEIGHT_MM

if TYPE_CHECKING:
    from posecam.estimation.estimator import Estimator


#: Option -> unit, the field of `EstimatorOptions` that it is, and how much of its unit.
_OPTIONS: Final = {
    "height": ("CM", "subject_height_mm", 10.0),
    "fov": ("DEG", "field_of_view_deg", 1.0),
    "smoothness": ("0..1", "smoothness", 1.0),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `make` takes."""
    parser.add_argument(
        "--network", type=arguments.readable_file, help="an .onnx instead of the shipped one"
    )
    parser.add_argument(
        "--engine", type=arguments.backend, default="auto", help="openvino, onnxruntime or auto"
    )
    parser.add_argument(
        "--precision", type=arguments.precision, default="auto", help="int8, bf16, fp32 or auto"
    )
    threads = arguments.whole(0, arguments.MOST_THREADS)
    parser.add_argument("--threads", type=threads, default=0, help="of the engine; 0: choose")
    for option, words in (
        ("height", f"of the person; default {CANONICAL_HEIGHT_MM / 10:g}, the mean of Human3.6M"),
        ("fov", "of the camera, along the longer side"),
        ("smoothness", "0 is raw"),
    ):
        unit, name, factor = _OPTIONS[option]
        low, high = (bound / factor for bound in bounds_of(EstimatorOptions, name))
        parser.add_argument(
            f"--{option}",
            type=arguments.number(low, high),
            metavar=unit,
            help=words,
        )


def chosen(options: Mapping[str, Any], base: EstimatorOptions | None = None) -> EstimatorOptions:
    """The estimator's options that were given, over those of `base`."""
    given = {
        name: float(options[option]) * factor
        for option, (_, name, factor) in _OPTIONS.items()
        if options[option] is not None
    }
    return replace(base or EstimatorOptions(), **given)  # type: ignore[arg-type]


def make(options: Mapping[str, Any], base: EstimatorOptions | None = None) -> Estimator:
    """The estimator that the command line describes.

    Raises:
        PosecamError: the network cannot be run.
    """
    from posecam.contract import load_network
    from posecam.estimation.estimator import Estimator

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
