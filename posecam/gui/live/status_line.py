"""The line of figures under the image."""

from __future__ import annotations

import math
from typing import Final

from PyQt6.QtCore import QPoint, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QResizeEvent
from PyQt6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from posecam.gui.live.health import Health, Level, health
from posecam.gui.shared import icons
from posecam.gui.shared.engine_labels import engine_name
from posecam.gui.shared.focus import by_tab_alone
from posecam.gui.shared.style import restyle
from posecam.gui.shared.translation import tr, tr_core
from posecam.live.status import EngineState, PipelineStatus, Spread


def latency_text(spread: Spread) -> str:
    """Median and 95th percentile in whole milliseconds."""
    return tr("latency {figures}", figures=_figures(spread))


def _figures(spread: Spread) -> str:
    if math.isnan(spread.median):
        return "–"
    return f"{spread.median:.0f} ms (p95 {spread.p95:.0f} ms)"


def engine_text(engine: EngineState) -> str:
    """Backend and precision, or where the network is instead."""
    if engine.info is not None and engine.kind == "ready":
        return engine_name(engine.info.backend, engine.info.precision)
    return {"loading": tr("network loading…"), "failed": tr("no network")}.get(engine.kind, "")


#: As traffic lights, which mean the same in both themes.
_COLOURS: Final[dict[Level, str]] = {"good": "#2fa85a", "fair": "#e59c00", "bad": "#e5484d"}
#: Logical pixels of the dot and what is round it.
_DOT_ROOM: Final = 44


class StatusLine(QWidget):
    """Shows a `PipelineStatus`, and what goes on beside it."""

    cancel_asked = pyqtSignal()  # of the engine that is being built

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 5, 12, 5)
        layout.setSpacing(22)
        self.camera, self.network, self.latency = QLabel(), QLabel(), QLabel()
        self.dropped, self.engine, self.streams = QLabel(), QLabel(), QLabel()
        self.remote = QLabel()
        self.camera.setToolTip(tr("Frames per second that the source delivers, measured"))
        self.network.setToolTip(tr("Frames per second with a pose, measured"))
        self.dropped.setToolTip(
            tr(
                "Frames of this source that the network never saw because it was busy.\n"
                "A skipped frame costs smoothness, not delay."
            )
        )
        layout.addWidget(self._make_health())
        layout.addStretch(1)
        layout.addWidget(self.remote)
        layout.addWidget(self.streams)
        layout.addWidget(self._make_building())
        layout.addWidget(self.engine)
        self.streams.hide()
        self.remote.hide()
        self._rest = (self.remote, self.streams, self.building, self.engine)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be used, from the left."""
        return self.health, self.build_cancel

    def minimumSizeHint(self) -> QSize:
        return QSize(1, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave the words beside the dot out where there is no room for them."""
        layout, metrics = self.layout(), self.fontMetrics()
        assert layout is not None
        rest = [widget.sizeHint().width() for widget in self._rest if not widget.isHidden()]
        room = self.width() - sum(rest) - layout.spacing() * (len(rest) + 2) - 24
        words = self._health.words
        fits = metrics.horizontalAdvance(words) + _DOT_ROOM <= room
        self.health.setText(words if fits else "")

    def _make_health(self) -> QPushButton:
        """The dot, and the figures that a click on it shows."""
        self._health = Health("fair", "")
        self.health = QPushButton()
        self.health.setProperty("flat", True)
        self.health.setObjectName("small")
        by_tab_alone(self.health)
        self.health.clicked.connect(self.show_details)
        self.details = QFrame(self, Qt.WindowType.Popup)
        self.details.setObjectName("healthDetails")
        column = QVBoxLayout(self.details)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        for label in (self.camera, self.network, self.latency, self.dropped):
            column.addWidget(label)
        return self.health

    def show_details(self) -> None:
        """Show the figures over the dot, until a click elsewhere."""
        self.details.adjustSize()
        corner = self.health.mapToGlobal(QPoint(0, 0))
        self.details.move(corner.x(), corner.y() - self.details.height() - 4)
        self.details.show()

    def _show_health(self, found: Health) -> None:
        if found.level != self._health.level or self.health.icon().isNull():
            self.health.setIcon(icons.dot(_COLOURS[found.level]))
        self._health = found
        figures = (self.camera, self.network, self.latency, self.dropped)
        lines = [found.words, *(label.text() for label in figures)]
        self.health.setToolTip("\n".join(lines))
        self.health.setAccessibleName(tr("Health: {state}", state=found.words))

    def _make_building(self) -> QWidget:
        self.building = QWidget()
        row = QHBoxLayout(self.building)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.build_text, self.build_bar = QLabel(), QProgressBar()
        self.build_bar.setTextVisible(False)
        self.build_bar.setFixedSize(90, 6)
        self.build_cancel = QPushButton("✕")
        self.build_cancel.setProperty("flat", True)
        self.build_cancel.setObjectName("small")
        self.build_cancel.setToolTip(tr("Keep current engine"))
        self.build_cancel.setAccessibleName(tr("Keep current engine"))
        by_tab_alone(self.build_cancel)
        self.build_cancel.clicked.connect(self.cancel_asked)
        for widget in (self.build_text, self.build_bar, self.build_cancel):
            row.addWidget(widget)
        self.building.hide()
        return self.building

    def show_status(self, status: PipelineStatus) -> None:
        self.camera.setText(tr("camera {rate:.1f} fps", rate=status.camera_fps))
        self.network.setText(tr("network {rate:.1f} fps", rate=status.network_fps))
        self.latency.setText(latency_text(status.paint_ms))
        self.latency.setToolTip(
            tr(
                "From a frame's arrival until it is on the screen.\n"
                "From a frame's arrival to its pose: {figures}",
                figures=_figures(status.result_ms),
            )
        )
        self.dropped.setText(tr("dropped {count}", count=status.dropped))
        self.engine.setText(engine_text(status.engine))
        info = status.engine.info
        self.engine.setToolTip(
            f"{info.network}\n{info.backend} {info.version} · {info.device}"
            if info is not None
            else tr_core(status.engine.message)
        )
        restyle(self.engine, "alarm", status.engine.kind == "failed")
        self._show_health(health(status))
        self._fit()

    def show_building(self, share: float | None) -> None:
        """How far another engine is, 0..1, NaN where it does not say; None where none is built."""
        self.building.setVisible(share is not None)
        if share is None:
            return
        if math.isnan(share):
            self.build_text.setText(tr("loading another engine…"))
            self.build_bar.setRange(0, 0)
        else:
            self.build_text.setText(tr("preparing another engine {share:.0f} %", share=100 * share))
            self.build_bar.setRange(0, 100)
            self.build_bar.setValue(round(100 * share))

    def show_remote(self, text: str, explanation: str = "") -> None:
        """Who is connected as a remote; "" where it is off."""
        self.remote.setVisible(bool(text))
        self.remote.setText(text)
        self.remote.setToolTip(explanation)

    def show_streams(self, text: str, explanation: str, *, alarm: bool) -> None:
        """What is sent to other programs; "" where nothing is."""
        self.streams.setVisible(bool(text))
        self.streams.setText(text)
        self.streams.setToolTip(explanation)
        restyle(self.streams, "alarm", alarm)
