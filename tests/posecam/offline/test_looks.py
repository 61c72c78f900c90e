"""What a network has said is not asked again, by whom it was killed or not."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest
from numpy.typing import NDArray

from engines.engine import EngineInfo
from posecam.offline.looks import Looks, kept_looks, looks_folder

Batch = NDArray[np.float32]


class Counting:
    """A network that adds up what it sees, and how often it was asked."""

    metadata: ClassVar[dict[str, str]] = {}
    input_shape = (3, 4, 4)

    def __init__(self, sha256: str = "ab") -> None:
        self.info = EngineInfo("test", "1", "none", "fp32", "counting.onnx", sha256)
        self.asked = 0

    def run(self, batch: Batch) -> dict[str, Batch]:
        self.asked += 1
        total = batch.reshape(len(batch), -1).sum(1)
        joints = np.repeat(total[:, None], 6, axis=1).reshape(-1, 2, 3).astype(np.float32)
        return {"joints": joints, "up_score": total.astype(np.float32)}

    def close(self) -> None:
        """Nothing is held."""


def batches(count: int) -> list[Batch]:
    rng = np.random.default_rng(1)
    return [rng.random((1 + k % 3, 3, 4, 4)).astype(np.float32) for k in range(count)]


def broken_off(path: Path, after: int, engine: Counting | None = None) -> None:
    looks = Looks(path, engine or Counting(), "")
    for batch in batches(after):
        looks.run(batch)
    looks.end(remove=False)


def gone_on(path: Path, engine: Counting) -> Looks:
    looks = Looks(path, engine, "")
    for batch in batches(10):
        found, expected = looks.run(batch), Counting().run(batch)
        assert found.keys() == expected.keys()
        for name, values in expected.items():
            assert np.array_equal(found[name], values)
            assert found[name].dtype == np.float32
    looks.end(remove=False)
    return looks


def test_only_what_is_new_is_asked(tmp_path: Path) -> None:
    path, engine = tmp_path / "a.looks", Counting()
    broken_off(path, 6)
    assert gone_on(path, engine).answered == 6
    assert engine.asked == 4
    engine = Counting()
    gone_on(path, engine)
    assert engine.asked == 0


@pytest.mark.parametrize("lost", [1, 40, 55])
def test_a_torn_file_is_used_up_to_where_it_is_whole(tmp_path: Path, lost: int) -> None:
    path, engine = tmp_path / "a.looks", Counting()
    broken_off(path, 6)
    os.truncate(path, path.stat().st_size - lost)
    gone_on(path, engine)
    assert 4 < engine.asked < 10
    engine = Counting()
    gone_on(path, engine)
    assert engine.asked == 0


def test_a_damaged_answer_is_asked_again(tmp_path: Path) -> None:
    path, engine = tmp_path / "a.looks", Counting()
    broken_off(path, 6)
    content = bytearray(path.read_bytes())
    content[-5] ^= 0xFF
    path.write_bytes(content)
    gone_on(path, engine)
    assert engine.asked == 5


@pytest.mark.parametrize(
    "content", [b"", b"no json\n", b"[]\n", b'{"outputs": {"joints": [0]}}\n', b"\xff" * 90_000]
)
def test_a_file_of_something_else_is_begun_anew(tmp_path: Path, content: bytes) -> None:
    path, engine = tmp_path / "a.looks", Counting()
    path.write_bytes(content)
    gone_on(path, engine)
    assert engine.asked == 10


def test_another_network_is_asked_everything(tmp_path: Path) -> None:
    path = tmp_path / "a.looks"
    broken_off(path, 6, Counting("cd"))
    engine = Counting()
    gone_on(path, engine)
    assert engine.asked == 10


def test_another_question_is_asked_and_so_are_those_after_it(tmp_path: Path) -> None:
    path, engine = tmp_path / "a.looks", Counting()
    broken_off(path, 6)
    looks = Looks(path, engine, "")
    asked = batches(6)
    asked[3] = asked[3] + 1
    for batch in asked:
        assert np.array_equal(looks.run(batch)["joints"], Counting().run(batch)["joints"])
    assert engine.asked == 3
    looks.end(remove=True)
    assert not path.exists()


def test_what_is_done_leaves_nothing_and_what_fails_leaves_what_it_knew(tmp_path: Path) -> None:
    engine = Counting()

    def begun(count: int) -> None:
        with kept_looks(tmp_path, engine, "") as looks:
            for batch in batches(count):
                looks.run(batch)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        begun(3)
    assert len(list(looks_folder().iterdir())) == 1
    with kept_looks(tmp_path, engine, "") as looks:
        for batch in batches(5):
            looks.run(batch)
    assert engine.asked == 5
    assert list(looks_folder().iterdir()) == []


def test_old_work_of_no_one_is_forgotten(tmp_path: Path) -> None:
    looks_folder().mkdir(parents=True)
    old = looks_folder() / "old.looks"
    old.write_bytes(b"")
    long_ago = time.time() - 30 * 86_400
    os.utime(old, (long_ago, long_ago))
    with kept_looks(tmp_path, Counting(), ""):
        assert not old.exists()


def test_without_a_place_to_keep_them_it_goes_without(tmp_path: Path) -> None:
    looks_folder().parent.mkdir(parents=True)
    looks_folder().write_bytes(b"")
    engine = Counting()
    with kept_looks(tmp_path, engine, "") as looks:
        assert looks is engine


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_killed_process_leaves_what_it_has_been_told(tmp_path: Path) -> None:
    path = tmp_path / "a.looks"
    work = (
        "import os, signal; from pathlib import Path;"
        "from tests.posecam.offline.test_looks import broken_off, Counting, Looks, batches\n"
        f"looks = Looks(Path({str(path)!r}), Counting(), '')\n"
        "for batch in batches(6): looks.run(batch)\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    ended = subprocess.run([sys.executable, "-c", work], check=False, cwd=Path.cwd())
    assert ended.returncode == -signal.SIGKILL
    engine = Counting()
    gone_on(path, engine)
    assert engine.asked == 4
