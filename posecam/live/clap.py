"""A clap of the hands: a start without the keyboard, from what a microphone hears.

A clap is there within five milliseconds, bright, and gone within a tenth of a second, with quiet
before and after. Speech goes on after its consonants, steps are dull, beeps last, and whoever
applauds does it again at once.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

#: Seconds of one frame, and what is looked at before a clap and after it.
_FRAME_S: Final = 0.0025
_BEFORE_S: Final = 0.4
_AFTER_S: Final = 0.4
#: From when on after its beginning a clap has died down.
_GONE_S: Final = 0.1
#: Loudness of the loudest sample: a clap at four metres, into a microphone of little gain.
_LOUD: Final = 0.03
#: How many times the power of others the loudest frame has at least: of the mean before, of those
#: right before it, of the mean after, and of the loudest after.
_OVER_BEFORE, _OVER_RISE, _OVER_AFTER, _OVER_AGAIN = 60.0, 15.0, 25.0, 4.0
#: Share of the power that is in the notes of a clap, 1 to 6 kHz; and over how many seconds the
#: difference is taken that lets these through: hiss is above them, steps and fans are below.
_BRIGHT: Final = 0.03
_STEP_S: Final = 4 / 48_000
#: Seconds after a clap in which no other counts.
_REST_S: Final = 1.0


class ClapDetector:
    """Listens to sound as it comes. A clap is told 0.4 s after it: what follows says what it was.

    Example:
        claps = ClapDetector()
        if claps.add(block.samples, block.rate):
            toggle()
    """

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forget what was heard."""
        self._rest = np.zeros(0, np.float32)
        self._before = np.zeros(0, np.float32)
        self._frames = np.zeros((0, 3))  # power of a clap's notes, of all, and the loudest sample
        self._deaf = 0
        self._rate = 0.0

    def ignore(self, seconds: float) -> None:
        """Hear nothing for so long from now on: the program itself makes a sound."""
        self._deaf = max(self._deaf, round((seconds + _AFTER_S) / _FRAME_S))

    def add(self, samples: NDArray[np.float32], rate: float) -> bool:
        """Take in the sound that follows; whether a clap was in it.

        Args:
            samples: (N,) -1..1.
            rate: of them, a second.
        """
        if rate != self._rate:
            deaf = self._deaf
            self.clear()
            self._rate, self._deaf = rate, deaf
        size = max(round(_FRAME_S * rate), 1)
        sound = np.concatenate([self._rest, samples])
        whole = len(sound) // size * size
        self._rest = sound[whole:]
        if not whole:
            return False
        parts = sound[:whole].reshape(-1, size)
        power = (self._notes(sound[:whole]).reshape(-1, size) ** 2).mean(1)
        new = np.stack([power, (parts**2).mean(1, dtype=np.float64), np.abs(parts).max(1)], 1)
        return self._look(new)

    def _notes(self, sound: NDArray[np.float32]) -> NDArray[np.float64]:
        """What is left of it between about 1 and 6 kHz: steps between means of some samples."""
        lag = max(round(_STEP_S * self._rate), 1)
        if len(self._before) < 2 * lag:
            self._before = np.zeros(2 * lag, np.float32)
        longer = np.concatenate([self._before, sound]).astype(np.float64)
        self._before = longer[-2 * lag :].astype(np.float32)
        sums = np.cumsum(longer)
        means = (sums[lag:] - sums[:-lag]) / lag
        steps: NDArray[np.float64] = (means[lag:] - means[:-lag]) / 2
        return steps

    def _look(self, new: NDArray[np.float64]) -> bool:
        before, after = round(_BEFORE_S / _FRAME_S), round(_AFTER_S / _FRAME_S)
        self._frames = np.concatenate([self._frames, new])
        found = False
        # Each frame that has by now what must be before and after it.
        end = len(self._frames) - after
        for at in range(max(before, end - len(new)), end):
            self._deaf = max(self._deaf - 1, 0)
            if not self._deaf and self._is_clap(at):
                found = True
                self._deaf = round(_REST_S / _FRAME_S)
        self._frames = self._frames[-(before + after) :]
        return found

    def _is_clap(self, at: int) -> bool:
        """Whether the frame is the loudest of a clap."""
        frames, per_s = self._frames, round(1 / _FRAME_S)
        steps = frames[:, 0]
        peak = steps[at]
        near = slice(at - 2, at + round(_GONE_S * per_s))
        if frames[at - 1 : at + 3, 2].max() < _LOUD or peak < steps[near].max():
            return False
        early = steps[at - round(_BEFORE_S * per_s) : at - 3]
        late = steps[at + round(_GONE_S * per_s) : at + round(_AFTER_S * per_s)]
        body = frames[at - 1 : at + 5]
        bright = body[:, 0].sum() / max(body[:, 1].sum(), 1e-12)
        return bool(
            peak > _OVER_RISE * steps[at - 5 : at - 2].max()
            and peak > _OVER_BEFORE * early.mean()
            and peak > _OVER_RISE * early.max()
            and peak > _OVER_AFTER * late.mean()
            and peak > _OVER_AGAIN * late.max()
            and bright > _BRIGHT
        )
