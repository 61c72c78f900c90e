"""Starting by a clap: claps near and far, in quiet and noise; and all that is no clap."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from posecam.gui.shared import tones
from posecam.live.clap import ClapDetector
from tests.fakes.claps import RATE, band, clap, noise

Samples = NDArray[np.float32]


def scene(
    *sounds: tuple[float, NDArray[np.float64]], seconds: float = 3.0, hiss: float = 0.001
) -> Samples:
    """Sounds at their seconds, in a room that is never quite quiet."""
    out = hiss * noise(seconds, 99)
    for start, sound in sounds:
        at = round(start * RATE)
        part = sound[: len(out) - at]
        out[at : at + len(part)] += part
    return out.astype(np.float32)


def count(sound: Samples, detector: ClapDetector | None = None, block: int = 480) -> int:
    """Claps found, block by block as a microphone gives them."""
    detector = detector or ClapDetector()
    return sum(
        detector.add(sound[start : start + block], RATE) for start in range(0, len(sound), block)
    )


@pytest.mark.parametrize("loud", [0.9, 0.3, 0.08])
@pytest.mark.parametrize("room_s", [0.15, 0.4])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_clap_is_heard_once(loud: float, room_s: float, seed: int) -> None:
    assert count(scene((1.5, clap(loud, room_s, seed)))) == 1


@pytest.mark.parametrize("block", [64, 480, 4096, 20_000])
def test_it_does_not_matter_how_the_sound_is_cut(block: int) -> None:
    assert count(scene((1.5, clap(0.5))), block=block) == 1


def test_two_claps_some_time_apart_are_two() -> None:
    assert count(scene((1.0, clap(0.5)), (3.5, clap(0.5, seed=5)), seconds=5.0)) == 2


def test_a_clap_is_heard_over_a_fan() -> None:
    assert count(scene((1.5, clap(0.5)), hiss=0.01)) == 1


def test_a_clap_in_the_lesser_rate_of_a_cheap_microphone_is_heard() -> None:
    sound = scene((1.5, clap(0.5)))[::3]
    detector = ClapDetector()
    assert sum(detector.add(sound[k : k + 160], 16_000) for k in range(0, len(sound), 160)) == 1


def step(seed: int = 0) -> NDArray[np.float64]:
    """A foot that comes down: 50 to 200 Hz, with a scrape."""
    times = np.arange(round(0.3 * RATE)) / RATE
    thump = band(noise(0.3, seed), 40, 220) * np.exp(-times / 0.03)
    scrape = 0.05 * band(noise(0.3, seed + 1), 1000, 5000) * np.exp(-times / 0.05)
    return np.asarray(0.6 * (thump + scrape), np.float64)


def speech(seed: int = 0) -> NDArray[np.float64]:
    """Syllables: a consonant, then a vowel of a voice of 120 Hz."""
    random = np.random.default_rng(seed)
    out = []
    for _ in range(10):
        times = np.arange(round(random.uniform(0.12, 0.25) * RATE)) / RATE
        pitch = random.uniform(100, 180)
        pulses = (np.diff(np.floor(times * pitch), prepend=0) > 0).astype(float)
        formants = sum(
            np.convolve(pulses, np.exp(-times[:800] * 400) * np.sin(6.283 * f * times[:800]))[
                : len(times)
            ]
            for f in (random.uniform(300, 800), random.uniform(900, 2200), 2600.0)
        )
        vowel = np.minimum(times / 0.02, 1) * np.minimum((times[-1] - times) / 0.05, 1) * formants
        burst = band(noise(0.03, seed), 1500, 6000) * np.exp(-np.arange(1440) / 300)
        out += [0.25 * burst, 0.5 * vowel / max(np.abs(vowel).max(), 1e-9)]
        out.append(np.zeros(round(random.uniform(0.02, 0.25) * RATE)))
    return np.concatenate(out)


@pytest.mark.parametrize("seed", range(6))
def test_speech_is_no_clap(seed: int) -> None:
    assert count(scene((0.5, speech(seed)), seconds=5.0)) == 0


@pytest.mark.parametrize("seed", range(4))
def test_steps_and_landings_are_no_claps(seed: int) -> None:
    steps = [(0.6 + 0.7 * k, step(seed + k)) for k in range(6)]
    assert count(scene(*steps, seconds=5.0)) == 0


@pytest.mark.parametrize("name", tones.SOUNDS)
def test_the_sounds_of_the_program_are_no_claps(name: tones.Sound) -> None:
    values = tones.samples(name) / 32768
    times = np.arange(0, len(values) / tones.RATE, 1 / RATE)
    played = np.interp(times, np.arange(len(values)) / tones.RATE, values)
    detector = ClapDetector()
    quiet = scene((1.5, 0.5 * played), seconds=4.0)
    assert count(quiet[: RATE * 3 // 2], detector) == 0
    detector.ignore(1.0)
    assert count(quiet[RATE * 3 // 2 :], detector) == 0


def test_a_clap_after_a_sound_of_the_program_is_heard_again() -> None:
    detector = ClapDetector()
    detector.ignore(1.0)
    assert count(scene((0.9, clap(0.5)), (3.0, clap(0.5)), seconds=4.5), detector) == 1


def test_applause_is_no_clap() -> None:
    many = [(0.6 + 0.19 * k, clap(0.5, seed=k)) for k in range(15)]
    # The last of it has quiet after it, but none before.
    assert count(scene(*many, seconds=5.0)) == 0


def test_music_noise_and_silence_are_no_claps() -> None:
    times = np.arange(4 * RATE) / RATE
    tune = 0.3 * np.sin(6.283 * 880 * times) * (np.mod(times, 0.5) < 0.3)
    assert count(tune.astype(np.float32)) == 0
    assert count((0.3 * noise(4.0)).clip(-1, 1).astype(np.float32)) == 0
    assert count(np.zeros(4 * RATE, np.float32)) == 0
