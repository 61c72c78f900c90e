"""What is laid over the video when there is none: what is wrong, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PyQt6.QtCore import QRect, Qt
from PyQt6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from posecam.gui.shared.flow_layout import FlowLayout
from posecam.gui.shared.focus import by_tab_alone
from posecam.gui.shared.style import restyle

#: Words of a button and what it does.
Action = tuple[str, Callable[[], object]]
_MOST_ACTIONS: Final = 3
#: Logical pixels: the widest it becomes, and the room beside it.
_WIDEST, _ROOM = 440, 8


class MessageCard(QFrame):
    """Hidden until there is a message. Lies in the middle of its parent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._widest = _WIDEST
        self.headline, self.sentence = QLabel(), QLabel()
        self.headline.setProperty("role", "headline")
        self.sentence.setProperty("role", "soft")
        for label in (self.headline, self.sentence):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.buttons = [QPushButton() for _ in range(_MOST_ACTIONS)]
        self._actions: Sequence[Action] = ()
        row = FlowLayout((0, 6, 0, 0), 8)
        for number, button in enumerate(self.buttons):
            button.clicked.connect(lambda _, number=number: self._actions[number][1]())
            row.addWidget(button)
        by_tab_alone(*self.buttons)
        self._row = QWidget()
        self._row.setLayout(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(6)
        layout.addWidget(self.headline)
        layout.addWidget(self.sentence)
        layout.addWidget(self._row, 0, Qt.AlignmentFlag.AlignHCenter)
        self.hide()

    def show_message(self, headline: str, sentence: str, actions: Sequence[Action] = ()) -> None:
        """Show what is wrong and what to do about it; an empty headline takes it away."""
        before = self.headline.text(), self.sentence.text(), [words for words, _ in self._actions]
        self._actions = tuple(actions[:_MOST_ACTIONS])
        words = [words for words, _ in self._actions]
        if before != (headline, sentence, words):
            self.headline.setText(headline)
            self.sentence.setText(sentence)
            self.sentence.setVisible(bool(sentence))
            for number, button in enumerate(self.buttons):
                button.setVisible(number < len(words))
                button.setText(words[number] if number < len(words) else "")
            self._row.setVisible(bool(words))
        self.setVisible(bool(headline))
        if headline:
            self.settle()

    def set_distant(self, distant: bool) -> None:
        """Say everything so large that it is read from far away."""
        self._widest = 2 * _WIDEST if distant else _WIDEST
        for widget in (self, self.headline, self.sentence, *self.buttons):
            restyle(widget, "distant", distant)
        self.settle()

    def settle(self) -> None:
        """Lie in the middle of the parent, as tall as the words need at that width."""
        parent = self.parentWidget()
        layout = self.layout()
        if parent is None or layout is None:
            return
        width = max(min(parent.width() - 2 * _ROOM, self._widest), 1)
        layout.activate()
        wanted = max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height())
        place = QRect(0, 0, width, min(wanted, parent.height()))
        place.moveCenter(parent.rect().center())
        self.setGeometry(place)
        self.setToolTip(self.sentence.text() if wanted > parent.height() else "")
