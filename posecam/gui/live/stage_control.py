"""The stage view: image and figure alone, with words that are read from four metres."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PyQt6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PyQt6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QPushButton, QWidget

from posecam.gui.live.readout_control import ReadoutControl
from posecam.gui.live.viewing import Viewing
from posecam.gui.shared.focus import by_tab_alone
from posecam.gui.shared.keys import Key
from posecam.gui.shared.notice_bar import NoticeBar
from posecam.gui.shared.skeleton_panel import SkeletonPanel
from posecam.gui.shared.translation import tr

#: Milliseconds without a movement of the mouse after which the buttons go.
_IDLE_MS: Final = 3000
_ABOVE_EDGE: Final = 28


class StageBar(QFrame):
    """Buttons over the lower edge, for as long as the mouse moves."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("stageBar")
        self.record, self.delay = QPushButton(tr("Record")), QPushButton()
        self.replay, self.leave = QPushButton(tr("Replay repetitions")), QPushButton(tr("Leave"))
        self.record.setToolTip(tr("Record, stop (R)"))
        self.delay.setToolTip(tr("Show what was a while ago, to watch yourself (D)"))
        self.replay.setToolTip(tr("Show every repetition that is counted once again (L)"))
        self.replay.setCheckable(True)
        self.leave.setToolTip(tr("Leave the stage view (F11, Esc)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        for button in (self.record, self.delay, self.replay, self.leave):
            row.addWidget(button)
        by_tab_alone(self.record, self.delay, self.replay, self.leave)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_IDLE_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def wake(self) -> None:
        """Be there for some seconds."""
        self.settle()
        self.show()
        self.raise_()
        self._timer.start()

    def settle(self) -> None:
        """Lie in the middle of the lower edge."""
        parent = self.parentWidget()
        if parent is not None:
            self.adjustSize()
            left = (parent.width() - self.width()) // 2
            self.move(QPoint(left, parent.height() - self.height() - _ABOVE_EDGE))


class StageControl(QObject):
    """Goes to the stage view and back.

    Args:
        window: fills the screen meanwhile.
        bars: hidden meanwhile.
        viewing: shows with a delay, and replays, meanwhile; its image and
        panel, notice, readouts: are read from far away.
        record: begins and ends a take.
    """

    def __init__(
        self,
        window: QMainWindow,
        bars: tuple[QWidget, ...],
        viewing: Viewing,
        panel: SkeletonPanel,
        notice: NoticeBar,
        readouts: ReadoutControl,
        record: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window, self._bars, self._viewing = window, bars, viewing
        self._panel, self._notice = panel, notice
        self._readouts = readouts
        self.on = False
        self._was_full = False
        self.bar = StageBar(viewing.video)
        self.bar.record.clicked.connect(record)
        self.bar.delay.clicked.connect(self.next_delay)
        self.bar.replay.clicked.connect(viewing.set_replays)
        self.bar.leave.clicked.connect(self.leave)
        viewing.changed.connect(self._dress)
        viewing.video.installEventFilter(self)
        self._dress()

    def keys(self) -> tuple[Key, ...]:
        return (
            Key("F11", tr("Stage view: read from far away"), self.toggle),
            Key("Shift+F11", tr("Full screen"), self.toggle_full_screen),
            Key("D", tr("In the stage view: delay"), self.next_delay),
            Key("L", tr("In the stage view: replay repetitions"), self.toggle_replays),
        )

    def toggle(self) -> None:
        """Enter or leave."""
        if self.on:
            self.leave()
        else:
            self.enter()

    def enter(self) -> None:
        """Fill the screen with image and figure."""
        if self.on:
            return
        self.on = True
        self._was_full = self._window.isFullScreen()
        self._show(self._window.windowState() | Qt.WindowState.WindowFullScreen)

    def leave(self) -> None:
        """Bring the bars back, and show what is now."""
        if not self.on:
            return
        self.on = False
        self._viewing.set_delay(0)
        self._viewing.set_replays(False)
        self.bar.hide()
        state = self._window.windowState()
        if not self._was_full:
            state &= ~Qt.WindowState.WindowFullScreen
        self._show(state)

    def _show(self, state: Qt.WindowState) -> None:
        for bar in self._bars:
            bar.setVisible(not self.on)
        for part in (self._viewing.video, self._panel, self._notice, self._readouts):
            part.set_distant(self.on)
        self._window.setWindowState(state)

    def toggle_full_screen(self) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def next_delay(self) -> None:
        """The next of the delays, in the stage view."""
        if self.on:
            self._viewing.next_delay()

    def toggle_replays(self) -> None:
        """Replay repetitions or do not, in the stage view."""
        if self.on:
            self._viewing.set_replays(not self._viewing.replays)

    def _dress(self) -> None:
        seconds = self._viewing.delay_s
        self.bar.delay.setText(
            tr("Delay {seconds} s", seconds=seconds) if seconds else tr("No delay")
        )
        self.bar.replay.setChecked(self._viewing.replays)
        self.bar.settle()

    def eventFilter(self, _: QObject | None, event: QEvent | None) -> bool:
        if self.on and event is not None and event.type() == QEvent.Type.MouseMove:
            self.bar.wake()
        if event is not None and event.type() == QEvent.Type.Resize:
            self.bar.settle()
        return False
