"""Asks what to export, does it beside the window, and says where it is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PyQt6.QtCore import QUrl
from PyQt6.QtGui import QDesktopServices
from PyQt6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from posecam.export import FORMATS, Options, export_session
from posecam.export.person import warning
from posecam.gui.review.export_words import (
    GROUPS,
    MARKERS,
    NAMES,
    ORDERS,
    RATES,
    RESTS,
    UNITS,
    format_words,
)
from posecam.gui.review.take import Take
from posecam.gui.review.work import Work
from posecam.gui.shared.durations import clock
from posecam.gui.shared.fields import Combo
from posecam.gui.shared.scrolling import Scrolling
from posecam.gui.shared.translation import capital, plural, tr, tr_core, tr_marked
from posecam.gui.shared.window_place import StaysOnScreen
from posecam.session import RESULT_WORDS, Result, Session
from posecam.session.people import seen_longest_first

_ON_AT_FIRST: Final = frozenset({"bvh", "csv"})


@dataclass(frozen=True, slots=True)
class _Wish:
    formats: tuple[str, ...]
    out: Path
    force: bool
    options: Options
    span: tuple[float, float] | None
    result: Result


class ExportDialog(QDialog):
    """One take; formats one after the other, so that there is progress to show."""

    def __init__(
        self,
        take: Take,
        out: Path,
        parent: QWidget | None = None,
        span: tuple[float, float] | None = None,
    ) -> None:
        """span: the seconds that the range holds, where it is not the whole take."""
        super().__init__(parent)
        self._span = span
        self.setWindowTitle(tr("Export {name}", name=take.session.name))
        self.setMinimumWidth(460)
        self._take = take
        self._work = Work(self)
        self._stop = self._closing = False
        self.paths: list[Path] = []
        self.character: Path | None = None  # that the figure of the overlay is drawn as
        self.formats = {name: QCheckBox(format_words(name)) for name in FORMATS}
        for name, box in self.formats.items():
            box.setChecked(name in _ON_AT_FIRST)
            box.toggled.connect(self._allow)
        StaysOnScreen(self)
        layout, choices = QVBoxLayout(self), QWidget()
        within = QVBoxLayout(choices)
        within.setContentsMargins(2, 2, 2, 2)
        within.setSpacing(8)
        within.addLayout(self._grouped())
        beside = QHBoxLayout()
        beside.setSpacing(18)
        beside.addWidget(self._skeleton(), 1)
        beside.addLayout(self._choices(take, out), 1)
        within.addLayout(beside)
        layout.setSpacing(6)
        layout.addWidget(Scrolling(choices))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.hide()
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.buttons = QDialogButtonBox()
        self.start = QPushButton(tr("Export"))
        self.start.setDefault(True)
        self.start.clicked.connect(self.export)
        self.show_folder = QPushButton(tr("Show files"))
        self.show_folder.clicked.connect(self._open_folder)
        self.buttons.addButton(self.show_folder, QDialogButtonBox.ButtonRole.ActionRole)
        self.show_folder.hide()  # not before: a button box shows what is added
        self.buttons.addButton(self.start, QDialogButtonBox.ButtonRole.ActionRole)
        self.leave = QPushButton(tr("Close"))
        self.buttons.addButton(self.leave, QDialogButtonBox.ButtonRole.ActionRole)
        self.leave.clicked.connect(self.close)
        layout.addWidget(self.bar)
        layout.addWidget(self.said)
        layout.addWidget(self.buttons)
        self.resize(self.sizeHint())  # Qt itself takes two thirds of a small screen

    def _grouped(self) -> QGridLayout:
        """The formats by what they are for, two groups beside each other."""
        grouped = {name for _, names in GROUPS.values() for name in names}
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(8)
        for number, (title, (sentence, names)) in enumerate(GROUPS.items()):
            column = QVBoxLayout()
            column.setSpacing(3)
            head, words = QLabel(f"<b>{tr_marked(title)}</b>"), QLabel(tr_marked(sentence))
            words.setProperty("role", "muted")
            words.setWordWrap(True)
            column.addWidget(head)
            column.addWidget(words)
            for name in names or tuple(name for name in self.formats if name not in grouped):
                if name in self.formats:
                    column.addWidget(self.formats[name])
            column.addStretch(1)
            grid.addLayout(column, number // 2, number % 2)
        return grid

    def _skeleton(self) -> QGroupBox:
        """What holds for the files of animation programs."""
        self.names, self.rest = Combo(tr("Bone names")), Combo(tr("Rest pose"))
        self.unit, self.rate = Combo(tr("Unit of BVH and USD")), Combo(tr("Frame rate"))
        self.rate.setToolTip(tr("Of BVH, glTF, USD, C3D, TRC and MOT"))
        self.markers = Combo(tr("Markers of C3D, TRC"))
        form = QFormLayout()
        form.setVerticalSpacing(6)
        for combo, words in (
            (self.names, NAMES),
            (self.rest, RESTS),
            (self.unit, UNITS),
            (self.markers, MARKERS),
            (self.rate, {None: tr("As recorded")}),
        ):
            for value, text in words.items():
                combo.addItem(tr_marked(text), value)
            form.addRow(combo.accessibleName(), combo)
        for rate in RATES:
            self.rate.addItem(tr("{rate} a second", rate=rate), float(rate))
        box = QGroupBox(tr("Skeleton and markers"))
        box.setLayout(form)
        return box

    def _choices(self, take: Take, out: Path) -> QFormLayout:
        """What holds for all formats."""
        self.order = Combo(tr("Joints"))
        for order, words in ORDERS.items():
            self.order.addItem(tr_marked(words), order)
        self.person = Combo(tr("Person"))
        self.person.setToolTip(tr("Of formats that hold one person; the others hold everybody"))
        self._list_people(take.session)
        if take.person in take.people:
            self.person.setCurrentIndex(self.person.findData(take.person))
        self.person.currentIndexChanged.connect(lambda _: self._warn())
        self.poses = Combo(tr("Poses"))
        for result in (take.session.result, take.session.other_result):
            if result is not None:
                self.poses.addItem(capital(tr_core(RESULT_WORDS[result])), result)
        self.poses.setEnabled(self.poses.count() > 1)
        self.out = QLineEdit(str(out))
        self.out.setAccessibleName(tr("Into the folder"))
        choose = QPushButton(tr("Choose…"))
        choose.clicked.connect(self._choose)
        where = QHBoxLayout()
        where.addWidget(self.out, 1)
        where.addWidget(choose)
        self.force = QCheckBox(tr("Replace files that are there already"))
        self.only_range = QCheckBox()
        if self._span is not None:
            first, last = self._span
            self.only_range.setText(
                tr("Only the range, {first:.2f} to {last:.2f} s", first=first, last=last)
            )
            self.only_range.setChecked(True)
        else:
            self.only_range.hide()
        form = QFormLayout()
        form.setVerticalSpacing(6)
        form.addRow(tr("Poses"), self.poses)
        form.addRow(tr("Joints"), self.order)
        form.addRow(tr("Person"), self.person)
        self.warning = QLabel()
        self.warning.setProperty("alarm", True)
        self.warning.setWordWrap(True)
        form.addRow(self.warning)
        if self._span is not None:
            form.addRow("", self.only_range)
        form.addRow(tr("Into"), where)
        self._warn()
        form.addRow("", self.force)
        return form

    def _list_people(self, session: Session) -> None:
        """Everybody by how long they were seen, and the main person where that is another thing."""
        frames = {
            n: int((session.people.ids == n).sum()) for n in seen_longest_first(session.people)
        }
        rate = len(session) / session.duration if session.duration else 0.0
        for number, count in frames.items():
            words = tr("Person {number}", number=number)
            if rate:
                seen = clock(count / rate)
                words = tr("Person {number}, seen for {clock}", number=number, clock=seen)
            self.person.addItem(words, number)
        if len(frames) != 1:
            self.person.addItem(tr("Main person"), "main")

    def _warn(self) -> None:
        """Say where the motion of several people would be joined."""
        person = self.person.currentData()
        said = warning(self._take.session, person) if person == "main" else ""
        self.warning.setText(tr_core(said))
        self.warning.setVisible(bool(self.warning.text()))

    def _allow(self) -> None:
        self.start.setEnabled(any(box.isChecked() for box in self.formats.values()))

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Export into"), self.out.text())
        if chosen:
            self.out.setText(chosen)

    def export(self) -> None:
        """Begin with what is chosen now."""
        wish = _Wish(
            tuple(name for name, box in self.formats.items() if box.isChecked()),
            Path(self.out.text()).expanduser(),
            self.force.isChecked(),
            Options(
                order=self.order.currentData(),
                person=self.person.currentData(),
                names=self.names.currentData(),
                rest=self.rest.currentData(),
                unit=self.unit.currentData(),
                markers=self.markers.currentData(),
                fps=self.rate.currentData(),
                character=self.character,
            ),
            self._span if self.only_range.isChecked() else None,
            self.poses.currentData(),
        )
        self._stop = False
        self._set_busy(True)
        self.paths = []
        self.bar.setRange(0, len(wish.formats))
        self.bar.setValue(0)
        self._next(wish, 0)

    def _next(self, wish: _Wish, number: int) -> None:
        """Write the format of that number, and then the next one."""
        if number == len(wish.formats) or self._stop:
            self._finished(wish)
            return
        name = wish.formats[number]
        self.said.setText(
            tr(
                "{number} of {all}: {format}…",
                number=number + 1,
                all=len(wish.formats),
                format=format_words(name),
            )
        )

        def write() -> list[Path]:
            session = self._take.session
            if session.result != wish.result:
                session = Session.open(session.folder, wish.result)
            return export_session(
                session, [name], wish.out, wish.force, options=wish.options, span=wish.span
            )

        def written(paths: list[Path]) -> None:
            self.paths += paths
            self.bar.setValue(number + 1)
            self._next(wish, number + 1)

        self._work.start(write, written, self._failed)

    def _finished(self, wish: _Wish) -> None:
        self._set_busy(False)
        self.said.setText(
            plural(
                "%n file is in {folder}, of the {result}.",
                "%n files are in {folder}, of the {result}.",
                len(self.paths),
                folder=wish.out,
                result=tr_core(RESULT_WORDS[wish.result]),
            )
        )
        self.show_folder.show()

    def _failed(self, sentence: str) -> None:
        self._set_busy(False)
        if self.paths:
            sentence += " " + plural(
                "%n file was written before.", "%n files were written before.", len(self.paths)
            )
        self.said.setText(sentence)

    def _set_busy(self, busy: bool) -> None:
        if self._closing:
            self.leave_now()
            return
        self.bar.setVisible(busy)
        choices = (
            self.names,
            self.rest,
            self.unit,
            self.markers,
            self.rate,
            self.order,
            self.person,
        )
        for widget in (self.start, *choices, self.only_range, self.out, self.force):
            widget.setEnabled(not busy)
        self.poses.setEnabled(not busy and self.poses.count() > 1)
        for box in self.formats.values():
            box.setEnabled(not busy)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.out.text()))

    def done(self, result: int) -> None:
        """Close; where a format is being written, when that is finished, without those after it."""
        self._stop = True
        if self._work.busy:
            self._closing = True
            self.said.setText(tr("The file being written is finished first…"))
            return
        self._work.close()
        super().done(result)

    def leave_now(self) -> None:
        """Close at once, waiting for the format being written."""
        self._stop = True
        self._work.close()
        super().done(0)
