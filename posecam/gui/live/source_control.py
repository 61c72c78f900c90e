"""Which source is shown: the first one, the chosen one, the one that was plugged in."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import QObject, QTimer, pyqtSignal

from posecam.capture import CaptureOptions, parse_spec
from posecam.capture.spec import DEMO, PHONE
from posecam.errors import SourceError
from posecam.gui.live.camera_modes import CameraModes
from posecam.gui.live.messages import REMEDY_WORDS, Remedy, overlay_remedies
from posecam.gui.live.source_chooser import CameraScan, SourceChooser, source_label
from posecam.gui.shared.keys import Key
from posecam.gui.shared.message_card import Action
from posecam.gui.shared.notice_bar import NoticeBar
from posecam.gui.shared.settings_store import SettingsStore
from posecam.gui.shared.translation import tr, tr_core, tr_marked
from posecam.live.pipeline import Pipeline
from posecam.live.status import PipelineStatus

#: Milliseconds after the start from which Qt is asked to watch for cameras: it takes its time.
_WATCH_AFTER = 1500


class SourceControl(QObject):
    """Between the list of sources and the pipeline.

    Args:
        pipeline: opens what is chosen.
        chooser, modes, notice: the widgets.
        store: remembers the source, and what was asked of each camera.
        agreed: told what is to happen to the source, does it or calls it off: a recording may run.
    """

    opening = pyqtSignal(str)  # another source, before the pipeline opens it

    def __init__(
        self,
        pipeline: Pipeline,
        chooser: SourceChooser,
        modes: CameraModes,
        notice: NoticeBar,
        store: SettingsStore,
        agreed: Callable[[str, Callable[[], None], Callable[[], None]], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pipeline, self._chooser, self._modes, self._notice = pipeline, chooser, modes, notice
        self._store, self._agreed = store, agreed
        self._spec = ""
        self._here: list[tuple[str, str]] = []  # (name, spec) of the cameras of this machine
        self._phones: tuple[str, ...] = ()
        self._waiting = False
        self._by_default = False
        self.scan = CameraScan(self)
        self.scan.found.connect(self.cameras_found)
        chooser.chosen.connect(self.choose)
        chooser.rescan_asked.connect(self.scan.start)
        modes.chosen.connect(self._choose_mode)

    def keys(self) -> tuple[Key, ...]:
        return (
            Key("F5", tr("Look for cameras"), self.scan.start),
            Key("Ctrl+O", tr("Open a video"), self._chooser.ask_for_file),
        )

    @property
    def spec(self) -> str:
        """What is open, as it was given; "" before anything is."""
        return self._spec

    @property
    def waiting(self) -> bool:
        """Whether the cameras are being looked for, to open one of them."""
        return self._waiting

    @property
    def of_camera(self) -> bool:
        """Whether the image is, or will be, a camera's."""
        return not self._spec or is_camera(self._spec) or self._spec.startswith(PHONE)

    def start(self, source: str | None) -> None:
        """Open this source, else the one used last, else the first camera, else the demo."""
        QTimer.singleShot(_WATCH_AFTER, self.scan.watch)
        chosen = source or self._store.value.source
        if source or (chosen and not is_camera(chosen)):
            self.open(chosen)
        else:
            self._waiting = True
        self.scan.start()

    def cameras_found(self, cameras: list[tuple[str, str]]) -> None:
        """Take over a new list of (name, spec), at the start or after the plug of one."""
        before = set(self._here)
        self._here = list(cameras)
        self._list()
        if self._waiting:
            specs = [spec for _, spec in cameras]
            kept = self._store.value.source
            self.open(kept if kept in specs else next(iter(specs), DEMO))
            self._by_default = self._spec == DEMO
            return
        self._pipeline.retry_now()
        new = [camera for camera in cameras if camera not in before]
        if new and self._by_default and self._spec == DEMO:
            name, spec = new[0]
            self._notice.say(
                tr("{name} was plugged in.", name=name), tr("Show it"), lambda: self.choose(spec)
            )

    def phones_changed(self, names: tuple[str, ...], *, busy: bool) -> None:
        """Take over which telephones offer their cameras; one that has just come is shown.

        Args:
            names: of all of them.
            busy: a take runs or is about to: it is asked first.
        """
        new = [name for name in names if name not in self._phones]
        self._phones = names
        self._list()
        self._pipeline.retry_now()
        if not new or self._spec == PHONE + new[-1]:
            return
        name = new[-1]
        if busy:
            words = tr("{name} offers its camera.", name=name)
            self._notice.say(words, tr("Show it"), lambda: self.choose(PHONE + name))
        else:
            self.choose(PHONE + name)

    def _list(self) -> None:
        phones = [(name, PHONE + name) for name in self._phones]
        self._chooser.set_cameras([*self._here, *phones])

    def choose(self, spec: str) -> None:
        """Open what the person picked, and remember it unless it is not there at every start."""

        def do() -> None:
            if spec != DEMO and not spec.startswith(PHONE):
                self._store.keep(source=spec)
            self.open(spec)

        question = tr("Stop recording and open {source}?", source=tr_core(source_label(spec)))
        self._agreed(question, do, self._stay)

    def again(self) -> None:
        """Open the same source once more."""
        question = tr("Stop recording and open the source again?")
        self._agreed(question, lambda: self.open(self._spec), self._stay)

    def _stay(self) -> None:
        """Show what is open still, whatever was picked."""
        self._chooser.set_current(self._spec)
        if is_camera(self._spec):
            self._modes.show_camera(self._spec, self._store.value.capture_options(self._camera()))

    def open(self, spec: str) -> None:
        """Show this source. What goes wrong is said in the image."""
        self._waiting = self._by_default = False
        self._spec = spec
        self._notice.hide()
        self._chooser.set_current(spec)
        options = CaptureOptions()
        if is_camera(spec):
            options = self._store.value.capture_options(self._camera())
            self._modes.show_camera(spec, options)
        else:
            self._modes.show_none()
        self.opening.emit(spec)
        self._pipeline.open(spec, options=options)

    def _choose_mode(self, options: CaptureOptions) -> None:
        """Ask the open camera for something else, and remember it by the camera's name."""

        def do() -> None:
            cameras = {**self._store.value.cameras, self._camera(): str(options)}
            if options == CaptureOptions():
                del cameras[self._camera()]
            self._store.keep(cameras=cameras)
            self.open(self._spec)

        self._agreed(tr("Stop recording and change the camera's format?"), do, self._stay)

    def _camera(self) -> str:
        """The open camera's name; what was typed where the system does not list it."""
        names = {spec: name for name, spec in self._chooser.cameras}
        return names.get(self._spec, self._spec)

    def remedies(self, status: PipelineStatus) -> list[Action]:
        """What the person can do about a source that fails."""
        do: dict[Remedy, Callable[[], object]] = {
            "now": self._pipeline.retry_now,
            "again": self.again,
            "other": self._chooser.combo.showPopup,
            "demo": lambda: self.choose(DEMO),
        }
        offered = overlay_remedies(status)
        return [(tr_marked(REMEDY_WORDS[remedy]), do[remedy]) for remedy in offered]

    def refresh(self, status: PipelineStatus) -> None:
        self._modes.refresh(status.capture)

    def stop(self, timeout: float) -> None:
        self.scan.stop(timeout / 2)
        self._modes.stop(timeout / 2)


def is_camera(spec: str) -> bool:
    try:
        return parse_spec(spec).kind == "camera"
    except SourceError:
        return False
