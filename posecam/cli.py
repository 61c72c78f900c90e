"""The command line: joins the commands, and says in one sentence what went wrong."""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from typing import Any, Final, Protocol

from posecam import __version__
from posecam.commands import (
    arguments,
    bench,
    devices,
    doctor,
    engines,
    export,
    process,
    reprocess,
    review,
    run,
)
from posecam.errors import PosecamError
from posecam.log import keep_log
from posecam.shutdown import Ended, ended_by_signals


class _Command(Protocol):
    def add_arguments(self, parser: argparse.ArgumentParser, /) -> None: ...

    def run(self, options: Mapping[str, Any], /) -> int: ...


_COMMANDS: Final[Mapping[str, tuple[_Command, str]]] = {
    "run": (run, "open the window (the default)"),
    "review": (review, "open recordings, without a camera"),
    "process": (process, "videos to sessions, no window"),
    "reprocess": (reprocess, "run the network on sessions again: every frame, without lag"),
    "export": (export, "a session to files for other programs"),
    "bench": (bench, "measure the whole pipeline on a clip"),
    "devices": (devices, "list the cameras"),
    "engines": (engines, "what can run the network here, how fast, and whether it is right"),
    "doctor": (doctor, "what there is here and what is missing, for a report"),
}


def make_parser() -> argparse.ArgumentParser:
    """What reads the command line; it raises where that says something impossible."""
    parser = arguments.Parser(
        prog="posecam",
        description="Live 3D motion capture from one ordinary webcam, offline.",
        epilog="Without a command the window opens.",
    )
    parser.add_argument("--version", action="version", version=f"posecam {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name, (command, words) in _COMMANDS.items():
        command.add_arguments(commands.add_parser(name, help=words))
    return parser


def _say_anything() -> None:
    """Let names that the encoding of a terminal or file lacks be said with marks, as on Windows."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors="backslashreplace")


def main(words: Sequence[str] | None = None) -> int:
    """Run a command. 0: done; 2: the person must change something; 128 + n: ended by signal n."""
    given = list(sys.argv[1:] if words is None else words)
    if not given or (given[0] not in _COMMANDS and given[0] not in ("-h", "--help", "--version")):
        given.insert(0, "run")
    keep_log()
    _say_anything()
    try:
        options = vars(make_parser().parse_args(given))
        command, _ = _COMMANDS[options.pop("command")]
        with ended_by_signals():
            return command.run(options)
    except PosecamError as error:
        print(f"posecam: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt as error:
        with contextlib.suppress(OSError):  # the terminal may have gone
            print("posecam: interrupted; what was written so far is kept.", file=sys.stderr)
        return 128 + (error.number if isinstance(error, Ended) else signal.SIGINT)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
