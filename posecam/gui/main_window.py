"""The window: puts the parts together and carries what the person asks to the pipeline."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PyQt6.QtCore import Qt, QTimer
from PyQt6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
)
from PyQt6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

from posecam import settings as settings_file
from posecam.capture import parse_spec
from posecam.capture.spec import DEMO
from posecam.errors import PosecamError, SourceError
from posecam.estimation.estimator import EstimatorOptions
from posecam.gui import icons, style
from posecam.gui.appearance import Theme
from posecam.gui.bridge import Bridge
from posecam.gui.gl_support import GLSupport, probe
from posecam.gui.messages import overlay_message, status_badge, status_hint
from posecam.gui.notice_bar import NoticeBar
from posecam.gui.recording_control import RecordingControl
from posecam.gui.settings_dialog import SettingsDialog
from posecam.gui.skeleton_panel import SkeletonPanel
from posecam.gui.source_chooser import CameraScan
from posecam.gui.status_line import StatusLine
from posecam.gui.top_bar import TopBar
from posecam.gui.video_view import VideoView
from posecam.gui.window_place import current_place, restore_place
from posecam.live_status import PipelineStatus
from posecam.pipeline import Pipeline
from posecam.settings import Settings

if TYPE_CHECKING:
    from posecam.estimator_thread import LiveEstimator

LOG = logging.getLogger(__name__)

#: Milliseconds between looks at the figures and states.
REFRESH_MS = 200
#: Seconds in which everything must have stopped once the window is closed.
CLOSE_TIMEOUT = 1.6


def estimator_options(settings: Settings) -> EstimatorOptions:
    """The settings that the estimator takes."""
    return EstimatorOptions(
        subject_height_mm=settings.subject_height_cm * 10,
        field_of_view_deg=settings.field_of_view_deg,
        smoothness=settings.smoothness,
    )


class MainWindow(QMainWindow):
    """Video on the left, the 3D figure on the right, figures below."""

    def __init__(
        self,
        make_estimator: Callable[[], LiveEstimator],
        settings: Settings | None = None,
        *,
        settings_path: Path | None = None,
        support: GLSupport | None = None,
        smooth_edges: bool | None = None,
    ) -> None:
        """Build the window and start loading the network; `start` opens a source.

        Args:
            make_estimator: see `Pipeline`.
            settings: as loaded; defaults if left out.
            settings_path: where to keep them; None keeps nothing.
            support: what OpenGL can do here; probed if left out.
            smooth_edges: of the 3D view; None decides by the driver.
        """
        super().__init__()
        self.setWindowTitle("posecam")
        self.setWindowIcon(icons.application())
        self.setMinimumSize(860, 520)
        self.setAcceptDrops(True)
        self.settings = settings or Settings()
        self._settings_path = settings_path
        self._theme = style.current_theme()
        self._wants_first_camera = False
        self._spec = ""
        self._seen_at = 0.0
        self._told = ""
        self._closed = False

        self.video = VideoView()
        self.panel = SkeletonPanel(self._theme, support or probe(), smooth_edges)
        self.bar = TopBar(self._theme)
        self.notice = NoticeBar()
        self.status_line = StatusLine()
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(self.video)
        self.split.addWidget(self.panel)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.split, 1)
        layout.addWidget(self.notice)
        layout.addWidget(self.status_line)
        self.setCentralWidget(central)

        self._bridge = Bridge(self._show_latest, self)
        self.pipeline = Pipeline(
            make_estimator,
            options=estimator_options(self.settings),
            on_change=self._bridge.notify,
        )
        self.video.on_painted = self.pipeline.painted
        self.recording = RecordingControl(self.pipeline, self.bar, self.notice)
        self.scan = CameraScan(self)
        self._connect()
        self._add_shortcuts()
        self.video.setFocus()  # not the list of sources: keys are for the window
        self._apply_settings()
        self.panel.set_place(self.settings.view)
        restore_place(self, self.split, self.settings.window)
        self._timer = QTimer(self)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()

    def _connect(self) -> None:
        self.bar.mirror_asked.connect(self.set_mirror)
        self.bar.record_asked.connect(self._record)
        self.bar.settings_asked.connect(self.open_settings)
        self.bar.chooser.chosen.connect(self.choose_source)
        self.bar.chooser.rescan_asked.connect(self.scan.start)
        self.scan.found.connect(self._cameras_found)
        hints = QGuiApplication.styleHints()
        if hints is not None:
            hints.colorSchemeChanged.connect(self._scheme_changed)

    def _add_shortcuts(self) -> None:
        for keys, action in (
            ("R", self.bar.record.click),
            ("M", self.bar.mirror.click),
            ("Space", lambda: self.panel.set_turning(not self.panel.turning)),
            ("1", lambda: self.panel.look_from("front")),
            ("2", lambda: self.panel.look_from("side")),
            ("3", lambda: self.panel.look_from("top")),
            ("F5", self.scan.start),
            ("F11", self._toggle_full_screen),
            ("Ctrl+O", self.bar.chooser.ask_for_file),
            ("Ctrl+,", self.open_settings),
            ("Ctrl+Q", self.close),
        ):
            entry = QAction(self)
            entry.setShortcut(QKeySequence(keys))
            entry.setAutoRepeat(False)
            entry.triggered.connect(lambda _, action=action: action())
            self.addAction(entry)

    # -- the source ---------------------------------------------------------------------------

    def start(self, source: str | None = None) -> None:
        """Open this source, else the one used last, else the first camera, else the demo."""
        QTimer.singleShot(1500, self.scan.watch)
        chosen = source or self.settings.source
        if source or (chosen and not _is_camera(chosen)):
            self.open_source(chosen)
        else:
            self._wants_first_camera = True
            self.video.set_message("Looking for cameras…")
        self.scan.start()

    def _cameras_found(self, cameras: list[tuple[str, str]]) -> None:
        if self._closed:
            return
        self.bar.chooser.set_cameras(cameras)
        if not self._wants_first_camera:
            return
        specs = [spec for _, spec in cameras]
        kept = self.settings.source
        self.open_source(kept if kept in specs else next(iter(specs), DEMO))

    def choose_source(self, spec: str) -> None:
        """Open what the person picked, and remember it. The demo is not worth remembering."""
        if spec != DEMO:
            self._keep(replace(self.settings, source=spec))
        self.open_source(spec)

    def open_source(self, spec: str) -> None:
        """Show this source. What goes wrong is said in the picture."""
        self._wants_first_camera = False
        self._spec = spec
        self._told = ""
        self.notice.hide()
        self.bar.chooser.set_current(spec)
        self.video.show_result(None)
        self.panel.show_result(None)
        self._apply_mirror()
        self.recording.source_changes()
        self.pipeline.open(spec)
        self._seen_at = time.monotonic()
        self.refresh()

    # -- what is shown ------------------------------------------------------------------------

    def _show_latest(self) -> None:
        """Called when the pipeline has something new; the newest is taken, whatever it is."""
        if self._closed:
            return
        result = self.pipeline.latest()
        if result is not None and result is not self.video.result:
            if result.poses:
                self._seen_at = time.monotonic()
            first = self.video.result is None
            self.video.show_result(result)
            self.panel.show_result(result)
            if first:
                self.refresh()

    def refresh(self) -> None:
        """Bring figures, messages and the recording's clock up to date."""
        if self._closed:
            return
        status = self.pipeline.status()
        self._show_latest()
        self.status_line.show_status(status)
        if not self._wants_first_camera:
            self.video.set_message(*overlay_message(status))
        self.video.set_badge(*status_badge(status, bool(self.bar.chooser.cameras)))
        self.video.set_hint(status_hint(status, time.monotonic() - self._seen_at))
        self.bar.record.setEnabled(
            status.recording is not None or (self.video.result is not None and not status.finishing)
        )
        self.recording.refresh(status)
        self._tell(status)

    def _tell(self, status: PipelineStatus) -> None:
        """Say once what the person should know and may act on."""
        spec = self._spec
        if status.engine.kind == "failed" and self._told != status.engine.message:
            self._told = status.engine.message
            self.notice.say(status.engine.message, alarm=True)
        elif status.capture is not None and status.capture.kind == "ended" and not self._told:
            self._told = "ended"
            self.notice.say(
                status.capture.message or "The video has ended.",
                "Play again",
                lambda: self.open_source(spec),
            )

    # -- what the person asks -----------------------------------------------------------------

    def _record(self, start: bool) -> None:
        if start:
            self.recording.start(self.settings)
        else:
            self.recording.stop()
        self.refresh()

    def set_mirror(self, mirror: bool) -> None:
        if self._of_camera():
            self._keep(replace(self.settings, mirror=mirror))
        else:
            self._keep(replace(self.settings, mirror_videos=mirror))
        self._apply_mirror()

    def _of_camera(self) -> bool:
        """Whether the picture is, or will be, a camera's."""
        return not self._spec or _is_camera(self._spec)

    def _apply_mirror(self) -> None:
        mirror = self.settings.mirror if self._of_camera() else self.settings.mirror_videos
        self.bar.set_mirror(mirror)
        self.video.set_mirror(mirror)
        self.panel.set_mirror(mirror)

    def open_settings(self) -> SettingsDialog:
        """The dialog stands beside the running picture; every change is seen at once."""
        dialog = SettingsDialog(self.settings, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setModal(True)
        dialog.changed.connect(self._settings_changed)
        dialog.finished.connect(lambda _: self._save())
        dialog.show()
        return dialog

    def _settings_changed(self, settings: Settings) -> None:
        self.settings = settings
        self._apply_settings()

    def _apply_settings(self) -> None:
        self._apply_mirror()
        self.panel.set_settings(self.settings)
        self.pipeline.set_options(estimator_options(self.settings))

    def _keep(self, settings: Settings) -> None:
        self.settings = settings
        self._save()

    def _save(self) -> None:
        if self._settings_path is None:
            return
        try:
            settings_file.save(self.settings, self._settings_path)
        except PosecamError as error:
            LOG.warning("%s", error)
            self.notice.say(str(error), alarm=True)

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _scheme_changed(self, _: object) -> None:
        app = QGuiApplication.instance()
        self.set_theme(style.current_theme())
        style.apply(app, self._theme)  # type: ignore[arg-type]

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.bar.set_theme(theme)
        self.panel.set_theme(theme)

    def dragEnterEvent(self, event: QDragEnterEvent | None) -> None:
        mime = event.mimeData() if event is not None else None
        if event is not None and mime is not None and any(u.isLocalFile() for u in mime.urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent | None) -> None:
        mime = event.mimeData() if event is not None else None
        for url in mime.urls() if mime is not None else ():
            if url.isLocalFile():
                self.choose_source(url.toLocalFile())
                return

    def closeEvent(self, event: QCloseEvent | None) -> None:
        """Stop every thread, finish a recording, keep what is worth keeping. May come twice."""
        if not self._closed:
            self._closed = True
            self._timer.stop()
            self.panel.setVisible(False)
            self._bridge.close()
            place = current_place(self, self.split)
            self._keep(replace(self.settings, window=place, view=self.panel.place()))
            if not self.pipeline.close(CLOSE_TIMEOUT):
                LOG.warning("a thread hangs in its driver and was left behind")
            self.scan.stop(CLOSE_TIMEOUT / 4)
        super().closeEvent(event)


def _is_camera(spec: str) -> bool:
    try:
        return parse_spec(spec).kind == "camera"
    except SourceError:
        return False
