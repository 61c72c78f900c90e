"""Numbers with bounds: fields of a dataclass that say what values they may have."""

from __future__ import annotations

from dataclasses import Field, field, fields
from typing import Any, Final

#: Key of a field's metadata.
_BOUNDS: Final = "bounds"


def bounded(default: float, low: float, high: float) -> Any:
    """A field of a dataclass whose value lies in low..high. It is not checked: see `bounds_of`."""
    return field(default=default, metadata={_BOUNDS: (low, high)})


def bounds_of(of: Any, name: str) -> tuple[float, float]:
    """Smallest and largest value of a bounded field of a dataclass or of one of its instances."""
    (found,) = (f for f in fields(of) if f.name == name)
    return bounds_in(found)


def bounds_in(of: Field[Any]) -> tuple[float, float]:
    """The same of a field itself."""
    low, high = of.metadata[_BOUNDS]
    return float(low), float(high)
