"""A telephone as remote, as the window offers it: the code to scan, and what is done for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from PyQt6.QtCore import QObject, QRectF, QSize, Qt, QTimer, pyqtSignal
from PyQt6.QtGui import QColor, QPainter, QPaintEvent
from PyQt6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from posecam import skeleton
from posecam.gui.live.readout_control import ReadoutControl
from posecam.gui.live.source_control import SourceControl
from posecam.gui.live.status_line import StatusLine
from posecam.gui.live.take_control import TakeControl
from posecam.gui.live.viewing import Viewing
from posecam.gui.shared.keys import Key
from posecam.gui.shared.settings_store import SettingsStore
from posecam.gui.shared.translation import mark, plural, tr, tr_core, tr_marked
from posecam.gui.shared.window_place import StaysOnScreen
from posecam.live.take_settings import COUNTDOWNS
from posecam.pose import HIDDEN_SCORE, Pose
from posecam.settings import settings_path

if TYPE_CHECKING:
    from posecam.streaming.remote import Command, RemoteServer, RemoteStatus

#: Milliseconds between two states that are sent, and between looks at the code.
_SEND_MS: Final = 100
#: Modules of white round a code, as readers want it.
_QUIET: Final = 4
_REMOTE: Final = mark(
    "Scan this with a telephone in the same network: it starts and stops takes, sets markers and "
    "shows angles. The code is good once; the next telephone scans the next one. Until you switch "
    "the remote off, nothing but this computer and those telephones takes part; what they say to "
    "each other is not encrypted."
)
_CAMERA: Final = mark(
    "Scan this with a telephone in the same network, then touch Camera on it. Its browser warns "
    "first that the connection is not private, since no one vouches for your computer: choose "
    "Advanced and Proceed, on an iPhone Show Details and visit this website. The images go "
    "encrypted to this computer and nowhere else. The code is good once."
)


class QrCode(QWidget):
    """Draws a text as a QR code, always black on white."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Code to scan"))
        self.text = ""
        self._rows: tuple[tuple[int, ...], ...] = ()

    def sizeHint(self) -> QSize:
        return QSize(300, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 200)

    def show_text(self, text: str) -> None:
        """Show this text; "" shows an empty square."""
        if text == self.text:
            return
        import segno

        self.text = text
        made = segno.make(text, error="m", micro=False).matrix if text else ()
        self._rows = tuple(tuple(int(module) for module in row) for row in made)
        self.update()

    def paintEvent(self, _: QPaintEvent | None) -> None:
        painter = QPainter(self)
        side = min(self.width(), self.height())
        left, top = (self.width() - side) / 2, (self.height() - side) / 2
        painter.fillRect(QRectF(left, top, side, side), QColor("white"))
        modules = len(self._rows) + 2 * _QUIET
        size = side // modules if self._rows else 0
        start = (side - size * len(self._rows)) / 2
        for y, row in enumerate(self._rows):
            for x, module in enumerate(row):
                if module:
                    place = QRectF(left + start + x * size, top + start + y * size, size, size)
                    painter.fillRect(place, QColor("black"))
        painter.end()


class RemoteDialog(QDialog):
    """Shows the code; the window goes on beside it."""

    off_asked = pyqtSignal()
    kind_changed = pyqtSignal()  # whether the code is of a remote, or of a camera too

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("A telephone as remote"))
        StaysOnScreen(self)
        self.code, self.address, self.state, self.words = QrCode(), QLabel(), QLabel(), QLabel()
        self.words.setProperty("role", "muted")
        self.words.setWordWrap(True)
        for label in (self.address, self.state):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
        self.address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.plain = QRadioButton(tr("Remote"))
        self.camera = QRadioButton(tr("Remote and camera"))
        self.plain.setChecked(True)
        choice = QHBoxLayout()
        choice.addStretch(1)
        for button in (self.plain, self.camera):
            choice.addWidget(button)
            button.toggled.connect(self.kind_changed)
        choice.addStretch(1)
        buttons = QDialogButtonBox()
        self.off = QPushButton(tr("Switch off"))
        buttons.addButton(self.off, QDialogButtonBox.ButtonRole.DestructiveRole)
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.off.clicked.connect(self.off_asked)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(choice)
        layout.addWidget(self.code, 1)
        for widget in (self.address, self.state, self.words, buttons):
            layout.addWidget(widget)
        self.resize(420, 620)

    def show_state(self, url: str, state: str) -> None:
        """The address behind the code, and how it is going."""
        self.code.show_text(url)
        self.address.setText(url.partition("#")[0])
        self.state.setText(state)
        self.words.setText(tr_marked(_CAMERA if self.camera.isChecked() else _REMOTE))


