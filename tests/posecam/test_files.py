"""A file that is being written is the old one until all of it is there, and no one else's."""

from __future__ import annotations

import contextlib
import os
import re
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from posecam.files import (
    alone_in,
    append_file,
    atomic_folder,
    atomic_write,
    new_file,
    open_regular,
    patiently,
    private_folder,
    read_regular,
    sweep,
)

ROOT = Path(__file__).resolve().parents[2]


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_old_one_stands_until_the_end(tmp_path: Path) -> None:
    path = tmp_path / "take.csv"
    path.write_text("old")
    with atomic_write(path) as part:
        part.write_text("new")
        assert part.suffix == ".csv"
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_leaves_the_old_one_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "take.csv"
    path.write_text("old")

    def fail() -> None:
        with atomic_write(path) as part:
            part.write_text("half")
            raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        fail()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_taken_is_told(tmp_path: Path) -> None:
    path = tmp_path / "taken"
    path.mkdir()
    (path / "file").touch()

    def write() -> None:
        with atomic_write(path) as part:
            part.write_text("new")

    with pytest.raises(OSError, match="taken"):
        write()
    assert list(tmp_path.iterdir()) == [path]


def test_two_writers_of_one_file_do_not_meet(tmp_path: Path) -> None:
    path = tmp_path / "take.csv"
    with atomic_write(path) as one, atomic_write(path) as other:
        one.write_text("one" * 1000)
        other.write_text("other")
    assert path.read_text() == "one" * 1000
    assert list(tmp_path.iterdir()) == [path]


def test_a_name_of_the_greatest_length_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 251 + ".csv")
    with atomic_write(path) as part:
        part.write_text("new")
    assert path.read_text() == "new"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_what_is_made_is_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    private_folder(folder)
    private_folder(folder)
    with atomic_write(folder / "whole") as part:
        part.write_text("new")
    new_file(folder / "new").close()
    append_file(folder / "on").close()
    with atomic_folder(tmp_path / "c" / "take") as part:
        (part / "file").touch()
    assert {mode(p) for p in (folder, folder.parent, tmp_path / "c", tmp_path / "c/take")} == {
        0o700
    }
    assert {mode(p) for p in folder.iterdir()} == {0o600}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_what_is_replaced_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "take.csv"
    path.touch()
    path.chmod(0o640)
    with atomic_write(path) as part:
        part.write_text("new")
    assert mode(path) == 0o640


def test_a_folder_is_whole_or_not_there(tmp_path: Path) -> None:
    out = tmp_path / "new" / "take"

    def fail() -> None:
        with atomic_folder(out) as part:
            (part / "file").write_text("half")
            raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        fail()
    assert list(out.parent.iterdir()) == []
    with atomic_folder(out) as part:
        (part / "file").write_text("whole")
        assert not out.exists()
    assert [p.name for p in out.parent.iterdir()] == ["take"]
    assert (out / "file").read_text() == "whole"


def test_of_two_who_make_one_folder_the_second_is_told(tmp_path: Path) -> None:
    out = tmp_path / "take"

    def make(words: str) -> None:
        with atomic_folder(out) as part:
            (part / "file").write_text(words)
            if words == "second":
                make("first")

    with pytest.raises(FileExistsError):
        make("second")
    assert (out / "file").read_text() == "first"
    assert [p.name for p in tmp_path.iterdir()] == ["take"]


@pytest.mark.parametrize("write", [new_file, append_file])
def test_nothing_is_written_through_a_link(
    tmp_path: Path, write: Callable[[Path], contextlib.AbstractContextManager[object]]
) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("mine")
    link.symlink_to(target)
    with pytest.raises(OSError, match="link"):
        write(link)
    link.unlink()
    link.symlink_to(tmp_path / "nowhere")
    with pytest.raises(OSError, match="link"):
        write(link)
    assert target.read_text() == "mine"
    assert not (tmp_path / "nowhere").exists()


def test_a_link_is_replaced_and_its_target_stays(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("mine")
    link.symlink_to(target)
    with atomic_write(link) as part:
        part.write_text("new")
    assert target.read_text() == "mine"
    assert not link.is_symlink()
    assert link.read_text() == "new"


@pytest.mark.skipif(sys.platform == "win32", reason="no such things there")
def test_only_a_regular_file_is_read(tmp_path: Path) -> None:
    link, pipe, folder, file = (tmp_path / n for n in ("link", "pipe", "folder", "file"))
    file.write_text("12345")
    link.symlink_to(file)
    os.mkfifo(pipe)
    folder.mkdir()
    for path in (link, pipe, folder, Path("/dev/zero")):
        with pytest.raises(OSError, match=r"link|regular|directory"):
            open_regular(path)
    with pytest.raises(FileNotFoundError):
        open_regular(tmp_path / "gone")
    assert read_regular(file, 5) == b"12345"
    with pytest.raises(OSError, match="larger than"):
        read_regular(file, 4)


KILLED = """
import os, sys
from pathlib import Path
from posecam.files import atomic_folder, atomic_write
place = Path(sys.argv[1])
with atomic_write(place / "take.csv") as part, atomic_folder(place / "take") as folder:
    part.write_text("half")
    (folder / "file").write_text("half")
    print("written", flush=True)
    sys.stdin.read()
"""


def test_what_a_killed_job_left_is_swept_and_what_a_living_one_writes_is_not(
    tmp_path: Path,
) -> None:
    (tmp_path / ".part.mine").touch()
    job = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert job.stdout is not None
    assert job.stdout.readline() == b"written\n"
    try:
        assert sweep(tmp_path) == 0
        assert len(list(tmp_path.iterdir())) == 3
    finally:
        job.kill()
        job.communicate()
    assert sweep(tmp_path) == 2
    assert [p.name for p in tmp_path.iterdir()] == [".part.mine"]
    assert sweep(tmp_path / "gone") == 0


def test_what_earlier_versions_left_is_swept_after_a_day(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.mkdir()
    (target / "file").touch()
    for name in ("settings.tomlabcd1234", "settings.tomlnew12345", "settings.toml.bak"):
        (tmp_path / name).touch()
    (tmp_path / "settings.tomllink1234").symlink_to(target)
    yesterday = time.time() - 90_000
    for name in ("settings.tomlabcd1234", "settings.toml.bak", "settings.tomllink1234"):
        os.utime(tmp_path / name, (yesterday, yesterday), follow_symlinks=False)
    assert sweep(tmp_path, re.compile(r"settings\.toml[a-z0-9_]{8}")) == 2
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "settings.toml.bak",
        "settings.tomlnew12345",
        "target",
    ]
    assert (target / "file").exists()


def test_one_at_a_time_is_in_a_folder(tmp_path: Path) -> None:
    with alone_in(tmp_path):
        with pytest.raises(BlockingIOError), alone_in(tmp_path, 0.05):
            pytest.fail("two at once")
        assert list(tmp_path.iterdir()) == []
    with alone_in(tmp_path):
        pass


@pytest.mark.parametrize(("platform", "tries"), [("win32", 3), ("linux", 1)])
def test_a_file_that_windows_still_scans_is_moved_a_moment_later(
    platform: str, tries: int, tmp_path: Path
) -> None:
    source, target = tmp_path / "new", tmp_path / "name"
    source.touch()
    tried = []

    def move() -> None:
        tried.append(1)
        if len(tried) < 3:
            raise PermissionError
        source.rename(target)

    if platform == "win32":
        patiently(move, platform)
        assert target.exists()
    else:
        with pytest.raises(PermissionError):
            patiently(move, platform)
        assert source.exists()
    assert len(tried) == tries
