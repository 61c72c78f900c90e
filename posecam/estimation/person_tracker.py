"""Everybody who is followed or remembered: who is who, who is new, who is the main person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.estimation.appearance import Appearance
from posecam.estimation.crops import Crop, crop_around
from posecam.estimation.detector import FOUND_BOX_SCORE
from posecam.estimation.inference import Observation
from posecam.estimation.pose_filter import PoseFilter
from posecam.estimation.track import PATIENCE_S, REMEMBERED_S, Track, same_person
from posecam.geometry import box_overlap, joints_box
from posecam.pose import HIDDEN_SCORE, Frame

Array = NDArray[np.floating]

# Scores of a person: found above the first, without the detector's help, and kept above the second.
FOUND_SCORE: Final = 0.45
KEPT_SCORE: Final = 0.30
# What the detector's score is above its own threshold the pose's may be below, down to this.
LEAST_SCORE: Final = 0.27
# A person seen in this many frames is not taken for a second look at another person.
_KNOWN: Final = 15
# A person who is the main person stays it for so long at least, unless another is chosen.
_MAIN_AT_LEAST_S: Final = 1.0
# The place of a person known is kept for so long from those who cannot be them,
_KEPT_PLACE_S: Final = 2.0
# being larger or smaller in the image by more than this factor.
_OTHER_SIZE: Final = 1.7
# The main person may be out of sight for so long before another takes the place meanwhile.
_MAIN_GONE_S: Final = 1.0
# and who has never moved for so long makes way for a person who has.
_STILL_S: Final = 2.0
# What leaving a look without a person costs, beside the costs of `Track.cost`.
_NO_PERSON: Final = 5.0
# A look at where a person should be is preferred to one at where the detector saw a person.
_OWN: Final = 0.05
# Whose bodies overlap by more than this in the image learn nothing of each other's clothes.
_NEAR: Final = 0.1


@dataclass(slots=True, eq=False)
class _Seen:
    """A look that sees a person.

    Attributes:
        look: the look.
        wanted: the crop that it asks for.
        new: whether it is sure enough for a newcomer.
        support: the detector's score of this person.
        owner: whose expected place it is that was looked at.
    """

    observation: Observation
    wanted: Crop
    new: bool
    support: float
    owner: Track | None


class PersonTracker:
    """The people, by number.

    Args:
        make_body: of a new person.
    """

    def __init__(self, make_filter: Callable[[], PoseFilter]) -> None:
        self.tracks: list[Track] = []
        self.main_id: int | None = None
        self._favourite: int | None = None
        self._chosen = False
        self._main_since = -np.inf
        self._make_filter = make_filter
        self._next_id = 0

    def clear(self) -> None:
        """Forget everybody; numbers are not given twice."""
        self.tracks.clear()
        self.main_id = self._favourite = None
        self._chosen, self._main_since = False, -np.inf

    def choose(self, person_id: int | None) -> None:
        """Make a person the main one; None: the present one, until they are gone."""
        self._chosen = self._of(person_id) is not None
        self._favourite = person_id if self._chosen else None
        if self._chosen:
            self.main_id = person_id

    def at(self, x: float, y: float) -> int | None:
        """Who is at a point of the frame, px: the one whose middle is nearest, None for no
        person."""
        best: tuple[float, int] | None = None
        for track in self.tracks:
            left, top, width, height = body_box(track.joints_2d, track.scores)
            margin = 0.1 * max(width, height)
            inside = -margin <= x - left <= width + margin and -margin <= y - top <= height + margin
            if inside and track.last_seen == max(t.last_seen for t in self.tracks):
                away = float(np.hypot(x - left - width / 2, y - top - height / 2))
                best = min(best or (away, track.person_id), (away, track.person_id))
        return best[1] if best is not None else None

    def followed(self, time: float, most: int) -> list[Track]:
        """At most so many people to look for where they should be, the main one first."""
        found = [t for t in self.tracks if time - t.last_seen <= PATIENCE_S]
        found.sort(key=lambda t: (t.person_id != self.main_id, -t.last_seen, -t.size))
        return found[:most]

    def settle(
        self,
        frame: Frame,
        own: Sequence[tuple[Track, Observation]],
        others: Sequence[tuple[float, Observation]],
        most: int,
    ) -> list[tuple[Track, Observation]]:
        """Say who is seen in a frame, the main person first.

        Args:
            frame: the frame.
            own: people followed, with the look at where each should be.
            others: the detector's scores of others, with the look at each.
            most: people at once.
        """
        seen, merged = _distinct(frame, own, others)
        clothes = _Clothes(frame, seen)
        self._merge(merged)
        matched = self._matched(frame.time, seen, clothes)
        for track, _ in own:
            track.missed = True
        alone = _alone(seen)
        settled: list[tuple[Track, Observation]] = []
        for row, found in enumerate(seen):
            if (known := matched[row]) is not None:
                known.see(frame, found.observation, found.wanted, alone=alone[row])
                settled.append((known, found.observation))
        for row, found in enumerate(seen):
            if matched[row] is not None or not found.new:
                continue
            if len(settled) + self._kept_places(frame.time, found, settled) < most:
                pose_filter = self._make_filter()
                newcomer = Track(
                    self._next_id,
                    frame,
                    found.observation,
                    found.wanted,
                    pose_filter,
                    found.support,
                )
                self._next_id += 1
                self.tracks.append(newcomer)
                settled.append((newcomer, found.observation))
        self._forget(frame.time)
        self._pick_main(frame.time, [track for track, _ in settled])
        settled.sort(key=lambda pair: (pair[0].person_id != self.main_id, -pair[0].size))
        return settled

    def begin(self, frame: Frame, observation: Observation, support: float) -> int | None:
        """Follow a person whom a person has pointed at, as the main one; returns the number.

        Args:
            frame: the frame.
            look: at them.
            support: the detector's score.

        None where no person is seen there.
        """
        wanted = crop_around(observation.body_2d, observation.body_scores, frame.size)
        if wanted is None or observation.score < KEPT_SCORE:
            return None
        track = Track(self._next_id, frame, observation, wanted, self._make_filter(), support)
        self._next_id += 1
        self.tracks.append(track)
        self.choose(track.person_id)
        return track.person_id

    def _kept_places(
        self, time: float, found: _Seen, settled: Sequence[tuple[Track, Observation]]
    ) -> int:
        """How many people of whom this is none may come back to places of their own."""
        here = {track.person_id for track, _ in settled}
        return sum(
            track.person_id not in here
            and track.sightings >= _KNOWN
            and time - track.last_seen <= _KEPT_PLACE_S
            and not 1 / _OTHER_SIZE <= found.observation.size / track.size <= _OTHER_SIZE
            for track in self.tracks
        )

    def _of(self, person_id: int | None) -> Track | None:
        return next((t for t in self.tracks if t.person_id == person_id), None)

    def _matched(self, time: float, seen: Sequence[_Seen], clothes: _Clothes) -> list[Track | None]:
        """The track of each look, such that all costs together are least.

        What people wear is looked at where a person comes back, or where two could be one.
        """
        near = [
            [
                (cost, t)
                for t in self.tracks
                if (cost := t.cost(found.observation, time)) is not None
            ]
            for found in seen
        ]
        claims = Counter(track.person_id for row in near for _, track in row)
        rows = []
        for number, row in enumerate(near):
            costs = []
            for cost, track in row:
                sure = len(row) == 1 and claims[track.person_id] == 1
                if not (sure and time - track.last_seen <= PATIENCE_S):
                    dressed = track.mismatch(clothes[number], time)
                    if dressed is None:
                        continue
                    costs.append((cost + dressed, track))
                else:
                    costs.append((cost, track))
            rows.append(costs)
        return _cheapest(rows, 0, frozenset())[1]

    def _merge(self, pairs: Sequence[tuple[Track, Track]]) -> None:
        """Of two people at one place one goes who has not been known for long.

        Those known for longer are taken to hide each other for a moment.
        """
        for pair in pairs:
            younger = min(pair, key=lambda track: track.sightings)
            if younger.sightings < _KNOWN and younger in self.tracks:
                self.tracks.remove(younger)

    def _forget(self, time: float) -> None:
        self.tracks[:] = [t for t in self.tracks if time - t.last_seen <= REMEMBERED_S]

    def _pick_main(self, time: float, shown: Sequence[Track]) -> None:
        """The favourite while they are there; for the time that they are away, another.

        A person who has not moved for seconds, as a poster does not, makes way for a person who
        does, unless they were chosen.
        """
        favourite, main = self._of(self._favourite), self._of(self.main_id)
        settled = time - self._main_since >= _MAIN_AT_LEAST_S or main is None or self._chosen
        if favourite is not None and time - favourite.last_seen <= _MAIN_GONE_S and settled:
            main = favourite
        elif (main is None or time - main.last_seen > _MAIN_GONE_S) and shown:
            main = max(shown, key=lambda track: (track.moved, track.size))
        moving = [track for track in shown if track.moved]
        still = main is not None and not main.moved and time - main.first_seen > _STILL_S
        if still and moving and not self._chosen:
            main = favourite = max(moving, key=lambda track: track.size)
            self._favourite = main.person_id
        if main is None or main.person_id != self.main_id:
            self._main_since = time
        self.main_id = None if main is None else main.person_id
        if favourite is None:
            self._favourite, self._chosen = self.main_id, False


class _Clothes:
    """What each look's person wears, seen when first asked for."""

    def __init__(self, frame: Frame, seen: Sequence[_Seen]) -> None:
        self._frame, self._seen = frame, seen
        self._known: dict[int, Appearance] = {}

    def __getitem__(self, row: int) -> Appearance:
        if row not in self._known:
            observation = self._seen[row].observation
            self._known[row] = Appearance.of(
                self._frame.image, observation.body_2d, observation.body_scores
            )
        return self._known[row]


