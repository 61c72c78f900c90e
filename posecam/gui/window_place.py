"""Where the window was: kept in the settings, and put back where it can still be seen."""

from __future__ import annotations

from PyQt6.QtCore import QRect
from PyQt6.QtGui import QGuiApplication
from PyQt6.QtWidgets import QMainWindow, QSplitter

from posecam.settings import WindowPlace

#: Size of the main window where it was never placed, and how much of one must lie on a screen.
FIRST_SIZE = (1240, 720)
_VISIBLE = 80


def current_place(window: QMainWindow, split: QSplitter | None = None) -> WindowPlace:
    """The place to come back to: the one before maximising, where it is maximised."""
    full = window.isMaximized() or window.isFullScreen()
    place = window.normalGeometry() if full else window.geometry()
    left, right = split.sizes() if split is not None else (0, 0)
    share = left / (left + right) if left + right else WindowPlace().split
    return WindowPlace(
        x=place.x(),
        y=place.y(),
        width=place.width(),
        height=place.height(),
        maximised=window.isMaximized(),
        split=min(max(share, 0.1), 0.9),
    )


def restore_place(
    window: QMainWindow,
    split: QSplitter | None,
    place: WindowPlace,
    first_size: tuple[int, int] = FIRST_SIZE,
) -> None:
    """Put the window back, or in the middle where its screen is gone."""
    screen = QGuiApplication.primaryScreen()
    area = screen.availableGeometry() if screen is not None else QRect(0, 0, *first_size)
    if place.width and place.height:
        wanted = QRect(place.x, place.y, place.width, place.height)
        screens = [s.availableGeometry() for s in QGuiApplication.screens()]
        shown = [s.intersected(wanted) for s in screens]
        if any(part.width() >= _VISIBLE and part.height() >= _VISIBLE for part in shown):
            window.setGeometry(wanted)
        else:
            window.resize(wanted.size().boundedTo(area.size()))
    else:
        window.resize(min(first_size[0], area.width()), min(first_size[1], area.height()))
    if split is not None:
        total = 10_000
        split.setSizes([round(total * place.split), round(total * (1 - place.split))])
    if place.maximised:
        window.showMaximized()
