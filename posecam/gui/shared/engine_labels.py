"""What engines are called before people."""

from __future__ import annotations

from typing import Final

BACKENDS: Final = {
    "openvino": "OpenVINO",
    "onnxruntime": "ONNX Runtime",
    "tensorrt": "TensorRT",
}


def engine_name(backend: str, precision: str = "") -> str:
    """A backend, and the arithmetic it uses where that is given."""
    name = BACKENDS.get(backend, backend)
    return f"{name} · {precision}" if precision else name
