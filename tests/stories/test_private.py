"""Nothing that posecam does by itself reaches for a network or writes into others' folders.

Every test runs where there is no network, under a recorder that sees native libraries too.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from tests import watched
from tests.fakes.videos import beginning_of_the_demo

ROOT = Path(__file__).resolve().parents[2]
#: What the system's own drawing keeps in the cache folder: it is no library of ours.
DRAWING: Final = ("mesa_shader_cache", "fontconfig", "nvidia", "radv_builtin_shaders")

Watch = Callable[..., watched.Seen]


@pytest.fixture
def watch(own_home: Path, tmp_path: Path) -> Watch:
    """Runs Python with these arguments, in a home and a folder for temporary files of its own."""
    own_home.joinpath("tmp").mkdir()
    env = {**os.environ, "TMPDIR": str(own_home / "tmp")}
    # As a person has it: whether telemetry is off is for posecam to see to.
    for variable in ("CI", "ORT_DISABLE_TELEMETRY"):
        env.pop(variable, None)

    def run(*arguments: str | Path) -> watched.Seen:
        seen = watched.run([sys.executable, *arguments], cwd=ROOT, env=env)
        assert seen.returncode == 0, seen.output
        return seen

    return run


def strangers(seen: watched.Seen, home: Path, *ours: Path) -> list[Path]:
    """Files written elsewhere than in posecam's folders and those that were asked for."""
    folders = (".config/posecam", ".cache/posecam", ".local/share/posecam", ".local/state/posecam")
    places = [*ours, *(home / f for f in folders), *(home / ".cache" / d for d in DRAWING)]
    return [
        path
        for path in sorted(seen.written)
        if not any(path.is_relative_to(place) for place in places)
        # Python's own, where a checkout is run for the first time.
        and "__pycache__" not in path.parts
    ]


def assert_private(seen: watched.Seen, home: Path, *ours: Path) -> None:
    assert seen.network == []
    assert strangers(seen, home, *ours) == []
    loose = {path.relative_to(home).parts[:2] for path in home.rglob("*") if path.is_file()}
    allowed = {(".cache", d) for d in ("posecam", *DRAWING)} | {(".config", "posecam")}
    assert loose <= allowed | {(".local", "share"), (".local", "state")}


def test_engines_are_listed(watch: Watch, own_home: Path) -> None:
    seen = watch("-m", "engines", "list")
    assert "onnxruntime" in seen.output
    assert_private(seen, own_home)


@pytest.mark.parametrize("engine", ["auto", "openvino", "onnxruntime"])
def test_a_video_is_processed(watch: Watch, own_home: Path, tmp_path: Path, engine: str) -> None:
    clip = beginning_of_the_demo(tmp_path / "clip.mkv", 6)
    take = tmp_path / "take"
    seen = watch("-m", "posecam", "process", clip, "--out", take, "--engine", engine)
    assert (take / "manifest.json").is_file()
    assert_private(seen, own_home, take)


def test_the_window_starts(watch: Watch, own_home: Path, tmp_path: Path) -> None:
    shots = tmp_path / "shots"
    shots.mkdir()
    image = shots / "window.png"
    seen = watch("-m", "posecam", "run", "demo", "--screenshot", image, "--after", "2")
    assert image.is_file()
    assert_private(seen, own_home, shots)


def test_a_network_is_quantised(watch: Watch, own_home: Path, tmp_path: Path) -> None:
    """NNCF reports its import, unless it is told not to."""
    code = (
        "import sys; from pathlib import Path; from tests.engines import networks;"
        "from training.quantise import quantised; model = networks.pointing();"
        "[setattr(node, 'name', node.op_type) for node in model.graph.node];"
        "networks.save(quantised(model, networks.images(2)), Path(sys.argv[1]))"
    )
    out = tmp_path / "small.int8.onnx"
    seen = watch("-c", code, out)
    assert out.stat().st_size > 100
    assert_private(seen, own_home, out, own_home / "tmp")


@pytest.mark.parametrize(
    "ask",
    [
        "import socket; socket.getaddrinfo('example.org', 443)",
        "import ctypes; ctypes.CDLL(None).gethostbyname(b'example.org')",
        "import socket; socket.socket().connect(('192.0.2.1', 443))",
        "import os; os.system('getent ahosts example.org')",
    ],
    ids=["python", "native", "address", "child"],
)
def test_the_recorder_sees_who_asks(own_home: Path, tmp_path: Path, ask: str) -> None:
    seen = watched.run([sys.executable, "-c", ask], cwd=ROOT, env=os.environ)
    assert seen.network


def test_the_recorder_sees_what_is_written(own_home: Path, tmp_path: Path) -> None:
    code = "open('here', 'w'); open('here'); import ctypes; ctypes.CDLL(None).creat(b'there', 384)"
    seen = watched.run([sys.executable, "-c", code], cwd=own_home, env=os.environ)
    assert seen.written == {own_home / "here", own_home / "there"}
    assert seen.network == []