class RemoteControl(QObject):
    """Off until it is asked for; off again when the window closes.

    Args:
        takes: does what is asked for.
        sources: shows the telephones that are cameras.
        readouts, viewing: say what the telephones show.
        store: has the countdown to begin with.
        line: says that it is on.
        window: the dialog's parent.
    """

    _asked = pyqtSignal(object)  # Command, from the server's thread

    def __init__(
        self,
        takes: TakeControl,
        sources: SourceControl,
        readouts: ReadoutControl,
        viewing: Viewing,
        store: SettingsStore,
        line: StatusLine,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._takes, self._sources = takes, sources
        self._readouts, self._viewing = readouts, viewing
        self._store, self._line = store, line
        self._window = window
        self.server: RemoteServer | None = None
        self.dialog: RemoteDialog | None = None
        self.host = ""  # of this machine, in its network
        self._cameras: tuple[str, ...] = ()
        self._timer = QTimer(self)
        self._timer.setInterval(_SEND_MS)
        self._timer.timeout.connect(self.refresh)
        self._asked.connect(self._do)

    def keys(self) -> tuple[Key, ...]:
        return (Key("P", tr("A telephone as remote"), self.open),)

    def open(self) -> RemoteDialog:
        """Switch it on, and show the code."""
        if self.server is None:
            self._switch_on()
        if self.dialog is None:
            self.dialog = RemoteDialog(self._window)
            self.dialog.off_asked.connect(self.close)
            self.dialog.kind_changed.connect(self.refresh)
        self.refresh()
        self.dialog.show()
        self.dialog.raise_()
        return self.dialog

    def _switch_on(self) -> None:
        from posecam.streaming.addresses import own_address
        from posecam.streaming.remote import RemoteServer

        self.host = own_address() or "127.0.0.1"
        hello = {
            "bones": [list(bone) for bone in skeleton.BONES],
            "colours": [hex_colour(side) for side in skeleton.BONE_SIDES],
            "countdown": self._store.value.take.countdown_s,
            "countdowns": list(COUNTDOWNS),
        }
        self.server = RemoteServer(self._asked.emit, hello, certificate=_certificate)
        self._timer.start()

    def close(self) -> None:
        """Switch it off."""
        self._timer.stop()
        if self.server is not None:
            self.server.close()
            self.server = None
        self._look_for_cameras()
        self._readouts.watch(False)
        self._line.show_remote("")
        if self.dialog is not None:
            self.dialog.close()

    @property
    def url(self) -> str:
        """What is behind the code now, "" until the page is there."""
        if self.server is None:
            return ""
        status = self.server.status
        secure = self.dialog is not None and self.dialog.camera.isChecked()
        port = status.secure_port if secure else status.port
        scheme = "https" if secure else "http"
        return f"{scheme}://{self.host}:{port}/#{self.server.code}" if port else ""

    def refresh(self) -> None:
        """Tell the telephones how it stands, and show the code that is good now."""
        if self.server is None:
            return
        status = self.server.status
        count = status.phones
        phones = plural("%n telephone", "%n telephones", count)
        self._line.show_remote(
            tr("remote: {phones}", phones=phones if count else tr("no telephones")),
            self._how_it_goes(status),
        )
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.show_state(self.url, self._how_it_goes(status))
        self._look_for_cameras()
        self._readouts.watch(bool(count))
        if count:
            self.server.send(self.state())

    def _how_it_goes(self, status: RemoteStatus) -> str:
        if status.message:
            return tr_core(status.message)
        if self.host.startswith("127."):
            return tr("This computer is in no network: telephones cannot reach it.")
        if self.dialog is not None and self.dialog.camera.isChecked() and status.insecure:
            return tr_core(status.insecure)
        if not status.phones:
            return tr("No telephones connected")
        return plural("%n telephone connected", "%n telephones connected", status.phones)

    def _look_for_cameras(self) -> None:
        from posecam.capture.phones import PHONES

        if self.server is None:
            PHONES.forget()
        names = PHONES.names
        if names != self._cameras:
            self._cameras = names
            busy = self._takes.running or bool(self._takes.left)
            self._sources.phones_changed(names, busy=busy)

    def state(self) -> dict[str, Any]:
        """What a telephone shows."""
        recorded = self._takes.recorded
        newest = self._viewing.newest
        main = newest.main if newest is not None else None
        return {
            "recorded": None if recorded is None else round(recorded.seconds, 1),
            "countdown": self._takes.left,
            "markers": 0 if recorded is None else recorded.markers,
            "ready": newest is not None,
            "last": self._takes.last is not None,
            "word": self._viewing.words,
            "readouts": [
                {
                    "title": " ".join(filter(None, (one.title, one.note))),
                    "figures": list(one.figures),
                    "bright": one.bright,
                }
                for one in self._readouts.strip.readouts
            ],
            "joints": None if main is None else joints_of(main),
        }

    def _do(self, command: Command) -> None:
        if self.server is None:
            return
        if command.do == "start":
            self._takes.begin(command.countdown_s)
        elif command.do == "stop":
            self._takes.stop()
        elif command.do == "mark":
            self._takes.mark()
        else:
            self._takes.again()
        self.refresh()


def _certificate() -> Path:
    """The file with this computer's own certificate, beside the settings.

    Raises:
        OSError: it cannot be written.
    """
    from posecam.streaming.addresses import own_addresses
    from posecam.streaming.certificate import own_certificate

    return own_certificate(settings_path().parent, own_addresses())


def hex_colour(side: skeleton.Side) -> str:
    """The colour of a side of the body as #rrggbb."""
    red, green, blue = skeleton.COLOURS[side]
    return f"#{red:02x}{green:02x}{blue:02x}"


def joints_of(pose: Pose) -> list[list[int] | None]:
    """The sixteen joints in whole mm relative to the pelvis; None for one that is not seen."""
    joints, scores = pose.joints_3d[: skeleton.COUNT], pose.scores[: skeleton.COUNT]
    seen = (scores >= HIDDEN_SCORE) & np.isfinite(joints).all(-1)
    return [
        [round(float(value)) for value in joint] if good else None
        for joint, good in zip(joints, seen, strict=True)
    ]
