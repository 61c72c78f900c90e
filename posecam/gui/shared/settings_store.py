"""The settings while a window is open: who changes them, who follows, and the file."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

from PyQt6.QtCore import QObject, pyqtSignal

from posecam.errors import PosecamError
from posecam.settings import Settings, save

LOG = logging.getLogger(__name__)


class SettingsStore(QObject):
    """Holds the settings of one program; every part of its windows reads and changes them here.

    Args:
        value: as loaded; the defaults if left out.
        path: the file they are kept in; None keeps nothing.
    """

    changed = pyqtSignal(object, object)  # before, after: `Settings` that differ
    failed = pyqtSignal(str)  # why they could not be written

    def __init__(
        self,
        value: Settings | None = None,
        path: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._value = value or Settings()
        self._path, self._written = path, self._value
        self._told = ""

    @property
    def value(self) -> Settings:
        """The settings as they are now."""
        return self._value

    def change(self, **fields: Any) -> None:
        """Give these fields of `Settings` new values until the program ends, or until `keep`.

        Raises:
            TypeError: there is no such field.
        """
        before, self._value = self._value, replace(self._value, **fields)
        if self._value != before:
            self.changed.emit(before, self._value)

    def keep(self, **fields: Any) -> None:
        """Change these fields and write everything that is not written yet.

        What another program has written meanwhile stays, where it was not changed here. A disk
        that refuses is told of by `failed`: the same reason once, until writing goes well again.

        Raises:
            TypeError: there is no such field.
        """
        self.change(**fields)
        if self._path is None:
            return
        try:
            save(self._value, self._path, since=self._written)
        except PosecamError as error:
            if str(error) != self._told:
                self._told = str(error)
                LOG.warning("%s", error)
                self.failed.emit(self._told)
        else:
            self._written, self._told = self._value, ""
