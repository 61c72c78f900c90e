"""The WebSocket as a viewer of another library sees it."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from websockets.exceptions import ConnectionClosed, InvalidMessage, InvalidStatus
from websockets.sync.client import connect

from posecam.pose import FrameResult
from posecam.skeleton import KEYPOINT_NAMES, KEYPOINT_PARENTS
from posecam.streaming import Address, StreamOptions, Streams
from posecam.streaming import websocket as websocket_module
from posecam.streaming.websocket import MAX_VIEWERS, WebSocketServer
from tests.fakes.http_camera import closed_port
from tests.fakes.people import make_frame, make_pose, make_result
from tests.fakes.waiting import wait_until
from tests.posecam.streaming.receivers import Viewer

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def server() -> Iterator[WebSocketServer]:
    made = WebSocketServer(Address("127.0.0.1", closed_port()))
    wait_until(lambda: made.status.kind == "running")
    yield made
    made.close()


def url(server: WebSocketServer) -> str:
    return f"ws://{server.status.address}"


def test_a_viewer_is_told_the_names_and_gets_every_pose(server: WebSocketServer) -> None:
    with Viewer(url(server)) as viewer:
        wait_until(lambda: bool(viewer.messages))
        hello = viewer.messages[0]
        assert (hello["type"], hello["format"], hello["version"]) == ("hello", "posecam stream", 1)
        assert hello["joint_names"] == list(KEYPOINT_NAMES)
        assert hello["parents"] == list(KEYPOINT_PARENTS)
        units = {"time", "clock", "size", "joints_2d", "joints_3d", "scores", "root", "box"}
        assert units | {"spread", "up", "up_score", "contacts"} == set(hello["units"])
        for number in range(5):
            server.send(make_result(make_frame(number), people=2))
            wait_until(lambda: len(viewer.poses) == number + 1)  # noqa: B023
        wait_until(lambda: server.status.sent == 5)
    assert [pose["frame"] for pose in viewer.poses] == list(range(5))
    last = viewer.poses[-1]
    assert last["time"] == pytest.approx(4 / 30, abs=1e-6)
    assert last["clock"] == pytest.approx(time.time(), abs=5)
    assert (last["size"], last["skipped"], last["main"]) == ([176, 64], 0, None)
    assert [person["id"] for person in last["people"]] == [0, 1]
    assert "rotations" not in last["people"][0]
    expected = make_pose(make_frame(4), 1)
    for name in ("joints_2d", "joints_3d", "scores", "root", "box"):
        assert last["people"][1][name] == pytest.approx(getattr(expected, name), abs=0.01)
    wait_until(lambda: server.status.viewers == 0)


def test_what_is_not_a_number_is_null(server: WebSocketServer) -> None:
    result = make_result(make_frame(0))
    result.poses[0].root.flags.writeable = True
    result.poses[0].root[:] = np.nan
    with Viewer(url(server)) as viewer:
        wait_until(lambda: server.status.viewers == 1)
        server.send(result)
        server.send(FrameResult(make_frame(1), ()))
        wait_until(lambda: bool(viewer.poses) and viewer.poses[-1]["frame"] == 1)
    assert viewer.poses[-1]["people"] == []
    if len(viewer.poses) > 1:
        assert viewer.poses[0]["people"][0]["root"] == [None] * 3


def test_a_viewer_who_asks_for_rotations_has_them(server: WebSocketServer) -> None:
    with Viewer(url(server) + "/rotations") as viewer, Viewer(url(server)) as plain:
        wait_until(lambda: server.status.viewers == 2)
        server.send(make_result(make_frame(0), people=2))
        wait_until(lambda: bool(viewer.poses) and bool(plain.poses))
    bones = viewer.messages[0]["bones"]
    assert bones["Hips"] is None
    assert bones["LeftHand"] == "LeftForeArm"
    people = viewer.poses[0]["people"]
    assert [person["id"] for person in people] == [0, 1]
    for person in people:
        assert set(person["rotations"]) == set(bones)
        lengths = [np.linalg.norm(turn) for turn in person["rotations"].values()]
        assert lengths == pytest.approx([1.0] * len(bones), abs=1e-3)
    assert "rotations" not in plain.poses[0]["people"][0]


def test_a_busy_viewer_misses_poses_and_holds_up_no_one(server: WebSocketServer) -> None:
    """The newest wins: what it sees after a nap is what is there now."""
    stop = threading.Event()

    def produce() -> None:
        number = 0
        while not stop.wait(0.002):
            server.send(make_result(make_frame(number), people=4))
            number += 1

    producer = threading.Thread(target=produce)
    with (
        Viewer(url(server), busy=lambda _: time.sleep(0.05)) as busy,
        Viewer(url(server)) as quick,
    ):
        wait_until(lambda: server.status.viewers == 2)
        producer.start()
        wait_until(lambda: len(quick.poses) > 300, 20)
        stop.set()
        producer.join()
        assert len(busy.poses) < len(quick.poses) / 3
        assert [p["frame"] for p in quick.poses] == sorted(p["frame"] for p in quick.poses)


def test_a_viewer_that_takes_nothing_is_dropped(
    server: WebSocketServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(websocket_module, "SLOW_S", 0.3)
    host, port = server.status.address.split(":")
    with socket.create_connection((host, int(port))) as wire:
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        wire.sendall(
            b"GET / HTTP/1.1\r\nHost: here\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
        )
        wait_until(lambda: server.status.viewers == 1)
        number = 0

        def dropped() -> bool:
            nonlocal number
            server.send(make_result(make_frame(number), people=4))
            number += 1
            return server.status.viewers == 0

        wait_until(dropped, 20)


def test_a_port_in_use_is_a_sentence_and_taken_once_it_is_free(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(websocket_module, "AGAIN_S", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        streams = Streams(StreamOptions(websocket=str(port)))
        wait_until(lambda: streams.status[0].kind == "failed")
        assert streams.status[0].message == (
            f"The WebSocket cannot open: port {port} is in use by another program. Trying again."
        )
        streams.send(make_result(make_frame(0)))
    wait_until(lambda: streams.status[0].kind == "running")
    assert streams.status[0].message == ""
    streams.close()


@pytest.mark.parametrize("host", ["192.0.2.1", "nowhere.invalid"])
def test_a_host_that_is_not_this_machine_is_a_sentence(host: str) -> None:
    streams = Streams(StreamOptions(websocket=f"{host}:39550"))
    wait_until(lambda: streams.status[0].kind == "failed", 20)
    assert f'this machine is not "{host}"' in streams.status[0].message
    streams.close()


def test_it_is_reached_from_this_machine_alone_unless_told_otherwise() -> None:
    streams = Streams(StreamOptions(websocket=str(closed_port())))
    wait_until(lambda: streams.status[0].kind == "running")
    assert streams.status[0].address.startswith("127.0.0.1:")
    port = int(streams.status[0].address.split(":")[1])
    with (
        socket.socket() as wire,
        pytest.raises(OSError, match=r"refused|unreachable|assign"),
    ):
        wire.connect(("127.0.0.2", port))
    streams.close()


@pytest.mark.parametrize(
    ("origin", "allowed"),
    [
        (None, True),
        ("http://localhost:8000", True),
        ("http://127.0.0.1", True),
        ("file://", True),
        ("https://example.com", False),
        ("null", False),
        ("http://localhost.example.com", False),
    ],
)
def test_pages_of_the_internet_are_refused(
    server: WebSocketServer, origin: str | None, allowed: bool
) -> None:
    with Viewer(url(server), origin=origin) as viewer:
        wait_until(lambda: viewer.gone or bool(viewer.messages))
    if allowed:
        assert viewer.error is None
        assert viewer.messages[0]["type"] == "hello"
    else:
        assert isinstance(viewer.error, InvalidStatus)
        assert viewer.error.response.status_code == 403


def test_too_many_viewers_are_told_so(server: WebSocketServer) -> None:
    viewers = [Viewer(url(server)) for _ in range(MAX_VIEWERS)]
    for viewer in viewers:
        viewer.__enter__()
    wait_until(lambda: server.status.viewers == MAX_VIEWERS)
    with Viewer(url(server)) as late:
        wait_until(lambda: late.gone)
    assert late.messages == []
    assert late.error is None or isinstance(late.error, ConnectionClosed)
    for viewer in viewers:
        viewer.__exit__(None, None, None)
    wait_until(lambda: server.status.viewers == 0)


def test_a_viewer_that_talks_is_not_listened_to_and_still_served(server: WebSocketServer) -> None:
    with Viewer(url(server)) as viewer:
        wait_until(lambda: bool(viewer.messages))
        for _ in range(50):
            viewer.say("hello " * 20)
        server.send(make_result(make_frame(0)))
        wait_until(lambda: bool(viewer.poses))


def test_closing_ends_the_viewers_at_once() -> None:
    server = WebSocketServer(Address("127.0.0.1", closed_port()))
    wait_until(lambda: server.status.kind == "running")
    with Viewer(url(server)) as viewer:
        wait_until(lambda: bool(viewer.messages))
        began = time.monotonic()
        server.close()
        server.close()
        assert time.monotonic() - began < 1.5
        wait_until(lambda: viewer.gone)


#: Records and offers a WebSocket, with as few files as a system gives by default to some programs.
CROWDED = """
import resource, sys, time
from pathlib import Path
from posecam.capture import SourceInfo
from posecam.session import Recorder
from posecam.streaming.options import Address
from posecam.streaming.websocket import WebSocketServer
from tests.fakes.people import make_frame, make_result

