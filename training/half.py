"""Averaged weights alone, in half precision, in files small enough to be sent: `cat` joins them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from posecam.errors import PosecamError
from training.checkpoint import read_checkpoint

#: Largest file that is written, MB.
MOST_MB = 16.0
_KEPT = ("configuration", "size", "stage", "step")


def halve(checkpoint: Path, out: Path, most_mb: float = MOST_MB) -> list[Path]:
    """Write what `write_half` does of a checkpoint, and say how large it is.

    Raises:
        PosecamError: it cannot be read or written.
    """
    files = write_half(out, read_checkpoint(checkpoint), most_mb)
    for file in files:
        print(f"{file}: {file.stat().st_size / 1e6:.1f} MB")
    return files


def write_half(out: Path, state: dict[str, Any], most_mb: float = MOST_MB) -> list[Path]:
    """Write the averaged weights of a checkpoint's contents in half precision.

    The file is a checkpoint to `--start` from, to export and to evaluate; an optimiser it has not.
    Where it is larger than `most_mb` it is cut into `OUT.0`, `OUT.1` ..., to be joined with `cat`.

    Returns:
        What was written; each file is replaced at once.

    Raises:
        PosecamError: it cannot be written.
    """
    kept = {name: state[name] for name in _KEPT if name in state}
    kept["average"] = {name: _half(value) for name, value in state["average"].items()}
    stream = io.BytesIO()
    torch.save(kept, stream)
    whole, most = stream.getbuffer(), int(most_mb * 1e6)
    pieces = [whole[begin : begin + most] for begin in range(0, len(whole), most)]
    files = [out] if len(pieces) == 1 else [Path(f"{out}.{i}") for i in range(len(pieces))]
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        for file, piece in zip(files, pieces, strict=True):
            partial = file.with_name(f"{file.name}.part")
            partial.write_bytes(piece)
            partial.replace(file)
    except OSError as error:
        raise PosecamError(f"{out} cannot be written ({error}).") from error
    return files


def _half(value: Tensor) -> Tensor:
    value = value.detach().cpu()
    return value.half() if value.dtype.is_floating_point else value
