"""Whether OpenGL works here, found out before a view is made that would need it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PyQt6.QtGui import QOffscreenSurface, QOpenGLContext, QSurfaceFormat
from PyQt6.QtOpenGL import QOpenGLVersionFunctionsFactory, QOpenGLVersionProfile

_GL_RENDERER = 0x1F01
_SOFTWARE = ("llvmpipe", "softpipe", "swrast", "software", "gdi generic", "basic render")


@dataclass(frozen=True, slots=True)
class GLSupport:
    """What was found.

    Attributes:
        available: whether a context of OpenGL 2.1 or later can be made.
        renderer: the driver's name for itself, "" where it does not say.
    """

    available: bool
    renderer: str = ""

    @property
    def software(self) -> bool:
        """Drawn by the processor: smoothed edges would cost too much."""
        return any(word in self.renderer.lower() for word in _SOFTWARE)


def surface_format(samples: int) -> QSurfaceFormat:
    """The format of the 3D view: depth buffer, and smoothed edges where samples > 0."""
    wanted = QSurfaceFormat.defaultFormat()
    wanted.setDepthBufferSize(24)
    wanted.setSamples(samples)
    return wanted


def probe() -> GLSupport:
    """Make a context on a hidden surface and ask it. Needs a QGuiApplication."""
    context = QOpenGLContext()
    context.setFormat(surface_format(0))
    if not context.create():
        return GLSupport(False)
    surface = QOffscreenSurface()
    surface.setFormat(context.format())
    surface.create()
    if not surface.isValid() or not context.makeCurrent(surface):
        return GLSupport(False)
    try:
        if context.format().version() < (2, 1) and not context.isOpenGLES():
            return GLSupport(False)
        profile = QOpenGLVersionProfile()
        profile.setVersion(2, 1)
        functions: Any = QOpenGLVersionFunctionsFactory.get(profile, context)
        name = functions.glGetString(_GL_RENDERER) if functions is not None else ""
        return GLSupport(True, str(name or ""))
    finally:
        context.doneCurrent()
