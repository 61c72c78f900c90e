"""Starting and ending a Qt program: the same for both windows and for measuring them."""

from __future__ import annotations

import logging
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol

from posecam.files import atomic_write, private_folder
from posecam.gui.shared import qt_environment
from posecam.shutdown import ENDING, finish_all

if TYPE_CHECKING:
    from PyQt6.QtWidgets import QApplication, QWidget

    from posecam.gui.shared.notice_bar import NoticeBar
    from posecam.gui.shared.theme import Theme

LOG = logging.getLogger(__name__)


class Window(Protocol):
    """What a window needs so that it is closed whatever ends the program."""

    @property
    def notice(self) -> NoticeBar: ...

    def close(self) -> bool: ...


def missing_screen() -> str:
    """Prepare the environment that Qt reads once; a sentence where there is no screen, else ""."""
    qt_environment.prepare()
    return qt_environment.missing_screen()


def start_application(
    theme_name: str = "system", language: str = "system"
) -> tuple[QApplication, Theme]:
    """The application, which must outlive its windows, in the theme that it has put on.

    Args:
        theme_name: see `Settings.theme`.
        language: see `Settings.language`.
    """
    from PyQt6.QtCore import QCoreApplication, QLoggingCategory, Qt
    from PyQt6.QtWidgets import QApplication

    from posecam.gui.shared import style, translation
    from posecam.gui.shared.garbage import GarbageCollector

    # It is asked for camera names alone, and lists every codec that it misses.
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    # pyqtgraph keeps its shaders for all views together, so the views must share their contexts.
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    _known_to_the_taskbar()
    app = QApplication([sys.argv[0]])
    app.setApplicationName("posecam")
    app.setDesktopFileName("posecam")
    GarbageCollector(app)
    translation.put_on(app, language)
    style.choose(theme_name)
    theme = style.current_theme()
    style.apply(app, theme)
    return app, theme


def _known_to_the_taskbar() -> None:
    """Windows shows the icon of python.exe for a program that does not say what it is."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID("posecam")


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
def closed_at_the_end(window: Window) -> Iterator[None]:
    """Close the window whatever ends the program; an unforeseen error alone does not."""
    from PyQt6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
    from PyQt6.QtWidgets import QApplication

    from posecam.gui.shared.translation import tr

    def unexpected(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """PyQt6 ends the process at an exception that no one caught; a recording may be running."""
        LOG.critical("unexpected", exc_info=(kind, error, trace))
        window.notice.say(
            tr("Something unexpected happened: {error}.", error=str(error) or kind.__name__),
            alarm=True,
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
