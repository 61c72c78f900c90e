"""The keys of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posecam.gui.live.about import About
from posecam.gui.shared.focus import chain
from posecam.gui.shared.keys import Key, add_key_actions

if TYPE_CHECKING:
    from posecam.gui.live.main_window import MainWindow


def add_shortcuts(window: MainWindow) -> None:
    """Let keys do what the window's buttons do, and Tab go through these as they are seen."""
    chain(
        (
            window.video,
            *window.bar.controls,
            *window.video.card.buttons,
            *window.panel.controls,
            *window.notice.controls,
            window.status_line.build_cancel,
        )
    )
    panel, bar, readouts = window.panel, window.bar, window.readouts
    add_key_actions(
        window,
        (
            Key("R", "Record, stop", bar.record.click),
            Key("M", "Mirror", bar.mirror.click),
            Key("C", "Calibrate", window.guide.start),
            Key("Esc", "Stop calibrating", window.guide.stop),
            Key("A", "Show joint angles", readouts.toggle),
            Key("Shift+A", "Choose angles", readouts.open_menu),
            Key("0", "Reset repetitions", readouts.count_anew),
            Key("Space", "Auto-rotate the 3D view", lambda: panel.set_turning(not panel.turning)),
            Key("1", "3D from the front", lambda: panel.look_from("front")),
            Key("2", "3D from the side", lambda: panel.look_from("side")),
            Key("3", "3D from the top", lambda: panel.look_from("top")),
            Key("F5", "Look for cameras", window.sources.scan.start),
            Key("F11", "Full screen", window.toggle_full_screen),
            Key("Ctrl+O", "Open a video", bar.chooser.ask_for_file),
            Key("Ctrl+R", "Recordings", window.recordings.show),
            Key("Ctrl+,", "Settings", window.open_settings),
            Key("F1", "About posecam", lambda: About(window).open()),
            Key("Ctrl+Q", "Quit", window.close),
        ),
    )
