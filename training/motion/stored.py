"""Records of arrays that are kept in a file."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import ClassVar, Self
from zipfile import BadZipFile

import numpy as np

from posecam.errors import PosecamError


@dataclass(frozen=True, slots=True, eq=False)
class Stored:
    """A dataclass of arrays alone; `WHAT` they are is said where a file holds others."""

    WHAT: ClassVar[str] = "arrays"

    def save(self, path: Path) -> None:
        np.savez_compressed(path, **{f.name: getattr(self, f.name) for f in fields(self)})

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read what `save` wrote.

        Raises:
            PosecamError: it is not such a file.
        """
        try:
            with np.load(path, allow_pickle=False) as stored:
                return cls(**{f.name: stored[f.name] for f in fields(cls)})
        except (OSError, ValueError, KeyError, BadZipFile) as error:
            raise PosecamError(f"{path} holds no {cls.WHAT} ({error}).") from error
