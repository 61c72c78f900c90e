"""Two jobs on one take at once: one waits or is refused, and nothing is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from posecam.errors import SessionError
from posecam.export import export_session
from posecam.offline.reprocess import reprocess
from posecam.session import Session, delete, rename, repair, set_note, trim
from posecam.session.listing import list_sessions, sweep_sessions
from posecam.session.lock import job
from tests.posecam.session.sessions import numbers, record

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return record(tmp_path / "take", 60)


JOBS: dict[str, Callable[[Path], object]] = {
    "repair": repair,
    "rename": lambda folder: rename(folder, "other"),
    "delete": delete,
    "reprocess": lambda folder: reprocess(folder, object()),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("do", JOBS.values(), ids=JOBS)
def test_what_is_worked_on_is_let_alone(folder: Path, do: Callable[[Path], object]) -> None:
    with (
        job(folder),
        pytest.raises(SessionError, match=r"^The session take is being worked on already: wait"),
    ):
        do(folder)
    assert numbers(Session.open(folder)) == list(range(60))


NOTES = """
import sys
from pathlib import Path
from posecam.session import set_note
for k in range(20):
    set_note(Path(sys.argv[1]), f"{sys.argv[2]} {k}")
"""
TRIMS = """
import sys
from pathlib import Path
from posecam.errors import SessionError
from posecam.session import trim
try:
    trim(Path(sys.argv[1]), 0.2, 1.5, Path(sys.argv[2]))
except SessionError as error:
    print(error)
"""
EXPORTS = """
import sys
from pathlib import Path
from posecam.export import export_session
from posecam.session import Session
export_session(Session.open(Path(sys.argv[1])), ["bvh", "csv", "overlay"], Path(sys.argv[2]), True)
"""


def at_once(code: str, *given: tuple[object, ...]) -> list[str]:
    """What each of the programs says."""
    jobs = [
        subprocess.Popen(
            [sys.executable, "-c", code, *map(str, words)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for words in given
    ]
    said = [running.communicate()[0] for running in jobs]
    assert [running.returncode for running in jobs] == [0] * len(jobs)
    return said


def test_notes_from_two_windows_wait_for_each_other(folder: Path) -> None:
    at_once(NOTES, (folder, "one"), (folder, "other"))
    session = Session.open(folder)
    assert session.warnings == []
    assert session.manifest.note in {"one 19", "other 19"}


def test_two_trims_to_one_name_make_one_whole_session(folder: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    said = at_once(TRIMS, (folder, new), (folder, new))
    assert sorted(said) == ["", f"{new} is there already and was not replaced.\n"]
    session = Session.open(new)
    assert session.warnings == []
    assert numbers(session) == list(range(6, 46))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["new", "take"]


def test_two_exports_to_one_folder_are_whole(folder: Path, tmp_path: Path) -> None:
    export_session(Session.open(folder), ["bvh", "csv"], tmp_path / "alone")
    at_once(EXPORTS, (folder, tmp_path / "out"), (folder, tmp_path / "out"))
    for path in (tmp_path / "alone").iterdir():
        assert (tmp_path / "out" / path.name).read_bytes() == path.read_bytes()
    names = [path.name for path in (tmp_path / "out").iterdir()]
    assert sorted(names) == ["take.bvh", "take.bvh.txt", "take.csv", "take.overlay.mp4"]


def test_what_killed_jobs_left_is_swept_from_every_session(folder: Path, tmp_path: Path) -> None:
    left = [
        tmp_path / ".part.abcd1234.new",
        folder / ".part.abcd1234.manifest.json",
        folder / ".part.manifest.json",
        folder / ".frames.jsonl.part",
    ]
    for path in left:
        path.touch()
        os.utime(path, (1, 1))
    sweep_sessions(tmp_path)
    assert not any(path.exists() for path in left)
    assert len(list_sessions(tmp_path)) == 1
    assert Session.open(folder).warnings == []
    left[1].touch()
    set_note(folder, "a note")
    assert not left[1].exists()
    left[0].touch()
    trim(folder, 0, 1, tmp_path / "new")
    assert not left[0].exists()
