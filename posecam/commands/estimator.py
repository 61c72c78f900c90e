"""The options that choose a network and say how it is used, and the estimator they describe."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self

from posecam import resources
from posecam.bounds import Asked, asked, bounded
from posecam.commands import arguments
from posecam.commands.from_fields import add_options, values_of
from posecam.errors import NetworkError
from posecam.estimation.options import EstimatorOptions
from posecam.resources import AUTOMATIC

if TYPE_CHECKING:
    from engines.engine import Precision
    from posecam.estimation.estimator import Estimator


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """Which network to run and how, as `posecam.contract.load_network` takes it."""

    network: Path | None = asked(
        Asked("an .onnx file instead of the shipped one", read=arguments.readable_file), None
    )
    quality: str = asked(
        Asked(
            "which of the networks that ship: fast, balanced or best; automatic, in the window: the"
            " largest that keeps up with the camera here, elsewhere: balanced",
            read=arguments.quality,
        ),
        AUTOMATIC,
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

    @property
    def file(self) -> Path:
        """The network, for what runs without a camera: it must not depend on the machine's speed.

        Raises:
            NetworkError: none of this quality ships here.
        """
        from posecam.contract import shipped_network

        if self.network is not None:
            return self.network
        return shipped_network(*() if self.quality == AUTOMATIC else (self.quality,))


def engine_options(options: Mapping[str, Any], *, stand_in: bool = False) -> EngineOptions:
    """What was given of them.

    Args:
        options: of the command line.
        stand_in: take the usual network where none of the quality ships here, and say so.

    Raises:
        ArgumentsError: two networks were asked for.
        NetworkError: none of the quality ships here.
    """
    of = EngineOptions(**values_of(EngineOptions, options))
    if of.network is not None and of.quality != AUTOMATIC:
        raise arguments.ArgumentsError(
            "--quality is of the networks that ship: it cannot go with --network."
        )
    try:
        _ = of.file
    except NetworkError as error:
        if not stand_in or not resources.networks():
            raise
        print(f"posecam: {error} The usual one is used instead.", file=sys.stderr)
        return replace(of, quality=AUTOMATIC)
    return of


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
    def of(cls, options: Mapping[str, Any], *, stand_in: bool = False) -> Self:
        """From what was given; see `engine_options`."""
        return cls(engine_options(options, stand_in=stand_in), chosen(options))

    def __call__(self, threads: int = 0) -> Estimator:
        """With so many threads, unless a number was asked for.

        Raises:
            PosecamError: the network cannot be run.
        """
        from posecam.contract import load_network
        from posecam.estimation.estimator import Estimator
        from posecam.estimation.motion import load_motion

        of = self.engine
        engine = load_network(of.file, of.engine, of.precision, of.threads or threads)
        return Estimator(engine, self.wanted, motion=load_motion())
