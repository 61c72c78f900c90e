"""Angles against time, with a cursor in step with the image."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PyQt6.QtCore import QRectF, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPaintDevice, QPainter, QResizeEvent
from PyQt6.QtSvg import QSvgGenerator
from PyQt6.QtWidgets import QGraphicsItem, QWidget

from posecam.errors import SessionError
from posecam.files import atomic_write
from posecam.gui.review.angle_table import colour_of
from posecam.gui.review.ghost import Ghost
from posecam.gui.review.measures import title
from posecam.gui.review.playback import LONGEST_WAIT_S
from posecam.gui.review.take import Take
from posecam.gui.shared.theme import Theme
from posecam.gui.shared.translation import tr

#: Of what stays while the cursor moves.
_DRAWN_ONCE = QGraphicsItem.CacheMode.DeviceCoordinateCache
#: Seconds that are in view at first.
FIRST_S = 30.0
#: Size of the words over the plot, and the most rows of them.
LEGEND_PT = 9
LEGEND_ROWS = 3
_MARK = "■"
#: Width of a saved image, pixels.
IMAGE_WIDTH = 1600


class AnglePlot(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Draws curves; a click or a drag of the cursor asks for another moment."""

    _built = False  # pyqtgraph resizes it while it is made

    seek_asked = pyqtSignal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Angles over time"))
        self.setMinimumSize(160, 110)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the timeline is moved in by keys
        self.setToolTip(tr("Click to go there; turn the wheel to zoom, double-click to see all"))
        self._take: Take | None = None
        self._ghost: Ghost | None = None
        self._angles: Sequence[str] = ()
        self._curves: list[Any] = []
        self.setMenuEnabled(False)
        self.setLabel("bottom", tr("time"), units="s")
        self.setLabel("left", tr("angle"), units="°")
        plot = self.getPlotItem()
        plot.getAxis("left").enableAutoSIPrefix(False)
        plot.getAxis("bottom").enableAutoSIPrefix(False)
        for side in ("left", "bottom"):
            plot.getAxis(side).setCacheMode(_DRAWN_ONCE)
        plot.setMouseEnabled(x=True, y=False)
        plot.setAutoVisible(y=True)
        plot.hideButtons()
        self._entries: list[tuple[str, str]] = []  # words and colour of each curve
        self._legend = plot.titleLabel
        self._legend.show()
        self._cursor = pg.InfiniteLine(angle=90, movable=True)
        self._cursor.setZValue(10)
        self._cursor.sigDragged.connect(lambda line: self.seek_asked.emit(float(line.value())))
        self._range = pg.LinearRegionItem(movable=False)
        self._range.setZValue(-10)
        for item in (self._range, self._cursor):
            plot.addItem(item, ignoreBounds=True)
        self.scene().sigMouseClicked.connect(self._clicked)
        self._built = True
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setBackground(theme.panel)
        plot = self.getPlotItem()
        for side in ("left", "bottom"):
            axis = plot.getAxis(side)
            axis.setPen(theme.line)
            axis.setTextPen(theme.muted)
        plot.showGrid(x=True, y=True, alpha=0.18)
        self._cursor.setPen(theme.text, width=1.5)
        self._cursor.setHoverPen(theme.accent, width=3)
        shade = QColor(theme.accent)
        shade.setAlpha(26)
        self._range.setBrush(shade)
        for line in self._range.lines:
            line.setPen(theme.accent)
        self._draw()

    def show_take(self, take: Take | None, keep_view: bool = False) -> None:
        """Plot another take, from its beginning or with the view kept; it follows the cursor."""
        self._take, self._ghost = take, None
        self._draw()
        if take is not None and not keep_view:
            start, end = float(take.times[0]), float(take.times[-1])
            self.setLimits(xMin=start, xMax=max(end, start + 0.1))
            self.setXRange(start, min(max(end, start + 0.1), start + FIRST_S), padding=0)

    def show_angles(self, angles: Sequence[str], ghost: Ghost | None) -> None:
        """Which curves; those of the ghost are dashed and at its own moments."""
        self._angles, self._ghost = angles, ghost
        self._draw()

    def set_seconds(self, seconds: float) -> None:
        """Where the cursor stands. Zoomed in, the view follows it."""
        if not self._cursor.moving:
            self._cursor.setValue(seconds)
        (left, right), _ = self.viewRange()
        if not left <= seconds <= right:
            half = (right - left) / 2
            self.setXRange(seconds - half * 0.2, seconds + half * 1.8, padding=0)

    @property
    def seconds(self) -> float:
        return float(self._cursor.value())

    @property
    def names(self) -> list[str]:
        """What the legend says."""
        return [words for words, _ in self._entries]

    def _show_legend(self) -> None:
        """Name the curves over the plot, where they cover none, in as few rows as there is room."""
        font = QFont(self.font())
        font.setPointSizeF(LEGEND_PT)
        metrics = QFontMetricsF(font)
        gap = metrics.horizontalAdvance(_MARK + 4 * "n")
        room = self.width() - metrics.horizontalAdvance("n") * 8
        rows, x = [""], 0.0
        for number, (words, colour) in enumerate(self._entries):
            wide = metrics.horizontalAdvance(words) + gap
            if rows[-1] and x + wide > room:
                if len(rows) == LEGEND_ROWS:
                    rows[-1] += f"+{len(self._entries) - number}"
                    break
                rows.append("")
                x = 0.0
            x += wide
            spaced = escape(words).replace(" ", "&nbsp;")
            rows[-1] += (
                f'<span style="color:{colour}">{_MARK}</span>&nbsp;{spaced}&nbsp;&nbsp;&nbsp;'
            )
        tall = round(len(rows) * metrics.lineSpacing()) + 6 if self._entries else 4
        self._legend.setText("<br>".join(rows), size=f"{LEGEND_PT}pt", color=self._theme.text)
        self._legend.setMaximumHeight(tall)
        self.getPlotItem().layout.setRowFixedHeight(0, tall)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        if self._built:
            self._show_legend()

    def set_range(self, first: float, last: float) -> None:
        """The stretch that is measured, shaded where it is not all of the take."""
        self._range.setRegion((first, last))
        times = self._take.times if self._take is not None else np.zeros(1)
        self._range.setVisible((first, last) != (float(times[0]), float(times[-1])))

    def _clicked(self, event: Any) -> None:
        box = self.getPlotItem().getViewBox()
        if event.button() == Qt.MouseButton.LeftButton and box.sceneBoundingRect().contains(
            event.scenePos()
        ):
            if event.double():
                self.show_all()
            else:
                self.seek_asked.emit(float(box.mapSceneToView(event.scenePos()).x()))

    def show_all(self) -> None:
        """All of the take in view."""
        if self._take is not None:
            self.setXRange(float(self._take.times[0]), float(self._take.times[-1]), padding=0)

    def _draw(self) -> None:
        plot = self.getPlotItem()
        for curve in self._curves:
            curve.setClipToView(False)
            plot.removeItem(curve)
        self._curves.clear()
        self._entries.clear()
        self._draw_curves()
        self._show_legend()

    def _draw_curves(self) -> None:
        if self._take is None:
            return
        for number, name in enumerate(self._angles):
            pen = pg.mkPen(colour_of(name), width=2)
            self._add(self._take.times, self._take.angles[name], pen)
            self._entries.append((title(name), colour_of(name)))
            if self._ghost is not None:
                other = self._ghost.take
                faint = QColor(colour_of(name))
                faint.setAlpha(150)
                dashed = pg.mkPen(faint, width=1.5, style=Qt.PenStyle.DashLine)
                self._add(other.times - self._ghost.offset, other.angles[name], dashed)
                if not number:
                    self._entries.append(
                        (tr("Dashed: {name}", name=self._ghost.name), self._theme.muted)
                    )

    def _add(self, times: NDArray[np.float64], values: NDArray[np.float64], pen: Any) -> None:
        gone = np.append(np.diff(times) > LONGEST_WAIT_S, False)
        curve = pg.PlotDataItem(times, np.where(gone, np.nan, values), pen=pen, connect="finite")
        curve.opts["autoDownsampleFactor"] = 1.0  # lowest and highest of each pixel
        curve.setDownsampling(auto=True, method="peak")
        curve.curve.setCacheMode(_DRAWN_ONCE)
        self.getPlotItem().addItem(curve)
        curve.setClipToView(True)  # pyqtgraph fails where this is set outside of a plot
        self._curves.append(curve)

    def save(self, path: Path) -> None:
        """Write what is seen as an image, by the ending .png or .svg; replaces what is there.

        Raises:
            SessionError: it cannot be written.
        """
        try:
            with atomic_write(path) as part:
                self._save_image(part)
        except OSError as error:
            why = (error.strerror or tr("no reason given")).lower()
            raise SessionError(
                tr("{path} cannot be written: {why}.", path=path, why=why)
            ) from error

    def _save_image(self, path: Path) -> None:
        with path.open("wb"):
            pass  # Qt says nothing where it cannot write
        if path.suffix.lower() == ".svg":
            drawing = QSvgGenerator()
            drawing.setFileName(str(path))
            drawing.setSize(self.size())
            drawing.setViewBox(self.rect())
            drawing.setTitle(tr("posecam: joint angles"))
            self._paint(drawing, QRectF(self.rect()))
            return
        scale = IMAGE_WIDTH / max(self.width(), 1)
        image = QImage(self.size() * scale, QImage.Format.Format_RGB32)
        image.fill(QColor(self._theme.panel))
        self._paint(image, QRectF(image.rect()))
        if not image.save(str(path), "PNG"):
            raise OSError(errno.EIO, tr("the image could not be written"))

    def _paint(self, device: QPaintDevice, place: QRectF) -> None:
        painter = QPainter(device)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.render(painter, place, self.rect())
        painter.end()
