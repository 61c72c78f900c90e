"""What a folder of rendered images was made with, so that it is continued with nothing else."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from posecam.errors import PosecamError

FILE_NAME = "recipe.json"


def prepare(out: Path, folders: Sequence[str], recipe: dict[str, Any]) -> None:
    """Make the folders and write the recipe, or check that it is the one that is there.

    Raises:
        PosecamError: the folder was made with another recipe.
        OSError: nothing can be written there.
    """
    for folder in folders:
        (out / folder).mkdir(parents=True, exist_ok=True)
    path = out / FILE_NAME
    if not path.is_file():
        path.write_text(json.dumps(recipe), encoding="utf-8")
        return
    there = read_recipe(out)
    if there != recipe:
        raise PosecamError(
            f"{out} was made with {there}, not with {recipe}; choose another folder."
        )


def read_recipe(out: Path) -> dict[str, Any]:
    """The recipe of a folder.

    Raises:
        PosecamError: there is none, or it cannot be read.
    """
    try:
        there = json.loads((out / FILE_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise PosecamError(f"{out} is no folder of rendered images ({error}).") from error
    if not isinstance(there, dict):
        raise PosecamError(f"{out / FILE_NAME} is no recipe.")
    return there
