from __future__ import annotations

import os
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from posecam import settings as module
from posecam.bounds import bounds_of
from posecam.capture.options import CaptureOptions
from posecam.estimation.calibration import Calibration
from posecam.settings import (
    ReadoutSettings,
    ReviewSettings,
    Settings,
    SettingsError,
    StreamSettings,
    ViewPlace,
    WindowPlace,
)

ROOT = Path(__file__).resolve().parents[2]


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    changed = Settings(
        source="rtsp://10.0.0.2/live",
        mirror=False,
        subject_height_cm=183.5,
        field_of_view_deg=78.0,
        smoothness=0.25,
        sessions_folder="/tmp/somewhere with spaces",
        people=2,
        calibration=Calibration(1800.0, 60.0, (1.0,) * 15, (0.0, -1.0, 0.0), 1100.0),
        calibrated_source="Desk camera",
        engine="onnxruntime",
        precision="fp32",
        cameras={"HD Webcam: HD Webcam": "1280x720@30 MJPG"},
        streams=StreamSettings(vmc=True, websocket_address="0.0.0.0:4000"),
        window=WindowPlace(10, 20, 1100, 700, True, 0.7),
        view=ViewPlace(12.5, -3.0, 5.5, False),
        readouts=ReadoutSettings(True, ("trunk_flexion", "hip_flexion"), "hip_flexion"),
    )
    path = tmp_path / "new folder" / "settings.toml"
    module.save(changed, path)
    assert module.load(path) == (changed, "")


def test_no_file_gives_the_defaults_without_a_warning(tmp_path: Path) -> None:
    assert module.load(tmp_path / "none.toml") == (Settings(), "")


def test_a_broken_file_is_kept_and_warned_of(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("mirror = tru\n")
    loaded, warning = module.load(path)
    assert loaded == Settings()
    kept = tmp_path / "settings.toml.bak"
    assert kept.read_text() == "mirror = tru\n"
    assert str(kept) in warning


def test_a_file_of_other_bytes_is_no_crash(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"\xff\xfe\x00\x01")
    loaded, warning = module.load(path)
    assert loaded == Settings()
    assert warning


def test_unknown_keys_and_wrong_types_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(
        "from_the_future = 1\nmirror = 'yes'\nsource = 3\nsmoothness = true\n"
        "window = 5\nsubject_height_cm = 181\n[view]\nturning = false\nazimuth = nan\n"
        "[readouts]\nshown = true\nangles = ['trunk_flexion', 4]\ncounted = 1\n"
    )
    loaded, warning = module.load(path)
    expected = replace(
        Settings(),
        subject_height_cm=181.0,
        view=ViewPlace(turning=False),
        readouts=ReadoutSettings(shown=True, angles=("trunk_flexion",)),
    )
    assert (loaded, warning) == (expected, "")
    assert type(loaded.subject_height_cm) is float


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        (
            "subject_height_cm = -4",
            "subject_height_cm",
            bounds_of(Settings, "subject_height_cm")[0],
        ),
        (
            "field_of_view_deg = 1e9",
            "field_of_view_deg",
            bounds_of(Settings, "field_of_view_deg")[1],
        ),
        ("smoothness = 7", "smoothness", 1.0),
    ],
)
def test_numbers_out_of_range_are_clamped(
    tmp_path: Path, line: str, name: str, value: float
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(line)
    assert getattr(module.load(path)[0], name) == value


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsError, match="could not be saved"):
        module.save(Settings(), tmp_path / "file" / "settings.toml")


def test_what_another_window_has_written_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    known = Settings(smoothness=0.2)
    module.save(known, path)
    module.save(replace(known, review=ReviewSettings(list_width=333), people=3), path)
    module.save(replace(known, people=2), path, since=known)
    assert module.load(path)[0] == Settings(
        smoothness=0.2, review=ReviewSettings(list_width=333), people=2
    )


@pytest.mark.parametrize("text", [None, "no toml at all ["])
def test_where_the_file_is_lost_or_broken_everything_is_written(
    tmp_path: Path, text: str | None
) -> None:
    path = tmp_path / "settings.toml"
    if text is not None:
        path.write_text(text)
    known = Settings(smoothness=0.2)
    module.save(replace(known, people=2), path, since=known)
    assert module.load(path)[0] == Settings(smoothness=0.2, people=2)


