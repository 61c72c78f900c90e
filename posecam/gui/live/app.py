"""`posecam run`: sets up Qt, opens the window, and leaves cleanly."""

from __future__ import annotations

import logging
import os
import sys
import threading
from pathlib import Path

from posecam.gui.shared.application import (
    closed_at_the_end,
    missing_screen,
    save_image,
    start_application,
)

LOG = logging.getLogger(__name__)

#: Seconds that a screenshot waits when nothing else is said.
SCREENSHOT_AFTER = 5.0
#: Milliseconds that a screenshot waits for an image, and between looks.
_PATIENCE_MS, _LOOK_MS = 10_000, 100


def _leave_hung_threads(code: int) -> None:
    """End the process where a thread still loads a network or hangs in a driver.

    The interpreter's own end would tear such a library down under the thread, which aborts the
    process. Recordings are finished first: their threads are no daemons.
    """
    others = [t for t in threading.enumerate() if t is not threading.current_thread()]
    for thread in others:
        if not thread.daemon:
            thread.join()
    if any(thread.is_alive() and thread.name.startswith("posecam") for thread in others):
        LOG.info("left with a thread at work")
        logging.shutdown()
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(code)


def run(
    source: str | None = None,
    network: Path | None = None,
    engine: str | None = None,
    *,
    precision: str | None = None,
    quality: str | None = None,
    threads: int = 0,
    vmc: str | None = None,
    websocket: str | None = None,
    virtual_camera: str | None = None,
    character: Path | None = None,
    screenshot: Path | None = None,
    after: float = SCREENSHOT_AFTER,
) -> int:
    """Open the window and stay until it is closed.

    Args:
        source: what to open, as `open_source` takes it; None: the one used last, else the first
            camera, else the demo.
        network: an .onnx file; None: the shipped one.
        engine, precision: as `load_network` takes them; None: as the settings say.
        quality: of the networks that ship, or "automatic"; None: as the settings say.
        threads: as `load_network` takes them.
        vmc, websocket: where to send poses to, or offer them; None for both: as the settings say.
        virtual_camera: what other programs see as a camera; None: as the settings say.
        character: file of the figure in the place of the mannequin; None: as the settings say.
        screenshot: save the window there as an image after so many seconds and leave.
        after: seconds until the screenshot; some more where the source still shows nothing.

    Returns:
        Exit code: 0, or 2 where there is no screen or the screenshot could not be saved.
    """
    if sentence := missing_screen():
        sys.stderr.write(sentence + "\n")
        return 2

    from posecam import settings as settings_file
    from posecam.live.engine_choice import AUTO, EngineChooser

    path = settings_file.settings_path()
    first_start = not path.exists()
    settings, warning = settings_file.load(path)
    kept = (settings.engine, settings.precision)
    chosen = (engine or AUTO, precision or AUTO) if engine or precision else kept
    engines = EngineChooser(network, *chosen, threads, quality or settings.quality)
    engines.begin()  # beside Qt, which takes as long

    from PyQt6.QtCore import QTimer

    from posecam.gui.live.about import FIRST_HELP
    from posecam.gui.live.main_window import MainWindow
    from posecam.gui.shared.settings_store import SettingsStore
    from posecam.gui.shared.translation import tr_marked
    from posecam.streaming.options import StreamOptions

    app, _ = start_application(settings.theme, settings.language)
    window = MainWindow(
        store=SettingsStore(settings, path),
        engines=engines,
        streams=StreamOptions(vmc or "", websocket or "", virtual_camera or "")
        if vmc or websocket or virtual_camera
        else None,
        smooth_edges=True if screenshot is not None else None,
    )
    if warning:
        LOG.warning("%s", warning)
    code, patience = 0, _PATIENCE_MS

    def shoot() -> None:
        nonlocal code, patience
        assert screenshot is not None
        if window.video.result is None and patience > 0:
            patience -= _LOOK_MS
            QTimer.singleShot(_LOOK_MS, shoot)
            return
        code = save_image(window, screenshot)
        window.close()

    with closed_at_the_end(window):
        window.show()
        window.start(source)
        window.characters.start(character)
        if first_start:
            window.notice.say(tr_marked(FIRST_HELP))
        if warning:
            window.notice.say(warning, alarm=True)
        if screenshot is not None:
            QTimer.singleShot(round(after * 1000), shoot)
        app.exec()
    _leave_hung_threads(code)
    return code
