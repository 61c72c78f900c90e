"""The bar over the player: whom to look at, what to compare with, and what to do with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PyQt6.QtCore import QSignalBlocker, Qt, pyqtSignal
from PyQt6.QtWidgets import QComboBox, QDoubleSpinBox, QHBoxLayout, QLabel, QPushButton, QWidget

from posecam.gui.review.take import Take
from posecam.session import SessionSummary

_NOTHING = "Nothing"


class HeadBar(QWidget):
    """Widgets and their signals; decides nothing."""

    open_asked = pyqtSignal()
    export_asked = pyqtSignal()
    plot_asked = pyqtSignal()
    delete_asked = pyqtSignal()
    compare_asked = pyqtSignal(object)  # Path or None
    shift_asked = pyqtSignal(float)
    person_asked = pyqtSignal(object)  # int or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._others: list[SessionSummary] = []
        self.person = QComboBox()
        self.person.setToolTip("Whose figure and angles are shown; or click on somebody")
        self.person.activated.connect(lambda k: self.person_asked.emit(self.person.itemData(k)))
        self.compare = QComboBox()
        self.compare.setMinimumContentsLength(16)
        self.compare.setAccessibleName("Compare with")
        self.compare.setToolTip("Another recording as a faint second figure, started together")
        self.compare.activated.connect(lambda k: self.compare_asked.emit(self.compare.itemData(k)))
        self.shift = QDoubleSpinBox()
        self.shift.setRange(-600, 600)
        self.shift.setSingleStep(0.1)
        self.shift.setSuffix(" s later")
        self.shift.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        self.shift.setToolTip("How much later than the chosen range the other recording starts")
        self.shift.valueChanged.connect(self.shift_asked)
        self.open = QPushButton("Open…")
        self.open.setToolTip("Open a recording from another folder (Ctrl+O)")
        self.plot = QPushButton("Save plot…")
        self.plot.setToolTip("The plot as a picture or a table (Ctrl+P)")
        self.export = QPushButton("Export…")
        self.export.setToolTip("To files for other programs (Ctrl+E)")
        self.delete = QPushButton("Delete")
        self.delete.setToolTip("Move to the trash (Del); can be undone (Ctrl+Z)")
        for button, signal in (
            (self.open, self.open_asked),
            (self.plot, self.plot_asked),
            (self.export, self.export_asked),
            (self.delete, self.delete_asked),
        ):
            button.clicked.connect(lambda _, signal=signal: signal.emit())
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._against = QLabel("Compare with")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self.open)
        layout.addStretch(1)
        for widget in (self.person, self._against, self.compare, self.shift):
            layout.addWidget(widget)
        layout.addSpacing(12)
        for button in (self.plot, self.export, self.delete):
            layout.addWidget(button)
        self.show_take(None)

    def show_take(self, take: Take | None) -> None:
        """What can be done with a take; None: nothing is open."""
        for widget in (self.compare, self.plot, self.export, self.delete):
            widget.setEnabled(take is not None)
        people = take.people if take is not None else []
        self.person.setVisible(len(people) > 1)
        with QSignalBlocker(self.person):
            self.person.clear()
            self.person.addItem("Main person", None)
            for number in people:
                self.person.addItem(f"Person {number}", number)
        self.show_others(self._others, take.session.folder if take is not None else None)
        self.show_compared(None)

    def show_person(self, person: int | None) -> None:
        with QSignalBlocker(self.person):
            self.person.setCurrentIndex(max(self.person.findData(person), 0))

    def show_others(self, summaries: Sequence[SessionSummary], folder: Path | None) -> None:
        """What can be compared with: all but the one that is open."""
        self._others = list(summaries)
        chosen = self.compare.currentData()
        with QSignalBlocker(self.compare):
            self.compare.clear()
            self.compare.addItem(_NOTHING, None)
            for summary in summaries:
                if summary.folder != folder:
                    self.compare.addItem(summary.name, summary.folder)
        self.show_compared(chosen)

    def show_compared(self, folder: Path | None) -> None:
        """What it is compared with; a folder from elsewhere is added to the list."""
        with QSignalBlocker(self.compare):
            place = self.compare.findData(folder) if folder is not None else 0
            if place < 0 and folder is not None:
                self.compare.addItem(folder.name, folder)
                place = self.compare.count() - 1
            self.compare.setCurrentIndex(place)
        self.shift.setVisible(folder is not None)
