"""The window: puts the parts together and carries what the person asks to the pipeline."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PyQt6.QtCore import Qt, QTimer
from PyQt6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PyQt6.QtWidgets import QHBoxLayout, QMainWindow, QSplitter, QVBoxLayout, QWidget

from posecam.gui.live import drops
from posecam.gui.live.about import About
from posecam.gui.live.calibration_control import CalibrationControl
from posecam.gui.live.engine_control import EngineControl
from posecam.gui.live.level_memory import remember_level
from posecam.gui.live.messages import overlay_message
from posecam.gui.live.microphone_control import MicrophoneControl
from posecam.gui.live.readout_control import ReadoutControl
from posecam.gui.live.recording_control import RecordingControl
from posecam.gui.live.recordings import Recordings
from posecam.gui.live.remote_control import RemoteControl
from posecam.gui.live.settings_control import SettingsBeside, SettingsControl
from posecam.gui.live.settings_dialog import SettingsDialog
from posecam.gui.live.settings_effects import SettingsEffects
from posecam.gui.live.source_chooser import source_label
from posecam.gui.live.source_control import SourceControl
from posecam.gui.live.stage_control import StageControl
from posecam.gui.live.status_line import StatusLine
from posecam.gui.live.stream_control import StreamControl
from posecam.gui.live.take_control import TakeControl
from posecam.gui.live.take_menu import TakeMenu
from posecam.gui.live.top_bar import TopBar
from posecam.gui.live.viewing import Viewing
from posecam.gui.shared import icons, style
from posecam.gui.shared.bridge import Bridge
from posecam.gui.shared.character_control import CharacterControl
from posecam.gui.shared.focus import chain
from posecam.gui.shared.gl_support import GLSupport, probe
from posecam.gui.shared.keys import Key, add_key_actions
from posecam.gui.shared.notice_bar import NoticeBar
from posecam.gui.shared.settings_store import SettingsStore
from posecam.gui.shared.skeleton_panel import SkeletonPanel
from posecam.gui.shared.theme import Theme
from posecam.gui.shared.translation import tr, tr_core
from posecam.gui.shared.video_view import VideoView
from posecam.gui.shared.window_place import current_place, restore_place
from posecam.live.pipeline import Pipeline
from posecam.live.status import PipelineStatus
from posecam.settings import Settings
from posecam.streaming.options import StreamOptions

if TYPE_CHECKING:
    from posecam.live.engine_choice import EngineChooser
    from posecam.live.estimator_thread import LiveEstimator

LOG = logging.getLogger(__name__)

#: Milliseconds between looks at the figures and states.
REFRESH_MS = 200
#: Seconds in which everything must have stopped once the window is closed.
CLOSE_TIMEOUT = 1.6


class MainWindow(QMainWindow):
    """Video on the left, the 3D figure on the right, figures below."""

    def __init__(
        self,
        make_estimator: Callable[[], LiveEstimator] | None = None,
        store: SettingsStore | None = None,
        *,
        engines: EngineChooser | None = None,
        streams: StreamOptions | None = None,
        support: GLSupport | None = None,
        smooth_edges: bool | None = None,
    ) -> None:
        """Build the window and start loading the network; `start` opens a source.

        Args:
            make_estimator: see `Pipeline`; that of `engines` if left out.
            store: the settings; the defaults, kept nowhere, if left out.
            engines: makes the engines, so that the person may choose among them.
            streams: sent to other programs in place of what the settings say.
            support: what OpenGL can do here; probed if left out.
            smooth_edges: of the 3D view; None decides by the driver.
        """
        super().__init__()
        self.setWindowTitle("posecam")
        self.setWindowIcon(icons.application())
        self.setAcceptDrops(True)
        self.store = store or SettingsStore()
        style.choose(self.settings.theme)
        self._theme = style.current_theme()
        self._source_name = ""
        self._told_end = self._closed = False
        self._make_views(support := support or probe(), smooth_edges)
        self._lay_out()
        self._make_pipeline(make_estimator, engines)
        self._make_controls(engines, support, smooth_edges, streams)
        self._connect()
        self._add_keys()
        self._apply_settings()
        self.panel.set_place(self.settings.view)
        restore_place(self, self.split, self.settings.window)
        self._timer = QTimer(self)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()

    def _make_views(self, support: GLSupport, smooth_edges: bool | None) -> None:
        self.video = VideoView()
        self.panel = SkeletonPanel(self._theme, support, smooth_edges)
        self.bar = TopBar(self._theme)
        self.notice = NoticeBar()
        self.notice.float_over(self.video)
        self.notice.covers.connect(self.video.set_covered)
        self.status_line = StatusLine()
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(self.video)
        self.split.addWidget(self.panel)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)

    def _make_pipeline(
        self, make_estimator: Callable[[], LiveEstimator] | None, engines: EngineChooser | None
    ) -> None:
        self._bridge = Bridge(self._show_latest, self)
        if make_estimator is None:
            assert engines is not None, "either makes the estimator"
            make_estimator = engines.make
        self.pipeline = Pipeline(
            make_estimator,
            options=self.settings.estimator_options(),
            other_engine=engines.other if engines is not None else None,
            on_change=self._bridge.notify,
        )

    def _make_controls(
        self,
        engines: EngineChooser | None,
        support: GLSupport,
        smooth_edges: bool | None,
        streams: StreamOptions | None,
    ) -> None:
        pipeline, store, notice = self.pipeline, self.store, self.notice
        self.recordings = Recordings(store, notice, support, smooth_edges, self)
        self.recording = RecordingControl(pipeline, self.bar, notice, store, self.recordings.show)
        self.readouts = ReadoutControl(self.panel, self._theme, store)
        self.viewing = Viewing(pipeline, self.video, self.panel, self.readouts)
        self.takes = TakeControl(
            pipeline,
            self.recording,
            self.video,
            self.bar,
            notice,
            store,
            source=lambda: self._source_name,
            parent=self,
        )
        self.take_menu = TakeMenu(self.bar.timer, store)
        self.sources = SourceControl(
            pipeline,
            self.bar.chooser,
            self.bar.modes,
            notice,
            store,
            agreed=partial(self.recording.ask_to_stop, self),
            parent=self,
        )
        self.engines = EngineControl(pipeline, engines, notice, self.status_line)
        self.streams = StreamControl(pipeline, notice, self.status_line, self.panel.view)
        self.effects = SettingsEffects(store, self.engines, self.streams, streams, self)
        self.microphone = MicrophoneControl(pipeline, notice, store, self)
        self.guide = CalibrationControl(
            self.video, notice, store, source=lambda: self._source_name, parent=self
        )
        bars, far = (self.bar, self.status_line), (self.panel, notice, self.readouts)
        self.stage = StageControl(self, bars, self.viewing, *far, self.takes.toggle)
        self.remote = RemoteControl(
            self.takes, self.sources, self.readouts, self.viewing, store, self.status_line, self
        )
        self.characters = CharacterControl(self.panel, store, partial(notice.say, alarm=True))
        self.settings_control = SettingsControl(
            store, self.engines, self.streams, self.microphone.microphone, self.beside, self
        )

    def _add_keys(self) -> None:
        """Collect the keys of each control, and let Tab go through these as they are seen."""
        own = (
            Key("Esc", tr("Call off a calibration, countdown, stage view"), self._call_off),
            Key("F1", tr("About posecam"), lambda: About(self).open()),
            Key("Ctrl+Q", tr("Quit"), self.close),
        )
        looks = (*self.readouts.keys(), self.panel.turn_key(), *self.panel.keys())
        opens = (*self.sources.keys(), *self.recordings.keys(), *self.settings_control.keys())
        takes = (*self.bar.keys(), *self.takes.keys(), *self.take_menu.keys())
        far = (*self.stage.keys(), *self.remote.keys(), *self.characters.keys())
        add_key_actions(self, (*takes, *far, *self.guide.keys(), *looks, *opens, *own))
        chain(
            (
                self.video,
                *self.bar.controls,
                *self.video.card.buttons,
                *self.notice.controls,
                *self.panel.controls,
                *self.status_line.controls,
            )
        )
        self.video.setFocus()  # not the list of sources: keys are for the window

    def _lay_out(self) -> None:
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        row = QHBoxLayout()
        row.setSpacing(1)
        row.addWidget(self.split, 1)
        layout.addLayout(row, 1)
        layout.addWidget(self.status_line)
        self.setCentralWidget(central)
        self.beside = SettingsBeside(self, row, self.split)

    @property
    def settings(self) -> Settings:
        """As they are now."""
        return self.store.value

    def _connect(self) -> None:
        self.store.changed.connect(self._apply_settings)
        self.store.failed.connect(partial(self.notice.say, alarm=True))
        self.guide.running_changed.connect(self._apply_settings)
        self.bar.mirror_asked.connect(self.set_mirror)
        self.bar.settings_asked.connect(self.settings_control.toggle)
        self.take_menu.more_asked.connect(partial(self.open_settings, tr("Recordings")))
        self.take_menu.remote_asked.connect(self.remote.open)
        self.takes.changed.connect(self.refresh)
        self.settings_control.calibrate_asked.connect(self.guide.start)
        self.settings_control.forget_asked.connect(self.guide.forget)
        self.readouts.repeated.connect(self.takes.repetition)
        self.readouts.repeated.connect(self.viewing.replay)
        self.bar.recordings_asked.connect(self.recordings.show)
        self.panel.calibrate_asked.connect(self.guide.start)
        self.panel.basis_asked.connect(partial(self.open_settings, tr("Figure")))
        self.video.person_clicked.connect(self.pipeline.choose)
        self.video.place_clicked.connect(self.pipeline.choose_at)
        self.sources.opening.connect(self._source_changes)
        self.effects.theme_changed.connect(self.set_theme)
        self.microphone.clapped.connect(self.takes.clap)
        self.takes.sounded.connect(self.microphone.own_sound)

    # -- the source ---------------------------------------------------------------------------

    def start(self, source: str | None = None) -> None:
        """Open this source, else the one used last, else the first camera, else the demo."""
        self.effects.start_streams()
        self.microphone.start()
        self.takes.listen()
        self.recordings.look_for_unfinished()
        self.sources.start(source)
        if self.sources.waiting:
            self.video.set_message(tr("Looking for cameras…"))

    def open_source(self, spec: str) -> None:
        """Show this source. What goes wrong is said in the image."""
        self.sources.open(spec)
        self.refresh()

    def _source_changes(self, spec: str) -> None:
        self._told_end = False
        remember_level(self.store, self._source_name, self.viewing.newest)
        self.guide.stop()
        self.viewing.clear()
        self._apply_mirror()
        self.takes.source_changes()
        self.video.set_message(tr("Opening…"), tr_core(source_label(spec)))
        self.video.repaint()  # the source before may take a moment to let go of its camera

    # -- what is shown ------------------------------------------------------------------------

    def _show_latest(self) -> None:
        """Called when the pipeline has something new; the newest is taken, whatever it is."""
        if self._closed:
            return
        result = self.pipeline.latest()
        if result is not None and result is not self.viewing.newest:
            first = self.viewing.newest is None
            self.viewing.show(result)
            self.streams.show(result)
            self.guide.add(result)
            self.takes.add_result(result)
            if first:
                self.refresh()

    def refresh(self) -> None:
        """Bring figures, messages and the recording's clock up to date."""
        if self._closed:
            return
        status = self.pipeline.status()
        self._show_latest()
        self.readouts.refresh()
        self.status_line.show_status(status)
        if not self.sources.waiting:
            self.video.set_message(*overlay_message(status), self.sources.remedies(status))
        self.viewing.refresh(status, cameras=bool(self.bar.chooser.cameras))
        self.bar.record.setEnabled(
            status.recording is not None or (self.video.result is not None and not status.finishing)
        )
        self.sources.refresh(status)
        self.recording.refresh(status)
        self.takes.refresh(status)
        self.engines.refresh(status)
        self.streams.refresh()
        self.microphone.refresh(recording=status.recording is not None)
        self.settings_control.refresh(status)
        self._know_source(status)
        self._tell_end(status)

    def _know_source(self, status: PipelineStatus) -> None:
        """A calibration counts for its own source alone, known by the name it has once open."""
        name = status.capture.source if status.capture is not None else ""
        if name != self._source_name:
            self._source_name = name
            self._apply_settings()

    def _tell_end(self, status: PipelineStatus) -> None:
        """Say once that a file is over, and offer to play it again."""
        if status.capture is not None and status.capture.kind == "ended" and not self._told_end:
            self._told_end = True
            ended = status.capture.message or tr("The video has ended.")
            self.notice.say(ended, tr("Play again"), self.sources.again)

    # -- what the person asks -----------------------------------------------------------------

    def _call_off(self) -> None:
        if self.guide.running:
            self.guide.stop()
        elif self.takes.sequence.counting:
            self.takes.cancel()
        elif not self.settings_control.close():
            self.stage.leave()

    def set_mirror(self, mirror: bool) -> None:
        if self.sources.of_camera:
            self.store.keep(mirror=mirror)
        else:
            self.store.keep(mirror_videos=mirror)

    def _apply_mirror(self) -> None:
        mirror = self.settings.mirror if self.sources.of_camera else self.settings.mirror_videos
        for part in (self.bar, self.video, self.panel, self.readouts):
            part.set_mirror(mirror)

    def open_settings(self, page: str = "") -> SettingsDialog:
        """Show the settings beside the running image. page: the title of the one to begin with."""
        return self.settings_control.open(page)

    def _apply_settings(self, *_: object) -> None:
        self._apply_mirror()
        options = self.settings.estimator_options(self._source_name)
        if self.guide.running:  # measured without what was measured before
            options = replace(options, calibration=None)
        self.panel.set_options(options)
        self.pipeline.set_options(options)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self.bar, self.panel, self.readouts, self.recordings):
            part.set_theme(theme)

    def dragEnterEvent(self, event: QDragEnterEvent | None) -> None:
        drops.welcome(event)

    def dropEvent(self, event: QDropEvent | None) -> None:
        drops.take(event, self.recordings.take_drop, self.characters.open, self.sources.choose)

    def closeEvent(self, event: QCloseEvent | None) -> None:
        """Stop every thread, finish a recording, keep what is worth keeping. May come twice."""
        if not self._closed:
            self._closed = True
            self._timer.stop()
            self.settings_control.close()
            self.panel.setVisible(False)
            self._bridge.close()
            self.recordings.close()
            remember_level(self.store, self._source_name, self.viewing.newest)
            self.store.keep(window=current_place(self, self.split), view=self.panel.place())
            self.characters.close()
            for part in (self.takes, self.microphone, self.streams, self.remote):
                part.close()
            if not self.pipeline.close(CLOSE_TIMEOUT):
                LOG.warning("a thread hangs in its driver and was left behind")
            self.sources.stop(CLOSE_TIMEOUT / 4)
        super().closeEvent(event)
