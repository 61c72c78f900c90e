"""What is said in place of the video while no recording is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from posecam.gui.shared.translation import tr
from posecam.gui.shared.video_view import VideoView
from posecam.session import SessionSummary


def newest(summaries: Sequence[SessionSummary]) -> Path | None:
    """The folder of the newest recording that can be opened; None where there is none.

    Args:
        summaries: the newest first.
    """
    whole = (s.folder for s in summaries if s.problem is None and not s.recording)
    return next(whole, None)


def say_none_is_open(video: VideoView, some: bool, ask: Callable[[], None]) -> None:
    """Say what to do.

    Args:
        video: where to say it.
        some: whether there are recordings to choose from.
        ask: lets a person look for one elsewhere.
    """
    video.set_message(
        tr("No recording is open") if some else tr("No recordings yet"),
        tr("Choose one on the left, or drop one here.")
        if some
        else tr("Record makes one in the live window; one from elsewhere can be opened."),
        [(tr("Open…"), ask)],
    )


def say_not_opened(
    video: VideoView, sentence: str, show_folder: Callable[[], None], ask: Callable[[], None]
) -> None:
    """Say why a recording cannot be opened, and what to do about it."""
    video.set_message(
        tr("Can't open this recording"),
        sentence,
        [(tr("Show folder"), show_folder), (tr("Open another…"), ask)],
    )
