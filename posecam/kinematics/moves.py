"""What a person does on their feet: steps, stances and jumps, and what they come to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from posecam.pose import TOUCHING

Foot = Literal["right", "left"]
FEET: Final[tuple[Foot, Foot]] = ("right", "left")
#: What of a foot rests on the ground: heel and toes, one of them, or nothing.
Contact = Literal["flat", "heel", "toes", "air"]


def contacts_of(
    chances: NDArray[np.floating] | None,
) -> tuple[Contact | None, Contact | None]:
    """Of the right and the left foot, from `Pose.contacts`; None of a foot that is not seen."""
    if chances is None:
        return None, None
    words: dict[tuple[bool, bool], Contact] = {
        (True, True): "flat",
        (True, False): "heel",
        (False, True): "toes",
        (False, False): "air",
    }
    right, left = (
        words[bool(heel >= TOUCHING), bool(toes >= TOUCHING)] if np.isfinite(heel + toes) else None
        for heel, toes in chances.reshape(2, 2)
    )
    return right, left


@dataclass(frozen=True, slots=True)
class Step:
    """From the strike of one foot to that of the other.

    Attributes:
        foot: that strikes at its end.
        start, end: seconds.
    """

    foot: Foot
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Stance:
    """A foot on the ground.

    Attributes:
        foot: which.
        start, end: seconds of its strike and of its leaving the ground.
        share: of its stride, 0..1; where the next strike of the same foot is not seen, of two
            usual steps.
    """

    foot: Foot
    start: float
    end: float
    share: float


@dataclass(frozen=True, slots=True)
class Walk:
    """A stretch of steps without a pause."""

    steps: tuple[Step, ...]
    stances: tuple[Stance, ...]

    @property
    def start(self) -> float:
        """Second of the first strike."""
        return self.steps[0].start

    @property
    def end(self) -> float:
        """Second of the last strike."""
        return self.steps[-1].end

    @property
    def cadence(self) -> float:
        """Steps a minute."""
        return 60 * len(self.steps) / (self.end - self.start)

    def step_time(self, foot: Foot) -> float:
        """Mean seconds of the steps that end with this foot; not a number where there is none."""
        return _mean([step.end - step.start for step in self.steps if step.foot == foot])

    def stance_share(self, foot: Foot) -> float:
        """Mean share of the stride that this foot stands; not a number where it is not seen."""
        return _mean([stance.share for stance in self.stances if stance.foot == foot])


@dataclass(frozen=True, slots=True)
class Jump:
    """Both feet in the air.

    Attributes:
        start, end: seconds of leaving the ground and of landing.
        height_mm: that the body rises by.
    """

    start: float
    end: float
    height_mm: float


@dataclass(frozen=True, slots=True)
class Moves:
    """The steps and jumps of a stretch of a take; what is not there is not a number."""

    walks: tuple[Walk, ...] = ()
    jumps: tuple[Jump, ...] = ()

    @property
    def steps(self) -> int:
        """Of all walks."""
        return sum(len(walk.steps) for walk in self.walks)

    @property
    def cadence(self) -> float:
        """Steps a minute of walking."""
        seconds = sum(walk.end - walk.start for walk in self.walks)
        return 60 * self.steps / seconds if seconds else float("nan")

    def step_time(self, foot: Foot) -> float:
        """Mean seconds of the steps that end with this foot."""
        steps = [step for walk in self.walks for step in walk.steps if step.foot == foot]
        return _mean([step.end - step.start for step in steps])

    def stance_share(self, foot: Foot) -> float:
        """Mean share of the stride that this foot stands, 0..1."""
        stances = [one for walk in self.walks for one in walk.stances if one.foot == foot]
        return _mean([stance.share for stance in stances])

    @property
    def highest_mm(self) -> float:
        """Of the jumps."""
        return max((jump.height_mm for jump in self.jumps), default=float("nan"))

    def within(self, first: float, last: float) -> Moves:
        """Those steps, stances and jumps that begin and end between two seconds."""

        def inside(one: Step | Stance | Jump) -> bool:
            return first <= one.start and one.end <= last

        walks = (
            Walk(tuple(filter(inside, walk.steps)), tuple(filter(inside, walk.stances)))
            for walk in self.walks
        )
        kept = tuple(walk for walk in walks if walk.steps)
        return Moves(kept, tuple(filter(inside, self.jumps)))

    def sentences(self) -> list[str]:
        """What it says of them, in English; nothing where there are none."""
        found = []
        if self.walks:
            sides = [
                f"{foot} step {_number(self.step_time(foot), '.2f', ' s')},"
                f" stance {_number(100 * self.stance_share(foot), '.0f', ' % of the stride')}"
                for foot in FEET
            ]
            found.append(f"{self.steps} steps, {self.cadence:.0f} a minute: {'; '.join(sides)}.")
        if self.jumps:
            count = f"{len(self.jumps)} jumps" if len(self.jumps) > 1 else "1 jump"
            found.append(f"{count}, by flight time up to {self.highest_mm / 10:.0f} cm high.")
        return found


def _number(value: float, form: str, unit: str) -> str:
    return f"{value:{form}}{unit}" if np.isfinite(value) else "not seen"


def _mean(values: list[float]) -> float:
    return float(np.mean(values)) if values else float("nan")
