"""What engines are called before people."""

from __future__ import annotations

from typing import Final

from posecam.gui.shared.translation import in_sentence, mark, tr_marked

BACKENDS: Final = {
    "openvino": "OpenVINO",
    "onnxruntime": "ONNX Runtime",
    "tensorrt": "TensorRT",
}
#: A quality of network alone, and with what it is for.
QUALITIES: Final = {
    "fast": (mark("Fast"), mark("Fast: for weak computers")),
    "balanced": (mark("Balanced"), mark("Balanced: for most computers")),
    "best": (mark("Best"), mark("Best: for fast computers")),
}


def engine_name(backend: str, precision: str = "") -> str:
    """A backend, and the arithmetic it uses where that is given."""
    name = BACKENDS.get(backend, backend)
    return f"{name} · {precision}" if precision else name


def quality_name(quality: str) -> str:
    """A network that ships, with what it is for."""
    names = QUALITIES.get(quality)
    return tr_marked(names[1]) if names else quality.capitalize()


def network_name(quality: str) -> str:
    """A network that ships, within a sentence."""
    names = QUALITIES.get(quality)
    return in_sentence(tr_marked(names[0])) if names else quality
