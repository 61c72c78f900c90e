"""Where a window is: kept, restored, and brought back where its screen is gone or too small."""

from __future__ import annotations

from PyQt6.QtCore import QEvent, QObject, QRect, QSize, QTimer
from PyQt6.QtGui import QGuiApplication
from PyQt6.QtWidgets import QMainWindow, QSplitter, QWidget

from posecam.settings import WindowPlace

#: Size of the main window where it was never placed, the least that either window can be used at,
#: and how much of one must lie on a screen.
FIRST_SIZE = (1240, 720)
LEAST = QSize(640, 420)
_VISIBLE = 80
#: Milliseconds after showing a window at which its frame is there, with most window managers.
_FRAMED_MS = (0, 250, 1000)


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
    """Put the window back, or in the middle where its screen is gone; never larger than that."""
    StaysOnScreen(window)
    screen = QGuiApplication.primaryScreen()
    area = screen.availableGeometry() if screen is not None else QRect(0, 0, *first_size)
    window.setMinimumSize(LEAST.boundedTo(area.size()))
    if place.width and place.height:
        wanted = QRect(place.x, place.y, place.width, place.height)
        screens = [s.availableGeometry() for s in QGuiApplication.screens()]
        shown = [(s.intersected(wanted), s) for s in screens]
        seen = [s for part, s in shown if part.width() >= _VISIBLE and part.height() >= _VISIBLE]
        if seen:
            window.setGeometry(within(wanted, seen[0]))
        else:
            window.resize(wanted.size().boundedTo(area.size()))
    else:
        window.resize(QSize(*first_size).boundedTo(area.size()))
    if split is not None:
        total = 10_000
        split.setSizes([round(total * place.split), round(total * (1 - place.split))])
    if place.maximised:
        window.showMaximized()


def within(place: QRect, area: QRect) -> QRect:
    """A rectangle made as small, and moved as far, as it takes to lie in the area."""
    size = place.size().boundedTo(area.size())
    left = min(max(place.left(), area.left()), area.right() + 1 - size.width())
    top = min(max(place.top(), area.top()), area.bottom() + 1 - size.height())
    return QRect(left, top, size.width(), size.height())


def bring_on_screen(window: QWidget) -> None:
    """Let a window that is shown, with the frame that it has, lie on its screen."""
    screen = window.screen()
    if screen is None or not window.isVisible() or window.isMaximized() or window.isFullScreen():
        return
    frame, inner = window.frameGeometry(), window.geometry()
    placed = within(frame, screen.availableGeometry())
    if placed == frame:
        return
    window.setGeometry(
        inner.translated(placed.topLeft() - frame.topLeft()).adjusted(
            0, 0, placed.width() - frame.width(), placed.height() - frame.height()
        )
    )


class StaysOnScreen(QObject):
    """Brings a window onto its screen whenever it is shown."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._timers = [QTimer(self) for _ in _FRAMED_MS]
        for timer, wait in zip(self._timers, _FRAMED_MS, strict=True):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(self._bring)
        window.installEventFilter(self)

    def _bring(self) -> None:
        window = self.parent()
        if isinstance(window, QWidget):
            bring_on_screen(window)

    def eventFilter(self, _: QObject | None, event: QEvent | None) -> bool:
        if event is not None and event.type() == QEvent.Type.Show:
            for timer in self._timers:
                timer.start()
        return False
