"""Every angle with a switch, its value now, and what it does over the chosen range."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PyQt6.QtCore import QSignalBlocker, Qt, QTimer, pyqtSignal
from PyQt6.QtGui import QColor, QIcon, QPixmap
from PyQt6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from posecam.gui.review.measures import (
    contact_word,
    degrees,
    degrees_a_second,
    measure,
    moved,
    title,
)
from posecam.gui.review.take import Take
from posecam.gui.shared.focus import by_tab_alone
from posecam.gui.shared.translation import mark, tr, tr_marked
from posecam.kinematics import ANGLES
from posecam.kinematics.repetitions import HIGH_SHARE, LOW_SHARE

#: One for each angle: far apart in OKLab, and readable on light and dark grounds.
CURVES: Final = (
    "#ff7a1a", "#009eff", "#fc00e4", "#00d800", "#007860", "#b43090", "#5448fc", "#b4b4e4",
    "#00c0b4", "#d80018", "#9c6c48", "#60609c", "#c0c078", "#b46cfc", "#fc78b4", "#6c9c0c",
    "#48e460", "#54d8f0", "#cccc00", "#0c6c00", "#0c54c0", "#48543c", "#54f000", "#fc2460",
    "#9c3c00",
)  # fmt: skip  # as a table
#: What is switched on at first.
FIRST: Final = ("r_knee_flexion", "l_knee_flexion")
_HEADER: Final = (
    mark("Angle"),
    mark("Now"),
    mark("Low"),
    mark("High"),
    mark("Range"),
    mark("Reps"),
    mark("Fastest"),
)
_HINTS: Final = (
    mark("Switch angles on to plot them"),
    mark("In the frame shown"),
    mark("Lowest in the chosen range"),
    mark("Highest in the chosen range"),
    mark("Range of motion: highest less lowest"),
    mark("Repetitions: from under {low:.0%} of the range to over {high:.0%} and back"),
    mark("Highest rate of change"),
)
#: The rows below the angles.
_CONTACT, _MOVES = len(ANGLES), len(ANGLES) + 1
#: Milliseconds that dragging a handle must rest before the measures are made anew.
_REST_MS: Final = 120


def colour_of(angle: str) -> str:
    """Of an angle's curve."""
    return CURVES[ANGLES.index(angle)]


