"""Reads a session back, however it ended."""

from __future__ import annotations

import time as clock
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from posecam.errors import SessionError
from posecam.kinematics.floor import take_floor
from posecam.pose import Floor, Frame, Pose
from posecam.session.checked import SOUND
from posecam.session.index import read_lines
from posecam.session.manifest import (
    MANIFEST,
    OFFLINE_POSES,
    POSES,
    Found,
    Manifest,
    find_manifest,
    video_name,
)
from posecam.session.people import main_person_rows
from posecam.session.sound import is_sound
from posecam.session.video import images_between, is_video
from posecam.skeleton import COUNT, KEYPOINT_COUNT, KEYPOINT_NAMES

#: What was estimated while it was recorded, or by looking again later
#: (`posecam.offline.reprocess`).
Result = Literal["live", "offline"]
_FILES: Final[dict[Result, str]] = {"live": POSES, "offline": OFFLINE_POSES}
#: Files that are missing are named up to so many.
_NAMED: Final = 5
#: For a person to read.
RESULT_WORDS: Final[dict[Result, str]] = {"live": "live result", "offline": "reprocessed result"}


class Session:
    """A recorded session; see `posecam.session.manifest` for the files.

    Its frames are all that the video or the poses know of, in the order of their numbers.

    Attributes:
        folder, name: where it is, and the folder's name.
        manifest: as written; what can be known without it where it is missing.
        frame_ids: (N,) int, numbers of the frames; there are gaps where frames were dropped.
        times: (N,) float64, seconds since the first frame of the session.
        estimated: (N,) bool, True where a person was looked for.
        people: everybody in every frame.
        warnings: sentences on what is missing or broken.
        result: which of the session's results the poses are.
    """

    def __init__(self, folder: Path, found: Found, result: Result = "live") -> None:
        manifest = found.manifest
        self.folder = folder
        self.name = folder.resolve().name
        self.result = result
        self.warnings: list[str] = []
        if not found.whole:
            self.warnings.append(found.sentence)
        elif manifest is not None and manifest.state != "finished":
            self.warnings.append("The recording was not finished: its last moments may be missing.")
        if manifest is not None and manifest.error:
            self.warnings.append(manifest.error)
        if manifest is not None and manifest.sound is not None and manifest.sound.error:
            self.warnings.append(manifest.sound.error)
        self.manifest = manifest or Manifest(created="", state="recording")
        lines = read_lines(folder, _FILES[result])
        self.warnings += lines.warnings
        self.frame_ids, self.times = lines.frame_ids, lines.times
        self.estimated, self.people = lines.estimated, lines.people
        self._images = lines.images
        self._check_video()

    @classmethod
    def open(cls, folder: Path, poses: Literal["best"] | Result = "best") -> Session:
        """Read a session, finished or not; what is wrong with it is in `warnings`.

        Args:
            folder: of the session.
            poses: "live" for those estimated while it was recorded, "offline" for those of
                looking again (`posecam.offline.reprocess`); "best" for these where there are any.

        Raises:
            SessionError: there is no session, it is of a later version, or no one has looked at
                it again.
        """
        folder = Path(folder)
        if not folder.is_dir():
            raise SessionError(f"There is no session folder {folder}.")
        found = find_manifest(folder)
        manifest = found.manifest
        if manifest is None and not found.wrong and not (folder / POSES).exists():
            raise SessionError(f"{folder} is not a session: it holds no {MANIFEST} and no {POSES}.")
        if manifest is not None and len(manifest.joint_names) not in {COUNT, KEYPOINT_COUNT}:
            raise SessionError(f"The session {folder} has other joints than this posecam knows.")
        try:
            again = (folder / OFFLINE_POSES).exists()
            if poses == "offline" and not again:
                raise SessionError(
                    f"The session {folder} has no reprocessed result: `posecam reprocess` makes it."
                )
            return cls(folder, found, "offline" if again and poses != "live" else "live")
        except OSError as error:
            why = (error.strerror or "no reason given").lower()
            raise SessionError(f"The session {folder} cannot be read: {why}.") from error

    def __len__(self) -> int:
        """Number of frames."""
        return len(self.frame_ids)

    def part(self, start: float, end: float) -> Session:
        """The frames of `start` to `end` seconds of the recording, both included, by themselves.

        Raises:
            SessionError: no frame lies there.
        """
        rows = np.flatnonzero((self.times >= start) & (self.times <= end))
        if not len(rows):
            first, last = (float(self.times[k]) for k in (0, -1)) if len(self) else (0.0, 0.0)
            raise SessionError(
                f"No frame of the session {self.folder} is between {start:g} and {end:g} s: it "
                f"goes from {first:.2f} to {last:.2f} s."
            )
        first_row, last_row = int(rows[0]), int(rows[-1])
        part: Session = Session.__new__(Session)
        of_class = {
            name for name, value in vars(Session).items() if isinstance(value, cached_property)
        }
        part.__dict__.update({k: v for k, v in self.__dict__.items() if k not in of_class})
        taken = slice(first_row, last_row + 1)
        part.frame_ids, part.times = self.frame_ids[taken], self.times[taken]
        part.estimated = self.estimated[taken]
        part.people = self.people.of_frames(first_row, last_row)
        shown = self._images[:, 2]
        part._images = self._images[(shown >= part.frame_ids[0]) & (shown <= part.frame_ids[-1])]
        return part

    @property
    def joint_names(self) -> tuple[str, ...]:
        """Of the joints that `people` has: sixteen, or thirty-one where any person has them."""
        return KEYPOINT_NAMES[: self.people.layout.keypoints]

    @property
    def offline(self) -> bool:
        """True if the poses are those of looking again later."""
        return self.result == "offline"

    @property
    def other_result(self) -> Result | None:
        """The result that these poses are not; None where there is no other."""
        other: Result = "live" if self.offline else "offline"
        return other if (self.folder / _FILES[other]).exists() else None

    @property
    def finished(self) -> bool:
        return self.manifest.state == "finished"

    @property
    def gaps(self) -> tuple[tuple[float, float], ...]:
        """(last, next) second of an image around each stretch in which the source was away."""
        return tuple((s.start - s.gap, s.start) for s in self.manifest.segments if s.gap > 0)

    @property
    def duration(self) -> float:
        """Seconds from the first frame to the last."""
        return float(self.times[-1] - self.times[0]) if len(self) else 0.0

    @cached_property
    def frames(self) -> list[tuple[Pose, ...]]:
        """For every frame the people in it, the main person first; empty where no person is."""
        return [self.people_at(index) for index in range(len(self))]

    def people_at(self, index: int) -> tuple[Pose, ...]:
        """The people in the frame of that row of `frame_ids`."""
        people = self.people
        start, end = self._rows[index], self._rows[index + 1]
        return tuple(
            people.pose(row, int(self.frame_ids[index]), float(self.times[index]))
            for row in range(start, end)
        )

    @cached_property
    def _rows(self) -> list[int]:
        """Row of `people` where each frame begins, and the number of rows at the end."""
        found = np.searchsorted(self.people.frame_index, np.arange(len(self) + 1))
        rows: list[int] = found.tolist()
        return rows

    @cached_property
    def estimated_floor(self) -> Floor | None:
        """The ground as all people seen tell it; None where they tell neither up nor floor."""
        people = self.people
        return take_floor(
            self.times[people.frame_index],
            people.ids,
            people.root.astype(np.float64),
            np.nan_to_num(people.joints_3d[:, :COUNT].astype(np.float64)),
            np.nan_to_num(people.scores[:, :COUNT].astype(np.float64)),
            None if people.up is None else people.up.astype(np.float64),
            None if people.up_score is None else people.up_score.astype(np.float64),
        )

    @cached_property
    def main_rows(self) -> NDArray[np.int64]:
        """(N,) row of `people` of the main person in each frame, -1 where they are not seen.

        A person who is the main person stays it for at least a second: see `main_person_rows`.
        """
        rows = np.array(self._rows, np.int64)
        firsts = np.where(rows[1:] > rows[:-1], rows[:-1], -1)
        return main_person_rows(self.people, firsts, self.times)

    @cached_property
    def main_changes(self) -> list[tuple[float, int]]:
        """(second, number) of each moment at which another person becomes the main one."""
        seen = np.flatnonzero(self.main_rows >= 0)
        numbers = self.people.ids[self.main_rows[seen]]
        at = np.flatnonzero(np.diff(numbers)) + 1
        return [(float(self.times[seen[k]]), int(numbers[k])) for k in at]

    @cached_property
    def joints_2d(self) -> NDArray[np.float32]:
        """(N, K, 2) px of the main person, NaN where no person is."""
        return self._of_main_person(self.people.joints_2d)

    @cached_property
    def joints_3d(self) -> NDArray[np.float32]:
        """(N, K, 3) mm of the main person, root-relative, camera frame; NaN where no person is."""
        return self._of_main_person(self.people.joints_3d)

    @cached_property
    def scores(self) -> NDArray[np.float32]:
        """(N, K) of the main person, NaN where no person is."""
        return self._of_main_person(self.people.scores)

    @cached_property
    def roots(self) -> NDArray[np.float32]:
        """(N, 3) mm, the main person's pelvis in the camera frame, NaN where unknown."""
        return self._of_main_person(self.people.root)

    def video_paths(self) -> list[Path]:
        """The video files that are there, in order."""
        named = set(range(len(self.manifest.segments))) | set(self._video_numbers)
        paths = [self.folder / video_name(segment) for segment in sorted(named)]
        return [path for path in paths if path.exists()]

    @cached_property
    def sound(self) -> Path | None:
        """The sound track, on the time of the session; None where there is none to read.

        See `posecam.session.sound` for reading it.
        """
        path = self.folder / SOUND
        return path if path.exists() and is_sound(path) else None

    @property
    def _video_numbers(self) -> list[int]:
        """Numbers of the video files that frames are in."""
        numbers: list[int] = np.unique(self._images[:, 0]).tolist()
        return numbers

    @cached_property
    def image_places(self) -> NDArray[np.int64]:
        """(N, 2) video file number and ms in it of each frame's image; -1 where none is."""
        places = np.full((len(self), 2), -1, np.int64)
        rows = np.searchsorted(self.frame_ids, self._images[:, 2])
        places[rows] = self._images[:, :2]
        places.flags.writeable = False
        return places

    def images(
        self, first: int = 0, last: int | None = None
    ) -> Iterator[tuple[int, dict[int, tuple[int, float]]]]:
        """(number of a video file, {ms in the file: (frame number, seconds)}) of its images.

        Args:
            first, last: frame numbers, both included; None: to the end.
        """
        numbers = self._images[:, 2]
        inside = numbers >= first
        if last is not None:
            inside &= numbers <= last
        rows = self._images[inside]
        seconds = self.times[np.searchsorted(self.frame_ids, rows[:, 2])]
        if not len(rows):
            return
        edges = [0, *(np.flatnonzero(np.diff(rows[:, 0])) + 1).tolist(), len(rows)]
        for start, end in pairwise(edges):
            of = slice(start, end)
            frames = zip(rows[of, 2].tolist(), seconds[of].tolist(), strict=True)
            yield int(rows[start, 0]), dict(zip(rows[of, 1].tolist(), frames, strict=True))

    def video_frames(self, first: int = 0, last: int | None = None) -> Iterator[Frame]:
        """The images with the numbers and times of the session, as far as they were saved.

        Args:
            first, last: frame numbers, both included, to begin and to end with; None: to the end.
        """
        sizes = {
            segment.file: (segment.width, segment.height) for segment in self.manifest.segments
        }
        for segment, numbers in self.images(first, last):
            name = video_name(segment)
            width, height = sizes.get(name, (None, None))
            for image, pts in images_between(self.folder / name, min(numbers), max(numbers)):
                if pts not in numbers:
                    continue  # a crash came between the image and its line
                number, seconds = numbers[pts]
                cropped = np.ascontiguousarray(image[:height, :width])
                yield Frame(cropped, number, seconds, clock.perf_counter_ns())

    def _of_main_person(self, values: NDArray[np.float32]) -> NDArray[np.float32]:
        out = np.full((len(self), *values.shape[1:]), np.nan, np.float32)
        present = self.main_rows >= 0
        out[present] = values[self.main_rows[present]]
        out.flags.writeable = False
        return out

    def _check_video(self) -> None:
        recorded = self.manifest.sound is not None and not self.manifest.sound.error
        if recorded and self.sound is None:
            self.warnings.append(f"The sound is missing or cannot be read: {SOUND}.")
        names = [video_name(segment) for segment in self._video_numbers]
        there = [name for name in names if (self.folder / name).exists()]
        for problem, bad in (
            ("is missing", [name for name in names if name not in there]),
            ("cannot be read", [n for n in there if not is_video(self.folder / n)]),
        ):
            if bad:
                more = f" and {len(bad) - _NAMED} more" if len(bad) > _NAMED else ""
                self.warnings.append(f"The video {problem}: {', '.join(bad[:_NAMED])}{more}.")
