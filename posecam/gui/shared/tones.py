"""Short sounds, generated: what they are. No Qt."""

from __future__ import annotations

import io
import wave
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

RATE: Final = 44_100
#: Share of the loudest there is; seconds that a tone takes to swell and to fade.
_LOUD, _SWELL_S, _FADE_S = 0.8, 0.004, 0.05
#: Of the overtones that make a tone carry across a room through small loudspeakers.
_OVERTONES: Final = (1.0, 0.35, 0.15)

Sound = Literal["tick", "start", "stop", "repetition", "marker"]


@dataclass(frozen=True, slots=True)
class _Tone:
    """One frequency for so long."""

    hertz: float
    seconds: float


#: Up for a start, down for an end; the others are short and between the two.
_TONES: Final[dict[Sound, tuple[_Tone, ...]]] = {
    "tick": (_Tone(659.3, 0.12),),
    "start": (_Tone(659.3, 0.12), _Tone(1318.5, 0.35)),
    "stop": (_Tone(1318.5, 0.12), _Tone(659.3, 0.40)),
    "repetition": (_Tone(987.8, 0.10),),
    "marker": (_Tone(1975.5, 0.07),),
}
SOUNDS: Final[tuple[Sound, ...]] = tuple(_TONES)


def samples(sound: Sound) -> NDArray[np.int16]:
    """(N,) samples at `RATE`, one channel."""
    parts = [_wave_of(tone) for tone in _TONES[sound]]
    return np.round(np.concatenate(parts) * 32767).astype(np.int16)


def wav(sound: Sound) -> bytes:
    """The same as a .wav file."""
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(samples(sound).tobytes())
    return file.getvalue()


def _wave_of(tone: _Tone) -> NDArray[np.float64]:
    times = np.arange(round(tone.seconds * RATE)) / RATE
    voice = sum(
        share * np.sin(2 * np.pi * tone.hertz * order * times)
        for order, share in enumerate(_OVERTONES, start=1)
    )
    swell = np.minimum(times / _SWELL_S, 1.0)
    fade = np.minimum((tone.seconds - times) / _FADE_S, 1.0)
    return np.asarray(_LOUD / sum(_OVERTONES) * voice * swell * fade, np.float64)