class AngleTable(QTableWidget):
    """Asks for curves by being switched; reads the take itself."""

    chosen_changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(len(ANGLES) + 2, len(_HEADER), parent)
        self._take: Take | None = None
        self._range = (0, 0)
        self.setAccessibleName(tr("Angles"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        by_tab_alone(self)
        self.setHorizontalHeaderLabels([tr_marked(head) for head in _HEADER])
        for column, hint in enumerate(_HINTS):
            header = self.horizontalHeaderItem(column)
            assert header is not None
            header.setToolTip(tr_marked(hint, low=LOW_SHARE, high=HIGH_SHARE))
        upright, across = self.verticalHeader(), self.horizontalHeader()
        assert upright is not None
        assert across is not None
        upright.hide()
        upright.setDefaultSectionSize(round(1.7 * self.fontMetrics().height()))
        across.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        across.setStretchLastSection(True)
        across.setHighlightSections(False)
        for row, name in enumerate(ANGLES):
            self._fill_row(row, name)
        self._fill_moves()
        self.itemChanged.connect(self._item_changed)
        self._waiting: list[str] = []
        self._rest, self._next = QTimer(self), QTimer(self)
        for timer, wait, do in ((self._rest, _REST_MS, self.measure), (self._next, 0, self._go_on)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(do)

    def _fill_row(self, row: int, name: str) -> None:
        switch = QTableWidgetItem(title(name))
        switch.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled)
        switch.setCheckState(Qt.CheckState.Checked if name in FIRST else Qt.CheckState.Unchecked)
        dot = QPixmap(10, 10)
        dot.fill(QColor(colour_of(name)))
        switch.setIcon(QIcon(dot))
        self.setItem(row, 0, switch)
        for column in range(1, len(_HEADER)):
            cell = QTableWidgetItem("")
            cell.setFlags(Qt.ItemFlag.ItemIsEnabled)
            cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.setItem(row, column, cell)

    def _fill_moves(self) -> None:
        """The last rows, which are no angles: feet on the ground, steps and jumps."""
        hint = tr(
            "Where the person walks: steps a minute, the time of the step that ends with each foot,"
            " and how much of its stride it stands. Jumps by flight time: as stretched on landing"
            " as on leaving the ground, the camera still."
        )
        ground = tr("What rests on the ground in the frame shown: right foot, left foot")
        for row, name, help_ in (
            (_CONTACT, tr("Foot contact"), ground),
            (_MOVES, tr("Steps and jumps"), hint),
        ):
            for column, words in ((0, name), (1, "")):
                cell = QTableWidgetItem(words)
                cell.setFlags(Qt.ItemFlag.ItemIsEnabled)
                cell.setToolTip(help_)
                self.setItem(row, column, cell)
            self.setSpan(row, 1, 1, len(_HEADER) - 1)

    @property
    def chosen(self) -> list[str]:
        """The angles that are switched on."""
        return [
            name
            for row, name in enumerate(ANGLES)
            if self._cell(row, 0).checkState() == Qt.CheckState.Checked
        ]

    def choose(self, angle: str, on: bool) -> None:
        """Switch an angle on or off."""
        state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        self._cell(ANGLES.index(angle), 0).setCheckState(state)

    @property
    def contact(self) -> str:
        """What it says of the feet in the frame shown."""
        return self._cell(_CONTACT, 1).text()

    @property
    def moves(self) -> str:
        """What it says of steps and jumps."""
        return self._cell(_MOVES, 1).text()

    def text(self, angle: str, column: str) -> str:
        """What a cell says; `column` as in the header."""
        return self._cell(ANGLES.index(angle), _HEADER.index(column)).text()

    def show_take(self, take: Take | None, first: int, last: int) -> None:
        """Measure a take from row `first` to `last`; None clears the table."""
        self._take, self._range = take, (first, last)
        self.measure()

    def set_range(self, first: int, last: int) -> None:
        """Measure from row `first` to `last`, as soon as the hand rests."""
        self._range = first, last
        self._rest.start()

    def measure(self) -> None:
        """Bring the measures up to date, one angle after the other, those plotted first."""
        self._rest.stop()
        chosen = self.chosen
        self._waiting = [*chosen, *(name for name in ANGLES if name not in chosen)]
        if self._take is None:
            for row in range(len(ANGLES)):
                self._write(row, ("",) * (len(_HEADER) - 1), 1)
            self._write(_CONTACT, ("",), 1)
            self._write(_MOVES, ("",), 1)
            self._waiting.clear()
        self._go_on()

    @property
    def measuring(self) -> bool:
        return self._rest.isActive() or bool(self._waiting)

    def _go_on(self) -> None:
        if self._take is None or not self._waiting:
            return
        name = self._waiting.pop(0)
        found = measure(self._take.times, self._take.angles[name], *self._range)
        words = (
            degrees(found.extent.low),
            degrees(found.extent.high),
            degrees(found.extent.span),
            str(found.repetitions),
            degrees_a_second(found.fastest),
        )
        self._write(ANGLES.index(name), words, 2)
        if not self._waiting:
            first, last = (float(self._take.times[row]) for row in self._range)
            self._write(_MOVES, (moved(self._take.moves.within(first, last)),), 1)
        self._next.start()

    def _write(self, row: int, words: Sequence[str], column: int) -> None:
        with QSignalBlocker(self):
            for place, word in enumerate(words, start=column):
                cell = self._cell(row, place)
                if cell.text() != word:
                    cell.setText(word)
        viewport = self.viewport()
        if viewport is not None:
            viewport.update()

    def show_row(self, row: int) -> None:
        """The values of a frame."""
        if self._take is None:
            return
        for line, name in enumerate(ANGLES):
            self._write(line, (degrees(float(self._take.angles[name][row])),), 1)
        words = map(contact_word, self._take.contacts(row))
        self._write(_CONTACT, (", ".join(words),), 1)

    def _cell(self, row: int, column: int) -> QTableWidgetItem:
        cell = self.item(row, column)
        assert cell is not None
        return cell

    def _item_changed(self, item: QTableWidgetItem) -> None:
        if item.column() == 0:
            self.chosen_changed.emit()
