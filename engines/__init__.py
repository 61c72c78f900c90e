"""Networks made runnable: tensors in, tensors out.

`load` picks a backend and makes a network file run on it. This package knows no joint, no camera
and no window; each backend's library is imported when it is first used.
"""

from __future__ import annotations

from engines.ahead import prepare
from engines.backends import available
from engines.choose import load
from engines.engine import Engine, EngineError, EngineInfo, Precision
from engines.privacy import keep_private

__all__ = ["Engine", "EngineError", "EngineInfo", "Precision", "available", "load", "prepare"]

keep_private()
