"""The keys of the window of recordings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posecam.gui.shared.focus import chain
from posecam.gui.shared.keys import Key, add_key_actions

if TYPE_CHECKING:
    from posecam.gui.review.window import ReviewWindow


def add_keys(window: ReviewWindow) -> None:
    """Let keys do what the window's buttons do, and Tab go through these as they are seen."""
    player = window.player
    chain(
        (
            *window.head.controls,
            window.library,
            window.shelf.trash,
            window.details.name,
            window.details.note,
            player.video,
            *player.video.card.buttons,
            *player.panel.controls,
            player.timeline,
            *player.transport.controls,
            window.table,
            window.results.cancel,
            *window.notice.controls,
        )
    )
    panel = player.panel
    add_key_actions(
        window,
        (
            Key("Space", "Play, pause", player.toggle),
            Key("Right", "Next frame", lambda: player.step(1), repeats=True),
            Key("Left", "Previous frame", lambda: player.step(-1), repeats=True),
            Key("Shift+Right", "Forward one second", lambda: player.jump(1), repeats=True),
            Key("Shift+Left", "Back one second", lambda: player.jump(-1), repeats=True),
            Key("Home", "First frame", lambda: player.seek(0)),
            Key("End", "Last frame", lambda: player.seek(-1)),
            Key("Up", "Faster", lambda: player.change_speed(True)),
            Key("Down", "Slower", lambda: player.change_speed(False)),
            Key("I", "Start of range", lambda: player.set_range_end(True)),
            Key("O", "End of range", lambda: player.set_range_end(False)),
            Key("A", "Select all", player.clear_range),
            Key("L", "Loop the range", player.transport.loop.click),
            Key("T", "Trim to the range", player.transport.trim.click),
            Key("1", "3D from the front", lambda: panel.look_from("front")),
            Key("2", "3D from the side", lambda: panel.look_from("side")),
            Key("3", "3D from the top", lambda: panel.look_from("top")),
            Key("F2", "Rename", window.details.edit_name),
            Key("Del", "Delete", window.head.delete.click),
            Key("Ctrl+Del", "Trash", window.edits.open_trash),
            Key("Ctrl+Z", "Undo", window.edits.take_back),
            Key("Ctrl+E", "Export", window.open_export),
            Key("Ctrl+P", "Save the plot", window.ask_for_plot),
            Key("Ctrl+O", "Open a recording", window.ask_for_folder),
            Key("F5", "Refresh the list", window.refresh),
            Key("Ctrl+W", "Close", window.close),
        ),
    )
