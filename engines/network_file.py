"""A network file, read once and looked over before a backend sees it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Final

from engines.engine import EngineError
from engines.onnx_metadata import OnnxFormatError, read_metadata

#: The operation that every quantised graph holds, as its name lies in the file.
_QUANTISES: Final = b"\x0eQuantizeLinear"


@dataclass(frozen=True, slots=True, eq=False)
class NetworkFile:
    """The content of an .onnx file.

    Attributes:
        name: file name without its folder.
        data: the whole file. Backends load from it rather than from the path, so that what runs
            is what the hash says.
        sha256: of the data, hexadecimal.
        metadata: the key/value pairs stored in it.
        quantised: whether its arithmetic is int8, by operations in the graph that say so.
    """

    name: str
    data: bytes
    sha256: str
    metadata: Mapping[str, str]
    quantised: bool = False


def read_network(path: str | PathLike[str]) -> NetworkFile:
    """Read an .onnx file.

    Raises:
        EngineError: there is no such file, it cannot be read, or it is no whole ONNX file.
    """
    path = Path(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise EngineError(f"There is no network file {path}.") from None
    except IsADirectoryError:
        raise EngineError(f"{path} is a folder, not a network file.") from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise EngineError(f"The network file {path} cannot be read: {reason}.") from error
    try:
        metadata = read_metadata(data)
    except OnnxFormatError as error:
        raise EngineError(f"The network file {path} {error}.") from error
    return NetworkFile(
        path.name, data, hashlib.sha256(data).hexdigest(), metadata, _QUANTISES in data
    )
