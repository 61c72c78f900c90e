"""The line of figures under the picture."""

from __future__ import annotations

import math

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QWidget

from posecam.live_status import EngineState, PipelineStatus, Spread


def latency_text(spread: Spread) -> str:
    """Median and 95th percentile in whole milliseconds."""
    if math.isnan(spread.median):
        return "latency –"
    return f"latency {spread.median:.0f} ms (p95 {spread.p95:.0f} ms)"


def engine_text(engine: EngineState) -> str:
    """Backend and precision, or where the network is instead."""
    if engine.info is not None and engine.kind == "ready":
        return f"{engine.info.backend} · {engine.info.precision}"
    return {"loading": "network loading…", "failed": "no network"}.get(engine.kind, "")


class StatusLine(QWidget):
    """Shows a `PipelineStatus`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 5, 12, 5)
        layout.setSpacing(22)
        self.camera, self.network, self.latency = QLabel(), QLabel(), QLabel()
        self.dropped, self.engine = QLabel(), QLabel()
        self.camera.setToolTip("Frames per second that the source delivers, measured")
        self.network.setToolTip("Frames per second that the network answers, measured")
        self.dropped.setToolTip(
            "Frames of this source that the network never saw because it was busy.\n"
            "A skipped frame costs smoothness, not delay."
        )
        for label in (self.camera, self.network, self.latency, self.dropped):
            layout.addWidget(label)
        layout.addStretch(1)
        layout.addWidget(self.engine)

    def show_status(self, status: PipelineStatus) -> None:
        self.camera.setText(f"camera {status.camera_fps:.1f} fps")
        self.network.setText(f"network {status.network_fps:.1f} fps")
        self.latency.setText(latency_text(status.paint_ms))
        self.latency.setToolTip(
            "From a frame's arrival to the end of painting it.\n"
            f"From a frame's arrival to its pose: {latency_text(status.result_ms)[8:]}"
        )
        self.dropped.setText(f"dropped {status.dropped}")
        self.engine.setText(engine_text(status.engine))
        info = status.engine.info
        self.engine.setToolTip(
            f"{info.network}\n{info.backend} {info.version} on {info.device}"
            if info is not None
            else status.engine.message
        )
        failed = status.engine.kind == "failed"
        if self.engine.property("alarm") != failed:
            self.engine.setProperty("alarm", failed)
            style = self.engine.style()
            if style is not None:
                style.polish(self.engine)
