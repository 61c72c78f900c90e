"""`posecam run`: sets up Qt, opens the window, and leaves cleanly."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from posecam.commands.run import SCREENSHOT_AFTER
from posecam.files import atomic_write, private_folder
from posecam.gui.shared import qt_environment
from posecam.shutdown import ENDING, finish_all

if TYPE_CHECKING:
    from PyQt6.QtWidgets import QWidget

    from posecam.gui.live.main_window import MainWindow
    from posecam.gui.review.window import ReviewWindow

LOG = logging.getLogger(__name__)

#: Milliseconds that a screenshot waits for an image, and between looks.
_PATIENCE_MS, _LOOK_MS = 10_000, 100


def prepare_application() -> None:
    """What must be said to Qt before there is an application."""
    from PyQt6.QtCore import QCoreApplication, QLoggingCategory, Qt

    # It is asked for camera names alone, and lists every codec that it misses.
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    # pyqtgraph keeps its shaders for all views together, so the views must share their contexts.
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)


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


def save_image(window: QWidget, path: Path) -> int:
    """The exit code."""
    with suppress(OSError):
        private_folder(path.parent)
        with atomic_write(path) as part:
            if not window.grab().save(str(part)):
                raise OSError
        return 0
    sys.stderr.write(f"The screenshot could not be saved to {path}.\n")
    return 2


@contextmanager
def closed_at_the_end(window: MainWindow | ReviewWindow) -> Iterator[None]:
    """Close the window whatever ends the program; an unforeseen error alone does not."""
    from PyQt6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
    from PyQt6.QtWidgets import QApplication

    def unexpected(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """PyQt6 ends the process at an exception that no one caught; a recording may be running."""
        LOG.critical("unexpected", exc_info=(kind, error, trace))
        window.notice.say(
            f"Something unexpected happened: {str(error) or kind.__name__}.", alarm=True
        )

    def leave() -> None:
        window.close()
        QApplication.quit()  # a dialog that is open would go on

    def said_by_qt(_kind: QtMsgType, _where: QMessageLogContext, text: str | None) -> None:
        """Qt ends the process after its last words on a display that has gone."""
        with suppress(OSError):
            sys.stderr.write(f"{text}\n")
        if "connection broke" in (text or ""):
            finish_all()

    hook = sys.excepthook
    sys.excepthook = unexpected
    said_before = qInstallMessageHandler(said_by_qt)
    handlers = {n: signal.getsignal(n) for n in (signal.SIGINT, *ENDING)}
    for number, handler in handlers.items():
        if handler is not signal.SIG_IGN:
            # Later, for a signal may come in the middle of anything. The window's own timer gives
            # Python the chance to run this.
            signal.signal(number, lambda *_: QTimer.singleShot(0, leave))
    try:
        yield
    finally:
        window.close()
        sys.excepthook = hook
        qInstallMessageHandler(said_before)
        for number, handler in handlers.items():
            signal.signal(number, handler)


def run(
    source: str | None = None,
    network: Path | None = None,
    engine: str | None = None,
    *,
    precision: str | None = None,
    threads: int = 0,
    vmc: str | None = None,
    websocket: str | None = None,
    screenshot: Path | None = None,
    after: float = SCREENSHOT_AFTER,
) -> int:
    """Open the window and stay until it is closed.

    Args:
        source: what to open, as `open_source` takes it; None: the one used last, else the first
            camera, else the demo.
        network: an .onnx file; None: the shipped one.
        engine, precision: as `load_network` takes them; None: as the settings say.
        threads: as `load_network` takes them.
        vmc, websocket: where to send poses to, or offer them; None for both: as the settings say.
        screenshot: save the window there as an image after so many seconds and leave.
        after: seconds until the screenshot; some more where the source still shows nothing.

    Returns:
        Exit code: 0, or 2 where there is no screen or the screenshot could not be saved.
    """
    qt_environment.prepare()
    if sentence := qt_environment.missing_screen():
        sys.stderr.write(sentence + "\n")
        return 2

    from posecam import settings as settings_file
    from posecam.live.engine_choice import AUTO, EngineChooser

    path = settings_file.settings_path()
    first_start = not path.exists()
    settings, warning = settings_file.load(path)
    kept = (settings.engine, settings.precision)
    chosen = (engine or AUTO, precision or AUTO) if engine or precision else kept
    engines = EngineChooser(network, *chosen, threads)
    engines.begin()  # beside Qt, which takes as long

    from PyQt6.QtCore import QTimer
    from PyQt6.QtWidgets import QApplication

    from posecam.gui.live.about import FIRST_HELP
    from posecam.gui.live.main_window import MainWindow
    from posecam.gui.shared import style
    from posecam.streaming.options import StreamOptions

    prepare_application()
    app = QApplication([sys.argv[0]])
    app.setApplicationName("posecam")
    app.setDesktopFileName("posecam")
    style.apply(app, style.current_theme())
    window = MainWindow(
        settings=settings,
        engines=engines,
        streams=StreamOptions(vmc or "", websocket or "") if vmc or websocket else None,
        settings_path=path,
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
        if first_start:
            window.notice.say(FIRST_HELP)
        if warning:
            window.notice.say(warning, alarm=True)
        if screenshot is not None:
            QTimer.singleShot(round(after * 1000), shoot)
        app.exec()
    _leave_hung_threads(code)
    return code
