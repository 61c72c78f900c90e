"""The window of recordings while none is open: says so, and lets nothing be used that needs one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PyQt6.QtWidgets import QWidget

from posecam.session import SessionSummary

if TYPE_CHECKING:
    from posecam.gui.review.window import ReviewWindow


def newest(summaries: Sequence[SessionSummary]) -> Path | None:
    """The folder of the newest recording that can be opened; None where there is none.

    Args:
        summaries: the newest first.
    """
    whole = (s.folder for s in summaries if s.problem is None and not s.recording)
    return next(whole, None)


def enable(window: ReviewWindow, on: bool) -> None:
    """Let what acts on a recording be used, or not."""
    parts: list[QWidget] = [*window.player.parts, window.plot, window.table]
    for part in parts:
        part.setEnabled(on)


def say_none_is_open(window: ReviewWindow) -> None:
    """Say what to do, and let nothing else be used."""
    some = bool(window.library.summaries)
    window.player.video.set_message(
        "No recording is open" if some else "No recordings yet",
        "Choose one on the left, or drop one here."
        if some
        else "Record makes one in the live window; one from elsewhere can be opened.",
        [("Open…", window.ask_for_folder)],
    )
    enable(window, False)


def say_not_opened(window: ReviewWindow, folder: Path, sentence: str) -> None:
    """Say why a recording cannot be opened, and what to do about it."""
    window.player.video.set_message(
        "Can't open this recording",
        sentence,
        [
            ("Show folder", partial(window.show_folder, folder)),
            ("Open another…", window.ask_for_folder),
        ],
    )
