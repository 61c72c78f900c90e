"""`posecam review`: the recordings in a window of their own, without camera and network."""

from __future__ import annotations

import logging
import sys
from dataclasses import replace
from pathlib import Path

from posecam.errors import PosecamError
from posecam.gui import qt_environment
from posecam.gui.app import closed_at_the_end, prepare_application, save_picture

LOG = logging.getLogger(__name__)

#: Milliseconds that a screenshot waits for the recording, and between looks.
_PATIENCE_MS, _LOOK_MS = 20_000, 100


def run(
    session: Path | None = None, folder: Path | None = None, screenshot: Path | None = None
) -> int:
    """Open the window and stay until it is closed.

    Args:
        session: to open at once.
        folder: whose sessions are listed; None: as the settings say.
        screenshot: save the window there as a picture once it shows the session, and leave.

    Returns:
        Exit code: 0, or 2 where there is no screen or the screenshot could not be saved.
    """
    qt_environment.prepare()
    if sentence := qt_environment.missing_screen():
        sys.stderr.write(sentence + "\n")
        return 2

    from PyQt6.QtCore import QTimer
    from PyQt6.QtWidgets import QApplication

    from posecam import settings as settings_file
    from posecam.gui import style
    from posecam.gui.gl_support import probe
    from posecam.gui.review.memory import Memory
    from posecam.gui.review.window import ReviewWindow
    from posecam.settings import ReviewSettings

    path = settings_file.settings_path()
    settings, _ = settings_file.load(path)

    def keep(review: ReviewSettings) -> None:
        """Into the file as it is by now: the live window may have written it meanwhile."""
        try:
            settings_file.save(replace(settings_file.load(path)[0], review=review), path)
        except PosecamError as error:
            LOG.warning("%s", error)

    prepare_application()
    app = QApplication([sys.argv[0]])
    app.setApplicationName("posecam")
    app.setDesktopFileName("posecam")
    theme = style.current_theme()
    style.apply(app, theme)
    window = ReviewWindow(
        folder or (session.resolve().parent if session else settings.sessions_path()),
        theme,
        probe(),
        smooth_edges=True if screenshot is not None else None,
        memory=Memory(settings.review, keep, settings.sessions_path()),
    )
    code, patience = 0, _PATIENCE_MS

    def shoot() -> None:
        nonlocal code, patience
        assert screenshot is not None
        if patience > 0 and (window.busy or (session is not None and window.player.row is None)):
            patience -= _LOOK_MS
            QTimer.singleShot(_LOOK_MS, shoot)
            return
        code = save_picture(window, screenshot)
        window.close()

    # Python runs its own signal handlers only when it is given a turn.
    turns = QTimer()
    turns.timeout.connect(lambda: None)
    turns.start(200)
    with closed_at_the_end(window):
        window.show()
        window.refresh()
        if session is not None:
            window.open(session.resolve())
        if screenshot is not None:
            QTimer.singleShot(_LOOK_MS, shoot)
        app.exec()
    return code
