"""The pages of the settings: each shows a part of them and says what the person changes."""

from __future__ import annotations

import contextlib
from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PyQt6.QtCore import QSignalBlocker, Qt, pyqtSignal
from PyQt6.QtGui import QStandardItemModel
from PyQt6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from posecam.bounds import bounds_of
from posecam.gui.live.virtual_camera_field import VirtualCameraField
from posecam.gui.shared.engine_labels import engine_name, quality_name
from posecam.gui.shared.fields import Combo, NumberField, Slider
from posecam.gui.shared.style import restyle
from posecam.gui.shared.translation import plural, tr, tr_core
from posecam.live.engine_choice import AUTO, EngineOption
from posecam.resources import AUTOMATIC
from posecam.settings import Settings, StreamSettings
from posecam.streaming.options import (
    CAMERA_NAME,
    VMC_PORT,
    WEBSOCKET_PORT,
    Address,
    StreamError,
    StreamStatus,
    parse_address,
    parse_addresses,
)

_STEPS = 100


class Page(QWidget):
    """Emits `changed` with the names and new values of fields of `Settings`."""

    changed = pyqtSignal(dict)

    @abstractmethod
    def show_settings(self, settings: Settings) -> None:
        """Show these, without saying that anything changed."""

    def form(self) -> QFormLayout:
        """An empty form to lay the page out with."""
        form = QFormLayout(self)
        form.setContentsMargins(4, 18, 4, 4)
        form.setVerticalSpacing(14)
        form.setHorizontalSpacing(18)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        return form


def muted(text: str = "") -> QLabel:
    """A remark."""
    label = QLabel(text)
    label.setProperty("role", "muted")
    label.setWordWrap(True)
    return label


class FigurePage(Page):
    """Size, place and smoothness of the figure."""

    calibrate_asked = pyqtSignal()
    forget_asked = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.height_cm = self._number(tr("Your height"), "subject_height_cm", " cm")
        self.height_cm.setToolTip(tr("The 3D figure's size is scaled to this height"))
        self.field_of_view = self._number(tr("Field of view"), "field_of_view_deg", "°")
        self.field_of_view.setToolTip(
            tr("Of the camera, across the image; most webcams have 55–80°")
        )
        self.smoothness = Slider(tr("Smoothness"))
        self.smoothness.setRange(0, _STEPS)
        self.smoothness.valueChanged.connect(
            lambda value: self.changed.emit({"smoothness": value / _STEPS})
        )
        ends = QHBoxLayout()
        for text, side in (
            (tr("Responsive"), Qt.AlignmentFlag.AlignLeft),
            (tr("smooth"), Qt.AlignmentFlag.AlignRight),
        ):
            label = QLabel(text)
            label.setProperty("role", "muted")
            ends.addWidget(label, alignment=side)
        slider = QVBoxLayout()
        slider.setSpacing(2)
        slider.addWidget(self.smoothness)
        slider.addLayout(ends)
        self.people = Combo(tr("Follow"))
        self.people.setToolTip(tr("Several people cost speed; the main person comes first"))
        for count in range(1, int(bounds_of(Settings, "people")[1]) + 1):
            self.people.addItem(
                plural("only one person", "up to %n people", count),
                count,
            )
        self.people.activated.connect(
            lambda index: self.changed.emit({"people": self.people.itemData(index)})
        )
        self.calibration = QLabel()
        self.calibration.setWordWrap(True)
        self.calibrate = QPushButton(tr("Calibrate…"))
        self.calibrate.clicked.connect(self.calibrate_asked)
        self.forget = QPushButton(tr("Forget"))
        self.forget.setToolTip(tr("Go back to assumed proportions and a level camera"))
        self.forget.clicked.connect(self.forget_asked)
        row = QHBoxLayout()
        row.addWidget(self.calibration, 1)
        row.addWidget(self.forget)
        row.addWidget(self.calibrate)
        form = self.form()
        form.addRow(tr("Your height"), self.height_cm)
        form.addRow(tr("Field of view"), self.field_of_view)
        form.addRow(tr("Smoothness"), slider)
        form.addRow(tr("Follow"), self.people)
        form.addRow(tr("Calibration"), row)

    def _number(self, title: str, name: str, suffix: str) -> NumberField:
        box = NumberField(title)
        box.setRange(*bounds_of(Settings, name))
        box.setDecimals(0)
        box.setSuffix(suffix)
        box.valueChanged.connect(lambda value: self.changed.emit({name: value}))
        return box

    def show_settings(self, settings: Settings) -> None:
        with (
            QSignalBlocker(self.height_cm),
            QSignalBlocker(self.field_of_view),
            QSignalBlocker(self.smoothness),
        ):
            self.height_cm.setValue(settings.subject_height_cm)
            self.field_of_view.setValue(settings.field_of_view_deg)
            self.smoothness.setValue(round(settings.smoothness * _STEPS))
        self.people.setCurrentIndex(self.people.findData(settings.people))
        known = settings.calibration is not None
        self.calibration.setText(
            tr("measured with {source}", source=settings.calibrated_source)
            if known
            else tr("not yet: three seconds")
        )
        self.forget.setVisible(known)
        self.calibrate.setText(tr("Again…") if known else tr("Calibrate…"))


