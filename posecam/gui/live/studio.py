"""What a virtual camera shows of the figure: the 3D view in a shape of its own, out of sight."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PyQt6.QtGui import QImage

from posecam.gui.shared.orbit_canvas import VIEWS
from posecam.gui.shared.skeleton_view import SkeletonView
from posecam.gui.shared.theme import rgb
from posecam.pose import FrameResult

Image = NDArray[np.uint8]

#: Pixels that are drawn: all with a graphics card, fewer without.
_FULL, _LESS = (1280, 720), (640, 360)


class _Hidden(SkeletonView):
    """Draws without being seen."""

    def drawn(self, result: FrameResult, colour: str) -> QImage:
        """The figure on its floor, or alone before a colour; "" for the floor."""
        ground = colour or self._theme.stage
        self._ground = rgb(ground)
        self.setBackgroundColor(ground)
        self._result = result
        self._draw(result)
        for item in self._floor.items:
            item.setVisible(not colour)
        return self.grabFramebuffer()


class Studio:
    """Makes images of results.

    Args:
        like: the view whose character, theme and camera it has.
    """

    def __init__(self, like: SkeletonView) -> None:
        self._like = like
        self._view: _Hidden | None = None

    def image(self, result: FrameResult, colour: str = "") -> Callable[[], Image]:
        """Draw a result; what makes (H, W, 3) BGR of it, in any thread.

        Args:
            colour: #rrggbb behind the figure, which then is seen from the front; "" for the floor,
                seen as in the window.
        """
        like, view = self._like, self._view
        if view is None:
            view = self._view = _Hidden(like.theme, like.samples)
            view.resize(*(_FULL if like.samples else _LESS))
        if view.theme is not like.theme:
            view.set_theme(like.theme)
        if view.character is not like.character:
            view.set_character(like.character)
        if view.sticks != like.sticks:
            view.set_sticks(like.sticks)
        seen_from = VIEWS["front"]
        if not colour:
            seen_from = (like.opts["azimuth"], like.opts["elevation"])
        view.opts["azimuth"], view.opts["elevation"] = seen_from
        drawn = view.drawn(result, colour)
        return lambda: as_array(drawn)


def as_array(image: QImage) -> Image:
    """(H, W, 3) BGR of an image."""
    image = image.convertToFormat(QImage.Format.Format_BGR888)
    bits = image.constBits()
    assert bits is not None
    data = bits.asstring(image.sizeInBytes())
    rows = np.frombuffer(data, np.uint8).reshape(image.height(), image.bytesPerLine())
    return np.ascontiguousarray(rows[:, : 3 * image.width()]).reshape(-1, image.width(), 3)
