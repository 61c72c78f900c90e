"""What is dropped into the window: a recording is opened, a character put on, a video shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PyQt6.QtCore import QMimeData
from PyQt6.QtGui import QDragEnterEvent, QDropEvent

from posecam.gui.shared.character_control import dropped_character


def welcome(event: QDragEnterEvent | None) -> None:
    """Say that a file may be dropped."""
    mime = event.mimeData() if event is not None else None
    if event is not None and mime is not None and any(u.isLocalFile() for u in mime.urls()):
        event.acceptProposedAction()


def take(
    event: QDropEvent | None,
    open_recording: Callable[[QMimeData | None], bool],
    open_character: Callable[[Path], None],
    open_video: Callable[[str], None],
) -> None:
    """Open what was dropped. open_recording: whether it was one."""
    mime = event.mimeData() if event is not None else None
    if open_recording(mime):
        return
    if (character := dropped_character(mime)) is not None:
        open_character(character)
        return
    for url in mime.urls() if mime is not None else ():
        if url.isLocalFile():
            open_video(url.toLocalFile())
            return
