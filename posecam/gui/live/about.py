"""What this program is, and the cards of the networks that it ships."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Final

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from posecam import __version__, resources
from posecam.gui.shared import icons
from posecam.gui.shared.window_place import StaysOnScreen

#: What is said when the program starts for the first time.
FIRST_HELP: Final = (
    "Choose a camera above and step back until you are seen from head to foot. "
    "Record keeps the video and the motion; Recordings plays, trims and exports them. "
    "Press ? for all keys."
)


class About(QDialog):
    """Version, licence and model cards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("About posecam")
        self.resize(720, 560)
        StaysOnScreen(self)
        image = QLabel()
        image.setPixmap(icons.application().pixmap(64, 64))
        words = QLabel(
            f"<b>posecam {__version__}</b><br>"
            "Live 3D motion capture from one ordinary webcam.<br>"
            "Everything runs on this computer; nothing is sent unless you switch it on.<br>"
            "Apache License 2.0"
        )
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(image)
        head.addWidget(words, 1)
        self.cards = QTabWidget()
        bar = self.cards.tabBar()
        assert bar is not None
        bar.setAccessibleName("Model cards")
        for title, path in _cards().items():
            card = QTextBrowser()
            card.setOpenExternalLinks(True)
            card.setAccessibleName(title)
            try:
                card.setMarkdown(path.read_text("utf-8"))
            except OSError as error:
                card.setPlainText(str(error))
            self.cards.addTab(card, title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 20)
        layout.setSpacing(16)
        layout.addLayout(head)
        layout.addWidget(self.cards, 1)


def _cards() -> dict[str, Path]:
    """Title and file of every network's model card."""
    networks = resources.networks()
    cards = {
        f"Pose model, {quality}" if len(networks) > 1 else "Pose model": card
        for quality, path in networks.items()
        if (card := path.with_suffix(".md")).exists()
    }
    with contextlib.suppress(FileNotFoundError):
        cards["Person detector"] = resources.resource("person-detector.md")
    return cards
