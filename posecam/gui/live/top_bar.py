"""The bar over the image: source, mirror, record, settings."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import QEvent, QSignalBlocker, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QResizeEvent
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from posecam.gui.live.camera_modes import CameraModes
from posecam.gui.live.source_chooser import SourceChooser
from posecam.gui.shared import icons
from posecam.gui.shared.durations import clock
from posecam.gui.shared.focus import by_tab_alone
from posecam.gui.shared.keys import Key
from posecam.gui.shared.style import restyle
from posecam.gui.shared.theme import Theme
from posecam.gui.shared.translation import tr

#: Logical pixels that the bar can be squeezed into, and those between the parts of a button.
_LEAST_WIDTH: Final = 480
_BESIDE_ICON: Final = 8
_SPACING, _TIGHT = 8, 4
_MARGINS, _TIGHT_MARGINS = (12, 8, 12, 8), (8, 8, 8, 8)


class TopBar(QWidget):
    """Widgets and their signals; decides nothing."""

    mirror_asked = pyqtSignal(bool)
    record_asked = pyqtSignal(bool)
    settings_asked = pyqtSignal()
    recordings_asked = pyqtSignal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.brand = QLabel("posecam")
        self.brand.setObjectName("brand")
        self.chooser = SourceChooser()
        self.modes = CameraModes()
        self.mirror = QPushButton(tr("Mirror"))
        self.mirror.setCheckable(True)
        self.mirror.setToolTip(
            tr("Flip the video and the 3D view as in a mirror (M). Recordings are never mirrored.")
        )
        self.mirror.clicked.connect(self.mirror_asked)
        self.record = QPushButton(tr("Record"))
        self.record.setObjectName("record")
        self.record.setCheckable(True)
        self.record.setEnabled(False)  # until there is an image
        self.record.setToolTip(tr("Record the video and the poses (R)"))
        self.record.clicked.connect(self.record_asked)
        self.timer = QPushButton()
        self.timer.setToolTip(tr("Countdown and length of takes, name, sounds (T)"))
        self.timer.setProperty("tight", True)
        self.settings = QPushButton(tr("Settings"))
        self.settings.setToolTip(
            tr("Height, field of view, engine, other programs, folder (Ctrl+,)")
        )
        self.settings.clicked.connect(self.settings_asked)
        self.recordings = QPushButton(tr("Recordings"))
        self.recordings.setToolTip(tr("Play, compare, trim and export what was recorded (Ctrl+R)"))
        self.recordings.clicked.connect(self.recordings_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*_MARGINS)
        layout.setSpacing(_SPACING)
        layout.addWidget(self.brand)
        layout.addWidget(self.chooser, 1)
        layout.addWidget(self.modes)
        layout.addStretch(0)
        for button in self._buttons:
            layout.addWidget(button)
        by_tab_alone(*self.controls)
        self._words = {one: one.text() for one in (self.mirror, self.settings, self.recordings)}
        for button, word in self._words.items():
            button.setAccessibleName(word)
        self._compact = False
        self._theme = theme
        self._recording: float | None = None
        self._countdown = 0
        self._lost = False
        self.set_theme(theme)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be used, from the left."""
        return (self.chooser.combo, self.chooser.rescan, self.modes, *self._buttons)

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.mirror, self.settings, self.recordings, self.record, self.timer

    def keys(self) -> tuple[Key, ...]:
        return (
            Key("R", tr("Record, stop"), self.record.click),
            Key("M", tr("Mirror"), self.mirror.click),
        )

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.chooser.rescan.setIcon(icons.rescan(theme.text))
        self.mirror.setIcon(icons.mirror(theme.text))
        self.settings.setIcon(icons.sliders(theme.text))
        self.timer.setIcon(icons.stopwatch(theme.text))
        self.recordings.setIcon(icons.recordings(theme.text))
        self._dress_record()

    def set_mirror(self, mirror: bool) -> None:
        with QSignalBlocker(self.mirror):
            self.mirror.setChecked(mirror)

    def set_recording(
        self, seconds: float | None, *, lost: bool = False, countdown: int = 0
    ) -> None:
        """The running clock, or None where nothing is recorded.

        Args:
            seconds: recorded so far.
            lost: no video comes, so that the clock stands still.
            countdown: seconds left until recording begins, 0 where none is counted.
        """
        now = (seconds, lost and seconds is not None, countdown)
        shown = (self._recording, self._lost, self._countdown)
        if now == shown and self.record.isChecked() == (seconds is not None or countdown > 0):
            return
        self._recording, self._lost, self._countdown = now
        self._dress_record()
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent | None) -> bool:
        """What appears in the bar, or gets other words, may take the room of the others."""
        done = super().event(event)
        if event is not None and event.type() == QEvent.Type.LayoutRequest and not self._compact:
            self._fit()
        return done

    def _fit(self) -> None:
        """Leave the words out where they have no room: icons, tooltips and names stay."""
        layout = self.layout()
        assert layout is not None
        words = sum(
            self.fontMetrics().horizontalAdvance(word) + _BESIDE_ICON
            for word in self._words.values()
        )
        spared = words + self.brand.sizeHint().width() + _SPACING
        spared += (_SPACING - _TIGHT) * (layout.count() - 1) + 2 * (_MARGINS[0] - _TIGHT_MARGINS[0])
        needed = layout.totalMinimumSize().width() + (spared if self._compact else 0)
        if (needed > self.width()) != self._compact:
            self._compact = not self._compact
            self.brand.setVisible(not self._compact)
            layout.setSpacing(_TIGHT if self._compact else _SPACING)
            layout.setContentsMargins(*(_TIGHT_MARGINS if self._compact else _MARGINS))
            for button, word in self._words.items():
                button.setText("" if self._compact else word)

    def _dress_record(self) -> None:
        running, counting = self._recording is not None, self._countdown > 0
        with QSignalBlocker(self.record):
            self.record.setChecked(running or counting)
        name = (
            tr("Stop recording")
            if running
            else tr("Stop the countdown")
            if counting
            else tr("Record")
        )
        self.record.setAccessibleName(name)
        text = tr("In {seconds} s", seconds=self._countdown) if counting else tr("Record")
        if self._recording is not None:
            text = tr("Stop {clock}", clock=clock(self._recording))
        self.record.setText(tr("{button} · no video", button=text) if self._lost else text)
        self.record.setToolTip(
            tr("The camera sends nothing: recording goes on when it is back (R stops)")
            if self._lost
            else f"{name} (R)"
            if running or counting
            else tr("Record the video and the poses (R)")
        )
        restyle(self.record, "lost", self._lost)
        on = running or counting
        self.record.setIcon(icons.record("#ffffff", stop=on))
