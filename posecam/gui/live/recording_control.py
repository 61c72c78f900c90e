"""The record button's work: start, clock, stop, and saying where the recording is."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from PyQt6.QtCore import Qt, QUrl
from PyQt6.QtGui import QDesktopServices
from PyQt6.QtWidgets import QMessageBox, QWidget

from posecam.errors import PosecamError
from posecam.gui.live.messages import is_lost
from posecam.gui.live.top_bar import TopBar
from posecam.gui.shared.durations import clock
from posecam.gui.shared.notice_bar import NoticeBar
from posecam.gui.shared.settings_store import SettingsStore
from posecam.gui.shared.translation import mark, plural, tr, tr_core, tr_marked
from posecam.live.pipeline import Pipeline
from posecam.live.status import FinishedRecording, PipelineStatus
from posecam.live.take_sequence import End
from posecam.session.manifest import read_manifest
from posecam.session.naming import new_folder

#: How a take that ended by itself is told of.
_BY_ITSELF: Final[dict[End, str]] = {
    "length": mark("It ended at its set length."),
    "left": mark("It ended because the person had left."),
}

#: What of the settings belongs to a recording.
_KEPT = ("subject_height_cm", "field_of_view_deg", "smoothness", "people")


def finished_sentence(
    finished: FinishedRecording, gaps: Sequence[float] = (), end_s: float = 0.0
) -> str:
    """Where a recording is and what is in it; and what went wrong with it.

    Args:
        finished: the recording.
        gaps: seconds of each stretch in which the camera was gone.
        end_s: for how long it was gone when the recording was stopped, seconds.
    """
    status = finished.status
    text = tr(
        "Recorded {clock} to {folder}: {frames} frames, {poses} with poses.",
        clock=clock(status.seconds),
        folder=finished.folder,
        frames=status.frames_written,
        poses=status.poses_written,
    )
    more = []
    if dropped := status.frames_dropped:
        more.append(
            plural(
                "%n frame could not be written in time.",
                "%n frames could not be written in time.",
                dropped,
            )
        )
    if gaps:
        more.append(
            plural(
                "The camera was disconnected once: {s:.1f} s have no video.",
                "The camera was disconnected %n times: {s:.1f} s have no video.",
                len(gaps),
                s=sum(gaps),
            )
        )
    if end_s:
        more.append(
            tr(
                "It was disconnected for the last {s:.0f} s, which are not in the recording.",
                s=end_s,
            )
        )
    if status.sound_error:
        more.append(tr_core(status.sound_error))
    elif status.sound_s:
        more.append(tr("Sound is recorded with it."))
    text = " ".join([text, *more])
    if status.error:
        text = f"{tr_core(status.error)} {tr('What was recorded until then is kept.')} {text}"
    return text


class _Away:
    """When the camera was gone during a recording.

    Attributes:
        gaps: seconds of each time that it came back from.
        at_the_end: seconds for which it was gone when the recording was stopped, else 0.
    """

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self.at_the_end = 0.0
        self._since: tuple[float, float] | None = None  # on the clock, in the recording

    def look(self, seconds: float, *, lost: bool) -> None:
        """Take in how it is now, at that second of the recording."""
        if lost and self._since is None:
            self._since = time.monotonic(), seconds
        elif self._since is not None and not lost and seconds > self._since[1]:
            self.gaps.append(seconds - self._since[1])
            self._since = None

    def stop(self) -> None:
        """The recording stops now."""
        if self._since is not None:
            self.at_the_end = time.monotonic() - self._since[0]
            self._since = None


class RecordingControl:
    """Between the pipeline's recorder, the button and the notice bar."""

    def __init__(
        self,
        pipeline: Pipeline,
        bar: TopBar,
        notice: NoticeBar,
        store: SettingsStore,
        review: Callable[[Path], None] | None = None,
    ) -> None:
        """
        Args:
            pipeline: records.
            bar: has the button and the clock.
            notice: says where a recording is, and what went wrong.
            store: says where recordings go, and what of the settings is written beside them.
            review: opens a finished recording; None offers its folder instead.
        """
        self._pipeline, self._bar, self._notice = pipeline, bar, notice
        self._store, self._review = store, review
        self._waiting = self._warned = False
        self._then: Callable[[Path], None] | None = None
        self._by_itself: End | None = None
        self._told = ""
        self._away = _Away()
        self.last: Path | None = None  # folder of the last take that was finished here
        self.question: QMessageBox | None = None

    @property
    def running(self) -> bool:
        """Whether the recorder runs."""
        return self._pipeline.recorded() is not None

    def start(self, source: str) -> bool:
        """Start a session in a new folder; a failure is said, not raised.

        Args:
            source: its name, by which a calibration of it is found and kept with the session.

        Returns:
            Whether it runs.
        """
        settings = self._store.value
        try:
            parent = settings.sessions_path()
            values = {name: getattr(settings, name) for name in _KEPT}
            calibration = settings.estimator_options(source).calibration
            if calibration is not None:
                values["calibration"] = calibration.table()
            folder = new_folder(parent, datetime.now().astimezone(), settings.take.name)
            self._pipeline.start_recording(folder, values, settings.take.tags)
        except PosecamError as error:
            self._told = str(error)
            self._notice.say(self._told, alarm=True)
            return False
        self._away = _Away()
        self._warned = False
        self._then = self._by_itself = None
        self._notice.withdraw(self._told)
        return True

    def stop(
        self, *, then: Callable[[Path], None] | None = None, by_itself: End | None = None
    ) -> None:
        """Stop; where the recording is will be said when it is closed.

        Args:
            then: called with its folder once it is closed, in place of that.
            by_itself: why it ends without being asked to.
        """
        self._away.stop()
        self._then, self._by_itself = then, by_itself
        self._waiting = self._pipeline.stop_recording() is not None or self._waiting

    def ask_to_stop(
        self, parent: QWidget, question: str, do: Callable[[], None], leave: Callable[[], None]
    ) -> None:
        """Do what would end a recording: at once where none runs, else when the person agrees.

        Args:
            parent: the window.
            question: whether to stop for it.
            do: does it, with the recording stopped.
            leave: called where the person goes on recording.
        """
        if self._pipeline.status().recording is None:
            do()
            return
        if self.question is not None:
            leave()
            return
        box = QMessageBox(parent)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(tr("Recording"))
        box.setText(question)
        box.setInformativeText(tr("What has been recorded is kept."))
        stop = box.addButton(tr("Stop and change"), QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton(tr("Keep recording"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)

        def answered(_: int) -> None:
            self.question = None
            (do if box.clickedButton() is stop else leave)()

        box.finished.connect(answered)
        self.question = box
        box.open()

    def source_changes(self) -> None:
        """Another source is about to be opened, which ends a recording."""
        self.stop()

    def refresh(self, status: PipelineStatus) -> None:
        """Run the clock, end a recording that failed, and report one that is done."""
        recording = status.recording
        lost = is_lost(status)
        if recording is not None:
            self._away.look(recording.seconds, lost=lost)
        if recording is not None and recording.warning and not self._warned:
            self._warned = True
            self._notice.say(recording.warning, alarm=True)
        if recording is not None and recording.error:
            self.stop()
        elif self._waiting and status.finished is not None and not status.finishing:
            self._waiting = False
            folder = self.last = status.finished.folder
            then, self._then = self._then, None
            if then is not None:
                then(folder)
                return
            why = self._by_itself
            ended = f" {tr_marked(_BY_ITSELF[why])}" if why is not None else ""
            gaps = self._gaps(folder)
            told = finished_sentence(status.finished, gaps, self._away.at_the_end) + ended
            self._told = told
            self._notice.say(
                told,
                tr("Open recording") if self._review is not None else tr("Open folder"),
                lambda: (self._review or self.open_folder)(folder),
                alarm=bool(status.finished.status.error),
            )

    def _gaps(self, folder: Path) -> list[float]:
        """Seconds of each gap: as written down, or as seen where a camera only stood still."""
        try:
            manifest = read_manifest(folder)
        except PosecamError:
            manifest = None
        written = [s.gap for s in manifest.segments if s.gap > 0] if manifest is not None else []
        return written if len(written) >= len(self._away.gaps) else self._away.gaps

    def open_folder(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._notice.say(
                tr("No program here opens folders; the recording is in {folder}.", folder=folder)
            )
