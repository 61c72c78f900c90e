"""The reference of commands, made from the parsers that read them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from functools import partial
from typing import Any, Final

from posecam.cli import make_parser

_WIDTH: Final = 90
_HEAD: Final = """# Commands

What `posecam` takes; `posecam COMMAND --help` says the same. What goes wrong is one sentence on
standard error. The exit code is 0 where it was done, 2 where a person must change something, and
128 + *n* where signal *n* ended it. Without a command the window opens.
"""


def page() -> str:
    """The page in Markdown."""
    return "\n".join([_HEAD, *_commands(make_parser(), "posecam", 2)])


def _commands(parser: argparse.ArgumentParser, name: str, level: int) -> Iterator[str]:
    for action in parser._actions:
        if not isinstance(action, argparse._SubParsersAction):
            continue
        words = {choice.dest: choice.help or "" for choice in action._choices_actions}
        for command, below in action.choices.items():
            full = f"{name} {command}"
            yield f"{'#' * level} {full}\n"
            yield f"{_sentence(words.get(command, ''))}\n"
            yield from _options(below, full)
            yield from _commands(below, full, level + 1)


def _options(parser: argparse.ArgumentParser, name: str) -> Iterator[str]:
    shown = [
        action
        for action in parser._actions
        if not isinstance(action, argparse._HelpAction | argparse._SubParsersAction)
        and action.help is not argparse.SUPPRESS
    ]
    if not shown:
        return
    yield f"```\n{_usage(parser, name)}\n```\n"
    yield "| | |\n|---|---|"
    for action in shown:
        yield f"| {_called(action)} | {_cell(action.help or '')} |"
    yield ""


def _usage(parser: argparse.ArgumentParser, name: str) -> str:
    """As the parser says it, but as wide everywhere."""
    before = parser.prog, parser.formatter_class
    parser.prog, parser.formatter_class = name, partial(argparse.HelpFormatter, width=_WIDTH)
    try:
        return parser.format_usage().removeprefix("usage: ").strip()
    finally:
        parser.prog, parser.formatter_class = before


def _called(action: argparse.Action) -> str:
    """An option with what follows it, or the name of a positional."""
    value = "" if action.nargs == 0 else _value(action)
    if not action.option_strings:
        return f"`{_cell(value)}`"
    return ", ".join(f"`{_cell(f'{name} {value}'.strip())}`" for name in action.option_strings)


def _value(action: argparse.Action) -> str:
    if action.choices is not None:
        return "{" + ",".join(map(str, action.choices)) + "}"
    metavar: Any = action.metavar
    name = action.dest.upper() if action.option_strings else action.dest
    return str(metavar or name)


def _cell(text: str) -> str:
    return text.replace("%%", "%").replace("|", "\\|").replace("\n", " ")


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}." if text else ""