def _distinct(
    frame: Frame,
    own: Sequence[tuple[Track, Observation]],
    others: Sequence[tuple[float, Observation]],
) -> tuple[list[_Seen], list[tuple[Track, Track]]]:
    """The looks that see a person, each person once; and people followed who are seen as one."""
    usable: list[tuple[float, _Seen]] = []

    def add(observation: Observation, least: float, support: float, owner: Track | None) -> None:
        wanted = crop_around(observation.body_2d, observation.body_scores, frame.size)
        if wanted is not None and observation.score >= least:
            new = observation.score >= least_score(support)
            preference = observation.score + _OWN * (owner is not None)
            usable.append((preference, _Seen(observation, wanted, new, support, owner)))

    for track, observation in own:
        least = least_score(track.support)
        add(observation, min(least, KEPT_SCORE) if track.support else least, track.support, track)
    for support, observation in others:
        add(observation, least_score(support), support, None)
    distinct: list[_Seen] = []
    merged: list[tuple[Track, Track]] = []
    for _, found in sorted(usable, key=lambda pair: -pair[0]):
        same = next((o for o in distinct if same_person(found.observation, o.observation)), None)
        if same is None:
            distinct.append(found)
        elif same.owner is not None and found.owner is not None:
            merged.append((same.owner, found.owner))
    return distinct, merged