class EnginePage(Page):
    """How the network is run."""

    def __init__(self) -> None:
        super().__init__()
        self.quality = Combo(tr("Quality"))
        self.quality.addItem(tr("Automatic: the largest that keeps up here"), AUTOMATIC)
        self.quality.setToolTip(tr("A larger network is more exact and takes longer a frame"))
        self.quality.activated.connect(
            lambda index: self.changed.emit({"quality": self.quality.itemData(index)})
        )
        self.quality_label = QLabel(tr("Quality"))
        self.engine = Combo(tr("Engine"))
        self.engine.addItem(tr("Automatic: the fastest here"), (AUTO, AUTO))
        self.engine.activated.connect(self._chosen)
        self.running = muted()
        self.absent = muted()
        self._wanted = (AUTO, AUTO)
        for label in (self.running, self.absent):
            label.setContentsMargins(0, 4, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 18, 4, 4)
        layout.setSpacing(10)
        rows = QGridLayout()
        rows.setHorizontalSpacing(18)
        rows.setVerticalSpacing(10)
        rows.setColumnStretch(2, 1)
        for row, (label, box) in enumerate(
            ((self.quality_label, self.quality), (QLabel(tr("Engine")), self.engine))
        ):
            rows.addWidget(label, row, 0)
            rows.addWidget(box, row, 1)
        layout.addLayout(rows)
        layout.addWidget(self.running)
        layout.addWidget(self.absent)
        layout.addStretch(1)

    def _chosen(self, index: int) -> None:
        backend, precision = self.engine.itemData(index)
        self.changed.emit({"engine": backend, "precision": precision})

    def show_settings(self, settings: Settings) -> None:
        self.show_wanted(settings.engine, settings.precision)
        self.show_quality(settings.quality)

    def show_qualities(self, qualities: Sequence[str]) -> None:
        """Offer the networks that ship; none: a file was given, and there is nothing to choose."""
        for widget in (self.quality, self.quality_label):
            widget.setVisible(bool(qualities))
        for quality in qualities:
            if self.quality.findData(quality) < 0:
                self.quality.addItem(quality_name(quality), quality)

    def show_quality(self, quality: str) -> None:
        """Show what is chosen; automatic where that network does not ship."""
        self.quality.setCurrentIndex(max(self.quality.findData(quality), 0))

    def show_wanted(self, backend: str, precision: str) -> None:
        """Show what is chosen, though it may not be to be had here."""
        self._wanted = (backend, precision)
        index = self._find(self._wanted)
        if index < 0:
            name = tr("fastest") if backend == AUTO else engine_name(backend)
            self.engine.addItem(f"{name} · {precision}", self._wanted)
            index = self.engine.count() - 1
        self.engine.setCurrentIndex(index)

    def _find(self, wanted: tuple[str, str]) -> int:
        found = (i for i in range(self.engine.count()) if self.engine.itemData(i) == wanted)
        return next(found, -1)

    def show_options(self, options: Sequence[EngineOption]) -> None:
        """Offer what there is here; what there is not is grey, with its reason."""
        with QSignalBlocker(self.engine):
            while self.engine.count() > 1:
                self.engine.removeItem(1)
            for option in options:
                name = engine_name(option.backend, option.precision)
                self.engine.addItem(name, (option.backend, option.precision))
                model = self.engine.model()
                if option.reason and isinstance(model, QStandardItemModel):
                    item = model.item(self.engine.count() - 1)
                    if item is not None:
                        item.setEnabled(False)
                        item.setToolTip(tr_core(option.reason))
            self.show_wanted(*self._wanted)
        self.absent.setText(
            "\n".join(f"{engine_name(o.backend)}: {tr_core(o.reason)}" for o in options if o.reason)
        )


