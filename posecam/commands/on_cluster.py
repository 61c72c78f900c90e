"""What `process` and `reprocess` have in common on the workers of Dask."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from posecam.cluster import ADDRESS, LOCAL
from posecam.commands import arguments


class Told(Protocol):
    """A row of a table."""

    @property
    def state(self) -> str:
        """ "done", "kept" or "failed"."""

    @property
    def problem(self) -> str:
        """Sentence, or ""."""


def add_cluster(parser: argparse.ArgumentParser) -> None:
    """The option --cluster."""
    parser.add_argument(
        "--cluster",
        type=_cluster,
        metavar="local|ADDRESS",
        help="on the workers of Dask: of this machine, or of a scheduler such as tcp://HOST:8786",
    )


@contextmanager
def shown(unit: str, total: int) -> Iterator[Callable[[int, int, int], None]]:
    """A bar, where standard error is a terminal, to tell (finished, of how many, frames)."""
    from tqdm import tqdm

    with tqdm(unit=unit, total=total, disable=None) as bar:

        def show(finished: int, _: int, frames: int) -> None:
            bar.set_postfix_str(f"{frames} frames", refresh=False)
            bar.update(finished - bar.n)

        yield show


def told(rows: Sequence[Told], table: Path) -> int:
    """Say what became of each, and where the table is; the exit code."""
    for row in rows:
        if row.problem:
            print(f"posecam: {row.problem}", file=sys.stderr)
    count = {state: sum(r.state == state for r in rows) for state in ("done", "kept", "failed")}
    print(f"{count['done']} done, {count['kept']} there already, {count['failed']} failed")
    print(table)
    return 2 if count["failed"] else 0


def _cluster(given: str) -> str:
    """ "local", or the address of a scheduler."""
    arguments.text(given)
    if given != LOCAL and not re.fullmatch(ADDRESS, given):
        raise argparse.ArgumentTypeError(
            f"is {arguments.shown(given)}: it must be local, or an address such as tcp://HOST:8786"
        )
    return given
