"""The bar over the player: whom to look at, what to compare with, and what to do with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PyQt6.QtCore import QSignalBlocker, Qt, pyqtSignal
from PyQt6.QtWidgets import QLabel, QPushButton, QWidget

from posecam.gui.review.take import Take
from posecam.gui.shared.fields import Combo, NumberField
from posecam.gui.shared.flow_layout import FlowRow
from posecam.gui.shared.focus import by_tab_alone
from posecam.gui.shared.keys import Key
from posecam.gui.shared.translation import capital, tr, tr_core
from posecam.session import RESULT_WORDS, Result, SessionSummary


class HeadBar(FlowRow):
    """Widgets and their signals; decides nothing."""

    open_asked = pyqtSignal()
    export_asked = pyqtSignal()
    plot_asked = pyqtSignal()
    delete_asked = pyqtSignal()
    compare_asked = pyqtSignal(object)  # Path or None
    shift_asked = pyqtSignal(float)
    person_asked = pyqtSignal(object)  # int or None
    result_asked = pyqtSignal(str)  # "live" or "offline"
    reprocess_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((12, 8, 12, 8), 8, parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._others: list[SessionSummary] = []
        self._take: Take | None = None
        self.result = Combo(tr("Result"))
        self.result.setToolTip(tr("Which poses are shown: live or reprocessed"))
        self.result.activated.connect(lambda k: self.result_asked.emit(self.result.itemData(k)))
        self.person = Combo(tr("Person"))
        self.person.setToolTip(tr("Person whose figure and angles are shown; or click on one"))
        self.person.activated.connect(lambda k: self.person_asked.emit(self.person.itemData(k)))
        self.compare = Combo(tr("Compare with"))
        self.compare.setMinimumContentsLength(16)
        self.compare.setToolTip(tr("Another recording as a faint second figure, started together"))
        self.compare.activated.connect(lambda k: self.compare_asked.emit(self.compare.itemData(k)))
        self.shift = NumberField(tr("Offset"))
        self.shift.setRange(-600, 600)
        self.shift.setSingleStep(0.1)
        self.shift.setSuffix(tr(" s offset"))
        self.shift.setToolTip(
            tr("Time offset of the other recording against the start of the range")
        )
        self.shift.valueChanged.connect(self.shift_asked)
        self.open = QPushButton(tr("Open…"))
        self.open.setToolTip(tr("Open a recording from another folder (Ctrl+O)"))
        self.reprocess = QPushButton(tr("Reprocess"))
        self.reprocess.setToolTip(
            tr("Re-run the network on every frame, zero-lag smoothing; the live result is kept")
        )
        self.plot = QPushButton(tr("Save plot…"))
        self.plot.setToolTip(tr("Save the plot as an image or a table (Ctrl+P)"))
        self.export = QPushButton(tr("Export…"))
        self.export.setToolTip(tr("To files for other programs (Ctrl+E)"))
        self.delete = QPushButton(tr("Delete"))
        self.delete.setToolTip(tr("Move to the trash (Del); can be undone (Ctrl+Z)"))
        for button, signal in (
            (self.open, self.open_asked),
            (self.reprocess, self.reprocess_asked),
            (self.plot, self.plot_asked),
            (self.export, self.export_asked),
            (self.delete, self.delete_asked),
        ):
            button.clicked.connect(lambda _, signal=signal: signal.emit())
        by_tab_alone(*self.controls)
        self._against = QLabel(tr("Compare with"))
        layout = self.flow
        layout.addWidget(self.open)
        layout.add_stretch()
        for widget in (self.result, self.person, self._against, self.compare, self.shift):
            layout.addWidget(widget)
        for button in (self.reprocess, self.plot, self.export, self.delete):
            layout.addWidget(button)
        self.show_take(None)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be used, from the left."""
        choices = (self.result, self.person, self.compare, self.shift)
        return (self.open, *choices, self.reprocess, self.plot, self.export, self.delete)

    def keys(self) -> tuple[Key, ...]:
        """The keys of the buttons."""
        return (
            Key("Del", tr("Delete"), self.delete.click),
            Key("Ctrl+E", tr("Export"), self.export.click),
            Key("Ctrl+P", tr("Save the plot"), self.plot.click),
            Key("Ctrl+O", tr("Open a recording"), self.open.click),
        )

    def show_take(self, take: Take | None) -> None:
        """What can be done with a take; None: nothing is open."""
        self._take = take
        for widget in (self.compare, self.reprocess, self.plot, self.export, self.delete):
            widget.setEnabled(take is not None)
        self.result.setVisible(self._other is not None)
        with QSignalBlocker(self.result):
            self.result.clear()
            if take is not None:
                for name, words in RESULT_WORDS.items():
                    self.result.addItem(capital(tr_core(words)), name)
                self.result.setCurrentIndex(self.result.findData(take.session.result))
        people = take.people if take is not None else []
        self.person.setVisible(len(people) > 1)
        with QSignalBlocker(self.person):
            self.person.clear()
            self.person.addItem(tr("Main person"), None)
            for number in people:
                self.person.addItem(tr("Person {number}", number=number), number)
            chosen = self.person.findData(take.person) if take is not None else 0
            self.person.setCurrentIndex(max(chosen, 0))
        self.show_others(self._others, take.session.folder if take is not None else None)
        self.show_compared(None)

    @property
    def _other(self) -> Result | None:
        """The result of the take that is not shown, where there is one."""
        return self._take.session.other_result if self._take is not None else None

    def show_others(self, summaries: Sequence[SessionSummary], folder: Path | None) -> None:
        """What can be compared with: all but the one that is open."""
        self._others = list(summaries)
        chosen = self.compare.currentData()
        with QSignalBlocker(self.compare):
            self.compare.clear()
            self.compare.addItem(tr("Nothing", comment="to compare with"), None)
            if self._other is not None:
                self.compare.addItem(
                    tr("The {result}", result=tr_core(RESULT_WORDS[self._other])), folder
                )
            for summary in summaries:
                if summary.folder != folder:
                    self.compare.addItem(summary.name, summary.folder)
        self.show_compared(chosen)

    def show_compared(self, folder: Path | None) -> None:
        """What it is compared with; a folder from elsewhere is added to the list."""
        with QSignalBlocker(self.compare):
            # Not by findData, for which only the very same object is equal.
            folders = [self.compare.itemData(k) for k in range(self.compare.count())]
            if folder is not None and folder not in folders:
                self.compare.addItem(folder.name, folder)
                folders.append(folder)
            self.compare.setCurrentIndex(folders.index(folder))
        own = self._take is not None and folder == self._take.session.folder
        self.shift.setVisible(folder is not None and not (own and self._other is not None))
