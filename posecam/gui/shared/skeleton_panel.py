"""The 3D view with its buttons, and a line that says what is measured and what is assumed."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QResizeEvent
from PyQt6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from posecam.estimation.options import EstimatorOptions, Origin
from posecam.gui.shared.flow_layout import FlowRow, WrappedLabel
from posecam.gui.shared.focus import by_tab_alone
from posecam.gui.shared.gl_support import GLSupport
from posecam.gui.shared.keys import Key
from posecam.gui.shared.skeleton_view import SkeletonView
from posecam.gui.shared.style import restyle
from posecam.gui.shared.theme import Theme
from posecam.gui.shared.translation import mark, tr, tr_marked
from posecam.gui.shared.view_bar import ViewBar
from posecam.pose import FrameResult
from posecam.settings import ViewPlace

NO_OPENGL = mark(
    "The 3D view needs OpenGL 2.1, which this screen or driver does not offer.\n"
    "Everything else works, and recordings hold the 3D joints all the same."
)
#: Logical pixels of height below which a sentence about the figure is left out.
_ROOM_FOR_WORDS: Final = 260
#: Samples per pixel where a graphics card does the drawing.
SAMPLES = 4


#: What each origin is called.
ORIGINS: Final[dict[Origin, str]] = {
    "measured": mark("Measured"),
    "set": mark("Set by you"),
    "assumed": mark("Assumed"),
}
#: The same on what has little room.
_SHORT_ORIGINS: Final[dict[Origin, str]] = {**ORIGINS, "set": mark("Set")}
_LEVELS: Final = {
    "measured": mark("measured"),
    "estimated": mark("estimated"),
    "assumed": mark("assumed"),
}


def assumptions(options: EstimatorOptions, level: str = "assumed") -> str:
    """What the 3D figure's shape, size and place rest on: measured, set by the person, assumed.

    Args:
        options: of the estimator.
        level: where the direction up comes from, see `Floor.level`.
    """
    found = origins(options)
    said = [
        tr("{origin}: {parts}.", origin=tr_marked(ORIGINS[origin]), parts=", ".join(names))
        for origin, names in found.items()
    ]
    return " ".join([*said, tr("Level: {level}.", level=tr_marked(_LEVELS[level]))])


def origins(options: EstimatorOptions, *, short: bool = False) -> dict[Origin, list[str]]:
    """What is measured, what is set by the person, and what assumed; nothing empty.

    Args:
        short: in as few words as can be understood.
    """
    basis, usual = options.basis, EstimatorOptions()
    view: Origin = "set"
    if options.field_of_view_deg == usual.field_of_view_deg:
        view = "assumed"
    height, angle = options.subject_height_mm / 10, options.field_of_view_deg
    size = tr("{cm:g} cm", cm=height) if short else tr("height {cm:g} cm", cm=height)
    width = tr("field of view {angle:g}°", angle=angle)
    if short:
        width = tr("view {angle:g}°", angle=angle)
    parts: list[tuple[Origin, str]] = [
        (basis.shape, tr("pose")),
        (basis.proportions, tr("proportions")),
        (basis.size, size),
        (view, width),
    ]
    found = {origin: [name for kind, name in parts if kind == origin] for origin in ORIGINS}
    return {origin: names for origin, names in found.items() if names}


class SkeletonPanel(QWidget):
    """Shows the 3D view, or a sentence where OpenGL is not to be had."""

    turning_changed = pyqtSignal(bool)
    calibrate_asked = pyqtSignal()
    basis_asked = pyqtSignal()  # what is set or assumed is to be changed

    def __init__(
        self,
        theme: Theme,
        support: GLSupport,
        smooth_edges: bool | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """smooth_edges None: where a graphics card does the drawing."""
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.view: SkeletonView | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        if support.available:
            smooth = not support.software if smooth_edges is None else smooth_edges
            self.view = SkeletonView(theme, SAMPLES if smooth else 0)
            self.view.touched.connect(self._tell_camera)
            layout.addWidget(self.view, 1)
        else:
            sentence = QLabel(tr_marked(NO_OPENGL))
            sentence.setObjectName("noOpenGL")
            sentence.setWordWrap(True)
            sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(sentence, 1)
        self._place = ViewPlace()
        self._options: EstimatorOptions | None = None
        self._level = "assumed"
        self._column = layout
        self.bar = ViewBar(self.view)
        self.buttons = self.bar.buttons
        self.turn_button, self.sticks_button = self.buttons["turn"], self.buttons["sticks"]
        self.bar.look_asked.connect(self.look_from)
        self.buttons["fit"].clicked.connect(self.fit)
        self.buttons["follow"].clicked.connect(self.set_following)
        self.turn_button.clicked.connect(self.set_turning)
        self.sticks_button.clicked.connect(self.set_sticks)
        self.buttons["beside"].clicked.connect(self.set_beside)
        self.bar.set_theme(theme)
        if self.view is None:
            layout.addWidget(self.bar)
        else:
            self.view.lay_over(self.bar)
            self.bar.covers.connect(self.view.set_covered)
            self.bar.settle()
            self._tell_camera()
        self._foot = self._make_foot()
        layout.addWidget(self._foot)

    def _make_foot(self) -> QWidget:
        """What the figure rests on, and the button that measures more of it."""
        self.note = WrappedLabel()
        self.note.setObjectName("note")
        self.calibrate = QPushButton(tr("Calibrate…"))
        self.calibrate.setToolTip(
            tr(
                "Stand upright for three seconds: measures your proportions "
                "and the camera's tilt (C)"
            )
        )
        by_tab_alone(self.calibrate)
        self.calibrate.clicked.connect(self.calibrate_asked)
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(12, 2, 12, 10)
        row.setSpacing(12)
        row.addWidget(self.note, 1)
        row.addWidget(self._make_chips(), 1)
        row.addWidget(self.calibrate)
        return foot

    def _make_chips(self) -> QWidget:
        """One for each origin, and one for the level; each opens where it is changed."""
        self._chips = FlowRow((0, 0, 0, 0), 4)
        self.chips = {name: QPushButton() for name in (*ORIGINS, "level")}
        for chip in self.chips.values():
            chip.setObjectName("chip")
            chip.setToolTip(tr("Opens the settings of the figure"))
            chip.clicked.connect(self.basis_asked)
            self._chips.flow.addWidget(chip)
        by_tab_alone(*self.chips.values())
        self._chips.hide()
        return self._chips

    def _show_basis(self, options: EstimatorOptions) -> None:
        self.note.setText(assumptions(options, self._level))
        found = origins(options)
        for origin, title in ORIGINS.items():
            names = found.get(origin, [])
            restyle(self.chips[origin], "origin", origin)
            words = ", ".join(names)
            self.chips[origin].setToolTip(
                tr(
                    "{origin}: {parts}. Opens the settings of the figure.",
                    origin=tr_marked(title),
                    parts=words,
                )
            )
            short = ", ".join(origins(options, short=True).get(origin, []))  # for narrow panels
            self.chips[origin].setText(f"{tr_marked(_SHORT_ORIGINS[origin])}: {short}")
            self.chips[origin].setVisible(bool(names))
        restyle(self.chips["level"], "origin", self._level)
        self.chips["level"].setText(tr("Level: {level}", level=tr_marked(_LEVELS[self._level])))
        self.note.hide()
        self._chips.show()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """In little room the figure counts for more than the words about it."""
        super().resizeEvent(event)
        if self._options is None:  # else there are marks in their place
            self.note.setVisible(self.height() >= _ROOM_FOR_WORDS)

    def set_distant(self, distant: bool) -> None:
        """Leave the buttons out: no person at the keyboard looks on."""
        self.bar.setVisible(not distant)
        self._foot.setVisible(not distant)

    def add_strip(self, strip: QWidget) -> None:
        """Put something over the 3D view, at most as tall as that."""
        self._column.insertWidget(0, strip, 1)

    def add_button(self, button: QAbstractButton) -> None:
        """Put one more button over the view."""
        self.bar.add(button)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be used, from the upper left."""
        return (*self.bar.controls, *self.chips.values(), self.calibrate)

    def keys(self) -> tuple[Key, ...]:
        """The keys of the views."""
        return (
            Key("1", tr("3D from the front"), lambda: self.look_from("front")),
            Key("2", tr("3D from the side"), lambda: self.look_from("side")),
            Key("3", tr("3D from the top"), lambda: self.look_from("top")),
            Key("F", tr("Fit the 3D view to the person"), self.fit),
            Key("Shift+F", tr("Follow the person in 3D"), self.buttons["follow"].click),
            Key("B", tr("3D body or sticks"), self.sticks_button.click),
        )

    def ghost_key(self) -> Key:
        """For a window that compares."""
        return Key("G", tr("Compared recording beside or on top"), self.buttons["beside"].click)

    def turn_key(self) -> Key:
        """For a window that has no other use for Space."""
        return Key("Space", tr("Auto-rotate the 3D view"), self.turn_button.click)

    def show_result(self, result: FrameResult | None) -> None:
        if result is not None and result.floor is not None:
            self._tell_level(result.floor.level)
        if self.view is not None:
            self.view.show_result(result)
            self.bar.show_beside(self.view.has_ghost)

    def set_mirror(self, mirror: bool) -> None:
        if self.view is not None:
            self.view.set_mirror(mirror)

    def set_stale(self, stale: bool) -> None:
        """Grey the figure, which is not of now."""
        if self.view is not None:
            self.view.set_stale(stale)

    def set_theme(self, theme: Theme) -> None:
        self.bar.set_theme(theme)
        if self.view is not None:
            self.view.set_theme(theme)

    def set_options(self, options: EstimatorOptions) -> None:
        """Say what the figure rests on."""
        self._options = options
        self._level = "assumed" if options.calibration is None else "measured"
        self._show_basis(options)
        self.calibrate.setVisible(options.calibration is None)

    def _tell_level(self, level: str) -> None:
        if self._options is not None and level != self._level:
            self._level = level
            self._show_basis(self._options)

    def look_from(self, name: str) -> None:
        """Look from "front", "side" or "top"."""
        if self.view is not None:
            self.view.look_from(name)
            self._tell_camera()

    @property
    def turning(self) -> bool:
        return self.view is not None and self.view.turning

    def set_turning(self, turning: bool) -> None:
        if self.view is not None:
            self.view.set_turning(turning)
            self._tell_camera()

    def fit(self) -> None:
        """Frame the person as they are now."""
        if self.view is not None:
            self.view.fit()

    def set_following(self, following: bool) -> None:
        """Keep the whole person in view, or leave the camera where it is."""
        if self.view is not None:
            self.view.set_following(following)
            self._tell_camera()

    def set_beside(self, beside: bool) -> None:
        """Let the ghost stand beside the main person, or on top of them."""
        if self.view is not None:
            self.view.set_beside(beside)
            self.buttons["beside"].setChecked(beside)

    def set_sticks(self, sticks: bool) -> None:
        """Draw sticks and joints, or a body."""
        if self.view is not None:
            self.view.set_sticks(sticks)
            self.sticks_button.setChecked(self.view.sticks)

    def _tell_camera(self) -> None:
        """Show what the camera does, which a hand may have stopped."""
        assert self.view is not None
        self.turn_button.setChecked(self.view.turning)
        self.buttons["follow"].setChecked(self.view.following)
        self.turning_changed.emit(self.view.turning)

    def place(self) -> ViewPlace:
        """Where the camera is; the place it was given, where there is no view."""
        return self.view.place() if self.view is not None else self._place

    def set_place(self, place: ViewPlace) -> None:
        self._place = place
        if self.view is not None:
            self.view.set_place(place)
            self.sticks_button.setChecked(self.view.sticks)
            self._tell_camera()
