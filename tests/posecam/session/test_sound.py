"""The sound of a session: at its time, whatever the microphone's clock does, and never at the
cost of the images."""

from __future__ import annotations

import os
from pathlib import Path

import av
import numpy as np
import pytest

from posecam.capture import SourceInfo
from posecam.capture.sound import SoundBlock
from posecam.pose import Frame
from posecam.session import Recorder, Session, repair, trim
from posecam.session.sound import RATE, SoundWriter, loudness, sound_between
from tests.fakes.microphone import clicks_in, heard
from tests.posecam.session.sessions import edit_manifest

#: What a person does not notice between a clap and its image.
SYNC_S = 0.02


def recorder(folder: Path) -> Recorder:
    return Recorder(
        folder, source="camera 0", info=SourceInfo(64, 48, 30.0), engine={}, settings={},
        wait_for_room=True,
    )  # fmt: skip


def frame(number: int, rate: float = 30.0) -> Frame:
    at = number / rate
    return Frame(np.zeros((48, 64, 3), np.uint8), number, at, round(at * 1e9))


def take(folder: Path, seconds: float = 4.0, device: str = "USB microphone") -> Path:
    """A recording with a click at every whole second."""
    recording, number = recorder(folder), 0
    for block in heard(seconds):
        while number / 30 <= block.start_ns / 1e9:
            recording.add_frame(frame(number))
            number += 1
        recording.add_sound(block, device)
    status = recording.close()
    assert (status.error, status.sound_error) == (None, "")
    return folder


@pytest.mark.parametrize(("seconds", "off"), [(600, 3e-4), (60, -1e-3), (60, 0.0)])
def test_sound_stays_in_step_with_a_microphone_whose_clock_is_off(
    seconds: int, off: float, tmp_path: Path
) -> None:
    recording, number = recorder(tmp_path / "one"), 0
    for block in heard(seconds, rate=RATE * (1 + off)):
        while number <= block.start_ns / 1e9:
            recording.add_frame(frame(number, 1.0))
            number += 1
        recording.add_sound(block, "")
    assert recording.close().error is None

    session = Session.open(tmp_path / "one")
    assert session.sound is not None
    found = clicks_in(session.sound, seconds - 0.5)
    away = found - np.round(found)

    assert len(found) == seconds
    # All are as late as the earliest blocks arrive, once some of them have.
    assert np.abs(away[5:] - np.median(away)).max() < SYNC_S / 4
    assert np.abs(away).max() < 2 * SYNC_S


@pytest.mark.parametrize("rate", [44_100.0, 52_000.0])
def test_a_microphone_of_another_rate_than_it_says_is_led_back(rate: float, tmp_path: Path) -> None:
    writer = SoundWriter(tmp_path / "sound.mka")
    for block in heard(40.0, rate=rate):
        writer.write(block.samples, block.rate, block.start_ns / 1e9)
    writer.close()

    found = clicks_in(tmp_path / "sound.mka", 39.5)
    later = found[found > 15.5] - np.round(found[found > 15.5])

    assert len(later) == 24
    assert np.abs(later - np.median(later)).max() < SYNC_S


def test_lost_samples_are_silence_and_what_comes_after_them_is_at_its_time(tmp_path: Path) -> None:
    writer = SoundWriter(tmp_path / "sound.mka")
    for block in heard(20.0, lost=(5.5, 8.5)):
        writer.write(block.samples, block.rate, block.start_ns / 1e9)
    writer.close()

    found = clicks_in(tmp_path / "sound.mka", 19.5)
    last = found[-8:] - np.round(found[-8:])

    assert not ((found > 6.6) & (found < 8.4)).any()
    assert np.round(found[-8:]).tolist() == list(range(12, 20))
    assert np.abs(last - np.median(last)).max() < SYNC_S


