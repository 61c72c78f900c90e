"""Whether there is NVIDIA's driver, found out without loading anything of CUDA."""

from __future__ import annotations

import ctypes
import functools
import sys
from typing import Final

_LIBRARY: Final = "nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1"


@functools.cache
def driver_is_there() -> bool:
    """Whether the driver's library can be loaded. A card may be missing all the same."""
    try:
        ctypes.CDLL(_LIBRARY)
    except OSError:
        return False
    return True
