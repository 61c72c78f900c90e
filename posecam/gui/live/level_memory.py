"""Which way is up, remembered by camera: where one stands on its tripod day after day."""

from __future__ import annotations

from typing import Final

from posecam.gui.shared.settings_store import SettingsStore
from posecam.kinematics.level import up_text
from posecam.pose import FrameResult

#: So many cameras are remembered, those used last.
MOST_CAMERAS: Final = 20


def remember_level(store: SettingsStore, source: str, result: FrameResult | None) -> None:
    """Keep what was estimated of a camera, by its name, for the next time that it is opened."""
    floor = None if result is None else result.floor
    if source and floor is not None and floor.level == "estimated":
        others = {name: up for name, up in store.value.levels.items() if name != source}
        newest = dict(list(others.items())[1 - MOST_CAMERAS :])
        store.keep(levels={**newest, source: up_text(floor.up)})
