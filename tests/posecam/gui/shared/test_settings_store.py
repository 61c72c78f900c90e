"""The settings while a window is open."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from posecam import settings as settings_file
from posecam.gui.shared.settings_store import SettingsStore
from posecam.settings import ReadoutSettings, Settings


def changes(store: SettingsStore) -> list[tuple[Settings, Settings]]:
    heard: list[tuple[Settings, Settings]] = []
    store.changed.connect(lambda before, after: heard.append((before, after)))
    return heard


def test_who_listens_hears_of_a_change_with_what_was_before(qapp: object) -> None:
    store = SettingsStore(Settings(people=1))
    heard = changes(store)
    store.change(people=3, mirror=False)
    assert store.value == Settings(people=3, mirror=False)
    assert heard == [(Settings(people=1), Settings(people=3, mirror=False))]


def test_the_same_value_again_is_no_change(qapp: object) -> None:
    store = SettingsStore(Settings(readouts=ReadoutSettings(shown=True)))
    heard = changes(store)
    store.change(readouts=ReadoutSettings(shown=True))
    store.keep(people=Settings().people)
    assert heard == []


def test_a_field_that_is_not_there_is_refused(qapp: object) -> None:
    store = SettingsStore()
    with pytest.raises(TypeError, match="peple"):
        store.change(peple=3)
    assert store.value == Settings()


def test_what_is_changed_is_written_with_what_is_kept_next(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    store = SettingsStore(path=path)
    store.change(people=3)
    assert not path.exists()
    store.keep(mirror=False)
    assert settings_file.load(path) == (Settings(people=3, mirror=False), "")


def test_two_windows_keep_what_the_other_has_written(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    one, other = SettingsStore(path=path), SettingsStore(path=path)
    one.keep(people=3)
    other.keep(mirror=False)
    one.keep(smoothness=0.2)
    assert settings_file.load(path)[0] == Settings(people=3, mirror=False, smoothness=0.2)


def test_without_a_file_nothing_is_written(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    SettingsStore().keep(people=3)
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_refuses_is_told_of_once_until_it_writes_again(
    qapp: object, tmp_path: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "config"
    folder.write_text("a file where the folder should be")
    store = SettingsStore(path=folder / "settings.toml")
    told: list[str] = []
    store.failed.connect(told.append)
    with caplog.at_level(logging.WARNING):
        store.keep(people=3)
        store.keep(people=4)
    assert len(told) == 1
    assert "could not be saved" in told[0]
    assert caplog.messages == told
    assert store.value.people == 4

    folder.unlink()
    store.keep()
    assert settings_file.load(folder / "settings.toml")[0].people == 4
    folder.rename(tmp_path / "away")
    folder.write_text("again")
    store.keep(people=2)
    assert len(told) == 2
