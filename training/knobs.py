"""Command lines made of the fields of a dataclass: a knob is named and explained once, there.

@dataclass(frozen=True, slots=True)
class Options:
    run: Annotated[Path, Knob("folder of the run")]
    steps: Annotated[int, Knob("of the optimiser in the whole run")] = 4000

add_knobs(parser, Options)
options = from_arguments(Options, parser.parse_args())
"""

from __future__ import annotations

import argparse
import types
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Knob:
    """What a field is for.

    Attributes:
        help: for the reader of `--help` and of the dataclass.
        earlier: names that the option had; they work on, and no person is told of them.
        metavar: what stands for the value.
    """

    help: str
    earlier: tuple[str, ...] = ()
    metavar: str | None = None


def add_knobs(parser: argparse.ArgumentParser, options: type[Any]) -> None:
    """An argument for every field that is annotated with a `Knob`."""
    hints = get_type_hints(options, include_extras=True)
    for field in fields(options):
        hint = hints[field.name]
        if get_origin(hint) is not Annotated:
            continue
        kind, knob = get_args(hint)[:2]
        required = field.default is MISSING and field.default_factory is MISSING
        name = "--" + field.name.replace("_", "-")
        how = _how(kind)
        text = knob.help
        if not required and field.default not in (None, (), False):
            text = f"{text}; default: {field.default}"
        shown: dict[str, Any] = {"metavar": knob.metavar} if knob.metavar else {}
        parser.add_argument(
            name, dest=field.name, required=required, default=argparse.SUPPRESS,
            help=text.replace("%", "%%"), **how, **shown,
        )  # fmt: skip
        for old in knob.earlier:
            parser.add_argument(
                old, dest=field.name, default=argparse.SUPPRESS, help=argparse.SUPPRESS, **how
            )


def from_arguments(options: Callable[..., T], given: dict[str, Any]) -> T:
    """The dataclass of what was given on the command line; its own defaults for the rest."""
    known = {field.name for field in fields(options)}  # type: ignore[arg-type]
    values = {name: value for name, value in given.items() if name in known}
    return options(**{k: tuple(v) if isinstance(v, list) else v for k, v in values.items()})


def _how(kind: Any) -> dict[str, Any]:
    """How argparse reads a value of this type."""
    if get_origin(kind) in (Union, types.UnionType):
        (kind,) = (part for part in get_args(kind) if part is not type(None))
    if kind is bool:
        return {"action": "store_true"}
    if get_origin(kind) is tuple:
        parts = get_args(kind)
        count = "*" if parts[-1] is Ellipsis else len(parts)
        return {"type": parts[0], "nargs": count}
    return {"type": kind}
