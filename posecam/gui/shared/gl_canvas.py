"""OpenGL drawn out of sight and shown as an image, so that the window stays an ordinary one.

A `QOpenGLWidget` would make Qt put the whole window together in OpenGL: at every frame of the
video all of it would be uploaded as a texture, which without a graphics card costs more than the
figure itself.
"""

from __future__ import annotations

from typing import Any

from OpenGL import GL
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtGui import (
    QImage,
    QOffscreenSurface,
    QOpenGLContext,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PyQt6.QtOpenGL import QOpenGLFramebufferObject, QOpenGLFramebufferObjectFormat
from PyQt6.QtWidgets import QWidget
from pyqtgraph.opengl.GLViewWidget import GLViewMixin

from posecam.gui.shared.gl_support import surface_format


class GLCanvas(GLViewMixin, QWidget):  # type: ignore[misc]  # it has no types
    """What pyqtgraph's items are drawn on. Has the methods of a `QOpenGLWidget` that they need."""

    def __init__(self, samples: int = 0, parent: QWidget | None = None) -> None:
        """samples: per pixel, for smooth edges; 0 for none."""
        self._samples = samples
        self._context: QOpenGLContext | None = None
        self._surface = QOffscreenSurface()
        self._buffer: QOpenGLFramebufferObject | None = None
        self._shown: QImage | None = None  # None: what is to be seen has changed
        self._above: list[QWidget] = []
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def samples(self) -> int:
        """Per pixel; 0 for none."""
        return self._samples

    def context(self) -> QOpenGLContext | None:
        return self._context

    def isValid(self) -> bool:
        """Whether there is a context to draw in: from the first image on."""
        return self._context is not None

    def makeCurrent(self) -> None:
        if self._context is not None:
            self._context.makeCurrent(self._surface)

    def doneCurrent(self) -> None:
        if self._context is not None:
            self._context.doneCurrent()

    def grabFramebuffer(self) -> QImage:
        """Draw now; a null image where the driver gives up."""
        if not self._begin():
            return QImage()
        try:
            ratio = self.devicePixelRatioF()
            width, height = max(self.deviceWidth(), 1), max(self.deviceHeight(), 1)
            buffer = self._sized(width, height)
            buffer.bind()
            GL.glViewport(0, 0, width, height)
            self.paintGL()
            image = buffer.toImage()
            image.setDevicePixelRatio(ratio)
            buffer.release()
            return image
        finally:
            self.doneCurrent()

    def _begin(self) -> bool:
        """Make the context current, made at the first call."""
        if self._context is not None:
            return self._context.makeCurrent(self._surface)
        context = QOpenGLContext(self)
        context.setFormat(surface_format(0))
        # pyqtgraph keeps its shaders for all views together.
        context.setShareContext(QOpenGLContext.globalShareContext())
        if not context.create():
            return False
        self._surface.setFormat(context.format())
        self._surface.create()
        if not context.makeCurrent(self._surface):
            return False
        self._context = context
        self.initializeGL()
        return True

    def _sized(self, width: int, height: int) -> QOpenGLFramebufferObject:
        buffer = self._buffer
        if buffer is None or (buffer.width(), buffer.height()) != (width, height):
            wanted = QOpenGLFramebufferObjectFormat()
            wanted.setSamples(self._samples)
            wanted.setAttachment(QOpenGLFramebufferObject.Attachment.Depth)
            buffer = self._buffer = QOpenGLFramebufferObject(width, height, wanted)
        return buffer

    def lay_over(self, widget: QWidget) -> None:
        """A child that hides what is below it: where it lies, nothing is painted anew."""
        self._above.append(widget)

    def update(self, *area: Any) -> None:
        """Draw anew and paint that, but for what lies over it: that has not changed."""
        self._shown = None
        if area:
            super().update(*area)
            return
        region = QRegion(self.rect())
        for widget in self._above:
            if widget.isVisible():
                region -= QRegion(widget.geometry())
        super().update(region)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        self._shown = None

    def paintEvent(self, _: QPaintEvent | None) -> None:
        """Show what was drawn, drawn anew where that has changed."""
        image = self._shown if self._shown is not None else self.grabFramebuffer()
        self._shown = image
        painter = QPainter(self)
        if image.isNull():
            painter.fillRect(self.rect(), self.palette().window())
        else:
            painter.drawImage(QPoint(0, 0), image)
            self.paint_over(painter)
        painter.end()

    def paint_over(self, painter: QPainter) -> None:
        """Draw over the image, in logical pixels."""
