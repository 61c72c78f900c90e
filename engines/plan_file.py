"""An engine that TensorRT built, as a file of its own with its description beside it.

The engine alone tells neither the network's metadata nor which network it was built from, so
`FILE.json` lies beside `FILE`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from os import PathLike
from pathlib import Path
from typing import Any, Final, get_args

from engines.engine import EngineError, Precision

#: What an engine begins with.
MAGIC: Final = b"vtrt"


@dataclass(frozen=True, slots=True)
class Port:
    """An input or output: -1 in the shape is the batch size."""

    name: str
    shape: tuple[int, ...]
    dtype: str


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """A built engine.

    Attributes:
        data: what TensorRT loads.
        network: file name of the network it was built from.
        sha256: of that file, hexadecimal.
        metadata: the key/value pairs of that file.
        precision: arithmetic of the heavy part.
        version: of the TensorRT that built it; no other can load it.
        targets: compute capabilities it runs on, e.g. "SM89".
        inputs, outputs: as TensorRT sees them.
    """

    data: bytes
    network: str
    sha256: str
    metadata: Mapping[str, str]
    precision: Precision
    version: str
    targets: tuple[str, ...]
    inputs: tuple[Port, ...]
    outputs: tuple[Port, ...]


def is_plan(path: str | PathLike[str]) -> bool:
    """Whether a file begins as an engine does; False where it cannot be read."""
    try:
        with Path(path).open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


def write_plan(plan: Plan, path: Path) -> None:
    """Write the engine and its description.

    Raises:
        EngineError: the place cannot be written to.
    """
    description = {**asdict(plan), "metadata": dict(plan.metadata)}
    del description["data"]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(plan.data)
        _beside(path).write_text(json.dumps(description, indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        raise EngineError(
            f"The engine {path} cannot be written: {error.strerror or type(error).__name__}."
        ) from error


def read_plan(path: str | PathLike[str]) -> Plan:
    """Read an engine and its description.

    Raises:
        EngineError: one of the two is missing, or the description is not what was written.
    """
    path = Path(path)
    try:
        data = path.read_bytes()
        text = _beside(path).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise EngineError(
            f"The engine {path} cannot be used: {error.filename} is missing."
        ) from None
    except OSError as error:
        raise EngineError(
            f"The engine {path} cannot be read: {error.strerror or type(error).__name__}."
        ) from error
    try:
        return _plan(data, json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise EngineError(
            f"The engine {path} cannot be used: {_beside(path)} does not describe an engine."
        ) from None


def _beside(path: Path) -> Path:
    return path.with_name(path.name + ".json")


def _plan(data: bytes, fields: dict[str, Any]) -> Plan:
    if fields["precision"] not in get_args(Precision):
        raise ValueError(fields["precision"])
    return Plan(
        data=data,
        network=str(fields["network"]),
        sha256=str(fields["sha256"]),
        metadata={str(k): str(v) for k, v in fields["metadata"].items()},
        precision=fields["precision"],
        version=str(fields["version"]),
        targets=tuple(map(str, fields["targets"])),
        inputs=_ports(fields["inputs"]),
        outputs=_ports(fields["outputs"]),
    )


def _ports(rows: list[dict[str, Any]]) -> tuple[Port, ...]:
    return tuple(Port(r["name"], tuple(map(int, r["shape"])), r["dtype"]) for r in rows)