def least_score(support: float) -> float:
    """The least score of a newcomer whom the detector gives this score."""
    return max(FOUND_SCORE - max(support - FOUND_BOX_SCORE, 0.0), LEAST_SCORE)


def _cheapest(
    rows: Sequence[Sequence[tuple[float, Track]]], start: int, taken: frozenset[int]
) -> tuple[float, list[Track | None]]:
    """The cheapest way to give each row a track of its own, or none."""
    if start == len(rows):
        return 0.0, []
    cost, rest = _cheapest(rows, start + 1, taken)
    best = (cost + _NO_PERSON, [None, *rest])
    for own, track in rows[start]:
        if track.person_id not in taken:
            cost, rest = _cheapest(rows, start + 1, taken | {track.person_id})
            if own + cost < best[0]:
                best = (own + cost, [track, *rest])
    return best


def _alone(seen: Sequence[_Seen]) -> list[bool]:
    boxes = np.array([body_box(f.observation.body_2d, f.observation.body_scores) for f in seen])
    return [
        bool((np.delete(box_overlap(boxes, box), i) <= _NEAR).all()) for i, box in enumerate(boxes)
    ]


def body_box(joints_2d: Array, scores: Array) -> tuple[float, float, float, float]:
    """x, y, w, h of the joints that are seen, px."""
    mask = scores >= HIDDEN_SCORE
    x, y, w, h = joints_box(joints_2d, mask if mask.any() else None)
    return float(x), float(y), float(w), float(h)