def test_saving_leaves_no_other_file_behind(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    module.save(Settings(), path)
    module.save(Settings(mirror=False), path)
    assert [p.name for p in tmp_path.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize(
    "address", ["rtsp://me:secret@10.0.0.2/live", "http://10.0.0.2/video?user=me&token=secret"]
)
def test_a_password_is_never_written(tmp_path: Path, address: str) -> None:
    path = tmp_path / "settings.toml"
    module.save(Settings(source=address, smoothness=0.25), path)
    assert "secret" not in path.read_text()
    loaded = module.load(path)[0]
    assert loaded.smoothness == 0.25
    assert "10.0.0.2" in loaded.source


def test_a_calibration_that_is_none_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("[calibration]\nup = [0, 0]\n[cameras]\na = 1\nb = '640x480'\n")
    loaded, warning = module.load(path)
    assert not warning
    assert loaded.calibration is None
    assert loaded.cameras == {"b": "640x480"}


def test_a_calibration_counts_for_its_own_source_alone() -> None:
    calibration = Calibration(1800.0, 60.0, (1.0,) * 15, (0.0, -1.0, 0.0), 1100.0)
    settings = Settings(calibration=calibration, calibrated_source="Desk camera")
    assert settings.estimator_options("Desk camera").calibration == calibration
    assert settings.estimator_options("demo clip").calibration is None


def test_a_format_of_a_camera_that_is_none_is_the_applications_own() -> None:
    settings = Settings(cameras={"Desk": "very large", "Door": "1280x720@30 MJPG"})
    assert settings.capture_options("Desk") == CaptureOptions()
    assert settings.capture_options("Door") == CaptureOptions(1280, 720, 30.0, "MJPG")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_only_the_owner_reads_the_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    module.save(Settings(source="rtsp://me:secret@10.0.0.2/live"), path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_sessions_folder_is_the_environment_then_the_setting_then_documents(
    tmp_path: Path, own_home: Path
) -> None:
    chosen = Settings(sessions_folder=str(tmp_path / "chosen"))
    assert chosen.sessions_path({module.SESSIONS_VARIABLE: "/other"}) == Path("/other")
    assert chosen.sessions_path({}) == tmp_path / "chosen"
    assert Settings().sessions_path({}).name == "posecam"
    assert Settings().sessions_path({}).is_relative_to(own_home)


DEEP = "a = " + "[" * 5000 + "]" * 5000


@pytest.mark.parametrize(
    "text",
    [
        "people = " + "9" * 400,
        "people = " + "9" * 5000,
        DEEP,
        "a." * 3000 + "b = 1",
        "when = 2020-02-31",
        "mirror = \ufeff",
        "# " + "x" * 2**21,
    ],
    ids=["400 digits", "5000 digits", "deep list", "deep table", "no date", "bom", "large"],
)
def test_settings_that_cannot_be_read_are_kept_and_the_program_starts(
    tmp_path: Path, text: str
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    loaded, warning = module.load(path)
    assert loaded == Settings()
    assert warning.endswith(f"it was kept as {path}.bak.")
    assert len(warning) < 500
    assert (tmp_path / "settings.toml.bak").read_text("utf-8") == text
    assert module.load(path) == (Settings(), "")  # said once


def test_an_earlier_backup_is_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    for text in ("first [", "second ["):
        path.write_text(text)
        module.load(path)
    kept = [(tmp_path / f"settings.toml.bak{k}").read_text() for k in ("", "2")]
    assert kept == ["first [", "second ["]


def test_a_file_of_another_editor_is_understood(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"\xef\xbb\xbfpeople = 2\r\nsmoothness = 0.5\r\n")
    assert module.load(path) == (Settings(people=2, smoothness=0.5), "")


@pytest.mark.parametrize("place", ["~nosuchuser/x", "a\\u0000b"])
def test_a_folder_of_recordings_that_cannot_be_is_the_usual_one_and_said_once(
    tmp_path: Path, place: str
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(f'people = 2\nsessions_folder = "{place}"\n')
    loaded, warning = module.load(path)
    assert loaded == Settings(people=2)
    assert "there is no such user" in warning
    assert place in (tmp_path / "settings.toml.bak").read_text()
    module.save(loaded, path)
    assert module.load(path) == (loaded, "")


def test_a_folder_of_the_environment_that_cannot_be_is_a_sentence() -> None:
    with pytest.raises(SettingsError, match="there is no such user"):
        Settings().sessions_path({module.SESSIONS_VARIABLE: "~nosuchuser/x"})


def test_what_two_windows_change_in_one_table_both_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    known = Settings(cameras={"a": "640x480", "b": "640x480"})
    module.save(known, path)
    one = replace(known, review=ReviewSettings(list_width=333), cameras={"a": "1280x720"})
    module.save(one, path, since=known)
    other = replace(
        known, review=ReviewSettings(facts_height=99), cameras={**known.cameras, "c": "320x240"}
    )
    module.save(other, path, since=known)
    assert module.load(path)[0] == Settings(
        review=ReviewSettings(list_width=333, facts_height=99),
        cameras={"a": "1280x720", "c": "320x240"},
    )


SAVER = """
import sys
from dataclasses import replace
from pathlib import Path
from posecam import settings as module
path, name = Path(sys.argv[1]), sys.argv[2]
known, _ = module.load(path)
for k in range(25):
    changed = replace(known, cameras={**known.cameras, f"{name}{k}": "640x480"})
    module.save(changed, path, since=known)
    known = changed
"""


def test_two_programs_that_save_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    module.save(Settings(), path)
    savers = [
        subprocess.Popen([sys.executable, "-c", SAVER, str(path), name], cwd=ROOT)
        for name in ("a", "b")
    ]
    assert [saver.wait() for saver in savers] == [0, 0]
    assert set(module.load(path)[0].cameras) == {f"{n}{k}" for n in "ab" for k in range(25)}
    assert [p.name for p in tmp_path.iterdir()] == ["settings.toml"]


def test_a_name_that_is_no_unicode_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    odd = "/videos/\udcff.mp4"
    module.save(Settings(source=odd, people=2, review=ReviewSettings(recent=(odd, "/a"))), path)
    assert module.load(path)[0] == Settings(people=2, review=ReviewSettings(recent=("/a",)))


def test_what_a_killed_program_left_is_swept_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    module.save(Settings(people=2), path)
    for name in (".part.abcd1234.settings.toml", "settings.tomlabcd1234", "settings.toml.bak"):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (1, 1))
    assert module.load(path)[0].people == 2
    assert sorted(p.name for p in tmp_path.iterdir()) == ["settings.toml", "settings.toml.bak"]
