"""One person, from frame to frame: where they were, where they will be, what they wear."""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.estimation.appearance import Appearance
from posecam.estimation.crops import PLACING_SCORE, Crop, follow
from posecam.estimation.inference import Observation
from posecam.estimation.pose_filter import PoseFilter
from posecam.pose import SURE_SCORE, Frame

Array = NDArray[np.floating]

#: A person not seen for longer than this is not looked for where they should be any more.
PATIENCE_S: Final = 0.25
#: But known again for so long, where they come back in a plausible place.
REMEMBERED_S: Final = 4.0

_VELOCITY_TAU_S: Final = 0.15
# No person is taken to go straight on for longer than this.
_COASTING_S: Final = 0.8
_LEARN_EVERY: Final = 5
# The detector may overlook a person this many times.
_UNSUPPORTED: Final = 3
_MOVED: Final = 0.06
# Two looks see the same person where this share of their joints lies this near, in body sizes.
_SAME_SHARE: Final = 0.5
_SAME_APART: Final = 0.07
_FEWEST_COMMON: Final = 3
# A single joint counts no farther than this: left and right are sometimes taken for each other.
_FARTHEST: Final = 1.0
# How far from the expected place a person may be, in body sizes: at once, and more a second.
_REACH: Final = 0.35
_REACH_PER_S: Final = 0.9
_FARTHEST_REACH: Final = 2.0
_GROWTH: Final = math.log(1.7)
# and how much nearer or farther they may come in a second.
_GROWTH_PER_S: Final = 0.25
# Clothes farther apart than this are another person's.
_OTHER_CLOTHES: Final = 0.45
_UNKNOWN_CLOTHES: Final = 0.2
_CLOTHES_WEIGHT: Final = 4.0
# Of two people at one place the one stays who was seen there in the frame before.
_MISSED_COST: Final = 0.3


