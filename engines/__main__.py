"""Run networks on this machine: what is there, how fast, whether it is right."""

from __future__ import annotations

import argparse
import functools
import sys
from collections.abc import Callable, Sequence
from importlib import metadata
from pathlib import Path
from typing import Final, NoReturn

from engines.arguments import sentence
from engines.command_line import Defaults, add_commands, run_command
from engines.engine import EngineError

#: Entry points under which an application that comes with engines says what `Defaults` asks for:
#: this package knows no file.
_GROUP: Final = "engines.defaults"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit status: 2 where the person has to change something."""
    parser = _Parser(prog="python -m engines", description=__doc__)
    add_commands(parser)
    try:
        options = parser.parse_args(arguments)
        return run_command(options, Defaults(_declared("network"), _declared("samples")))
    except EngineError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise EngineError(sentence(message))


def _declared(name: str) -> Callable[[], Path] | None:
    entries = metadata.entry_points(group=_GROUP, name=name)
    return next((functools.partial(_call, entry) for entry in entries), None)


def _call(entry: metadata.EntryPoint) -> Path:
    path: Path = entry.load()()
    return path


if __name__ == "__main__":
    sys.exit(main())
