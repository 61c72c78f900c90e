"""The commands of engines: what is there, how fast, whether it is right.

`python -m engines` has them, and a program that has networks may put them below a command of its
own, with `Defaults`.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final, get_args

import numpy as np
from numpy.typing import NDArray

from engines import arguments, cache, samples
from engines.ahead import build_plan
from engines.backends import BACKENDS, available
from engines.bench import BenchResult, input_shape, run
from engines.engine import EngineError, Precision
from engines.limit import multiply_adds, peak
from engines.network_file import read_network
from engines.plan_file import write_plan
from engines.verify import Check, verify, why_not_executed

_MEBI: Final = 1024 * 1024
_MOST_IMAGES: Final = 1024
_LARGEST_BATCH: Final = 256
_LONGEST_S: Final = 3600.0


@dataclass(frozen=True, slots=True)
class Defaults:
    """What is taken where a command line names nothing; asked for when it is needed.

    Attributes:
        network: gives an .onnx file.
        samples: gives something with people in it to compare on, as `samples.read` takes it.

    Either raises FileNotFoundError where it is missing.
    """

    network: Callable[[], Path] | None = None
    samples: Callable[[], Path] | None = None


def add_commands(parser: argparse.ArgumentParser) -> None:
    """Give a parser the commands; what it parses is for `run_command`."""
    commands = parser.add_subparsers(dest="action", metavar="COMMAND", required=True)

    listing = commands.add_parser("list", help="which backends this machine has, and why not")
    listing.add_argument("--json", action="store_true", help="for programs")
    listing.set_defaults(do=_list)

    bench = commands.add_parser("bench", help="how fast a network runs on them")
    bench.add_argument("network", nargs="?", type=arguments.path, help=_NETWORK)
    bench.add_argument(
        "--backend", type=arguments.one_of(*BACKENDS), help=f"{_names(BACKENDS)}; or all"
    )
    bench.add_argument(
        "--precision",
        type=arguments.one_of(*get_args(Precision)),
        help=f"{_names(get_args(Precision))}; or all",
    )
    bench.add_argument(
        "--batch",
        type=arguments.whole(1, _LARGEST_BATCH),
        nargs="+",
        default=[1, 4],
        help="numbers of images in one run; default: 1 4",
    )
    bench.add_argument(
        "--seconds",
        type=arguments.number(0.0, _LONGEST_S),
        default=3.0,
        help="for each measurement; default: 3",
    )
    _add_samples(bench)
    bench.add_argument("--limit", action="store_true", help="and the least time it could take")
    bench.add_argument("--json", action="store_true", help="for programs")
    bench.set_defaults(do=_bench)

    check = commands.add_parser("verify", help="try every way to run it here, compare the joints")
    check.add_argument("network", nargs="?", type=arguments.path, help=_NETWORK)
    _add_samples(check)
    check.add_argument("--json", action="store_true", help="for programs")
    check.set_defaults(do=_verify)

    build = commands.add_parser("build", help="compile a network ahead of time; needs no card")
    build.add_argument(
        "--backend", type=arguments.one_of(*_BUILDERS), help=f"default: {_BUILDERS[0]}"
    )
    build.add_argument(
        "--precision",
        type=arguments.one_of(*_BUILT),
        default="fp16",
        help=f"{_names(_BUILT)}; default: fp16",
    )
    build.add_argument("--network", type=arguments.path, help=_NETWORK)
    build.add_argument(
        "--target", type=arguments.word, nargs="+", help="e.g. SM89; default: every kind of card"
    )
    build.add_argument(
        "--out", type=arguments.new_file, required=True, help="the engine; FILE.json beside it"
    )
    build.set_defaults(do=_build)

    kept = commands.add_parser("cache", help="compiled networks that are kept")
    what = kept.add_mutually_exclusive_group()
    what.add_argument("--list", action="store_true", help="the default")
    what.add_argument("--clear", action="store_true", help="remove them all")
    kept.set_defaults(do=_cache)


def run_command(options: argparse.Namespace, defaults: Defaults) -> int:
    """Do what was parsed, and return the exit status: 1 where nothing runs as it should.

    Raises:
        EngineError: something cannot be done; the message says why.
    """
    status: int = options.do(options, defaults)
    return status


_NETWORK: Final = "an .onnx file; default: the one that ships"
_BUILDERS: Final = tuple(name for name, known in BACKENDS.items() if known.builder)
_BUILT: Final = ("fp32", "fp16", "int8")


def _add_samples(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--samples",
        type=arguments.existing,
        help="images with people: .npy, image, folder or video; default: the demo clip",
    )
    parser.add_argument(
        "--count",
        type=arguments.whole(1, _MOST_IMAGES),
        default=samples.COUNT,
        help=f"compare on so many images; default: {samples.COUNT}",
    )


def _names(names: Iterable[str]) -> str:
    return ", ".join(names)


def _list(options: argparse.Namespace, _defaults: Defaults) -> int:
    statuses = available()
    if options.json:
        print(json.dumps({"backends": [asdict(status) for status in statuses]}, indent=2))
        return 0
    for status in statuses:
        if status.reason:
            print(f"{status.name:<12} {status.reason}")
        else:
            devices, precisions = ", ".join(status.devices), ", ".join(status.precisions)
            print(f"{status.name:<12} {status.version}, on {devices}, in {precisions}")
    return 0


def _bench(options: argparse.Namespace, defaults: Defaults) -> int:
    network = _network(options, defaults)
    images, seen = _images(network, options, defaults)
    results = run(
        network, options.backend, options.precision, options.batch, options.seconds, images
    )
    measured = [row for row in results if row.median_ms is not None]
    right = any(not row.reason for row in measured)
    if options.json:
        print(json.dumps({"results": [result.as_json() for result in results]}, indent=2))
        return 0 if right else 1
    print(f"{network.name}, joints compared with fp32 on {seen}")
    width = max(len(row.network) for row in results)
    print(
        f"{'backend':<12} {'network':<{width}} {'precision':<10} {'batch':>5} {'median ms':>10}"
        f" {'p95 ms':>8} {'distance px':>12}  device"
    )
    for row in results:
        print(
            f"{row.backend:<12} {row.network:<{width}} {_precision(row):<10} {row.batch:>5}"
            f" {_number(row.median_ms, 2):>10} {_number(row.p95_ms, 2):>8}"
            f" {_number(row.distance_px, 3):>12}  {row.reason or row.device}"
        )
    if options.limit:
        _print_limits(network, measured)
    return 0 if right else 1


def _precision(row: BenchResult | Check) -> str:
    """As "int8" or, where what is not quantised runs in another, as "int8, bf16"."""
    hint = row.hint if row.precision == "int8" and row.hint != "fp32" else None
    return f"{row.precision}, {hint}" if hint else row.precision


def _print_limits(network: Path, results: Sequence[BenchResult]) -> None:
    """How the medians compare with what the machine does at its best."""
    count = multiply_adds(read_network(network).data)
    print(f"{count / 1e9:.3f} G multiply-adds an image; at the most that this machine does:")
    for backend, precision in dict.fromkeys((r.backend, r.precision) for r in results):
        most = peak(backend, precision)
        print(f"{backend:<12} {precision:<9} {most / 1e9:7.0f} G/s, {count / most * 1e3:6.2f} ms")


def _verify(options: argparse.Namespace, defaults: Defaults) -> int:
    network = _network(options, defaults)
    images, seen = _images(network, options, defaults)
    checks = verify(network, images)
    why = why_not_executed()
    right = any(check.verdict == "agrees" for check in checks)
    if options.json:
        rows = [asdict(check) for check in checks]
        print(json.dumps({"checks": rows, **why, "right": right}, indent=2))
        return 0 if right else 1
    print(f"{network.name}, joints compared with fp32 on {seen}")
    width = max(len(check.network) for check in checks)
    print(
        f"{'backend':<12} {'network':<{width}} {'precision':<10} {'ready s':>8} {'median ms':>10}"
        f" {'distance px':>12}  verdict"
    )
    for check in checks:
        print(
            f"{check.backend:<12} {check.network:<{width}} {_precision(check):<10}"
            f" {check.ready_s:>8.2f} {_number(check.median_ms, 2):>10}"
            f" {_number(check.distance_px, 3):>12}  {_verdict(check)}"
        )
    for name, reason in why.items():
        if reason:
            print(f"{name} could not execute here. {reason}")
    print(_summary(checks))
    return 0 if right else 1


def _summary(checks: Sequence[Check]) -> str:
    tried = [check for check in checks if check.verdict != "builds"]
    good = [check for check in tried if check.verdict == "agrees"]
    if len(good) == len(tried):
        return f"Each of the {len(tried)} ways to run it here gives the same joints."
    if good:
        return (
            f"{len(good)} of {len(tried)} ways to run it here give the same joints; posecam passes "
            "over the others."
        )
    return "No way to run it here gives the joints that fp32 gives."


def _verdict(check: Check) -> str:
    size = f" {check.plan_bytes / _MEBI:.1f} MiB" if check.plan_bytes else ""
    return f"{check.verdict}{size}{f' {check.note}' if check.note else ''}"


def _build(options: argparse.Namespace, defaults: Defaults) -> int:
    network = _network(options, defaults)
    start = time.perf_counter()
    plan = build_plan(network, options.precision, options.target, _progress)
    if sys.stderr.isatty():
        print(file=sys.stderr)
    write_plan(plan, options.out)
    print(
        f"{options.out}: {plan.network} in {plan.precision} for {', '.join(plan.targets)}, "
        f"{len(plan.data) / _MEBI:.1f} MiB in {time.perf_counter() - start:.1f} s, "
        f"TensorRT {plan.version}"
    )
    return 0


def _progress(fraction: float) -> bool:
    if sys.stderr.isatty():
        print(f"\rbuilding {fraction:4.0%}", end="", file=sys.stderr, flush=True)
    return True


def _cache(options: argparse.Namespace, _defaults: Defaults) -> int:
    if options.clear:
        print(f"{cache.clear()} removed from {cache.folder()}")
        return 0
    entries = cache.entries()
    for entry in entries:
        used = time.strftime("%Y-%m-%d %H:%M", time.localtime(entry.used))
        print(f"{entry.name[:16]}  {entry.size / _MEBI:8.1f} MiB  last used {used}")
    total = sum(entry.size for entry in entries) / _MEBI
    limit = cache.LIMIT_BYTES // _MEBI
    print(f"{len(entries)} in {cache.folder()}, {total:.1f} of at most {limit} MiB")
    return 0


def _network(options: argparse.Namespace, defaults: Defaults) -> Path:
    given: Path | None = options.network
    if given is not None:
        return given
    if defaults.network is None:
        raise EngineError(
            "No network is given: name an .onnx file, or let `posecam engines` take the one that "
            "ships."
        )
    try:
        return defaults.network()
    except FileNotFoundError as error:
        raise EngineError(str(error)) from error


def _images(
    network: Path, options: argparse.Namespace, defaults: Defaults
) -> tuple[NDArray[np.float32], str]:
    """Images to compare on, and what they are."""
    shape = input_shape(network)
    source: Path | None = options.samples
    if source is None and defaults.samples is not None:
        with contextlib.suppress(FileNotFoundError):
            source = defaults.samples()
    if source is None:
        return samples.synthetic(shape), "coloured patches (no person in them)"
    images = samples.read(source, shape, options.count)
    return images, f"{len(images)} images of {source.name}"


def _number(value: float | None, digits: int) -> str:
    return "-" if value is None else f"{value:.{digits}f}"
