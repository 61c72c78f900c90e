"""What is sent to other programs while it happens: switched on and off, and how it is going."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posecam.gui.live.status_line import StatusLine
from posecam.gui.live.studio import Studio
from posecam.gui.shared.notice_bar import NoticeBar
from posecam.gui.shared.skeleton_view import SkeletonView
from posecam.gui.shared.translation import plural, tr, tr_core
from posecam.live.pipeline import Pipeline
from posecam.pose import FrameResult
from posecam.streaming.options import StreamOptions, StreamStatus

if TYPE_CHECKING:
    from posecam.streaming import Streams


def stream_text(status: StreamStatus) -> str:
    """One stream in few words."""
    if status.kind == "failed":
        return tr("{name} failed", name=status.name)
    if status.name == "WebSocket":
        return f"WebSocket {plural('%n viewer', '%n viewers', status.viewers)}"
    return tr("{name} on", name=status.name)


def _how(status: StreamStatus) -> str:
    return tr_core(status.message) or tr("{sent} sent", sent=status.sent)


class StreamControl:
    """Owns the streams that are switched on."""

    def __init__(
        self,
        pipeline: Pipeline,
        notice: NoticeBar,
        line: StatusLine,
        view: SkeletonView | None = None,
    ) -> None:
        """view: what a virtual camera shows the figure of; None where nothing is drawn in 3D."""
        self._pipeline, self._notice, self._line = pipeline, notice, line
        self._studio = None if view is None else Studio(view)
        self._options = StreamOptions()
        self._streams: Streams | None = None
        self._told: set[str] = set()

    @property
    def status(self) -> tuple[StreamStatus, ...]:
        return self._streams.status if self._streams is not None else ()

    def apply(self, options: StreamOptions) -> None:
        """Send this from now on, and nothing else."""
        if options == self._options:
            return
        self.close()
        self._options = options
        if options != StreamOptions():
            from posecam.streaming import Streams

            self._streams = Streams(options)
            self._pipeline.send_to(self._streams)
        self.refresh()
        if options.virtual_camera in {"figure", "key"} and self._studio is None:
            self._notice.say(
                tr("The virtual camera cannot show the figure: there is no OpenGL here."),
                alarm=True,
            )

    def show(self, result: FrameResult) -> None:
        """Let a virtual camera that shows the figure have the newest."""
        camera = self._streams.camera if self._streams is not None else None
        view = self._options.virtual_camera
        if camera is not None and self._studio is not None and view != "overlay":
            colour = self._options.key_colour if view == "key" else ""
            camera.show(self._studio.image(result, colour))

    def refresh(self) -> None:
        """Say how it is going; what went wrong once, until it goes well again."""
        states = self.status
        self._line.show_streams(
            " · ".join(stream_text(state) for state in states),
            "\n".join(f"{s.name} {s.address}: {_how(s)}" for s in states),
            alarm=any(state.kind == "failed" for state in states),
        )
        failed = {state.message for state in states if state.kind == "failed"}
        for message in failed - self._told:
            self._notice.say(message, alarm=True)
        self._told = failed

    def close(self) -> None:
        """Stop sending."""
        self._pipeline.send_to(None)
        self._options, self._told = StreamOptions(), set()
        if self._streams is not None:
            self._streams.close()
            self._streams = None
