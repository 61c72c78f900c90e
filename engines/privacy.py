"""Keeps the libraries that run networks from telling others that they run.

Unasked, onnxruntime looks up names, calls Microsoft and writes a device's id into the home folder
as soon as it is imported; openvino and nncf report their import to Google Analytics. Each has to be
told before it is imported: afterwards it is too late.
"""

from __future__ import annotations

import os
import sys


def keep_private() -> None:
    """Switch off what any of them would send; also in the processes that this one starts."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    # Without this package openvino and nncf take a stub of their own instead.
    # None forbids the import.
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]
