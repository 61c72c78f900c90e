"""The small dialog of settings. Every change counts at once, so that it is seen in the picture."""

from __future__ import annotations

from dataclasses import replace

from PyQt6.QtCore import QSignalBlocker, Qt, pyqtSignal
from PyQt6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from posecam.settings import SESSIONS_VARIABLE, Settings, limits

_STEPS = 100


class SettingsDialog(QDialog):
    """Emits `changed` with the whole new `Settings`."""

    changed = pyqtSignal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Settings")
        self.setMinimumWidth(460)
        self._settings = settings
        self.height_cm = self._number("subject_height_cm", " cm")
        self.height_cm.setToolTip("The 3D figure's size is scaled to this height")
        self.field_of_view = self._number("field_of_view_deg", "°")
        self.field_of_view.setToolTip("Of the camera, across the picture; most webcams have 55–80°")
        self.smoothness = QSlider(Qt.Orientation.Horizontal)
        self.smoothness.setRange(0, _STEPS)
        self.smoothness.setAccessibleName("Smoothness")
        self.smoothness.valueChanged.connect(lambda value: self._change(smoothness=value / _STEPS))
        self.folder = QLineEdit()
        self.folder.setReadOnly(True)
        self.folder.setAccessibleName("Sessions folder")
        browse = QPushButton("Choose…")
        browse.clicked.connect(self._choose_folder)

        ends = QHBoxLayout()
        for text, side in (
            ("follows at once", Qt.AlignmentFlag.AlignLeft),
            ("calm", Qt.AlignmentFlag.AlignRight),
        ):
            label = QLabel(text)
            label.setProperty("role", "muted")
            ends.addWidget(label, alignment=side)
        slider = QVBoxLayout()
        slider.setSpacing(2)
        slider.addWidget(self.smoothness)
        slider.addLayout(ends)
        folder = QHBoxLayout()
        folder.addWidget(self.folder, 1)
        folder.addWidget(browse)
        form = QFormLayout()
        form.setVerticalSpacing(14)
        form.setHorizontalSpacing(18)
        form.addRow("Your height", self.height_cm)
        form.addRow("Field of view", self.field_of_view)
        form.addRow("Smoothness", slider)
        form.addRow("Recordings go to", folder)

        buttons = QDialogButtonBox()
        buttons.addButton("Close", QDialogButtonBox.ButtonRole.RejectRole)
        self.defaults = QPushButton("Defaults")
        self.defaults.clicked.connect(self._to_defaults)
        buttons.addButton(self.defaults, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(20)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self._show()

    def _number(self, name: str, suffix: str) -> QDoubleSpinBox:
        box = QDoubleSpinBox()
        box.setRange(*limits(name))
        box.setDecimals(0)
        box.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)  # keys and wheel do it
        box.setSuffix(suffix)
        box.valueChanged.connect(lambda value: self._change(**{name: value}))
        return box

    def _show(self) -> None:
        with (
            QSignalBlocker(self.height_cm),
            QSignalBlocker(self.field_of_view),
            QSignalBlocker(self.smoothness),
        ):
            self.height_cm.setValue(self._settings.subject_height_cm)
            self.field_of_view.setValue(self._settings.field_of_view_deg)
            self.smoothness.setValue(round(self._settings.smoothness * _STEPS))
        self.folder.setText(str(self._settings.sessions_path()))
        self.folder.setToolTip(f"{SESSIONS_VARIABLE} in the environment goes before this")

    def _change(self, **values: object) -> None:
        self._settings = replace(self._settings, **values)  # type: ignore[arg-type]
        self.changed.emit(self._settings)

    def _choose_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(
            self, "Where recordings go", str(self._settings.sessions_path())
        )
        if path:
            self._change(sessions_folder=path)
            self._show()

    def _to_defaults(self) -> None:
        plain = Settings()
        self._change(
            subject_height_cm=plain.subject_height_cm,
            field_of_view_deg=plain.field_of_view_deg,
            smoothness=plain.smoothness,
            sessions_folder=plain.sessions_folder,
        )
        self._show()
