"""Sets Qt up for tests, before anything makes an application."""

from __future__ import annotations

import os
import sys

from posecam.gui.shared import qt_environment


def prepare_qt() -> None:
    """Share GL contexts between windows; without a screen, fall back to Qt's invisible one.

    There ordinary widgets work and OpenGL does not, so the tests that need it are skipped.
    """
    qt_environment.prepare()
    if qt_environment.missing_screen(os.environ, sys.platform):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PyQt6.QtCore import QCoreApplication, Qt

    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
