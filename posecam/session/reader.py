"""Reads a session back, however it ended."""

from __future__ import annotations

import time as clock
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from posecam.errors import SessionError
from posecam.pose import Frame, Pose
from posecam.session.lines import LineReader
from posecam.session.manifest import (
    FRAMES,
    MANIFEST,
    POSES,
    Manifest,
    read_manifest,
    video_name,
)
from posecam.session.people import PoseTable
from posecam.session.video import pictures_between
from posecam.skeleton import COUNT

if TYPE_CHECKING:
    import pandas as pd

    from posecam.export.options import Order


class Session:
    """A recorded session; see `posecam.session.manifest` for the files.

    Its frames are all that the video or the poses know of, in the order of their numbers.

    Attributes:
        folder, name: where it is, and the folder's name.
        manifest: as written; what can be known without it where it is missing.
        frame_ids: (N,) int, numbers of the frames; there are gaps where frames were dropped.
        times: (N,) float64, seconds since the first frame of the session.
        estimated: (N,) bool, True where somebody was looked for.
        people: everybody in every frame.
        warnings: sentences on what is missing or broken.
    """

    def __init__(self, folder: Path, manifest: Manifest | None) -> None:
        self.folder = folder
        self.name = folder.resolve().name
        self.warnings: list[str] = []
        if manifest is None:
            self.warnings.append(f"{MANIFEST} is missing or damaged.")
        elif manifest.state != "finished":
            self.warnings.append("The recording was not finished: its last moments may be missing.")
        if manifest is not None and manifest.error:
            self.warnings.append(manifest.error)
        self.manifest = manifest or Manifest(created="", state="recording")
        times: dict[int, float] = {}
        self._pictures = self._read_frames(times)
        poses = PoseTable()
        self._read_poses(times, poses)
        self.frame_ids = np.array(sorted(times), np.int64)
        self.times = np.array([times[number] for number in self.frame_ids.tolist()], np.float64)
        self.estimated = np.isin(self.frame_ids, np.array(poses.estimated, np.int64))
        self.people = poses.people(self.frame_ids)
        self._check_video()

    @classmethod
    def open(cls, folder: Path) -> Session:
        """Read a session, finished or not; what is wrong with it is in `warnings`.

        Raises:
            SessionError: there is no session, or it is of a later version.
        """
        folder = Path(folder)
        if not folder.is_dir():
            raise SessionError(f"There is no session folder {folder}.")
        manifest = read_manifest(folder)
        if manifest is None and not (folder / POSES).exists():
            raise SessionError(f"{folder} is not a session: it holds no {MANIFEST} and no {POSES}.")
        if manifest is not None and len(manifest.joint_names) != COUNT:
            raise SessionError(f"The session {folder} has other joints than this posecam knows.")
        try:
            return cls(folder, manifest)
        except OSError as error:
            why = (error.strerror or "no reason given").lower()
            raise SessionError(f"The session {folder} cannot be read: {why}.") from error

    def __len__(self) -> int:
        """Number of frames."""
        return len(self.frame_ids)

    @property
    def joint_names(self) -> tuple[str, ...]:
        return self.manifest.joint_names

    @property
    def finished(self) -> bool:
        return self.manifest.state == "finished"

    @property
    def gaps(self) -> tuple[tuple[float, float], ...]:
        """(last, next) second of a picture around each stretch in which the source was away."""
        return tuple((s.start - s.gap, s.start) for s in self.manifest.segments if s.gap > 0)

    @property
    def duration(self) -> float:
        """Seconds from the first frame to the last."""
        return float(self.times[-1] - self.times[0]) if len(self) else 0.0

    @cached_property
    def frames(self) -> list[tuple[Pose, ...]]:
        """For every frame the people in it, the main person first; empty where nobody is."""
        return [self.people_at(index) for index in range(len(self))]

    def people_at(self, index: int) -> tuple[Pose, ...]:
        """The people in the frame of that row of `frame_ids`."""
        people = self.people
        start, end = self._rows[index], self._rows[index + 1]
        return tuple(
            Pose(
                frame_id=int(self.frame_ids[index]),
                time=float(self.times[index]),
                person_id=int(people.ids[row]),
                joints_2d=people.joints_2d[row],
                joints_3d=people.joints_3d[row],
                scores=people.scores[row],
                root=people.root[row],
                box=people.box[row],
            )
            for row in range(start, end)
        )

    @cached_property
    def _rows(self) -> list[int]:
        """Row of `people` where each frame begins, and the number of rows at the end."""
        found = np.searchsorted(self.people.frame_index, np.arange(len(self) + 1))
        rows: list[int] = found.tolist()
        return rows

    @cached_property
    def main_rows(self) -> NDArray[np.int64]:
        """(N,) row of `people` of the main person of each frame, -1 where nobody is."""
        rows = np.array(self._rows, np.int64)
        return np.where(rows[1:] > rows[:-1], rows[:-1], -1)

    @cached_property
    def joints_2d(self) -> NDArray[np.float32]:
        """(N, 16, 2) px of the main person, NaN where nobody is."""
        return self._of_main_person(self.people.joints_2d)

    @cached_property
    def joints_3d(self) -> NDArray[np.float32]:
        """(N, 16, 3) mm of the main person, root-relative, camera frame; NaN where nobody is."""
        return self._of_main_person(self.people.joints_3d)

    @cached_property
    def scores(self) -> NDArray[np.float32]:
        """(N, 16) of the main person, NaN where nobody is."""
        return self._of_main_person(self.people.scores)

    @cached_property
    def roots(self) -> NDArray[np.float32]:
        """(N, 3) mm, the main person's pelvis in the camera frame, NaN where unknown."""
        return self._of_main_person(self.people.root)

    def to_dataframe(self, order: Order = "mpii") -> pd.DataFrame:
        """The main person of each frame as a pandas table; see `posecam.export.data_frame`.

        Raises:
            PosecamError: pandas is not installed, or there is no such order of joints.
        """
        from posecam.export.data_frame import to_dataframe

        return to_dataframe(self, order)

    def video_paths(self) -> list[Path]:
        """The video files that are there, in order."""
        count = max(len(self.manifest.segments), 1 + max(self._pictures, default=0))
        paths = [self.folder / video_name(segment) for segment in range(count)]
        return [path for path in paths if path.exists()]

    @cached_property
    def picture_places(self) -> NDArray[np.int64]:
        """(N, 2) video file number and ms in it of each frame's picture; -1 where none is."""
        places = np.full((len(self), 2), -1, np.int64)
        for segment, pictures in self._pictures.items():
            numbers = np.array([number for number, _ in pictures.values()], np.int64)
            rows = np.searchsorted(self.frame_ids, numbers)
            places[rows, 0], places[rows, 1] = segment, np.array(list(pictures), np.int64)
        places.flags.writeable = False
        return places

    def pictures(
        self, first: int = 0, last: int | None = None
    ) -> Iterator[tuple[int, dict[int, tuple[int, float]]]]:
        """(number of a video file, {ms in the file: (frame number, seconds)}) of its pictures.

        Args:
            first, last: frame numbers, both included; None: to the end.
        """
        end = int(self.frame_ids[-1]) if last is None and len(self) else last or 0
        for segment, numbers in sorted(self._pictures.items()):
            yield segment, {p: n for p, n in numbers.items() if first <= n[0] <= end}

    def video_frames(self, first: int = 0, last: int | None = None) -> Iterator[Frame]:
        """The pictures with the numbers and times of the session, as far as they were saved.

        Args:
            first, last: frame numbers, both included, to begin and to end with; None: to the end.
        """
        sizes = {
            segment.file: (segment.width, segment.height) for segment in self.manifest.segments
        }
        for segment, numbers in self.pictures(first, last):
            if not numbers:
                continue
            name = video_name(segment)
            width, height = sizes.get(name, (None, None))
            for image, pts in pictures_between(self.folder / name, min(numbers), max(numbers)):
                if pts not in numbers:
                    continue  # a crash came between the picture and its line
                number, seconds = numbers[pts]
                cropped = np.ascontiguousarray(image[:height, :width])
                yield Frame(cropped, number, seconds, clock.perf_counter_ns())

    def _of_main_person(self, values: NDArray[np.float32]) -> NDArray[np.float32]:
        out = np.full((len(self), *values.shape[1:]), np.nan, np.float32)
        present = self.main_rows >= 0
        out[present] = values[self.main_rows[present]]
        out.flags.writeable = False
        return out

    def _read_frames(self, times: dict[int, float]) -> dict[int, dict[int, tuple[int, float]]]:
        """Fill `times`; return for every video file {ms in the file: (frame number, seconds)}."""
        pictures: dict[int, dict[int, tuple[int, float]]] = {}
        for line in self._lines(FRAMES):
            try:
                number, seconds = int(line["frame"]), float(line["time"])
                segment, pts = int(line["video"]), int(line["pts"])
            except (KeyError, TypeError, ValueError):
                continue
            times[number] = seconds
            pictures.setdefault(segment, {})[pts] = (number, seconds)
        return pictures

    def _read_poses(self, times: dict[int, float], poses: PoseTable) -> None:
        strange = 0
        for line in self._lines(POSES):
            try:
                poses.add(line)
                times.setdefault(int(line["frame"]), float(line["time"]))
            except (KeyError, TypeError, ValueError):
                strange += 1
        if strange:
            self.warnings.append(f"{strange} lines of {POSES} do not have the form they should.")

    def _lines(self, name: str) -> Iterator[dict[str, Any]]:
        path = self.folder / name
        if not path.exists():
            self.warnings.append(f"{name} is missing.")
            return
        lines = LineReader(path)
        yield from lines
        if lines.cut:
            self.warnings.append(f"The last line of {name} was cut off and is left out.")
        if lines.broken > lines.cut:
            self.warnings.append(f"{lines.broken - lines.cut} broken lines of {name} are left out.")

    def _check_video(self) -> None:
        missing = [
            video_name(s) for s in self._pictures if not (self.folder / video_name(s)).exists()
        ]
        if missing:
            self.warnings.append(f"The video is missing: {', '.join(sorted(missing))}.")
