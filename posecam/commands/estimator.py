"""The options that choose a network and say how it is used, and the estimator they describe."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self

from posecam.bounds import Asked, asked, bounded
from posecam.commands import arguments
from posecam.commands.from_fields import add_options, values_of
from posecam.estimation.options import EstimatorOptions

if TYPE_CHECKING:
    from engines.engine import Precision
    from posecam.estimation.estimator import Estimator


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """Which network to run and how, as `posecam.contract.load_network` takes it."""

    network: Path | None = asked(
        Asked("an .onnx file instead of the shipped one", read=arguments.readable_file), None
    )
    engine: str = asked(
        Asked("backend to run it with; auto for the fastest here", read=arguments.backend), "auto"
    )
    precision: Precision | Literal["auto"] = asked(
        Asked("arithmetic; auto for the fastest that is as exact", read=arguments.precision), "auto"
    )
    threads: int = bounded(
        0, 0, arguments.MOST_THREADS, how=Asked("threads of the engine; 0: choose")
    )


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `Maker.of` takes."""
    add_options(parser, EngineOptions)
    add_options(parser, EstimatorOptions)


def chosen(options: Mapping[str, Any], base: EstimatorOptions | None = None) -> EstimatorOptions:
    """The estimator's options that were given, over those of `base`."""
    return replace(base or EstimatorOptions(), **values_of(EstimatorOptions, options))


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the estimator that a command line describes, here or in a worker process."""

    engine: EngineOptions
    wanted: EstimatorOptions

    @classmethod
    def of(cls, options: Mapping[str, Any]) -> Self:
        """From what was given."""
        return cls(EngineOptions(**values_of(EngineOptions, options)), chosen(options))

    def __call__(self, threads: int = 0) -> Estimator:
        """With so many threads, unless a number was asked for.

        Raises:
            PosecamError: the network cannot be run.
        """
        from posecam.contract import load_network
        from posecam.estimation.estimator import Estimator

        of = self.engine
        engine = load_network(of.network, of.engine, of.precision, of.threads or threads)
        return Estimator(engine, self.wanted)
