"""`posecam engines`: the commands of `python -m engines`, with the network and clip that ship."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Any

from posecam import resources
from posecam.errors import NetworkError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the engines offer."""
    from engines.command_line import add_commands

    add_commands(parser)


def run(options: Mapping[str, Any]) -> int:
    """Do it; 1 where nothing runs the network as it should.

    Raises:
        NetworkError: it cannot be done.
    """
    from engines.command_line import Defaults, run_command
    from engines.engine import EngineError

    defaults = Defaults(resources.network, resources.clip)
    try:
        return run_command(argparse.Namespace(**options), defaults)
    except EngineError as error:
        raise NetworkError(str(error)) from error
