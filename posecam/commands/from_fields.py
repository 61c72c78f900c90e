"""Options of the command line made from the fields of a dataclass; see `posecam.bounds.Asked`."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from typing import Any

from posecam.bounds import Asked, bounds_in, how_asked
from posecam.commands import arguments


def add_options(parser: argparse.ArgumentParser, of: Any) -> None:
    """An option for every field of a dataclass that is asked for, in their order.

    What is not given stands nowhere in the result of parsing, so that the dataclass, or another
    place that has a value already, says what it is then.
    """
    for field in fields(of):
        how = how_asked(field)
        if how is None:
            continue
        if field.default is False:
            parser.add_argument(
                _option(field, how),
                dest=field.name,
                action="store_true",
                default=argparse.SUPPRESS,
                help=_words(field, how),
            )
        elif how.positional:
            parser.add_argument(
                field.name, type=_reader(field, how), metavar=how.unit, help=_words(field, how)
            )
        else:
            parser.add_argument(
                _option(field, how),
                dest=field.name,
                type=_reader(field, how),
                default=argparse.SUPPRESS,
                required=field.default is MISSING,
                metavar=how.unit,
                help=_words(field, how),
            )


def values_of(of: Any, given: Mapping[str, Any]) -> dict[str, Any]:
    """What was given of the fields of a dataclass, by their names."""
    return {field.name: given[field.name] for field in fields(of) if field.name in given}


def _option(field: Field[Any], how: Asked) -> str:
    return f"--{how.name or field.name.replace('_', '-')}"


def _words(field: Field[Any], how: Asked) -> str:
    if "{default}" not in how.words:
        return how.words
    default: Any = field.default
    return how.words.replace("{default}", f"{default / how.per_unit:g}")


def _reader(field: Field[Any], how: Asked) -> Callable[[str], Any]:
    if how.read is not None:
        return how.read
    low, high = (bound / how.per_unit for bound in bounds_in(field))
    if isinstance(field.default, int):
        return arguments.whole(int(low), int(high))
    read = arguments.number(low, high)
    return lambda text: read(text) * how.per_unit