def test_the_reader_tells_of_the_sound_and_where_it_lies(tmp_path: Path) -> None:
    session = Session.open(take(tmp_path / "one"))
    sound = session.manifest.sound

    assert session.warnings == []
    assert sound is not None
    assert session.sound == tmp_path / "one" / "sound.mka"
    assert (sound.file, sound.device, sound.error) == ("sound.mka", "USB microphone", None)
    assert 0 <= sound.start < 0.1
    loud = loudness(tmp_path / "one" / "sound.mka", 4.0)
    assert set(np.flatnonzero(loud > 0.3) // 100) == {0, 1, 2, 3}
    assert set(np.flatnonzero(loud > 0.3) % 100) <= {1, 2, 3}


def test_a_recording_without_a_microphone_says_so_and_has_no_file(tmp_path: Path) -> None:
    recording = recorder(tmp_path / "one")
    recording.add_frame(frame(0))
    recording.close()

    session = Session.open(tmp_path / "one")

    assert (session.sound, session.manifest.sound) == (None, None)
    assert not (tmp_path / "one" / "sound.mka").exists()


def test_any_stretch_of_the_sound_is_read_at_its_place(tmp_path: Path) -> None:
    folder = take(tmp_path / "one")
    path = folder / "sound.mka"
    whole = np.concatenate(list(sound_between(path, 0.0, 3.5)))
    part = np.concatenate(list(sound_between(path, 1.25, 3.5)))

    assert len(whole) == round(3.5 * RATE)
    assert len(part) == round(2.25 * RATE)
    assert part[RATE // 4 :] == pytest.approx(whole[round(1.5 * RATE) :], abs=0.05)


def test_a_trimmed_recording_has_its_part_of_the_sound(tmp_path: Path) -> None:
    folder = take(tmp_path / "one")

    cut = Session.open(trim(folder, 1.5, 3.5, tmp_path / "two"))

    assert cut.warnings == []
    assert cut.sound is not None
    assert clicks_in(cut.sound, 2.0) == pytest.approx([0.52, 1.52], abs=SYNC_S)


def test_sound_cut_off_by_a_crash_is_kept_and_repaired(tmp_path: Path) -> None:
    folder = take(tmp_path / "one")
    path = folder / "sound.mka"
    os.truncate(path, path.stat().st_size - 100)
    edit_manifest(folder, state="recording", sound=None)

    repair(folder)
    session = Session.open(folder)

    assert session.warnings == []
    assert session.manifest.sound is not None
    assert session.sound is not None
    assert len(clicks_in(session.sound, 4.0)) == 4
    with av.open(str(path)) as container:
        assert (container.duration or 0) / 1e6 > 3.8


def test_a_sound_file_that_cannot_be_written_does_not_cost_the_images(tmp_path: Path) -> None:
    recording = recorder(tmp_path / "one")
    (tmp_path / "one" / "sound.mka").mkdir()
    for number in range(10):
        recording.add_frame(frame(number))
        recording.add_sound(SoundBlock(np.zeros(1600, np.float32), RATE, number * 10**9 // 30), "")
    status = recording.close()
    (tmp_path / "one" / "sound.mka").rmdir()
    session = Session.open(tmp_path / "one")

    assert status.error is None
    assert status.frames_written == 10
    assert status.sound_error.startswith("The sound was not recorded any more: ")
    assert session.warnings == [status.sound_error]
    assert len(list(session.video_frames())) == 10


def test_what_went_wrong_with_the_microphone_is_in_the_manifest(tmp_path: Path) -> None:
    recording = recorder(tmp_path / "one")
    recording.add_frame(frame(0))
    recording.tell_sound("The microphone was unplugged.")
    recording.close()

    assert Session.open(tmp_path / "one").warnings == ["The microphone was unplugged."]


@pytest.mark.parametrize("content", [b"", b"no sound at all", bytes(range(256)) * 40])
def test_a_damaged_sound_file_is_told_of_and_the_rest_is_read(
    content: bytes, tmp_path: Path
) -> None:
    folder = take(tmp_path / "one")
    (folder / "sound.mka").write_bytes(content)

    session = Session.open(folder)

    assert session.sound is None
    assert session.warnings == ["The sound is missing or cannot be read: sound.mka."]
    assert list(sound_between(folder / "sound.mka", 0.0, 1.0)) == []
    assert len(list(session.video_frames())) == len(session)


@pytest.mark.parametrize(
    "value", [7, {"file": "../../etc/passwd"}, {"file": "sound.mka", "start": "x"}]
)
def test_a_manifest_cannot_lead_the_sound_elsewhere(value: object, tmp_path: Path) -> None:
    folder = take(tmp_path / "one", 1.5)
    edit_manifest(folder, sound=value)

    session = Session.open(folder)

    assert session.sound == folder / "sound.mka"
    assert any("sound" in warning for warning in session.warnings)
