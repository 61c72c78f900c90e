"""`python -m engines list` and `python -m engines bench`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import get_args

from engines.bench import run, shipped_network
from engines.choose import BACKENDS, NOT_BUILT_IN, available
from engines.engine import EngineError, Precision


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit status: 2 where the person has to change something."""
    options = _parser().parse_args(arguments)
    try:
        if options.command == "list":
            _list(options.json)
        else:
            _bench(options)
    except EngineError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m engines", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)

    listing = commands.add_parser("list", help="which backends this machine has, and why not")
    listing.add_argument("--json", action="store_true", help="for programs")

    bench = commands.add_parser("bench", help="how fast a network runs on them")
    bench.add_argument("network", nargs="?", type=Path, help="an .onnx file; default: the shipped")
    bench.add_argument("--backend", choices=[*BACKENDS, *NOT_BUILT_IN], help="default: all")
    bench.add_argument("--precision", choices=get_args(Precision), help="default: all")
    bench.add_argument("--batch", type=_at_least_one, nargs="+", default=[1], help="default: 1")
    bench.add_argument("--seconds", type=float, default=3.0, help="for each measurement")
    bench.add_argument("--json", action="store_true", help="for programs")
    return parser


def _at_least_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("a batch holds at least one picture")
    return number


def _list(as_json: bool) -> None:
    statuses = available()
    if as_json:
        print(json.dumps({"backends": [asdict(status) for status in statuses]}, indent=2))
        return
    for status in statuses:
        if status.reason:
            print(f"{status.name:<12} {status.reason}")
        else:
            devices, precisions = ", ".join(status.devices), ", ".join(status.precisions)
            print(f"{status.name:<12} {status.version}, on {devices}, in {precisions}")


def _bench(options: argparse.Namespace) -> None:
    network: Path = options.network or shipped_network()
    results = run(network, options.backend, options.precision, options.batch, options.seconds)
    if options.json:
        print(json.dumps({"results": [result.as_json() for result in results]}, indent=2))
        return
    print(network.name)
    print(f"{'backend':<12} {'precision':<9} {'batch':>5} {'median ms':>10} {'p95 ms':>8}")
    for result in results:
        print(
            f"{result.backend:<12} {result.precision:<9} {result.batch:>5}"
            f" {result.median_ms:>10.2f} {result.p95_ms:>8.2f}"
        )


if __name__ == "__main__":
    sys.exit(main())
