"""`posecam review`: the recordings in a window of their own, without camera and network."""

from __future__ import annotations

import logging
import sys
from functools import partial
from pathlib import Path

from posecam.gui.shared.application import (
    closed_at_the_end,
    missing_screen,
    save_image,
    start_application,
)

LOG = logging.getLogger(__name__)

#: Milliseconds that a screenshot waits for the recording, and between looks.
_PATIENCE_MS, _LOOK_MS = 20_000, 100


def run(
    session: Path | None = None,
    folder: Path | None = None,
    screenshot: Path | None = None,
    character: Path | None = None,
) -> int:
    """Open the window and stay until it is closed.

    Args:
        session: to open at once.
        folder: whose sessions are listed; None: as the settings say.
        screenshot: save the window there as an image once it shows the session, and leave.
        character: file of the figure in the place of the mannequin; None: as the settings say.

    Returns:
        Exit code: 0, or 2 where there is no screen or the screenshot could not be saved.
    """
    if sentence := missing_screen():
        sys.stderr.write(sentence + "\n")
        return 2

    from PyQt6.QtCore import QTimer

    from posecam import settings as settings_file
    from posecam.gui.review.memory import Memory
    from posecam.gui.review.window import ReviewWindow
    from posecam.gui.shared.gl_support import probe
    from posecam.gui.shared.settings_store import SettingsStore
    from posecam.session.listing import sweep_sessions

    path = settings_file.settings_path()
    settings, warning = settings_file.load(path)

    app, theme = start_application(settings.theme, settings.language)
    store = SettingsStore(settings, path)
    window = ReviewWindow(
        folder or (session.resolve().parent if session else settings.sessions_path()),
        theme,
        probe(),
        smooth_edges=True if screenshot is not None else None,
        memory=Memory(store, settings.sessions_path()),
    )
    store.failed.connect(partial(window.notice.say, alarm=True))
    code, patience = 0, _PATIENCE_MS

    def shoot() -> None:
        nonlocal code, patience
        assert screenshot is not None
        busy = window.busy or window.player.characters.busy
        if patience > 0 and (busy or (session is not None and window.state.row is None)):
            patience -= _LOOK_MS
            QTimer.singleShot(_LOOK_MS, shoot)
            return
        code = save_image(window, screenshot)
        window.close()

    # Python runs its own signal handlers only when it is given a turn.
    turns = QTimer()
    turns.timeout.connect(lambda: None)
    turns.start(200)
    with closed_at_the_end(window):
        window.show()
        if character is not None:
            window.player.characters.start(character)
        sweep_sessions(window.sessions)
        window.refresh()
        if warning:
            LOG.warning("%s", warning)
            window.notice.say(warning, alarm=True)
        if session is not None:
            window.open(session.resolve())
        if screenshot is not None:
            QTimer.singleShot(_LOOK_MS, shoot)
        app.exec()
    return code
