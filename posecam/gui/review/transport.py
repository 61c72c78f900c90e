"""The buttons of the player."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import QSignalBlocker, pyqtSignal
from PyQt6.QtGui import QFontDatabase
from PyQt6.QtWidgets import QLabel, QPushButton, QWidget

from posecam.gui.review import review_icons
from posecam.gui.review.playback import SPEEDS
from posecam.gui.shared.durations import exact_clock
from posecam.gui.shared.fields import Combo
from posecam.gui.shared.flow_layout import FlowRow
from posecam.gui.shared.focus import by_tab_alone
from posecam.gui.shared.keys import Key
from posecam.gui.shared.theme import Theme
from posecam.gui.shared.translation import tr


class Transport(FlowRow):
    """Widgets and their signals; decides nothing."""

    play_asked = pyqtSignal()
    step_asked = pyqtSignal(int)
    seek_end_asked = pyqtSignal(bool)  # True: the last frame
    speed_asked = pyqtSignal(float)
    loop_asked = pyqtSignal(bool)
    trim_asked = pyqtSignal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__((12, 0, 12, 8), 6, parent)
        self.start = self._button(tr("First frame (Home)"), lambda: self.seek_end_asked.emit(False))
        self.back = self._button(tr("Previous frame (←)"), lambda: self.step_asked.emit(-1))
        self.play = self._button(tr("Play (Space)"), self.play_asked.emit)
        self.on = self._button(tr("Next frame (→)"), lambda: self.step_asked.emit(1))
        self.end = self._button(tr("Last frame (End)"), lambda: self.seek_end_asked.emit(True))
        for button in (self.back, self.on):
            button.setAutoRepeat(True)
            button.setAutoRepeatInterval(60)
        self.place = QLabel()
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(self.font().pointSizeF())
        self.place.setFont(fixed)
        self.speed = Combo(tr("Speed"))
        self.speed.setToolTip(tr("Speed (↑ faster, ↓ slower)"))
        for value in SPEEDS:
            self.speed.addItem(f"{value:g}×", value)
        self.speed.activated.connect(lambda k: self.speed_asked.emit(SPEEDS[k]))
        self.loop = QPushButton(tr("Loop"))
        self.loop.setCheckable(True)
        self.loop.setToolTip(tr("Play the chosen range again and again (L)"))
        self.loop.clicked.connect(self.loop_asked)
        self.sound = QPushButton(tr("Sound"))
        self.sound.setCheckable(True)
        self.sound.setChecked(True)
        self.sound.setToolTip(tr("Play the sound, at the speed of life (V)"))
        self.sound.hide()  # until a take has any
        self.trim = QPushButton(tr("Trim"))
        self.trim.setToolTip(tr("Make a new recording of the chosen range; this one stays (T)"))
        self.trim.clicked.connect(self.trim_asked)
        layout = self.flow
        for button in (self.start, self.back, self.play, self.on, self.end):
            layout.addWidget(button)
        layout.addWidget(self.place)
        layout.add_stretch()
        for widget in (self.speed, self.sound, self.loop, self.trim):
            layout.addWidget(widget)
        by_tab_alone(*self.controls)
        self._playing = False
        self.set_theme(theme)
        self.show_place(None)
        self.set_speed(1.0)

    def _button(self, words: str, action: Callable[[], object]) -> QPushButton:
        button = QPushButton()
        button.setProperty("tight", True)
        button.setToolTip(words)
        button.setAccessibleName(words.split(" (", maxsplit=1)[0])
        button.clicked.connect(lambda _: action())
        return button

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be used, from the left."""
        moves = (self.start, self.back, self.play, self.on, self.end)
        return (*moves, self.speed, self.sound, self.loop, self.trim)

    def keys(self) -> tuple[Key, ...]:
        """The keys of the buttons on the right."""
        return (
            Key("V", tr("Sound on, off"), self.sound.click),
            Key("L", tr("Loop the range"), self.loop.click),
            Key("T", tr("Trim to the range"), self.trim.click),
        )

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for button, draw in (
            (self.start, review_icons.to_start),
            (self.back, review_icons.back),
            (self.on, review_icons.on),
            (self.end, review_icons.to_end),
        ):
            button.setIcon(draw(theme.text))
        self._dress_play()

    def set_playing(self, playing: bool) -> None:
        if playing != self._playing:
            self._playing = playing
            self._dress_play()

    def _dress_play(self) -> None:
        draw = review_icons.pause if self._playing else review_icons.play
        self.play.setIcon(draw(self._theme.text))
        self.play.setAccessibleName(tr("Pause") if self._playing else tr("Play"))

    def show_place(self, place: tuple[float, float, int] | None) -> None:
        """Seconds now, seconds in all, and the frame's number; None where there is nothing."""
        words = "--:--.-- / --:--.--"
        if place is not None:
            now, whole, number = place
            words = (
                f"{exact_clock(now)} / {exact_clock(whole)}   {tr('frame {number}', number=number)}"
            )
        longer = len(words) != len(self.place.text())
        self.place.setText(words)
        if longer:  # of a fixed size, new words do not lay out the whole window anew
            self.place.setFixedSize(self.place.sizeHint())
        for button in (self.start, self.back, self.play, self.on, self.end, self.loop):
            button.setEnabled(place is not None)

    def set_speed(self, speed: float) -> None:
        with QSignalBlocker(self.speed):
            self.speed.setCurrentIndex(SPEEDS.index(speed))

    def set_loop(self, loop: bool) -> None:
        with QSignalBlocker(self.loop):
            self.loop.setChecked(loop)
