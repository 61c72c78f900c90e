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

from posecam.export import FORMATS, Options, Order, export_session
from posecam.export.markers import MarkerNames
from posecam.export.options import Unit
from posecam.export.person import warning
from posecam.gui.review.take import Take
from posecam.gui.review.work import Work
from posecam.gui.shared.durations import clock
from posecam.gui.shared.fields import Combo
from posecam.gui.shared.scrolling import Scrolling
from posecam.gui.shared.window_place import StaysOnScreen
from posecam.kinematics.armature import Rest
from posecam.kinematics.bone_names import BoneNames
from posecam.session import RESULT_WORDS, Result, Session
from posecam.session.people import seen_longest_first

#: What each format is for, in a few words.
WORDS: Final = {
    "bvh": "BVH: Blender, Unity, Unreal",
    "gltf": "glTF: an animated skeleton",
    "glb": "glTF: an animated skeleton",
    "usd": "USD: Maya, Houdini, Unreal",
    "c3d": "C3D: biomechanics",
    "trc": "TRC: markers for OpenSim",
    "mot": "MOT: joint angles for OpenSim",
    "csv": "CSV: spreadsheets",
    "json": "JSON: programs",
    "npz": "NPZ: NumPy",
    "tidy": "Tidy CSV: R, pandas",
    "angles": "Angles and speeds as CSV",
    "overlay": "Video with skeleton and 3D figure",
    "html": "A page to share: video, 3D figure, angles",
}
#: What they are grouped by, each with a sentence; what is in no group is in the last but one.
GROUPS: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "Animation": ("A skeleton that moves, for characters.", ("bvh", "gltf", "glb", "usd")),
    "Biomechanics": ("Points and angles in laboratory units.", ("c3d", "trc", "mot", "angles")),
    "Data": ("Every keypoint of every frame, for your own evaluation.", ()),
    "Video": ("To look at and to show, with the skeleton drawn in.", ("overlay", "html")),
}
_ORDERS: Final[dict[str, Order]] = {"MPII, 16 joints": "mpii", "Human3.6M, 17 joints": "h36m"}
_NAMES: Final[dict[str, BoneNames]] = {
    "Plain": "plain",
    "Mixamo": "mixamo",
    "Unreal mannequin": "unreal",
    "VRM humanoid": "vrm",
    "Blender Rigify": "rigify",
}
_RESTS: Final[dict[str, Rest]] = {
    "T: arms sideways": "t",
    "A: arms 45° below": "a",
    "Standing: arms hanging": "standing",
}
_UNITS: Final[dict[str, Unit]] = {"Centimetres": "cm", "Metres": "m", "Millimetres": "mm"}
_RATES: Final[dict[str, float | None]] = {
    "As recorded": None,
    **{f"{rate} a second": float(rate) for rate in (24, 25, 30, 60)},
}
_MARKERS: Final[dict[str, MarkerNames]] = {"OpenSim, Pose2Sim": "opensim", "As here": "plain"}
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
        self.setWindowTitle(f"Export {take.session.name}")
        self.setMinimumWidth(460)
        self._take = take
        self._work = Work(self)
        self._stop = self._closing = False
        self.paths: list[Path] = []
        self.formats = {name: QCheckBox(WORDS.get(name, name.upper())) for name in FORMATS}
        for name, box in self.formats.items():
            box.setChecked(name in _ON_AT_FIRST)
            box.toggled.connect(self._allow)
        StaysOnScreen(self)
        layout, choices = QVBoxLayout(self), QWidget()
        within = QVBoxLayout(choices)
        within.setContentsMargins(2, 2, 2, 2)
        within.setSpacing(12)
        within.addLayout(self._grouped())
        within.addWidget(self._skeleton())
        within.addLayout(self._choices(take, out))
        layout.setSpacing(12)
        layout.addWidget(Scrolling(choices))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.hide()
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.buttons = QDialogButtonBox()
        self.start = QPushButton("Export")
        self.start.setDefault(True)
        self.start.clicked.connect(self.export)
        self.show_folder = QPushButton("Show files")
        self.show_folder.clicked.connect(self._open_folder)
        self.buttons.addButton(self.show_folder, QDialogButtonBox.ButtonRole.ActionRole)
        self.show_folder.hide()  # not before: a button box shows what is added
        self.buttons.addButton(self.start, QDialogButtonBox.ButtonRole.ActionRole)
        self.leave = QPushButton("Close")
        self.buttons.addButton(self.leave, QDialogButtonBox.ButtonRole.ActionRole)
        self.leave.clicked.connect(self.close)
        layout.addWidget(self.bar)
        layout.addWidget(self.said)
        layout.addWidget(self.buttons)

    def _grouped(self) -> QGridLayout:
        """The formats by what they are for, two groups beside each other."""
        grouped = {name for _, names in GROUPS.values() for name in names}
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(12)
        for number, (title, (sentence, names)) in enumerate(GROUPS.items()):
            column = QVBoxLayout()
            column.setSpacing(3)
            head, words = QLabel(f"<b>{title}</b>"), QLabel(sentence)
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
        self.names, self.rest = Combo("Bone names"), Combo("Rest pose")
        self.unit, self.rate = Combo("Unit of BVH and USD"), Combo("Frame rate")
        self.rate.setToolTip("Of BVH, glTF, USD, C3D, TRC and MOT")
        self.markers = Combo("Markers of C3D, TRC")
        form = QFormLayout()
        for combo, words in (
            (self.names, _NAMES),
            (self.rest, _RESTS),
            (self.unit, _UNITS),
            (self.markers, _MARKERS),
            (self.rate, _RATES),
        ):
            combo.addItems(list(words))
            form.addRow(combo.accessibleName(), combo)
        box = QGroupBox("Skeleton and markers")
        box.setLayout(form)
        return box

    def _choices(self, take: Take, out: Path) -> QFormLayout:
        """What holds for all formats."""
        self.order = Combo("Joints")
        for words in _ORDERS:
            self.order.addItem(words)
        self.person = Combo("Person")
        self.person.setToolTip("Of formats that hold one person; the others hold everybody")
        self._list_people(take.session)
        if take.person in take.people:
            self.person.setCurrentIndex(self.person.findData(take.person))
        self.person.currentIndexChanged.connect(lambda _: self._warn())
        self.poses = Combo("Poses")
        for result in (take.session.result, take.session.other_result):
            if result is not None:
                self.poses.addItem(RESULT_WORDS[result].capitalize(), result)
        self.poses.setEnabled(self.poses.count() > 1)
        self.out = QLineEdit(str(out))
        self.out.setAccessibleName("Into the folder")
        choose = QPushButton("Choose…")
        choose.clicked.connect(self._choose)
        where = QHBoxLayout()
        where.addWidget(self.out, 1)
        where.addWidget(choose)
        self.force = QCheckBox("Replace files that are there already")
        self.only_range = QCheckBox()
        if self._span is not None:
            first, last = self._span
            self.only_range.setText(f"Only the range, {first:.2f} to {last:.2f} s")
            self.only_range.setChecked(True)
        else:
            self.only_range.hide()
        form = QFormLayout()
        form.addRow("Poses", self.poses)
        form.addRow("Joints", self.order)
        form.addRow("Person", self.person)
        self.warning = QLabel()
        self.warning.setProperty("alarm", True)
        self.warning.setWordWrap(True)
        form.addRow(self.warning)
        if self._span is not None:
            form.addRow("", self.only_range)
        form.addRow("Into", where)
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
            seen = f", seen for {clock(count / rate)}" if rate else ""
            self.person.addItem(f"Person {number}{seen}", number)
        if len(frames) != 1:
            self.person.addItem("Main person", "main")

    def _warn(self) -> None:
        """Say where the motion of several people would be joined."""
        person = self.person.currentData()
        self.warning.setText(warning(self._take.session, person) if person == "main" else "")
        self.warning.setVisible(bool(self.warning.text()))

    def _allow(self) -> None:
        self.start.setEnabled(any(box.isChecked() for box in self.formats.values()))

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Export into", self.out.text())
        if chosen:
            self.out.setText(chosen)

    def export(self) -> None:
        """Begin with what is chosen now."""
        wish = _Wish(
            tuple(name for name, box in self.formats.items() if box.isChecked()),
            Path(self.out.text()).expanduser(),
            self.force.isChecked(),
            Options(
                order=_ORDERS[self.order.currentText()],
                person=self.person.currentData(),
                names=_NAMES[self.names.currentText()],
                rest=_RESTS[self.rest.currentText()],
                unit=_UNITS[self.unit.currentText()],
                markers=_MARKERS[self.markers.currentText()],
                fps=_RATES[self.rate.currentText()],
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
        self.said.setText(f"{number + 1} of {len(wish.formats)}: {WORDS.get(name, name)}…")

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
        count = len(self.paths)
        files = "file is" if count == 1 else "files are"
        self.said.setText(f"{count} {files} in {wish.out}, of the {RESULT_WORDS[wish.result]}.")
        self.show_folder.show()

    def _failed(self, sentence: str) -> None:
        self._set_busy(False)
        kept = f" {len(self.paths)} files were written before." if self.paths else ""
        self.said.setText(sentence + kept)

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
            self.said.setText("The file being written is finished first…")
            return
        self._work.close()
        super().done(result)

    def leave_now(self) -> None:
        """Close at once, waiting for the format being written."""
        self._stop = True
        self._work.close()
        super().done(0)
