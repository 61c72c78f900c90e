"""What engines are called before people."""

from __future__ import annotations

from typing import Final

BACKENDS: Final = {
    "openvino": "OpenVINO",
    "onnxruntime": "ONNX Runtime",
    "tensorrt": "TensorRT",
}
QUALITIES: Final = {
    "fast": "for weak computers",
    "balanced": "for most computers",
    "best": "for fast computers",
}


def engine_name(backend: str, precision: str = "") -> str:
    """A backend, and the arithmetic it uses where that is given."""
    name = BACKENDS.get(backend, backend)
    return f"{name} · {precision}" if precision else name


def quality_name(quality: str) -> str:
    """A network that ships, with what it is for."""
    purpose = QUALITIES.get(quality, "")
    name = quality.capitalize()
    return f"{name}: {purpose}" if purpose else name
