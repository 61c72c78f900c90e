"""The page of the settings on the window itself."""

from __future__ import annotations

from typing import Final

from posecam.gui.live.settings_pages import Page
from posecam.gui.shared.fields import Combo
from posecam.settings import Settings

_THEMES: Final = {"system": "As the system", "dark": "Dark", "light": "Light"}


class WindowPage(Page):
    """How the window looks."""

    def __init__(self) -> None:
        super().__init__()
        self.theme = Combo("Theme")
        for name, words in _THEMES.items():
            self.theme.addItem(words, name)
        self.theme.activated.connect(
            lambda index: self.changed.emit({"theme": self.theme.itemData(index)})
        )
        self.form().addRow("Theme", self.theme)

    def show_settings(self, settings: Settings) -> None:
        self.theme.setCurrentIndex(max(self.theme.findData(settings.theme), 0))
