"""One seed: a box with a damaged recording, and everything that is done to it."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import shutil
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any
from zipfile import BadZipFile

import numpy as np

from posecam import settings as settings_file
from posecam.capture import SourceInfo
from posecam.cli import main
from posecam.errors import PosecamError
from posecam.export import FORMATS, export_session
from posecam.session import (
    Recorder,
    Session,
    index,
    list_sessions,
    needs_repair,
    repair,
    set_note,
    thumbnail,
    trim,
)
from posecam.session.lines import pose_line
from posecam.session.listing import sweep_sessions
from tests.fakes.people import make_frame, make_result
from tests.fuzz.damage import KINDS
from tests.fuzz.values import WORDS

#: A sentence of more characters is none.
_LONGEST = 1500
_MADE = {"index.npz", "index.offline.npz", "thumbnail.jpg", "broken-lines.txt"}


def make_box(box: Path) -> None:
    """Two recordings with everything that can be in one, settings, and a file of another person."""
    setattr(index, "_WORTH_IT", 1)  # noqa: B010
    box.mkdir(parents=True)
    for name, seed in (("take", 0), ("other", 7)):
        recorder = Recorder(
            box / name, source="camera 0", info=SourceInfo(64, 48, 30.0), engine={"backend": "x"},
            settings={"subject_height_cm": 175.0, "field_of_view_deg": 62.0}, wait_for_room=True,
        )  # fmt: skip
        for number in range(24):
            frame = replace(make_frame(number + seed, size=(64, 48)), opening=number // 16)
            recorder.add_frame(frame)
            recorder.add_result(make_result(frame, people=1 + number % 2))
        recorder.close()
        session = Session.open(box / name)
        with (box / name / "poses.offline.jsonl").open("wb") as file:
            for row, number in enumerate(session.frame_ids.tolist()):
                seconds = float(session.times[row])
                file.write(pose_line(number, seconds, 0, session.people_at(row)))
        set_note(box / name, "a note")
        Session.open(box / name)
        thumbnail(box / name)
    chosen = settings_file.Settings(source="demo", cameras={"a": "640x480"})
    settings_file.save(chosen, box / "settings.toml")
    (box / "outside").mkdir()
    (box / "outside" / "mine").write_text("mine\n")


class Trial:
    """What is done with one seed."""

    def __init__(self, seed: int, whole: Path, box: Path) -> None:
        self.rng = Random(seed)
        self.box = box
        self.violations: list[str] = []
        shutil.copytree(whole, box)
        self.take = box / "take"
        self.kinds = [self.rng.choice(list(KINDS)) for _ in range(self.rng.choice([1, 1, 1, 2, 3]))]

    def run(self) -> list[str]:
        """What went against the rules."""
        try:
            for kind in self.kinds:
                with contextlib.suppress(ValueError, LookupError, OSError, BadZipFile):
                    KINDS[kind](self.rng, self.box)  # the second may find nothing left to damage
            before = digest(self.box)
            self._read()
            self._compare(before, "reading")
            self._command_line()
            self._repair()
            self._settings()
            sweep_sessions(self.box)
            left = [p.name for p in self.box.rglob(".part.*") if "abcd1234" not in p.name]
            if left:
                self.violations.append(f"left behind: {left}")
        except BaseException as error:  # noqa: BLE001 - it is what is looked for
            self.violations.append(f"the trial itself: {last(error)}")
        return self.violations

    @contextlib.contextmanager
    def _sentences(self, what: str) -> Iterator[None]:
        """Sentences are all right, tracebacks are not."""
        try:
            yield
        except PosecamError as error:
            if "\n" in str(error) or len(str(error)) > _LONGEST:
                self.violations.append(f"{what}: no sentence: {str(error)[:200]!r}")
        except Exception as error:  # noqa: BLE001
            self.violations.append(f"{what}: {last(error)}")

    def _read(self) -> None:
        with self._sentences("list"):
            found = {s.name: s for s in list_sessions(self.box)}
            if (whole := found.get("other")) is None or whole.problem or whole.damage:
                self.violations.append(f"list: the other recording is hidden: {found}")
        with self._sentences("thumbnail"):
            thumbnail(self.take)
        with self._sentences("needs_repair"):
            needs_repair(self.take)
        for poses in ("best", "live", "offline"):
            with self._sentences(f"open {poses}"):
                session = Session.open(self.take, poses)
                self._check(session)
                list(session.video_frames())
        with self._sentences("trim"):
            first = self.rng.uniform(0, 0.8)
            trim(self.take, first, first + self.rng.uniform(0, 0.5), self.box / "new")
            if Session.open(self.box / "new").warnings:
                self.violations.append(f"trim: {Session.open(self.box / 'new').warnings}")
        formats = self.rng.sample(sorted(FORMATS), 3)
        for form in formats:
            with self._sentences(f"export {form}"):
                export_session(Session.open(self.take), [form], self.box / "out", force=True)

    def _check(self, session: Session) -> None:
        times = session.times
        if not (np.isfinite(times).all() and (np.diff(times) >= 0).all()):
            self.violations.append("reader: times are not in order")
        if sum(map(len, session.warnings)) > 4 * _LONGEST or "\n" in "".join(session.warnings):
            self.violations.append(f"reader: no sentences: {session.warnings}")
        for people in session.frames:
            for person in people:
                if not np.isfinite(person.joints_2d[np.isfinite(person.joints_2d)]).all():
                    self.violations.append("reader: numbers beyond all bounds")

    def _command_line(self) -> None:
        out = str(self.box / "out2")
        given = ["export", str(self.take), "--out", out, "--format", "csv"]
        kind = self.rng.randrange(4)
        word = self.rng.choice(WORDS)
        if kind == 0:
            given[self.rng.choice([1, 5])] = word
        elif kind == 1:
            given += [self.rng.choice(["--person", "--order", "--poses", "--format"]), word]
        elif kind == 2:
            option = self.rng.choice(["--height", "--fov", "--smoothness", "--threads", "--jobs"])
            given = ["process", str(self.box / "nothing.mp4"), "--out", out, option, word]
        else:
            given = ["process", word, "--out", out, "--threads", "-3"]
        self._say(given)

    def _say(self, given: list[str]) -> None:
        said = io.StringIO()
        os.chdir(self.box / "outside")
        try:
            with contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()):
                code = main(given)
        except SystemExit as error:
            code = error.code if isinstance(error.code, int) else 1
        except Exception as error:  # noqa: BLE001
            self.violations.append(f"{given!r:.300}: {last(error)}")
            return
        if code not in {0, 2} or "Traceback" in said.getvalue():
            self.violations.append(f"{given!r:.300}: ended with {code}: {said.getvalue()[-300:]}")

    def _repair(self) -> None:
        kept, images = lines_of(self.take), -1
        with self._sentences("open"):
            session = Session.open(self.take, "live")
            images, frames = sum(1 for _ in session.video_frames()), len(session)
        before = digest(self.box)
        repaired = False
        with self._sentences("repair"):
            repair(self.take)
            repaired = True
        self._compare(before, "repair", but=self.take)
        lost = kept - lines_of(self.take)
        if lost:
            self.violations.append(f"repair: {len(lost)} lines are lost: {str(min(lost))[:100]}")
        if not repaired:
            return
        with self._sentences("open after repair"):
            session = Session.open(self.take, "live")
            wrong = [w for w in session.warnings if "damage" in w or "finished" in w]
            if wrong:
                self.violations.append(f"repair: still {wrong}")
            if needs_repair(self.take) or repair(self.take):
                self.violations.append("repair: never done")
            now = sum(1 for _ in session.video_frames())
            if images >= 0 and (now < images or len(session) < frames):
                self.violations.append(f"repair: {images} images became {now}")

    def _settings(self) -> None:
        path = self.box / "settings.toml"
        with self._sentences("settings"):
            loaded, warning = settings_file.load(path)
            loaded.sessions_path({})
            if "\n" in warning or len(warning) > _LONGEST:
                self.violations.append(f"settings: no sentence: {warning[:200]!r}")
            settings_file.save(replace(loaded, people=2), path, since=loaded)
            again, warning = settings_file.load(path)
            if warning or again != replace(loaded, people=2):
                self.violations.append(f"settings: {warning} {again} != {loaded}"[:500])

    def _compare(self, before: dict[str, str], what: str, but: Path | None = None) -> None:
        """Nothing that was there has changed, but what is made from the rest."""
        after = digest(self.box)
        for name, old in before.items():
            path = self.box / name
            own = path.name in _MADE or (but is not None and path.is_relative_to(but))
            part = path.name.startswith(".part.")
            if after.get(name) != old and not own and not part:
                self.violations.append(f"{what} changed {name}")
        places = {Path(name).parts[0] for name in after}
        if extra := places - {"take", "other", "outside", "settings.toml", "new", "out", "out2"}:
            self.violations.append(f"{what} wrote {extra}")
        if any(name.startswith("outside/") for name in set(after) - set(before)):
            self.violations.append(f"{what} wrote outside")


def last(error: BaseException) -> str:
    """What it is, and where."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [f for f in frames if "posecam" in f.filename] or list(frames)
    where = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else "?"
    return f"{type(error).__name__}: {str(error)[:200]} ({where})"


def digest(box: Path) -> dict[str, str]:
    """Every file of a box, by its name; links as what they point to."""
    found = {}
    for path in box.rglob("*"):
        name = path.relative_to(box).as_posix()
        if path.is_symlink():
            found[name] = f"link {path.readlink()}"
        elif path.is_file():
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
        elif not path.is_dir():
            found[name] = "special"
    return found


def lines_of(take: Path) -> set[bytes]:
    """Every line of a recording, wherever it is kept."""
    found: set[bytes] = set()
    for name in ("frames.jsonl", "poses.jsonl", "poses.offline.jsonl", "broken-lines.txt"):
        path = take / name
        if path.is_file() and not path.is_symlink():
            found |= set(path.read_bytes().split(b"\n")) - {b""}
    return found


def quietly(do: Callable[[], Any]) -> Any:
    """With no output of libraries."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.__stderr__.fileno() if sys.__stderr__ else 2)
    return do()
