"""One sentence above the status line, with something to press where there is something to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PyQt6.QtCore import QEvent, QObject, Qt, pyqtSignal
from PyQt6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from posecam.gui.shared.flow_layout import WrappedLabel
from posecam.gui.shared.focus import by_tab_alone
from posecam.gui.shared.style import restyle
from posecam.gui.shared.translation import tr, tr_core

#: Sentences that are kept for when the newest is closed.
_MOST = 4
#: Logical pixels: room beside one that floats, and its greatest width.
_BESIDE, _WIDEST = 12, 760


@dataclass(frozen=True, slots=True)
class _Notice:
    sentence: str
    button: str
    action: Callable[[], None] | None
    alarm: bool


class NoticeBar(QFrame):
    """Hidden until there is something to say; stays until it is closed. The newest is on top."""

    covers = pyqtSignal(int)  # logical pixels of the lower edge of what it floats over

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.label = WrappedLabel()
        self.label.setMinimumWidth(1)  # a long path must not widen the window
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton()
        self.button.clicked.connect(self._pressed)
        self.dismiss = QPushButton("✕")
        self.dismiss.setProperty("flat", True)
        self.dismiss.setToolTip(tr("Close this message"))
        self.dismiss.setAccessibleName(tr("Close this message"))
        self.dismiss.clicked.connect(self.close_newest)
        by_tab_alone(*self.controls)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.button)
        layout.addWidget(self.dismiss)
        self._notices: list[_Notice] = []
        self._over: QWidget | None = None
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be used, from the left."""
        return self.button, self.dismiss

    def say(
        self,
        sentence: str,
        button: str = "",
        action: Callable[[], None] | None = None,
        *,
        alarm: bool = False,
    ) -> None:
        """Show a sentence, over the one before; alarm marks what went wrong.

        One of the parts below the windows is shown in the language of the windows.
        """
        notice = _Notice(sentence, button, action, alarm)
        self._notices = [*(n for n in self._notices if n.sentence != sentence), notice][-_MOST:]
        self._show_newest()

    def hide(self) -> None:
        """Take everything away."""
        self._notices.clear()
        super().hide()
        self.settle()

    def set_distant(self, distant: bool) -> None:
        """Say everything so large that it is read from far away."""
        for widget in (self, self.label, self.button, self.dismiss):
            restyle(widget, "distant", distant)
        self.label.setText(self.label.text())
        self.settle()

    def float_over(self, view: QWidget) -> None:
        """Lie over the lower edge of a view, which keeps its size and place."""
        self.setParent(view)
        self._over = view
        self.setProperty("floating", True)
        view.installEventFilter(self)
        super().hide()

    def settle(self) -> None:
        """Lie in the middle of the lower edge, as tall as the words need at that width."""
        layout = self.layout()
        if self._over is None or layout is None:
            return
        shown = not self.isHidden()
        if shown:
            wide = min(max(self._over.width() - 2 * _BESIDE, 1), _WIDEST)
            self.label.setMinimumHeight(0)  # as tall as the words were at another width
            layout.activate()
            tall = max(layout.totalHeightForWidth(wide), layout.totalMinimumSize().height())
            left = (self._over.width() - wide) // 2
            self.setGeometry(left, max(self._over.height() - tall - _BESIDE, 0), wide, tall)
            self.raise_()
        self.covers.emit(self.height() + _BESIDE if shown else 0)

    def eventFilter(self, _: QObject | None, event: QEvent | None) -> bool:
        if event is not None and event.type() in {QEvent.Type.Resize, QEvent.Type.Show}:
            self.settle()
        return False

    def withdraw(self, sentence: str) -> None:
        """Take one sentence away, wherever it is among the others."""
        self._notices = [notice for notice in self._notices if notice.sentence != sentence]
        self._show_newest()

    def _show_newest(self) -> None:
        if not self._notices:
            super().hide()
            self.settle()
            return
        notice = self._notices[-1]
        self.label.setText(tr_core(notice.sentence))
        self.button.setText(notice.button)
        self.button.setVisible(bool(notice.button))
        restyle(self, "alarm", notice.alarm)
        self.show()
        self.settle()

    def close_newest(self) -> None:
        """Take the sentence away that is shown; the one before it comes back."""
        self._notices = self._notices[:-1]
        self._show_newest()

    def _pressed(self) -> None:
        action = self._notices[-1].action
        if action is not None:
            action()
