from __future__ import annotations

import io
import wave

import numpy as np
import pytest

from posecam.gui.shared.tones import RATE, SOUNDS, Sound, samples, wav


def pitch(part: np.ndarray) -> float:
    """The strongest frequency, Hz."""
    spectrum = np.abs(np.fft.rfft(part * np.hanning(len(part)), 1 << 16))
    return float(np.argmax(spectrum) * RATE / (1 << 16))


@pytest.mark.parametrize("sound", SOUNDS)
def test_a_sound_is_loud_short_and_does_not_click(sound: Sound) -> None:
    found = samples(sound)
    assert 12_000 < np.abs(found).max() <= 32_767
    assert len(found) < 0.6 * RATE
    assert max(abs(int(found[0])), abs(int(found[-1]))) < 200


def test_a_start_goes_up_and_a_stop_goes_down() -> None:
    rises, falls = samples("start"), samples("stop")
    first = round(0.1 * RATE)
    assert pitch(rises[:first]) == pytest.approx(659, abs=8)
    assert pitch(rises[-2 * first :]) == pytest.approx(1318, abs=8)
    assert pitch(falls[:first]) == pytest.approx(1318, abs=8)
    assert pitch(falls[-2 * first :]) == pytest.approx(659, abs=8)


def test_a_sound_is_a_file_that_programs_play() -> None:
    with wave.open(io.BytesIO(wav("tick"))) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        frames = np.frombuffer(file.readframes(file.getnframes()), np.int16)
    assert np.array_equal(frames, samples("tick"))
