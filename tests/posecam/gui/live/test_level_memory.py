"""Which way is up is remembered by camera, from one day to the next."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from posecam import settings as settings_file
from posecam.gui.live.level_memory import MOST_CAMERAS, remember_level
from posecam.gui.shared.settings_store import SettingsStore
from posecam.pose import Floor, Frame, FrameResult

UP = (0.0, -0.9063, -0.4226)


def result(floor: Floor | None) -> FrameResult:
    return FrameResult(Frame(np.zeros((4, 4, 3), np.uint8), 0, 0.0, 0), (), floor=floor)


ESTIMATED = Floor(UP, 1400.0, measured=False, estimated=True)


def test_the_next_time_a_camera_is_opened_its_level_is_known(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    remember_level(SettingsStore(path=path), "camera 0", result(ESTIMATED))
    kept, _ = settings_file.load(path)
    assert kept.estimator_options("camera 0").remembered_up == pytest.approx(UP, abs=1e-3)
    assert kept.estimator_options("camera 1").remembered_up is None


def test_what_was_assumed_or_measured_is_not_kept_as_an_estimate() -> None:
    store = SettingsStore()
    remember_level(store, "camera 0", None)
    remember_level(store, "camera 0", result(None))
    remember_level(store, "camera 0", result(replace(ESTIMATED, estimated=False)))
    remember_level(store, "camera 0", result(replace(ESTIMATED, measured=True)))
    remember_level(store, "", result(ESTIMATED))
    assert store.value.levels == {}


def test_cameras_not_used_for_long_are_forgotten() -> None:
    store = SettingsStore()
    for number in range(MOST_CAMERAS + 5):
        remember_level(store, f"camera {number}", result(ESTIMATED))
    assert len(store.value.levels) == MOST_CAMERAS
    assert f"camera {MOST_CAMERAS + 4}" in store.value.levels
    assert "camera 0" not in store.value.levels
