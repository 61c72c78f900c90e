"""HLG and PQ as SDR: what a phone's HDR film looks like on an ordinary screen.

The light of a pixel is reckoned after ITU-R BT.2100, its colours taken from BT.2020 to BT.709, and
what is brighter than a screen can show is bent below white, by one factor for all three colours,
so that their hue stays. White of a page or a shirt, 203 cd/m2 after ITU-R BT.2408, becomes nearly
white.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]

#: Transfer functions as FFmpeg numbers them (ITU-T H.273).
PQ: Final = 16
HLG: Final = 18
HDR: Final = frozenset({PQ, HLG})
#: cd/m2 of white in SDR, and of the brightest that is told apart.
_WHITE: Final = 203.0
_PEAK: Final = 1000.0
#: Up to this share of white, light stays as it is.
_KNEE: Final = 0.5
_NODES: Final = 33
_TO_709: Final = np.array(
    [[1.6605, -0.5876, -0.0728], [-0.1246, 1.1329, -0.0083], [-0.0182, -0.1006, 1.1187]]
)
_LUMINANCE: Final = np.array([0.2627, 0.6780, 0.0593])


def to_sdr(signal: FloatArray, transfer: int) -> FloatArray:
    """(..., 3) RGB 0..1 of BT.2020 in HLG or PQ to (..., 3) RGB 0..1 of BT.709 with sRGB's curve.

    Args:
        signal: as it is stored.
        transfer: `PQ` or `HLG`.
    """
    light = _pq(signal) if transfer == PQ else _hlg(signal)
    shown = np.maximum(light @ _TO_709.T / _WHITE, 0.0)
    brightest = shown.max(-1, keepdims=True)
    bent = _bent(brightest) / np.maximum(brightest, 1e-9)
    linear = np.clip(shown * bent, 0.0, 1.0)
    curve = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return np.asarray(curve, np.float64)


@contextmanager
def tone_table(transfer: int) -> Iterator[Path]:
    """A file of `to_sdr` for FFmpeg's filter lut3d; it is gone after the block.

    Raises:
        OSError: there is no room for it.
    """
    with tempfile.TemporaryDirectory(prefix="posecam-") as folder:
        path = Path(folder) / "sdr.cube"
        path.write_text(_table(transfer), encoding="ascii")
        yield path


@lru_cache(2)
def _table(transfer: int) -> str:
    steps = np.linspace(0.0, 1.0, _NODES)
    blue, green, red = np.meshgrid(steps, steps, steps, indexing="ij")  # red changes fastest
    values = to_sdr(np.stack([red, green, blue], -1).reshape(-1, 3), transfer)
    rows = "\n".join(f"{r:.5f} {g:.5f} {b:.5f}" for r, g, b in values.tolist())
    return f"LUT_3D_SIZE {_NODES}\n{rows}\n"


def _pq(signal: FloatArray) -> FloatArray:
    """cd/m2 (BT.2100, table 4)."""
    root = np.clip(signal, 0.0, 1.0) ** (32 / 2523)
    ratio = np.maximum(root - 107 / 128, 0.0) / (2413 / 128 - 2392 / 128 * root)
    return np.asarray(10000.0 * ratio ** (8192 / 1305), np.float64)


def _hlg(signal: FloatArray) -> FloatArray:
    """cd/m2 on a screen of 1000 (BT.2100, table 5, with its system gamma of 1.2)."""
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    value = np.clip(signal, 0.0, 1.0)
    scene = np.where(value <= 0.5, value**2 / 3, (np.exp((value - c) / a) + b) / 12)
    luminance = (scene @ _LUMINANCE)[..., None]
    return np.asarray(1000.0 * luminance**0.2 * scene, np.float64)


def _bent(light: FloatArray) -> FloatArray:
    """Below `_KNEE` as it is; above, a hyperbola of the same slope that reaches 1 at the peak."""
    peak = _PEAK / _WHITE
    k = _KNEE
    a = -(k**2) * (peak - 1) / (k**2 - 2 * k + peak)
    b = (k**2 - 2 * k * peak + peak) / max(peak - 1, 1e-6)
    above = (b**2 + 2 * b * k + k**2) / (b - a) * (light + a) / (light + b)
    return np.asarray(np.where(light <= k, light, np.minimum(above, 1.0)), np.float64)