class StreamsPage(Page):
    """What is sent to other programs."""

    def __init__(self) -> None:
        super().__init__()
        self._streams = StreamSettings()
        self.vmc = QCheckBox(tr("Send VMC, for VTuber programs, Unity and Blender"))
        self.vmc_address = QLineEdit()
        self.vmc_state = muted()
        self.websocket = QCheckBox(tr("Offer poses as JSON over a WebSocket"))
        self.websocket_address = QLineEdit()
        self.websocket_state = muted()
        self._wrong: set[QLineEdit] = set()
        self.vmc.clicked.connect(lambda on: self._change(vmc=on))
        self.websocket.clicked.connect(lambda on: self._change(websocket=on))
        self.vmc_address.editingFinished.connect(self._vmc_edited)
        self.websocket_address.editingFinished.connect(self._websocket_edited)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 18, 4, 4)
        layout.setSpacing(8)
        to, at = tr("to", comment="an address"), tr("at", comment="an address")
        for box, name, field, state in (
            (self.vmc, to, self.vmc_address, self.vmc_state),
            (self.websocket, at, self.websocket_address, self.websocket_state),
        ):
            field.setAccessibleName(tr("{switch}: address", switch=box.text()))
            field.textEdited.connect(partial(self._typed, field, state))
            row = QHBoxLayout()
            row.setContentsMargins(26, 0, 0, 0)
            row.addWidget(QLabel(name))
            row.addWidget(field, 1)
            below = QHBoxLayout()
            below.setContentsMargins(26, 0, 0, 8)
            below.addWidget(state)
            layout.addWidget(box)
            layout.addLayout(row)
            layout.addLayout(below)
        self.camera = VirtualCameraField()
        self.camera.changed.connect(lambda values: self._change(**values))
        layout.addWidget(self.camera)
        layout.addWidget(
            muted(
                tr(
                    "127.0.0.1 is this computer: nothing leaves it "
                    "unless you enter another address."
                )
            )
        )
        layout.addStretch(1)

    def _change(self, **values: object) -> None:
        # The names and values are those of its own fields.
        self._streams = replace(self._streams, **values)  # type: ignore[arg-type]
        self.changed.emit({"streams": self._streams})

    def _vmc_edited(self) -> None:
        address = self._checked(self.vmc_address, self.vmc_state, VMC_PORT)
        if address and address != self._streams.vmc_address:
            self._change(vmc_address=address)

    def _websocket_edited(self) -> None:
        address = self._checked(self.websocket_address, self.websocket_state, WEBSOCKET_PORT)
        if address and address != self._streams.websocket_address:
            self._change(websocket_address=address)

    def _checked(self, field: QLineEdit, state: QLabel, port: int) -> str:
        """What was typed as HOST:PORT; "" where it is none, which is said until it is another."""
        try:
            address = ", ".join(map(str, self._parse(field, field.text(), port)))
        except StreamError as error:
            self._mark(field, state, tr_core(str(error)))
            return ""
        self._mark(field, state)
        field.setText(address)
        return address

    def _parse(self, field: QLineEdit, text: str, port: int) -> tuple[Address, ...]:
        """Several addresses of VMC, one of the WebSocket."""
        if field is self.vmc_address:
            return parse_addresses(text, port)
        return (parse_address(text, port),)

    def _typed(self, field: QLineEdit, state: QLabel, text: str) -> None:
        """Take the complaint away as soon as it holds no more."""
        if field in self._wrong:
            with contextlib.suppress(StreamError):
                self._parse(field, text, VMC_PORT)
                self._mark(field, state)

    def _mark(self, field: QLineEdit, state: QLabel, complaint: str = "") -> None:
        """Say below a field what is wrong with it; "" for nothing."""
        if complaint:
            self._wrong.add(field)
            state.setText(complaint)
        elif field in self._wrong:
            self._wrong.discard(field)
            state.setText("")
        restyle(field, "wrong", bool(complaint))
        restyle(state, "alarm", bool(complaint))

    def show_settings(self, settings: Settings) -> None:
        self._streams = settings.streams
        self.vmc.setChecked(settings.streams.vmc)
        self.vmc_address.setText(settings.streams.vmc_address)
        self.websocket.setChecked(settings.streams.websocket)
        self.websocket_address.setText(settings.streams.websocket_address)
        self.camera.show_settings(settings.streams)
        self._mark(self.vmc_address, self.vmc_state)
        self._mark(self.websocket_address, self.websocket_state)

    def show_states(self, states: Sequence[StreamStatus]) -> None:
        """How it is going."""
        # Of several VMC addresses one that fails is what a person should see.
        by_name = {state.name: state for state in sorted(states, key=lambda s: s.kind == "failed")}
        self.camera.show_state(by_name.get(CAMERA_NAME))
        for name, field, label in (
            ("VMC", self.vmc_address, self.vmc_state),
            ("WebSocket", self.websocket_address, self.websocket_state),
        ):
            if field in self._wrong:
                continue
            state = by_name.get(name)
            restyle(label, "alarm", state is not None and state.kind == "failed")
            if state is None:
                label.setText(tr("off"))
                continue
            label.setText(tr_core(state.message) or _stream_words(state))


def _stream_words(state: StreamStatus) -> str:
    """How a stream goes that goes well."""
    kind = tr("running") if state.kind == "running" else tr("starting")
    if state.name == "WebSocket":
        return tr(
            "{state}: {sent} poses sent, {viewers} connected",
            state=kind,
            sent=state.sent,
            viewers=state.viewers,
        )
    return tr("{state}: {sent} poses sent", state=kind, sent=state.sent)
