"""Fields of an options dataclass that say what values they may have and how a person gives them.

    smoothness: float = bounded(0.5, 0, 1, how=Asked("0 is raw", unit="0..1"))

Window, command line and recordings take the bounds from here, the command line its option too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from typing import Any, Final

#: Keys of a field's metadata.
_BOUNDS: Final = "bounds"
_ASKED: Final = "asked"


@dataclass(frozen=True, slots=True)
class Asked:
    """How the command line asks for a field; a switch where its default is False.

    Attributes:
        words: what the help says of it; {default} stands for the number that the field has if none
            is given, in units.
        name: of the option, where it is not the field's.
        unit: what stands for the value in the help.
        per_unit: how much of the field one of that unit is.
        read: makes a value of what was given, where type and bounds of the field do not say how.
        positional: given by its place and not by its name.
    """

    words: str = ""
    name: str = ""
    unit: str | None = None
    per_unit: float = 1.0
    read: Callable[[str], Any] | None = None
    positional: bool = False


def bounded(default: float, low: float, high: float, *, how: Asked | None = None) -> Any:
    """A field of a dataclass whose value lies in low..high. It is not checked: see `bounds_of`."""
    return field(default=default, metadata={_BOUNDS: (low, high), _ASKED: how})


def asked(how: Asked, default: Any = MISSING) -> Any:
    """A field without bounds that the command line asks for; without a default it must be given."""
    return field(default=default, metadata={_ASKED: how})


def how_asked(of: Field[Any]) -> Asked | None:
    """How the command line asks for a field; None where it does not."""
    return of.metadata.get(_ASKED)


def bounds_of(of: Any, name: str) -> tuple[float, float]:
    """Smallest and largest value of a bounded field of a dataclass or of one of its instances."""
    (found,) = (f for f in fields(of) if f.name == name)
    return bounds_in(found)


def bounds_in(of: Field[Any]) -> tuple[float, float]:
    """The same of a field itself."""
    low, high = of.metadata[_BOUNDS]
    return float(low), float(high)


def usable(of: Any, said: Mapping[str, Any]) -> dict[str, Any]:
    """What a table from a file says of the bounded fields of a dataclass, as far as it may be so.

    A number of another kind, or out of bounds, is left out.
    """
    found: dict[str, Any] = {}
    for f in fields(of):
        value = said.get(f.name)
        if _BOUNDS not in f.metadata or isinstance(value, bool):
            continue
        whole = isinstance(f.default, int)
        if not isinstance(value, int if whole else int | float):
            continue
        low, high = bounds_in(f)
        if low <= value <= high:
            found[f.name] = int(value) if whole else float(value)
    return found