resource.setrlimit(resource.RLIMIT_NOFILE, (128, 128))
server = WebSocketServer(Address("127.0.0.1", int(sys.argv[2])))
recorder = Recorder(Path(sys.argv[1]), source="camera", info=SourceInfo(176, 64, 30.0), engine={},
                    settings={})
print("recording", flush=True)
for number in range(180):
    # Another size now and then: another video file has to be opened.
    frame = make_frame(number, size=(176 + 16 * (number // 30), 64))
    recorder.add_frame(frame)
    recorder.add_result(make_result(frame))
    server.send(make_result(frame))
    time.sleep(1 / 30)
status = recorder.close()
print(status.error, status.frames_written, status.poses_written, len(sys.argv))
server.close()
"""


def test_hundreds_of_idle_connections_do_not_end_a_recording(tmp_path: Path) -> None:
    port = closed_port()
    program = subprocess.Popen(
        [sys.executable, "-c", CROWDED, str(tmp_path / "take"), str(port)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "recording\n"
    idle = []
    try:
        for _ in range(600):
            one = socket.socket()
            one.setblocking(False)
            one.connect_ex(("127.0.0.1", port))
            idle.append(one)
        # Once those have been given up, or had their time, there is room for a viewer.
        hello, give_up = "", time.monotonic() + 5
        while not hello and time.monotonic() < give_up:
            with (
                contextlib.suppress(OSError, InvalidMessage, ConnectionClosed),
                connect(f"ws://127.0.0.1:{port}", open_timeout=1) as viewer,
            ):
                hello = str(viewer.recv(timeout=2))
        assert '"hello"' in hello
        said, _ = program.communicate(timeout=60)
    finally:
        program.kill()
        for one in idle:
            one.close()
    assert said == "None 180 180 3\n"


def test_who_connects_and_says_nothing_is_dropped_soon(
    server: WebSocketServer,
) -> None:
    host, port = server.status.address.split(":")
    with socket.create_connection((host, int(port))) as silent:
        began = time.monotonic()
        silent.settimeout(websocket_module.OPEN_S + 3)
        while silent.recv(4096):
            pass
        assert time.monotonic() - began < websocket_module.OPEN_S + 2


def test_connections_beyond_the_bound_are_refused_and_counted_no_more(
    server: WebSocketServer,
) -> None:
    host, port = server.status.address.split(":")
    crowd = [
        socket.create_connection((host, int(port)), timeout=5)
        for _ in range(websocket_module.MAX_CONNECTIONS)
    ]
    time.sleep(0.2)
    with socket.create_connection((host, int(port)), timeout=5) as late:
        try:
            said = late.recv(10)
        except ConnectionResetError:
            said = b""
        assert said == b""
    for one in crowd:
        one.close()
    with Viewer(url(server)) as viewer:
        wait_until(lambda: bool(viewer.messages))
