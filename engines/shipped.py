"""What comes with an installation and is of use to engines: the network and a clip of a person."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from engines.engine import EngineError

_CLIP: Final = "demo.mp4"


def shipped_network() -> Path:
    """The network of resources/, in a checkout or in an installed posecam.

    Of several it is the largest: small ones help it. Quantised forms are not meant.

    Raises:
        EngineError: there is none.
    """
    for folder in _folders():
        networks = sorted(p for p in folder.rglob("*.onnx") if ".int8" not in p.name)
        if networks:
            return max(networks, key=lambda path: path.stat().st_size)
    raise EngineError("No network ships with this installation; name an .onnx file.")


def shipped_clip() -> Path | None:
    """The demo clip, in which a person is in the middle of the image; None without one."""
    return next((folder / _CLIP for folder in _folders() if (folder / _CLIP).is_file()), None)


def _folders() -> tuple[Path, Path]:
    root = Path(__file__).resolve().parent.parent
    return root / "resources", root / "posecam" / "resources"
