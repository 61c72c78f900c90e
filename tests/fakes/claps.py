"""Claps of the hands, made of noise."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

RATE = 48_000


def noise(seconds: float, seed: int = 0) -> NDArray[np.float64]:
    return np.asarray(np.random.default_rng(seed).standard_normal(round(seconds * RATE)))


def band(sound: NDArray[np.float64], low: float, high: float) -> NDArray[np.float64]:
    """Only what lies between two frequencies, Hz."""
    spectrum = np.fft.rfft(sound)
    hertz = np.fft.rfftfreq(len(sound), 1 / RATE)
    spectrum[(hertz < low) | (hertz > high)] = 0
    found: NDArray[np.float64] = np.fft.irfft(spectrum, len(sound))
    return np.asarray(found / np.abs(found).max())


def clap(loud: float, room_s: float = 0.3, seed: int = 0) -> NDArray[np.float64]:
    """A burst of 1 to 3 kHz, and a room that dies down by 60 dB in that time."""
    times = np.arange(round(0.5 * RATE)) / RATE
    burst = band(noise(0.5, seed), 900, 3500) * np.exp(-times / 0.004)
    room = band(noise(0.5, seed + 1), 300, 4000) * 10 ** (-3 * times / room_s) * 0.12
    both = burst + room
    return np.asarray(loud * both / np.abs(both).max())
