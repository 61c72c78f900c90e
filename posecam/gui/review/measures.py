"""What the table of angles says about a stretch of a take. No widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.gui.shared.translation import mark, plural, tr, tr_core, tr_marked
from posecam.kinematics import Range, find_repetitions, range_of_motion, speeds
from posecam.kinematics.moves import Contact, Foot, Moves

FloatArray = NDArray[np.float64]

_CONTACTS: Final[dict[Contact, str]] = {
    "flat": mark("flat"),
    "heel": mark("heel"),
    "toes": mark("toes"),
    "air": mark("in the air"),
}
_SIDES: Final = {"r_": "Right ", "l_": "Left "}


def title(angle: str) -> str:
    """An angle's name for people, in the language of the windows: "Right knee flexion"."""
    return tr_core(english_title(angle))


def english_title(angle: str) -> str:
    """An angle's name in English."""
    for start, side in _SIDES.items():
        if angle.startswith(start):
            return side + angle.removeprefix(start).replace("_", " ")
    return angle.replace("_", " ").capitalize()


@dataclass(frozen=True, slots=True)
class Measures:
    """Of one angle between two moments.

    Attributes:
        extent: lowest and highest value, degrees.
        repetitions: how often it went up and down again.
        fastest: highest rate of change in either direction, degrees a second; not a number where
            there is none.
    """

    extent: Range
    repetitions: int
    fastest: float


def measure(times: FloatArray, values: FloatArray, first: int, last: int) -> Measures:
    """Measures of (N,) degrees at (N,) seconds from row `first` to `last`, both included."""
    t, v = times[first : last + 1], values[first : last + 1]
    rate = np.abs(speeds(t, v))
    known = rate[np.isfinite(rate)]
    return Measures(
        range_of_motion(v),
        len(find_repetitions(t, v)),
        float(known.max()) if len(known) else float("nan"),
    )


def contact_word(contact: Contact | None) -> str:
    """What of a foot rests on the ground, in a word; a dash where it is not seen."""
    return "–" if contact is None else tr_marked(_CONTACTS[contact])


def moved(moves: Moves) -> str:
    """Steps and jumps for a cell: "12 steps, 108/min, right 0.55 s, 61 %, left 0.56 s, 60 %"."""
    words: list[str] = []
    if moves.walks:
        words.append(plural("%n step", "%n steps", moves.steps))
        words.append(tr("{cadence:.0f}/min", cadence=moves.cadence))
        sides: tuple[tuple[str, Foot], ...] = ((tr("right"), "right"), (tr("left"), "left"))
        for side, foot in sides:
            seconds, share = moves.step_time(foot), moves.stance_share(foot)
            if np.isfinite(seconds):
                words.append(tr("{side} {seconds:.2f} s", side=side, seconds=seconds))
            if np.isfinite(share):
                words.append(tr("{side} stands {share:.0f} %", side=side, share=100 * share))
    if moves.jumps:
        words.append(plural("%n jump", "%n jumps", len(moves.jumps)))
        words.append(tr("up to {height:.0f} cm", height=moves.highest_mm / 10))
    return ", ".join(words) or "–"


def degrees(value: float) -> str:
    """For a cell: whole degrees, a dash where there is no number."""
    return f"{round(value)}°" if np.isfinite(value) else "–"


def degrees_a_second(value: float) -> str:
    return f"{round(value)}°/s" if np.isfinite(value) else "–"
