"""The keys of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from posecam.gui.main_window import MainWindow


def add_shortcuts(window: MainWindow) -> None:
    """Let keys do what the window's buttons do."""
    panel, bar = window.panel, window.bar
    for keys, action in (
        ("R", bar.record.click),
        ("M", bar.mirror.click),
        ("C", window.calibrate),
        ("Esc", window.stop_guide),
        ("Space", lambda: panel.set_turning(not panel.turning)),
        ("1", lambda: panel.look_from("front")),
        ("2", lambda: panel.look_from("side")),
        ("3", lambda: panel.look_from("top")),
        ("F5", window.sources.scan.start),
        ("F11", window.toggle_full_screen),
        ("Ctrl+O", bar.chooser.ask_for_file),
        ("Ctrl+,", window.open_settings),
        ("Ctrl+Q", window.close),
    ):
        entry = QAction(window)
        entry.setShortcut(QKeySequence(keys))
        entry.setAutoRepeat(False)
        entry.triggered.connect(lambda _, action=action: action())
        window.addAction(entry)
