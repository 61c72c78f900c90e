"""The page of the settings on the window itself."""

from __future__ import annotations

from typing import Final

from posecam.catalogue import LANGUAGES
from posecam.gui.live.settings_pages import Page, muted
from posecam.gui.shared.character_control import CharacterField
from posecam.gui.shared.fields import Combo
from posecam.gui.shared.translation import SYSTEM, chosen_language, language, mark, tr, tr_marked
from posecam.settings import Settings

_THEMES: Final = {"system": mark("As the system"), "dark": mark("Dark"), "light": mark("Light")}


class WindowPage(Page):
    """How the window looks, and which language it speaks."""

    def __init__(self) -> None:
        super().__init__()
        self.theme = Combo(tr("Theme"))
        for name, words in _THEMES.items():
            self.theme.addItem(tr_marked(words), name)
        self.theme.activated.connect(
            lambda index: self.changed.emit({"theme": self.theme.itemData(index)})
        )
        self.language = Combo(tr("Language"))
        self.language.addItem(tr("As the system"), SYSTEM)
        for name, words in LANGUAGES.items():
            self.language.addItem(words, name)
        self.language.activated.connect(self._choose_language)
        self.later = muted()
        self.character = CharacterField()
        self.character.chosen.connect(lambda path: self.changed.emit({"character": path}))
        form = self.form()
        form.addRow(tr("Theme"), self.theme)
        form.addRow(tr("Language"), self.language)
        form.addRow("", self.later)
        form.addRow(tr("Character"), self.character)

    def _choose_language(self, index: int) -> None:
        self.changed.emit({"language": self.language.itemData(index)})
        self._say_when(self.language.itemData(index))

    def _say_when(self, chosen: str) -> None:
        """Windows that are open keep the language that they were made in."""
        waits = chosen_language(chosen) != language()
        self.later.setText(tr("From the next start of posecam on") if waits else "")

    def show_settings(self, settings: Settings) -> None:
        self.theme.setCurrentIndex(max(self.theme.findData(settings.theme), 0))
        self.language.setCurrentIndex(max(self.language.findData(settings.language), 0))
        self.character.show_path(settings.character)
        self._say_when(settings.language)
