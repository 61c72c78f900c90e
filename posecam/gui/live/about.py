"""What this program is, and the cards of the networks that it ships."""

from __future__ import annotations

import contextlib
from functools import partial
from pathlib import Path
from typing import Final

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from posecam import __version__, resources
from posecam.gui.shared import icons
from posecam.gui.shared.engine_labels import network_name
from posecam.gui.shared.flow_layout import FlowRow
from posecam.gui.shared.translation import mark, tr
from posecam.gui.shared.window_place import StaysOnScreen

#: What is said when the program starts for the first time.
FIRST_HELP: Final = mark(
    "Choose a camera above and step back until you are seen from head to foot. "
    "Record keeps the video and the motion; Recordings plays, trims and exports them. "
    "Press ? for all keys."
)


class About(QDialog):
    """Version, licence, and a button for each model card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("About posecam"))
        StaysOnScreen(self)
        image = QLabel()
        image.setPixmap(icons.application().pixmap(64, 64))
        words = QLabel(
            tr(
                "<b>posecam {version}</b><br>Live 3D motion capture from one ordinary "
                "webcam.<br>Everything runs on this computer; nothing is sent unless you "
                "switch it on.<br>Apache License 2.0",
                version=__version__,
            )
        )
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(image)
        head.addWidget(words, 1)
        row = FlowRow((0, 0, 0, 0), 8)
        self.cards: dict[str, QPushButton] = {}
        for title, path in _cards().items():
            button = self.cards[title] = QPushButton(f"{title}…")
            button.setAutoDefault(False)
            button.clicked.connect(partial(self.show_card, title, path))
            row.flow.addWidget(button)
        about = QLabel(
            tr("What the networks were trained on, how well they do, and where they fail:")
        )
        about.setProperty("role", "muted")
        about.setWordWrap(True)
        buttons = QDialogButtonBox()
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 20)
        layout.setSpacing(14)
        layout.addLayout(head)
        layout.addWidget(about)
        layout.addWidget(row)
        layout.addWidget(buttons)

    def show_card(self, title: str, path: Path) -> CardDialog:
        """Show a model card in a window of its own."""
        card = CardDialog(title, path, self)
        card.show()
        return card


class CardDialog(QDialog):
    """One model card."""

    def __init__(self, title: str, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(720, 560)
        StaysOnScreen(self)
        self.text = QTextBrowser()
        self.text.setOpenExternalLinks(True)
        self.text.setAccessibleName(title)
        try:
            self.text.setMarkdown(path.read_text("utf-8"))
        except OSError as error:
            self.text.setPlainText(str(error))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)


def _cards() -> dict[str, Path]:
    """Title and file of every network's model card."""
    networks = resources.networks()
    cards = {
        tr("Pose model, {quality}", quality=network_name(quality))
        if len(networks) > 1
        else tr("Pose model"): path.with_suffix(".md")
        for quality, path in networks.items()
    }
    with contextlib.suppress(FileNotFoundError):
        cards[tr("Person detector")] = resources.resource("person-detector.md")
    return cards