class Track:
    """A person being followed, or remembered.

    Attributes:
        person_id: number of the person.
        crop: where to look next, as of `last_seen`.
        flat, scores, size, score: of the last look.
        last_seen: seconds.
        first_seen: seconds.
        moved: whether they ever moved: a poster never does.
        sightings: frames in which the person was seen.
        missed: not seen in the last frame in which they were looked for.
        support: the detector's score when it last saw them; 0 where it has not, again and again.
        clothes: what they wear, learnt while no person is near.
        body: their smoothing and size.
    """

    def __init__(
        self,
        person_id: int,
        frame: Frame,
        observation: Observation,
        wanted: Crop,
        pose_filter: PoseFilter,
        support: float,
    ) -> None:
        self.person_id = person_id
        self.crop = wanted
        self.joints_2d = observation.body_2d
        self.scores = observation.body_scores
        self.size = observation.size
        self.score = observation.score
        self.last_seen = self.first_seen = frame.time
        self.moved = False
        self._home = observation
        self.sightings = 1
        self.missed = False
        self.support = support
        self._unsupported = 0
        self.clothes = Appearance.of(frame.image, observation.body_2d, observation.body_scores)
        self.pose_filter = pose_filter
        self._velocity = np.zeros(2)

    def see(self, frame: Frame, observation: Observation, wanted: Crop, *, alone: bool) -> None:
        """Take in this frame's look.

        Args:
            wanted: the crop that its joints ask for.
            alone: no one else is near: what is seen here is this person's clothes.
        """
        gap = frame.time - self.last_seen
        if 0 < gap <= PATIENCE_S:
            common = (self.scores >= PLACING_SCORE) & (observation.body_scores >= PLACING_SCORE)
            if common.sum() >= _FEWEST_COMMON:
                moved = (
                    np.median(observation.body_2d[common] - self.joints_2d[common], axis=0) / gap
                )
                share = 1 - math.exp(-gap / _VELOCITY_TAU_S)
                self._velocity += share * (moved - self._velocity)
            self.crop = follow(self.crop, wanted)
        elif gap > 0:
            self._velocity[:] = 0
            self.crop = wanted
        self.moved = self.moved or _has_moved(self._home, observation)
        self.joints_2d, self.scores = observation.body_2d, observation.body_scores
        self.size, self.score = observation.size, observation.score
        self.last_seen = frame.time
        self.sightings += 1
        self.missed = False
        if alone and self.sightings % _LEARN_EVERY == 0:
            self.clothes.learn(
                Appearance.of(frame.image, observation.body_2d, observation.body_scores)
            )

    def found(self, score: float | None) -> None:
        """What the detector says of this person; None where it does not see them."""
        if score is not None:
            self.support, self._unsupported = score, 0
            return
        self._unsupported += 1
        if self._unsupported >= _UNSUPPORTED:
            self.support = 0.0

    def place(self, time: float) -> Crop:
        """Where to look at `time`."""
        dx, dy = self._shift(time)
        return Crop(self.crop.cx + dx, self.crop.cy + dy, self.crop.side)

    def expected(self, time: float) -> Array:
        """(16, 2) px of the frame: where the joints should be at `time`."""
        return self.joints_2d + self._shift(time)

    def apart(self, observation: Observation, time: float) -> float:
        """How far a look is from where this person should be, in body sizes."""
        common = (self.scores >= PLACING_SCORE) & (observation.body_scores >= PLACING_SCORE)
        # Not the larger: a near stranger would be close to everybody far away.
        size = math.sqrt(self.size * observation.size)
        if common.sum() < _FEWEST_COMMON:
            there = np.array([observation.crop.cx, observation.crop.cy])
            here = np.array([self.crop.cx, self.crop.cy]) + self._shift(time)
            return float(np.linalg.norm(there - here)) / size
        steps = (
            np.linalg.norm(observation.body_2d[common] - self.expected(time)[common], axis=1) / size
        )
        return float(np.minimum(steps, _FARTHEST + np.median(steps)).mean())

    def cost(self, observation: Observation, time: float) -> float | None:
        """How unlikely a look's place is for this person, below 2; None where they cannot be there.

        Args:
            look: at anybody.
            time: of the frame, seconds.
        """
        gap = time - self.last_seen
        reach = min(_REACH + _REACH_PER_S * gap, _FARTHEST_REACH)
        apart = self.apart(observation, time)
        if (
            apart > reach
            or abs(math.log(observation.size / self.size)) > _GROWTH + _GROWTH_PER_S * gap
        ):
            return None
        return apart / reach + (_MISSED_COST if self.missed else 0.0)

    def mismatch(self, clothes: Appearance, time: float) -> float | None:
        """What it costs that a person wears these clothes; None where it is another person."""
        other = self.clothes.distance(clothes)
        if other is None:
            return _CLOTHES_WEIGHT * _UNKNOWN_CLOTHES
        if time - self.last_seen > PATIENCE_S and other > _OTHER_CLOTHES:
            return None
        return _CLOTHES_WEIGHT * other

    def _shift(self, time: float) -> NDArray[np.float64]:
        return self._velocity * min(max(time - self.last_seen, 0.0), _COASTING_S)


def _has_moved(before: Observation, now: Observation) -> bool:
    """Whether a surely seen joint is elsewhere by more than a network trembles."""
    sure = (before.body_scores >= SURE_SCORE) & (now.body_scores >= SURE_SCORE)
    steps = np.linalg.norm(now.body_2d[sure] - before.body_2d[sure], axis=1)
    return bool((steps > _MOVED * max(before.size, now.size)).any())


def same_person(one: Observation, other: Observation) -> bool:
    """Whether two looks see the same person."""
    common = (one.body_scores >= PLACING_SCORE) & (other.body_scores >= PLACING_SCORE)
    if common.sum() < _FEWEST_COMMON:
        return False
    apart = np.linalg.norm(one.body_2d[common] - other.body_2d[common], axis=1)
    return float((apart < _SAME_APART * max(one.size, other.size)).mean()) >= _SAME_SHARE
